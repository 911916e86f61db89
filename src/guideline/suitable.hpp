#pragma once
// Which checks suit which documents: a rule of another pair would never be carried out.
#include "kvalitet/guideline/rule.hpp"

namespace kvalitet {

[[nodiscard]] constexpr bool suits(Check check, DocumentKind kind) noexcept {
  using Kind = DocumentKind;
  switch (check) {
    case Check::goal_areas_included:
    case Check::goal_areas_counted:
    case Check::commitments_counted:
    case Check::effects_counted:
    case Check::activities_counted:
    case Check::results_stated:
    case Check::effect_chain_unbroken:
    case Check::follow_ups_recorded:
    case Check::dates_within_year: return kind == Kind::commitment_plan;
    case Check::principal_named:
    case Check::units_named: return kind == Kind::commitment_plan || kind == Kind::school_year_report;
    case Check::brought_to_dialogue:
      return kind == Kind::commitment_plan || kind == Kind::school_year_report || kind == Kind::operational_plan ||
             kind == Kind::operational_report;
    case Check::analysis_stated:
    case Check::plan_covered:
    case Check::results_told: return kind == Kind::school_year_report || kind == Kind::operational_report;
    case Check::effects_told: return kind == Kind::school_year_report;
    case Check::starting_point_stated:
    case Check::goals_counted:
    case Check::goals_tied:
    case Check::goals_analysed: return kind == Kind::operational_plan;
    case Check::steps_written:
    case Check::articles_considered:
    case Check::perspectives_taken: return kind == Kind::impact_assessment;
    case Check::child_rights_prepared:
    case Check::assessment_decided: return kind == Kind::matters;
    case Check::session_composed:
    case Check::session_within_window:
    case Check::documents_brought: return kind == Kind::dialogue_session;
    case Check::measures_answer_needs:
    case Check::measures_followed_up: return kind == Kind::measures;
  }
  return false;
}

}  // namespace kvalitet
