// The checks of the administration's operational plans and reports. Section 6, Februarimötet.
#include "rules/operational_case.hpp"

#include "documents/meant.hpp"
#include "guideline/tag_sets.hpp"
#include "rules/common.hpp"
#include "rules/consistency.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace kvalitet {
namespace {

constexpr Noun goal_noun{{"utvecklingsmålet", "the development goal"}, {"utvecklingsmål", "development goal"}};

bool is_filled(const DevelopmentGoal& goal) {
  return !goal.id.empty() || !is_blank(goal.title) || !is_blank(goal.analysis) || !goal.tags.empty();
}

}  // namespace

void OperationalPlanCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, OperationalPlan{}.format_version);
  consistency.once(judged_.goals, &DevelopmentGoal::id, "/goals", "id", own_title);
  for (std::size_t g = 0; g < judged_.goals.size(); ++g)
    consistency.tags(judged_.goals[g].tags, make_pointer("", "goals", g, "tags"));
}

void OperationalPlanCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::brought_to_dialogue: return brought_to_dialogue(context);
    case Check::starting_point_stated:
      return require_text(context, judged_.starting_point, "check.no-starting-point", [] {
        return Spot{"/starting_point", {}};
      });
    case Check::goals_counted: return goals_counted(context);
    case Check::goals_tied: return goals_tied(context);
    case Check::goals_analysed: return goals_analysed(context);
    default: break;
  }
}

void OperationalPlanCase::goals_counted(RuleContext& context) const {
  context.judged();
  const auto count = std::count_if(judged_.goals.begin(), judged_.goals.end(),
                                   [](const DevelopmentGoal& goal) { return is_filled(goal); });
  report_count(context, static_cast<std::size_t>(count),
               {"check.no-goals", "check.too-few-goals", "check.too-many-goals"}, [] {
                 return Spot{"/goals", {}};
               });
}

/// Where nobody has said which goals there are, no goal can be tied to one.
void OperationalPlanCase::goals_tied(RuleContext& context) const {
  const Id& set = context.rule.tag_set;
  const FactorSet* const goals = find_tag_set(context.system, set);
  if (goals == nullptr || goals->factors.empty()) return;
  for (std::size_t g = 0; g < judged_.goals.size(); ++g) {
    const DevelopmentGoal& goal = judged_.goals[g];
    if (!is_filled(goal)) continue;
    context.judged();
    if (std::any_of(goal.tags.begin(), goal.tags.end(), [&](const Tag& tag) { return tag.set == set; })) continue;
    context.report("check.goal-not-tied", make_pointer("", "goals", g, "tags"),
                   with(where(goal_noun, goal.title, g),
                        {{"set_sv", goals->title.sv}, {"set_en", goals->title.en}, {"set", Text(set.str())}}));
  }
}

void OperationalPlanCase::goals_analysed(RuleContext& context) const {
  for (std::size_t g = 0; g < judged_.goals.size(); ++g) {
    const DevelopmentGoal& goal = judged_.goals[g];
    if (!is_filled(goal)) continue;
    context.judged();
    if (is_blank(goal.analysis) && goal.sources.empty())
      context.report("check.goal-without-analysis", make_pointer("", "goals", g, "analysis"),
                     where(goal_noun, goal.title, g));
  }
}

void OperationalReportCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, OperationalReport{}.format_version);
  for (std::size_t g = 0; g < judged_.goals.size(); ++g)
    consistency.tags(judged_.goals[g].tags, make_pointer("", "goals", g, "tags"));
  if (plan_ != nullptr && plan_->year != judged_.year)
    consistency.add("report.another-year", "/year",
                    {{"report", Text(to_string(judged_.year))}, {"plan", Text(to_string(plan_->year))}});
}

void OperationalReportCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::brought_to_dialogue: return brought_to_dialogue(context);
    case Check::analysis_stated:
      return require_text(context, judged_.analysis, "check.no-analysis", [] { return Spot{"/analysis", {}}; });
    case Check::plan_covered: return plan_covered(context);
    case Check::results_told:
      for (std::size_t g = 0; g < judged_.goals.size(); ++g)
        require_text(context, judged_.goals[g].results, "check.no-results", [&] {
          return Spot{make_pointer("", "goals", g, "results"), where(goal_noun, judged_.goals[g].title, g)};
        });
      return;
    default: break;
  }
}

void OperationalReportCase::plan_covered(RuleContext& context) const {
  if (plan_ == nullptr) return;
  std::set<std::string> said;
  for (const GoalReport& goal : judged_.goals) said.insert(key_meant(goal.goal, goal.title));
  const auto is_said = [&](const std::string& name) { return !name.empty() && said.count(name) > 0; };
  for (std::size_t g = 0; g < plan_->goals.size(); ++g) {
    const DevelopmentGoal& goal = plan_->goals[g];
    if (!is_filled(goal)) continue;
    context.judged();
    if (!is_said(key_by_id(goal.id)) && !is_said(key_by_title(goal.title)))
      context.report("check.not-in-report", "/goals", where(goal_noun, goal.title, g));
  }
}

}  // namespace kvalitet
