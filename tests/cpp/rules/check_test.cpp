// What holds of every check: when it judges, in which order it speaks, and what deviations do.
#include "kvalitet/rules/check.hpp"
#include "rules/plans.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <sstream>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const QualitySystem& vetlanda() {
  static const QualitySystem system = system_of("vetlanda-2024");
  return system;
}

std::vector<std::string> rules_found(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings) rules.push_back(finding.rule.str());
  return rules;
}

bool is_among(const std::vector<Finding>& findings, const Finding& wanted) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.rule == wanted.rule && finding.pointer == wanted.pointer && finding.code == wanted.code;
  });
}

/// A pointer as numbers that sort like the document: keys in the order in which a plan is written.
std::vector<std::size_t> steps(const Text& pointer) {
  static const std::vector<std::string> keys{
      "school_year", "years", "principal",        "units",      "state",      "areas",           "deviations",
      "kind",        "rule",  "decided_by",       "id",         "title",      "commitments",     "reason",
      "decided_on",  "until", "expected_effects", "activities", "follow_ups", "intended_result", "responsible",
      "start",       "end",   "effects",          "date",       "text"};
  std::vector<std::size_t> all;
  std::istringstream path(pointer.str());
  std::string step;
  for (std::getline(path, step, '/'); std::getline(path, step, '/');) {
    const auto key = std::find(keys.begin(), keys.end(), step);
    all.push_back(key != keys.end() ? static_cast<std::size_t>(key - keys.begin()) : std::stoul(step));
  }
  return all;
}

CommitmentPlan flawed_plan() {
  CommitmentPlan plan = sound_plan();
  plan.principal = "";
  plan.areas[0].kind = Id();
  plan.areas[0].commitments[0].activities[0].intended_result = "";
  plan.areas.push_back(GoalArea{Id(), "Trygghet", {}});
  return plan;
}

const Date in_october(2026, 10, 15);

}  // namespace

TEST_CASE("a plan that keeps every rule gives no finding", "[rules]") {
  CHECK(check(sound_plan(), vetlanda(), {in_october}).empty());
}

TEST_CASE("nothing is judged before the guideline is in force", "[rules]") {
  CommitmentPlan plan;
  SECTION("the plan had begun by then") {
    plan.school_year = SchoolYear{2023};  // to 31 July 2024
    CHECK(check(plan, vetlanda(), {in_october}).empty());
    CHECK(draft(plan, vetlanda(), {in_october}) == Draft{});
    QualitySystem system = vetlanda();
    system.guideline.valid_from = days_of(plan).start;
    CHECK_FALSE(check(plan, system, {in_october}).empty());
  }
  SECTION("or the day of the judgement is before") {
    plan.school_year = SchoolYear{2024};
    CHECK(check(plan, vetlanda(), {Date(2024, 6, 3)}).empty());
    CHECK_FALSE(check(plan, vetlanda(), {Date(2024, 6, 4)}).empty());
  }
}

TEST_CASE("a plan of a year after the guideline has ended is not judged by it", "[rules]") {
  QualitySystem system = vetlanda();
  system.guideline.valid_to = Date(2026, 7, 31);
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  CHECK(check(plan, system, {in_october}).empty());
  system.guideline.valid_to = Date(2026, 8, 1);
  CHECK_FALSE(check(plan, system, {in_october}).empty());
}

TEST_CASE("rules of other documents are not applied to a plan", "[rules]") {
  QualitySystem system = vetlanda();
  for (Rule& rule : system.guideline.rules) rule.document = "school-year-report";
  CHECK(check(CommitmentPlan{}, system, {in_october}).empty());
}

TEST_CASE("findings come in document order", "[rules]") {
  CHECK(rules_found(check(flawed_plan(), vetlanda(), {in_october})) ==
        std::vector<std::string>{"plan-is-the-principals-own", "knowledge-always-prioritised", "results-documented",
                                 "commitments-documented"});
}

TEST_CASE("the tenth goal area comes after the second", "[rules]") {
  CommitmentPlan plan = sound_plan();
  for (int i = 0; i < 10; ++i) plan.areas.push_back(GoalArea{Id(), "Område", {}});
  std::vector<std::string> pointers;
  for (const Finding& finding : check(plan, vetlanda(), {in_october}))
    if (finding.rule == "commitments-documented") pointers.push_back(finding.pointer.str());
  REQUIRE(pointers.size() == 10);
  CHECK(pointers[0] == "/areas/1/commitments");
  CHECK(pointers[1] == "/areas/2/commitments");
  CHECK(pointers[9] == "/areas/10/commitments");
}

TEST_CASE("a gap in the effect chain is said once", "[rules]") {
  CommitmentPlan plan = sound_plan();
  plan.areas[0].commitments[0].activities.clear();
  const auto found = check(plan, vetlanda(), {in_october});
  CHECK(rules_found(found) == std::vector<std::string>{"activities-documented"});

  QualitySystem without = vetlanda();
  auto& rules = without.guideline.rules;
  rules.erase(std::remove_if(rules.begin(), rules.end(), [](const Rule& r) { return r.id == "activities-documented"; }),
              rules.end());
  CHECK(rules_found(check(plan, without, {in_october})) == std::vector<std::string>{"effect-chain-supports"});
}

TEST_CASE("a deviation answers what it is about and hides nothing", "[rules]") {
  CommitmentPlan plan = flawed_plan();
  const auto without = check(plan, vetlanda(), {in_october});
  Deviation deviation;
  deviation.rule = "commitments-documented";
  deviation.reason = "Målområdet börjar till våren.";
  deviation.decided_by = "Skolchefen";
  deviation.decided_on = Date(2026, 8, 20);
  deviation.until = in_october;
  deviation.pointer = GENERATE("", "/areas", "/areas/1", "/areas/1/commitments");
  plan.deviations = {deviation};

  auto with = check(plan, vetlanda(), {in_october});
  REQUIRE(with.size() == without.size());
  for (Finding& finding : with) {
    CHECK(finding.deviation.has_value() == (finding.rule == "commitments-documented"));
    if (finding.deviation) CHECK(*finding.deviation == deviation);
    finding.deviation.reset();
  }
  CHECK(with == without);
}

TEST_CASE("a deviation for another place answers nothing", "[rules]") {
  CommitmentPlan plan = flawed_plan();
  Deviation deviation;
  deviation.rule = "commitments-documented";
  deviation.reason = "Målområdet börjar till våren.";
  deviation.decided_by = "Skolchefen";
  deviation.decided_on = Date(2026, 8, 20);
  deviation.until = in_october;
  deviation.pointer = GENERATE("/areas/0", "/areas/1/commitments/0", "/area", "areas/1", "/areas/10");
  plan.deviations = {deviation};
  for (const Finding& finding : check(plan, vetlanda(), {in_october})) CHECK_FALSE(finding.deviation.has_value());
}

TEST_CASE("a deviation that does not say who decided, or why, is a finding and answers nothing", "[rules]") {
  CommitmentPlan plan = flawed_plan();
  Deviation deviation;
  deviation.rule = "commitments-documented";
  deviation.reason = "Målområdet börjar till våren.";
  deviation.decided_by = "Skolchefen";
  deviation.decided_on = Date(2026, 8, 20);
  deviation.until = in_october;
  std::string pointer = "/deviations/0/reason";
  SECTION("why") { deviation.reason = " "; }
  SECTION("who") {
    deviation.decided_by = "";
    pointer = "/deviations/0/decided_by";
  }
  plan.deviations = {deviation};
  const auto found = check(plan, vetlanda(), {in_october});
  CHECK(found.back().code == "document.deviation-incomplete");
  CHECK(found.back().pointer == pointer);
  for (const Finding& finding : found) CHECK_FALSE(finding.deviation.has_value());
}

TEST_CASE("a deviation decided after its last day is a finding", "[rules]") {
  CommitmentPlan plan = sound_plan();
  Deviation deviation;
  deviation.rule = "commitments-documented";
  deviation.reason = "Målområdet börjar till våren.";
  deviation.decided_by = "Skolchefen";
  deviation.decided_on = Date(2026, 8, 20);
  deviation.until = in_october;
  deviation.decided_on = in_october;
  plan.deviations = {deviation};
  CHECK(check(plan, vetlanda(), {in_october}).empty());
  plan.deviations[0].decided_on = Date(2026, 10, 16);
  const auto found = check(plan, vetlanda(), {in_october});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "document.deviation-reversed");
  CHECK(found[0].pointer == "/deviations/0/decided_on");
}

TEST_CASE("of several deviations about one finding the first in the plan answers it", "[rules]") {
  CommitmentPlan plan = flawed_plan();
  for (const char* pointer : {"/areas/1/commitments", "", "/areas"}) {
    Deviation deviation;
    deviation.rule = "commitments-documented";
    deviation.pointer = pointer;
    deviation.reason = "Målområdet börjar till våren.";
    deviation.decided_by = "Skolchefen";
    deviation.decided_on = Date(2026, 8, 20);
    deviation.until = in_october;
    plan.deviations.push_back(deviation);
  }
  const auto answered_by = [&] {
    for (const Finding& finding : check(plan, vetlanda(), {in_october}))
      if (finding.deviation) return finding.deviation->pointer.str();
    return std::string("none");
  };
  CHECK(answered_by() == "/areas/1/commitments");
  std::swap(plan.deviations[0], plan.deviations[1]);
  CHECK(answered_by().empty());
}

TEST_CASE("an area called Kunskaper without a kind is not counted among the others", "[rules]") {
  CommitmentPlan plan = sound_plan();
  plan.areas[0].kind = Id();
  plan.areas[0].title = GENERATE("Kunskaper", "kunskaper", " KUNSKAPER\xC2\xA0 ", "Knowledge");
  for (int i = 0; i < 3; ++i) {
    plan.areas.push_back(plan.areas[0]);
    plan.areas.back().title = "Trygghet";
  }
  const auto codes = [&] {
    std::vector<std::string> all;
    for (const Finding& finding : check(plan, vetlanda(), {in_october})) all.push_back(finding.code.str());
    return all;
  };
  using Codes = std::vector<std::string>;
  CHECK(codes() == Codes{"check.goal-area-without-kind"});
  plan.areas[1].kind = "knowledge";  // now the first is no more than its name
  CHECK(codes().empty());
  plan.areas.push_back(plan.areas[2]);
  CHECK(codes() == Codes{"check.too-many-goal-areas"});
}

TEST_CASE("a second area of the same kind is one of the others", "[rules]") {
  CommitmentPlan plan = sound_plan();
  for (int i = 0; i < 4; ++i) plan.areas.push_back(plan.areas[0]);
  const auto found = check(plan, vetlanda(), {in_october});
  CHECK(std::count_if(found.begin(), found.end(),
                      [](const Finding& finding) { return finding.code == "check.too-many-goal-areas"; }) == 1);
}

TEST_CASE("findings of a plan that was read come after those of the reading, with their places", "[rules]") {
  const std::string json =
      "{\n  \"format_version\": 1,\n  \"school_year\": \"2026/27\",\n  \"headmaster\": \"Anna Exempel\",\n"
      "  \"areas\": [\n    {\n      \"kind\": \"knowledge\"\n    }\n  ]\n}\n";
  const Read<CommitmentPlan> read = read_commitment_plan(json);
  const auto found = check(read, vetlanda(), {Date(2026, 9, 1)});
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == "json.unknown-key");
  CHECK(found[0].where.sv == "Åtagandeplan");
  CHECK(found[1].rule == "plan-is-the-principals-own");
  CHECK(found[2].rule == "plan-names-its-units");
  CHECK(found[3].rule == "commitments-documented");
  REQUIRE(found[3].place.has_value());
  CHECK(found[3].place->line == 6);  // of the goal area, since it has no commitments
  const auto unread = check(read.value, vetlanda(), {Date(2026, 9, 1)});
  CHECK(unread.size() == 3);
  CHECK_FALSE(unread[2].place.has_value());
}

TEST_CASE("findings tell their severity, basis and data", "[rules]") {
  CommitmentPlan plan = sound_plan();
  plan.areas.clear();
  const auto found = check(plan, vetlanda(), {in_october});
  REQUIRE(found.size() == 1);
  const Finding& finding = found[0];
  CHECK(finding.severity == Severity::error);
  REQUIRE(finding.basis.has_value());
  CHECK(*finding.basis == vetlanda().guideline.rules[0].basis);
  CHECK(std::find(finding.data.begin(), finding.data.end(), Data::value_type{"kind", Text("knowledge")}) !=
        finding.data.end());
}

TEST_CASE("findings say where they are, in people's words", "[rules]") {
  const auto found = check(flawed_plan(), vetlanda(), {in_october});
  REQUIRE(found.size() == 4);
  CHECK(found[0].where == Localised{"Rektor", "Principal"});
  CHECK(found[3].where == Localised{"Målområde 2 (Trygghet), åtaganden", "Goal area 2 (Trygghet), commitments"});
  CHECK(found[1].where.sv == "Målområde 1 (Kunskaper)");
  CHECK(found[1].hint == Localised{"Välj slaget Kunskaper (”knowledge” i filen).",
                                   "Choose the kind Knowledge (“knowledge” in the file)."});
}

TEST_CASE("people are told of names by their titles", "[rules]") {
  CommitmentPlan plan = sound_plan();
  plan.units.push_back(plan.units[0]);
  plan.areas.push_back(plan.areas[0]);
  plan.areas.push_back(plan.areas[0]);
  plan.areas[2].kind = "no-such-area";
  auto& effects = plan.areas[0].commitments[0].expected_effects;
  effects.assign(2, {"an-effect", "En effekt"});
  std::vector<std::string> said;
  for (const Finding& finding : check(plan, vetlanda(), {in_october})) said.push_back(finding.message.sv.str());
  REQUIRE(said.size() == 4);
  CHECK(said[0] == "Exempelskolan (”exempelskolan” i filen) finns mer än en gång.");
  CHECK(said[1] == "”an-effect” finns mer än en gång.");
  CHECK(said[2] == "Kunskaper (”knowledge” i filen) finns mer än en gång.");
  CHECK(check(plan, vetlanda(), {in_october})[3].hint.en ==
        "Leave the kind empty for an area of your own, or choose one of: Knowledge (knowledge).");
}

TEST_CASE("severity follows the text's own verb", "[rules]") {
  QualitySystem system = vetlanda();
  CommitmentPlan plan = sound_plan();
  plan.areas.clear();
  const auto severity = [&](std::optional<Modal> modal) -> std::optional<Severity> {
    system.guideline.rules[0].basis.modal = modal;
    const auto found = check(plan, system, {in_october});
    return found.empty() ? std::nullopt : std::optional<Severity>(found[0].severity);
  };
  CHECK(severity(Modal::shall) == Severity::error);
  CHECK(severity(Modal::present) == Severity::warning);
  CHECK(severity(Modal::should) == Severity::advice);
  CHECK(severity(Modal::support) == Severity::advice);
  CHECK(severity(Modal::may) == std::nullopt);
  CHECK(severity(std::nullopt) == Severity::advice);
}

TEST_CASE("a rule for some school forms leaves the others alone", "[rules]") {
  QualitySystem system = vetlanda();
  system.guideline.open_questions.clear();
  system.guideline.rules[0].school_forms = {SchoolForm::GR};
  CommitmentPlan plan = sound_plan();
  plan.areas.clear();
  const auto is_judged = [&](std::vector<SchoolForm> forms) {
    plan.units = {Unit{"exempelskolan", {}, "Exempelskolan", std::move(forms)}};
    return !check(plan, system, {in_october}).empty();
  };
  CHECK(is_judged({SchoolForm::GR}));
  CHECK(is_judged({SchoolForm::FS, SchoolForm::GR}));
  CHECK_FALSE(is_judged({SchoolForm::FS}));
  CHECK(is_judged({}));  // may be of any form
}

TEST_CASE("an answered question binds or exempts, and an open one gives advice", "[rules]") {
  QualitySystem system = vetlanda();
  CommitmentPlan plan = sound_plan();
  plan.areas.clear();
  const auto severity = [&](std::vector<SchoolForm> forms, std::vector<Answer> answers) -> std::optional<Severity> {
    plan.units = {Unit{"exempelenheten", {}, "Exempelenheten", std::move(forms)}};
    system.policy.answers = std::move(answers);
    const auto found = check(plan, system, {in_october});
    return found.empty() ? std::nullopt : std::optional<Severity>(found[0].severity);
  };
  const Answer preschool_no{"knowledge-in-preschool", false, {}};
  const Answer preschool_yes{"knowledge-in-preschool", true, {}};
  const Answer club_no{"knowledge-in-after-school-centre", false, {}};
  using F = SchoolForm;
  CHECK(severity({F::FS}, {}) == Severity::advice);
  CHECK(severity({F::FS}, {preschool_yes}) == Severity::error);
  CHECK(severity({F::FS}, {preschool_no}) == std::nullopt);
  CHECK(severity({F::FS, F::FTH}, {}) == Severity::advice);
  CHECK(severity({F::FS, F::FTH}, {preschool_no}) == Severity::advice);
  CHECK(severity({F::FS, F::FTH}, {preschool_no, club_no}) == std::nullopt);
  CHECK(severity({F::FS, F::FTH}, {preschool_yes, club_no}) == Severity::error);
  CHECK(severity({F::FS, F::GR}, {preschool_no}) == Severity::error);
}

TEST_CASE("a plan is late when the dialogue has been held, as the annual cycle says", "[rules]") {
  QualitySystem system = vetlanda();
  CommitmentPlan plan = sound_plan();
  plan.state = DocumentState::begun;
  // The first day on which it is late.
  const auto late_from = [&]() -> std::string {
    for (Date day(2026, 8, 1); day < Date(2027, 8, 1); day += boost::gregorian::date_duration(1))
      if (!check(plan, system, {day}).empty()) return to_string(day);
    return "";
  };
  const auto book = [&](const char* event, Date start, Date end) {
    system.policy.bookings.push_back(Booking{event, {}, Period{start, end}, ""});
  };
  CHECK(late_from() == "2026-10-01");
  book("preconditions", Date(2026, 9, 8), Date(2026, 9, 9));
  CHECK(late_from() == "2026-09-09");
  book("preconditions", Date(2026, 9, 22), Date(2026, 9, 23));  // of another group, perhaps this principal's
  CHECK(late_from() == "2026-09-23");
  book("preconditions", Date(2026, 9, 3), Date(2026, 9, 3));
  CHECK(late_from() == "2026-09-23");
  system.policy.due_dates = {DueDate{"commitment-plan", {9, 15}}};
  CHECK(late_from() == "2026-09-16");
  book("commitment-plan", Date(2026, 9, 17), Date(2026, 9, 18));
  CHECK(late_from() == "2026-09-19");

  system.policy.due_dates.clear();
  system.policy.bookings.clear();
  for (Dialogue& dialogue : system.guideline.dialogues)
    if (dialogue.id == "preconditions") dialogue.timing.windows.clear();
  CHECK(late_from().empty());  // nothing says when it is held
  book("preconditions", Date(2026, 11, 3), Date(2026, 11, 3));
  CHECK(late_from() == "2026-11-04");
}

TEST_CASE("of several times a year the first decides when a plan is late", "[rules]") {
  QualitySystem system = vetlanda();
  for (Dialogue& dialogue : system.guideline.dialogues)
    if (dialogue.id == "preconditions")
      dialogue.timing.windows = {Window{"spring", {}, MonthDay{3, 0}, MonthDay{3, 0}},
                                 Window{"autumn", {}, MonthDay{9, 0}, MonthDay{9, 0}}};
  system.policy.bookings = {Booking{"preconditions", "spring", Period{Date(2027, 3, 1), Date(2027, 3, 1)}, ""}};
  CommitmentPlan plan = sound_plan();
  plan.state = DocumentState::begun;
  CHECK(check(plan, system, {Date(2026, 9, 30)}).empty());
  CHECK(check(plan, system, {Date(2026, 10, 1)}).size() == 1);
}

TEST_CASE("a plan covers as many years as its guideline says", "[rules]") {
  QualitySystem system = vetlanda();
  const auto plan_document = [&]() -> Document& {
    auto& documents = system.guideline.documents;
    return *std::find_if(documents.begin(), documents.end(),
                         [](const Document& document) { return document.kind == DocumentKind::commitment_plan; });
  };
  CommitmentPlan plan = sound_plan();
  const auto wanted = [&](int years) -> std::string {
    plan.years = years;
    for (const Finding& finding : check(plan, system, {in_october}))
      if (finding.code == "plan.years-differ") {
        CHECK(finding.pointer == "/years");
        CHECK(finding.severity == Severity::warning);
        CHECK(finding.basis.has_value() == plan_document().years.has_value());
        return finding.message.en.str();
      }
    return "";
  };
  CHECK(wanted(1).empty());
  CHECK(wanted(0) == "The plan covers 0 school years, but by the guideline it is for 1.");
  CHECK(wanted(3) == "The plan covers 3 school years, but by the guideline it is for 1.");
  plan_document().years = 3;
  CHECK(wanted(1) == "The plan covers 1 school year, but by the guideline it is for 3.");
  CHECK(wanted(3).empty());
  CHECK_FALSE(wanted(2'147'483'647).empty());
  // Another kind of plan, as for preschools.
  system.guideline.documents.push_back(plan_document());
  system.guideline.documents.back().years = 2;
  CHECK(wanted(2).empty());
  CHECK(wanted(1) == "The plan covers 1 school year, but by the guideline it is for 3.");
  for (Document& document : system.guideline.documents) document.kind = DocumentKind::other;
  plan.years = 1;
  CHECK(check(plan, system, {in_october}).empty());
  plan.years = 2;
  CHECK(check(plan, system, {in_october}).size() == 1);
}

TEST_CASE("a plan of the last years that a date can hold is checked like any other", "[rules]") {
  CommitmentPlan plan = sound_plan();
  plan.state = DocumentState::begun;
  plan.school_year = SchoolYear{GENERATE(9997, 9998)};
  plan.years = GENERATE(0, 1, 2'147'483'647);
  CHECK_NOTHROW(check(plan, vetlanda(), {Date(9999, 12, 31)}));
}

// ---- of many plans ----------------------------------------------------------------------------------------------

TEST_CASE("of any plan: the same findings each time, in document order, and none lost by a deviation", "[rules]") {
  Plans plans;
  for (int i = 0; i < 300; ++i) {
    CommitmentPlan plan = plans.next();
    const Date day = plans.day();
    const auto found = check(plan, vetlanda(), {day});
    INFO(to_json(plan) << to_string(day));
    CHECK(check(plan, vetlanda(), {day}) == found);

    for (std::size_t at = 1; at < found.size(); ++at) CHECK(steps(found[at - 1].pointer) <= steps(found[at].pointer));

    plan.deviations.clear();
    const auto without = check(plan, vetlanda(), {day});
    for (const Finding& finding : without) {
      Deviation deviation;
      deviation.rule = Id::is_valid(finding.rule) ? Id(finding.rule) : Id("at-most-three-more");
      deviation.pointer = finding.pointer;
      deviation.until = day;
      plan.deviations.push_back(deviation);
    }
    const auto with = check(plan, vetlanda(), {day});
    for (const Finding& finding : without) CHECK(is_among(with, finding));
  }
}

TEST_CASE("of any plan: another empty goal area takes no finding away", "[rules]") {
  Plans plans;
  for (int i = 0; i < 300; ++i) {
    CommitmentPlan plan = plans.next();
    const Date day = plans.day();
    const auto before = check(plan, vetlanda(), {day});
    plan.areas.push_back(GoalArea{Id(), "Ännu ett målområde", {}});
    const auto after = check(plan, vetlanda(), {day});
    for (const Finding& finding : before) CHECK(is_among(after, finding));
    CHECK((after.size() > before.size()) == (day >= vetlanda().guideline.valid_from));
  }
}

TEST_CASE("of any plan: a draft counts every finding that no decision answers", "[rules]") {
  Plans plans;
  for (int i = 0; i < 300; ++i) {
    const CommitmentPlan plan = plans.next();
    const Date day = plans.day();
    const auto found = check(plan, vetlanda(), {day});
    const Draft view = draft(plan, vetlanda(), {day});
    const auto unanswered = std::count_if(found.begin(), found.end(),
                                          [](const Finding& finding) { return !finding.deviation.has_value(); });
    CHECK(static_cast<std::ptrdiff_t>(view.next.size()) + view.later == unanswered);
    CHECK(view.next.size() <= static_cast<std::size_t>(vetlanda().policy.next_steps));
    for (const Step& done : view.done)
      CHECK(std::none_of(found.begin(), found.end(), [&](const Finding& f) { return f.rule == done.rule; }));
  }
}
