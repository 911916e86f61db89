// The checks of commitment plans. Section 5, Åtagandeplanen. Numbers, areas and dialogues come from the rule.
#include "rules/plan_case.hpp"

#include "base/digits.hpp"
#include "documents/filled.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/documents/effect_chain.hpp"
#include "rules/common.hpp"
#include "rules/consistency.hpp"

#include <algorithm>
#include <set>

namespace kvalitet {
namespace {

Data where_area(const CommitmentPlan& plan, std::size_t area) {
  return where(goal_area_noun, plan.areas[area].title, area);
}

Data where_commitment(const CommitmentPlan& plan, std::size_t area, std::size_t commitment) {
  return where_in(commitment_noun, commitment, where_area(plan, area));
}

std::string commitment_pointer(std::size_t area, std::size_t commitment) {
  return make_pointer("", "areas", area, "commitments", commitment);
}

/// Every commitment of the plan in which something is written.
template <class Visit>
void for_each_commitment(const CommitmentPlan& plan, Visit visit) {
  for (std::size_t a = 0; a < plan.areas.size(); ++a)
    for (std::size_t c = 0; c < plan.areas[a].commitments.size(); ++c)
      if (is_filled(plan.areas[a].commitments[c])) visit(a, c, plan.areas[a].commitments[c]);
}

/// The name of a goal area, from the guideline or else the policy.
Localised area_title(const QualitySystem& system, const Id& id) {
  for (const auto* areas : {&system.guideline.goal_areas, &system.policy.goal_areas})
    for (const Concept& area : *areas)
      if (area.id == id) return area.title;
  return {Text(id.str()), Text(id.str())};
}

/// The area of the plan that is of a kind. Where there is none, one of that name without a kind: no substitute, but
/// most likely what was meant.
const GoalArea* area_meant(const CommitmentPlan& plan, const Id& kind, const Localised& title) {
  const auto& areas = plan.areas;
  const auto find = [&](auto fits) {
    const auto found = std::find_if(areas.begin(), areas.end(), fits);
    return found == areas.end() ? nullptr : &*found;
  };
  const GoalArea* const of_kind = find([&](const GoalArea& area) { return area.kind == kind; });
  if (of_kind != nullptr) return of_kind;
  const std::string sv = folded_title(title.sv);
  const std::string en = folded_title(title.en);
  return find([&](const GoalArea& area) {
    if (!area.kind.empty()) return false;
    const std::string name = folded_title(area.title);
    return name == sv || name == en;
  });
}

void goal_areas_included(RuleContext& context, const CommitmentPlan& plan) {
  for (const Id& wanted : context.rule.areas) {
    context.judged();
    const Localised title = area_title(context.system, wanted);
    const GoalArea* const meant = area_meant(plan, wanted, title);
    if (meant != nullptr && meant->kind == wanted) continue;
    Data data{{"area_sv", title.sv}, {"area_en", title.en}, {"kind", Text(wanted.str())}};
    if (meant != nullptr)
      context.report("check.goal-area-without-kind",
                     make_pointer("", "areas", static_cast<std::size_t>(meant - plan.areas.data())), std::move(data));
    else
      context.report("check.goal-area-missing", "/areas", std::move(data));
  }
}

template <class Part>
std::size_t count_filled(const std::vector<Part>& parts) {
  return static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [](const Part& part) { return is_filled(part); }));
}

void goal_areas_counted(RuleContext& context, const CommitmentPlan& plan) {
  std::set<const GoalArea*> listed;  // one for each that the rule names; a second of that kind is one of the others
  for (const Id& id : context.rule.areas) listed.insert(area_meant(plan, id, area_title(context.system, id)));
  std::size_t others = 0;
  bool any = false;
  for (const GoalArea& area : plan.areas) {
    if (!is_filled(area)) continue;
    any = true;
    others += 1 - listed.count(&area);
  }
  if (any || context.rule.min) context.judged();
  report_count(context, others, {"check.no-goal-areas", "check.too-few-goal-areas", "check.too-many-goal-areas"}, [&] {
    std::string sv;
    std::string en;
    for (const Id& id : context.rule.areas) {
      const Localised title = area_title(context.system, id);
      sv += (sv.empty() ? " utöver " : " och ") + title.sv.str();
      en += (en.empty() ? " besides " : " and ") + title.en.str();
    }
    return Spot{"/areas", {{"besides_sv", Text(std::move(sv))}, {"besides_en", Text(std::move(en))}}};
  });
}

void commitments_counted(RuleContext& context, const CommitmentPlan& plan) {
  for (std::size_t a = 0; a < plan.areas.size(); ++a) {
    const GoalArea& area = plan.areas[a];
    if (!is_filled(area)) continue;
    context.judged();
    report_count(context, count_filled(area.commitments),
                 {"check.no-commitments", "check.too-few-commitments", "check.too-many-commitments"}, [&] {
                   return Spot{make_pointer("", "areas", a, "commitments"), where_area(plan, a)};
                 });
  }
}

void effects_counted(RuleContext& context, const CommitmentPlan& plan) {
  for_each_commitment(plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    context.judged();
    report_count(context, count_filled(commitment.expected_effects),
                 {"check.no-effects", "check.too-few-effects", "check.too-many-effects"}, [&] {
                   return Spot{commitment_pointer(a, c) + "/expected_effects", where_commitment(plan, a, c)};
                 });
  });
}

void activities_counted(RuleContext& context, const CommitmentPlan& plan) {
  for_each_commitment(plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    context.judged();
    report_count(context, count_filled(commitment.activities),
                 {"check.no-activities", "check.too-few-activities", "check.too-many-activities"}, [&] {
                   return Spot{commitment_pointer(a, c) + "/activities", where_commitment(plan, a, c)};
                 });
  });
}

void results_stated(RuleContext& context, const CommitmentPlan& plan) {
  for_each_commitment(plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const Activity& activity = commitment.activities[i];
      if (!is_filled(activity)) continue;
      context.judged();
      if (!is_blank(activity.intended_result)) continue;
      context.report("check.no-intended-result",
                     make_pointer(commitment_pointer(a, c), "activities", i, "intended_result"),
                     with(where_commitment(plan, a, c), {{"activity", number(i + 1)}, {"title", activity.title}}));
    }
  });
}

/// The goal area or the commitment that a gap lies in.
Data where_gap(const CommitmentPlan& plan, std::string_view pointer) {
  std::vector<std::size_t> indices;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view step = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(step.size());
    if (const auto index = parse_digits(step)) indices.push_back(static_cast<std::size_t>(*index));
  }
  return indices.size() == 1 ? where_area(plan, indices[0]) : where_commitment(plan, indices[0], indices[1]);
}

void effect_chain_unbroken(RuleContext& context, const CommitmentPlan& plan) {
  for_each_commitment(plan, [&](std::size_t, std::size_t, const Commitment&) { context.judged(); });
  if (!context.was_judged()) return;
  for (const ChainGap& gap : effect_chain_gaps(plan)) {
    const TypeInfo& kinds = type_info<ChainGapKind>();
    const Label label = kinds.choices[kinds.choice(&gap.kind)].label;
    context.report(effect_chain_gap, gap.pointer.str(),
                   with(where_gap(plan, gap.pointer), {{"gap_sv", Text(label.sv)}, {"gap_en", Text(label.en)}}));
  }
}

void follow_ups_recorded(RuleContext& context, const CommitmentPlan& plan) {
  const auto min = static_cast<std::size_t>(context.rule.min.value_or(1));
  const bool year_has_ended = context.as_of > days_of(plan).end;
  for_each_commitment(plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    const std::size_t count = count_filled(commitment.follow_ups);
    if (count >= min || year_has_ended) context.judged();
    if (count < min && year_has_ended)
      context.report(count == 0 ? "check.no-follow-ups" : "check.too-few-follow-ups",
                     commitment_pointer(a, c) + "/follow_ups",
                     with(where_commitment(plan, a, c), {{"count", number(count)}, {"min", number(min)}}));
  });
}

void dates_within_year(RuleContext& context, const CommitmentPlan& plan) {
  const Period year = days_of(plan);
  const auto is_outside = [&](std::optional<Date> date) {
    if (date) context.judged();
    return date && !year.contains(*date);
  };
  const auto report = [&](std::optional<Date> date, std::string pointer) {
    context.report("check.date-outside-year", std::move(pointer),
                   {{"date", Text(to_string(*date))},
                    {"first", Text(to_string(year.start))},
                    {"last", Text(to_string(year.end))}});
  };
  for_each_commitment(plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const std::optional<Date> start = commitment.activities[i].start;
      const std::optional<Date> end = commitment.activities[i].end;
      const auto at = [&](std::string_view key) {
        return make_pointer(commitment_pointer(a, c), "activities", i, key);
      };
      if (is_outside(start)) report(start, at("start"));
      if (is_outside(end)) report(end, at("end"));
    }
    for (std::size_t i = 0; i < commitment.follow_ups.size(); ++i)
      if (is_outside(commitment.follow_ups[i].date))
        report(commitment.follow_ups[i].date, make_pointer(commitment_pointer(a, c), "follow_ups", i, "date"));
  });
}

}  // namespace

void PlanCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, CommitmentPlan{}.format_version);
  check_years(consistency);
  consistency.each_unit_once(judged_.units);
  for (std::size_t a = 0; a < judged_.areas.size(); ++a) {
    const GoalArea& area = judged_.areas[a];
    consistency.goal_area(area.kind, make_pointer("", "areas", a, "kind"));
    consistency.once(area.commitments, &Commitment::id, make_pointer("", "areas", a, "commitments"), "id", own_title);
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const Commitment& commitment = area.commitments[c];
      const std::string at = commitment_pointer(a, c);
      consistency.once(commitment.expected_effects, &ExpectedEffect::id, at + "/expected_effects", "id",
                       [](const ExpectedEffect&) { return Localised{}; });
      consistency.tags(commitment.tags, at + "/tags");
      for (std::size_t i = 0; i < commitment.activities.size(); ++i)
        consistency.in_order(commitment.activities[i].start, commitment.activities[i].end,
                             make_pointer(at, "activities", i, "end"));
    }
  }
  consistency.each_area_once(judged_.areas);
}

/// The guideline may have several such documents, as for different school forms; the plan is one of them.
void PlanCase::check_years(Consistency& consistency) const {
  std::optional<int> wanted;
  std::optional<Basis> basis;
  for (const Document& document : consistency.system.guideline.documents) {
    if (document.kind != DocumentKind::commitment_plan) continue;
    if (document.years.value_or(1) == judged_.years) return;
    if (wanted) continue;
    wanted = document.years.value_or(1);
    if (document.years) basis = document.basis;
  }
  if (!wanted && judged_.years == 1) return;
  consistency.add("plan.years-differ", "/years",
                  {{"years", std::int64_t{judged_.years}}, {"wanted", std::int64_t{wanted.value_or(1)}}},
                  std::move(basis));
}

void PlanCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::goal_areas_included: return goal_areas_included(context, judged_);
    case Check::goal_areas_counted: return goal_areas_counted(context, judged_);
    case Check::commitments_counted: return commitments_counted(context, judged_);
    case Check::effects_counted: return effects_counted(context, judged_);
    case Check::activities_counted: return activities_counted(context, judged_);
    case Check::results_stated: return results_stated(context, judged_);
    case Check::effect_chain_unbroken: return effect_chain_unbroken(context, judged_);
    case Check::follow_ups_recorded: return follow_ups_recorded(context, judged_);
    case Check::principal_named: return principal_named(context);
    case Check::units_named: return units_named(context);
    case Check::dates_within_year: return dates_within_year(context, judged_);
    case Check::brought_to_dialogue: return brought_to_dialogue(context);
    default: break;
  }
}

}  // namespace kvalitet
