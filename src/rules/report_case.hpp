#pragma once
// School-year reports under judgement, by themselves or beside the plan that they follow.
#include "kvalitet/documents/school_year_report.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class ReportCase final : public CaseOf<SchoolYearReport> {
 public:
  ReportCase(const SchoolYearReport& report, const CommitmentPlan* plan) : CaseOf(report), plan_(plan) {}

  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::school_year_report; }
  [[nodiscard]] Label name() const override { return {"Rapporten", "The report"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void plan_covered(RuleContext& context) const;
  void told(RuleContext& context, Text GoalAreaReport::*of_area, Text CommitmentReport::*of_commitment,
            std::string_view key, std::string_view code) const;

  const CommitmentPlan* plan_;
};

}  // namespace kvalitet
