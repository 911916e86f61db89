#pragma once
// What the library does with a document once it has been read, whoever wrote it. What is made of it is a document too.
#include "calendar.hpp"
#include "round_trip.hpp"

#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/disclosure/gathered.hpp"
#include "kvalitet/documents/coverage.hpp"
#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/documents/follow_on.hpp"
#include "kvalitet/documents/follow_ups.hpp"
#include "kvalitet/io/mermaid.hpp"
#include "kvalitet/io/svg.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/status.hpp"
#include "kvalitet/survey/figures.hpp"

namespace verbs {

using namespace kvalitet;

/// Made once.
inline const QualitySystem& builtin_system() {
  static const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  return system;
}

const CheckOptions in_october{Date(2026, 10, 15)};

/// What the library made.
template <class T>
void made(const T& document) {
  (void)round_trip(document, JsonStyle::compact);
}

template <class Document, class... Plan>
void judge(const QualitySystem& system, const Document& document, const Plan*... plan) {
  for (const Finding& finding : check(document, system, in_october, plan...))
    require(!finding.message.sv.empty() && !finding.where.sv.empty(), "findings have a place and words");
  require(
      draft(document, system, in_october, plan...).next.size() <= static_cast<std::size_t>(system.policy.next_steps),
      "the next steps are few");
}

/// What reading found comes first, of whatever can be checked.
template <class T>
void judge_as_read(const Read<T>& read, const QualitySystem& system) {
  if constexpr (requires { check(read.value, system, in_october); })
    require(check(read, system, in_october).size() ==
                read.reading.findings.size() + check(read.value, system, in_october).size(),
            "nothing found in reading is lost");
}

template <class Document>
void cover(const QualitySystem& system, const Document& document) {
  (void)coverage(system, tags_of(document, system.guideline));
}

template <class T>
void compare(const T& before, const T& after) {
  require(diff(after, after).empty(), "nothing differs from itself");
  const std::vector<Change> changes = diff(before, after);
  require(changes.empty() == (before == after), "what is not equal differs");
  for (const Change& change : changes)
    require(!change.where.sv.empty() && !change.message.sv.empty(), "changes have a place and words");
}

const CalendarOptions written_in_august{Moment{Date(2026, 8, 1)}};

inline void write_calendars(const AnnualCycle& cycle, const FeedState& before = {}) {
  allowing<UsageError>([&] {  // two events have the same id
    const CalendarFile feed = write_feed(cycle, written_in_august, {}, before);
    require_calendar(feed.text);
    made(feed.state);
    require(write_feed(cycle, written_in_august, {}, feed.state).state == feed.state,
            "what has not changed is not written anew");
  });
  if (cycle.events.empty()) return;
  const Text& event = cycle.events.front().id;
  const Contact contact{cycle.organiser, "asa.oberg@exempelby.example"};
  require_calendar(write_event(cycle, event, written_in_august, before).text);
  require_calendar(write_invitation(cycle, event, {contact, {contact}}, written_in_august, before).text);
}

inline void run(const CommitmentPlan& plan, const QualitySystem& system) {
  judge(system, plan);
  cover(system, plan);
  require(days_of(plan).start <= days_of(plan).end, "a plan covers days");
  allowing<LimitError>([&] {
    const EffectChain chain = effect_chain(plan);
    (void)draw_effect_chain(chain);
    (void)write_mermaid(chain);
  });
  (void)effect_chain_gaps(plan);
  const FiledPlan filed{&plan, "plan.json"};
  require(gather(std::vector{filed, filed}, system).plans == 2, "every plan is gathered");
  (void)follow_up_log(plan);
  allowing<NotFoundError>([&] { made(with_follow_up(plan, "/areas/0/commitments/0", FollowUp{})); });
  const SchoolYearReport report = report_skeleton(plan);
  made(report);
  judge(system, report, &plan);
  allowing<UsageError>([&] {  // no year comes after it
    const CommitmentPlan next = next_plan(report, system, &plan).plan;
    made(next);
    compare(plan, next);
  });
}

inline void run(const SchoolYearReport& report, const QualitySystem& system) {
  judge(system, report);
  cover(system, report);
  allowing<UsageError>([&] {
    const CommitmentPlan next = next_plan(report, system).plan;
    made(next);
    judge(system, report, &next);
  });
}

inline void run(const OperationalPlan& plan, const QualitySystem& system) {
  judge(system, plan);
  cover(system, plan);
  const OperationalReport report = report_skeleton(plan);
  made(report);
  judge(system, report, &plan);
}

inline void run(const OperationalReport& report, const QualitySystem& system) {
  judge(system, report);
  cover(system, report);
  allowing<UsageError>([&] {
    const OperationalPlan next = next_plan(report).plan;
    made(next);
    judge(system, report, &next);
  });
}

inline void run(const ImpactAssessment& assessment, const QualitySystem& system) { judge(system, assessment); }
inline void run(const Measures& measures, const QualitySystem& system) {
  judge(system, measures);
  cover(system, measures);
}

inline void run(const SurveyInstrument& instrument, const QualitySystem&) {
  (void)check(instrument);
  require(trend_breaks(instrument, instrument).empty() || !check(instrument).empty(), "nothing has changed");
  const SurveyCounts none = empty_counts(instrument, Text("2026-10"), {});
  require(check(none, instrument).empty(), "no answers are answers to it");
  allowing<UsageError>([&] { require(item_figures(none, instrument).empty(), "nobody has figures"); });
}

inline void run(const SurveyRegister& surveys, const QualitySystem&) { (void)check(surveys); }

inline void run(const SurveyCounts& counts, const QualitySystem&) {
  static const SurveyInstrument none;
  (void)check(counts, none);
  (void)response_figures(counts);
  allowing<UsageError>([&] {
    const SurveyCounts all = by_columns(counts, {});
    made(all);
    require(merge(all, by_columns(empty_counts(none, counts.round, {}), {})).groups == all.groups,
            "nobody adds nothing");
  });
}

/// The status of a municipality with one document of its own.
template <class Document>
void show_status(const QualitySystem& system, const Municipality& municipality, const Document& document,
                 std::vector<Filed<Document>> FiledDocuments::*list) {
  FiledDocuments documents;
  (documents.*list).push_back({"document.json", {document, {}}});
  const StatusOptions options{in_october.as_of, {}, {}, true};
  const std::vector<StatusRow> rows = status(system, municipality, documents, SchoolYear{2026}, options);
  require(!rows.empty(), "the guideline has duties");
  (void)totals(rows, municipality);
}

inline const Municipality& exempelby() {
  static const Municipality municipality{1, "Exempelby", {}, {}, {{"a", "A", {SchoolForm::GR}, {}, {}, {}}}, {}};
  return municipality;
}

inline void run(const DialogueSession& session, const QualitySystem& system) {
  judge(system, session);
  show_status(system, exempelby(), session, &FiledDocuments::sessions);
}
inline void run(const Matters& matters, const QualitySystem& system) {
  judge(system, matters);
  show_status(system, exempelby(), matters, &FiledDocuments::matters);
}
inline void run(const Deviations& deviations, const QualitySystem& system) {
  judge(system, deviations);
  show_status(system, exempelby(), deviations, &FiledDocuments::deviations);
}
inline void run(const Municipality& municipality, const QualitySystem& system) {
  judge(system, municipality);
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  if (!municipality.principals.empty()) plan.principal = municipality.principals.front().name;
  show_status(system, municipality, plan, &FiledDocuments::plans);
}

inline void run(const AnnualCycle& cycle, const QualitySystem& system) {
  (void)duties(system, cycle);
  (void)on(cycle, cycle.period.start);
  (void)next(cycle, cycle.period.start, 3);
  write_calendars(cycle);
}
inline void run(const FeedState& state, const QualitySystem& system) {
  static const AnnualCycle cycle = filtered(annual_cycle(system, SchoolYear{2026}), {EventKind::survey});
  write_calendars(cycle, state);
}

inline void run(const Guideline&, const QualitySystem&) {}  // system.cpp
inline void run(const LocalPolicy&, const QualitySystem&) {}
inline void run(const std::vector<Finding>&, const QualitySystem&) {}
inline void run(const Draft&, const QualitySystem&) {}

}  // namespace verbs
