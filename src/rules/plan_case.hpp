#pragma once
// Commitment plans under judgement.
#include "kvalitet/documents/commitment_plan.hpp"
#include "rules/case.hpp"

namespace kvalitet {

/// Code of a gap in the effect chain, which is not repeated where another rule has found the same.
inline constexpr std::string_view effect_chain_gap = "check.effect-chain-gap";

class PlanCase final : public CaseOf<CommitmentPlan> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::commitment_plan; }
  [[nodiscard]] Label name() const override { return {"Planen", "The plan"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void check_years(Consistency& consistency) const;
};

}  // namespace kvalitet
