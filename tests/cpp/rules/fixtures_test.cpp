// Pairs of a plan and what is found in it, for every rule: tests/fixtures/rules/<system>/<rule>/<case>.json, .expected.
// The first line of .expected says on which day the plan is judged. KVALITET_ACCEPT=1 renews what follows it.
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
    const Read<CommitmentPlan> plan = read_commitment_plan(text_of(entry.path()));
    pair.findings = check(plan, system, {day});
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

TEST_CASE("what is found in the plans of the fixtures", "[rules]") {
  for (const std::string& name : systems) {
    const QualitySystem system = system_of(name);
    for (const fs::directory_entry& rule : fs::directory_iterator(folder / name))
      for (const Case& pair : cases(rule.path(), system)) {
        INFO(name << "/" << rule.path().filename().string() << "/" << pair.name);
        CHECK(pair.found == pair.expected);
      }
  }
}

TEST_CASE("each rule has plans that pass, fail and lie on the border", "[rules]") {
  for (const std::string& name : systems) {
    const QualitySystem system = system_of(name);
    for (const Rule& rule : rules_of(name)) {
      INFO(name << "/" << rule.id.str());
      const bool permission = rule.basis.modal == Modal::may;  // which nothing can break
      std::map<std::string, int> kinds;
      for (const Case& pair : cases(folder / name / rule.id.str(), system)) {
        INFO(pair.name);
        const bool found = std::any_of(pair.findings.begin(), pair.findings.end(),
                                       [&](const Finding& finding) { return finding.rule == rule.id.str(); });
        for (const std::string kind : {"pass", "fail", "borderline"}) kinds[kind] += is_named(pair.name, kind) ? 1 : 0;
        if (is_named(pair.name, "pass")) CHECK_FALSE(found);
        if (is_named(pair.name, "fail")) CHECK(found);
        if (permission) CHECK_FALSE(found);
      }
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
