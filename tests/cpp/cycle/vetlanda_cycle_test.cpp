// What the guideline of Vetlanda says of the year, against the built-in system.
#include "cycle/system.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::test;

namespace {

void check_event(const AnnualCycle& cycle, std::string_view id, Date start, Date end) {
  INFO(id);
  const Event* event = find(cycle, id);
  REQUIRE(event != nullptr);
  CHECK(to_string(event->start) == to_string(start));
  CHECK(to_string(event->end) == to_string(end));
  CHECK(event->dated);
}

}  // namespace

TEST_CASE("Vetlanda's school year", "[cycle]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  check_event(cycle, "dialogue:preconditions:2026-27", Date(2026, 9, 1), Date(2026, 9, 30));
  check_event(cycle, "survey:tld:october:2026-27", Date(2026, 10, 1), Date(2026, 10, 31));
  check_event(cycle, "meeting:october:2026", Date(2026, 10, 1), Date(2026, 10, 31));
  check_event(cycle, "dialogue:process:2026-27", Date(2026, 11, 1), Date(2027, 2, 28));
  check_event(cycle, "meeting:february:2027", Date(2027, 2, 1), Date(2027, 2, 28));
  check_event(cycle, "survey:tld:april:2026-27", Date(2027, 4, 1), Date(2027, 4, 30));
  check_event(cycle, "dialogue:results:2026-27", Date(2027, 5, 1), Date(2027, 6, 30));
  check_event(annual_cycle(system, SchoolYear{2027}), "dialogue:process:2027-28", Date(2027, 11, 1), Date(2028, 2, 29));

  CHECK(filtered(cycle, {.kind = EventKind::dialogue}).events.size() == 3);
  CHECK(filtered(cycle, {.kind = EventKind::survey}).events.size() == 2);
}

TEST_CASE("Vetlanda's documents follow the dialogues they are brought to", "[cycle]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  check_event(cycle, "document:commitment-plan:preconditions:2026-27", Date(2026, 9, 1), Date(2026, 9, 30));
  check_event(cycle, "document:school-year-report:results:2026-27", Date(2027, 5, 1), Date(2027, 6, 30));
  check_event(cycle, "document:operational-plan:february:2027", Date(2027, 2, 1), Date(2027, 2, 28));

  const Event& report = *find(cycle, "document:school-year-report:results:2026-27");
  CHECK(report.title == Localised{"Läsårsrapport inför resultatdialog", "School-year report for the Results dialogue"});
  REQUIRE(report.brings.size() == 1);
  CHECK(report.brings[0].state == DocumentState::begun);
  CHECK(report.basis == report.brings[0].basis);
  CHECK(report.actors == std::vector<Id>{"principal"});
  CHECK(report.levels == std::vector<Id>{"principal"});

  const std::vector<std::string> documents = ids(filtered(cycle, {.kind = EventKind::document}));
  CHECK(std::none_of(documents.begin(), documents.end(),
                     [](const std::string& id) { return id.find("impact-assessment") != std::string::npos; }));
}

TEST_CASE("Vetlanda's calendar year has nine meetings", "[cycle]") {
  const AnnualCycle cycle = annual_cycle(QualitySystem::builtin("vetlanda-2024"), CalendarYear{2027});
  CHECK(ids(filtered(cycle, {.kind = EventKind::meeting})) ==
        std::vector<std::string>{"meeting:february:2027", "meeting:monthly:2027-03", "meeting:monthly:2027-04",
                                 "meeting:monthly:2027-05", "meeting:monthly:2027-06", "meeting:monthly:2027-07",
                                 "meeting:monthly:2027-08", "meeting:monthly:2027-09", "meeting:october:2027"});
  CHECK(find(cycle, "meeting:monthly:2027-03")->title == Localised{"Månatligt möte, mars", "Monthly meeting, March"});
  check_event(cycle, "dialogue:process:2026-27", Date(2026, 11, 1), Date(2027, 2, 28));
  check_event(cycle, "dialogue:process:2027-28", Date(2027, 11, 1), Date(2028, 2, 29));
}

TEST_CASE("Vetlanda's events know what they rest on and whom they concern", "[cycle]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  const Event& process = *find(cycle, "dialogue:process:2026-27");
  CHECK(process.dimension == Id("process"));
  CHECK(process.question == Id("how-to-do-it"));
  CHECK(process.levels == std::vector<Id>{"principal", "organiser"});
  CHECK(process.actors == std::vector<Id>{"principal", "unit-participants", "organiser"});
  CHECK(process.basis == system.guideline.dialogues[1].basis);
  for (const Event& event : cycle.events) {
    INFO(event.id.str());
    CHECK((event.basis.origin == Origin::local_policy) == (event.kind == EventKind::follow_up));
    CHECK(event.basis.citation.has_value() == (event.kind != EventKind::follow_up));
    CHECK_FALSE(event.levels.empty());
  }
}

TEST_CASE("Vetlanda's survey is in the calendar of everyone who has a duty about it", "[cycle]") {
  const AnnualCycle cycle = annual_cycle(QualitySystem::builtin("vetlanda-2024"), SchoolYear{2026});
  const std::vector<std::string> rounds{"survey:tld:october:2026-27", "survey:tld:april:2026-27"};
  CHECK(ids(filtered(cycle, {.kind = EventKind::survey, .audience = Id("principal")})) == rounds);
  CHECK(ids(filtered(cycle, {.kind = EventKind::survey, .audience = Id("organiser")})) == rounds);
  CHECK(filtered(cycle, {.kind = EventKind::survey, .actor = Id("principal")}).events.empty());
  CHECK(filtered(cycle, {.kind = EventKind::survey, .audience = Id("board")}).events.empty());
  CHECK(find(cycle, rounds[0])->levels == std::vector<Id>{"principal", "organiser"});
}

TEST_CASE("nothing happens before Vetlanda's guideline is valid", "[cycle]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  CHECK(annual_cycle(system, SchoolYear{2022}).events.empty());
  const AnnualCycle first = annual_cycle(system, SchoolYear{2023});  // valid from 4 June 2024
  CHECK(find(first, "dialogue:results:2023-24") != nullptr);
  CHECK(find(first, "survey:tld:april:2023-24") == nullptr);
}
