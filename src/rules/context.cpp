#include "rules/context.hpp"

#include "base/blank.hpp"
#include "base/finding_list.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Whether the plan covers one of these school forms; a plan that names no forms may be of any.
bool covers_any(const CommitmentPlan& plan, const std::vector<SchoolForm>& forms) {
  bool any_form = false;
  for (const Unit& unit : plan.units)
    for (const SchoolForm form : unit.school_forms) {
      any_form = true;
      if (contains(forms, form)) return true;
    }
  return !any_form;
}

/// Whether the plan covers only these school forms, and at least one of them.
bool covers_only(const CommitmentPlan& plan, const std::vector<SchoolForm>& forms) {
  bool any_form = false;
  for (const Unit& unit : plan.units)
    for (const SchoolForm form : unit.school_forms) {
      any_form = true;
      if (!contains(forms, form)) return false;
    }
  return any_form;
}

Localised reference(const Basis& basis) {
  if (basis.citation) {
    const std::string at = basis.citation->section.str() + ", " + basis.citation->heading.str();
    return {Text("riktlinjen " + at), Text("the guideline, " + at)};
  }
  if (basis.origin == Origin::law) return {basis.reading, basis.reading};
  return {"lokal regel", "local rule"};
}

}  // namespace

RuleContext::RuleContext(const Rule& rule_, const CommitmentPlan& plan_, const QualitySystem& system_, Date as_of_,
                         std::vector<Finding>& findings)
    : rule(rule_), plan(plan_), system(system_), as_of(as_of_), findings_(findings) {
  severity_ = severity_of(rule.basis.modal.value_or(Modal::support));
  applies_ = severity_.has_value() && (rule.school_forms.empty() || covers_any(plan, rule.school_forms));
  for (const OpenQuestion& question : system.guideline.open_questions) {
    if (question.rule != rule.id || !covers_only(plan, question.school_forms)) continue;
    const auto& answers = system.policy.answers;
    const auto answer = std::find_if(answers.begin(), answers.end(),
                                     [&](const Answer& a) { return a.question == question.id; });
    if (answer == answers.end()) {
      open_question_ = &question;
      if (severity_) severity_ = Severity::advice;
    } else if (!answer->binds) {
      applies_ = false;
    }
  }
}

void RuleContext::report(std::string_view code, std::string pointer, Data data) {
  broken_ = true;
  const Localised ref = reference(rule.basis);
  data.emplace_back("ref_sv", ref.sv);
  data.emplace_back("ref_en", ref.en);
  Finding finding = make_finding(code, *severity_, Text(std::move(pointer)), std::move(data));
  finding.rule = Text(rule.id.str());
  finding.basis = rule.basis;
  if (open_question_ != nullptr) {
    const Localised open = render(message_template("check.open-question").message,
                                  {{"question_sv", open_question_->question.sv},
                                   {"question_en", open_question_->question.en}});
    finding.hint = {Text(finding.hint.sv.str() + " " + open.sv.str()), Text(finding.hint.en.str() + " " + open.en.str())};
  }
  findings_.push_back(std::move(finding));
}

Data where_area(const CommitmentPlan& plan, std::size_t area) {
  const std::string number = std::to_string(area + 1);
  const Text& title = plan.areas[area].title;
  const std::string named = is_blank(title) ? number : number + " (" + title.str() + ")";
  return {{"where_sv", Text("målområde " + named)}, {"where_en", Text("goal area " + named)}};
}

Data where_commitment(const CommitmentPlan& plan, std::size_t area, std::size_t commitment) {
  Data data = where_area(plan, area);
  const std::string number = std::to_string(commitment + 1);
  data[0].second = Text(std::get<Text>(data[0].second).str() + ", åtagande " + number);
  data[1].second = Text(std::get<Text>(data[1].second).str() + ", commitment " + number);
  return data;
}

}  // namespace kvalitet
