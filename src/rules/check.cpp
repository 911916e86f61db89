#include "kvalitet/rules/check.hpp"

#include "base/document_order.hpp"
#include "base/finding_list.hpp"
#include "rules/consistency.hpp"
#include "rules/context.hpp"
#include "rules/decided.hpp"
#include "rules/municipality_case.hpp"
#include "rules/operational_case.hpp"
#include "rules/organiser_cases.hpp"
#include "rules/plan_case.hpp"
#include "rules/report_case.hpp"
#include "rules/session_case.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kvalitet {
namespace {

/// Whether the guideline has anything to say about this document on this day: nothing that is about a time before the
/// guideline was valid, or after, is judged by it.
bool is_in_force(const Guideline& guideline, const Case& judged, Date as_of) {
  const Date first = judged.first_day().value_or(as_of);
  return guideline.valid_from <= as_of && guideline.valid_from <= first &&
         (!guideline.valid_to || first <= *guideline.valid_to);
}

struct Judgement {
  std::vector<Finding> findings;
  std::vector<const Rule*> met;
};

Judgement judge(const Case& judged, const QualitySystem& system, Date as_of) {
  Judgement judgement;
  if (!is_in_force(system.guideline, judged, as_of)) return judgement;
  Consistency consistency(system, as_of, judgement.findings);
  judged.check_consistency(consistency);
  consistency.deviations(judged.deviations());
  std::vector<std::string_view> documents;  // of the guideline that are of this kind; most often one
  for (const Document& document : system.guideline.documents)
    if (document.kind == judged.kind()) documents.emplace_back(document.id);
  for (const auto* rules : {&system.guideline.rules, &system.policy.rules}) {
    for (const Rule& rule : *rules) {
      if (std::find(documents.begin(), documents.end(), rule.document.str()) == documents.end()) continue;
      RuleContext context(rule, judged, system, as_of, judgement.findings);
      if (!context.applies()) continue;
      judged.carry_out(context);
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

Judgement judge_in_order(const Case& judged, const QualitySystem& system, Date as_of) {
  Judgement judgement = judge(judged, system, as_of);
  say_gaps_once(judgement.findings);
  sort_in_document_order(judgement.findings, judged.type());
  say_where(judgement.findings, judged.type(), judged.document());
  answer_by_deviations(judgement.findings, judged.deviations(), as_of);
  return judgement;
}

std::vector<Finding> check_case(const Case& judged, const QualitySystem& system, const CheckOptions& options) {
  return judge_in_order(judged, system, options.as_of).findings;
}

Draft draft_of(const Case& judged, const QualitySystem& system, const CheckOptions& options) {
  Judgement judgement = judge_in_order(judged, system, options.as_of);
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

}  // namespace

std::vector<Finding> check(const CommitmentPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  return check_case(PlanCase(plan), system, options);
}
std::vector<Finding> check(const SchoolYearReport& report, const QualitySystem& system, const CheckOptions& options,
                           const CommitmentPlan* plan) {
  return check_case(ReportCase(report, plan), system, options);
}
std::vector<Finding> check(const OperationalPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  return check_case(OperationalPlanCase(plan), system, options);
}
std::vector<Finding> check(const OperationalReport& report, const QualitySystem& system, const CheckOptions& options,
                           const OperationalPlan* plan) {
  return check_case(OperationalReportCase(report, plan), system, options);
}
std::vector<Finding> check(const ImpactAssessment& assessment, const QualitySystem& system,
                           const CheckOptions& options) {
  return check_case(AssessmentCase(assessment), system, options);
}
std::vector<Finding> check(const Matters& matters, const QualitySystem& system, const CheckOptions& options) {
  return check_case(MattersCase(matters), system, options);
}
std::vector<Finding> check(const Measures& measures, const QualitySystem& system, const CheckOptions& options) {
  return check_case(MeasuresCase(measures), system, options);
}
std::vector<Finding> check(const DialogueSession& session, const QualitySystem& system, const CheckOptions& options) {
  return check_case(SessionCase(session), system, options);
}

std::vector<Finding> check(const Deviations& deviations, const QualitySystem& system, const CheckOptions& options) {
  return check_case(DeviationsCase(deviations), system, options);
}
std::vector<Finding> check(const Municipality& municipality, const QualitySystem& system, const CheckOptions& options) {
  return check_case(MunicipalityCase(municipality), system, options);
}

std::vector<Finding> after_reading(const Reading& reading, std::vector<Finding> checked) {
  std::vector<Finding> findings = reading.findings;
  for (Finding& finding : checked) {
    finding.place = reading.places.find(finding.pointer);
    findings.push_back(std::move(finding));
  }
  return findings;
}

Draft draft(const CommitmentPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(PlanCase(plan), system, options);
}
Draft draft(const SchoolYearReport& report, const QualitySystem& system, const CheckOptions& options,
            const CommitmentPlan* plan) {
  return draft_of(ReportCase(report, plan), system, options);
}
Draft draft(const OperationalPlan& plan, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(OperationalPlanCase(plan), system, options);
}
Draft draft(const OperationalReport& report, const QualitySystem& system, const CheckOptions& options,
            const OperationalPlan* plan) {
  return draft_of(OperationalReportCase(report, plan), system, options);
}
Draft draft(const ImpactAssessment& assessment, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(AssessmentCase(assessment), system, options);
}
Draft draft(const Matters& matters, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(MattersCase(matters), system, options);
}
Draft draft(const Measures& measures, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(MeasuresCase(measures), system, options);
}
Draft draft(const DialogueSession& session, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(SessionCase(session), system, options);
}
Draft draft(const Deviations& deviations, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(DeviationsCase(deviations), system, options);
}
Draft draft(const Municipality& municipality, const QualitySystem& system, const CheckOptions& options) {
  return draft_of(MunicipalityCase(municipality), system, options);
}

}  // namespace kvalitet
