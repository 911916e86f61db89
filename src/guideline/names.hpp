#pragma once
// What may be referred to: the ids in each collection that a field's `refers_to` can name.
#include "base/words.hpp"
#include "kvalitet/guideline/local_policy.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace kvalitet {

struct FieldInfo;
struct TypeInfo;

/// Refers to the guideline and the policy, which must outlive it.
class Names {
 public:
  explicit Names(const Guideline& guideline);
  /// What the policy adds to collections of the same name.
  void add(const LocalPolicy& policy);

  [[nodiscard]] bool has(std::string_view collection, std::string_view id) const;
  /// What a collection holds, in the order of the guideline.
  [[nodiscard]] std::vector<Named> all(std::string_view collection) const;
  /// The same by title and id, in one line.
  [[nodiscard]] Localised list(std::string_view collection) const;
  [[nodiscard]] Label label(std::string_view collection) const;

 private:
  struct Entry {
    const TypeInfo* type;
    const void* record;
    std::size_t order;  // among all
  };
  void collect(const TypeInfo& type, const void* record);
  void collect_list(const FieldInfo& field, const void* list);
  std::map<std::string_view, std::map<std::string_view, Entry>> ids_;
  std::size_t count_ = 0;
};

}  // namespace kvalitet
