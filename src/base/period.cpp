#include "kvalitet/base/period.hpp"

#include "base/digits.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr int first_month_of_school_year = 8;
constexpr int leap_year = 2000;  // a year in which every MM-DD that exists in some year exists

Date first_day(MonthDay at, int year) {
  if (const auto date = make_date(year, at.month, at.day == 0 ? 1 : at.day)) return *date;
  return *make_date(year, 2, 28);  // only 02-29 can be missing
}

Date last_day(MonthDay at, int year) {
  if (at.day != 0) return first_day(at, year);
  return first_day(MonthDay{at.month, 1}, year).end_of_month();
}

/// Whether all of `a` comes before `b` in a year; a whole month lasts until its 31st at most.
bool before(MonthDay a, MonthDay b) {
  if (a.month != b.month) return a.month < b.month;
  return (a.day == 0 ? 31 : a.day) < std::max(b.day, 1);
}

}  // namespace

std::optional<MonthDay> parse_month_day(std::string_view text) noexcept {
  if (text.size() != 2 && (text.size() != 5 || text[2] != '-')) return std::nullopt;
  const auto month = parse_digits(text.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 2) return MonthDay{*month, 0};
  const auto day = parse_digits(text.substr(3, 2));
  if (!day || !make_date(leap_year, *month, *day)) return std::nullopt;
  return MonthDay{*month, *day};
}

std::string to_string(MonthDay day) {
  std::string text;
  append_digits(text, day.month, 2);
  if (day.day != 0) {
    text += '-';
    append_digits(text, day.day, 2);
  }
  return text;
}

Period window_in_year(MonthDay from, MonthDay to, int year) {
  return Period{first_day(from, year), last_day(to, before(to, from) ? year + 1 : year)};
}

std::optional<SchoolYear> parse_school_year(std::string_view text) noexcept {
  if (text.size() != 7 || text[4] != '/') return std::nullopt;
  const auto start = parse_digits(text.substr(0, 4));
  const auto end = parse_digits(text.substr(5, 2));
  if (!start || !end || *start < 1400 || *start > 9998 || *end != (*start + 1) % 100) return std::nullopt;
  return SchoolYear{*start};
}

std::string to_string(SchoolYear year) {
  std::string text;
  append_digits(text, year.start_year, 4);
  text += '/';
  append_digits(text, (year.start_year + 1) % 100, 2);
  return text;
}

Period days_of(SchoolYear year) {
  return window_in_year(MonthDay{first_month_of_school_year, 0}, MonthDay{first_month_of_school_year - 1, 0},
                        year.start_year);
}

std::optional<CalendarYear> parse_calendar_year(std::string_view text) noexcept {
  const auto year = text.size() == 4 ? parse_digits(text) : std::nullopt;
  if (!year || *year < 1400 || *year > 9998) return std::nullopt;
  return CalendarYear{*year};
}

std::string to_string(CalendarYear year) {
  std::string text;
  append_digits(text, year.year, 4);
  return text;
}

Period days_of(CalendarYear year) { return window_in_year(MonthDay{1, 0}, MonthDay{12, 0}, year.year); }

SchoolYear school_year_of(Date date) noexcept {
  const auto ymd = date.year_month_day();
  const int year = static_cast<int>(ymd.year);
  return SchoolYear{static_cast<int>(ymd.month) < first_month_of_school_year ? year - 1 : year};
}

}  // namespace kvalitet
