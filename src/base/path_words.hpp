#pragma once
// The words for the way to a value, put together step by step: what place_in_words() and diff() have in common.
#include "kvalitet/base/type_info.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

class PathWords {
 public:
  /// A field; one that is called as the item it is in is that item's own words, which need not be said twice.
  void add(Label label);
  /// An item of a list of `owner`: the type's own word and its number, or the list's word where other lists of the
  /// owner hold such things too. Items that are ids, dates or choices have no number: their value is their name.
  void add_item(const TypeInfo& owner, const FieldInfo& list, std::size_t index);
  /// An item of a list that is no field of anything.
  void add_item(const TypeInfo& element, std::size_t index);
  /// What people call the record that the last step led to, if anything, in brackets.
  void add_title(const TypeInfo& type, const void* record);
  /// An entry of named data.
  void add_entry(Label label, std::string_view key);

  [[nodiscard]] Localised words() const { return Localised{Text(sv_), Text(en_)}; }

 private:
  std::string sv_;
  std::string en_;
  Label item_;  ///< of the last step, when it led to an item that goes by its type's own word
};

}  // namespace kvalitet
