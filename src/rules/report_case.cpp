// The checks of school-year reports. Section 5, Läsårsrapporten.
#include "rules/report_case.hpp"

#include "documents/filled.hpp"
#include "documents/meant.hpp"
#include "rules/common.hpp"
#include "rules/consistency.hpp"

#include <map>
#include <set>
#include <string>

namespace kvalitet {

void ReportCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, SchoolYearReport{}.format_version);
  consistency.each_unit_once(judged_.units);
  for (std::size_t a = 0; a < judged_.areas.size(); ++a) {
    const GoalAreaReport& area = judged_.areas[a];
    consistency.goal_area(area.kind, make_pointer("", "areas", a, "kind"));
    for (std::size_t c = 0; c < area.commitments.size(); ++c)
      consistency.tags(area.commitments[c].tags, make_pointer("", "areas", a, "commitments", c, "tags"));
  }
  consistency.each_area_once(judged_.areas);
  if (plan_ == nullptr) return;
  if (!days_of(*plan_).contains(days_of(judged_.school_year).start))
    consistency.add("report.another-year", "/school_year",
                    {{"report", Text(to_string(judged_.school_year))}, {"plan", Text(to_string(plan_->school_year))}});
  if (!is_blank(plan_->principal) && !is_blank(judged_.principal) &&
      folded_title(plan_->principal) != folded_title(judged_.principal))
    consistency.add("report.another-principal", "/principal",
                    {{"report", judged_.principal}, {"plan", plan_->principal}});
}

void ReportCase::carry_out(RuleContext& context) const {
  switch (context.rule.check) {
    case Check::principal_named: return principal_named(context);
    case Check::units_named: return units_named(context);
    case Check::brought_to_dialogue: return brought_to_dialogue(context);
    case Check::analysis_stated:
      return require_text(context, judged_.analysis, "check.no-analysis", [] { return Spot{"/analysis", {}}; });
    case Check::plan_covered: return plan_covered(context);
    case Check::results_told:
      return told(context, &GoalAreaReport::results, &CommitmentReport::results, "results", "check.no-results");
    case Check::effects_told:
      return told(context, &GoalAreaReport::effects, &CommitmentReport::effects, "effects", "check.no-effects-told");
    default: break;
  }
}

/// All that the plan prioritised has its place in the report, whatever is said there.
void ReportCase::plan_covered(RuleContext& context) const {
  if (plan_ == nullptr) return;
  std::map<std::string, std::size_t> areas;  // where the report speaks of them
  std::set<std::string> commitments;
  for (std::size_t a = 0; a < judged_.areas.size(); ++a) {
    const GoalAreaReport& area = judged_.areas[a];
    const std::string around = key_of_area(area.kind, area.title);
    if (around.empty()) continue;
    areas.emplace(around, a);
    for (const CommitmentReport& said : area.commitments)
      commitments.insert(key_within(around, key_meant(said.commitment, said.title)));
  }
  for (std::size_t a = 0; a < plan_->areas.size(); ++a) {
    const GoalArea& area = plan_->areas[a];
    if (!is_filled(area)) continue;
    context.judged();
    const std::string around = key_of_area(area.kind, area.title);
    const auto said = areas.find(around);
    if (said == areas.end()) {
      context.report("check.not-in-report", "/areas", where(goal_area_noun, area.title, a));
      continue;
    }
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const Commitment& commitment = area.commitments[c];
      const auto is_said = [&](const std::string& name) {
        return !name.empty() && commitments.count(key_within(around, name)) > 0;
      };
      if (!is_filled(commitment) || is_said(key_by_id(commitment.id)) || is_said(key_by_title(commitment.title)))
        continue;
      Data of_commitment = is_blank(commitment.title)
                               ? where_in(commitment_noun, c, where(goal_area_noun, area.title, a))
                               : Data{{"where_sv", Text("åtagandet ”" + commitment.title.str() + "”")},
                                      {"where_en", Text("the commitment “" + commitment.title.str() + "”")}};
      context.report("check.not-in-report", make_pointer("", "areas", said->second, "commitments"),
                     std::move(of_commitment));
    }
  }
}

/// Of an area with commitments each of them is to tell, or the area as a whole; of one without them the area.
void ReportCase::told(RuleContext& context, Text GoalAreaReport::*of_area, Text CommitmentReport::*of_commitment,
                      std::string_view key, std::string_view code) const {
  for (std::size_t a = 0; a < judged_.areas.size(); ++a) {
    const GoalAreaReport& area = judged_.areas[a];
    const auto around = [&] { return where(goal_area_noun, area.title, a); };
    if (area.commitments.empty())
      require_text(context, area.*of_area, code, [&] { return Spot{make_pointer("", "areas", a, key), around()}; });
    for (std::size_t c = 0; c < area.commitments.size(); ++c)
      require_text(context, area.commitments[c].*of_commitment, code, [&] {
        return Spot{make_pointer("", "areas", a, "commitments", c, key), where_in(commitment_noun, c, around())};
      });
  }
}

}  // namespace kvalitet
