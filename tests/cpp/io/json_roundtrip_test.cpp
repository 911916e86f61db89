#include "io/random_values.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <filesystem>

using namespace kvalitet;
using kvalitet::tests::text_of;

namespace {

template <class T>
void check_round_trip(const T& value) {
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::pretty}) {
    const std::string json = write_json(type_info<T>(), &value, style);
    T again;
    const Reading reading = read_json(type_info<T>(), &again, json);
    if (!reading.findings.empty()) FAIL(json << "\n" << reading.findings.front().message.en.str());
    if (!(again == value)) FAIL(json);
    if (write_json(type_info<T>(), &again, style) != json) FAIL(json);
    CHECK(reading.unplaced.empty());
  }
}

}  // namespace

TEMPLATE_TEST_CASE("reading gives back what was written, and writing the same text", "[json]", CommitmentPlan,
                   LocalPolicy, Guideline, Event, AnnualCycle, Finding, std::vector<Finding>, Draft) {
  const auto seed = GENERATE(range(1U, 101U));
  INFO("seed " << seed);
  kvalitet_test::RandomValues values(seed);
  TestType value;
  values.fill(type_info<TestType>(), &value);
  check_round_trip(value);
}

TEST_CASE("random values differ and reach every part", "[json]") {
  kvalitet_test::RandomValues values(1);
  std::size_t deepest = 0;
  std::string previous;
  for (int i = 0; i < 100; ++i) {
    CommitmentPlan plan;
    values.fill(type_info<CommitmentPlan>(), &plan);
    for (const GoalArea& area : plan.areas)
      for (const Commitment& commitment : area.commitments)
        for (const Activity& activity : commitment.activities) deepest += activity.effects.size();
    CHECK(to_json(plan) != previous);
    previous = to_json(plan);
  }
  CHECK(deepest > 0);
}

TEST_CASE("the guidelines in the tree are read without findings and written as they were read", "[json]") {
  std::size_t read = 0;
  for (const char* const folder : {"/src/guidelines", "/tests/fixtures/guidelines"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(KVALITET_SOURCE_DIR) + folder)) {
      const std::string name = entry.path().filename().string();
      INFO(name);
      if (name.size() > 12 && name.substr(name.size() - 12) == ".policy.json") {
        const auto [policy, reading] = read_local_policy(text_of(entry.path()));
        CHECK(reading.findings.empty());
        check_round_trip(policy);
        ++read;
      } else if (entry.path().extension() == ".json") {
        const auto [guideline, reading] = read_guideline(text_of(entry.path()));
        CHECK(reading.findings.empty());
        check_round_trip(guideline);
        ++read;
      }
    }
  }
  CHECK(read >= 10);
}
