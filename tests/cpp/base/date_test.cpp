#include "kvalitet/base/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace kvalitet;

TEST_CASE("dates are read strictly", "[base]") {
  CHECK(parse_date("2026-08-17") == Date(2026, 8, 17));
  CHECK(parse_date("1400-01-01") == Date(1400, 1, 1));
  CHECK(parse_date("9999-12-31") == Date(9999, 12, 31));
  for (const std::string_view text :
       {"",           "2026",        "2026-08",     "2026-8-17",        "26-08-17",   "2026/08/17",
        "20260817",   "2026-08-17 ", " 2026-08-17", "2026-08-17T00:00", "+026-08-17", "2026--8-17",
        "2026-00-01", "2026-13-01",  "2026-01-00",  "2026-04-31",       "2026-02-29", "2100-02-29",
        "1399-12-31", "0000-01-01",  "2026-0a-17",  "2026-W34-1"})
    CHECK_FALSE(parse_date(text));
}

TEST_CASE("leap years follow the Gregorian rule", "[base]") {
  CHECK(make_date(2028, 2, 29));
  CHECK(make_date(2000, 2, 29));
  CHECK_FALSE(make_date(2100, 2, 29));
  CHECK_FALSE(make_date(2026, 2, 29));
  CHECK_FALSE(make_date(2028, 2, 30));
}

TEST_CASE("there are no other days", "[base]") {
  CHECK_FALSE(make_date(1399, 12, 31));
  CHECK_FALSE(make_date(10000, 1, 1));
  CHECK_FALSE(make_date(2026, 0, 1));
  CHECK_FALSE(make_date(2026, 13, 1));
  CHECK_FALSE(make_date(2026, 6, 31));
  CHECK_FALSE(make_date(-2026, 1, 1));
  CHECK_FALSE(make_date(65536 + 2026, 1, 1));
}

TEST_CASE("every day is written as it is read, and moves by one", "[base]") {
  std::string previous;
  long count = 0;
  for (Date date(1400, 1, 1);;) {
    const std::string text = to_string(date);
    if (parse_date(text) != date || text <= previous) FAIL(text);
    previous = text;
    ++count;
    const auto next = add_days(date, 1);
    if (!next) break;
    if (days_between(date, *next) != 1 || iso_weekday(*next) != iso_weekday(date) % 7 + 1) FAIL(text);
    date = *next;
  }
  CHECK(previous == "9999-12-31");
  CHECK(count == 3141085);
}

TEST_CASE("days are added within what a date can be", "[base]") {
  CHECK(add_days(Date(2026, 12, 31), 1) == Date(2027, 1, 1));
  CHECK(add_days(Date(2026, 3, 1), -1) == Date(2026, 2, 28));
  CHECK(add_days(Date(2026, 3, 1), 0) == Date(2026, 3, 1));
  CHECK_FALSE(add_days(Date(9999, 12, 31), 1));
  CHECK_FALSE(add_days(Date(1400, 1, 1), -1));
  CHECK_FALSE(add_days(Date(2026, 1, 1), std::numeric_limits<long>::max()));
  CHECK_FALSE(add_days(Date(2026, 1, 1), std::numeric_limits<long>::min()));
  CHECK(days_between(Date(2026, 8, 17), Date(2026, 8, 10)) == -7);
}

TEST_CASE("weeks begin on Monday", "[base]") {
  CHECK(iso_weekday(Date(2026, 8, 17)) == 1);
  CHECK(iso_weekday(Date(2026, 8, 23)) == 7);
}
