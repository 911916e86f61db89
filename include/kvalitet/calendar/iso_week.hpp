#pragma once
// Weeks as Swedish schools name them: ISO 8601, from Monday to Sunday.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/period.hpp"

namespace kvalitet {

/// Week 1 is the week of the year's first Thursday, so the days about New Year may belong to the other year's week.
struct IsoWeek {
  int year = 2000;  ///< the ISO week-numbering year
  int week = 1;     ///< 1-52, or 53 in a long year
  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] KVALITET_API IsoWeek iso_week(Date date) noexcept;

/// Monday to Sunday, or nothing when there is no such week with all its days in the years 1400-9999.
[[nodiscard]] KVALITET_API std::optional<Period> days_of(IsoWeek week) noexcept;

/// Monday to Friday of the same week: a week's break, such as sportlov in week 7.
[[nodiscard]] KVALITET_API std::optional<Period> school_days_of(IsoWeek week) noexcept;

/// Strict ISO 8601: exactly `2026-W44`, a week for which days_of has an answer; otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<IsoWeek> parse_iso_week(std::string_view text) noexcept;

/// `2026-W44`, the inverse of parse_iso_week.
[[nodiscard]] KVALITET_API std::string to_string(IsoWeek week);

template <>
struct Describe<IsoWeek> {
  static constexpr std::string_view name = "IsoWeek";
  static constexpr Label label{"en vecka, ÅÅÅÅ-Wvv", "a week, YYYY-Www"};
  static constexpr std::string_view meaning = "A week of ISO 8601.";
  static constexpr std::string_view pattern = "^[0-9]{4}-W[0-9]{2}$";
  static std::optional<IsoWeek> parse(std::string_view text) { return parse_iso_week(text); }
  static std::string format(IsoWeek week) { return to_string(week); }
};

}  // namespace kvalitet
