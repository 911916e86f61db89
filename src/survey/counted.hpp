#pragma once
// How counts are laid out, for those that make them and those that read them.
#include "kvalitet/survey/counts.hpp"

#include <string>
#include <vector>

namespace kvalitet {

/// The order of groups: by the first value of their keys, then the next.
[[nodiscard]] bool is_before(const std::vector<Text>& a, const std::vector<Text>& b);

/// The scale that an item is answered on, or nullptr.
[[nodiscard]] const AnswerScale* scale_of(const SurveyInstrument& instrument, const SurveyItem& item);

/// By which headings files call an item, folded as titles are: its id, its wordings and its other names.
[[nodiscard]] std::vector<std::string> column_names(const SurveyItem& item);

/// The items of each area by who is asked them, in the instrument's order.
[[nodiscard]] std::vector<ScoredItems> scored_items(const SurveyInstrument& instrument);

}  // namespace kvalitet
