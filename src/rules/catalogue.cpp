// Each function below carries out one Check on a commitment plan. Numbers, areas and dialogues come from the rule.
#include "rules/catalogue.hpp"

#include "base/digits.hpp"
#include "cycle/ready_by.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/documents/effect_chain.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kvalitet {
namespace {

Data with(Data data, Data more) {
  data.insert(data.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return data;
}

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// The name of a goal area, from the guideline or else the policy.
Localised area_title(const QualitySystem& system, const Id& id) {
  for (const auto* areas : {&system.guideline.goal_areas, &system.policy.goal_areas})
    for (const Concept& area : *areas)
      if (area.id == id) return area.title;
  return {Text(id.str()), Text(id.str())};
}

/// A title without the blanks around it and in lower case, as far as Swedish goes.
std::string folded(std::string_view title) {
  const auto starts_blank = [&](std::size_t width) {
    return title.size() >= width && is_blank(title.substr(0, width));
  };
  const auto ends_blank = [&](std::size_t width) {
    return title.size() >= width && is_blank(title.substr(title.size() - width));
  };
  while (!title.empty() && (starts_blank(1) || starts_blank(2))) title.remove_prefix(starts_blank(1) ? 1 : 2);
  while (!title.empty() && (ends_blank(1) || ends_blank(2))) title.remove_suffix(ends_blank(1) ? 1 : 2);
  std::string text(title);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] - 'A' + 'a');
    const std::string_view letter = std::string_view(text).substr(i, 2);
    if (letter == "Å") text.replace(i, 2, "å");
    if (letter == "Ä") text.replace(i, 2, "ä");
    if (letter == "Ö") text.replace(i, 2, "ö");
  }
  return text;
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
  const std::string sv = folded(title.sv);
  const std::string en = folded(title.en);
  return find([&](const GoalArea& area) {
    if (!area.kind.empty()) return false;
    const std::string name = folded(area.title);
    return name == sv || name == en;
  });
}

void goal_areas_included(RuleContext& context) {
  for (const Id& wanted : context.rule.areas) {
    context.judged();
    const Localised title = area_title(context.system, wanted);
    const GoalArea* const meant = area_meant(context.plan, wanted, title);
    if (meant != nullptr && meant->kind == wanted) continue;
    Data data{{"area_sv", title.sv}, {"area_en", title.en}, {"kind", Text(wanted.str())}};
    if (meant != nullptr)
      context.report("check.goal-area-without-kind",
                     make_pointer("", "areas", static_cast<std::size_t>(meant - context.plan.areas.data())),
                     std::move(data));
    else
      context.report("check.goal-area-missing", "/areas", std::move(data));
  }
}

/// Where something is wrong: its pointer and the words for it. Made only when it is.
struct Spot {
  std::string pointer;
  Data words;
};

/// What to say of a number of things that a rule limits.
struct CountCodes {
  std::string_view none;
  std::string_view too_few;
  std::string_view too_many;
};

template <class MakeSpot>
void report_count(RuleContext& context, std::size_t count, const CountCodes& codes, MakeSpot make_spot) {
  const auto report = [&](std::string_view code, std::string_view limit, int value) {
    Spot spot = make_spot();
    context.report(code, std::move(spot.pointer),
                   with(std::move(spot.words), {{"count", number(count)}, {Text(limit), std::int64_t{value}}}));
  };
  const Rule& rule = context.rule;
  if (rule.min && count < static_cast<std::size_t>(*rule.min))
    report(count == 0 ? codes.none : codes.too_few, "min", *rule.min);
  if (rule.max && count > static_cast<std::size_t>(*rule.max)) report(codes.too_many, "max", *rule.max);
}

template <class Part>
std::size_t count_filled(const std::vector<Part>& parts) {
  return static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [](const Part& part) { return is_filled(part); }));
}

void goal_areas_counted(RuleContext& context) {
  std::set<const GoalArea*> listed;  // one for each that the rule names; a second of that kind is one of the others
  for (const Id& id : context.rule.areas) listed.insert(area_meant(context.plan, id, area_title(context.system, id)));
  std::size_t others = 0;
  bool any = false;
  for (const GoalArea& area : context.plan.areas) {
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

void commitments_counted(RuleContext& context) {
  for (std::size_t a = 0; a < context.plan.areas.size(); ++a) {
    const GoalArea& area = context.plan.areas[a];
    if (!is_filled(area)) continue;
    context.judged();
    report_count(context, count_filled(area.commitments),
                 {"check.no-commitments", "check.too-few-commitments", "check.too-many-commitments"}, [&] {
                   return Spot{make_pointer("", "areas", a, "commitments"), where_area(context.plan, a)};
                 });
  }
}

void effects_counted(RuleContext& context) {
  for_each_commitment(context.plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    context.judged();
    report_count(context, count_filled(commitment.expected_effects),
                 {"check.no-effects", "check.too-few-effects", "check.too-many-effects"}, [&] {
                   return Spot{commitment_pointer(a, c) + "/expected_effects", where_commitment(context.plan, a, c)};
                 });
  });
}

void activities_counted(RuleContext& context) {
  for_each_commitment(context.plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    context.judged();
    report_count(context, count_filled(commitment.activities),
                 {"check.no-activities", "check.too-few-activities", "check.too-many-activities"}, [&] {
                   return Spot{commitment_pointer(a, c) + "/activities", where_commitment(context.plan, a, c)};
                 });
  });
}

void results_stated(RuleContext& context) {
  for_each_commitment(context.plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const Activity& activity = commitment.activities[i];
      if (!is_filled(activity)) continue;
      context.judged();
      if (!is_blank(activity.intended_result)) continue;
      context.report(
          "check.no-intended-result", make_pointer(commitment_pointer(a, c), "activities", i, "intended_result"),
          with(where_commitment(context.plan, a, c), {{"activity", number(i + 1)}, {"title", activity.title}}));
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

void effect_chain_unbroken(RuleContext& context) {
  for_each_commitment(context.plan, [&](std::size_t, std::size_t, const Commitment&) { context.judged(); });
  if (!context.was_judged()) return;
  for (const ChainGap& gap : effect_chain_gaps(context.plan)) {
    const TypeInfo& kinds = type_info<ChainGapKind>();
    const Label label = kinds.choices[kinds.choice(&gap.kind)].label;
    context.report(
        effect_chain_gap, gap.pointer.str(),
        with(where_gap(context.plan, gap.pointer), {{"gap_sv", Text(label.sv)}, {"gap_en", Text(label.en)}}));
  }
}

void follow_ups_recorded(RuleContext& context) {
  const auto min = static_cast<std::size_t>(context.rule.min.value_or(1));
  const bool year_has_ended = context.as_of > days_of(context.plan).end;
  for_each_commitment(context.plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
    const std::size_t count = count_filled(commitment.follow_ups);
    if (count >= min || year_has_ended) context.judged();
    if (count < min && year_has_ended)
      context.report(count == 0 ? "check.no-follow-ups" : "check.too-few-follow-ups",
                     commitment_pointer(a, c) + "/follow_ups",
                     with(where_commitment(context.plan, a, c), {{"count", number(count)}, {"min", number(min)}}));
  });
}

void principal_named(RuleContext& context) {
  context.judged();
  if (is_blank(context.plan.principal)) context.report("check.no-principal", "/principal", {});
}

void units_named(RuleContext& context) {
  context.judged();
  if (context.plan.units.empty()) context.report("check.no-units", "/units", {});
}

void dates_within_year(RuleContext& context) {
  const Period year = days_of(context.plan);
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
  for_each_commitment(context.plan, [&](std::size_t a, std::size_t c, const Commitment& commitment) {
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

/// How far the rule's document must have come at the rule's dialogue, if anybody brings it there.
std::optional<DocumentState> state_needed(const Rule& rule, const Guideline& guideline, Localised& title) {
  for (const auto* meetings : {&guideline.dialogues, &guideline.meetings})
    for (const Dialogue& dialogue : *meetings) {
      if (dialogue.id != rule.dialogue) continue;
      for (const Bring& bring : dialogue.brings)
        if (bring.document == rule.document) {
          title = dialogue.title;
          return bring.state;
        }
    }
  return std::nullopt;
}

void brought_to_dialogue(RuleContext& context) {
  Localised title;
  const auto needed = state_needed(context.rule, context.system.guideline, title);
  if (!needed) return;
  if (context.plan.state >= *needed) {
    context.judged();
    return;
  }
  const auto due = ready_by(context.system, context.plan.school_year, context.rule.document, context.rule.dialogue);
  if (!due || context.as_of <= *due) return;
  context.judged();
  const TypeInfo& states = type_info<DocumentState>();
  const Label has = states.choices[states.choice(&context.plan.state)].label;
  const Label wants = states.choices[states.choice(&*needed)].label;
  context.report("check.not-ready-for-dialogue", "/state",
                 {{"dialogue_sv", title.sv},
                  {"dialogue_en", title.en},
                  {"due", Text(to_string(*due))},
                  {"state_sv", Text(has.sv)},
                  {"state_en", Text(has.en)},
                  {"needed_sv", Text(wants.sv)},
                  {"needed_en", Text(wants.en)}});
}

}  // namespace

CheckFunction check_function(Check check) noexcept {
  switch (check) {
    case Check::goal_areas_included: return goal_areas_included;
    case Check::goal_areas_counted: return goal_areas_counted;
    case Check::commitments_counted: return commitments_counted;
    case Check::effects_counted: return effects_counted;
    case Check::activities_counted: return activities_counted;
    case Check::results_stated: return results_stated;
    case Check::effect_chain_unbroken: return effect_chain_unbroken;
    case Check::follow_ups_recorded: return follow_ups_recorded;
    case Check::principal_named: return principal_named;
    case Check::units_named: return units_named;
    case Check::dates_within_year: return dates_within_year;
    case Check::brought_to_dialogue: return brought_to_dialogue;
  }
  return nullptr;
}

}  // namespace kvalitet
