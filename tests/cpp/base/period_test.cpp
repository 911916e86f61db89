#include "kvalitet/base/period.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("a period holds its first and its last day", "[base]") {
  const Period period{Date(2026, 9, 1), Date(2026, 9, 30)};
  CHECK(period.contains(Date(2026, 9, 1)));
  CHECK(period.contains(Date(2026, 9, 30)));
  CHECK_FALSE(period.contains(Date(2026, 8, 31)));
  CHECK_FALSE(period.contains(Date(2026, 10, 1)));
  CHECK(period.overlaps({Date(2026, 9, 30), Date(2026, 12, 1)}));
  CHECK(period.overlaps({Date(2026, 1, 1), Date(2026, 9, 1)}));
  CHECK(period.overlaps({Date(2026, 9, 10), Date(2026, 9, 10)}));
  CHECK(period.overlaps({Date(2026, 1, 1), Date(2026, 12, 1)}));
  CHECK_FALSE(period.overlaps({Date(2026, 10, 1), Date(2026, 12, 1)}));
  CHECK_FALSE(period.overlaps({Date(2026, 1, 1), Date(2026, 8, 31)}));
}

TEST_CASE("months and days of any year", "[base]") {
  CHECK(parse_month_day("02") == MonthDay{2, 0});
  CHECK(parse_month_day("02-29") == MonthDay{2, 29});
  CHECK(parse_month_day("12-31") == MonthDay{12, 31});
  for (const std::string_view text :
       {"", "2", "00", "13", "02-30", "04-31", "01-00", "1-1", "01-1", "01-", "-101", "01/01", "01-01 ", "januari"})
    CHECK_FALSE(parse_month_day(text));
  CHECK(to_string(MonthDay{2, 0}) == "02");
  CHECK(to_string(MonthDay{11, 3}) == "11-03");
}

TEST_CASE("a window may cross New Year", "[base]") {
  CHECK(window_in_year({9, 0}, {10, 0}, 2026) == Period{Date(2026, 9, 1), Date(2026, 10, 31)});
  CHECK(window_in_year({9, 15}, {9, 15}, 2026) == Period{Date(2026, 9, 15), Date(2026, 9, 15)});
  CHECK(window_in_year({9, 0}, {9, 0}, 2026) == Period{Date(2026, 9, 1), Date(2026, 9, 30)});
  CHECK(window_in_year({12, 0}, {1, 0}, 2026) == Period{Date(2026, 12, 1), Date(2027, 1, 31)});
  CHECK(window_in_year({12, 15}, {1, 10}, 2026) == Period{Date(2026, 12, 15), Date(2027, 1, 10)});
  CHECK(window_in_year({11, 0}, {2, 0}, 2027) == Period{Date(2027, 11, 1), Date(2028, 2, 29)});
  CHECK(window_in_year({9, 20}, {9, 0}, 2026) == Period{Date(2026, 9, 20), Date(2026, 9, 30)});
  CHECK(window_in_year({9, 0}, {9, 10}, 2026) == Period{Date(2026, 9, 1), Date(2026, 9, 10)});
}

TEST_CASE("29 February is the 28th in a common year", "[base]") {
  CHECK(window_in_year({2, 29}, {2, 29}, 2026) == Period{Date(2026, 2, 28), Date(2026, 2, 28)});
  CHECK(window_in_year({2, 0}, {2, 29}, 2028) == Period{Date(2028, 2, 1), Date(2028, 2, 29)});
}

TEST_CASE("school years", "[base]") {
  CHECK(parse_school_year("2026/27") == SchoolYear{2026});
  CHECK(parse_school_year("1999/00") == SchoolYear{1999});
  CHECK(parse_school_year("1400/01") == SchoolYear{1400});
  CHECK(parse_school_year("9998/99") == SchoolYear{9998});
  for (const std::string_view text :
       {"", "2026", "2026/28", "2026/26", "2026-27", "2026/2027", "26/27", "1399/00", "9999/00", "2026/27 ", "2026/ 7"})
    CHECK_FALSE(parse_school_year(text));
  CHECK(to_string(SchoolYear{2026}) == "2026/27");
  CHECK(to_string(SchoolYear{2099}) == "2099/00");
  CHECK(days_of(SchoolYear{2026}) == Period{Date(2026, 8, 1), Date(2027, 7, 31)});
  CHECK(days_of(CalendarYear{2026}) == Period{Date(2026, 1, 1), Date(2026, 12, 31)});
  CHECK(school_year_of(Date(2026, 7, 31)) == SchoolYear{2025});
  CHECK(school_year_of(Date(2026, 8, 1)) == SchoolYear{2026});
  CHECK(school_year_of(Date(2027, 1, 1)) == SchoolYear{2026});
}
