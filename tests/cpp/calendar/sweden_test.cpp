// Sweden's named days, against the comparison file and against the law's own words.
#include "calendar/shared_csv.hpp"
#include "kvalitet/calendar/calendar.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <string>

using namespace kvalitet;

namespace {

// The day of a name in a year, or nothing.
std::optional<Date> named(const Calendar& calendar, int year, std::string_view name) {
  for (const Holiday& holiday : calendar.holidays(year))
    if (holiday.name == name) return holiday.date;
  return std::nullopt;
}

// Easter by its definition (the Sunday after the ecclesiastical full moon), with epacts and no closed formula.
Date easter_by_epact(int year) {
  const int golden = year % 19 + 1;
  const int century = year / 100 + 1;
  const int solar = 3 * century / 4 - 12;
  const int lunar = (8 * century + 5) / 25 - 5;
  int epact = (11 * golden + 20 + lunar - solar) % 30;
  if ((epact == 25 && golden > 11) || epact == 24) ++epact;
  const int in_march = epact <= 23 ? 44 - epact : 74 - epact;
  Date date = *add_days(*make_date(year, 3, 1), in_march);  // the day after the full moon
  while (iso_weekday(date) != 7) date = *add_days(date, 1);
  return date;
}

}  // namespace

TEST_CASE("holidays equal the comparison file in date, name and class", "[calendar]") {
  const auto rows = kvalitet_test::shared_calendar_csv("se_helgdagar_2010_2030.csv");
  if (rows.empty()) SKIP("se_helgdagar_2010_2030.csv is not there; KVALITET_DATA says where it is");

  const Calendar calendar = Calendar::sweden();
  std::vector<std::string> expected;
  for (const auto& row : rows) {
    expected.push_back(row.at(0) + " " + row.at(1) + " " + row.at(2));
    CHECK(std::to_string(iso_weekday(parse_date(row.at(0)).value())) == row.at(3));
  }
  std::vector<std::string> found;
  for (int year = 2010; year <= 2030; ++year)
    for (const Holiday& holiday : calendar.holidays(year))
      found.push_back(to_string(holiday.date) + " " + holiday.name.str() +
                      (holiday.day_class == DayClass::public_holiday ? " helgdag" : " afton"));
  CHECK(found == expected);
}

TEST_CASE("every year has thirteen public and three de facto holidays in date order", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  const int year = GENERATE(range(Calendar::first_year, Calendar::last_year + 1));
  CAPTURE(year);
  const auto holidays = calendar.holidays(year);
  const auto of_class = [&](DayClass day_class) {
    return std::count_if(holidays.begin(), holidays.end(), [&](const Holiday& h) { return h.day_class == day_class; });
  };
  CHECK(of_class(DayClass::public_holiday) == 13);
  CHECK(of_class(DayClass::de_facto_holiday) == 3);
  CHECK(holidays.size() == 16);
  CHECK(std::is_sorted(holidays.begin(), holidays.end(),
                       [](const Holiday& a, const Holiday& b) { return a.date < b.date; }));
  for (const Holiday& holiday : holidays) {
    CHECK(holiday.date.year() == year);
    CHECK(calendar.day_class(holiday.date) == holiday.day_class);
    CHECK_FALSE(holiday.name_en.empty());
  }
}

TEST_CASE("the law changed in 2005", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  const int year = GENERATE(range(Calendar::first_year, Calendar::last_year + 1));
  CAPTURE(year);
  CHECK(named(calendar, year, "annandag pingst").has_value() == (year <= 2004));
  CHECK(named(calendar, year, "nationaldagen").has_value() == (year >= 2005));
}

TEST_CASE("the days about the change of 2005", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  CHECK(calendar.day_class(Date(2004, 5, 31)) == DayClass::public_holiday);  // annandag pingst
  CHECK(calendar.day_class(Date(2003, 6, 6)) == DayClass::working_day);      // a Friday
  CHECK(calendar.day_class(Date(2004, 6, 6)) == DayClass::sunday);
  CHECK(calendar.day_class(Date(2005, 5, 16)) == DayClass::working_day);  // the Monday after pingstdagen
  CHECK(calendar.day_class(Date(2005, 6, 6)) == DayClass::public_holiday);
}

TEST_CASE("Easter follows the ecclesiastical moon, and its feasts follow Easter", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  const int year = GENERATE(range(Calendar::first_year, Calendar::last_year + 1));
  CAPTURE(year);
  const Date easter = named(calendar, year, "påskdagen").value();
  CHECK(easter == easter_by_epact(year));
  CHECK(days_between(named(calendar, year, "långfredagen").value(), easter) == 2);
  CHECK(days_between(easter, named(calendar, year, "annandag påsk").value()) == 1);
  CHECK(days_between(easter, named(calendar, year, "Kristi himmelsfärdsdag").value()) == 39);
  CHECK(days_between(easter, named(calendar, year, "pingstdagen").value()) == 49);
}

TEST_CASE("Easter on days known beforehand", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  for (const Date easter : {Date(1990, 4, 15), Date(2000, 4, 23), Date(2008, 3, 23), Date(2011, 4, 24),
                            Date(2024, 3, 31), Date(2027, 3, 28), Date(2038, 4, 25), Date(2100, 3, 28)})
    CHECK(named(calendar, easter.year(), "påskdagen") == easter);
}

TEST_CASE("midsummer and All Saints keep to their weekdays and windows", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  const int year = GENERATE(range(Calendar::first_year, Calendar::last_year + 1));
  CAPTURE(year);
  const Date midsummer = named(calendar, year, "midsommardagen").value();
  CHECK(iso_weekday(midsummer) == 6);
  CHECK((midsummer >= *make_date(year, 6, 20) && midsummer <= *make_date(year, 6, 26)));
  CHECK(days_between(named(calendar, year, "midsommarafton").value(), midsummer) == 1);
  const Date all_saints = named(calendar, year, "alla helgons dag").value();
  CHECK(iso_weekday(all_saints) == 6);
  CHECK((all_saints >= *make_date(year, 10, 31) && all_saints <= *make_date(year, 11, 6)));
}
