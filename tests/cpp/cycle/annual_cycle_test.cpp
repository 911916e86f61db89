// Windows, clocks and years; what a policy books, moves and adds.
#include "cycle/system.hpp"
#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using namespace kvalitet;
using namespace kvalitet::test;

using Days = std::vector<std::string>;

namespace {

/// Whether a reading says, in both languages, that nobody has decided.
bool is_default(const Localised& reading) {
  const bool in_english = reading.en.view().find("default") != std::string_view::npos;
  CHECK((reading.sv.view().find("förval") != std::string_view::npos) == in_english);
  return in_english;
}

Duty duty(const char* id, const char* actor, Id about) {
  Duty made;
  made.id = id;
  made.actor = actor;
  made.about = std::move(about);
  return made;
}

}  // namespace

TEST_CASE("where a window starts decides its school year", "[cycle]") {
  struct Case {
    MonthDay from, to;
    std::string days;
  };
  const auto c = GENERATE(values<Case>({
      {month(8), month(8), "dialogue:talk:2026-27 2026-08-01 2026-08-31"},
      {month(11), month(2), "dialogue:talk:2026-27 2026-11-01 2027-02-28"},
      {{12, 15}, {1, 10}, "dialogue:talk:2026-27 2026-12-15 2027-01-10"},
      {month(1), month(1), "dialogue:talk:2026-27 2027-01-01 2027-01-31"},
      {month(7), month(7), "dialogue:talk:2026-27 2027-07-01 2027-07-31"},
      {{7, 15}, {8, 20}, "dialogue:talk:2026-27 2027-07-15 2027-08-20"},
      {{2, 29}, {2, 29}, "dialogue:talk:2026-27 2027-02-28 2027-02-28"},
  }));
  CHECK(days(annual_cycle(with_dialogue(timing(Clock::school_year, {window(c.from, c.to)})), SchoolYear{2026})) ==
        Days{c.days});
}

TEST_CASE("29 February comes in leap years", "[cycle]") {
  const QualitySystem system = with_dialogue(timing(Clock::school_year, {window({2, 29}, {2, 29})}));
  CHECK(days(annual_cycle(system, SchoolYear{2027})) == Days{"dialogue:talk:2027-28 2028-02-29 2028-02-29"});
}

TEST_CASE("windows that cross New Year on the calendar year's clock", "[cycle]") {
  const QualitySystem system = with_dialogue(timing(Clock::calendar_year, {window(month(12), month(1))}));
  CHECK(days(annual_cycle(system, CalendarYear{2027})) == Days{"dialogue:talk:2027 2027-12-01 2028-01-31"});
  CHECK(days(annual_cycle(system, SchoolYear{2026})) == Days{"dialogue:talk:2026 2026-12-01 2027-01-31"});
  CHECK(days(annual_cycle(system, Period{Date(2027, 1, 31), Date(2027, 12, 1)})) ==
        Days{"dialogue:talk:2026 2026-12-01 2027-01-31", "dialogue:talk:2027 2027-12-01 2028-01-31"});
  CHECK(days(annual_cycle(system, Period{Date(2027, 2, 1), Date(2027, 11, 30)})).empty());
}

TEST_CASE("what has no window may be any day of its clock's year", "[cycle]") {
  const QualitySystem school = with_dialogue(timing(Clock::school_year));
  const AnnualCycle cycle = annual_cycle(school, SchoolYear{2026});
  CHECK(days(cycle) == Days{"dialogue:talk:2026-27 2026-08-01 2027-07-31"});
  CHECK_FALSE(cycle.events[0].dated);
  CHECK(ids(annual_cycle(school, CalendarYear{2026})) == Days{"dialogue:talk:2026-27"});
  CHECK(ids(annual_cycle(school, Period{Date(2026, 1, 1), Date(2026, 12, 31)})) ==
        Days{"dialogue:talk:2025-26", "dialogue:talk:2026-27"});

  const QualitySystem calendar = with_dialogue(timing(Clock::calendar_year));
  CHECK(days(annual_cycle(calendar, CalendarYear{2027})) == Days{"dialogue:talk:2027 2027-01-01 2027-12-31"});
  CHECK(ids(annual_cycle(calendar, SchoolYear{2026})) == Days{"dialogue:talk:2027"});
}

TEST_CASE("what comes every month is clipped to its window", "[cycle]") {
  Timing monthly = timing(Clock::school_year, {window({11, 15}, {2, 10})});
  monthly.monthly = true;
  CHECK(days(annual_cycle(with_dialogue(monthly), SchoolYear{2027})) ==
        Days{"dialogue:talk:2027-11 2027-11-15 2027-11-30", "dialogue:talk:2027-12 2027-12-01 2027-12-31",
             "dialogue:talk:2028-01 2028-01-01 2028-01-31", "dialogue:talk:2028-02 2028-02-01 2028-02-10"});

  monthly.windows = {window({9, 20}, {9, 10})};  // ends in the month it began in
  CHECK(annual_cycle(with_dialogue(monthly), SchoolYear{2026}).events.size() == 12);
  monthly.windows.clear();
  const AnnualCycle whole = annual_cycle(with_dialogue(monthly), SchoolYear{2026});
  REQUIRE(whole.events.size() == 12);
  CHECK(whole.events.front().id == "dialogue:talk:2026-08");
  CHECK(whole.events.front().dated);
}

TEST_CASE("months without a meeting are left out of monthly meetings and what is brought to them", "[cycle]") {
  QualitySystem system = test::system();
  Timing monthly = timing(Clock::calendar_year, {window(month(5), month(8))});
  monthly.monthly = true;
  Dialogue board = dialogue("board", monthly);
  board.brings = {Bring{"report", DocumentState::complete, "organiser", {}}};
  system.guideline.meetings = {board, dialogue("july", timing(Clock::calendar_year, {window(month(7), month(7))}))};
  system.guideline.dialogues = {dialogue("talk", monthly)};
  system.guideline.documents = {document("report")};
  system.policy.months_without_meeting = {6, 7};
  CHECK(ids(annual_cycle(system, CalendarYear{2026})) ==
        Days{"dialogue:talk:2026-05", "meeting:board:2026-05", "document:report:board:2026-05", "dialogue:talk:2026-06",
             "dialogue:talk:2026-07", "meeting:july:2026", "dialogue:talk:2026-08", "meeting:board:2026-08",
             "document:report:board:2026-08"});
  CHECK(find(annual_cycle(system, CalendarYear{2026}), "document:report:board:2026-05")->title ==
        Localised{"Rapport inför dialog board, maj", "Report for the Dialogue board, May"});
}

TEST_CASE("what comes every few years", "[cycle]") {
  const auto years = [](std::optional<int> first, int every) {
    Timing t = timing(Clock::calendar_year, {window(month(3), month(3))});
    t.first_year = first;
    t.every_years = every;
    Days found;
    for (const Event& event : annual_cycle(with_dialogue(t), Period{Date(2020, 1, 1), Date(2029, 12, 31)}).events)
      found.push_back(event.id.str().substr(event.id.str().size() - 4));
    return found;
  };
  CHECK(years(2022, 3) == Days{"2022", "2025", "2028"});
  CHECK(years(2027, 1) == Days{"2027", "2028", "2029"});
  CHECK(years(std::nullopt, 4) == Days{"2020", "2024", "2028"});  // valid from 2000
  CHECK(years(2028, 0) == Days{"2028", "2029"});
  CHECK(years(2028, -5) == Days{"2028", "2029"});
  CHECK(years(std::numeric_limits<int>::min(), 5) == Days{"2022", "2027"});
  CHECK(years(std::nullopt, 1).size() == 10);
}

TEST_CASE("only what falls within the guideline's validity", "[cycle]") {
  QualitySystem system = with_dialogue(timing(Clock::school_year, {window(month(9), month(10))}));
  const auto has_2026 = [&](Date from, std::optional<Date> to) {
    system.guideline.valid_from = from;
    system.guideline.valid_to = to;
    return !annual_cycle(system, SchoolYear{2026}).events.empty();
  };
  CHECK(has_2026(Date(2026, 10, 31), std::nullopt));
  CHECK_FALSE(has_2026(Date(2026, 11, 1), std::nullopt));
  CHECK(has_2026(Date(2020, 1, 1), Date(2026, 9, 1)));
  CHECK_FALSE(has_2026(Date(2020, 1, 1), Date(2026, 8, 31)));
}

TEST_CASE("bookings narrow the window they lie in", "[cycle]") {
  QualitySystem system = with_dialogue(
      timing(Clock::school_year, {window(month(11), month(2), "winter"), window(month(5), month(5), "spring")}));
  system.guideline.dialogues[0].basis.origin = Origin::guideline;
  const auto book = [&](Id event, Id in, Date start, Date end) {
    system.policy.bookings.push_back(Booking{event, in, Period{start, end}, "Stadshotellet"});
  };
  book("talk", {}, Date(2027, 1, 20), Date(2027, 1, 21));
  book("talk", "winter", Date(2026, 12, 1), Date(2026, 12, 1));
  book("talk", "spring", Date(2027, 1, 22), Date(2027, 1, 22));  // not in that window
  book("talk", "autumn", Date(2027, 5, 4), Date(2027, 5, 4));    // no such window
  book("other", {}, Date(2027, 5, 5), Date(2027, 5, 5));
  book("talk", {}, Date(2027, 5, 7), Date(2027, 5, 6));   // ends before it starts
  book("talk", {}, Date(2027, 5, 1), Date(2028, 4, 30));  // 366 days

  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  CHECK(days(cycle) == Days{"dialogue:talk:winter:2026-27:2 2026-12-01 2026-12-01",
                            "dialogue:talk:winter:2026-27 2027-01-20 2027-01-21",
                            "dialogue:talk:spring:2026-27 2027-05-01 2027-05-31"});
  CHECK(cycle.events[0].place == "Stadshotellet");
  CHECK(cycle.events[2].place.empty());
  for (const Event& event : cycle.events) CHECK(event.basis.origin == Origin::guideline);

  // The same names, whatever part of the year is asked for.
  CHECK(ids(annual_cycle(system, CalendarYear{2026})) ==
        Days{"dialogue:talk:winter:2025-26", "dialogue:talk:spring:2025-26", "dialogue:talk:winter:2026-27:2"});
  CHECK(ids(annual_cycle(system, Period{Date(2026, 12, 1), Date(2026, 12, 1)})) ==
        Days{"dialogue:talk:winter:2026-27:2"});
}

TEST_CASE("a booking dates what has no window, and may run past its own", "[cycle]") {
  QualitySystem system = with_dialogue(timing(Clock::calendar_year));
  system.policy.bookings = {Booking{"talk", {}, Period{Date(2026, 12, 31), Date(2027, 12, 30)}, ""}};
  const AnnualCycle cycle = annual_cycle(system, CalendarYear{2026});
  CHECK(days(cycle) == Days{"dialogue:talk:2026 2026-12-31 2027-12-30"});
  CHECK(cycle.events[0].dated);
  CHECK(ids(annual_cycle(system, Period{Date(2027, 12, 30), Date(2027, 12, 31)})) ==
        Days{"dialogue:talk:2026", "dialogue:talk:2027"});
}

TEST_CASE("a document has its own windows, or those of what it is brought to, or local days", "[cycle]") {
  QualitySystem system = test::system();
  Dialogue talk = dialogue("talk", timing(Clock::school_year, {window(month(9), month(9))}));
  talk.brings = {Bring{"brought", DocumentState::begun, "organiser", {}}, Bring{"own", {}, {}, {}}};
  talk.brings[0].basis.reading = {"Läst så.", "Read so."};
  talk.school_forms = {SchoolForm::FS};
  system.guideline.dialogues = {talk};
  const Timing june = timing(Clock::school_year, {window(month(6), month(6))});
  system.guideline.documents = {document("brought"), document("own", june), document("never")};
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  CHECK(ids(cycle) == Days{"dialogue:talk:2026-27", "document:brought:talk:2026-27", "document:own:2026-27"});
  const Event& brought = cycle.events[1];
  CHECK(brought.brings == std::vector<Bring>{talk.brings[0]});
  CHECK(brought.basis == talk.brings[0].basis);
  CHECK(brought.actors == std::vector<Id>{"principal", "organiser"});
  CHECK(brought.school_forms == std::vector{SchoolForm::FS});
  CHECK(cycle.events[2].brings.empty());
  CHECK(cycle.events[0].actors == std::vector<Id>{"organiser"});

  system.policy.due_dates = {DueDate{"never", month(3)}};
  CHECK(days(annual_cycle(system, SchoolYear{2026}))[2] == "document:never:2026-27 2027-03-31 2027-03-31");
  system.policy.due_dates.clear();
  system.policy.bookings = {Booking{"never", {}, Period{Date(2027, 4, 1), Date(2027, 4, 2)}, ""}};
  CHECK(days(annual_cycle(system, SchoolYear{2026}))[2] == "document:never:2026-27 2027-04-01 2027-04-02");
}

TEST_CASE("a due date is one local day", "[cycle]") {
  QualitySystem system = test::system();
  system.guideline.documents = {document("report", timing(Clock::school_year, {window(month(11), month(2), "winter"),
                                                                               window(month(5), month(6), "summer")}))};
  system.guideline.documents[0].basis.citation = Citation{"5", "Rapport", "Ord."};
  system.guideline.documents[0].basis.origin = Origin::guideline;
  struct Case {
    MonthDay on;
    std::string id;
    std::string day;
  };
  const auto c = GENERATE(values<Case>({
      {{1, 15}, "document:report:winter:2026-27", "2027-01-15"},
      {month(2), "document:report:winter:2026-27", "2027-02-28"},
      {{12, 1}, "document:report:winter:2026-27", "2026-12-01"},
      {{6, 10}, "document:report:summer:2026-27", "2027-06-10"},
      {{9, 30}, "document:report:winter:2026-27", "2026-09-30"},  // before both: the next
      {{4, 1}, "document:report:summer:2026-27", "2027-04-01"},   // between them: the next
      {{7, 1}, "document:report:summer:2026-27", "2027-07-01"},   // after both: the last
  }));
  system.policy.due_dates = {DueDate{"report", c.on}, DueDate{"report", c.on}, DueDate{"none", c.on}};
  system.policy.is_default = GENERATE(true, false);

  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  REQUIRE(cycle.events.size() == 2);
  for (const Event& event : cycle.events) {
    INFO(event.id.str() << " " << c.day);
    const bool moved = event.id == c.id;
    CHECK((to_string(event.start) == c.day) == moved);
    CHECK((event.start == event.end) == moved);
    CHECK((event.basis.origin == Origin::local_policy) == moved);
    CHECK(event.basis.citation.has_value() == !moved);
    CHECK(is_default(event.basis.reading) == (moved && system.policy.is_default));
  }
}

TEST_CASE("a booked document keeps its days", "[cycle]") {
  QualitySystem system = test::system();
  system.guideline.documents = {document("report", timing(Clock::school_year))};
  system.policy.due_dates = {DueDate{"report", {6, 10}}};
  system.policy.bookings = {Booking{"report", {}, Period{Date(2027, 6, 1), Date(2027, 6, 2)}, ""}};
  CHECK(days(annual_cycle(system, SchoolYear{2026})) == Days{"document:report:2026-27 2027-06-01 2027-06-02"});
  CHECK(days(annual_cycle(system, SchoolYear{2027})) == Days{"document:report:2027-28 2028-06-10 2028-06-10"});
}

namespace {

/// A report that is brought to a dialogue in the winter and in May.
QualitySystem with_brought_report() {
  QualitySystem made = with_dialogue(
      timing(Clock::school_year, {window(month(11), month(2), "winter"), window(month(5), month(5), "spring")}));
  made.guideline.dialogues[0].brings = {Bring{"report", DocumentState::complete, "principal", {}}};
  made.guideline.dialogues[0].brings[0].basis.origin = Origin::guideline;
  made.guideline.documents = {document("report")};
  return made;
}

void book(QualitySystem& system, Id event, Date start, Date end) {
  system.policy.bookings.push_back(Booking{std::move(event), {}, Period{start, end}, "Stadshotellet"});
}

Days of_documents(const QualitySystem& system) {
  return days(filtered(annual_cycle(system, SchoolYear{2026}), {.kind = EventKind::document}));
}

const std::string in_spring = "document:report:talk:spring:2026-27 2027-05-01 2027-05-31";

}  // namespace

TEST_CASE("a document is due when the dialogue it is brought to has been booked", "[cycle]") {
  QualitySystem system = with_brought_report();
  book(system, "talk", Date(2027, 1, 20), Date(2027, 1, 21));
  CHECK(of_documents(system) == Days{"document:report:talk:winter:2026-27 2027-01-20 2027-01-20", in_spring});

  // One for each group, with the group's number.
  book(system, "talk", Date(2026, 12, 1), Date(2026, 12, 1));
  book(system, "talk", Date(2027, 1, 9), Date(2027, 1, 8));  // ends before it starts
  CHECK(of_documents(system) == Days{"document:report:talk:winter:2026-27:2 2026-12-01 2026-12-01",
                                     "document:report:talk:winter:2026-27 2027-01-20 2027-01-20", in_spring});
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  CHECK(find(cycle, "dialogue:talk:winter:2026-27:2")->start == Date(2026, 12, 1));
  const Event& report = *find(cycle, "document:report:talk:winter:2026-27:2");
  CHECK(report.place == "Stadshotellet");
  CHECK(report.basis.origin == Origin::guideline);
  CHECK(report.title == Localised{"Rapport inför dialog talk", "Report for the Dialogue talk"});
}

TEST_CASE("a due date comes before the bookings of the dialogue, and the document's own before both", "[cycle]") {
  QualitySystem system = with_brought_report();
  book(system, "talk", Date(2027, 1, 20), Date(2027, 1, 21));
  book(system, "talk", Date(2026, 12, 1), Date(2026, 12, 1));
  system.policy.due_dates = {DueDate{"report", {1, 15}}};
  CHECK(of_documents(system) == Days{"document:report:talk:winter:2026-27 2027-01-15 2027-01-15", in_spring});
  CHECK(annual_cycle(system, SchoolYear{2026}).events.size() == 5);

  book(system, "report", Date(2027, 1, 4), Date(2027, 1, 8));
  CHECK(of_documents(system) == Days{"document:report:talk:winter:2026-27 2027-01-04 2027-01-08", in_spring});
}

TEST_CASE("a booked dialogue without a window dates what is brought to it", "[cycle]") {
  QualitySystem system = with_brought_report();
  system.guideline.dialogues[0].timing.windows.clear();
  book(system, "talk", Date(2027, 3, 4), Date(2027, 3, 4));
  CHECK(of_documents(system) == Days{"document:report:talk:2026-27 2027-03-04 2027-03-04"});
  CHECK(annual_cycle(system, SchoolYear{2026}).events[0].dated);
}

TEST_CASE("a document with a time of its own keeps it when the dialogue is booked", "[cycle]") {
  QualitySystem system = with_brought_report();
  system.guideline.documents = {document("report", timing(Clock::school_year, {window(month(6), month(6))}))};
  book(system, "talk", Date(2027, 1, 20), Date(2027, 1, 21));
  CHECK(of_documents(system) == Days{"document:report:2026-27 2027-06-01 2027-06-30"});
}

TEST_CASE("levels, actors and audience", "[cycle]") {
  QualitySystem system = with_dialogue(timing(Clock::school_year));
  Dialogue& talk = system.guideline.dialogues[0];
  talk.between = {"organisers", "organisers"};
  talk.participants = {Participant{"organiser", {}, {}, false, {}}, Participant{"principal", {}, {}, false, {}},
                       Participant{"organiser", {}, {}, false, {}}};
  system.policy.audiences = {Audience{"talk", {"principal", "board", "board"}}, Audience{"other", {"pupils"}}};
  system.guideline.duties = {duty("invite", "head", "talk"), duty("come", "principal", "talk"),
                             duty("lead", "educators", {}), duty("ask", "pupils", "other")};
  system.policy.follow_ups = {FollowUpPoint{"talk", {}, "principal", timing(Clock::calendar_year)}};
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  const Event& event = *find(cycle, "dialogue:talk:2026-27");
  CHECK(event.levels == std::vector<Id>{"principals", "organisers"});
  CHECK(event.actors == std::vector<Id>{"organiser", "principal"});
  CHECK(event.audience == std::vector<Id>{"organiser", "principal", "head", "board"});
  CHECK(find(cycle, "follow_up:talk:2027")->audience == std::vector<Id>{"principal", "board"});
}

TEST_CASE("surveys and follow-ups", "[cycle]") {
  QualitySystem system = test::system();
  Survey survey;
  survey.id = "tld";
  survey.title = {"TLD-mätning", ""};
  survey.asked_by = "organiser";
  survey.respondents = {"children"};
  survey.question = Link{"where", {}};
  survey.timing.windows = {window(month(10), month(10), "first", {"Ängsmätningen", "The first round"}),
                           window(month(4), month(4), "second", {"TLD igen", ""})};
  system.guideline.surveys = {survey};
  system.policy.follow_ups = {FollowUpPoint{"point", {"Uppföljning", ""}, "principal", timing(Clock::school_year)}};
  system.policy.is_default = GENERATE(true, false);
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  REQUIRE(ids(cycle) == Days{"follow_up:point:2026-27", "survey:tld:first:2026-27", "survey:tld:second:2026-27"});
  CHECK(cycle.events[0].title == Localised{"Uppföljning", "Uppföljning"});
  CHECK(cycle.events[0].basis.origin == Origin::local_policy);
  CHECK(is_default(cycle.events[0].basis.reading) == system.policy.is_default);
  CHECK(cycle.events[1].title == Localised{"TLD-mätning, ängsmätningen", "TLD-mätning, the first round"});
  CHECK(cycle.events[1].actors == std::vector<Id>{"organiser", "children"});
  CHECK(cycle.events[1].question == Id("where"));
  CHECK(cycle.events[2].title == Localised{"TLD-mätning, TLD igen", "TLD-mätning, TLD igen"});
}

TEST_CASE("odd data never throws and keeps ids apart", "[cycle]") {
  QualitySystem system = test::system();
  Dialogue nameless;
  nameless.timing.windows = {window(month(9), month(9)), window(month(3), month(3))};
  nameless.brings = {Bring{}, Bring{"missing", {}, {}, {}}};
  system.guideline.dialogues = {nameless, nameless};
  system.guideline.documents = {Document{}};
  system.policy.audiences = {Audience{}};
  system.policy.bookings = {Booking{}};
  system.policy.months_without_meeting = {0, 13};
  system.policy.due_dates = {DueDate{{}, MonthDay{13, 40}}};
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  std::vector<std::string> found = ids(cycle);
  std::sort(found.begin(), found.end());
  CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
  CHECK(std::count(found.begin(), found.end(), "dialogue::2026-27:4") == 1);
}

TEST_CASE("years and periods that a cycle cannot cover", "[cycle]") {
  const QualitySystem system = with_dialogue(timing(Clock::school_year, {window(month(11), month(2))}));
  const auto code = [&](auto of) -> std::string {
    try {
      (void)annual_cycle(system, of);
      return "";
    } catch (const UsageError& error) {
      return std::string(error.code());
    }
  };
  CHECK(code(SchoolYear{1401}) == "cycle.out-of-range");
  CHECK(code(SchoolYear{9998}) == "cycle.out-of-range");
  CHECK(code(CalendarYear{std::numeric_limits<int>::max()}) == "cycle.out-of-range");
  CHECK(code(Period{Date(1401, 12, 31), Date(1402, 1, 1)}) == "cycle.out-of-range");
  CHECK(code(Period{Date(9997, 1, 1), Date(9998, 1, 1)}) == "cycle.out-of-range");
  CHECK(code(Period{Date(boost::date_time::not_a_date_time), Date(2026, 1, 1)}) == "cycle.out-of-range");
  CHECK(code(Period{Date(2026, 1, 2), Date(2026, 1, 1)}) == "cycle.period-reversed");
  CHECK(code(Period{Date(2020, 1, 1), Date(2030, 1, 1)}) == "cycle.period-too-long");
  CHECK(code(Period{Date(2020, 1, 1), Date(2029, 12, 31)}).empty());
  CHECK(code(SchoolYear{1402}).empty());
  CHECK(code(SchoolYear{9997}).empty());
  CHECK(code(CalendarYear{9997}).empty());
}
