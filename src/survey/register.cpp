#include "kvalitet/survey/register.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "kvalitet/base/type_info.hpp"

#include <set>
#include <tuple>

namespace kvalitet {

std::vector<Finding> check(const SurveyRegister& surveys) {
  std::vector<Finding> findings;
  const auto add = [&](std::string_view code, Severity severity, std::string pointer, Data data) {
    findings.push_back(make_finding(code, severity, Text(std::move(pointer)), std::move(data)));
  };
  std::set<std::tuple<Id, Text, Id>> known;
  for (std::size_t i = 0; i < surveys.links.size(); ++i) {
    const SurveyLink& link = surveys.links[i];
    if (link.given_on && link.passed_on && *link.passed_on < *link.given_on)
      add("survey.passed-on-before-given", Severity::error, make_pointer("", "links", i, "passed_on"),
          {{"passed_on", Text(to_string(*link.passed_on))}, {"given_on", Text(to_string(*link.given_on))}});
    if (!known.emplace(link.survey, link.round, link.unit).second)
      add("survey.link-twice", Severity::warning, make_pointer("", "links", i),
          {{"unit", Text(link.unit.str())}, {"round", link.round}});
  }
  for (std::size_t i = 0; i < surveys.raw_answers.size(); ++i) {
    const RawAnswers& raw = surveys.raw_answers[i];
    if (!raw.erase_by && !raw.erased_on)
      add("survey.no-day-of-erasure", Severity::error, make_pointer("", "raw_answers", i), {{"file", raw.file}});
    if (raw.read_on && raw.erased_on && *raw.erased_on < *raw.read_on)
      add("survey.erased-before-read", Severity::error, make_pointer("", "raw_answers", i, "erased_on"),
          {{"erased_on", Text(to_string(*raw.erased_on))}, {"read_on", Text(to_string(*raw.read_on))}});
  }
  say_where(findings, type_info<SurveyRegister>(), &surveys);
  return findings;
}

}  // namespace kvalitet
