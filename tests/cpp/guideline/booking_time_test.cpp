#include "guideline/tiny.hpp"
#include "kvalitet/guideline/validate.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

/// What is found in a booking of so many days at one o'clock, when the guideline gives the dialogue a length or none.
std::vector<std::string> found(long days, std::optional<int> booked, std::optional<int> guideline) {
  Guideline g = tiny_guideline();
  g.dialogues[0].duration_minutes = guideline;
  LocalPolicy p = tiny_policy();
  p.bookings[0].days = {Date(2026, 9, 14), *add_days(Date(2026, 9, 14), days - 1)};
  p.bookings[0].start_time = TimeOfDay{13, 0};
  p.bookings[0].duration_minutes = booked;
  std::vector<std::string> codes;
  for (const Finding& finding : validate(p, g)) {
    codes.push_back(finding.code.str());
    CHECK(finding.pointer == "/bookings/0/start_time");
  }
  return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a time of day needs a length, from the booking or the guideline", "[guideline]") {
  CHECK(found(1, 120, {}).empty());
  CHECK(found(1, {}, 120).empty());
  CHECK(found(1, 1, {}).empty());
  CHECK(found(1, 24 * 60, {}).empty());
  for (const std::optional<int> length : {std::optional<int>(), std::optional<int>(0), std::optional<int>(1441)})
    CHECK(found(1, length, {}) == Codes{"policy.time-without-duration"});
  CHECK(found(1, 0, 120) == Codes{"policy.time-without-duration"});
}

TEST_CASE("a time of day belongs to a single day", "[guideline]") {
  CHECK(found(2, 120, {}) == Codes{"policy.time-on-several-days"});
  CHECK(found(2, {}, {}) == Codes{"policy.time-on-several-days"});
}

TEST_CASE("a length without a time is no more than told", "[guideline]") {
  LocalPolicy p = tiny_policy();
  p.bookings[0].duration_minutes = 120;
  CHECK(validate(p, tiny_guideline()).empty());
}
