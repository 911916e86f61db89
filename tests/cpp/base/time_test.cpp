#include "kvalitet/base/time.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("times of day", "[base]") {
  CHECK(parse_time_of_day("00:00") == TimeOfDay{0, 0});
  CHECK(parse_time_of_day("23:59") == TimeOfDay{23, 59});
  for (const std::string_view text :
       {"", "9:00", "24:00", "12:60", "12.00", "12:00 ", " 12:00", "12:00:00", "-1:00", "1200", "１２:00", "13:0x"})
    CHECK_FALSE(parse_time_of_day(text));
  CHECK(to_string(TimeOfDay{8, 5}) == "08:05");
  CHECK(TimeOfDay{8, 59} < TimeOfDay{9, 0});
}

TEST_CASE("lengths of what has a time of day", "[base]") {
  for (const int minutes : {1, 90, 24 * 60}) CHECK(is_length_of_time(minutes));
  for (const int minutes : {0, 24 * 60 + 1, 2147483647}) CHECK_FALSE(is_length_of_time(minutes));
  CHECK_FALSE(is_length_of_time({}));
}

TEST_CASE("moments", "[base]") {
  const Moment moment{Date(2026, 8, 1), 6, 30, 59};
  CHECK(parse_moment("2026-08-01T06:30:59Z") == moment);
  CHECK(to_string(moment) == "2026-08-01T06:30:59Z");
  for (const std::string_view text :
       {"", "2026-08-01", "2026-08-01T06:30Z", "2026-08-01T06:30:59", "2026-08-01 06:30:59Z", "2026-08-01T06:30:60Z",
        "2026-02-30T06:30:59Z", "2026-08-01T24:00:00Z", "2026-08-01T06:30:59+02:00", "2026-08-01T06:30:59z"})
    CHECK_FALSE(parse_moment(text));
}
