#pragma once
// The five guidelines of the tests, each with a policy that fills it in.
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/io/json.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace kvalitet::tests {

inline const std::filesystem::path fixtures = std::filesystem::path(KVALITET_SOURCE_DIR) / "tests" / "fixtures";

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class T>
T without_findings(const Read<T>& read) {
  if (!read.reading.findings.empty()) throw std::runtime_error(read.reading.findings.front().message.en.str());
  return read.value;
}

/// A built-in guideline with its default policy, or the name of a pair in tests/fixtures/guidelines; vetlanda-local is
/// a policy that uses everything a policy can say.
inline QualitySystem system_of(const std::string& name) {
  for (const Id& id : builtin_guidelines())
    if (id == name) return QualitySystem::builtin(name);
  const auto folder = fixtures / "guidelines";
  LocalPolicy policy = without_findings(read_local_policy(text_of(folder / (name + ".policy.json"))));
  Guideline guideline = name == "vetlanda-local" ? builtin_guideline(policy.guideline)
                                                 : without_findings(read_guideline(text_of(folder / (name + ".json"))));
  return QualitySystem::make(std::move(guideline), std::move(policy));
}

inline std::vector<std::string> five_systems() {
  return {"vetlanda-local", "svedala", "goteborg", "alingsas", "solleftea"};
}

}  // namespace kvalitet::tests
