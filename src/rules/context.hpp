#pragma once
// What carries a rule out: the rule, the document, the system and the day, and somewhere to put what it finds.
#include "kvalitet/rules/check.hpp"
#include "rules/case.hpp"

namespace kvalitet {

class RuleContext {
 public:
  RuleContext(const Rule& rule, const Case& judged, const QualitySystem& system, Date as_of,
              std::vector<Finding>& findings);

  const Rule& rule;
  const Case& document;
  const QualitySystem& system;
  const Date as_of;

  /// Whether the rule is to be applied at all: it is no permission, and binds the document's school forms.
  [[nodiscard]] bool applies() const { return applies_; }
  /// The rule looked at something; a rule that had nothing to look at is neither met nor broken.
  void judged() { judged_ = true; }
  [[nodiscard]] bool was_judged() const { return judged_; }
  [[nodiscard]] bool is_broken() const { return broken_; }
  /// A breach; the rule's reference is added to the data as `ref_sv` and `ref_en`, the document's name as `the_sv` and
  /// `the_en`.
  void report(std::string_view code, std::string pointer, Data data);

 private:
  std::vector<Finding>& findings_;
  std::optional<Severity> severity_;
  std::vector<const OpenQuestion*> open_questions_;
  bool applies_ = true;
  bool judged_ = false;
  bool broken_ = false;
};

/// "riktlinjen, avsnitt 5, Åtagandeplanen": how a message names what something rests on.
[[nodiscard]] Localised reference(const Basis& basis);

}  // namespace kvalitet
