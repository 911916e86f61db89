#pragma once
// What a cycle's days are called.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/period.hpp"

#include <string>

namespace kvalitet::svg {

inline constexpr Label school_year_word{"läsåret", "school year"};

/// `2026/27`, or nothing where it is no school year.
[[nodiscard]] std::string as_school_year(const Period& period);
/// `2026/27`, `2027` or the days.
[[nodiscard]] std::string years_of(const Period& period, Language language);
/// The same inside a sentence: `läsåret 2026/27`.
[[nodiscard]] std::string years_in_words(const Period& period, Language language);

}  // namespace kvalitet::svg
