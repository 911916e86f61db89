// The state of duties, one reason at a time. Units and people are invented.
#include "kvalitet/status/status.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kvalitet;

namespace {

const QualitySystem& builtin() {
  static const QualitySystem built = QualitySystem::builtin("vetlanda-2024");
  return built;
}

/// Three units: two of Ann's and one of Bo's.
Municipality exempelby() {
  Municipality municipality;
  municipality.name = "Exempelby";
  municipality.units = {{"gran", "Granskolan", {SchoolForm::GR}, {{"12345678", {}, {}}}, {}, {}},
                        {"kotten", "Kotten", {SchoolForm::FS}, {}, {}, {}},
                        {"asp", "Aspskolan", {SchoolForm::GR, SchoolForm::FTH}, {{"23456789", {}, {}}}, {}, {}}};
  municipality.principals = {{"ann", "Ann Ek", {{{"gran", "kotten"}, LeadershipKind::ordinary, {}, {}}}},
                             {"bo", "Bo Al", {{{"asp"}, LeadershipKind::ordinary, {}, {}}}}};
  return municipality;
}

template <class Document>
Filed<Document> filed(const std::string& name, Document document) {
  return {Text(name), {std::move(document), {}}};
}

CommitmentPlan a_plan(DocumentState state = DocumentState::complete) {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  plan.principal = "Ann Ek";
  plan.units = {{"gran", {}, "Granskolan", {SchoolForm::GR}}, {"kotten", {}, "Kotten", {SchoolForm::FS}}};
  plan.state = state;
  GoalArea area;
  area.kind = "knowledge";
  Commitment commitment;
  commitment.title = "Alla läser";
  area.commitments = {commitment};
  plan.areas = {area};
  return plan;
}

StatusOptions on(Date day) {
  StatusOptions options;
  options.as_of = day;
  return options;
}

using Told = std::vector<std::string>;

/// `Ann Ek: gran kotten: late` for each row of a duty.
Told told(const std::vector<StatusRow>& rows, std::string_view duty) {
  Told all;
  for (const StatusRow& row : rows) {
    if (row.duty != duty) continue;
    std::string text = row.principal.str() + ":";
    for (const Id& unit : row.units) text += " " + unit.str();
    for (const auto& choice : Describe<DutyState>::values)
      if (choice.value == row.state) text += ": " + std::string(choice.key);
    all.push_back(text);
  }
  return all;
}

Told planning(const FiledDocuments& documents, Date day = Date(2026, 11, 23),
              const Municipality& municipality = exempelby(), const QualitySystem& system = builtin()) {
  return told(status(system, municipality, documents, SchoolYear{2026}, on(day)), "planning-done");
}

FiledDocuments with_plan(CommitmentPlan plan) {
  FiledDocuments documents;
  documents.plans = {filed("plans/ann.json", std::move(plan))};
  return documents;
}

const StatusRow& only(const std::vector<StatusRow>& rows, std::string_view duty) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const StatusRow& row) { return row.duty == duty; });
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("a plan that is missing is due until its last day and late after it", "[status]") {
  CHECK(planning({}, Date(2026, 9, 30)) == Told{"Ann Ek: gran kotten: due", "Bo Al: asp: due"});
  CHECK(planning({}, Date(2026, 10, 1)) == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: late"});
  CHECK(planning(with_plan(a_plan()), Date(2026, 10, 1)) == Told{"Ann Ek: gran kotten: done", "Bo Al: asp: late"});
  CHECK(status(builtin(), exempelby(), {}, SchoolYear{2023}, on(Date(2024, 6, 3))).empty());  // not yet in force
}

TEST_CASE("a file is not yet a document that is done", "[status]") {
  const Told late{"Ann Ek: gran kotten: late", "Bo Al: asp: late"};
  const auto note = [](const FiledDocuments& documents) {
    const auto rows = status(builtin(), exempelby(), documents, SchoolYear{2026}, on(Date(2026, 11, 23)));
    const StatusRow& row = only(rows, "planning-done");
    REQUIRE(row.evidence.size() == 1);
    CHECK_FALSE(row.evidence[0].sufficient);
    return row.evidence[0].note.en.str();
  };
  SECTION("an empty template") {
    CommitmentPlan plan = a_plan();
    plan.areas[0].commitments.clear();
    CHECK(planning(with_plan(plan)) == late);
    CHECK(note(with_plan(plan)) == "There is a file, but nobody has written anything in it.");
  }
  SECTION("one that is only begun") {
    CHECK(planning(with_plan(a_plan(DocumentState::begun))) == late);
    CHECK(note(with_plan(a_plan(DocumentState::begun))) == "The document's state is “begun”, but is to be “complete”.");
  }
  SECTION("last year's") {
    CommitmentPlan plan = a_plan();
    plan.school_year = SchoolYear{2025};
    CHECK(planning(with_plan(plan)) == late);
  }
  SECTION("a report made from the plan, until somebody writes in it") {
    FiledDocuments documents;
    SchoolYearReport report;
    report.school_year = SchoolYear{2026};
    report.principal = "Ann Ek";
    report.areas = {{"knowledge", "Kunskaper", {}, {}, {{{}, "Alla läser", {}, {}, {}, {}, {}, {}}}}};
    documents.reports = {filed("reports/ann.json", report)};
    const auto shown = [&] {
      return told(status(builtin(), exempelby(), documents, SchoolYear{2026}, on(Date(2027, 7, 1))), "show-results");
    };
    CHECK(shown() == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: late"});
    documents.reports[0].read.value.areas[0].commitments[0].results = "Fler läser.";
    CHECK(shown() == Told{"Ann Ek: gran kotten: done", "Bo Al: asp: late"});  // begun is enough
  }
}

TEST_CASE("nobody is late as long as a file that could not be read may be theirs", "[status]") {
  FiledDocuments documents = with_plan(a_plan());
  const Told nobody_knows{"Ann Ek: gran kotten: done", "Bo Al: asp: unknown"};
  SECTION("a file of another format") { documents.unread = {{DocumentKind::commitment_plan, "plans/bo.docx"}}; }
  SECTION("a file that ends too early") { documents.plans.push_back({"plans/bo.json", read_commitment_plan("{")}); }
  SECTION("a plan of no year") {
    documents.plans.push_back({"plans/bo.json", read_commitment_plan(R"({"format_version": 1, "school_year": "26/27",
      "principal": "Bo Al"})")});
  }
  SECTION("one that names its unit, and then ends too early") {
    CommitmentPlan plan = a_plan();
    plan.principal = "Bo Al";
    plan.units = {{"asp", {}, "", {}}};
    const std::string text = to_json(plan);
    documents.plans.push_back({"plans/bo.json", read_commitment_plan(text.substr(0, text.find("\"state\"")))});
  }
  CHECK(planning(documents) == nobody_knows);
  documents.unread = {{DocumentKind::school_year_report, "reports/bo.docx"}};
  documents.plans.resize(1);
  CHECK(planning(documents) == Told{"Ann Ek: gran kotten: done", "Bo Al: asp: late"});
}

TEST_CASE("a plan without units counts for whoever takes over its principal's", "[status]") {
  Municipality municipality = exempelby();
  municipality.principals[1].leads[0].to = Date(2026, 9, 15);
  municipality.principals[0].leads.push_back({{"asp"}, LeadershipKind::ordinary, Date(2026, 9, 16), {}});
  CommitmentPlan plan = a_plan();
  plan.principal = "Bo Al";
  plan.units = {};
  CHECK(planning(with_plan(plan), Date(2026, 11, 23), municipality) ==
        Told{"Ann Ek: gran kotten: late", "Ann Ek: asp: done"});
}

TEST_CASE("a name that two have had means the one that exists on the day", "[status]") {
  Municipality municipality = exempelby();
  municipality.units[0].to = Date(2025, 6, 30);
  municipality.units.push_back({"gran-2", "Granskolan", {SchoolForm::GR}, {}, Date(2025, 7, 1), {}});
  municipality.principals[0].leads[0].units = {"gran-2", "kotten"};
  CommitmentPlan plan = a_plan();
  plan.units = {{"other", {}, "Granskolan", {}}};
  CHECK(planning(with_plan(plan), Date(2026, 11, 23), municipality) ==
        Told{"Ann Ek: kotten: late", "Ann Ek: gran-2: done", "Bo Al: asp: late"});
}

TEST_CASE("a plan counts for the units that it names, by id, code or name", "[status]") {
  CommitmentPlan plan = a_plan();
  plan.units = {{"kotten", {}, "", {}}};
  CHECK(planning(with_plan(plan)) == Told{"Ann Ek: gran: late", "Ann Ek: kotten: done", "Bo Al: asp: late"});
  plan.units = {{"another-name", SchoolUnitCode("23456789"), "", {}}};
  CHECK(planning(with_plan(plan)) == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: done"});
  plan.units = {{"another-name", {}, "  GRANSKOLAN ", {}}};
  CHECK(planning(with_plan(plan)) == Told{"Ann Ek: gran: done", "Ann Ek: kotten: late", "Bo Al: asp: late"});
  plan.units = {};
  plan.principal = "ann  ek";
  CHECK(planning(with_plan(plan)) == Told{"Ann Ek: gran kotten: done", "Bo Al: asp: late"});
  plan.principal = "Somebody else";  // or one of them, misspelt
  CHECK(planning(with_plan(plan)) == Told{"Ann Ek: gran kotten: unknown", "Bo Al: asp: unknown"});
}

TEST_CASE("whoever leads a unit on the last day owes its duties", "[status]") {
  Municipality municipality = exempelby();
  municipality.principals[1].leads[0].to = Date(2026, 9, 29);
  CHECK(planning({}, Date(2026, 11, 23), municipality) == Told{"Ann Ek: gran kotten: late", ": asp: late"});
  municipality.principals[1].leads[0].to = Date(2026, 9, 30);
  CHECK(planning({}, Date(2026, 11, 23), municipality) == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: late"});
  municipality.principals[0].leads.push_back({{"asp"}, LeadershipKind::acting, Date(2026, 9, 1), {}});
  CHECK(planning({}, Date(2026, 11, 23), municipality) == Told{"Ann Ek: gran kotten asp: late"});
  municipality.principals[0].leads.back().kind = LeadershipKind::shared;
  CHECK(planning({}, Date(2026, 11, 23), municipality) == Told{"Ann Ek: gran kotten asp: late", "Bo Al: asp: late"});
  municipality.units[2].to = Date(2026, 9, 29);  // closed
  CHECK(planning({}, Date(2026, 11, 23), municipality) == Told{"Ann Ek: gran kotten: late"});
}

TEST_CASE("a decision to depart answers what is not done while it holds", "[status][deviations]") {
  DutyDeviation decision;
  decision.duty = "planning-done";
  decision.units = {"asp"};
  decision.decided_by = "Skolchefen";
  decision.reason = "Ny rektor.";
  decision.decided_on = Date(2026, 9, 1);
  decision.until = Date(2026, 11, 23);
  const auto planned = [&](Date day) {
    FiledDocuments documents;
    documents.deviations = {filed("deviations.json", Deviations{1, {decision}})};
    return planning(documents, day);
  };
  const Told answered{"Ann Ek: gran kotten: late", "Bo Al: asp: deviation"};
  const Told not_answered{"Ann Ek: gran kotten: late", "Bo Al: asp: late"};
  CHECK(planned(Date(2026, 11, 23)) == answered);
  CHECK(planned(Date(2026, 11, 24)) == not_answered);
  decision.event = "dialogue:preconditions:2026-27";
  CHECK(planned(Date(2026, 11, 23)) == answered);
  decision.event = "dialogue:preconditions:2027-28";
  CHECK(planned(Date(2026, 11, 23)) == not_answered);
  decision.event = "";
  decision.reason = " ";
  CHECK(planned(Date(2026, 11, 23)) == not_answered);
}

TEST_CASE("what no document has to show is never late", "[status]") {
  const auto rows = status(builtin(), exempelby(), {}, SchoolYear{2026}, on(Date(2027, 7, 31)));
  for (const StatusRow& row : rows) {
    const bool asked_for =
        row.duty == "planning-done" || row.duty == "show-results" || row.duty == "present-operational-plan";
    CAPTURE(row.duty.str());
    CHECK((row.state == DutyState::late) == asked_for);
    if (row.basis.modal == Modal::may) CHECK(row.state == DutyState::not_required);
  }
  CHECK(told(rows, "talk-about-processes") == Told{"Ann Ek: gran kotten: unknown", "Bo Al: asp: unknown"});
  CHECK(told(rows, "invite-process") == Told{": gran kotten asp: unknown"});
}

TEST_CASE("a session shows that its units were invited, and when it is recorded that they talked", "[status]") {
  DialogueSession session;
  session.dialogue = "process";
  session.date = Date(2026, 12, 3);
  session.attendees = {{"Ann Ek", "principal", "Kotten", {}}, {"Eva Bo", "organiser", "", {}}};
  const auto rows = [&] {
    FiledDocuments documents;
    documents.sessions = {filed("sessions/process.json", session)};
    return status(builtin(), exempelby(), documents, SchoolYear{2026}, on(Date(2027, 3, 1)));
  };
  CHECK(told(rows(), "invite-process") == Told{": gran asp: unknown", ": kotten: done"});
  CHECK(told(rows(), "talk-about-processes") == Told{"Ann Ek: gran kotten: unknown", "Bo Al: asp: unknown"});
  session.state = DocumentState::complete;
  CHECK(told(rows(), "talk-about-processes") ==
        Told{"Ann Ek: gran: unknown", "Ann Ek: kotten: done", "Bo Al: asp: unknown"});
  CHECK(told(rows(), "invite-results") == Told{": gran kotten asp: due"});
  session.attendees[0].actor = "unit-participants";  // without their principal
  CHECK(told(rows(), "talk-about-processes") == Told{"Ann Ek: gran kotten: unknown", "Bo Al: asp: unknown"});
  session.attendees[0].actor = "principal";
  session.date = Date(2027, 3, 2);  // tomorrow, whatever its record says
  CHECK(told(rows(), "talk-about-processes") == Told{"Ann Ek: gran kotten: unknown", "Bo Al: asp: unknown"});
  session.date = Date(2026, 8, 12);  // far from any process dialogue, and nearest to that of the year before
  session.dialogue = "results";
  CHECK(told(rows(), "invite-results") == Told{": gran kotten asp: due"});
  session.dialogue = "process";
  session.date = Date(2026, 12, 3);
  session.attendees[0].unit = "";  // then those that she leads
  CHECK(told(rows(), "talk-about-processes") == Told{"Ann Ek: gran kotten: done", "Bo Al: asp: unknown"});
}

TEST_CASE("each matter has its own day", "[status]") {
  FiledDocuments documents;
  Matters matters;
  matters.matters = {{"ny-skola", "Ny skola", Date(2026, 12, 10), Touches::directly, "", {}},
                     {"ny-bil", "Ny bil", Date(2026, 12, 10), Touches::not_at_all, "", {}},
                     {"nytt-namn", "Nytt namn", {}, {}, "", {}},
                     {"gammalt", "Gammalt", Date(2025, 12, 10), Touches::directly, "", {}}};
  documents.matters = {filed("matters.json", matters)};
  const auto prepared = [&](Date day) {
    Told all;
    for (const StatusRow& row : status(builtin(), exempelby(), documents, SchoolYear{2026}, on(day)))
      if (row.duty == "prepare-from-child-rights") all.push_back(told({row}, row.duty)[0] + " " + row.event.str());
    return all;
  };
  CHECK(prepared(Date(2026, 12, 10)) == Told{":: due ny-skola", ":: not_required ny-bil", ":: unknown nytt-namn"});
  CHECK(prepared(Date(2026, 12, 11)) == Told{":: late ny-skola", ":: not_required ny-bil", ":: unknown nytt-namn"});
  documents.matters[0].read.value.matters[0].child_rights = "Barnen har hörts.";
  CHECK(prepared(Date(2026, 12, 11))[0] == ":: done ny-skola");
}

TEST_CASE("evidence from elsewhere counts like that of the documents", "[status]") {
  Evidence evidence;
  evidence.duty = "ask-the-survey";
  evidence.event = "survey:tld:october:2026-27";
  const std::vector<Evidence> more{evidence};
  const auto rows = status(builtin(), exempelby(), {}, SchoolYear{2026}, on(Date(2027, 7, 1)), more);
  CHECK(told(rows, "ask-the-survey") == Told{": gran kotten asp: done", ": gran kotten asp: unknown"});
}

TEST_CASE("evidence from elsewhere counts for a matter too", "[status]") {
  FiledDocuments documents;
  documents.matters = {
      filed("matters.json", Matters{1, {{"m", "M", Date(2026, 12, 10), Touches::directly, "", {}}}, {}})};
  Evidence minutes;
  minutes.duty = "prepare-from-child-rights";
  minutes.event = "m";
  const std::vector<Evidence> more{minutes};
  const auto rows = status(builtin(), exempelby(), documents, SchoolYear{2026}, on(Date(2027, 1, 1)), more);
  CHECK(only(rows, "prepare-from-child-rights").state == DutyState::done);
  CHECK(only(rows, "decide-on-impact-assessment").state == DutyState::late);
}

TEST_CASE("what is late rests on a sentence that asks for it", "[status]") {
  for (const StatusRow& row : status(builtin(), exempelby(), {}, SchoolYear{2026}, on(Date(2027, 7, 31))))
    if (row.state == DutyState::late) CHECK((row.basis.modal == Modal::shall || row.basis.modal == Modal::present));
}

TEST_CASE("a principal sees their own rows", "[status]") {
  StatusOptions options = on(Date(2026, 11, 23));
  const auto all = status(builtin(), exempelby(), {}, SchoolYear{2026}, options);
  options.principal = "bo al";
  const auto own = status(builtin(), exempelby(), {}, SchoolYear{2026}, options);
  std::vector<StatusRow> expected;
  std::copy_if(all.begin(), all.end(), std::back_inserter(expected),
               [](const StatusRow& row) { return row.principal == "Bo Al"; });
  CHECK_FALSE(own.empty());
  CHECK(own == expected);
}

TEST_CASE("the bookings of a dialogue are one occasion, and the document is due when the last of them begins",
          "[status]") {
  LocalPolicy policy = builtin().policy;
  Booking first;
  first.event = "preconditions";
  first.days = {Date(2026, 9, 7), Date(2026, 9, 8)};
  Booking second = first;
  second.days = {Date(2026, 9, 21), Date(2026, 9, 22)};
  policy.bookings = {first, second};
  const QualitySystem system = QualitySystem::make(builtin().guideline, policy);
  CHECK(planning({}, Date(2026, 9, 21), exempelby(), system) == Told{"Ann Ek: gran kotten: due", "Bo Al: asp: due"});
  CHECK(planning({}, Date(2026, 9, 22), exempelby(), system) == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: late"});
  std::swap(policy.bookings[0], policy.bookings[1]);
  const auto swapped =
      status(QualitySystem::make(builtin().guideline, policy), exempelby(), {}, SchoolYear{2026}, on(Date(2026, 9, 1)));
  CHECK(only(swapped, "planning-done").event == "dialogue:preconditions:2026-27");
  policy.bookings = {};
  policy.due_dates = {{"commitment-plan", MonthDay{8, 31}}};
  const QualitySystem local = QualitySystem::make(builtin().guideline, policy);
  CHECK(planning({}, Date(2026, 9, 1), exempelby(), local) == Told{"Ann Ek: gran kotten: late", "Bo Al: asp: late"});
}

TEST_CASE("totals count units by school form", "[status]") {
  const auto rows = status(builtin(), exempelby(), with_plan(a_plan()), SchoolYear{2026}, on(Date(2026, 11, 23)));
  std::vector<StatusTotal> planned;
  for (const StatusTotal& total : totals(rows, exempelby()))
    if (total.duty == "planning-done") planned.push_back(total);
  REQUIRE(planned.size() == 3);
  CHECK((planned[0].school_form == SchoolForm::FS && planned[0].done == 1 && planned[0].late == 0));
  CHECK((planned[1].school_form == SchoolForm::FTH && planned[1].done == 0 && planned[1].late == 1));
  CHECK((planned[2].school_form == SchoolForm::GR && planned[2].done == 1 && planned[2].late == 1));
}

namespace {

Told about(const FiledDocuments& documents, std::string_view duty, Date day = Date(2026, 11, 23)) {
  Told all;
  for (const StatusRow& row : status(builtin(), exempelby(), documents, SchoolYear{2026}, on(day)))
    if (row.event.str().find("april") == std::string::npos)
      for (std::string& one : told({row}, duty)) all.push_back(std::move(one));
  return all;
}

/// Of a round, for Granskolan's pupils and, by its code, Aspskolan's.
SurveyCounts answers_of_two(const char* round) {
  SurveyCounts counts;
  counts.instrument = "tld-exempelby";
  counts.round = Text(round);
  counts.by = {Text("Skola"), Text("Årskurs")};
  counts.groups.resize(3);
  counts.groups[0].key = {Text("23456789"), Text("4")};
  counts.groups[1].key = {Text("granskolan"), Text("5")};
  counts.groups[2].key = {Text("kotten"), Text("–")};  // of which nobody has answered
  counts.groups[0].respondents = counts.groups[1].respondents = 20;
  for (GroupCounts& group : counts.groups) group.counts = {group.respondents};
  return counts;
}

}  // namespace

TEST_CASE("answers show that a survey was asked, unit by unit", "[status][survey]") {
  FiledDocuments documents;
  SurveyInstrument instrument;
  instrument.id = "tld-exempelby";
  instrument.survey = "tld";
  documents.survey_counts = {filed("survey-counts/2026-10.json", answers_of_two("2026-10"))};
  CHECK(about(documents, "ask-the-survey") == Told{": gran kotten asp: unknown"});  // of which survey, nobody can say
  documents.instruments = {filed("instruments/tld.json", instrument)};
  CHECK(about(documents, "ask-the-survey") == Told{": gran asp: done", ": kotten: unknown"});
  CHECK(about(documents, "pass-survey-link-on") ==
        Told{"Ann Ek: gran: done", "Ann Ek: kotten: unknown", "Bo Al: asp: done"});
  documents.survey_counts = {filed("survey-counts/2025-10.json", answers_of_two("2025-10"))};
  CHECK(about(documents, "ask-the-survey") == Told{": gran kotten asp: unknown"});  // another year's
  documents.survey_counts = {filed("survey-counts/2027-04.json", answers_of_two("2027-04"))};
  CHECK(about(documents, "ask-the-survey") == Told{": gran kotten asp: unknown"});  // to come
}

TEST_CASE("a link is followed from the organiser by way of the principal", "[status][survey]") {
  FiledDocuments documents;
  SurveyRegister surveys;
  surveys.links = {{"tld", "2026-10", "gran", "https://exempel.se/gran", Date(2026, 9, 25), Date(2026, 10, 5)},
                   {"tld", "2026-10", "asp", "https://exempel.se/asp", Date(2026, 9, 25), {}}};
  documents.surveys = {filed("surveys.json", surveys)};
  CHECK(about(documents, "give-survey-link") == Told{": gran asp: done", ": kotten: unknown"});
  CHECK(about(documents, "pass-survey-link-on") ==
        Told{"Ann Ek: gran: done", "Ann Ek: kotten: unknown", "Bo Al: asp: unknown"});
  // Before it was passed on.
  CHECK(about(documents, "pass-survey-link-on", Date(2026, 10, 1)) ==
        Told{"Ann Ek: gran kotten: due", "Bo Al: asp: due"});
}

TEST_CASE("raw answers are to be gone on their day", "[status][survey]") {
  FiledDocuments documents;
  SurveyRegister surveys;
  surveys.raw_answers = {{"svar.xlsx", "tld", "2026-10", Date(2026, 11, 2), Date(2027, 1, 31), {}},
                         {"fler.xlsx", "tld", "2026-10", Date(2026, 11, 2), Date(2027, 1, 31), Date(2026, 12, 1)},
                         {"gamla.xlsx", "tld", "2024-10", Date(2024, 11, 2), Date(2025, 1, 31), Date(2025, 1, 7)}};
  documents.surveys = {filed("surveys.json", surveys)};
  const auto states = [&](Date day) { return about(documents, "erase-raw-answers", day); };
  CHECK(states(Date(2026, 11, 1)).empty());
  CHECK(states(Date(2026, 11, 23)) == Told{":: due", ":: due"});
  CHECK(states(Date(2026, 12, 1)) == Told{":: due", ":: done"});
  CHECK(states(Date(2027, 2, 1)) == Told{":: late", ":: done"});
  const auto rows = status(builtin(), exempelby(), documents, SchoolYear{2026}, on(Date(2027, 2, 1)));
  CHECK(rows.back().what.sv == "Radera råsvaren i ”fler.xlsx”");
  StatusOptions of_principals = on(Date(2027, 2, 1));
  of_principals.actor = "principal";
  for (const StatusRow& row : status(builtin(), exempelby(), documents, SchoolYear{2026}, of_principals))
    CHECK(row.duty != "erase-raw-answers");
}
