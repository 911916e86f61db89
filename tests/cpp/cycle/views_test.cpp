// Parts of a cycle.
#include "cycle/system.hpp"
#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::test;

using Ids = std::vector<std::string>;

namespace {

QualitySystem mixed() {
  QualitySystem made = test::system();
  Dialogue both = dialogue("both", timing(Clock::school_year, {window(month(9), month(10))}));
  both.between = {"principals", "organisers"};
  both.school_forms = {SchoolForm::FS, SchoolForm::GR};
  Dialogue upper = dialogue("upper", timing(Clock::calendar_year, {window(month(10), month(10))}));
  upper.participants = {Participant{"organiser", {}, {}, false, {}}};
  made.guideline.dialogues = {both};
  made.guideline.meetings = {upper};
  made.guideline.documents = {document("report", timing(Clock::school_year, {window(month(5), month(6))}))};
  made.guideline.wheels = {Wheel{"all", {}, Clock::school_year, {}, {}, {}},
                           Wheel{"meetings", {}, Clock::school_year, {EventKind::meeting, EventKind::document}, {}, {}},
                           Wheel{"organisers", {}, Clock::school_year, {}, {"organisers"}, {}},
                           Wheel{"neither", {}, Clock::school_year, {EventKind::document}, {"organisers"}, {}},
                           Wheel{"calendar", {}, Clock::calendar_year, {}, {}, {}}};
  made.policy.audiences = {Audience{"report", {"board"}}};
  return made;
}

}  // namespace

TEST_CASE("a wheel shows its kinds and its levels", "[cycle]") {
  const QualitySystem system = mixed();
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  CHECK(wheel(system, "all", 2026) == cycle);
  CHECK(ids(wheel(system, "meetings", 2026)) == Ids{"meeting:upper:2026", "document:report:2026-27"});
  CHECK(ids(wheel(system, "organisers", 2026)) == Ids{"dialogue:both:2026-27", "meeting:upper:2026"});
  CHECK(wheel(system, "neither", 2026).events.empty());
  CHECK(wheel(system, "neither", 2026).period == cycle.period);
  CHECK(wheel(system, "calendar", 2026) == annual_cycle(system, CalendarYear{2026}));
  try {
    (void)wheel(system, "\xFF", 2026);
    FAIL("no such wheel");
  } catch (const NotFoundError& error) {
    CHECK(error.code() == "cycle.no-such-wheel");
    CHECK(error.hint().en == "It has: all, meetings, organisers, neither, calendar.");
  }
}

TEST_CASE("a filter narrows by each of its parts", "[cycle]") {
  const AnnualCycle cycle = annual_cycle(mixed(), SchoolYear{2026});
  CHECK(filtered(cycle, {}) == cycle);
  CHECK(ids(filtered(cycle, {.kind = EventKind::meeting})) == Ids{"meeting:upper:2026"});
  CHECK(ids(filtered(cycle, {.actor = Id("principal")})) == Ids{"document:report:2026-27"});
  CHECK(ids(filtered(cycle, {.level = Id("organisers")})) == Ids{"dialogue:both:2026-27", "meeting:upper:2026"});
  CHECK(ids(filtered(cycle, {.audience = Id("board")})) == Ids{"document:report:2026-27"});
  CHECK(ids(filtered(cycle, {.school_form = SchoolForm::FS})) == ids(cycle));
  CHECK(ids(filtered(cycle, {.school_form = SchoolForm::GY})) == Ids{"meeting:upper:2026", "document:report:2026-27"});
  CHECK(filtered(cycle, {.kind = EventKind::meeting, .actor = Id("principal")}).events.empty());
}

TEST_CASE("what a day lies in and what comes next", "[cycle]") {
  const AnnualCycle cycle = annual_cycle(mixed(), SchoolYear{2026});
  CHECK(on(cycle, Date(2026, 8, 31)).empty());
  CHECK(ids(on(cycle, Date(2026, 9, 1))) == Ids{"dialogue:both:2026-27"});
  CHECK(ids(on(cycle, Date(2026, 10, 31))) == Ids{"dialogue:both:2026-27", "meeting:upper:2026"});
  CHECK(on(cycle, Date(2026, 11, 1)).empty());
  CHECK(ids(next(cycle, Date(2026, 10, 31), 2)) == Ids{"dialogue:both:2026-27", "meeting:upper:2026"});
  CHECK(ids(next(cycle, Date(2026, 11, 1), 2)) == Ids{"document:report:2026-27"});
  CHECK(next(cycle, Date(2026, 9, 1), 0).empty());
  CHECK(next(cycle, Date(2027, 7, 1), 5).empty());
}
