// Every code of the message catalogue is reached: for each, something that makes the library say it.
#include "io/document_format.hpp"
#include "io/docx/package.hpp"
#include "io/docx/packages.hpp"
#include "io/temporary_folder.hpp"
#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/dialogues/agenda.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/documents/follow_on.hpp"
#include "kvalitet/documents/follow_ups.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/io/answers.hpp"
#include "kvalitet/io/csv.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/ical.hpp"
#include "kvalitet/io/svg.hpp"
#include "kvalitet/io/workspace.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/status.hpp"
#include "kvalitet/survey/comparison.hpp"
#include "kvalitet/survey/figures.hpp"
#include "kvalitet/survey/statistics.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <map>

using namespace kvalitet;
using namespace kvalitet::tests;
using kvalitet_test::RawEntry;

namespace {

/// What the library said, in order.
struct Said {
  std::string code;
  Localised message;
  Localised hint;
};
using Saying = std::vector<Said>;

Saying said(const std::vector<Finding>& findings) {
  Saying all;
  for (const Finding& finding : findings) all.push_back({finding.code.str(), finding.message, finding.hint});
  return all;
}

template <class Fails>
Saying thrown(Fails fails) {
  try {
    fails();
  } catch (const Error& error) {
    return {{std::string(error.code()), error.message(), error.hint()}};
  }
  return {};
}

const Date a_day(2026, 10, 15);

/// Of the guideline as it is but for one change.
template <class Change>
Saying guideline(Change change) {
  Guideline guideline = builtin_guideline("vetlanda-2024");
  change(guideline);
  return said(validate(guideline));
}

template <class Change>
Saying policy(Change change) {
  QualitySystem system = system_of("vetlanda-local");
  change(system.policy);
  return said(validate(system.policy, system.guideline));
}

template <class Change>
Saying school_year(Change change) {
  return policy([&](LocalPolicy& policy) { change(policy.school_years.at(0)); });
}

/// A plan that keeps every rule, but for one change, judged on a day.
CommitmentPlan sound_plan() {
  return read_commitment_plan(text_of(fixtures / "rules/vetlanda-2024/plan-names-its-units/pass.json")).value;
}

template <class Change>
Saying plan(Change change, Date day = a_day) {
  CommitmentPlan plan = sound_plan();
  change(plan);
  return said(check(plan, QualitySystem::builtin("vetlanda-2024"), {day}));
}

/// The same when a local rule limits how many there are.
template <class Change>
Saying counted(Check what, std::optional<int> min, std::optional<int> max, Change change, Date day = a_day) {
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  Rule rule;
  rule.id = "a-local-rule";
  rule.check = what;
  rule.document = "commitment-plan";
  rule.min = min;
  rule.max = max;
  rule.basis.modal = Modal::should;
  system.guideline.rules.clear();
  system.policy.rules = {rule};
  CommitmentPlan plan = sound_plan();
  change(plan);
  return said(check(plan, system, {day}));
}

/// A plan with a decision that holds, but for one change.
template <class Change>
Saying deviating(Change change) {
  return plan([&](CommitmentPlan& p) {
    Deviation deviation;
    deviation.rule = "at-most-three-more";
    deviation.decided_by = "Skolchefen";
    deviation.reason = "Två skolor blir en.";
    deviation.decided_on = Date(2026, 8, 20);
    deviation.until = a_day;
    change(deviation);
    p.deviations = {deviation};
  });
}

/// What is found in a document of the rules' fixtures, and of a report beside another plan.
template <class Document, class... Plan>
Saying fixture(const std::string& name, const Plan&... plan) {
  Document document;
  (void)read_json(type_info<Document>(), &document, text_of(fixtures / "rules/vetlanda-2024" / (name + ".json")));
  return said(check(document, QualitySystem::builtin("vetlanda-2024"), {Date(2028, 1, 15)}, &plan...));
}

/// The operational plan of the fixtures when a local rule limits how many goals there are.
Saying goals(std::optional<int> min, std::optional<int> max) {
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  Rule rule;
  rule.id = "a-local-rule";
  rule.check = Check::goals_counted;
  rule.document = "operational-plan";
  rule.min = min;
  rule.max = max;
  rule.basis.modal = Modal::should;
  system.guideline.rules.clear();
  system.policy.rules = {rule};
  return said(
      check(read_operational_plan(text_of(fixtures / "rules/vetlanda-2024/plan-has-development-goals/pass.json")),
            system, {a_day}));
}

constexpr std::string_view a_plan = R"("format_version": 1, "school_year": "2026/27")";

Saying json(std::string_view text, const ReadLimits& limits = {}) {
  return said(read_commitment_plan(text, limits).reading.findings);
}
Saying json_of_plan(const std::string& rest, const ReadLimits& limits = {}) {
  return json("{" + std::string(a_plan) + rest + "}", limits);
}

AnnualCycle cycle_of_2026() { return annual_cycle(QualitySystem::builtin("vetlanda-2024"), SchoolYear{2026}); }

/// The wheel, drawn with options that will not do.
template <class Change>
Saying drawn(Change change) {
  PictureOptions options;
  change(options);
  return thrown([&] { (void)draw_wheel(cycle_of_2026(), {}, options); });
}

/// Changes carry no code: the one that is meant holds these words.
template <class Change>
Saying differing(std::string_view code, std::string_view words, Change change) {
  const CommitmentPlan before = sound_plan();
  CommitmentPlan after = before;
  change(after);
  for (const auto& difference : diff(before, after))
    if (difference.message.sv.str().find(words) != std::string::npos)
      return {{std::string(code), difference.message, {}}};
  return {};
}

/// Of a plan with this text in it.
Saying text(const char* words) {
  CommitmentPlan plan;
  plan.areas = {GoalArea{Id(), Text(words), {}}};
  return said(review_free_text(plan));
}

Commitment& commitment(CommitmentPlan& plan) { return plan.areas.at(0).commitments.at(0); }
void nothing(const CommitmentPlan&) {}

/// What is said of a municipality whose units are led by several principals. Units and people are invented.
Saying municipality(const std::string& second_unit, const std::string& second_leads) {
  return said(check(read_municipality(R"({"format_version": 1, "name": "Exempelby", "units": [
                      {"id": "a", "name": "A", "school_forms": ["GR"], "codes": [{"code": "12345678"}]}, )" +
                                      second_unit + R"(], "principals": [
                      {"id": "ann", "name": "Ann", "leads": [{"units": ["a"]}]},
                      {"id": "bo", "name": "Bo", "leads": [{"units": [")" +
                                      second_leads + R"("]}]}]})"),
                    QualitySystem::builtin("vetlanda-2024"), {a_day}));
}
/// What is said of the evidence for a duty of the school year.
Saying evidence(std::string_view duty, const FiledDocuments& documents, Date day = Date(2027, 7, 1)) {
  Municipality exempelby;
  exempelby.units = {{"a", "A", {SchoolForm::GR}, {}, {}, {}}};
  exempelby.principals = {{"ann", "Ann", {{{"a"}, LeadershipKind::ordinary, {}, {}}}}};
  Saying all;
  for (const StatusRow& row :
       status(QualitySystem::builtin("vetlanda-2024"), exempelby, documents, SchoolYear{2026}, {day, {}, {}, false}))
    for (const Evidence& one : row.evidence)
      if (row.duty == duty) all.push_back({one.code.str(), one.note, one.hint});
  return all;
}

/// The plan of its one principal, read from text.
Saying evidence_of_plan(const std::string& fields, const std::string& end = "}") {
  FiledDocuments documents;
  documents.plans = {
      {"plan.json",
       read_commitment_plan(R"({"format_version": 1, "school_year": "2026/27", "principal": "Ann", )" + fields + end)}};
  return evidence("planning-done", documents);
}
const std::string a_commitment = R"("areas": [{"kind": "knowledge", "commitments": [{"title": "Alla läser"}]}])";

/// What is said of a workspace with these files, which are written for the purpose.
Saying said_of(const Workspace& workspace) {
  Saying all;
  for (const FileFinding& one : check(workspace, {a_day}))
    all.push_back({one.finding.code.str(), one.finding.message, one.finding.hint});
  return all;
}
Saying workspace(const std::map<std::string, std::string>& files, WorkspaceLimits limits = {}) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : files) folder.write(name, text);
  return said_of(open_workspace(folder.path, limits));
}
std::string exempelby(const std::string& guideline = "vetlanda-2024") {
  return R"({"format_version": 1, "name": "Exempelby", "guideline": ")" + guideline + R"(", "units": [
             {"id": "a", "name": "A", "school_forms": ["GR"]}]})";
}
const std::string plan_of_a =
    R"({"format_version": 1, "school_year": "2026/27", "principal": "Ann", "units": [{"id": "a"}, {"id": "b"}]})";

const std::string unit_b = R"({"id": "b", "name": "B", "school_forms": ["GR"]})";

/// What is said of a file that was to be a Word document.
Saying docx_file(std::string_view bytes, const docx::PackageLimits& limits = {}) {
  try {
    return thrown([&] {
      const docx::Package package(bytes, limits);
      for (const std::string& part : package.parts()) (void)package.read(part);
    });
  } catch (const docx::Fault& fault) {
    const MessageTemplate& words = message_template(fault.code);
    return {{std::string(fault.code), render(words.message, fault.data), render(words.hint, fault.data)}};
  }
}
/// Of a small document with another text in one of its parts, or without that part.
/// Of a commitment plan with this text in its body, and other parts.
Saying docx_body(const std::string& body, const std::string& rest = {}, const DocxOptions& options = {},
                 const DocxLimits& limits = {}) {
  const std::string_view w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::string main = "<w:document xmlns:w=\"" + std::string(w) + "\"><w:body>" + body + "</w:body></w:document>";
  kvalitet_test::Parts parts = kvalitet_test::small_document_with("word/document.xml", main);
  if (!rest.empty()) {
    const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [](const auto& part) { return part.first == "word/_rels/document.xml.rels"; }),
                parts.end());
    parts.emplace_back("word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"n\" Type=\"" + base + rest +
                                                           "\" Target=\"notes.xml\"/>"
                                                           "</Relationships>");
    parts.emplace_back("word/notes.xml", "<w:notes xmlns:w=\"" + std::string(w) +
                                             "\"><w:note w:id=\"1\"><w:p><w:r><w:t>Se över.</w:t></w:r></w:p></w:note>"
                                             "</w:notes>");
  }
  return said(read_docx<CommitmentPlan>(docx::pack(parts), options, limits).reading.findings);
}
std::string docx_paragraph(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string docx_heading(const std::string& text) {
  return "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string docx_table(const std::vector<std::vector<std::string>>& rows) {
  std::string table = "<w:tbl>";
  for (const auto& row : rows) {
    table += "<w:tr>";
    for (const std::string& cell : row) table += "<w:tc>" + docx_paragraph(cell) + "</w:tc>";
    table += "</w:tr>";
  }
  return table + "</w:tbl>";
}

Saying docx_part(std::string_view part, std::optional<std::string> text, const docx::PackageLimits& limits = {}) {
  return docx_file(docx::pack(kvalitet_test::small_document_with(part, std::move(text))), limits);
}
/// Of one whose main part has another type.
Saying docx_type(const std::string& type) {
  return docx_part("[Content_Types].xml",
                   R"(<Types><Override PartName="/word/document.xml" ContentType=")" + type + R"("/></Types>)");
}
Saying docx_relationships(const std::string& inside) {
  return docx_part("_rels/.rels", "<Relationships>" + inside + "</Relationships>");
}
/// Of one with another entry, or the last changed.
Saying docx_more(RawEntry entry) {
  std::vector<RawEntry> entries = kvalitet_test::raw_entries(kvalitet_test::small_document());
  entries.push_back(std::move(entry));
  return docx_file(kvalitet_test::raw_zip(entries));
}
template <class Change>
Saying docx_header(Change change) {
  RawEntry entry = kvalitet_test::raw_entry("word/more.xml", "<more/>");
  change(entry.local);
  change(entry.central);
  return docx_more(std::move(entry));
}

/// An instrument of one item, after a change.
template <class Change>
SurveyInstrument instrument_with(Change change) {
  SurveyInstrument instrument;
  instrument.id = "example";
  instrument.version = Text("1");
  instrument.areas = {{"safety", {Text("Trygghet"), {}}}};
  instrument.scales = {{"agree", {{0, {Text("Nej"), {}}, {}}, {1, {Text("Ja"), {}}, {}}}, {}}};
  SurveyItem item;
  item.id = "safe";
  item.area = "safety";
  item.scale = "agree";
  item.wordings = {{Text("sv"), Text("Jag är trygg."), {}}};
  instrument.items = {item};
  change(instrument);
  return instrument;
}

const auto no_change = [](auto&) {};

template <class Change>
Saying instrument_said(Change change) {
  return said(check(instrument_with(change)));
}

template <class Change>
Saying trend_said(Change change) {
  return said(trend_breaks(instrument_with(no_change), instrument_with(change)));
}

/// The counts of one group, after a change.
template <class Change>
SurveyRegister surveys_with(Change change) {
  SurveyRegister surveys;
  surveys.links = {{"tld", "2026-10", "a", "https://exempel.se/a", Date(2026, 9, 28), Date(2026, 10, 1)}};
  surveys.raw_answers = {{"svar.xlsx", "tld", "2026-10", Date(2026, 11, 2), Date(2027, 1, 31), {}}};
  change(surveys);
  return surveys;
}
template <class Change>
Saying surveys_said(Change change) {
  return said(check(surveys_with(change)));
}

template <class Change>
SurveyCounts counts_with(Change change) {
  SurveyCounts counts = empty_counts(instrument_with(no_change), Text("2026-10"), {Text("unit")});
  counts.groups = {{{Text("nyhem")}, {}, 2, {1, 1}, {}}};
  change(counts);
  return counts;
}

template <class Change>
Saying counts_said(Change change) {
  return said(check(counts_with(change), instrument_with(no_change)));
}

/// A stream that says this of its columns, and has no rows.
ArrowArrayStream stream_that(int (*get_schema)(ArrowSchema*)) {
  static thread_local int (*says)(ArrowSchema*) = nullptr;
  says = get_schema;
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream*, ArrowSchema* out) { return says(out); };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = [](ArrowArrayStream* self) { self->release = nullptr; };
  return stream;
}

/// A table of records as answers.
template <class T>
Saying table_said(const std::vector<T>& rows, const AnswerOptions& options, const SurveyInstrument& instrument) {
  return thrown([&] {
    ArrowArrayStream stream;
    to_arrow(rows).export_stream(&stream);
    (void)count_answers(stream, instrument, options);
  });
}

const std::map<std::string, std::function<Saying()>> sayings{
    {"check.assessment-decision-incomplete", [] { return fixture<Matters>("assessment-decided/fail-incomplete"); }},
    {"check.assessment-not-decided", [] { return fixture<Matters>("assessment-decided/fail"); }},
    {"check.brought-unready", [] { return fixture<DialogueSession>("results-brought/fail-unready"); }},
    {"check.child-rights-not-described", [] { return fixture<Matters>("matters-prepared-from-child-rights/fail"); }},
    {"check.different-school-forms", [] { return fixture<DialogueSession>("results-group/fail-different-forms"); }},
    {"check.goal-not-tied",
     [] {
       return said(
           check(read_operational_plan(text_of(fixtures / "rules/vetlanda-local/goals-tied-to-board-goals/fail.json")),
                 system_of("vetlanda-local"), {a_day}));
     }},
    {"check.goal-without-analysis", [] { return fixture<OperationalPlan>("goals-from-analysis/fail"); }},
    {"check.measure-not-followed-up", [] { return fixture<Measures>("measures-followed-up/fail"); }},
    {"check.measure-without-need", [] { return fixture<Measures>("measures-answer-needs/fail"); }},
    {"check.no-analysis", [] { return fixture<SchoolYearReport>("report-analyses-the-whole/fail"); }},
    {"check.no-effects-told", [] { return fixture<SchoolYearReport>("report-tells-effects/fail"); }},
    {"check.no-goals", [] { return fixture<OperationalPlan>("plan-has-development-goals/fail"); }},
    {"check.no-results", [] { return fixture<SchoolYearReport>("report-tells-results/fail"); }},
    {"check.no-starting-point", [] { return fixture<OperationalPlan>("plan-starts-from-report/fail"); }},
    {"check.nobody-there", [] { return fixture<DialogueSession>("results-group/fail-without-organiser"); }},
    {"check.not-brought", [] { return fixture<DialogueSession>("results-brought/fail"); }},
    {"check.not-in-report", [] { return fixture<SchoolYearReport>("report-covers-the-plan/fail", sound_plan()); }},
    {"check.part-not-written", [] { return fixture<ImpactAssessment>("assessment-takes-every-step/fail"); }},
    {"check.session-outside-window", [] { return fixture<DialogueSession>("results-window/fail"); }},
    {"check.too-few-goals", [] { return goals(2, {}); }},
    {"check.too-few-there", [] { return fixture<DialogueSession>("results-group/fail"); }},
    {"check.too-many-goals", [] { return goals({}, 0); }},
    {"check.too-many-there", [] { return fixture<DialogueSession>("results-group/fail-too-many"); }},
    {"check.touches-not-considered",
     [] { return fixture<Matters>("matters-prepared-from-child-rights/fail-not-considered"); }},
    {"dialogue.not-found",
     [] { return thrown([] { (void)session_skeleton(QualitySystem::builtin("vetlanda-2024"), "tea"); }); }},
    {"document.followed-up-before-carried-out",
     [] { return fixture<Measures>("measures-followed-up/borderline-followed-up-never-carried-out"); }},
    {"document.no-next-year",
     [] {
       return thrown([] {
         SchoolYearReport report;
         report.school_year = SchoolYear{9998};
         (void)next_plan(report, QualitySystem::builtin("vetlanda-2024"));
       });
     }},
    {"document.unknown-part",
     [] { return fixture<ImpactAssessment>("assessment-takes-every-step/borderline-unknown-and-twice"); }},
    {"document.unknown-tag",
     [] { return plan([](CommitmentPlan& p) {
            commitment(p).tags = {Tag{"skolverket", "no-such"}};
          }); }},
    {"guideline.check-not-for-document",
     [] { return guideline([](Guideline& g) { g.rules.at(0).check = Check::goals_counted; }); }},
    {"municipality.code-twice",
     [] {
       return municipality(R"({"id": "b", "name": "B", "school_forms": ["GR"], "codes": [{"code": "12345678"}]})", "b");
     }},
    {"municipality.led-twice", [] { return municipality(unit_b, "a"); }},
    {"municipality.unknown-unit", [] { return municipality(unit_b, "c"); }},
    {"chain.edge-to-nowhere",
     [] { return thrown([] {
            (void)draw_effect_chain(EffectChain{{ChainNode{}}, {ChainEdge{0, 1}}, {}});
          }); }},
    {"picture.longer-than-a-year",
     [] {
       return thrown([] {
         const Period long_time{Date(2026, 8, 1), Date(2027, 8, 1)};
         (void)draw_wheel(annual_cycle(QualitySystem::builtin("vetlanda-2024"), long_time));
       });
     }},
    {"picture.no-such-lane",
     [] {
       return thrown(
           [] { (void)draw_system(QualitySystem::builtin("vetlanda-2024"), cycle_of_2026(), {.lanes = {"tea"}}); });
     }},
    {"picture.not-a-colour", [] { return drawn([](PictureOptions& o) { o.theme.ink = "svart"; }); }},
    {"picture.not-a-prefix", [] { return drawn([](PictureOptions& o) { o.id_prefix = "två ord"; }); }},
    {"picture.too-little-contrast", [] { return drawn([](PictureOptions& o) { o.theme.ink = "#cccccc"; }); }},

    {"plan.no-such-commitment", [] { return thrown([] { (void)with_follow_up(sound_plan(), "/areas/0", {}); }); }},
    {"report.another-principal",
     [] {
       return fixture<SchoolYearReport>("report-covers-the-plan/pass", [] {
         CommitmentPlan other = sound_plan();
         other.principal = "Bo Påhittad";
         return other;
       }());
     }},
    {"report.another-year",
     [] {
       return fixture<SchoolYearReport>("report-covers-the-plan/pass", [] {
         CommitmentPlan other = sound_plan();
         other.school_year = SchoolYear{2020};
         return other;
       }());
     }},

    {"calendar.autumn-term-reversed",
     [] { return school_year([](SchoolYearDates& d) { std::swap(d.autumn_term.start, d.autumn_term.end); }); }},
    {"calendar.beyond-range",
     [] { return thrown([] { (void)Calendar::sweden().add_working_days(Date(2100, 12, 31), 300); }); }},
    {"calendar.break-outside-year",
     [] {
       return school_year([](SchoolYearDates& d) { d.breaks.at(0).days = {Date(2026, 7, 1), Date(2026, 7, 2)}; });
     }},
    {"calendar.break-reversed",
     [] {
       return school_year([](SchoolYearDates& d) { std::swap(d.breaks.at(0).days.start, d.breaks.at(0).days.end); });
     }},
    {"calendar.out-of-range", [] { return thrown([] { (void)Calendar::sweden().day_class(Date(1989, 12, 31)); }); }},
    {"calendar.school-year-months",
     [] { return school_year([](SchoolYearDates& d) { d.autumn_term.start = Date(2026, 9, 1); }); }},
    {"calendar.school-year-not-covered",
     [] { return school_year([](SchoolYearDates& d) { d.year = SchoolYear{2100}; }); }},
    {"calendar.spring-term-reversed",
     [] { return school_year([](SchoolYearDates& d) { std::swap(d.spring_term.start, d.spring_term.end); }); }},
    {"calendar.terms-overlap",
     [] { return school_year([](SchoolYearDates& d) { d.autumn_term.end = Date(2027, 1, 15); }); }},
    {"calendar.too-few-leave-days", [] { return school_year([](SchoolYearDates& d) { d.breaks.clear(); }); }},
    {"calendar.too-few-school-days",
     [] { return school_year([](SchoolYearDates& d) { d.breaks.at(0).days.end = Date(2026, 12, 18); }); }},
    {"calendar.too-many-training-days",
     [] {
       return school_year([](SchoolYearDates& d) {
         for (const int day : {1, 2, 3, 4}) d.staff_training_days.emplace_back(2026, 12, day);
       });
     }},
    {"calendar.training-day-not-working",
     [] { return school_year([](SchoolYearDates& d) { d.staff_training_days.emplace_back(2026, 12, 25); }); }},
    {"calendar.training-day-outside-year",
     [] { return school_year([](SchoolYearDates& d) { d.staff_training_days.emplace_back(2028, 12, 1); }); }},
    {"calendar.year-out-of-range", [] { return thrown([] { (void)Calendar::sweden().holidays(2101); }); }},

    {"chain.too-large",
     [] {
       return thrown([] {
         CommitmentPlan plan = sound_plan();
         Activity activity;
         activity.title = "Allt mot allt";
         commitment(plan).activities.assign(400, activity);
         commitment(plan).expected_effects.assign(400, {Id(), "En effekt"});
         (void)effect_chain(plan);
       });
     }},

    {"check.date-outside-year",
     [] { return plan([](CommitmentPlan& p) { commitment(p).activities.at(0).start = Date(2026, 7, 31); }); }},
    {"check.effect-chain-gap",
     [] { return plan([](CommitmentPlan& p) { commitment(p).activities.at(0).effects = {"nowhere"}; }); }},
    {"check.goal-area-missing",
     [] {
       return plan([](CommitmentPlan& p) {
         p.areas.at(0).kind = Id();
         p.areas.at(0).title = "Läsning";
       });
     }},
    {"check.goal-area-without-kind", [] { return plan([](CommitmentPlan& p) { p.areas.at(0).kind = Id(); }); }},
    {"check.no-activities", [] { return plan([](CommitmentPlan& p) { commitment(p).activities.clear(); }); }},
    {"check.no-commitments", [] { return plan([](CommitmentPlan& p) { p.areas.at(0).commitments.clear(); }); }},
    {"check.no-effects", [] { return plan([](CommitmentPlan& p) { commitment(p).expected_effects.clear(); }); }},
    {"check.no-follow-ups", [] { return plan(nothing, Date(2027, 8, 1)); }},
    {"check.no-goal-areas",
     [] { return counted(Check::goal_areas_counted, 1, {}, [](CommitmentPlan& p) { p.areas.clear(); }); }},
    {"check.no-intended-result",
     [] { return plan([](CommitmentPlan& p) { commitment(p).activities.at(0).intended_result = ""; }); }},
    {"check.no-principal", [] { return plan([](CommitmentPlan& p) { p.principal = ""; }); }},
    {"check.no-units", [] { return plan([](CommitmentPlan& p) { p.units.clear(); }); }},
    {"check.not-ready-for-dialogue", [] { return plan([](CommitmentPlan& p) { p.state = DocumentState::begun; }); }},
    {"check.open-question",  // never alone: it ends the hint of what the question is about
     [] {
       const MessageTemplate& entry = message_template("check.open-question");
       const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
       CommitmentPlan plan = sound_plan();
       plan.areas.clear();
       plan.units.at(0).school_forms = {SchoolForm::FS};
       plan.units.resize(1);
       const Localised& question = system.guideline.open_questions.at(0).question;
       const Localised words = render(entry.message, {{"question_sv", question.sv}, {"question_en", question.en}});
       for (const Finding& finding : check(plan, system, {a_day}))
         if (finding.hint.sv.str().find(words.sv.str()) != std::string::npos &&
             finding.hint.en.str().find(words.en.str()) != std::string::npos)
           return Saying{{std::string(entry.code), words, {}}};
       return Saying{};
     }},
    {"check.too-few-activities", [] { return counted(Check::activities_counted, 9, {}, nothing); }},
    {"check.too-few-commitments", [] { return counted(Check::commitments_counted, 9, {}, nothing); }},
    {"check.too-few-effects", [] { return counted(Check::effects_counted, 9, {}, nothing); }},
    {"check.too-few-follow-ups",
     [] {
       return counted(
           Check::follow_ups_recorded, 2, {},
           [](CommitmentPlan& p) {
             commitment(p).follow_ups = {FollowUp{a_day, "", "", {}, {}}};
           },
           Date(2027, 8, 1));
     }},
    {"check.too-few-goal-areas", [] { return counted(Check::goal_areas_counted, 9, {}, nothing); }},
    {"check.too-many-activities", [] { return counted(Check::activities_counted, {}, 0, nothing); }},
    {"check.too-many-commitments", [] { return counted(Check::commitments_counted, {}, 0, nothing); }},
    {"check.too-many-effects", [] { return counted(Check::effects_counted, {}, 0, nothing); }},
    {"check.too-many-goal-areas", [] { return counted(Check::goal_areas_counted, {}, 0, nothing); }},

    {"csv.no-such-list",
     [] { return thrown([] { (void)to_csv(std::vector<CommitmentPlan>{}, {.each = "areas.x"}); }); }},
    {"cycle.no-such-wheel",
     [] {
       return thrown([] {
         const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
         (void)wheel(system, "no-such-wheel", 2026);
       });
     }},
    {"cycle.out-of-range",
     [] { return thrown([] { (void)annual_cycle(QualitySystem::builtin("vetlanda-2024"), CalendarYear{9998}); }); }},
    {"cycle.period-reversed",
     [] {
       return thrown([] {
         (void)annual_cycle(QualitySystem::builtin("vetlanda-2024"), Period{Date(2027, 1, 1), Date(2026, 1, 1)});
       });
     }},
    {"cycle.period-too-long",
     [] {
       return thrown([] {
         (void)annual_cycle(QualitySystem::builtin("vetlanda-2024"), Period{Date(2020, 1, 1), Date(2040, 1, 1)});
       });
     }},

    {"diff.added",
     [] {
       return differing("diff.added", "Tillagt", [](CommitmentPlan& p) { p.areas.push_back({Id(), "Trygghet", {}}); });
     }},
    {"diff.changed",
     [] {
       return differing("diff.changed", "Anna Exempel” → ”Bo Exempel",
                        [](CommitmentPlan& p) { p.principal = "Bo Exempel"; });
     }},
    {"diff.removed", [] { return differing("diff.removed", "Borttaget", [](CommitmentPlan& p) { p.areas.clear(); }); }},
    {"diff.reordered",
     [] {
       return differing("diff.reordered", "annan ordning",
                        [](CommitmentPlan& p) { std::swap(p.units.at(0), p.units.at(1)); });
     }},

    {"docx.cannot-use", [] { return thrown([] { (void)write_back(CommitmentPlan(), "%PDF-1.7"); }); }},
    {"docx.comment", [] { return docx_body("<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", "comments"); }},
    {"docx.formula",
     [] { return docx_body("<w:p><m:oMath xmlns:m=\"math\"><m:r><m:t>1+1</m:t></m:r></m:oMath></w:p>"); }},
    {"docx.margin", [] { return docx_body(docx_paragraph("Rektor: Ann"), "header"); }},
    {"docx.missing", [] { return docx_body(docx_paragraph("Rektor: Ann")); }},
    {"docx.more-words", [] { return docx_body(docx_paragraph("Rektor (namn): Ann")); }},
    {"docx.no-header",
     [] {
       return docx_body(docx_heading("Enheter") + docx_table({{"nyhem", "", "Nyhems förskola", "förskola"}}));
     }},
    {"docx.note", [] { return docx_body("<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", "footnotes"); }},
    {"docx.repeated", [] { return docx_body(docx_paragraph("Rektor: Ann") + docx_paragraph("Rektor: Bo")); }},
    {"docx.text-box",
     [] {
       return docx_body("<w:p><w:r><w:pict><w:txbxContent>" + docx_paragraph("Till APT") +
                        "</w:txbxContent></w:pict></w:r></w:p>");
     }},
    {"docx.too-many-paragraphs",
     [] {
       DocxLimits limits;
       limits.paragraphs = 1;
       return thrown([&] { (void)docx_body(docx_paragraph("a") + docx_paragraph("b"), {}, {}, limits); });
     }},
    {"docx.tracked-changes",
     [] { return docx_body("<w:p><w:del><w:r><w:delText>nej</w:delText></w:r></w:del></w:p>"); }},
    {"docx.unknown-column",
     [] {
       return docx_body(docx_heading("Enheter") +
                        docx_table({{"Kortnamn", "Namn", "Telefon"}, {"nyhem", "Nyhem", "0123"}}));
     }},
    {"docx.unknown-field",
     [] {
       QualitySystem system = QualitySystem::builtin("vetlanda-2024");
       system.policy.forms = {DocumentForm{"commitment-plan", {}, {FormLabel{"Mål", "areas.goal"}}, {}, {}}};
       DocxOptions options;
       options.system = &system;
       return docx_body(docx_paragraph("Rektor: Ann"), {}, options);
     }},
    {"docx.unknown-label",
     [] {
       return docx_body(docx_table({{"Rektor", "Ann"}, {"Läsår", "2026/27"}, {"Telefon", "0123"}}));
     }},
    {"docx.unplaced-heading", [] { return docx_body(docx_heading("Hälsningar") + docx_paragraph("Ha det bra.")); }},
    {"docx.unplaced-table",
     [] {
       return docx_body(docx_table({{"a", "b"}, {"c", "d"}}));
     }},
    {"docx.unplaced-text", [] { return docx_body(docx_paragraph("Ha det bra.")); }},
    {"docx.wrong-value", [] { return docx_body(docx_paragraph("Läsår: snart")); }},
    {"docx.cut-off",
     [] {
       const std::string whole = docx::pack(kvalitet_test::small_document());
       return docx_file(std::string_view(whole).substr(0, whole.size() / 2));
     }},
    {"docx.damaged", [] { return docx_file(docx::pack(kvalitet_test::small_document()) + "more"); }},
    {"docx.duplicate-part", [] { return docx_part("WORD/document.xml", "<a/>"); }},
    {"docx.empty", [] { return docx_file(""); }},
    {"docx.encrypted", [] { return docx_file(kvalitet_test::compound_file("EncryptedPackage")); }},
    {"docx.encrypted-part", [] { return docx_header([](RawEntry::Header& header) { header.flags = 1; }); }},
    {"docx.external-main-part",
     [] {
       return docx_relationships(
           R"(<Relationship Type="/officeDocument" Target="https://exempelby.example/plan.docx" TargetMode="External"/>)");
     }},
    {"docx.html", [] { return docx_file("<html>"); }},
    {"docx.missing-part", [] { return docx_part("word/document.xml", {}); }},
    {"docx.no-main-part", [] { return docx_relationships(""); }},
    {"docx.not-a-document", [] { return docx_file("\x89PNG\r\n\x1A"); }},
    {"docx.odt",
     [] {
       return docx_file(kvalitet_test::raw_zip(
           {kvalitet_test::stored_entry("mimetype", "application/vnd.oasis.opendocument.text")}));
     }},
    {"docx.old-office", [] { return docx_file(kvalitet_test::compound_file("Workbook")); }},
    {"docx.old-word", [] { return docx_file(kvalitet_test::compound_file("WordDocument")); }},
    {"docx.only-a-zip",
     [] {
       return docx_file(docx::pack({{"plan.txt", "Plan"}}));
     }},
    {"docx.other-content", [] { return docx_type("application/xml"); }},
    {"docx.part-damaged", [] { return docx_header([](RawEntry::Header& header) { ++header.crc; }); }},
    {"docx.part-too-large",
     [] {
       docx::PackageLimits limits;
       limits.part_bytes = 2000;
       return docx_part("word/document.xml", std::string(2001, ' '), limits);
     }},
    {"docx.pdf", [] { return docx_file("%PDF-1.7"); }},
    {"docx.plain-text", [] { return docx_file("Åtagandeplan"); }},
    {"docx.presentation",
     [] { return docx_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"); }},
    {"docx.rtf", [] { return docx_file("{\\rtf1}"); }},
    {"docx.spreadsheet",
     [] { return docx_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"); }},
    {"docx.too-large",
     [] {
       docx::PackageLimits limits;
       limits.file_bytes = 100;
       return docx_file(docx::pack(kvalitet_test::small_document()), limits);
     }},
    {"docx.too-many-parts",
     [] {
       docx::PackageLimits limits;
       limits.parts = 2;
       return docx_file(docx::pack(kvalitet_test::small_document()), limits);
     }},
    {"docx.unknown-packing", [] { return docx_header([](RawEntry::Header& header) { header.method = 12; }); }},
    {"docx.unsafe-name", [] { return docx_part("../plan.xml", "<a/>"); }},
    {"docx.word-xml", [] { return docx_file("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"); }},
    {"docx.xml-doctype", [] { return docx_part("_rels/.rels", "<!DOCTYPE a><a/>"); }},
    {"docx.xml-not-unicode", [] { return docx_part("_rels/.rels", "<a>\xE5</a>"); }},
    {"docx.xml-other-encoding",
     [] { return docx_part("_rels/.rels", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a/>"); }},
    {"docx.xml-syntax", [] { return docx_relationships("<"); }},
    {"docx.xml-too-deep",
     [] {
       std::string deep;
       for (int i = 0; i < 200; ++i) deep = "<a>" + deep + "</a>";
       return docx_relationships(deep);
     }},
    {"docx.xml-too-large",
     [] {
       std::string many;
       for (int i = 0; i < 1'000'000; ++i) many += "<a/>";
       return docx_relationships(many);
     }},

    // Raised by the Python package, which opens files and finds types by name; its tests reach them there.
    {"file.not-found", [] { return thrown([] {
                              throw FileError("file.not-found", {{"path", Text("plan.json")}});
                            }); }},
    {"file.other-format", [] { return thrown([] { (void)format_to_write("plan.pdf"); }); }},
    {"file.unreadable",
     [] {
       return thrown([] {
         throw FileError("file.unreadable", {{"path", Text("plan.json")}, {"reason", Text("EIO")}});
       });
     }},
    {"file.unwritable",
     [] {
       return thrown([] {
         throw FileError("file.unwritable", {{"path", Text("plan.json")}, {"reason", Text("EIO")}});
       });
     }},
    {"model.no-such-type",
     [] { return thrown([] {
            throw NotFoundError("model.no-such-type", {{"name", Text("Plan")}});
          }); }},

    {"guideline.between-not-two", [] { return guideline([](Guideline& g) { g.dialogues.at(0).between.pop_back(); }); }},
    {"guideline.citation-missing",
     [] { return guideline([](Guideline& g) { g.rules.at(0).basis.citation.reset(); }); }},
    {"guideline.citation-not-allowed",
     [] { return guideline([](Guideline& g) { g.rules.at(0).basis.origin = Origin::local_policy; }); }},
    {"guideline.duplicate-id", [] { return guideline([](Guideline& g) { g.rules.push_back(g.rules.at(0)); }); }},
    {"guideline.empty-id", [] { return guideline([](Guideline& g) { g.rules.at(0).id = Id(); }); }},
    {"guideline.ends-before-start", [] { return guideline([](Guideline& g) { g.valid_to = Date(2020, 1, 1); }); }},
    {"guideline.every-years-zero",
     [] { return guideline([](Guideline& g) { g.dialogues.at(0).timing.every_years = 0; }); }},
    {"guideline.first-year-missing",
     [] { return guideline([](Guideline& g) { g.dialogues.at(0).timing.every_years = 2; }); }},
    {"guideline.min-above-max", [] { return guideline([](Guideline& g) { g.rules.at(1).min = 4; }); }},
    {"guideline.modal-missing", [] { return guideline([](Guideline& g) { g.rules.at(0).basis.modal.reset(); }); }},
    {"guideline.no-years", [] { return guideline([](Guideline& g) { g.documents.at(0).years = 0; }); }},
    {"guideline.not-found", [] { return thrown([] { (void)builtin_guideline("no-such-guideline"); }); }},
    {"guideline.parameter-missing", [] { return guideline([](Guideline& g) { g.rules.at(0).areas.clear(); }); }},
    {"guideline.paraphrase-differs",
     [] { return guideline([](Guideline& g) { g.rules.at(0).basis.citation->paraphrase = true; }); }},
    {"guideline.policy-for-another",
     [] {
       return thrown([] {
         QualitySystem system = QualitySystem::builtin("vetlanda-2024");
         system.policy.guideline = "another";
         (void)QualitySystem::make(system.guideline, system.policy);
       });
     }},
    {"guideline.quote-elsewhere",
     [] { return guideline([](Guideline& g) { g.rules.at(0).basis.citation->section = "4"; }); }},
    {"guideline.quote-not-found",
     [] { return guideline([](Guideline& g) { g.rules.at(0).basis.citation->quote = "Det står inte så."; }); }},
    {"guideline.reading-missing", [] { return guideline([](Guideline& g) { g.rules.at(1).basis.reading = {}; }); }},
    {"guideline.obligation-not-carried", [] { return guideline([](Guideline& g) { g.duties.clear(); }); }},
    {"guideline.sentence-unaccounted",
     [] { return guideline([](Guideline& g) { g.text.at(0).paragraphs.emplace_back("En mening till."); }); }},
    {"guideline.unknown-format", [] { return guideline([](Guideline& g) { g.format_version = 2; }); }},
    {"guideline.unknown-reference", [] { return guideline([](Guideline& g) { g.rules.at(0).document = "no-such"; }); }},
    {"guideline.window-without-id",
     [] { return guideline([](Guideline& g) { g.surveys.at(0).timing.windows.at(0).id = Id(); }); }},

    {"ical.no-such-event", [] { return thrown([] { (void)write_event(cycle_of_2026(), "no:such:event", {}); }); }},
    {"ical.not-a-domain", [] { return thrown([] { (void)write_feed(cycle_of_2026(), {.domain = "a b"}); }); }},
    {"ical.same-id",
     [] {
       return thrown([] {
         AnnualCycle cycle = cycle_of_2026();
         cycle.events.push_back(cycle.events.front());
         (void)write_feed(cycle, {});
       });
     }},

    {"json.duplicate-key", [] { return json_of_plan(R"(, "school_year": "2026/27")"); }},
    {"json.ends-too-early", [] { return json("{"); }},
    {"json.forbidden-character", [] { return json_of_plan(R"(, "principal": "\u0001")"); }},
    {"json.invalid-utf8", [] { return json("{\"\xFF\": 1}"); }},
    {"json.lone-surrogate", [] { return json_of_plan(R"(, "principal": "\uD800")"); }},
    {"json.missing-key", [] { return json("{}"); }},
    {"json.nul", [] { return json(std::string_view("{}\0", 3)); }},
    {"json.number-out-of-range", [] { return json_of_plan(R"(, "years": -1)"); }},
    {"json.syntax", [] { return json("{,}"); }},
    {"json.unknown-choice", [] { return json_of_plan(R"(, "state": "nearly")"); }},
    {"json.unknown-key", [] { return json_of_plan(R"(, "headmaster": "Anna Exempel")"); }},
    {"json.wrong-text", [] { return json(R"({"format_version": 1, "school_year": "2026/28"})"); }},
    {"json.wrong-type", [] { return json_of_plan(R"(, "principal": 1)"); }},

    {"document.dates-reversed",
     [] {
       return plan([](CommitmentPlan& p) {
         commitment(p).activities.at(0).start = Date(2026, 11, 2);
         commitment(p).activities.at(0).end = Date(2026, 11, 1);
       });
     }},
    {"document.deviation-expired", [] { return deviating([](Deviation& d) { d.until = Date(2026, 10, 14); }); }},
    {"document.deviation-from-unknown-duty",
     [] {
       DutyDeviation deviation;
       deviation.duty = "no-such-duty";
       return said(check(Deviations{1, {deviation}}, QualitySystem::builtin("vetlanda-2024"), {a_day}));
     }},
    {"document.deviation-from-unknown-rule", [] { return deviating([](Deviation& d) { d.rule = "no-such-rule"; }); }},
    {"document.deviation-incomplete", [] { return deviating([](Deviation& d) { d.reason = ""; }); }},
    {"document.deviation-reversed", [] { return deviating([](Deviation& d) { d.decided_on = Date(2026, 10, 16); }); }},
    {"document.duplicate-name", [] { return plan([](CommitmentPlan& p) { p.units.push_back(p.units.at(0)); }); }},
    {"document.unknown-format-version", [] { return plan([](CommitmentPlan& p) { p.format_version = 2; }); }},
    {"document.unknown-goal-area", [] { return plan([](CommitmentPlan& p) { p.areas.at(0).kind = "no-such-area"; }); }},
    {"plan.years-differ", [] { return plan([](CommitmentPlan& p) { p.years = 3; }); }},

    {"policy.another-guideline", [] { return policy([](LocalPolicy& p) { p.guideline = "another"; }); }},
    {"policy.booking-outside-window",
     [] { return policy([](LocalPolicy& p) {
            p.bookings.at(0).days = {Date(2026, 12, 1), Date(2026, 12, 1)};
          }); }},
    {"policy.booking-reversed",
     [] { return policy([](LocalPolicy& p) { std::swap(p.bookings.at(0).days.start, p.bookings.at(0).days.end); }); }},
    {"policy.booking-without-working-day",
     [] { return policy([](LocalPolicy& p) {
            p.bookings.at(0).days = {Date(2026, 9, 5), Date(2026, 9, 6)};
          }); }},
    {"policy.day-outside-calendar",
     [] { return policy([](LocalPolicy& p) { p.local_days.at(0).date = Date(2101, 1, 1); }); }},
    {"policy.due-date-outside-window",
     [] { return policy([](LocalPolicy& p) {
            p.due_dates.at(0).on = MonthDay{8, 31};
          }); }},
    {"policy.free-text-limit-low", [] { return policy([](LocalPolicy& p) { p.free_text.fewest_pupils = 3; }); }},
    {"policy.id-taken", [] { return policy([](LocalPolicy& p) { p.goal_areas.at(0).id = "knowledge"; }); }},
    {"policy.month-out-of-range", [] { return policy([](LocalPolicy& p) { p.months_without_meeting = {13}; }); }},
    {"policy.rule-not-local", [] { return policy([](LocalPolicy& p) { p.rules.at(0).basis.origin = Origin::law; }); }},
    {"policy.time-on-several-days",
     [] { return policy([](LocalPolicy& p) {
            p.bookings.at(0).start_time = TimeOfDay{13, 0};
          }); }},
    {"policy.time-without-duration",
     [] { return policy([](LocalPolicy& p) { p.bookings.at(2).duration_minutes.reset(); }); }},
    {"policy.unknown-window", [] { return policy([](LocalPolicy& p) { p.bookings.at(1).window = "no-such"; }); }},

    {"privacy.e-mail", [] { return text("Skriv till anna@exempel.example."); }},
    {"privacy.few-of-group", [] { return text("2 av 7 elever"); }},
    {"privacy.few-pupils", [] { return text("Tre elever slutade."); }},
    {"privacy.identity-number", [] { return text("121212-1212"); }},
    {"privacy.judged-name", [] { return text("Anna fick F i matematik."); }},
    {"privacy.phone", [] { return text("Ring 070-123 45 67."); }},
    {"privacy.result-of-few", [] { return text("Våra sju elever nådde målen."); }},
    {"privacy.sensitive", [] { return text("Vi har en elev med autism."); }},
    {"privacy.single-child", [] { return text("Den enda eleven i årskurs 2."); }},
    {"privacy.small-group", [] { return text("28 % av de sju."); }},

    {"read.more-findings",
     [] {
       ReadLimits limits;
       limits.findings = 3;
       return json_of_plan(R"(, "a": 1, "b": 1, "c": 1, "d": 1, "e": 1)", limits);
     }},
    {"read.too-deep",
     [] { return thrown([] { (void)json_of_plan(R"(, "areas": )" + std::string(64, '[') + std::string(64, ']')); }); }},
    {"read.too-large",
     [] {
       return thrown([] {
         ReadLimits limits;
         limits.bytes = 10;
         (void)json_of_plan("", limits);
       });
     }},
    {"read.too-many-values",
     [] {
       return thrown([] {
         ReadLimits limits;
         limits.values = 2;
         (void)json_of_plan(R"(, "principal": "Anna Exempel", "years": 1, "state": "begun")", limits);
       });
     }},
    {"statistics.confidence-out-of-range", [] { return thrown([] {
                                                  (void)wilson({1, 2}, 1.0);
                                                }); }},
    {"statistics.impossible-counts", [] { return thrown([] {
                                            (void)wilson({3, 2});
                                          }); }},
    {"statistics.scales-differ", [] { return thrown([] {
                                        (void)mann_whitney({{1, 1}}, {{1, 1, 1}});
                                      }); }},
    {"status.not-considered",
     [] {
       FiledDocuments documents;
       documents.matters = {{"matters.json", {Matters{1, {{"m", "M", {}, {}, {}, {}}}, {}}, {}}}};
       return evidence("decide-on-impact-assessment", documents);
     }},
    {"status.not-far-enough", [] { return evidence_of_plan(R"("state": "begun", )" + a_commitment); }},
    {"status.not-held",
     [] {
       FiledDocuments documents;
       DialogueSession session;
       session.dialogue = "process";
       session.date = Date(2026, 12, 1);
       session.attendees = {{"Ann", "principal", "A", {}}};
       documents.sessions = {{"session.json", {session, {}}}};
       return evidence("talk-about-processes", documents);
     }},
    {"status.not-read",
     [] {
       FiledDocuments documents;
       documents.unread = {{DocumentKind::commitment_plan, "plans/a.docx"}};
       return evidence("planning-done", documents);
     }},
    {"status.nothing-written", [] { return evidence_of_plan(R"("areas": [{"kind": "knowledge"}])"); }},
    {"status.only-planned",
     [] {
       FiledDocuments documents;
       Measure measure;
       measure.planned_for = Date(2027, 3, 1);
       documents.measures = {{"measures.json", {Measures{1, {measure}, {}}, {}}}};
       return evidence("equity-from-analysis", documents);
     }},
    {"status.raw-answers-there",
     [] {
       FiledDocuments documents;
       documents.surveys = {{"surveys.json", {surveys_with(no_change), {}}}};
       return evidence("erase-raw-answers", documents);
     }},
    {"status.read-in-part", [] { return evidence_of_plan(R"("state": "complete", )" + a_commitment, ", "); }},
    {"survey.cannot-compare",
     [] {
       return thrown([] {
         const SurveyInstrument instrument = instrument_with(no_change);
         (void)compare_rounds(counts_with(no_change), instrument,
                              counts_with([](auto& counts) { counts.by = {Text("grade")}; }), instrument);
       });
     }},
    {"survey.column-type",
     [] {
       return table_said<Unit>({{}}, {}, instrument_with([](auto& of) {
                                 of.items[0].id = "school-forms", of.items[0].columns = {Text("school_forms")};
                               }));
     }},
    {"survey.counts-do-not-fit",
     [] {
       return thrown([] {
         (void)item_figures(counts_with([](auto& counts) { counts.version = Text("2"); }), instrument_with(no_change));
       });
     }},
    {"survey.different-counts",
     [] {
       return thrown([] {
         (void)merge(counts_with(no_change), counts_with([](auto& counts) { counts.round = Text("2027-04"); }));
       });
     }},
    {"survey.erased-before-read",
     [] { return surveys_said([](auto& of) { of.raw_answers[0].erased_on = Date(2026, 10, 1); }); }},
    {"survey.few-levels", [] { return instrument_said([](auto& of) { of.scales[0].levels.pop_back(); }); }},
    {"survey.grades-reversed",
     [] { return instrument_said([](auto& of) {
            of.items[0].respondents = {{{}, 9, 7}};
          }); }},
    {"survey.group-order", [] { return counts_said([](auto& counts) { counts.groups.push_back(counts.groups[0]); }); }},
    {"survey.group-shape", [] { return counts_said([](auto& counts) { counts.groups[0].counts.pop_back(); }); }},
    {"survey.item-changed",
     [] { return trend_said([](auto& of) { of.items[0].wordings[0].text = Text("Jag känner mig trygg."); }); }},
    {"survey.item-gone", [] { return trend_said([](auto& of) { of.items.clear(); }); }},
    {"survey.item-new",
     [] {
       return trend_said([](auto& of) {
         of.items.push_back(of.items[0]);
         of.items[1].id = "safer";
       });
     }},
    {"survey.item-twice",
     [] {
       return table_said<Unit>({{}}, {}, instrument_with([](auto& of) {
                                 of.items[0].columns = {Text("id"), Text("name")};
                               }));
     }},
    {"survey.item-without-words", [] { return instrument_said([](auto& of) { of.items[0].wordings.clear(); }); }},
    {"survey.level-twice",
     [] { return instrument_said([](auto& of) { of.scales[0].levels[1].label.sv = Text("nej"); }); }},
    {"survey.link-twice", [] { return surveys_said([](auto& of) { of.links.push_back(of.links[0]); }); }},
    {"survey.more-answered-than-invited",
     [] { return counts_said([](auto& counts) { counts.groups[0].invited = counts.groups[0].respondents - 1; }); }},
    {"survey.more-answers-than-respondents",
     [] { return counts_said([](auto& counts) { counts.groups[0].respondents = 1; }); }},
    {"survey.no-day-of-erasure", [] { return surveys_said([](auto& of) { of.raw_answers[0].erase_by.reset(); }); }},
    {"survey.no-group-column",
     [] {
       return table_said<Unit>({{}}, {{Text("grade")}, {}, true, 1}, instrument_with(no_change));
     }},
    {"survey.no-items", [] { return table_said<Unit>({{}}, {}, instrument_with(no_change)); }},
    {"survey.no-such-column",
     [] {
       return thrown([] {
         const std::vector<Text> columns{Text("grade")};
         (void)by_columns(counts_with(no_change), columns);
       });
     }},
    {"survey.no-such-group",
     [] {
       return thrown([] {
         const SurveyInstrument instrument = instrument_with(no_change);
         const std::vector<Text> key{Text("nobody")};
         (void)propose_follow_ups(compare_with_others(counts_with(no_change), instrument), instrument, key,
                                  Date(2026, 11, 1), "october");
       });
     }},
    {"survey.no-table",
     [] {
       return thrown([] {
         ArrowArrayStream stream = stream_that([](ArrowSchema* out) {
           *out = {};
           out->format = "i";
           out->release = [](ArrowSchema* schema) { schema->release = nullptr; };
           return 0;
         });
         (void)count_answers(stream, instrument_with(no_change));
       });
     }},
    {"survey.not-for-audience",
     [] { return thrown([] { require_audience(SurveyAudience::unit, SurveyAudience::everybody); }); }},
    {"survey.other-instrument", [] { return counts_said([](auto& counts) { counts.instrument = "another"; }); }},
    {"survey.passed-on-before-given",
     [] { return surveys_said([](auto& of) { of.links[0].passed_on = Date(2026, 9, 1); }); }},
    {"survey.personal-group",
     [] {
       Unit unit;
       unit.name = Text("anna@exempel.se");
       return table_said<Unit>({unit}, {{Text("name")}, {}, true, 1},
                               instrument_with([](auto& of) { of.items[0].columns = {Text("code")}; }));
     }},
    {"survey.rounds-out-of-order",
     [] {
       return thrown([] {
         const SurveyInstrument instrument = instrument_with(no_change);
         (void)compare_rounds(counts_with(no_change), instrument, counts_with(no_change), instrument);
       });
     }},
    {"survey.same-column",
     [] {
       return instrument_said([](auto& of) {
         of.items.push_back(of.items[0]);
         of.items[1].id = "safer";
       });
     }},
    {"survey.table-failed",
     [] {
       return thrown([] {
         ArrowArrayStream stream = stream_that([](ArrowSchema*) { return EIO; });
         (void)count_answers(stream, instrument_with(no_change));
       });
     }},
    {"survey.too-many-answers",
     [] {
       return thrown([] {
         const SurveyCounts many =
             counts_with([](auto& counts) { counts.groups[0].respondents = (std::int64_t{1} << 53U) - 1; });
         (void)merge(many, many);
       });
     }},
    {"survey.too-many-groups",
     [] {
       std::vector<Unit> rows((std::size_t{1} << 18U) + 2);
       for (std::size_t i = 0; i < rows.size(); ++i) rows[i].name = Text(std::to_string(i));
       return table_said(rows, {{Text("name")}, {}, true, 1},
                         instrument_with([](auto& of) { of.items[0].columns = {Text("code")}; }));
     }},
    {"survey.unusable-instrument",
     [] { return table_said<Unit>({{}}, {}, instrument_with([](auto& of) { of.items[0].scale = "another"; })); }},
    {"survey.unusable-invited",
     [] {
       return thrown([] {
         const std::vector<InvitedGroup> groups{{{Text("Ek")}, -1}};
         (void)with_invited(counts_with(no_change), groups);
       });
     }},
    {"survey.unusable-options",
     [] {
       return thrown([] {
         ComparisonOptions options;
         options.least_answers = 1;
         (void)compare_with_others(counts_with(no_change), instrument_with(no_change), options);
       });
     }},
    {"workspace.another-guideline",
     [] {
       return workspace({{"municipality.json", exempelby("svedala")},
                         {"guideline.json", to_json(builtin_guideline("vetlanda-2024"))}});
     }},
    {"workspace.both-formats",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"plans/a.json", plan_of_a}, {"plans/a.docx", "PK"}});
     }},
    {"workspace.closed-folder",
     [] {
       std::string deep = "plans";
       for (int depth = 0; depth < 20; ++depth) deep += "/deeper";
       return workspace({{"municipality.json", exempelby()}, {deep + "/plan.json", plan_of_a}});
     }},
    {"workspace.link",
     [] {
       const TemporaryFolder folder;
       folder.write("municipality.json", exempelby());
       std::filesystem::create_symlink("municipality.json", folder.path / "matters.json");
       return said_of(open_workspace(folder.path));
     }},
    {"workspace.no-guideline",
     [] {
       return workspace({{"municipality.json", exempelby("no-such")}});
     }},
    {"workspace.no-instrument",
     [] {
       return workspace({{"municipality.json", exempelby()},
                         {"survey-counts/a.json", R"({"format_version": 1, "instrument": "tld"})"}});
     }},
    {"workspace.no-municipality", [] { return workspace({}); }},
    {"workspace.not-found", [] { return thrown([] { (void)open_workspace("no/such/folder"); }); }},
    {"workspace.other-format",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"plans/a.odt", "PK"}});
     }},
    {"workspace.raw-answers",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"survey-counts/svar.csv", "a;b"}});
     }},
    {"workspace.too-many-files",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"plans/a.json", plan_of_a}}, WorkspaceLimits{1, {}});
     }},
    {"workspace.twice",
     [] {
       return workspace(
           {{"municipality.json", exempelby()}, {"plans/a.json", plan_of_a}, {"plans/copy of a.json", plan_of_a}});
     }},
    {"workspace.unknown-principal",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"plans/a.json", plan_of_a}});
     }},
    {"workspace.unknown-unit",
     [] {
       return workspace({{"municipality.json", exempelby()}, {"plans/a.json", plan_of_a}});
     }},
    {"workspace.unreadable",
     [] {
       return thrown([] {
         const TemporaryFolder folder;
         folder.write("file", "");
         (void)open_workspace(folder.path / "file");
       });
     }},
};

void check_words(const Localised& words) {
  for (const Text& text : {words.sv, words.en}) {
    CHECK(text.str().find('{') == std::string::npos);
    CHECK(text.str().find('}') == std::string::npos);
    CHECK(text.str().find("  ") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("every code of the catalogue is reached", "[codes]") {
  for (const MessageTemplate& entry : message_catalogue()) {
    INFO(entry.code);
    CHECK(sayings.count(std::string(entry.code)) == 1);
  }
  CHECK(sayings.size() == message_catalogue().size());
}

TEST_CASE("what is said has its code and both languages, with nothing left to fill in", "[codes]") {
  for (const auto& [code, say] : sayings) {
    INFO(code);
    const Saying all = say();
    const std::string& wanted = code;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Said& said) { return said.code == wanted; });
    REQUIRE(found != all.end());
    CHECK_FALSE(found->message.sv.empty());
    CHECK_FALSE(found->message.en.empty());
    CHECK(found->hint.sv.empty() == found->hint.en.empty());
    check_words(found->message);
    check_words(found->hint);
  }
}
