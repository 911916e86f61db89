#include "kvalitet/io/sarif.hpp"
#include "kvalitet/base/version.hpp"
#include "kvalitet/rules/check.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace kvalitet;
using namespace kvalitet::tests;
using nlohmann::json;

namespace {

const std::filesystem::path examples = std::filesystem::path(KVALITET_SOURCE_DIR) / "examples" / "plans";

CheckedFile checked(const std::string& name, const QualitySystem& system) {
  const auto plan = read_commitment_plan(text_of(examples / name));
  return {Text("examples/plans/" + name), check(plan, system, {Date(2026, 10, 15)})};
}

json run_of(const std::vector<CheckedFile>& files, const SarifOptions& options = {}) {
  return json::parse(to_sarif(files, options)).at("runs").at(0);
}

Finding finding(Text message, Text hint = {}) {
  Finding finding;
  finding.rule = "a-rule";
  finding.message = {std::move(message), {}};
  finding.hint = {std::move(hint), {}};
  return finding;
}

}  // namespace

TEST_CASE("the log of a flawed plan", "[sarif]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  std::string log = to_sarif({checked("flawed.json", system)}, {.system = &system});
  const std::string own_version = "\"" + std::string(version()) + "\"";  // which the next one need not renew
  log.replace(log.find(own_version), own_version.size(), "\"0.0.0\"");
  const auto path = fixtures / "sarif" / "flawed.sarif";
  if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << log;
  CHECK(log == text_of(path));
}

TEST_CASE("each finding is a result of its rule, in order", "[sarif]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const CheckedFile file = checked("flawed.json", system);
  const json run = run_of({file}, {Language::en, &system});
  const json& rules = run.at("tool").at("driver").at("rules");
  REQUIRE(run.at("results").size() == file.findings.size());
  for (std::size_t i = 0; i < file.findings.size(); ++i) {
    const Finding& found = file.findings[i];
    const json& result = run.at("results").at(i);
    CHECK(result.at("ruleId") == found.rule.str());
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == found.rule.str());
    CHECK(result.at("message").at("text").get<std::string>().find(found.message.en.str()) == 0);
    const json& location = result.at("locations").at(0);
    CHECK(location.at("physicalLocation").at("region").at("startLine") == found.place->line);
    CHECK(location.at("physicalLocation").at("region").at("startColumn") == found.place->column);
    CHECK(location.at("logicalLocations").at(0).at("fullyQualifiedName") == found.pointer.str());
    CHECK(location.at("logicalLocations").at(0).at("name") == found.where.en.str());
  }
  CHECK(run.at("language") == "en");
  CHECK(run.at("tool").at("driver").at("version") == version());
}

TEST_CASE("a rule is told of by its title and by the sentence it rests on", "[sarif]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const CheckedFile file = checked("flawed.json", system);
  const auto rule = [&](const SarifOptions& options) {
    const json run = run_of({file}, options);
    for (const json& one : run.at("tool").at("driver").at("rules"))
      if (one.at("id") == "at-most-three-more") return one;
    return json();
  };
  const json told = rule({.system = &system});
  CHECK(told.at("shortDescription").at("text") == "Högst tre övergripande målområden prioriteras utöver Kunskaper.");
  CHECK(told.at("help").at("text").get<std::string>().find(
            "”Utöver det ska inte antal prioriterade övergripande målområden överstiga tre målområden.”\n"
            "Riktlinjen, avsnitt 5, Åtagandeplanen\nTolkning: ") == 0);
  CHECK(told.at("defaultConfiguration").at("level") == "error");
  const json without_title = rule({});
  CHECK(without_title.at("shortDescription").at("text") ==
        "Planen har … prioriterade målområden…, men får ha högst … (…).");
  CHECK(without_title.at("help") == told.at("help"));
}

TEST_CASE("how serious a finding is", "[sarif]") {
  CheckedFile file;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::advice}) {
    file.findings.push_back(finding("x"));
    file.findings.back().severity = severity;
  }
  const json results = run_of({file}).at("results");
  CHECK(results.at(0).at("level") == "error");
  CHECK(results.at(1).at("level") == "warning");
  CHECK(results.at(2).at("level") == "note");
}

TEST_CASE("what a deviation answers is suppressed, and nothing else", "[sarif]") {
  CheckedFile file{"plan.json", {finding("Ett"), finding("Två")}};
  Deviation deviation;
  deviation.decided_by = "Skolchefen";
  deviation.reason = "Två skolor blir en.";
  deviation.until = Date(2027, 6, 30);
  file.findings[1].deviation = deviation;
  const json results = run_of({file}).at("results");
  CHECK(results.at(0).at("suppressions") == json::array());
  CHECK(results.at(1).at("suppressions") ==
        json::array(
            {{{"kind", "external"},
              {"status", "accepted"},
              {"justification", "Beslutad avvikelse till och med 2027-06-30, Skolchefen: Två skolor blir en."}}}));
  const json english = run_of({file}, {Language::en, nullptr}).at("results").at(1);
  CHECK(english.at("suppressions").at(0).at("justification") ==
        "Decided deviation until 2027-06-30, Skolchefen: Två skolor blir en.");
}

TEST_CASE("several files are one run; one without findings is there too, and none twice", "[sarif]") {
  const std::vector<CheckedFile> files{
      {"b.json", {finding("Ett")}}, {"/srv/a.json", {}}, {"./b.json", {finding("Två")}}};
  const json run = run_of(files);
  CHECK(run.at("artifacts").size() == 2);
  CHECK(run.at("artifacts").at(0).at("location") == json{{"uri", "b.json"}, {"uriBaseId", "%SRCROOT%"}, {"index", 0}});
  CHECK(run.at("artifacts").at(1).at("location") == json{{"uri", "file:///srv/a.json"}, {"index", 1}});
  CHECK(run.at("originalUriBaseIds").contains("%SRCROOT%"));
  for (const json& result : run.at("results"))
    CHECK(result.at("locations").at(0).at("physicalLocation").at("artifactLocation") ==
          run.at("artifacts").at(0).at("location"));
  CHECK_FALSE(run_of({{"/srv/a.json", {}}}).contains("originalUriBaseIds"));
}

TEST_CASE("what stands in no file has no artifact", "[sarif]") {
  Finding found = finding("x");
  found.pointer = "/areas/0";
  const json run = run_of({{{}, {found, finding("y")}}});
  CHECK(run.at("artifacts").empty());
  CHECK(run.at("results").at(0).at("locations") ==
        json::array({{{"logicalLocations", json::array({{{"fullyQualifiedName", "/areas/0"}}})}}}));
  CHECK_FALSE(run.at("results").at(1).contains("locations"));
}

TEST_CASE("somebody's words become neither arguments nor links", "[sarif]") {
  const json result =
      run_of({{{}, {finding("Målet {0} [läs](http://example.org)", "Ta bort {det}.")}}}).at("results").at(0);
  CHECK(result.at("message").at("text") == "Målet {{0}} [läs] (http://example.org) Ta bort {{det}}.");
}

TEST_CASE("nothing to say is a log too", "[sarif]") {
  const json run = run_of({});
  CHECK(run.at("results") == json::array());
  CHECK(run.at("artifacts") == json::array());
  CHECK(run.at("tool").at("driver").at("rules") == json::array());
}
