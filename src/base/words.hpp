#pragma once
// Words for people in both languages, put together from what is described.
#include "kvalitet/base/period.hpp"
#include "kvalitet/base/text.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// The same words, the Swedish ones standing in for English that is missing.
[[nodiscard]] Localised in_both_languages(const Localised& words);

/// Words that begin with a small letter, as inside a sentence; abbreviations (TLD-mätning) keep theirs.
[[nodiscard]] std::string with_small_letter(std::string_view words);

/// 1 is januari.
[[nodiscard]] Localised month_name(int month);

/// `31 augusti`, `september`, `1 november – februari`.
[[nodiscard]] Localised in_words(MonthDay day);
[[nodiscard]] Localised in_words(MonthDay from, MonthDay to);

}  // namespace kvalitet
