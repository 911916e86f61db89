#include "kvalitet/documents/follow_on.hpp"

#include "base/pointer.hpp"
#include "documents/filled.hpp"
#include "documents/meant.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace kvalitet {
namespace {

constexpr int last_start_year = 9998;  // that years can have

bool goes_on(std::optional<Continuation> continuation) {
  return continuation != Continuation::finished && continuation != Continuation::dropped;
}

const Text& reason(const Text& why, const Text& analysis) { return is_blank(why) ? analysis : why; }

/// The goal areas that each plan must have, by the guideline and the policy.
std::vector<Id> areas_always_there(const QualitySystem& system) {
  std::vector<Id> areas;
  for (const auto* rules : {&system.guideline.rules, &system.policy.rules})
    for (const Rule& rule : *rules) {
      if (rule.check != Check::goal_areas_included || rule.basis.modal == Modal::may || !rule.school_forms.empty())
        continue;
      for (const Id& area : rule.areas)
        if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
    }
  return areas;
}

Text title_of_area(const QualitySystem& system, const Id& kind) {
  for (const auto* areas : {&system.guideline.goal_areas, &system.policy.goal_areas})
    for (const Concept& area : *areas)
      if (area.id == kind) return area.title.sv;
  return Text(kind.str());
}

/// Every commitment of a plan by the keys that a report may give it; the first of each.
std::map<std::string, const Commitment*> by_key(const CommitmentPlan* plan) {
  std::map<std::string, const Commitment*> found;
  if (plan == nullptr) return found;
  for (const GoalArea& area : plan->areas) {
    const std::string around = key_of_area(area.kind, area.title);
    for (const Commitment& commitment : area.commitments)
      for (const std::string& name : {key_by_id(commitment.id), key_by_title(commitment.title)})
        if (const std::string key = key_within(around, name); !key.empty()) found.emplace(key, &commitment);
  }
  return found;
}

bool is_filled(const CommitmentReport& report) {
  return !report.commitment.empty() || !is_blank(report.title) || !is_blank(report.results) ||
         !is_blank(report.effects) || !is_blank(report.analysis) || report.continuation || !is_blank(report.why);
}

}  // namespace

SchoolYearReport report_skeleton(const CommitmentPlan& plan) {
  SchoolYearReport report;
  report.school_year = plan.school_year;
  report.principal = plan.principal;
  report.units = plan.units;
  for (const GoalArea& area : plan.areas) {
    if (!is_filled(area)) continue;
    GoalAreaReport& row = report.areas.emplace_back();
    row.kind = area.kind;
    row.title = area.title;
    for (const Commitment& commitment : area.commitments) {
      if (!is_filled(commitment)) continue;
      CommitmentReport& said = row.commitments.emplace_back();
      said.commitment = commitment.id;
      said.title = commitment.title;
      said.tags = commitment.tags;
    }
  }
  return report;
}

OperationalReport report_skeleton(const OperationalPlan& plan) {
  OperationalReport report;
  report.year = plan.year;
  report.owner = plan.owner;
  for (const DevelopmentGoal& goal : plan.goals) {
    if (is_blank(goal.title) && goal.id.empty()) continue;
    GoalReport& row = report.goals.emplace_back();
    row.goal = goal.id;
    row.title = goal.title;
    row.tags = goal.tags;
  }
  return report;
}

NextCommitmentPlan next_plan(const SchoolYearReport& report, const QualitySystem& system, const CommitmentPlan* plan) {
  if (report.school_year.start_year >= last_start_year)
    throw UsageError("document.no-next-year", {{"year", Text(to_string(report.school_year))}});
  NextCommitmentPlan next;
  next.plan.school_year = SchoolYear{report.school_year.start_year + 1};
  next.plan.principal = report.principal;
  next.plan.units = report.units;

  const std::vector<Id> always = areas_always_there(system);
  const auto commitments_before = by_key(plan);
  for (std::size_t a = 0; a < report.areas.size(); ++a) {
    const GoalAreaReport& area = report.areas[a];
    GoalArea carried{area.kind, area.title, {}};
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const CommitmentReport& said = area.commitments[c];
      if (!is_filled(said)) continue;
      CarriedOver account{said.title, said.continuation, said.why, make_pointer("", "areas", a, "commitments", c), {}};
      if (goes_on(said.continuation)) {
        Commitment& commitment = carried.commitments.emplace_back();
        account.to = make_pointer("", "areas", next.plan.areas.size(), "commitments", carried.commitments.size() - 1);
        commitment.id = said.commitment;
        commitment.title = said.title;
        commitment.reason = reason(said.why, said.analysis);
        commitment.tags = said.tags;
        const auto before = commitments_before.find(
            key_within(key_of_area(area.kind, area.title), key_meant(said.commitment, said.title)));
        if (before != commitments_before.end()) {
          const auto& effects = before->second->expected_effects;
          std::copy_if(effects.begin(), effects.end(), std::back_inserter(commitment.expected_effects),
                       [](const ExpectedEffect& effect) { return is_filled(effect); });
        }
      }
      next.carried.push_back(std::move(account));
    }
    const bool needed = std::find(always.begin(), always.end(), area.kind) != always.end();
    if (needed || !carried.commitments.empty()) next.plan.areas.push_back(std::move(carried));
  }
  for (const Id& kind : always) {
    const auto& areas = next.plan.areas;
    if (std::none_of(areas.begin(), areas.end(), [&](const GoalArea& area) { return area.kind == kind; }))
      next.plan.areas.push_back(GoalArea{kind, title_of_area(system, kind), {}});
  }
  return next;
}

NextOperationalPlan next_plan(const OperationalReport& report) {
  if (report.year.year >= last_start_year)
    throw UsageError("document.no-next-year", {{"year", Text(to_string(report.year))}});
  NextOperationalPlan next;
  next.plan.year = CalendarYear{report.year.year + 1};
  next.plan.owner = report.owner;
  next.plan.starting_point = report.analysis;
  for (std::size_t g = 0; g < report.goals.size(); ++g) {
    const GoalReport& said = report.goals[g];
    if (said.goal.empty() && is_blank(said.title)) continue;
    CarriedOver account{said.title, said.continuation, said.why, make_pointer("", "goals", g), {}};
    if (goes_on(said.continuation)) {
      account.to = make_pointer("", "goals", next.plan.goals.size());
      DevelopmentGoal& goal = next.plan.goals.emplace_back();
      goal.id = said.goal;
      goal.title = said.title;
      goal.tags = said.tags;
      goal.analysis = reason(said.why, said.analysis);
    }
    next.carried.push_back(std::move(account));
  }
  return next;
}

}  // namespace kvalitet
