// Nothing is hard-coded: each value of each of the five guidelines and policies is changed to another legal one, and
// then events, findings, drafts, days or the trace change, or else the validation finds that the value no longer fits.
// What is only told to people is listed, with the reason.
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/calendar/school_year.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "kvalitet/documents/coverage.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/duties.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

struct Told {
  std::string_view field;   ///< type and key
  std::string_view reason;  ///< why nothing that the library computes depends on it
};

constexpr Told told[] = {
    // Whose document it is, and its history.
    {"Guideline.title", "its name"},
    {"Guideline.municipality_code", "whose it is"},
    {"Guideline.municipality_code?", "whose it is"},
    {"Guideline.document_type", "what the organiser calls it"},
    {"Guideline.decided", "who decided it, and when"},
    {"Guideline.decided?", "who decided it, and when"},
    {"Guideline.applies_to", "whom it binds, in words"},
    {"Guideline.responsible", "who keeps it"},
    {"Guideline.last_revised", "its history"},
    {"Guideline.last_reviewed", "its history"},
    {"Guideline.last_reviewed?", "its history"},
    {"Guideline.excerpt", "how much of the text it holds"},
    {"LocalPolicy.id", "its name, said where it is given to another guideline"},
    {"LocalPolicy.is_default", "who decided it; events of follow-ups say so, and there may be none"},
    {"LocalPolicy.decided", "who decided it, and when"},
    {"LocalPolicy.decided?", "who decided it, and when"},
    {"LocalPolicy.last_reviewed", "its history"},
    {"LocalPolicy.last_reviewed?", "its history"},
    {"Answer.decided", "who answered, and when"},
    {"Answer.decided?", "who answered, and when"},

    // Names that nothing within the guideline and the policy refers to; programs do.
    {"Concept.id", "an article, a step or a support is not referred to"},
    {"Principle.id", "not referred to"},
    {"FactorSet.id", "not referred to"},
    {"Wheel.id", "the caller asks for it by name"},
    {"Rule.title", "a rule that permits something is never in a finding"},

    // Words for people, of what the library shows and does not judge.
    {"Concept.title", "words; those of goal areas are in findings"},
    {"Concept.meaning", "words"},
    {"Principle.title", "words"},
    {"FactorSet.title", "words"},
    {"Statement.words", "words"},
    {"DocumentPart.words", "words"},
    {"DocumentPart.field", "where a Word template quotes it"},
    {"Wheel.title", "words"},
    {"Basis.reading", "words; those of events and findings are seen, and only the Swedish must be there"},
    {"Break.name", "words, said where the break is wrong"},

    // Who is who.
    {"Actor.level", "an actor who takes part in nothing is in no event"},
    {"Chain.actors", "the picture of the chain"},
    {"Chain.actors[]", "the picture of the chain"},
    {"Dialogue.between", "those who take part are of the same levels"},
    {"Dialogue.invited_by", "the one who invites takes part as well"},
    {"Document.kind", "a kind that no rule is about, in an excerpt"},
    {"Document.owner", "without days there is no event to concern the owner"},
    {"Duty.moment", "a duty about nothing in the year has no day, whenever it is to be done"},
    {"Basis.modal", "how strong the words are; those of a rule decide severity"},
    {"Basis.modal?", "how strong the words are; those of a rule decide severity"},

    // The text itself.
    {"Basis.also[]", "a further passage that says the same"},
    {"Guideline.text[]", "a heading without text of its own"},
    {"Passage.section", "a heading without text of its own"},
    {"Passage.heading", "a heading without text of its own"},
    {"Passage.paraphrase", "a heading without text of its own"},
};

// ---- what can be seen of a system -------------------------------------------------------------------------------

/// A plan and the day on which it is judged.
struct Case {
  CommitmentPlan plan;
  Date day;
};

/// Whatever else is judged: the documents of the fixtures that fail.
std::vector<std::function<std::vector<Finding>(const QualitySystem&)>> other_documents() {
  std::vector<std::function<std::vector<Finding>(const QualitySystem&)>> all;
  const auto add = [&]<class Document>(std::string_view rule, const Document& document) {
    const std::filesystem::path folder = fixtures / "rules/vetlanda-2024" / rule;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".json") continue;
      Document judged = document;
      (void)read_json(type_info<Document>(), &judged, text_of(entry.path()));
      all.emplace_back([judged](const QualitySystem& system) { return check(judged, system, {Date(2028, 1, 15)}); });
    }
  };
  for (const char* rule : {"report-analyses-the-whole", "report-tells-results", "report-begun-for-results"})
    add(rule, SchoolYearReport{});
  for (const char* rule :
       {"plan-starts-from-report", "plan-has-development-goals", "goals-from-analysis", "operational-plan-presented"})
    add(rule, OperationalPlan{});
  add("operational-report-tells-results", OperationalReport{});
  for (const char* rule :
       {"assessment-takes-every-step", "assessment-considers-articles", "assessment-takes-perspectives"})
    add(rule, ImpactAssessment{});
  for (const char* rule : {"matters-prepared-from-child-rights", "assessment-decided"}) add(rule, Matters{});
  for (const char* rule : {"measures-answer-needs", "measures-followed-up"}) add(rule, Measures{});
  for (const char* dialogue : {"preconditions", "process", "results"})
    for (const char* part : {"-group", "-window"}) add(std::string(dialogue) + part, DialogueSession{});
  for (const char* rule : {"preconditions-brought", "results-brought"}) add(rule, DialogueSession{});
  return all;
}

/// Empty plans of one school form each, judged when their year has ended.
std::vector<Case> cases_of_one_form() {
  std::vector<Case> all;
  for (const SchoolForm form : {SchoolForm::FS, SchoolForm::FKLASS, SchoolForm::FTH, SchoolForm::GR}) {
    CommitmentPlan plan;
    plan.school_year = SchoolYear{2026};
    plan.units = {Unit{"exempelenheten", {}, "Exempelenheten", {form}}};
    all.push_back({plan, Date(2027, 8, 1)});
  }
  return all;
}

/// The plans of the fixtures that fail, one that keeps every rule, and two with much to say about them.
std::vector<Case> cases() {
  std::vector<Case> all;
  const auto add = [&](const std::filesystem::path& path) {
    std::filesystem::path expected = path;
    expected.replace_extension(".expected");
    const std::string day = text_of(expected).substr(6, 10);  // after "as_of "
    all.push_back({read_commitment_plan(text_of(path)).value, parse_date(day).value()});
  };
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixtures / "rules"))
    if (entry.path().extension() == ".json" && entry.path().filename().string().rfind("fail", 0) == 0)
      add(entry.path());
  add(fixtures / "rules/vetlanda-local/two-follow-ups-in-schools/pass.json");
  for (const Case& judged : cases_of_one_form()) all.push_back(judged);
  all.push_back(all.back());
  all.back().plan.units[0].school_forms = {SchoolForm::FS};
  all.back().plan.areas.emplace_back().commitments.emplace_back().title = "Ett åtagande som ingen har följt upp";
  for (const int year : {2016, 2026}) {
    CommitmentPlan much;
    much.school_year = SchoolYear{year};
    if (year == 2016) much.years = 3;  // as the guideline of that year says
    for (const char* kind : {"a", "b", "c", "d", "e", "f"}) much.areas.push_back(GoalArea{kind, "", {}});
    all.push_back({much, Date(static_cast<unsigned short>(year), 10, 1)});
  }
  return all;
}

/// What a system says, in parts: the first parts are cheap, and most changes show there.
class Seen {
 public:
  explicit Seen(const QualitySystem& system)
      : system_(system),
        cases_(cases()),
        others_(other_documents()),
        cycles_(cycles()),
        wheels_(wheels()),
        findings_(findings()),
        other_findings_(other_findings()),
        duties_(all_duties()),
        covered_(coverage(system, {})),
        drafts_(drafts()),
        bare_(bare()),
        counts_(counts()),
        may_leave_(may_leave_in_part()),
        local_days_(system.calendar.local_days()) {}

  /// Whether anything that is computed with the system differs from when this was made.
  [[nodiscard]] bool differs() const {
    return cycles() != cycles_ || wheels() != wheels_ || findings() != findings_ ||
           other_findings() != other_findings_ || all_duties() != duties_ || coverage(system_, {}) != covered_ ||
           drafts() != drafts_ || bare() != bare_ || counts() != counts_ || may_leave_in_part() != may_leave_ ||
           system_.calendar.local_days() != local_days_;
  }

 private:
  [[nodiscard]] std::vector<AnnualCycle> cycles() const {
    return {annual_cycle(system_, Period{Date(2016, 1, 1), Date(2018, 12, 31)}),
            annual_cycle(system_, Period{Date(2026, 1, 1), Date(2028, 12, 31)})};
  }
  [[nodiscard]] std::vector<AnnualCycle> wheels() const {
    std::vector<AnnualCycle> all;
    for (const Wheel& shown : system_.guideline.wheels)
      for (const int year : {2016, 2026}) all.push_back(wheel(system_, shown.id, year));
    return all;
  }
  /// What the guideline says by itself, where the policy fills nothing in.
  struct Bare {
    AnnualCycle cycle;
    std::vector<Finding> findings;
    bool operator==(const Bare&) const = default;
  };
  [[nodiscard]] Bare bare() const {
    LocalPolicy nothing;
    nothing.guideline = system_.guideline.id;
    const QualitySystem system{system_.guideline, nothing, system_.calendar};
    Bare all{annual_cycle(system, SchoolYear{2026}), {}};
    for (const Case& judged : cases_of_one_form())
      for (Finding& finding : check(judged.plan, system, {judged.day})) all.findings.push_back(std::move(finding));
    return all;
  }
  [[nodiscard]] std::vector<std::vector<Finding>> findings() const {
    std::vector<std::vector<Finding>> all;
    for (const Case& judged : cases_) all.push_back(check(judged.plan, system_, {judged.day}));
    return all;
  }
  [[nodiscard]] std::vector<std::vector<Finding>> other_findings() const {
    std::vector<std::vector<Finding>> all;
    for (const auto& judge : others_) all.push_back(judge(system_));
    return all;
  }
  [[nodiscard]] std::vector<DutyRow> all_duties() const {
    return duties(system_, annual_cycle(system_, Period{Date(2026, 1, 1), Date(2027, 12, 31)}));
  }
  [[nodiscard]] std::vector<Draft> drafts() const {
    std::vector<Draft> all;
    for (std::size_t i = cases_.size() - 8; i < cases_.size(); ++i)  // the sound one and those after it
      all.push_back(draft(cases_[i].plan, system_, {cases_[i].day}));
    return all;
  }
  [[nodiscard]] std::vector<SchoolYearCount> counts() const {
    std::vector<SchoolYearCount> all;
    for (const SchoolYearDates& dates : system_.policy.school_years)
      all.push_back(count_school_days(dates, system_.calendar));
    return all;
  }

  /// Which of some texts about ever more pupils, and of ever larger groups, may leave.
  [[nodiscard]] std::vector<bool> may_leave_in_part() const {
    std::vector<bool> all;
    for (int count = 1; count < 20; ++count) {
      all.push_back(may_leave(std::to_string(count) + " elever", system_.policy.free_text));
      all.push_back(may_leave("hälften av " + std::to_string(count) + " elever", system_.policy.free_text));
    }
    return all;
  }

  const QualitySystem& system_;
  std::vector<Case> cases_;
  std::vector<std::function<std::vector<Finding>(const QualitySystem&)>> others_;
  std::vector<AnnualCycle> cycles_;
  std::vector<AnnualCycle> wheels_;
  std::vector<std::vector<Finding>> findings_;
  std::vector<std::vector<Finding>> other_findings_;
  std::vector<DutyRow> duties_;
  std::vector<Coverage> covered_;
  std::vector<Draft> drafts_;
  Bare bare_;
  std::vector<SchoolYearCount> counts_;
  std::vector<bool> may_leave_;
  std::vector<LocalDay> local_days_;
};

// ---- changing one value -----------------------------------------------------------------------------------------

/// Makes `to`, which is fresh where it holds scalars, equal to `from`.
void copy(const TypeInfo& type, void* to, const void* from) {
  switch (type.kind) {
    case TypeInfo::Kind::boolean: *static_cast<bool*>(to) = *static_cast<const bool*>(from); break;
    case TypeInfo::Kind::integer: *static_cast<int*>(to) = *static_cast<const int*>(from); break;
    case TypeInfo::Kind::count: *static_cast<std::int64_t*>(to) = *static_cast<const std::int64_t*>(from); break;
    case TypeInfo::Kind::text: *static_cast<Text*>(to) = *static_cast<const Text*>(from); break;
    case TypeInfo::Kind::enumeration: type.choose(to, type.choice(from)); break;
    case TypeInfo::Kind::scalar: type.parse(to, type.format(from)); break;  // the empty one has nothing to parse
    case TypeInfo::Kind::optional:
    case TypeInfo::Kind::list:
      while (type.size(to) > 0) type.drop_last(to);
      for (std::size_t i = 0; i < type.size(from); ++i) copy(*type.element, type.append(to), type.item(from, i));
      break;
    case TypeInfo::Kind::record:
      for (const FieldInfo& field : type.fields) copy(*field.type, field.address(to), field.in(from));
      break;
    case TypeInfo::Kind::datum:
    case TypeInfo::Kind::data: throw std::logic_error("not in a guideline");
  }
}

std::vector<std::string> other_scalars(const TypeInfo& type, const std::string& text,
                                       const std::vector<std::string>& ids) {
  if (type.name == "Id") return ids;
  if (type.name == "Date") {
    const Date date = *parse_date(text);
    return {to_string(date + boost::gregorian::days(1)), to_string(date - boost::gregorian::days(1)), "2026-10-14",
            "2027-02-17", "2090-01-01"};
  }
  if (type.name == "MonthDay") return {"01", "06-15", "11", "12-24"};
  if (type.name == "SchoolYear") return {"2025/26", "2030/31"};
  if (type.name == "MunicipalityCode") return {"0001"};
  if (type.name == "TimeOfDay") return {"08:15"};
  throw std::logic_error("no other " + std::string(type.name));
}

class Parameters {
 public:
  Parameters(QualitySystem& system, std::set<std::string>& used)
      : system_(system),
        original_(system),
        seen_(system),
        findings_(validate(system.guideline)),
        policy_findings_(validate(system.policy, system.guideline)),
        trace_(trace(system.guideline)),
        written_(written()),
        used_(used) {}

  void run() {
    visit(type_info<Guideline>(), &system_.guideline, &original_.guideline, "guideline", nullptr, "");
    visit(type_info<LocalPolicy>(), &system_.policy, &original_.policy, "policy", nullptr, "");
    REQUIRE(system_.guideline == original_.guideline);
    REQUIRE(system_.policy == original_.policy);
  }

 private:
  using Change = std::function<void()>;

  /// Goes by the name of the field that it is in.
  static bool is_part(const TypeInfo& type) { return type.name == "Localised" || type.name == "Decision"; }

  /// `value` is the part of the system that is changed and `original` the same part as it was.
  void visit(const TypeInfo& type, void* value, const void* original, const std::string& pointer,
             const FieldInfo* field, const std::string& name) {
    std::vector<Change> changes;
    switch (type.kind) {
      case TypeInfo::Kind::record:
        for (const FieldInfo& below : type.fields)
          visit(*below.type, below.address(value), below.in(original), pointer + "/" + std::string(below.key), &below,
                is_part(type) ? name : std::string(type.name) + "." + std::string(below.key));
        return;
      case TypeInfo::Kind::optional:
        if (type.size(original) == 0) return;
        visit(*type.element, type.at(value, 0), type.item(original, 0), pointer, field, name);
        return must_show(type, value, original, pointer, name + "?", {[&] { type.drop_last(value); }});
      case TypeInfo::Kind::list:
        for (std::size_t i = 0; i < type.size(original); ++i) {
          visit(*type.element, type.at(value, i), type.item(original, i), pointer + "/" + std::to_string(i), field,
                name);
          must_show(type, value, original, pointer + " without " + std::to_string(i), name + "[]", {[&, i] {
                      while (type.size(value) > 0) type.drop_last(value);
                      for (std::size_t j = 0; j < type.size(original); ++j)
                        if (j != i) copy(*type.element, type.append(value), type.item(original, j));
                    }});
        }
        return;
      case TypeInfo::Kind::boolean:
        changes = {[&] { *static_cast<bool*>(value) = !*static_cast<const bool*>(original); }};
        break;
      case TypeInfo::Kind::count: break;  // no guideline has one
      case TypeInfo::Kind::integer:
        for (const int number : {*static_cast<const int*>(original) + 1, *static_cast<const int*>(original) - 1})
          if (number >= 0) changes.push_back([=] { *static_cast<int*>(value) = number; });
        break;
      case TypeInfo::Kind::text:
        if (static_cast<const Text*>(original)->empty()) return;
        changes = {[&] { *static_cast<Text*>(value) = Text(static_cast<const Text*>(original)->str() + " ändrat"); },
                   [&] { *static_cast<Text*>(value) = Text(); }};
        break;
      case TypeInfo::Kind::enumeration:
        for (std::size_t i = 0; i < type.choices.size(); ++i)
          if (i != type.choice(original)) changes.push_back([&type, value, i] { type.choose(value, i); });
        break;
      case TypeInfo::Kind::scalar: {
        const std::string text = type.format(original);
        if (text.empty()) return;
        for (const std::string& other : other_scalars(type, text, ids(field == nullptr ? "" : field->refers_to)))
          if (other != text) changes.push_back([&type, value, other] { type.parse(value, other); });
        break;
      }
      case TypeInfo::Kind::datum:
      case TypeInfo::Kind::data: throw std::logic_error("not in a guideline");
    }
    must_show(type, value, original, pointer, name, changes);
  }

  /// One of the changes shows, or the field is told; afterwards everything is as it was.
  void must_show(const TypeInfo& type, void* value, const void* original, const std::string& pointer,
                 const std::string& name, const std::vector<Change>& changes) {
    const auto is_told = std::find_if(std::begin(told), std::end(told), [&](const Told& t) { return t.field == name; });
    bool shows = false;
    const std::size_t enough = is_told == std::end(told) ? changes.size() : 1;  // what is told need not show
    for (std::size_t i = 0; i < enough && !shows; ++i) {
      changes[i]();
      shows = is_seen();
      copy(type, value, original);
    }
    system_.calendar = original_.calendar;
    if (shows) return;
    INFO(system_.policy.id.str() << ": " << pointer << " (" << name << ")");
    CHECK(is_told != std::end(told));
    changes.front()();
    CHECK(written() != written_);
    copy(type, value, original);
    used_.insert(name);
  }

  bool is_seen() {
    if (system_.policy.local_days != original_.policy.local_days)
      system_.calendar = Calendar::sweden(system_.policy.local_days);
    const Guideline& guideline = system_.guideline;
    if (guideline != original_.guideline && (trace(guideline) != trace_ || validate(guideline) != findings_))
      return true;  // what most values do: they are citations
    return seen_.differs() || validate(system_.policy, guideline) != policy_findings_;
  }

  /// What is told is told by the files, and by whatever shows them.
  [[nodiscard]] std::string written() const {
    return to_json(system_.guideline, JsonStyle::compact) + to_json(system_.policy, JsonStyle::compact);
  }

  /// Other names that are legal in a field: those of the collection that it refers to, or a new one.
  [[nodiscard]] std::vector<std::string> ids(std::string_view collection) const {
    std::vector<std::string> all{"a-new-name"};  // last, since it is legal only where nothing is referred to
    const auto add = [&](std::string_view key, const auto& entries) {
      const bool is_union = (collection == "scheduled" && key != "actors" && key != "levels" && key != "goal_areas" &&
                             key != "rules" && key != "open_questions") ||
                            (collection == "meetings" && key == "dialogues");
      if (key == collection || is_union)
        for (const auto& entry : entries) all.insert(all.begin(), entry.id.str());
    };
    const Guideline& guideline = original_.guideline;
    add("actors", guideline.actors);
    add("levels", guideline.levels);
    add("goal_areas", guideline.goal_areas);
    add("goal_areas", original_.policy.goal_areas);
    add("rules", guideline.rules);
    add("open_questions", guideline.open_questions);
    add("dialogues", guideline.dialogues);
    add("meetings", guideline.meetings);
    add("documents", guideline.documents);
    add("surveys", guideline.surveys);
    if (all.size() > 2) all.pop_back();
    return all;
  }

  QualitySystem& system_;
  const QualitySystem original_;
  const Seen seen_;
  const std::vector<Finding> findings_;
  const std::vector<Finding> policy_findings_;
  const std::vector<TraceRow> trace_;
  const std::string written_;
  std::set<std::string>& used_;
};

}  // namespace

TEST_CASE("each parameter of the five guidelines and policies changes something", "[parameters]") {
  std::set<std::string> used;
  for (const std::string& name : five_systems()) {
    QualitySystem system = system_of(name);
    Parameters(system, used).run();
  }
  for (const Told& entry : told) {
    INFO(entry.field);
    CHECK(used.count(std::string(entry.field)) > 0);
  }
}
