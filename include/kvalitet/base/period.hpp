#pragma once
// Stretches of days: a period of dates, and a window that comes back every year.
#include "kvalitet/base/date.hpp"
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

namespace kvalitet {

/// The days from `start` to `end`, both included.
struct Period {
  Date start{1970, 1, 1};
  Date end{1970, 1, 1};

  [[nodiscard]] bool contains(Date date) const noexcept { return start <= date && date <= end; }
  [[nodiscard]] bool overlaps(const Period& other) const noexcept { return start <= other.end && other.start <= end; }
  friend bool operator==(const Period&, const Period&) = default;
};

/// A day of any year, `MM-DD`, or a whole month, `MM`: the first of it where a window starts, the last where it ends.
struct MonthDay {
  int month = 1;  ///< 1-12
  int day = 0;    ///< 1-31, or 0 for the whole month
  friend bool operator==(const MonthDay&, const MonthDay&) = default;
};

/// Strict `MM` or `MM-DD`, a day that exists in some year (02-29 does); otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<MonthDay> parse_month_day(std::string_view text) noexcept;
[[nodiscard]] KVALITET_API std::string to_string(MonthDay day);

/// The window as days of the year in which it starts; `to` before `from` means that it ends in the next year.
/// 02-29 is 28 February in a common year. Precondition: `year` leaves room for the next (1400-9998).
[[nodiscard]] KVALITET_API Period window_in_year(MonthDay from, MonthDay to, int year);

/// A school year, named by the calendar year in which it starts: 2026 is 2026/27.
struct SchoolYear {
  int start_year = 2000;  ///< 1400-9998
  friend auto operator<=>(const SchoolYear&, const SchoolYear&) = default;
};

/// `2026/27`; the second part must be the year after. Otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<SchoolYear> parse_school_year(std::string_view text) noexcept;
[[nodiscard]] KVALITET_API std::string to_string(SchoolYear year);

/// 1 August to 31 July: Swedish school years start in August and end in June (skolförordningen 3 kap.), July belongs to
/// the year that has ended.
[[nodiscard]] KVALITET_API Period days_of(SchoolYear year);
[[nodiscard]] KVALITET_API SchoolYear school_year_of(Date date) noexcept;

/// A calendar year.
struct CalendarYear {
  int year = 2000;  ///< 1400-9998
  friend auto operator<=>(const CalendarYear&, const CalendarYear&) = default;
};
/// Strict `2027`, in its range; otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<CalendarYear> parse_calendar_year(std::string_view text) noexcept;
[[nodiscard]] KVALITET_API std::string to_string(CalendarYear year);
[[nodiscard]] KVALITET_API Period days_of(CalendarYear year);

template <>
struct Describe<Date> {
  static constexpr std::string_view name = "Date";
  static constexpr Label label{"ett datum, ÅÅÅÅ-MM-DD", "a date, YYYY-MM-DD"};
  static constexpr std::string_view meaning = "A day, ISO 8601.";
  static constexpr std::string_view pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  static std::optional<Date> parse(std::string_view text) { return parse_date(text); }
  static std::string format(Date date) { return to_string(date); }
};

template <>
struct Describe<MonthDay> {
  static constexpr std::string_view name = "MonthDay";
  static constexpr Label label{"en månad, MM, eller en dag i den, MM-DD", "a month, MM, or a day of it, MM-DD"};
  static constexpr std::string_view meaning = "A day or a whole month of any year.";
  static constexpr std::string_view pattern = "^[0-9]{2}(-[0-9]{2})?$";
  static std::optional<MonthDay> parse(std::string_view text) { return parse_month_day(text); }
  static std::string format(MonthDay day) { return to_string(day); }
};

template <>
struct Describe<SchoolYear> {
  static constexpr std::string_view name = "SchoolYear";
  static constexpr Label label{"ett läsår, ÅÅÅÅ/ÅÅ", "a school year, YYYY/YY"};
  static constexpr std::string_view meaning = "A school year, named by the year in which it starts.";
  static constexpr std::string_view pattern = "^[0-9]{4}/[0-9]{2}$";
  static std::optional<SchoolYear> parse(std::string_view text) { return parse_school_year(text); }
  static std::string format(SchoolYear year) { return to_string(year); }
};

template <>
struct Describe<CalendarYear> {
  static constexpr std::string_view name = "CalendarYear";
  static constexpr Label label{"ett kalenderår, ÅÅÅÅ", "a calendar year, YYYY"};
  static constexpr std::string_view meaning = "A calendar year.";
  static constexpr std::string_view pattern = "^[0-9]{4}$";
  static std::optional<CalendarYear> parse(std::string_view text) { return parse_calendar_year(text); }
  static std::string format(CalendarYear year) { return to_string(year); }
};

template <>
struct Describe<Period> {
  static constexpr std::string_view name = "Period";
  static constexpr Label label{"Period", "Period"};
  static constexpr std::string_view meaning = "The days from start to end, both included.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"start", &T::start, Label{"Från och med", "From"}, "The first day.", required},
      Field{"end", &T::end, Label{"Till och med", "To"}, "The last day.", required},
  };
};

}  // namespace kvalitet
