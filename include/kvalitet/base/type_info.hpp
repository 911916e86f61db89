#pragma once
// Describe<T> lowered to a constexpr table, so that readers, writers, schemas and bindings are ordinary functions over
// `const TypeInfo&` and an untyped address. Include it where such a function is called, not in headers of types.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

struct TypeInfo;

struct FieldInfo {
  std::string_view key;
  Label label;
  std::string_view meaning;
  bool required = false;
  bool prose = false;
  std::string_view refers_to;
  const TypeInfo* type = nullptr;
  void* (*address)(void* record) = nullptr;          ///< of the member
  bool (*is_default)(const void* record) = nullptr;  ///< the member equals that of a default-constructed record

  [[nodiscard]] const void* in(const void* record) const { return address(const_cast<void*>(record)); }
};

struct ChoiceInfo {
  std::string_view key;
  Label label;
};

struct TypeInfo {
  enum class Kind { boolean, integer, count, text, datum, data, scalar, enumeration, optional, list, record };
  Kind kind = Kind::text;
  std::string_view name;
  Label label;
  std::string_view meaning;

  std::span<const FieldInfo> fields;  ///< record

  std::span<const ChoiceInfo> choices;  ///< enumeration, by index
  std::size_t (*choice)(const void*) = nullptr;
  void (*choose)(void*, std::size_t) = nullptr;

  std::string_view pattern;  ///< scalar
  bool (*parse)(void*, std::string_view) = nullptr;
  std::string (*format)(const void*) = nullptr;

  const TypeInfo* element = nullptr;  ///< optional (a list of at most one) and list
  std::size_t (*size)(const void*) = nullptr;
  void* (*at)(void*, std::size_t) = nullptr;
  void* (*append)(void*) = nullptr;  ///< a new default element at the end, its address
  void (*drop_last)(void*) = nullptr;
  std::size_t item_bytes = 0;  ///< memory that a new element takes; 0 where it lies in its record

  [[nodiscard]] const void* item(const void* list, std::size_t index) const {
    return at(const_cast<void*>(list), index);
  }
};

namespace detail {
/// Large numbers, as far as every reader of JSON keeps them exactly (RFC 8259, section 6).
inline constexpr std::int64_t most_counted = (std::int64_t{1} << 53) - 1;

template <class T>
inline constexpr bool is_list = false;
template <class E>
inline constexpr bool is_list<std::vector<E>> = true;
template <>
inline constexpr bool is_list<Data> = false;  // an object with names
template <class T>
inline constexpr bool is_optional = false;
template <class E>
inline constexpr bool is_optional<std::optional<E>> = true;
template <class T>
concept ListOrOptional = is_list<T> || is_optional<T>;

template <ListOrOptional T>
constexpr TypeInfo lower_list(const TypeInfo& element) {
  TypeInfo type;
  type.element = &element;
  if constexpr (is_list<T>) {
    type.kind = TypeInfo::Kind::list;
    type.item_bytes = sizeof(typename T::value_type);
    type.size = [](const void* list) { return static_cast<const T*>(list)->size(); };
    type.at = [](void* list, std::size_t index) -> void* { return &(*static_cast<T*>(list))[index]; };
    type.append = [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); };
    type.drop_last = [](void* list) { static_cast<T*>(list)->pop_back(); };
  } else {
    type.kind = TypeInfo::Kind::optional;
    type.size = [](const void* slot) -> std::size_t { return static_cast<const T*>(slot)->has_value(); };
    type.at = [](void* slot, std::size_t) -> void* { return &**static_cast<T*>(slot); };
    type.append = [](void* slot) -> void* { return &static_cast<T*>(slot)->emplace(); };
    type.drop_last = [](void* slot) { static_cast<T*>(slot)->reset(); };
  }
  return type;
}
}  // namespace detail

/// The table of a described type; lives as long as the program. Each type of the library is lowered once, in the
/// library (src/<room>/type_tables.cpp); who describes one of their own includes base/type_table.hpp.
template <class T>
KVALITET_API const TypeInfo& type_info() noexcept;
/// Of a list or an optional there may be several equal tables.
template <class T>
requires detail::ListOrOptional<T>
const TypeInfo& type_info() noexcept {
  static const TypeInfo info = detail::lower_list<T>(type_info<typename T::value_type>());
  return info;
}

}  // namespace kvalitet
