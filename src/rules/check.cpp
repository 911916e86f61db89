#include "kvalitet/rules/check.hpp"

#include "base/blank.hpp"
#include "base/document_order.hpp"
#include "base/finding_list.hpp"
#include "kvalitet/base/type_info.hpp"
#include "rules/catalogue.hpp"
#include "rules/plan_consistency.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kvalitet {
namespace {

/// Whether the guideline has anything to say about this plan on this day.
bool is_in_force(const Guideline& guideline, const CommitmentPlan& plan, Date as_of) {
  const Date first = days_of(plan).start;
  return guideline.valid_from <= as_of && guideline.valid_from <= first &&
         (!guideline.valid_to || first <= *guideline.valid_to);
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

/// A decision that says who took it and why, and that holds on the day.
bool is_in_force(const Deviation& deviation, Date as_of) {
  return !is_blank(deviation.decided_by) && !is_blank(deviation.reason) && as_of <= deviation.until &&
         (!deviation.decided_on || *deviation.decided_on <= as_of);
}

/// The first decision about a finding's rule at its place or around it answers it.
void answer_by_deviations(std::vector<Finding>& findings, const std::vector<Deviation>& deviations, Date as_of) {
  std::map<std::pair<std::string_view, std::string_view>, const Deviation*> decisions;
  for (const Deviation& deviation : deviations)
    if (is_in_force(deviation, as_of))
      decisions.emplace(std::pair<std::string_view, std::string_view>(deviation.rule, deviation.pointer), &deviation);
  for (Finding& finding : findings) {
    const std::string_view pointer = finding.pointer;
    const Deviation* first = nullptr;
    for (std::size_t end = pointer.find('/');; end = pointer.find('/', end + 1)) {
      const auto found = decisions.find({finding.rule, pointer.substr(0, end)});
      if (found != decisions.end() && (first == nullptr || found->second < first)) first = found->second;
      if (end == std::string_view::npos) break;
    }
    if (first != nullptr) finding.deviation = *first;
  }
}

Judgement judge_in_order(const CommitmentPlan& plan, const QualitySystem& system, Date as_of) {
  Judgement judgement = judge(plan, system, as_of);
  say_gaps_once(judgement.findings);
  sort_in_document_order(judgement.findings, type_info<CommitmentPlan>());
  say_where(judgement.findings, type_info<CommitmentPlan>(), &plan);
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
