// Pairs of a document and what is found in it, for every rule: tests/fixtures/rules/<system>/<rule>/<case>.json and
// .expected, and for a report that is judged beside its plan .plan. The first line of .expected says on which day the
// document is judged. KVALITET_ACCEPT=1 renews what follows it.
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/rules/check.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>

using namespace kvalitet;
using namespace kvalitet::tests;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> systems{"vetlanda-2024", "vetlanda-local", "svedala"};
const fs::path folder = fixtures / "rules";

std::string_view word(Severity severity) {
  const TypeInfo& type = type_info<Severity>();
  return type.choices[type.choice(&severity)].key;
}

std::string shown(const Citation& citation) {
  return citation.paraphrase ? "(i sammandrag) " + citation.quote.str() : "”" + citation.quote.str() + "”";
}

std::string written(const Finding& finding) {
  std::string text(word(finding.severity));
  for (const Text& part : {finding.rule, finding.code, finding.pointer}) text += " " + part.str();
  text += "\n  @ " + finding.where.sv.str() + " | " + finding.where.en.str();
  for (const Text& part : {finding.message.sv, finding.message.en, finding.hint.sv}) text += "\n  | " + part.str();
  if (finding.basis && finding.basis->citation) text += "\n  | " + shown(*finding.basis->citation);
  if (finding.deviation)
    text +=
        "\n  | avvikelse till och med " + to_string(finding.deviation->until) + ": " + finding.deviation->reason.str();
  return text + "\n";
}

template <class Document>
std::vector<Finding> found(const std::string& text, const QualitySystem& system, const CheckOptions& options) {
  Read<Document> read;
  read.reading = read_json(type_info<Document>(), &read.value, text);
  return check(read, system, options);
}

template <class Report, class Plan>
std::vector<Finding> found_beside(const std::string& text, const fs::path& plan_file, const QualitySystem& system,
                                  const CheckOptions& options) {
  Read<Report> read;
  read.reading = read_json(type_info<Report>(), &read.value, text);
  if (!fs::exists(plan_file)) return check(read, system, options);
  Plan plan;
  CHECK(read_json(type_info<Plan>(), &plan, text_of(plan_file)).findings.empty());
  return check(read, system, options, &plan);
}

std::vector<Finding> found(DocumentKind kind, const fs::path& file, const QualitySystem& system,
                           const CheckOptions& options) {
  const std::string text = text_of(file);
  fs::path plan = file;
  plan.replace_extension(".plan");
  switch (kind) {
    case DocumentKind::commitment_plan: return found<CommitmentPlan>(text, system, options);
    case DocumentKind::school_year_report:
      return found_beside<SchoolYearReport, CommitmentPlan>(text, plan, system, options);
    case DocumentKind::operational_plan: return found<OperationalPlan>(text, system, options);
    case DocumentKind::operational_report:
      return found_beside<OperationalReport, OperationalPlan>(text, plan, system, options);
    case DocumentKind::impact_assessment: return found<ImpactAssessment>(text, system, options);
    case DocumentKind::matters: return found<Matters>(text, system, options);
    case DocumentKind::measures: return found<Measures>(text, system, options);
    case DocumentKind::dialogue_session: return found<DialogueSession>(text, system, options);
    case DocumentKind::deviations:
    case DocumentKind::other: break;
  }
  throw std::runtime_error("nothing judges " + file.string());
}

/// Of the document that the rule of a folder judges.
DocumentKind kind_of(const fs::path& rule_folder, const QualitySystem& system) {
  for (const auto* rules : {&system.guideline.rules, &system.policy.rules})
    for (const Rule& rule : *rules)
      for (const Document& document : system.guideline.documents)
        if (rule.id == rule_folder.filename().string() && document.id == rule.document) return document.kind;
  throw std::runtime_error("no such rule: " + rule_folder.string());
}

struct Case {
  std::string name;      ///< pass, fail, borderline, or one of them with more words
  std::string expected;  ///< as it stands in the file
  std::string found;     ///< what it would be now
  std::vector<Finding> findings;
};

/// `as_of 2026-10-15`
Date judged_on(const std::string& expected) {
  const std::string key = "as_of ";
  const auto date = parse_date(expected.substr(0, expected.find('\n')).substr(std::min(key.size(), expected.size())));
  if (expected.rfind(key, 0) != 0 || !date) throw std::runtime_error("no day: " + expected);
  return *date;
}

std::vector<Case> cases(const fs::path& rule, const QualitySystem& system) {
  std::vector<Case> all;
  for (const fs::directory_entry& entry : fs::directory_iterator(rule)) {
    if (entry.path().extension() != ".json") continue;
    fs::path expected = entry.path();
    expected.replace_extension(".expected");
    INFO(entry.path().string());
    Case pair;
    pair.name = entry.path().stem().string();
    pair.expected = text_of(expected);
    const Date day = judged_on(pair.expected);
    pair.findings = found(kind_of(rule, system), entry.path(), system, {day});
    pair.found = "as_of " + to_string(day) + "\n";
    for (const Finding& finding : pair.findings) pair.found += "\n" + written(finding);
    if (std::getenv("KVALITET_ACCEPT") != nullptr && pair.found != pair.expected) {
      std::ofstream(expected, std::ios::binary) << pair.found;
      pair.expected = pair.found;
    }
    all.push_back(std::move(pair));
  }
  return all;
}

bool is_named(const std::string& name, const std::string& kind) {
  return name == kind || name.rfind(kind + "-", 0) == 0;
}

std::vector<Rule> rules_of(const std::string& name) {
  const QualitySystem system = system_of(name);
  std::vector<Rule> rules = system.policy.rules;
  if (name != "vetlanda-local") rules.insert(rules.end(), system.guideline.rules.begin(), system.guideline.rules.end());
  return rules;
}

}  // namespace

TEST_CASE("what is found in the documents of the fixtures", "[rules]") {
  for (const std::string& name : systems) {
    const QualitySystem system = system_of(name);
    for (const fs::directory_entry& rule : fs::directory_iterator(folder / name))
      for (const Case& pair : cases(rule.path(), system)) {
        INFO(name << "/" << rule.path().filename().string() << "/" << pair.name);
        CHECK(pair.found == pair.expected);
      }
  }
}

TEST_CASE("each rule has documents that pass, fail and lie on the border", "[rules]") {
  for (const std::string& name : systems) {
    const QualitySystem system = system_of(name);
    for (const Rule& rule : rules_of(name)) {
      INFO(name << "/" << rule.id.str());
      const bool permission = rule.basis.modal == Modal::may;  // which nothing can break
      std::map<std::string, int> kinds;
      const auto look = [&](const std::string& owner, const QualitySystem& judging) {
        for (const Case& pair : cases(folder / owner / rule.id.str(), judging)) {
          INFO(owner << "/" << pair.name);
          const bool found = std::any_of(pair.findings.begin(), pair.findings.end(),
                                         [&](const Finding& finding) { return finding.rule == rule.id.str(); });
          for (const std::string kind : {"pass", "fail", "borderline"})
            kinds[kind] += is_named(pair.name, kind) ? 1 : 0;
          if (is_named(pair.name, "pass")) CHECK_FALSE(found);
          if (is_named(pair.name, "fail")) CHECK(found);
          if (permission) CHECK_FALSE(found);
        }
      };
      look(name, system);
      // Some rules of the guideline can only be broken once a policy has said more.
      const std::string with_policy = "vetlanda-local";
      if (name == "vetlanda-2024" && fs::exists(folder / with_policy / rule.id.str()))
        look(with_policy, system_of(with_policy));
      CHECK(kinds["pass"] > 0);
      CHECK((kinds["fail"] > 0) != permission);
      CHECK(kinds["borderline"] > 0);
    }
  }
}

TEST_CASE("every guideline with rules is among the fixtures", "[rules]") {
  for (const std::string& name : five_systems()) {
    const QualitySystem system = system_of(name);
    const bool any_rule = !system.guideline.rules.empty() || !system.policy.rules.empty();
    INFO(name);
    CHECK(any_rule == (std::find(systems.begin(), systems.end(), name) != systems.end()));
  }
}
