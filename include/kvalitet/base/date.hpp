#pragma once
// Dates. The library reads no clock: whatever depends on today takes the date as an argument.
#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include "kvalitet/base/export.hpp"

namespace kvalitet {

/// A day in the Gregorian calendar. In every model type it is an ordinary day, never "not a date" or infinity.
using Date = boost::gregorian::date;

/// Strict ISO 8601: exactly `YYYY-MM-DD`, an existing day in the years 1400-9999; otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<Date> parse_date(std::string_view text) noexcept;

/// `YYYY-MM-DD`, the inverse of parse_date.
[[nodiscard]] KVALITET_API std::string to_string(Date date);

/// A day as year, month (1-12) and day (1-31), or nothing when there is no such day.
[[nodiscard]] KVALITET_API std::optional<Date> make_date(int year, int month, int day) noexcept;

/// Days from `from` to `to`; negative when `to` is the earlier.
[[nodiscard]] KVALITET_API long days_between(Date from, Date to) noexcept;

/// `date` moved by a number of days, or nothing when that leaves the years 1400-9999.
[[nodiscard]] KVALITET_API std::optional<Date> add_days(Date date, long days) noexcept;

/// Monday is 1, Sunday is 7 (ISO 8601).
[[nodiscard]] KVALITET_API int iso_weekday(Date date) noexcept;

}  // namespace kvalitet
