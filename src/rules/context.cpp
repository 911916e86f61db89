#include "rules/context.hpp"

#include "base/blank.hpp"
#include "base/finding_list.hpp"
#include "base/reference.hpp"
#include "base/words.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<SchoolForm> forms_of(const Case& judged) {
  std::vector<SchoolForm> forms;
  if (judged.units() == nullptr) return forms;
  for (const Unit& unit : *judged.units())
    for (const SchoolForm form : unit.school_forms)
      if (!contains(forms, form)) forms.push_back(form);
  return forms;
}

const Answer* answer_to(const OpenQuestion& question, const LocalPolicy& policy) {
  const auto& answers = policy.answers;
  const auto found =
      std::find_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.question == question.id; });
  return found == answers.end() ? nullptr : &*found;
}

}  // namespace

Localised reference(const Basis& basis) {
  if (basis.citation) return reference(*basis.citation);
  if (basis.origin == Origin::law) return in_both_languages(basis.reading);
  return {"lokal regel", "local rule"};
}

RuleContext::RuleContext(const Rule& rule_, const Case& judged, const QualitySystem& system_, Date as_of_,
                         std::vector<Finding>& findings)
    : rule(rule_), document(judged), system(system_), as_of(as_of_), findings_(findings) {
  severity_ = severity_of(rule.basis.modal.value_or(Modal::support));
  const std::vector<SchoolForm> forms = forms_of(document);
  bool bound = forms.empty();  // a document that names no forms may be of any
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
  data.emplace_back("the_sv", Text(document.name().sv));
  data.emplace_back("the_en", Text(document.name().en));
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

}  // namespace kvalitet
