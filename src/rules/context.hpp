#pragma once
// What a rule's function is given: the rule, the plan, the system and the day, and somewhere to put what it finds.
#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "documents/filled.hpp"
#include "kvalitet/rules/check.hpp"

namespace kvalitet {

class RuleContext {
 public:
  RuleContext(const Rule& rule, const CommitmentPlan& plan, const QualitySystem& system, Date as_of,
              std::vector<Finding>& findings);

  const Rule& rule;
  const CommitmentPlan& plan;
  const QualitySystem& system;
  const Date as_of;

  /// Whether the rule is to be applied at all: it is no permission, and binds the plan's school forms.
  [[nodiscard]] bool applies() const { return applies_; }
  /// The rule looked at something; a rule that had nothing to look at is neither met nor broken.
  void judged() { judged_ = true; }
  [[nodiscard]] bool was_judged() const { return judged_; }
  [[nodiscard]] bool is_broken() const { return broken_; }
  /// A breach; the rule's reference is added to the data as `ref_sv` and `ref_en`.
  void report(std::string_view code, std::string pointer, Data data);

 private:
  std::vector<Finding>& findings_;
  std::optional<Severity> severity_;
  std::vector<const OpenQuestion*> open_questions_;
  bool applies_ = true;
  bool judged_ = false;
  bool broken_ = false;
};

/// "målområdet Trygghet", or "målområde 2" when it has no title, and "åtagande 1 i …", for people.
[[nodiscard]] Data where_area(const CommitmentPlan& plan, std::size_t area);
[[nodiscard]] Data where_commitment(const CommitmentPlan& plan, std::size_t area, std::size_t commitment);

/// Every commitment of the plan in which something is written.
template <class Visit>
void for_each_commitment(const CommitmentPlan& plan, Visit visit) {
  for (std::size_t a = 0; a < plan.areas.size(); ++a)
    for (std::size_t c = 0; c < plan.areas[a].commitments.size(); ++c)
      if (is_filled(plan.areas[a].commitments[c])) visit(a, c, plan.areas[a].commitments[c]);
}

inline std::string commitment_pointer(std::size_t area, std::size_t commitment) {
  return make_pointer("", "areas", area, "commitments", commitment);
}

}  // namespace kvalitet
