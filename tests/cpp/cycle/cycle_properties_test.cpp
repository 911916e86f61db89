// What holds of every cycle, tried on systems made at random.
#include "cycle/system.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_random.hpp>

#include <array>
#include <random>
#include <tuple>

using namespace kvalitet;
using namespace kvalitet::test;

namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
  }

  QualitySystem any_system() {
    QualitySystem made = test::system();
    for (int i = number(0, 4); i > 0; --i) made.guideline.dialogues.push_back(any_dialogue(id("talk", i)));
    for (int i = number(0, 4); i > 0; --i) made.guideline.meetings.push_back(any_dialogue(id("board", i)));
    for (int i = number(0, 3); i > 0; --i)
      made.guideline.documents.push_back(
          document(id("report", i), number(0, 1) == 0 ? std::nullopt : std::optional<Timing>(any_timing())));
    for (int i = number(0, 3); i > 0; --i) {
      Survey survey;
      survey.id = id("survey", i);
      survey.timing = any_timing();
      made.guideline.surveys.push_back(survey);
    }
    for (int i = number(0, 2); i > 0; --i) made.policy.due_dates.push_back({any_id("report"), any_month_day()});
    for (int i = number(0, 6); i > 0; --i) {
      const Date start = any_day();
      made.policy.bookings.push_back(Booking{
          any_id(bookable[static_cast<std::size_t>(number(0, 2))]), {}, {start, *add_days(start, number(-1, 30))}, ""});
    }
    if (number(0, 3) == 0) made.guideline.valid_from = any_day();
    if (number(0, 3) == 0) made.guideline.valid_to = any_day();
    return made;
  }

  Date any_day() { return *add_days(Date(2024, 1, 1), number(0, 4 * 365)); }

 private:
  static Id id(const std::string& name, int i) { return Id(name + std::to_string(i)); }
  Id any_id(const std::string& name) { return id(name, number(1, 4)); }

  MonthDay any_month_day() {
    const int month = number(1, 12);
    return MonthDay{month, number(0, month == 2 ? 29 : 30)};
  }

  Timing any_timing() {
    Timing made = timing(number(0, 1) == 0 ? Clock::school_year : Clock::calendar_year);
    for (int i = number(0, 3); i > 0; --i) made.windows.push_back(window(any_month_day(), any_month_day(), id("w", i)));
    made.monthly = number(0, 2) == 0;
    made.every_years = number(0, 3);
    if (number(0, 1) == 0) made.first_year = number(2020, 2027);
    return made;
  }

  Dialogue any_dialogue(Id name) {
    Dialogue made = dialogue(std::move(name), any_timing());
    if (number(0, 1) == 0) made.brings = {Bring{any_id("report"), DocumentState::complete, "principal", from_text()}};
    return made;
  }

  static Basis from_text() {
    Basis basis;
    basis.origin = Origin::guideline;
    return basis;
  }

  static constexpr std::array bookable{"talk", "board", "report"};
  std::mt19937 random_;
};

auto order(const Event& event) { return std::tuple(event.start, event.end, event.kind, event.id.view()); }

bool precedes(const Event& a, const Event& b) { return order(a) < order(b); }

void check_cycle(const AnnualCycle& cycle, const Guideline& guideline) {
  for (const Event& event : cycle.events) {
    INFO(event.id.str() << " " << to_string(event.start) << " " << to_string(event.end));
    REQUIRE(event.start <= event.end);
    REQUIRE(guideline.valid_from <= event.end);
    REQUIRE((!guideline.valid_to || event.start <= *guideline.valid_to));
  }
  // In strict order: sorted, and no two events the same.
  REQUIRE(std::adjacent_find(cycle.events.begin(), cycle.events.end(),
                             [](const Event& a, const Event& b) { return !precedes(a, b); }) == cycle.events.end());
  std::vector<std::string> names = ids(cycle);
  std::sort(names.begin(), names.end());
  REQUIRE(std::adjacent_find(names.begin(), names.end()) == names.end());
}

std::vector<Event> of_clock(const AnnualCycle& cycle, Clock clock) {
  std::vector<Event> found;
  std::copy_if(cycle.events.begin(), cycle.events.end(), std::back_inserter(found),
               [&](const Event& event) { return event.clock == clock; });
  return found;
}

}  // namespace

TEST_CASE("every cycle is in order, with ids of its own and within the guideline's validity", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(60, random(0, 1 << 30)))));
  const QualitySystem system = make.any_system();
  check_cycle(annual_cycle(system, SchoolYear{2025}), system.guideline);
  check_cycle(annual_cycle(system, CalendarYear{2026}), system.guideline);

  const Date start = make.any_day();
  const Period period{start, *add_days(start, make.number(0, 900))};
  const AnnualCycle cycle = annual_cycle(system, period);
  check_cycle(cycle, system.guideline);
  for (const Event& event : cycle.events) REQUIRE(period.overlaps(Period{event.start, event.end}));
}

TEST_CASE("parts with the same id are told apart", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(30, random(0, 1 << 30)))));
  QualitySystem system = make.any_system();
  for (Dialogue& dialogue : system.guideline.dialogues) dialogue.id = "same";
  for (Document& document : system.guideline.documents) document.id = "report1";
  for (Survey& survey : system.guideline.surveys)
    for (Window& window : survey.timing.windows) window.id = Id();
  check_cycle(annual_cycle(system, SchoolYear{2025}), system.guideline);
  check_cycle(annual_cycle(system, Period{Date(2024, 10, 1), Date(2027, 2, 28)}), system.guideline);
}

TEST_CASE("of the other clock a year shows what overlaps its days", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(60, random(0, 1 << 30)))));
  const QualitySystem system = make.any_system();
  const SchoolYear year{make.number(2023, 2028)};
  std::vector<Event> expected = of_clock(annual_cycle(system, days_of(year)), Clock::calendar_year);
  expected.erase(std::remove_if(expected.begin(), expected.end(),
                                [&](const Event& event) { return !event.dated && event.start < days_of(year).start; }),
                 expected.end());
  CHECK(ids(of_clock(annual_cycle(system, year), Clock::calendar_year)) == ids(expected));
}

TEST_CASE("school years that follow each other add up to the period's", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(60, random(0, 1 << 30)))));
  const QualitySystem system = make.any_system();
  const int first = make.number(2022, 2026);
  const Period period{days_of(SchoolYear{first}).start, days_of(SchoolYear{first + 2}).end};
  std::vector<Event> years;
  for (int year = first - 2; year <= first + 2; ++year)
    for (Event& event : of_clock(annual_cycle(system, SchoolYear{year}), Clock::school_year))
      if (period.overlaps(Period{event.start, event.end})) years.push_back(std::move(event));
  std::sort(years.begin(), years.end(), precedes);
  CHECK(years == of_clock(annual_cycle(system, period), Clock::school_year));
}

TEST_CASE("a period within a period shows the same events", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(60, random(0, 1 << 30)))));
  const QualitySystem system = make.any_system();
  const Period wide{Date(2023, 1, 1), Date(2029, 12, 31)};
  const Date start = make.any_day();
  const Period narrow{start, *add_days(start, make.number(0, 500))};
  std::vector<Event> expected = annual_cycle(system, wide).events;
  expected.erase(std::remove_if(expected.begin(), expected.end(),
                                [&](const Event& event) {
                                  return !narrow.overlaps(Period{event.start, event.end});
                                }),
                 expected.end());
  const std::vector<Event> found = annual_cycle(system, narrow).events;
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    INFO(found[i].id.str() << " and " << expected[i].id.str());
    CHECK(found[i] == expected[i]);
  }
}

TEST_CASE("a document is due when what it is brought to begins, unless it has local days of its own", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(60, random(0, 1 << 30)))));
  const QualitySystem system = make.any_system();
  const auto& bookings = system.policy.bookings;
  const AnnualCycle cycle = annual_cycle(system, Period{Date(2023, 1, 1), Date(2029, 12, 31)});
  for (const Event& event : cycle.events) {
    const bool follows = event.kind == EventKind::document && event.basis.origin == Origin::guideline;
    if (!follows ||
        std::any_of(bookings.begin(), bookings.end(), [&](const Booking& b) { return b.event == event.type; }))
      continue;
    INFO(event.id.str());
    const std::string held = event.id.str().substr(("document:" + event.type.str() + ":").size());
    const Event* dialogue = find(cycle, "dialogue:" + held);
    if (dialogue == nullptr) dialogue = find(cycle, "meeting:" + held);
    REQUIRE(dialogue != nullptr);
    CHECK(event.start == dialogue->start);
    const bool booked = std::any_of(bookings.begin(), bookings.end(), [&](const Booking& b) {
      return b.event == dialogue->type && b.days == Period{dialogue->start, dialogue->end};
    });
    CHECK(event.end == (booked ? dialogue->start : dialogue->end));
  }
}

TEST_CASE("on agrees with reading every event, and next only moves on", "[cycle]") {
  Maker make(static_cast<unsigned>(GENERATE(take(40, random(0, 1 << 30)))));
  const AnnualCycle cycle = annual_cycle(make.any_system(), CalendarYear{2026});
  const auto count = static_cast<std::size_t>(make.number(1, 5));
  std::optional<Date> earliest;
  for (Date day(2025, 12, 1); day < Date(2027, 3, 1); day = *add_days(day, 3)) {
    std::vector<Event> lying;
    for (const Event& event : cycle.events)
      if (Period{event.start, event.end}.contains(day)) lying.push_back(event);
    REQUIRE(on(cycle, day) == lying);

    const std::vector<Event> coming = next(cycle, day, count);
    REQUIRE(coming.size() <= count);
    for (const Event& event : coming) REQUIRE(day <= event.end);
    if (coming.empty()) continue;
    REQUIRE((!earliest || *earliest <= coming.front().start));
    earliest = coming.front().start;
  }
}
