// The checks of impact assessments, matters and measures. Section 3, Barnkonventionen och barnrättsperspektiv and
// Styrning och ledning.
#include "rules/organiser_cases.hpp"

#include "rules/common.hpp"
#include "rules/consistency.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr Noun matter_noun{{"ärendet", "the matter"}, {"ärende", "matter"}};
constexpr Noun measure_noun{{"insatsen", "the measure"}, {"insats", "measure"}};

/// Something is written about each of the concepts.
void written(RuleContext& context, const std::vector<Concept>& wanted, const std::vector<AssessmentPart>& parts,
             std::string_view list) {
  for (const Concept& one : wanted) {
    context.judged();
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const AssessmentPart& part) { return part.about == one.id; });
    if (found != parts.end() && !is_blank(found->text)) continue;
    context.report("check.part-not-written",
                   found == parts.end()
                       ? make_pointer("", list)
                       : make_pointer("", list, static_cast<std::size_t>(found - parts.begin()), "text"),
                   {{"part_sv", one.title.sv}, {"part_en", one.title.en}, {"part", Text(one.id.str())}});
  }
}

const std::vector<Concept>& articles(const QualitySystem& system) {
  static const std::vector<Concept> none;
  return system.guideline.child_rights ? system.guideline.child_rights->articles : none;
}

const std::vector<Concept>& perspectives(const QualitySystem& system) {
  static const std::vector<Concept> none;
  return system.guideline.child_rights ? system.guideline.child_rights->perspectives : none;
}

bool touches_children(const Matter& matter) { return matter.touches_children != Touches::not_at_all; }

/// What was decided before the guideline was valid is not judged by it.
bool is_older(const std::optional<Date>& day, const QualitySystem& system) {
  return day && *day < system.guideline.valid_from;
}

}  // namespace

void AssessmentCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, ImpactAssessment{}.format_version);
  const QualitySystem& system = consistency.system;
  const auto parts = [&](const std::vector<AssessmentPart>& list, const std::vector<Concept>& among,
                         std::string_view key) {
    std::vector<Named> known;
    known.reserve(among.size());
    for (const Concept& one : among) known.push_back({one.title, one.id});
    const auto title_of = [&](const Id& id) -> const Localised* {
      for (const Concept& one : among)
        if (one.id == id) return &one.title;
      return nullptr;
    };
    for (std::size_t i = 0; i < list.size(); ++i)
      if (title_of(list[i].about) == nullptr)
        consistency.unknown("document.unknown-part", make_pointer("", key, i, "about"), list[i].about, known);
    consistency.once(list, &AssessmentPart::about, make_pointer("", key), "about", [&](const AssessmentPart& part) {
      const Localised* const title = title_of(part.about);
      return title != nullptr ? *title : Localised{};
    });
  };
  parts(judged_.steps, system.policy.assessment_steps, "steps");
  parts(judged_.articles, articles(system), "articles");
  parts(judged_.perspectives, perspectives(system), "perspectives");
}

void AssessmentCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::steps_written: return written(context, context.system.policy.assessment_steps, judged_.steps, "steps");
    case Check::articles_considered: return written(context, articles(context.system), judged_.articles, "articles");
    case Check::perspectives_taken:
      return written(context, perspectives(context.system), judged_.perspectives, "perspectives");
    default: break;
  }
}

void MattersCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, Matters{}.format_version);
  consistency.once(judged_.matters, &Matter::id, "/matters", "id", own_title);
  for (std::size_t m = 0; m < judged_.matters.size(); ++m) {
    const Matter& matter = judged_.matters[m];
    if (matter.assessment)
      consistency.in_order(matter.assessment->decided_on, matter.decided_on,
                           make_pointer("", "matters", m, "decided_on"));
  }
}

void MattersCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::child_rights_prepared: return child_rights_prepared(context);
    case Check::assessment_decided: return assessment_decided(context);
    default: break;
  }
}

/// A matter of which nobody has said whether it touches children may do so.
void MattersCase::child_rights_prepared(RuleContext& context) const {
  for (std::size_t m = 0; m < judged_.matters.size(); ++m) {
    const Matter& matter = judged_.matters[m];
    if (is_older(matter.decided_on, context.system)) continue;
    const auto at = [&](std::string_view key) {
      return Spot{make_pointer("", "matters", m, key), where(matter_noun, matter.title, m)};
    };
    context.judged();
    if (!matter.touches_children) {
      Spot spot = at("touches_children");
      context.report("check.touches-not-considered", std::move(spot.pointer), std::move(spot.words));
    } else if (touches_children(matter)) {
      require_text(context, matter.child_rights, "check.child-rights-not-described",
                   [&] { return at("child_rights"); });
    }
  }
}

/// "Vid behov" asks for a recorded decision: by whom, when and why.
void MattersCase::assessment_decided(RuleContext& context) const {
  for (std::size_t m = 0; m < judged_.matters.size(); ++m) {
    const Matter& matter = judged_.matters[m];
    if (is_older(matter.decided_on, context.system) || !matter.touches_children || !touches_children(matter)) continue;
    context.judged();
    const auto& decision = matter.assessment;
    if (decision && !is_blank(decision->reason) && !is_blank(decision->decided_by) && decision->decided_on) continue;
    context.report(decision ? "check.assessment-decision-incomplete" : "check.assessment-not-decided",
                   make_pointer("", "matters", m, "assessment"), where(matter_noun, matter.title, m));
  }
}

void MeasuresCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, Measures{}.format_version);
  consistency.once(judged_.measures, &Measure::id, "/measures", "id", own_title);
  for (std::size_t m = 0; m < judged_.measures.size(); ++m) {
    const Measure& measure = judged_.measures[m];
    const std::string at = make_pointer("", "measures", m);
    consistency.tags(measure.tags, at + "/tags");
    consistency.in_order(measure.carried_out, measure.followed_up, at + "/followed_up");
    if (measure.followed_up && !measure.carried_out)
      consistency.add("document.followed-up-before-carried-out", at + "/carried_out", {});
  }
}

void MeasuresCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::measures_answer_needs: return answer_needs(context);
    case Check::measures_followed_up: return followed_up(context);
    default: break;
  }
}

void MeasuresCase::answer_needs(RuleContext& context) const {
  for (std::size_t m = 0; m < judged_.measures.size(); ++m) {
    const Measure& measure = judged_.measures[m];
    if (is_older(measure.carried_out, context.system)) continue;
    context.judged();
    if (is_blank(measure.need) && measure.sources.empty())
      context.report("check.measure-without-need", make_pointer("", "measures", m, "need"),
                     where(measure_noun, measure.title, m));
  }
}

/// Nothing says when, so a measure has the whole school year after the one in which it was carried out.
void MeasuresCase::followed_up(RuleContext& context) const {
  for (std::size_t m = 0; m < judged_.measures.size(); ++m) {
    const Measure& measure = judged_.measures[m];
    if (!measure.carried_out || is_older(measure.carried_out, context.system)) continue;
    if (measure.followed_up) {
      context.judged();
      continue;
    }
    const int years = school_year_of(context.as_of).start_year - school_year_of(*measure.carried_out).start_year;
    if (years < 2) continue;
    context.judged();
    context.report(
        "check.measure-not-followed-up", make_pointer("", "measures", m, "followed_up"),
        with(where(measure_noun, measure.title, m), {{"carried_out", Text(to_string(*measure.carried_out))}}));
  }
}

void DeviationsCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, Deviations{}.format_version);
  consistency.deviations(judged_.deviations);
}

}  // namespace kvalitet
