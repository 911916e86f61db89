#pragma once
// Describe<T> lowered to a constexpr table, so that readers, writers, schemas and bindings are ordinary functions over
// `const TypeInfo&` and an untyped address. Include it where such a function is called, not in headers of types.
#include "kvalitet/base/describe.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
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

template <class T>
const TypeInfo& type_info() noexcept;

namespace detail {

template <class T>
concept DescribedRecord = requires {
  Describe<T>::template fields<T>;
};
template <class T>
concept DescribedEnum = requires {
  Describe<T>::values;
};

template <class T>
struct Lower;

template <class T, std::size_t I>
constexpr FieldInfo lower_field() {
  constexpr auto& field = std::get<I>(Describe<T>::template fields<T>);
  using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
  return FieldInfo{field.key,
                   field.label,
                   field.meaning,
                   field.presence == Presence::required,
                   field.length == Length::prose,
                   field.refers_to,
                   &Lower<Member>::info,
                   [](void* record) -> void* {
                     return &(static_cast<T*>(record)->*std::get<I>(Describe<T>::template fields<T>).member);
                   },
                   [](const void* record) {
                     static const T fresh{};
                     constexpr auto member = std::get<I>(Describe<T>::template fields<T>).member;
                     return static_cast<const T*>(record)->*member == fresh.*member;
                   }};
}

template <DescribedRecord T>
struct Lower<T> {
  static constexpr std::size_t count =
      std::tuple_size_v<std::remove_cvref_t<decltype(Describe<T>::template fields<T>)>>;
  static_assert(count <= 64, "the reader marks seen fields in 64 bits");
  template <std::size_t... I>
  static constexpr std::array<FieldInfo, count> lower(std::index_sequence<I...>) {
    return {lower_field<T, I>()...};
  }
  static constexpr std::array<FieldInfo, count> fields = lower(std::make_index_sequence<count>());
  static constexpr TypeInfo info = [] {
    TypeInfo type;
    type.kind = TypeInfo::Kind::record;
    type.name = Describe<T>::name;
    type.label = Describe<T>::label;
    type.meaning = Describe<T>::meaning;
    type.fields = fields;
    return type;
  }();
};

template <DescribedEnum T>
struct Lower<T> {
  static constexpr std::size_t count = Describe<T>::values.size();
  static constexpr std::array<ChoiceInfo, count> choices = [] {
    std::array<ChoiceInfo, count> result{};
    for (std::size_t i = 0; i < count; ++i)
      result[i] = ChoiceInfo{Describe<T>::values[i].key, Describe<T>::values[i].label};
    return result;
  }();
  static constexpr TypeInfo info = [] {
    TypeInfo type;
    type.kind = TypeInfo::Kind::enumeration;
    type.name = Describe<T>::name;
    type.label = Describe<T>::label;
    type.meaning = Describe<T>::meaning;
    type.choices = choices;
    type.choice = [](const void* object) {
      std::size_t index = 0;
      while (Describe<T>::values[index].value != *static_cast<const T*>(object)) ++index;
      return index;
    };
    type.choose = [](void* object, std::size_t index) { *static_cast<T*>(object) = Describe<T>::values[index].value; };
    return type;
  }();
};

template <class T>
requires requires { Describe<T>::pattern; }
struct Lower<T> {
  static constexpr TypeInfo info = [] {
    TypeInfo type;
    type.kind = TypeInfo::Kind::scalar;
    type.name = Describe<T>::name;
    type.label = Describe<T>::label;
    type.meaning = Describe<T>::meaning;
    type.pattern = Describe<T>::pattern;
    type.parse = [](void* object, std::string_view text) {
      auto parsed = Describe<T>::parse(text);
      if (parsed) *static_cast<T*>(object) = std::move(*parsed);
      return parsed.has_value();
    };
    type.format = [](const void* object) { return std::string(Describe<T>::format(*static_cast<const T*>(object))); };
    return type;
  }();
};

template <class E>
struct Lower<std::vector<E>> {
  static constexpr TypeInfo info = [] {
    TypeInfo type;
    type.kind = TypeInfo::Kind::list;
    type.element = &Lower<E>::info;
    type.item_bytes = sizeof(E);
    type.size = [](const void* list) { return static_cast<const std::vector<E>*>(list)->size(); };
    type.at = [](void* list, std::size_t index) -> void* { return &(*static_cast<std::vector<E>*>(list))[index]; };
    type.append = [](void* list) -> void* { return &static_cast<std::vector<E>*>(list)->emplace_back(); };
    type.drop_last = [](void* list) { static_cast<std::vector<E>*>(list)->pop_back(); };
    return type;
  }();
};

template <class E>
struct Lower<std::optional<E>> {
  static constexpr TypeInfo info = [] {
    TypeInfo type;
    type.kind = TypeInfo::Kind::optional;
    type.element = &Lower<E>::info;
    type.size = [](const void* slot) -> std::size_t { return static_cast<const std::optional<E>*>(slot)->has_value(); };
    type.at = [](void* slot, std::size_t) -> void* { return &**static_cast<std::optional<E>*>(slot); };
    type.append = [](void* slot) -> void* { return &static_cast<std::optional<E>*>(slot)->emplace(); };
    type.drop_last = [](void* slot) { static_cast<std::optional<E>*>(slot)->reset(); };
    return type;
  }();
};

constexpr TypeInfo basic(TypeInfo::Kind kind, std::string_view name, Label label) {
  TypeInfo type;
  type.kind = kind;
  type.name = name;
  type.label = label;
  return type;
}

template <>
struct Lower<bool> {
  static constexpr TypeInfo info = basic(TypeInfo::Kind::boolean, "boolean", {"ja eller nej", "true or false"});
};
/// No quantity of the model is negative.
template <>
struct Lower<int> {
  static constexpr TypeInfo info = basic(TypeInfo::Kind::integer, "integer",
                                         {"ett heltal från 0 till 2147483647", "a whole number from 0 to 2147483647"});
};
/// Large numbers, as far as every reader of JSON keeps them exactly (RFC 8259, section 6).
inline constexpr std::int64_t most_counted = (std::int64_t{1} << 53) - 1;
template <>
struct Lower<std::int64_t> {
  static constexpr TypeInfo info =
      basic(TypeInfo::Kind::count, "count",
            {"ett heltal från 0 till 9007199254740991", "a whole number from 0 to 9007199254740991"});
};
template <>
struct Lower<Text> {
  static constexpr TypeInfo info = basic(TypeInfo::Kind::text, "text", {"en text", "a text"});
};
template <>
struct Lower<Datum> {
  static constexpr TypeInfo info =
      basic(TypeInfo::Kind::datum, "datum", {"ett heltal eller en text", "a whole number or a text"});
};
/// Written as an object; `append` adds an entry whose name is still empty and gives the address of its datum.
template <>
struct Lower<Data> {
  static constexpr TypeInfo info = [] {
    TypeInfo type = basic(TypeInfo::Kind::data, "data", {"namngivna tal och texter", "named numbers and texts"});
    type.element = &Lower<Datum>::info;
    type.item_bytes = sizeof(Data::value_type);
    type.size = [](const void* data) { return static_cast<const Data*>(data)->size(); };
    type.at = [](void* data, std::size_t index) -> void* { return &(*static_cast<Data*>(data))[index].second; };
    type.append = [](void* data) -> void* { return &static_cast<Data*>(data)->emplace_back().second; };
    type.drop_last = [](void* data) { static_cast<Data*>(data)->pop_back(); };
    return type;
  }();
};

}  // namespace detail

/// The table of a described type; lives as long as the program.
template <class T>
const TypeInfo& type_info() noexcept {
  return detail::Lower<T>::info;
}

}  // namespace kvalitet
