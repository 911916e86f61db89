#pragma once
// Sessions of dialogues under judgement: who takes part, when, and what they bring.
#include "kvalitet/dialogues/session.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class SessionCase final : public CaseOf<DialogueSession> {
 public:
  using CaseOf::CaseOf;
  [[nodiscard]] DocumentKind kind() const override { return DocumentKind::dialogue_session; }
  [[nodiscard]] Label name() const override { return {"Dialogtillfället", "The session"}; }
  void check_consistency(Consistency& consistency) const override;
  void carry_out(RuleContext& context) const override;

 private:
  void composed(RuleContext& context, const Dialogue& dialogue) const;
  void within_window(RuleContext& context, const Dialogue& dialogue) const;
  void brought(RuleContext& context, const Dialogue& dialogue) const;
};

}  // namespace kvalitet
