#pragma once
// The administration's operational plans and reports under judgement.
#include "kvalitet/documents/operational_plan.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class OperationalPlanCase final : public CaseOf<OperationalPlan> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::operational_plan; }
  [[nodiscard]] Label name() const override { return {"Planen", "The plan"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void goals_counted(RuleContext& context) const;
  void goals_tied(RuleContext& context) const;
  void goals_analysed(RuleContext& context) const;
};

/// By itself or beside the plan that it follows.
class OperationalReportCase final : public CaseOf<OperationalReport> {
 public:
  OperationalReportCase(const OperationalReport& report, const OperationalPlan* plan) : CaseOf(report), plan_(plan) {}
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::operational_report; }
  [[nodiscard]] Label name() const override { return {"Rapporten", "The report"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void plan_covered(RuleContext& context) const;

  const OperationalPlan* plan_;
};

}  // namespace kvalitet
