#pragma once
// What comparisons say in words: different for different evidence, with the figures they rest on.
#include "kvalitet/survey/comparison.hpp"

namespace kvalitet {

/// `oktober 2026` for `2026-10`; other labels as they are.
[[nodiscard]] Localised round_in_words(const Text& round);

/// Whether a round is called by its month, such as `2026-10`.
[[nodiscard]] bool is_month(const Text& round);

/// What a comparison is with, and how few answers it takes.
struct ComparedWith {
  Reference reference;
  Localised round;  ///< the reference's, in words
  ComparisonOptions options;
};

/// `among_others`: several items were tested at once.
[[nodiscard]] Localised words_of(const ItemComparison& item, const ComparedWith& with, bool among_others);
[[nodiscard]] Localised words_of(const AreaComparison& area, const ComparedWith& with);
[[nodiscard]] Localised method_in_words(const ComparedWith& with);

/// With one decimal: `7,4` and `7.4`.
[[nodiscard]] Localised points_in_words(const Value& value);

}  // namespace kvalitet
