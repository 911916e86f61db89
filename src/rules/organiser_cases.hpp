#pragma once
// What the organiser keeps, under judgement: impact assessments, and the registers of matters, measures and deviations.
#include "kvalitet/documents/impact_assessment.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class AssessmentCase final : public CaseOf<ImpactAssessment> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::impact_assessment; }
  [[nodiscard]] Label name() const override { return {"Barnkonsekvensanalysen", "The impact assessment"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;
};

class MattersCase final : public CaseOf<Matters> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::matters; }
  [[nodiscard]] Label name() const override { return {"Ärendeförteckningen", "The register of matters"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void child_rights_prepared(RuleContext& context) const;
  void assessment_decided(RuleContext& context) const;
};

class MeasuresCase final : public CaseOf<Measures> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::measures; }
  [[nodiscard]] Label name() const override { return {"Insatsförteckningen", "The register of measures"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void answer_needs(RuleContext& context) const;
  void followed_up(RuleContext& context) const;
};

class DeviationsCase final : public CaseOf<Deviations> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::deviations; }
  [[nodiscard]] Label name() const override { return {"Avvikelseförteckningen", "The register of deviations"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext&) const override {}  // no rule is about decisions to depart
};

}  // namespace kvalitet
