#pragma once
// What may be referred to: the ids in each collection that a field's `refers_to` can name.
#include "kvalitet/guideline/local_policy.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace kvalitet {

struct TypeInfo;

/// Refers to the guideline and the policy, which must outlive it.
class Names {
 public:
  explicit Names(const Guideline& guideline);
  /// What the policy adds to collections of the same name.
  void add(const LocalPolicy& policy);

  [[nodiscard]] bool has(std::string_view collection, std::string_view id) const;
  /// The ids of a collection, sorted, in one line; the first ones of many.
  [[nodiscard]] std::string list(std::string_view collection) const;
  [[nodiscard]] Label label(std::string_view collection) const;

 private:
  void collect(const TypeInfo& type, const void* record);
  std::map<std::string_view, std::set<std::string_view>> ids_;
};

/// The ids in one line for a message; the first ones of many, an en dash for none.
template <class Ids>
std::string in_one_line(const Ids& ids) {
  constexpr std::size_t most = 12;
  std::string line;
  std::size_t count = 0;
  for (const std::string_view id : ids) {
    if (count++ == most) return line + ", …";
    if (!line.empty()) line += ", ";
    line += id;
  }
  return line.empty() ? "–" : line;
}

}  // namespace kvalitet
