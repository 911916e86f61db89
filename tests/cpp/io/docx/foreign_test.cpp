// Documents typed from nothing in LibreOffice on templates of other municipalities are read by a mapping of their
// words.
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::filesystem::path foreign = fixtures / "docx/foreign";

template <class T>
void check_document(const std::filesystem::path& path) {
  INFO(path.filename().string());
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const std::string policy = std::string("policy-") + path.filename().string()[0] + ".json";
  const Read<LocalPolicy> own = read_local_policy(text_of(foreign / policy));
  REQUIRE(own.reading.findings.empty());
  system.policy.forms = own.value.forms;
  DocxOptions options;
  options.system = &system;
  const Read<T> read = read_docx<T>(text_of(path), options);
  T expected;
  const Reading json =
      read_json(type_info<T>(), &expected, text_of(std::filesystem::path(path).replace_extension(".json")));
  REQUIRE(json.findings.empty());
  for (const Change& change : diff(expected, read.value)) UNSCOPED_INFO(change.message.sv.str());
  for (const Finding& finding : read.reading.findings)
    UNSCOPED_INFO("  " + finding.where.sv.str() + ": " + finding.message.sv.str());
  for (const Unplaced& unplaced : read.reading.unplaced) UNSCOPED_INFO("unplaced: " + unplaced.text.str());
  CHECK(read.value == expected);
}

}  // namespace

TEST_CASE("plans and reports on templates of others are read", "[docx]") {
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(foreign)) {
    if (entry.path().extension() != ".docx") continue;
    ++documents;
    if (entry.path().string().find("rapport") != std::string::npos)
      check_document<SchoolYearReport>(entry.path());
    else
      check_document<CommitmentPlan>(entry.path());
  }
  CHECK(documents == 10);
}
