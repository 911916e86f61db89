#include "kvalitet/rules/check.hpp"

#include "base/document_order.hpp"
#include "kvalitet/base/type_info.hpp"
#include "rules/catalogue.hpp"
#include "rules/plan_consistency.hpp"

#include <algorithm>
#include <set>

namespace kvalitet {
namespace {

/// Whether the guideline has anything to say about this plan on this day.
bool is_in_force(const Guideline& guideline, const CommitmentPlan& plan, Date as_of) {
  const Period days = days_of(plan);
  if (as_of < guideline.valid_from || days.end < guideline.valid_from) return false;
  return !guideline.valid_to || days.start <= *guideline.valid_to;
}

struct Judgement {
  std::vector<Finding> findings;
  std::vector<const Rule*> met;
};

Judgement judge(const CommitmentPlan& plan, const QualitySystem& system, Date as_of) {
  Judgement judgement;
  if (!is_in_force(system.guideline, plan, as_of)) return judgement;
  check_consistency(plan, system, as_of, judgement.findings);
  const auto is_commitment_plan = [&](const Id& id) {
    return std::any_of(system.guideline.documents.begin(), system.guideline.documents.end(),
                       [&](const Document& d) { return d.id == id && d.kind == DocumentKind::commitment_plan; });
  };
  for (const auto* rules : {&system.guideline.rules, &system.policy.rules}) {
    for (const Rule& rule : *rules) {
      if (!is_commitment_plan(rule.document)) continue;
      RuleContext context(rule, plan, system, as_of, judgement.findings);
      if (!context.applies()) continue;
      check_function(rule.check)(context);
      if (context.was_judged() && !context.is_broken()) judgement.met.push_back(&rule);
    }
  }
  return judgement;
}

/// A gap in the effect chain is said once: not where another rule has found that the same thing is missing.
void say_gaps_once(std::vector<Finding>& findings) {
  std::set<Text> said;
  for (const Finding& finding : findings)
    if (finding.code != effect_chain_gap) said.insert(finding.pointer);
  const auto is_said = [&](const Finding& f) { return f.code == effect_chain_gap && said.count(f.pointer) > 0; };
  findings.erase(std::remove_if(findings.begin(), findings.end(), is_said), findings.end());
}

bool lies_below(std::string_view pointer, std::string_view prefix) {
  return pointer.substr(0, prefix.size()) == prefix &&
         (pointer.size() == prefix.size() || pointer[prefix.size()] == '/');
}

void answer_by_deviations(std::vector<Finding>& findings, const std::vector<Deviation>& deviations, Date as_of) {
  for (Finding& finding : findings) {
    const auto answers = [&](const Deviation& deviation) {
      return finding.rule == deviation.rule.str() && lies_below(finding.pointer, deviation.pointer) &&
             as_of <= deviation.until && (!deviation.decided_on || *deviation.decided_on <= as_of);
    };
    const auto found = std::find_if(deviations.begin(), deviations.end(), answers);
    if (found != deviations.end()) finding.deviation = *found;
  }
}

Judgement judge_in_order(const CommitmentPlan& plan, const QualitySystem& system, Date as_of) {
  Judgement judgement = judge(plan, system, as_of);
  say_gaps_once(judgement.findings);
  sort_in_document_order(judgement.findings, type_info<CommitmentPlan>());
  answer_by_deviations(judgement.findings, plan.deviations, as_of);
  return judgement;
}

}  // namespace

std::vector<Finding> check(const CommitmentPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  return judge_in_order(plan, system, options.as_of).findings;
}

std::vector<Finding> check(const CommitmentPlan& plan, const Reading& reading, const QualitySystem& system,
                           const CheckOptions& options) {
  std::vector<Finding> findings = reading.findings;
  for (Finding& finding : check(plan, system, options)) {
    finding.place = reading.places.find(finding.pointer);
    findings.push_back(std::move(finding));
  }
  return findings;
}

Draft draft(const CommitmentPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  Judgement judgement = judge_in_order(plan, system, options.as_of);
  Draft view;
  for (const Rule* rule : judgement.met) view.done.push_back({Text(rule->id.str()), rule->title, {}, rule->basis});

  auto& findings = judgement.findings;
  findings.erase(
      std::remove_if(findings.begin(), findings.end(), [](const Finding& f) { return f.deviation.has_value(); }),
      findings.end());
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
  const std::size_t shown = std::min(findings.size(), static_cast<std::size_t>(system.policy.next_steps));
  for (std::size_t i = 0; i < shown; ++i)
    view.next.push_back({findings[i].rule, findings[i].hint, findings[i].pointer, findings[i].basis});
  view.later = static_cast<int>(findings.size() - shown);
  return view;
}

}  // namespace kvalitet
