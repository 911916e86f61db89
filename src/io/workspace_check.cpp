// What is to be said of all that a workspace holds.
#include "kvalitet/io/workspace.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/base/type_info.hpp"
#include "status/register.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace kvalitet {
namespace {

/// One document in two formats has been told of when it was read.
std::string_view without_extension(const Text& file) {
  const std::string_view name = file;
  return name.substr(0, name.rfind('.'));
}

class Checked {
 public:
  Checked(const Workspace& workspace, const CheckOptions& options)
      : workspace_(workspace), options_(options), units_(workspace.municipality), findings_(workspace.findings) {}

  std::vector<FileFinding> take() {
    const FiledDocuments& documents = workspace_.documents;
    for (Finding& finding : check(workspace_.municipality, workspace_.system, options_))
      findings_.push_back({"municipality.json", std::move(finding)});
    for (const auto& filed : documents.plans) judge(filed, filed.read.value);
    for (const auto& filed : documents.reports) judge(filed, filed.read.value, plan_of(filed.read.value));
    for (const auto& filed : documents.operational_plans) judge(filed, filed.read.value);
    for (const auto& filed : documents.operational_reports) judge(filed, filed.read.value, plan_of(filed.read.value));
    for (const auto& filed : documents.assessments) judge(filed, filed.read.value);
    for (const auto& filed : documents.sessions) judge(filed, filed.read.value);
    for (const auto& filed : documents.matters) judge(filed, filed.read.value);
    for (const auto& filed : documents.measures) judge(filed, filed.read.value);
    for (const auto& filed : documents.deviations) judge(filed, filed.read.value);
    for (const auto& filed : documents.surveys) judge_survey(filed, check(filed.read.value));
    for (const auto& filed : documents.instruments) judge_survey(filed, check(filed.read.value));
    for (const auto& filed : documents.survey_counts) judge_counts(filed);
    each_once(documents.plans);
    each_once(documents.reports);
    each_once(documents.operational_plans);
    each_once(documents.operational_reports);
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const FileFinding& a, const FileFinding& b) { return a.file < b.file; });
    return std::move(findings_);
  }

 private:
  /// By the rules, and by what the municipality has.
  template <class Document, class... Plan>
  void judge(const Filed<Document>& filed, const Document& document, const Plan*... plan) {
    std::vector<Finding> found = check(document, workspace_.system, options_, plan...);
    const std::size_t of_rules = found.size();
    look_up(found, document);
    std::vector<Finding> more(found.begin() + static_cast<std::ptrdiff_t>(of_rules), found.end());
    say_where(more, type_info<Document>(), &document);
    std::move(more.begin(), more.end(), found.begin() + static_cast<std::ptrdiff_t>(of_rules));
    for (Finding& finding : found) {
      finding.place = filed.read.reading.places.find(finding.pointer);
      findings_.push_back({filed.file, std::move(finding)});
    }
  }

  /// What is wrong with a file of a survey, and units in it that the municipality does not have.
  template <class T>
  void judge_survey(const Filed<T>& filed, std::vector<Finding> found) {
    if constexpr (std::is_same_v<T, SurveyRegister>) {
      std::vector<Finding> more;
      const std::vector<SurveyLink>& links = filed.read.value.links;
      for (std::size_t i = 0; i < links.size(); ++i)
        if (!units_.find(links[i].unit))
          more.push_back(make_finding("workspace.unknown-unit", Severity::warning,
                                      Text(make_pointer("", "links", i, "unit")),
                                      {{"name", Text(links[i].unit.str())}}));
      say_where(more, type_info<T>(), &filed.read.value);
      std::move(more.begin(), more.end(), std::back_inserter(found));
    }
    for (Finding& finding : found) {
      finding.place = filed.read.reading.places.find(finding.pointer);
      findings_.push_back({filed.file, std::move(finding)});
    }
  }

  /// Counts against the instrument that they are of, in its version.
  void judge_counts(const Filed<SurveyCounts>& filed) {
    const SurveyCounts& counts = filed.read.value;
    for (const auto& instrument : workspace_.documents.instruments)
      if (instrument.read.value.id == counts.instrument && instrument.read.value.version == counts.version)
        return judge_survey(filed, check(counts, instrument.read.value));
    findings_.push_back(
        {filed.file, make_finding("workspace.no-instrument", Severity::warning, "/instrument",
                                  {{"instrument", Text(counts.instrument.str())}, {"version", counts.version}})});
  }

  template <class Document>
  void look_up(std::vector<Finding>& found, const Document& document) const {
    if constexpr (requires { document.school_year; }) {
      const Date first = days_of(document.school_year).start;
      for (std::size_t u = 0; u < document.units.size(); ++u)
        if (!units_.find(document.units[u], first))
          found.push_back(make_finding(
              "workspace.unknown-unit", Severity::warning, Text(make_pointer("", "units", u)),
              {{"name", document.units[u].name.empty() ? Text(document.units[u].id.str()) : document.units[u].name}}));
      const auto& principals = workspace_.municipality.principals;
      if (!document.principal.empty() && std::none_of(principals.begin(), principals.end(), [&](const Principal& one) {
            return Register::is_called(one, document.principal);
          }))
        found.push_back(make_finding("workspace.unknown-principal", Severity::warning, "/principal",
                                     {{"name", document.principal}}));
    } else if constexpr (requires { document.measures; }) {
      for (std::size_t m = 0; m < document.measures.size(); ++m)
        look_up_ids(found, document.measures[m].units, make_pointer("", "measures", m, "units"));
    } else if constexpr (std::is_same_v<Document, Deviations>) {
      for (std::size_t d = 0; d < document.deviations.size(); ++d)
        look_up_ids(found, document.deviations[d].units, make_pointer("", "deviations", d, "units"));
    }
  }

  void look_up_ids(std::vector<Finding>& found, const std::vector<Id>& ids, const std::string& pointer) const {
    for (std::size_t u = 0; u < ids.size(); ++u)
      if (!units_.find(ids[u]))
        found.push_back(make_finding("workspace.unknown-unit", Severity::warning, Text(make_pointer(pointer, u)),
                                     {{"name", Text(ids[u].str())}}));
  }

  /// The plan that a report follows: of the same year, by the same principal or for one of its units.
  [[nodiscard]] const CommitmentPlan* plan_of(const SchoolYearReport& report) const {
    const CommitmentPlan* of_unit = nullptr;
    for (const auto& filed : workspace_.documents.plans) {
      const CommitmentPlan& plan = filed.read.value;
      if (plan.school_year != report.school_year) continue;
      if (!report.principal.empty() && folded_title(plan.principal) == folded_title(report.principal)) return &plan;
      const bool shares = std::any_of(plan.units.begin(), plan.units.end(), [&](const Unit& unit) {
        return std::any_of(report.units.begin(), report.units.end(),
                           [&](const Unit& other) { return other.id == unit.id; });
      });
      if (shares && of_unit == nullptr) of_unit = &plan;
    }
    return of_unit;
  }
  [[nodiscard]] const OperationalPlan* plan_of(const OperationalReport& report) const {
    for (const auto& filed : workspace_.documents.operational_plans)
      if (filed.read.value.year == report.year) return &filed.read.value;
    return nullptr;
  }

  /// Two documents of one kind for the same unit and year: most often a copy that was forgotten.
  template <class Document>
  void each_once(const std::vector<Filed<Document>>& documents) {
    std::map<std::pair<int, std::size_t>, const Text*> first;
    for (const auto& filed : documents) {
      const Document& document = filed.read.value;
      std::vector<std::size_t> units;
      int year = 0;
      if constexpr (requires { document.school_year; }) {
        year = document.school_year.start_year;
        for (const Unit& unit : document.units)
          if (const auto index = units_.find(unit, days_of(document.school_year).start)) units.push_back(*index);
      } else {
        year = document.year.year;
        units.push_back(0);  // one for all
      }
      for (const std::size_t unit : units) {
        const auto [earlier, is_new] = first.try_emplace({year, unit}, &filed.file);
        if (is_new || without_extension(*earlier->second) == without_extension(filed.file)) continue;
        findings_.push_back(
            {filed.file, make_finding("workspace.twice", Severity::warning, {}, {{"other", *earlier->second}})});
        break;
      }
    }
  }

  const Workspace& workspace_;
  const CheckOptions& options_;
  const Register units_;
  std::vector<FileFinding> findings_;
};

}  // namespace

std::vector<FileFinding> check(const Workspace& workspace, const CheckOptions& options) {
  return Checked(workspace, options).take();
}

}  // namespace kvalitet
