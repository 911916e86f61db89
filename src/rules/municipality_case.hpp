#pragma once
// The description of a municipality, under judgement. No guideline has a rule about it: what is said must only hold
// together.
#include "kvalitet/model/municipality.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class MunicipalityCase final : public CaseOf<Municipality> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::other; }
  [[nodiscard]] Label name() const override { return {"Kommunbeskrivningen", "The description of the municipality"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext&) const override {}

 private:
  void check_codes(Consistency& consistency) const;
  void check_leaders(Consistency& consistency) const;
};

}  // namespace kvalitet
