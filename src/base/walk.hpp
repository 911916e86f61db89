#pragma once
// Visits the parts of any described object: one loop for whatever looks at all of it (trace, validation).
#include "kvalitet/base/type_info.hpp"

#include <functional>
#include <string>

namespace kvalitet {

/// A value on the way through an object.
struct Visit {
  const std::string& pointer;  ///< RFC 6901
  const TypeInfo& type;        ///< never an optional: the value in it is visited in its place
  const void* value;
  const FieldInfo* field;  ///< the field that it is, or the nearest around it; none for the root
  bool item;               ///< it is an item of the field's list

  /// The value when it is of a described type T, or nothing. By name: a table may come from another shared library.
  template <class T>
  [[nodiscard]] const T* as() const {
    return type.name == Describe<T>::name ? static_cast<const T*>(value) : nullptr;
  }
};

/// Calls `visit` for every value that the object's JSON holds, in the order in which it is written; `visit` says
/// whether to go on below the value.
void walk(const TypeInfo& type, const void* object, const std::function<bool(const Visit&)>& visit);

}  // namespace kvalitet
