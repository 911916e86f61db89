#include "rules/context.hpp"

#include "base/blank.hpp"
#include "base/finding_list.hpp"
#include "base/reference.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<SchoolForm> forms_of(const CommitmentPlan& plan) {
  std::vector<SchoolForm> forms;
  for (const Unit& unit : plan.units)
    for (const SchoolForm form : unit.school_forms)
      if (!contains(forms, form)) forms.push_back(form);
  return forms;
}

Localised reference(const Basis& basis) {
  if (basis.citation) return reference(*basis.citation);
  if (basis.origin == Origin::law) return {basis.reading, basis.reading};
  return {"lokal regel", "local rule"};
}

const Answer* answer_to(const OpenQuestion& question, const LocalPolicy& policy) {
  const auto& answers = policy.answers;
  const auto found =
      std::find_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.question == question.id; });
  return found == answers.end() ? nullptr : &*found;
}

}  // namespace

RuleContext::RuleContext(const Rule& rule_, const CommitmentPlan& plan_, const QualitySystem& system_, Date as_of_,
                         std::vector<Finding>& findings)
    : rule(rule_), plan(plan_), system(system_), as_of(as_of_), findings_(findings) {
  severity_ = severity_of(rule.basis.modal.value_or(Modal::support));
  const std::vector<SchoolForm> forms = forms_of(plan);
  bool bound = forms.empty();  // a plan that names no forms may be of any
  for (const SchoolForm form : forms) {
    if (!rule.school_forms.empty() && !contains(rule.school_forms, form)) continue;
    std::vector<const OpenQuestion*> open;
    bool exempt = false;
    for (const OpenQuestion& question : system.guideline.open_questions) {
      if (question.rule != rule.id || !contains(question.school_forms, form)) continue;
      const Answer* const answer = answer_to(question, system.policy);
      if (answer == nullptr) open.push_back(&question);
      exempt = exempt || (answer != nullptr && !answer->binds);
    }
    if (exempt) continue;
    bound = bound || open.empty();
    for (const OpenQuestion* const question : open)
      if (!contains(open_questions_, question)) open_questions_.push_back(question);
  }
  if (bound) open_questions_.clear();
  if (!open_questions_.empty() && severity_) severity_ = Severity::advice;
  applies_ = severity_.has_value() && (bound || !open_questions_.empty());
}

void RuleContext::report(std::string_view code, std::string pointer, Data data) {
  broken_ = true;
  const Localised ref = reference(rule.basis);
  data.emplace_back("ref_sv", ref.sv);
  data.emplace_back("ref_en", ref.en);
  Finding finding = make_finding(code, *severity_, Text(std::move(pointer)), std::move(data));
  finding.rule = Text(rule.id.str());
  finding.basis = rule.basis;
  for (const OpenQuestion* const question : open_questions_) {
    const Localised open = render(message_template("check.open-question").message,
                                  {{"question_sv", question->question.sv}, {"question_en", question->question.en}});
    finding.hint = {Text(finding.hint.sv.str() + " " + open.sv.str()),
                    Text(finding.hint.en.str() + " " + open.en.str())};
  }
  findings_.push_back(std::move(finding));
}

Data where_area(const CommitmentPlan& plan, std::size_t area) {
  const Text& title = plan.areas[area].title;
  const std::string number = std::to_string(area + 1);
  if (is_blank(title)) return {{"where_sv", Text("målområde " + number)}, {"where_en", Text("goal area " + number)}};
  return {{"where_sv", Text("målområdet " + title.str())}, {"where_en", Text("the goal area " + title.str())}};
}

Data where_commitment(const CommitmentPlan& plan, std::size_t area, std::size_t commitment) {
  Data data = where_area(plan, area);
  const std::string number = std::to_string(commitment + 1);
  data[0].second = Text("åtagande " + number + " i " + std::get<Text>(data[0].second).str());
  data[1].second = Text("commitment " + number + " in " + std::get<Text>(data[1].second).str());
  return data;
}

}  // namespace kvalitet
