// What has been booked at a time of day.
#include "cycle/system.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::test;

namespace {

/// The dialogue in September, which takes two hours by the guideline, booked for one day.
Event booked(std::optional<TimeOfDay> time, std::optional<int> minutes, Date last = Date(2026, 9, 15)) {
  QualitySystem system = with_dialogue(timing(Clock::school_year, {window(month(9), month(9))}));
  system.guideline.dialogues[0].duration_minutes = 120;
  system.policy.bookings = {Booking{"talk", {}, {Date(2026, 9, 15), last}, "Sal B", time, minutes}};
  return annual_cycle(system, SchoolYear{2026}).events.at(0);
}

}  // namespace

TEST_CASE("a booking gives its event a time of day and, before the guideline, a length", "[cycle]") {
  const Event event = booked(TimeOfDay{13, 15}, {});
  CHECK(event.start_time == TimeOfDay{13, 15});
  CHECK(event.duration_minutes == 120);
  CHECK(is_timed(event));
  CHECK(booked(TimeOfDay{13, 15}, 90).duration_minutes == 90);
  CHECK_FALSE(booked({}, 90).start_time);
  CHECK_FALSE(is_timed(booked({}, 90)));
}

TEST_CASE("a time without one day and a length makes no event of a time", "[cycle]") {
  CHECK_FALSE(is_timed(booked(TimeOfDay{13, 15}, 90, Date(2026, 9, 16))));
  CHECK_FALSE(is_timed(booked(TimeOfDay{13, 15}, 0)));
  CHECK(is_timed(booked(TimeOfDay{13, 15}, 24 * 60)));
  CHECK_FALSE(is_timed(booked(TimeOfDay{13, 15}, 24 * 60 + 1)));
}

TEST_CASE("a cycle knows what people call those in it", "[cycle]") {
  QualitySystem system = with_dialogue(timing(Clock::school_year));
  system.guideline.organiser = "Exempelby kommun";
  system.guideline.actors[0].title = {"Rektor", ""};
  system.guideline.documents = {document("report")};
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  CHECK(cycle.guideline == "test");
  CHECK(cycle.organiser == "Exempelby kommun");
  CHECK(cycle.actors.at(0) == Name{"principal", {"Rektor", "Rektor"}});
  CHECK(cycle.documents.at(0) == Name{"report", {"Rapport", "Report"}});
  CHECK(cycle.levels.size() == 2);
  AnnualCycle nothing = filtered(cycle, {.kind = EventKind::survey});
  CHECK(nothing.events.empty());
  nothing.events = cycle.events;
  CHECK(nothing == cycle);
}
