#include "calendar/sweden.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using Days = boost::gregorian::date_duration;

constexpr int friday = 5;
constexpr int saturday = 6;

Date day(int year, int month, int day_of_month) { return *make_date(year, month, day_of_month); }

// The Gregorian computus in the form of Meeus, Jones and Butcher.
Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int g = (8 * b + 13) / 25;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  return day(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

Date first_weekday_from(int weekday, Date date) { return date + Days((weekday - iso_weekday(date) + 7) % 7); }

}  // namespace

std::vector<NamedDay> swedish_named_days(int year) {
  std::vector<NamedDay> days;
  days.reserve(16);
  const auto helgdag = [&](Date date, std::string_view sv, std::string_view en) {
    days.push_back(NamedDay{date, DayClass::public_holiday, Label{sv, en}});
  };
  const auto afton = [&](Date date, std::string_view sv, std::string_view en) {
    days.push_back(NamedDay{date, DayClass::de_facto_holiday, Label{sv, en}});
  };
  const Date easter = easter_sunday(year);

  helgdag(day(year, 1, 1), "nyårsdagen", "New Year's Day");
  helgdag(day(year, 1, 6), "trettondedag jul", "Epiphany");
  helgdag(easter - Days(2), "långfredagen", "Good Friday");
  helgdag(easter, "påskdagen", "Easter Sunday");
  helgdag(easter + Days(1), "annandag påsk", "Easter Monday");
  helgdag(day(year, 5, 1), "första maj", "May Day");
  helgdag(easter + Days(39), "Kristi himmelsfärdsdag", "Ascension Day");
  helgdag(easter + Days(49), "pingstdagen", "Whit Sunday");
  // From 2005 the national day took the place of annandag pingst.
  if (year <= 2004) helgdag(easter + Days(50), "annandag pingst", "Whit Monday");
  if (year >= 2005) helgdag(day(year, 6, 6), "nationaldagen", "National Day");
  afton(first_weekday_from(friday, day(year, 6, 19)), "midsommarafton", "Midsummer Eve");
  helgdag(first_weekday_from(saturday, day(year, 6, 20)), "midsommardagen", "Midsummer Day");
  helgdag(first_weekday_from(saturday, day(year, 10, 31)), "alla helgons dag", "All Saints' Day");
  afton(day(year, 12, 24), "julafton", "Christmas Eve");
  helgdag(day(year, 12, 25), "juldagen", "Christmas Day");
  helgdag(day(year, 12, 26), "annandag jul", "Boxing Day");
  afton(day(year, 12, 31), "nyårsafton", "New Year's Eve");

  std::stable_sort(days.begin(), days.end(), [](const NamedDay& a, const NamedDay& b) { return a.date < b.date; });
  return days;
}

}  // namespace kvalitet
