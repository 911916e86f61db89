#include "status/evidence.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "base/parallel.hpp"
#include "base/pointer.hpp"
#include "base/words.hpp"
#include "documents/filled.hpp"
#include "documents/same_title.hpp"

#include <algorithm>
#include <cstdlib>

namespace kvalitet {
namespace {

// Whether anybody has written anything that is not taken from another document: a template, and a report made from a
// plan, name what is to be written about.
bool has_words(const CommitmentPlan& plan) {
  return std::any_of(plan.areas.begin(), plan.areas.end(),
                     [](const GoalArea& area) { return any_filled(area.commitments); });
}
bool has_words(const SchoolYearReport& report) {
  const auto said = [](const auto& one) { return !is_blank(one.results) || !is_blank(one.effects); };
  return !is_blank(report.analysis) ||
         std::any_of(report.areas.begin(), report.areas.end(), [&](const GoalAreaReport& area) {
           return said(area) ||
                  std::any_of(area.commitments.begin(), area.commitments.end(), [&](const CommitmentReport& one) {
                    return said(one) || !is_blank(one.analysis) || !is_blank(one.why);
                  });
         });
}
bool has_words(const OperationalPlan& plan) {
  return !is_blank(plan.starting_point) ||
         std::any_of(plan.goals.begin(), plan.goals.end(),
                     [](const DevelopmentGoal& goal) { return !is_blank(goal.title) || !is_blank(goal.analysis); });
}
bool has_words(const OperationalReport& report) {
  return !is_blank(report.analysis) ||
         std::any_of(report.goals.begin(), report.goals.end(), [](const GoalReport& goal) {
           return !is_blank(goal.results) || !is_blank(goal.analysis) || !is_blank(goal.why);
         });
}

Period days_of_year(const CommitmentPlan& plan) { return days_of(plan); }
Period days_of_year(const SchoolYearReport& report) { return days_of(report.school_year); }
Period days_of_year(const OperationalPlan& plan) { return days_of(plan.year); }
Period days_of_year(const OperationalReport& report) { return days_of(report.year); }

template <class Document>
const Text* principal_of(const Document& document) {
  if constexpr (requires { document.principal; })
    return &document.principal;
  else
    return nullptr;
}
template <class Document>
const std::vector<Unit>* units_of_document(const Document& document) {
  if constexpr (requires { document.units; })
    return &document.units;
  else
    return nullptr;
}

/// Whether the year could be read: otherwise the document may be of any. One that was not read from a file has its
/// year.
bool has_year(const Reading& reading) {
  const auto is_wrong = [](const Finding& finding) {
    return finding.severity == Severity::error && (finding.pointer == "/school_year" || finding.pointer == "/year");
  };
  if (reading.findings.empty()) return true;
  return (reading.places.holds("/school_year") || reading.places.holds("/year")) &&
         std::none_of(reading.findings.begin(), reading.findings.end(), is_wrong);
}

/// Errors and warnings that no decision answers.
std::vector<Finding> serious(std::vector<Finding> findings) {
  findings.erase(std::remove_if(findings.begin(), findings.end(),
                                [](const Finding& finding) {
                                  return finding.severity == Severity::advice || finding.deviation.has_value();
                                }),
                 findings.end());
  return findings;
}

/// The library counts in numbers that a finding's data can hold.
int count_of(std::size_t findings) { return static_cast<int>(std::min<std::size_t>(findings, 1'000'000)); }

Data states(DocumentState found, DocumentState wanted) {
  return {{"state_sv", Text(std::string(label_of(found, Language::sv)))},
          {"state_en", Text(std::string(label_of(found, Language::en)))},
          {"wanted_sv", Text(std::string(label_of(wanted, Language::sv)))},
          {"wanted_en", Text(std::string(label_of(wanted, Language::en)))}};
}

long distance(Date day, const Period& days) {
  return day < days.start ? days_between(day, days.start) : std::max(0L, days_between(days.end, day));
}

std::vector<const Finding*> pointers_to(const std::vector<Finding>& findings) {
  std::vector<const Finding*> all;
  all.reserve(findings.size());
  for (const Finding& finding : findings) all.push_back(&finding);
  return all;
}

}  // namespace

void falls_short(Evidence& evidence, std::string_view code, const Data& data) {
  const MessageTemplate& entry = message_template(code);
  evidence.sufficient = false;
  evidence.code = Text(code);
  evidence.note = render(entry.message, data);
  evidence.hint = render(entry.hint, data);
}

bool leads_units(const Id& actor, const Guideline& guideline) {
  return actor == "principal" ||
         std::any_of(guideline.documents.begin(), guideline.documents.end(), [&](const Document& document) {
           return document.owner == actor &&
                  (document.kind == DocumentKind::commitment_plan || document.kind == DocumentKind::school_year_report);
         });
}

void falls_short(Evidence& evidence, const Finding& finding) {
  evidence.sufficient = false;
  evidence.code = finding.code;
  evidence.note = finding.message;
  evidence.hint = finding.hint;
}

const Finding* finding_against(const Basis& duty, const std::vector<const Finding*>& findings) {
  if (!duty.citation) return nullptr;
  for (const Finding* const finding : findings)
    if (finding->basis && finding->basis->citation && finding->basis->citation->quote == duty.citation->quote)
      return finding;
  return nullptr;
}

Shelf::Shelf(const QualitySystem& system, const Register& units, const FiledDocuments& documents,
             const AnnualCycle& cycle, Date as_of)
    : system_(system), units_(units), documents_(documents), cycle_(cycle), as_of_(as_of) {
  add_papers(DocumentKind::commitment_plan, documents.plans);
  add_papers(DocumentKind::school_year_report, documents.reports);
  add_papers(DocumentKind::operational_plan, documents.operational_plans);
  add_papers(DocumentKind::operational_report, documents.operational_reports);
  judge_papers();
  add_matters();
}

/// Those of the year, and of the coming one, whose work may start in it.
template <class Document>
void Shelf::add_papers(DocumentKind kind, const std::vector<Filed<Document>>& documents) {
  for (const Filed<Document>& filed : documents) {
    const Document& document = filed.read.value;
    const Period days = days_of_year(document);
    const bool is_of_a_year = has_year(filed.read.reading);
    if (is_of_a_year && !days.overlaps(cycle_.period) && !is_coming(days)) continue;
    papers_.push_back({kind,
                       &filed.file,
                       days,
                       document.state,
                       has_words(document),
                       is_whole(filed.read.reading),
                       is_of_a_year,
                       principal_of(document),
                       units_of_document(document),
                       [this, &filed] { return serious(check(filed.read, system_, CheckOptions{as_of_})); },
                       {},
                       false});
  }
}

void Shelf::judge_papers() {
  const auto judge = [&](std::size_t i) {
    papers_[i].findings = papers_[i].judge();
    papers_[i].is_judged = true;
  };
  in_parallel(papers_.size(), judge);
  for (std::size_t i = 0; i < papers_.size(); ++i)
    if (!papers_[i].is_judged) judge(i);
}

/// Whether a document's year begins within a year after this one: its work may have started.
bool Shelf::is_coming(const Period& days) const {
  constexpr long a_year = 366;
  return cycle_.period.end < days.start && days_between(cycle_.period.end, days.start) <= a_year &&
         std::any_of(cycle_.events.begin(), cycle_.events.end(),
                     [](const Event& event) { return !event.starts.empty(); });
}

void Shelf::add_matters() {
  findings_of_matters_.reserve(documents_.matters.size());  // so that they stay where they are
  for (const Filed<Matters>& filed : documents_.matters) {
    findings_of_matters_.push_back(check(filed.read, system_, CheckOptions{as_of_}));
    const std::vector<Finding>& findings = findings_of_matters_.back();
    std::vector<std::vector<const Finding*>> by_matter(filed.read.value.matters.size());
    for (const Finding& finding : findings) {
      constexpr std::string_view list = "/matters/";
      const std::string_view pointer = finding.pointer;
      if (pointer.substr(0, list.size()) != list) continue;
      const auto index = parse_digits(first_step(pointer.substr(list.size() - 1)));
      if (index && static_cast<std::size_t>(*index) < by_matter.size())
        by_matter[static_cast<std::size_t>(*index)].push_back(&finding);
    }
    for (std::size_t m = 0; m < by_matter.size(); ++m) {
      const Matter& matter = filed.read.value.matters[m];
      if (matter.decided_on &&
          (!cycle_.period.contains(*matter.decided_on) || *matter.decided_on < system_.guideline.valid_from))
        continue;
      Evidence evidence;
      evidence.file = filed.file;
      evidence.pointer = Text(make_pointer("", "matters", m));
      matters_.push_back({&matter, std::move(evidence), std::move(by_matter[m])});
    }
  }
}

std::vector<Exhibit> Shelf::about(const Occasion& occasion) const {
  std::vector<Exhibit> shown;
  switch (occasion.row.proof) {
    case Proof::document: papers_about(occasion, shown); break;
    case Proof::dialogue_session: sessions_about(occasion, shown); break;
    case Proof::follow_up: follow_ups_about(occasion, shown); break;
    case Proof::measure: measures_about(occasion, shown); break;
    case Proof::survey_counts: counts_about(occasion, shown); break;
    case Proof::survey_link:
      links_about(occasion, shown);
      counts_about(occasion, shown);
      break;
    case Proof::matter:  // a row of its own each
    case Proof::nothing: break;
  }
  return shown;
}

Exhibit Shelf::made(const Occasion& occasion, const Text& file, std::vector<std::size_t> units) const {
  Exhibit shown;
  shown.evidence.duty = occasion.row.duty;
  shown.evidence.event = occasion.row.event;
  shown.evidence.file = file;
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  for (const std::size_t unit : units) shown.evidence.units.push_back(units_.municipality.units[unit].id);
  shown.units = std::move(units);
  return shown;
}

/// The units that a document names; of one that names none, those that its principal leads on any of the days, so that
/// it counts for whoever takes over.
std::vector<std::size_t> Shelf::units_of(const std::vector<Unit>* units, const Text* principal,
                                         const Period& days) const {
  std::vector<std::size_t> found;
  if (units != nullptr)
    for (const Unit& unit : *units)
      if (const auto index = units_.find(unit, days.end)) found.push_back(*index);
  if (found.empty() && units != nullptr && units->empty() && principal != nullptr)
    found = units_.led_by(*principal, days);
  return found;
}

/// Of the occasion's year or, when work on the document starts there, of the one that comes after it.
bool Shelf::is_for(const Paper& paper, const Occasion& occasion) const {
  if (!paper.is_of_a_year) return false;
  if (occasion.event == nullptr) return paper.days.overlaps(cycle_.period);
  if (!occasion.starts_document) return paper.days.contains(occasion.days.start);
  constexpr long a_year = 366;
  return occasion.days.start < paper.days.start && days_between(occasion.days.start, paper.days.start) <= a_year;
}

Period Shelf::whole_of(const Paper& paper, const Occasion& occasion) {
  return {std::min(paper.days.start, occasion.owed_on()), occasion.owed_on()};
}

const Document* Shelf::document_of(const Occasion& occasion) const {
  const auto& documents = system_.guideline.documents;
  const auto document = std::find_if(documents.begin(), documents.end(),
                                     [&](const Document& one) { return one.id == occasion.row.document; });
  return document == documents.end() ? nullptr : &*document;
}

std::vector<Evidence> Shelf::unread_about(const Occasion& occasion) const {
  std::vector<Evidence> unread;
  const Document* const document = occasion.row.proof == Proof::document ? document_of(occasion) : nullptr;
  if (document == nullptr) return unread;
  constexpr std::size_t most = 5;  // of many, more would tell nothing that these do not, and each row has them
  const auto add = [&](const Text& file) {
    if (unread.size() == most) return;
    Evidence& evidence = unread.emplace_back();
    evidence.duty = occasion.row.duty;
    evidence.event = occasion.row.event;
    evidence.file = file;
    falls_short(evidence, "status.not-read");
  };
  for (const UnreadFile& file : documents_.unread)
    if (file.kind == document->kind) add(file.file);
  for (const Paper& paper : papers_) {
    if (paper.kind != document->kind) continue;
    const bool may_be_anybodys = paper.units != nullptr && (paper.units->empty() || !paper.is_whole) &&
                                 is_for(paper, occasion) &&
                                 units_of(paper.units, paper.principal, whole_of(paper, occasion)).empty();
    if (!paper.is_of_a_year || may_be_anybodys) add(*paper.file);
  }
  return unread;
}

void Shelf::papers_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  const Document* const document = document_of(occasion);
  if (document == nullptr) return;
  const DocumentState wanted = occasion.row.state.value_or(DocumentState::begun);
  for (const Paper& paper : papers_) {
    if (paper.kind != document->kind || !is_for(paper, occasion)) continue;
    std::vector<std::size_t> units = units_of(paper.units, paper.principal, whole_of(paper, occasion));
    if (paper.units != nullptr && units.empty()) continue;  // of no unit that is known
    Exhibit& one = shown.emplace_back(made(occasion, *paper.file, std::move(units)));
    one.evidence.findings = count_of(paper.findings.size());
    if (!paper.is_whole)
      falls_short(one.evidence, "status.read-in-part");
    else if (!paper.has_words)
      falls_short(one.evidence, "status.nothing-written");
    else if (paper.state < wanted)
      falls_short(one.evidence, "status.not-far-enough", states(paper.state, wanted));
    else if (const Finding* const against = finding_against(occasion.row.basis, pointers_to(paper.findings)))
      falls_short(one.evidence, *against);
  }
}

/// A session belongs to the occasion of its dialogue that is nearest, also when it was held too early or too late; the
/// year before and the year after have the same occasions.
bool Shelf::is_of(const DialogueSession& session, const Occasion& occasion) const {
  if (!session.date || occasion.event == nullptr || session.dialogue != occasion.event->type) return false;
  constexpr long a_year = 365;
  const Event* nearest = nullptr;
  bool is_of_this_year = false;
  long least = 0;
  for (const Event& event : cycle_.events) {
    if (event.type != session.dialogue) continue;
    for (const long shift : {0L, -a_year, a_year}) {
      const auto start = add_days(event.start, shift);
      const auto end = add_days(event.end, shift);
      if (!start || !end) continue;
      const long away = distance(*session.date, {*start, *end});
      if (nearest != nullptr && least <= away) continue;
      least = away;
      nearest = &event;
      is_of_this_year = shift == 0;
    }
  }
  return nearest != nullptr && is_of_this_year && occasion.days.contains(nearest->start);
}

void Shelf::sessions_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  for (const Filed<DialogueSession>& filed : documents_.sessions) {
    const DialogueSession& session = filed.read.value;
    if (!is_of(session, occasion)) continue;
    std::vector<std::size_t> units;
    for (const Attendee& one : session.attendees) {
      if (!leads_units(one.actor, system_.guideline)) continue;  // others from a unit do not stand in for its principal
      if (const auto unit = units_.find(std::string_view(one.unit), *session.date)) units.push_back(*unit);
      if (one.unit.empty())
        for (const std::size_t unit : units_.led_by(one.name, {*session.date, *session.date})) units.push_back(unit);
    }
    if (occasion.event->kind == EventKind::dialogue && units.empty()) continue;
    if (occasion.event->kind != EventKind::dialogue) units.clear();  // a meeting is one, whoever comes
    Exhibit& one = shown.emplace_back(made(occasion, filed.file, std::move(units)));
    one.evidence.date = session.date;
    const std::vector<Finding> findings = serious(check(filed.read, system_, CheckOptions{as_of_}));
    one.evidence.findings = count_of(findings.size());
    const bool is_invitation = occasion.row.due && *occasion.row.due < occasion.days.start;
    if (!is_whole(filed.read.reading))
      falls_short(one.evidence, "status.read-in-part");
    else if (!is_invitation && (session.state != DocumentState::complete || as_of_ < *session.date))
      falls_short(one.evidence, "status.not-held", states(session.state, DocumentState::complete));
    else if (const Finding* const against = finding_against(occasion.row.basis, pointers_to(findings)))
      falls_short(one.evidence, *against);
  }
}

/// A follow-up that names the survey; the round it names is a part of the event's id.
void Shelf::follow_ups_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  if (occasion.event == nullptr) return;
  // One that names no round is about the last one that was over.
  const auto has_later = [&](Date day) {
    return std::any_of(cycle_.events.begin(), cycle_.events.end(), [&](const Event& other) {
      return other.type == occasion.event->type && occasion.days.end < other.start && other.end < day;
    });
  };
  for (const Filed<CommitmentPlan>& filed : documents_.plans) {
    const CommitmentPlan& plan = filed.read.value;
    if (!is_whole(filed.read.reading) || !days_of(plan).contains(occasion.days.start)) continue;
    const auto answers = [&](const FollowUp& follow_up) {
      if (follow_up.survey != occasion.event->type || (is_blank(follow_up.text) && is_blank(follow_up.next_step)) ||
          (follow_up.date && as_of_ < *follow_up.date))
        return false;
      if (!follow_up.round.empty())
        return occasion.event->id.str().find(":" + follow_up.round.str() + ":") != std::string::npos;
      return follow_up.date && occasion.days.end < *follow_up.date && !has_later(*follow_up.date);
    };
    for (std::size_t a = 0; a < plan.areas.size(); ++a)
      for (std::size_t c = 0; c < plan.areas[a].commitments.size(); ++c) {
        const auto& follow_ups = plan.areas[a].commitments[c].follow_ups;
        for (std::size_t f = 0; f < follow_ups.size(); ++f) {
          if (!answers(follow_ups[f])) continue;
          std::vector<std::size_t> units =
              units_of(&plan.units, &plan.principal, {days_of(plan).start, occasion.owed_on()});
          if (units.empty()) continue;
          Exhibit& one = shown.emplace_back(made(occasion, filed.file, std::move(units)));
          one.evidence.date = follow_ups[f].date;
          one.evidence.pointer = Text(make_pointer("", "areas", a, "commitments", c, "follow_ups", f));
        }
      }
  }
}

/// Whether a label such as `2026-10` is a month of the occasion that has begun.
bool Shelf::is_round(const Text& round, const Occasion& occasion) const {
  const auto first = parse_date(round.str() + "-01");
  if (!first || as_of_ < *first) return false;
  return occasion.days.overlaps({*first, first->end_of_month()});
}

/// Units whose pupils have answered: the counts' groups that go by a unit's name, code or id.
void Shelf::counts_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  if (occasion.event == nullptr) return;
  for (const Filed<SurveyCounts>& filed : documents_.survey_counts) {
    const SurveyCounts& counts = filed.read.value;
    if (!is_whole(filed.read.reading) || !is_round(counts.round, occasion)) continue;
    const auto is_of_survey = [&](const Filed<SurveyInstrument>& one) {
      return one.read.value.id == counts.instrument && one.read.value.survey == occasion.event->type;
    };
    if (counts.instrument != occasion.event->type &&
        std::none_of(documents_.instruments.begin(), documents_.instruments.end(), is_of_survey))
      continue;
    std::vector<std::size_t> units;
    for (const GroupCounts& group : counts.groups) {
      if (std::none_of(group.counts.begin(), group.counts.end(), [](std::int64_t count) { return count > 0; }))
        continue;
      for (const Text& value : group.key)
        if (const auto unit = units_.find(value, occasion.owed_on())) units.push_back(*unit);
    }
    if (!units.empty()) shown.push_back(made(occasion, filed.file, std::move(units)));
  }
}

/// Links that have come as far as the duty's actor takes them: to the principal, or on from there.
void Shelf::links_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  if (occasion.event == nullptr) return;
  const bool by_principal = leads_units(occasion.row.actor, system_.guideline);
  for (const Filed<SurveyRegister>& filed : documents_.surveys)
    for (std::size_t i = 0; i < filed.read.value.links.size(); ++i) {
      const SurveyLink& link = filed.read.value.links[i];
      const std::optional<Date> day = by_principal ? link.passed_on : link.given_on;
      if (!day || as_of_ < *day || link.survey != occasion.event->type || !is_round(link.round, occasion)) continue;
      const auto unit = units_.find(link.unit);
      if (!unit) continue;
      Exhibit& one = shown.emplace_back(made(occasion, filed.file, {*unit}));
      one.evidence.date = day;
      one.evidence.pointer = Text(make_pointer("", "links", i));
    }
}

/// A measure that was carried out or followed up in the year; one that is only planned falls short.
void Shelf::measures_about(const Occasion& occasion, std::vector<Exhibit>& shown) const {
  for (const Filed<Measures>& filed : documents_.measures) {
    const auto& measures = filed.read.value.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const Measure& measure = measures[m];
      std::optional<Date> done;
      for (const auto& day : {measure.carried_out, measure.followed_up})
        if (day && occasion.days.contains(*day) && *day <= as_of_) done = day;
      if (!done && !(measure.planned_for && occasion.days.contains(*measure.planned_for))) continue;
      std::vector<std::size_t> units;
      for (const Id& id : measure.units)
        if (const auto unit = units_.find(id)) units.push_back(*unit);
      if (units.empty() && !measure.units.empty()) continue;  // for units that nobody knows
      Exhibit& one = shown.emplace_back(made(occasion, filed.file, std::move(units)));
      one.evidence.date = done ? done : measure.planned_for;
      one.evidence.pointer = Text(make_pointer("", "measures", m));
      if (!done) falls_short(one.evidence, "status.only-planned");
    }
  }
}

}  // namespace kvalitet
