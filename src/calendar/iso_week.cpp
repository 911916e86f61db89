#include "kvalitet/calendar/iso_week.hpp"

#include "base/digits.hpp"

namespace kvalitet {
namespace {

constexpr int thursday = 4;
constexpr int last_school_day = 5;
constexpr int sunday = 7;

// From Monday to the given weekday.
std::optional<Period> week_until(IsoWeek week, int weekday) noexcept {
  const auto in_first_week = make_date(week.year, 1, 4);
  if (!in_first_week || week.week < 1 || week.week > 53) return std::nullopt;
  const auto start = add_days(*in_first_week, 1 - iso_weekday(*in_first_week) + 7L * (week.week - 1));
  const auto end = start ? add_days(*start, sunday - 1) : std::nullopt;
  if (!end || iso_week(*start) != week) return std::nullopt;
  return Period{*start, *add_days(*start, weekday - 1)};
}

}  // namespace

IsoWeek iso_week(Date date) noexcept {
  const Date middle = date + boost::gregorian::date_duration(thursday - iso_weekday(date));
  return IsoWeek{static_cast<int>(middle.year()), (static_cast<int>(middle.day_of_year()) - 1) / 7 + 1};
}

std::optional<Period> days_of(IsoWeek week) noexcept { return week_until(week, sunday); }

std::optional<Period> school_days_of(IsoWeek week) noexcept { return week_until(week, last_school_day); }

std::optional<IsoWeek> parse_iso_week(std::string_view text) noexcept {
  if (text.size() != 8 || text[4] != '-' || text[5] != 'W') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto number = parse_digits(text.substr(6, 2));
  if (!year || !number) return std::nullopt;
  const IsoWeek week{*year, *number};
  if (!days_of(week)) return std::nullopt;
  return week;
}

std::string to_string(IsoWeek week) {
  std::string text;
  append_digits(text, week.year, 4);
  text += "-W";
  append_digits(text, week.week, 2);
  return text;
}

}  // namespace kvalitet
