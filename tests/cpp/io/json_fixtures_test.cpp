// Every tests/fixtures/json/<type>-<name>.json against its .expected; KVALITET_ACCEPT=1 renews them.
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace kvalitet;
using kvalitet::tests::text_of;

namespace {

std::string words_of(const Localised& message) { return " | " + message.sv.str() + " | " + message.en.str() + "\n"; }

std::string described(const Reading& reading) {
  std::string text;
  for (const Finding& finding : reading.findings) {
    CHECK(finding.rule == finding.code);
    REQUIRE(finding.place);
    text += std::string(Describe<Severity>::values[static_cast<std::size_t>(finding.severity)].key) + " " +
            finding.code.str() + " \"" + finding.pointer.str() + "\" " + std::to_string(finding.place->line) + ":" +
            std::to_string(finding.place->column) + " (" + finding.where.sv.str() + ")" + words_of(finding.message);
  }
  for (const Unplaced& unplaced : reading.unplaced)
    text += "unplaced \"" + unplaced.pointer.str() + "\" | " + unplaced.text.str() + "\n";
  return text;
}

template <class T>
std::string outcome(const std::string& json) {
  T value;
  Reading reading;
  try {
    reading = read_json(type_info<T>(), &value, json);
  } catch (const LimitError& error) {
    return "throws " + std::string(error.code()) + words_of(error.message());
  }
  const std::string written = write_json(type_info<T>(), &value);
  T again;
  (void)read_json(type_info<T>(), &again, written);
  CHECK(again == value);
  return described(reading) + written;
}

}  // namespace

TEST_CASE("what is read from each JSON fixture", "[json]") {
  std::vector<std::filesystem::path> fixtures;
  for (const auto& entry : std::filesystem::directory_iterator(KVALITET_SOURCE_DIR "/tests/fixtures/json"))
    if (entry.path().extension() == ".json") fixtures.push_back(entry.path());
  std::sort(fixtures.begin(), fixtures.end());
  CHECK(fixtures.size() >= 60);

  for (std::filesystem::path path : fixtures) {
    const std::string name = path.stem().string();
    INFO(name);
    const std::string json = text_of(path);
    const std::string type = name.substr(0, name.find('-'));
    std::string found;
    if (type == "plan")
      found = outcome<CommitmentPlan>(json);
    else if (type == "guideline")
      found = outcome<Guideline>(json);
    else if (type == "policy")
      found = outcome<LocalPolicy>(json);
    else if (type == "findings")
      found = outcome<std::vector<Finding>>(json);
    else
      FAIL("which type is it?");
    path.replace_extension(".expected");
    if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << found;
    CHECK(text_of(path) == found);
  }
}
