#include "kvalitet/calendar/iso_week.hpp"

#include "calendar/shared_csv.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("ISO weeks equal the comparison file", "[calendar]") {
  const auto rows = kvalitet_test::shared_calendar_csv("iso_weeks_1990_2050.csv");
  if (rows.empty()) SKIP("iso_weeks_1990_2050.csv is not there; KVALITET_DATA says where it is");

  CHECK(rows.size() == 3183);
  for (const auto& row : rows) {
    const IsoWeek week{std::stoi(row.at(0)), std::stoi(row.at(1))};
    const Period days{parse_date(row.at(2)).value(), parse_date(row.at(3)).value()};
    if (days_of(week) != days) FAIL(to_string(week));
    for (Date date = days.start; date <= days.end; date += boost::gregorian::date_duration(1))
      if (iso_week(date) != week) FAIL(to_string(date));
  }
}

TEST_CASE("a week belongs to the year of its Thursday", "[calendar]") {
  CHECK(iso_week(Date(2026, 12, 31)) == IsoWeek{2026, 53});
  CHECK(iso_week(Date(2027, 1, 3)) == IsoWeek{2026, 53});
  CHECK(iso_week(Date(2027, 1, 4)) == IsoWeek{2027, 1});
  CHECK(iso_week(Date(2024, 12, 30)) == IsoWeek{2025, 1});
  CHECK(iso_week(Date(2028, 2, 29)) == IsoWeek{2028, 9});
  CHECK(IsoWeek{2026, 53} < IsoWeek{2027, 1});
}

TEST_CASE("a week's days, and those of school", "[calendar]") {
  CHECK(days_of(IsoWeek{2026, 44}) == Period{Date(2026, 10, 26), Date(2026, 11, 1)});
  CHECK(school_days_of(IsoWeek{2026, 44}) == Period{Date(2026, 10, 26), Date(2026, 10, 30)});
  CHECK(school_days_of(IsoWeek{2027, 7}) == Period{Date(2027, 2, 15), Date(2027, 2, 19)});
}

TEST_CASE("there are no other weeks", "[calendar]") {
  CHECK(days_of(IsoWeek{2026, 53}));
  for (const IsoWeek week : {IsoWeek{2027, 53}, IsoWeek{2026, 0}, IsoWeek{2026, 54}, IsoWeek{2026, -1}, IsoWeek{0, 1},
                             IsoWeek{10000, 1}, IsoWeek{2026, 2147483647}}) {
    CHECK_FALSE(days_of(week));
    CHECK_FALSE(school_days_of(week));
  }
}

TEST_CASE("weeks reach the edges of what a date can be", "[calendar]") {
  CHECK(iso_week(Date(1400, 1, 1)) == IsoWeek{1400, 1});
  CHECK(iso_week(Date(9999, 12, 31)) == IsoWeek{9999, 52});
  CHECK_FALSE(days_of(IsoWeek{1400, 1}));   // begins in 1399
  CHECK_FALSE(days_of(IsoWeek{9999, 52}));  // ends in 10000
  CHECK(days_of(IsoWeek{1400, 2}));
  CHECK(days_of(IsoWeek{9999, 51}));
}

TEST_CASE("weeks are read strictly and written back", "[calendar]") {
  CHECK(parse_iso_week("2026-W44") == IsoWeek{2026, 44});
  CHECK(parse_iso_week("2026-W53") == IsoWeek{2026, 53});
  CHECK(to_string(IsoWeek{2027, 7}) == "2027-W07");
  for (const std::string_view text : {"2026-W1", "2026W44", "2026-w44", "2026-44", "2026-W00", "2027-W53", "2026-W54",
                                      "2026-W44 ", " 2026-W44", "2026-W44-1", "2026-W+4", "", "20２6-W4"})
    CHECK_FALSE(parse_iso_week(text));
  for (Date monday(1990, 1, 1); monday <= Date(2100, 12, 27); monday += boost::gregorian::date_duration(7)) {
    const IsoWeek week = iso_week(monday);
    if (parse_iso_week(to_string(week)) != week || days_of(week)->start != monday) FAIL(to_string(monday));
  }
}
