#pragma once
// The invented sentences of tests/fixtures/free_text: a file for each kind of hit, and three of other kinds:
//
//   neutral      what asks for no review
//   false_alarm  what is found and need not be: the reader rather asks once too often where there is a number
//   unseen       what it cannot see: docs/decisions/010-free-text.md
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "rules/systems.hpp"

#include <algorithm>
#include <sstream>

namespace kvalitet::tests {

inline std::vector<std::string> lines_of(const std::string& name) {
  std::istringstream text(text_of(fixtures / "free_text" / (name + ".txt")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

inline std::string key_of(FreeTextKind kind) {
  const TypeInfo& type = type_info<FreeTextKind>();
  return std::string(type.choices[type.choice(&kind)].key);
}

inline std::vector<std::string> kinds() {
  std::vector<std::string> all;
  for (const ChoiceInfo& choice : type_info<FreeTextKind>().choices) all.emplace_back(choice.key);
  return all;
}

struct Sentence {
  std::string kind;
  std::string words;
};

/// Every sentence that is to be found.
inline std::vector<Sentence> sensitive_sentences() {
  std::vector<Sentence> all;
  for (const std::string& kind : kinds())
    for (const std::string& line : lines_of(kind)) all.push_back({kind, line});
  return all;
}

inline bool finds(const std::string& text, const std::string& kind) {
  const std::vector<FreeTextHit> hits = read_free_text(text);
  return std::any_of(hits.begin(), hits.end(), [&](const FreeTextHit& hit) { return key_of(hit.kind) == kind; });
}

}  // namespace kvalitet::tests
