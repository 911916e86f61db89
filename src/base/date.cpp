#include "kvalitet/base/date.hpp"

#include "base/digits.hpp"

namespace kvalitet {
namespace {

constexpr int first_year = 1400;  // what boost::gregorian::date can hold
constexpr int last_year = 9999;

constexpr int days_in_month(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  switch (month) {
    case 2: return leap ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11: return 30;
    default: return 31;
  }
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) noexcept {
  if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date(static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day));
}

std::optional<Date> parse_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::string to_string(Date date) {
  const auto ymd = date.year_month_day();
  std::string text;
  append_digits(text, static_cast<int>(ymd.year), 4);
  text += '-';
  append_digits(text, static_cast<int>(ymd.month), 2);
  text += '-';
  append_digits(text, static_cast<int>(ymd.day), 2);
  return text;
}

long days_between(Date from, Date to) noexcept { return (to - from).days(); }

std::optional<Date> add_days(Date date, long days) noexcept {
  const long room_before = days_between(Date(first_year, 1, 1), date);
  const long room_after = days_between(date, Date(last_year, 12, 31));
  if (days < -room_before || days > room_after) return std::nullopt;
  return date + boost::gregorian::date_duration(days);
}

int iso_weekday(Date date) noexcept {
  const int from_sunday = static_cast<int>(date.day_of_week().as_number());
  return from_sunday == 0 ? 7 : from_sunday;
}

}  // namespace kvalitet
