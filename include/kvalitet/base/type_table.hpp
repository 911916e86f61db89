#pragma once
// How Describe<T> becomes the table that type_info<T>() gives. It costs seconds for each type with many parts: only
// what describes types of its own includes it.
#include "kvalitet/base/type_info.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace kvalitet {
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

template <ListOrOptional T>
struct Lower<T> {
  static constexpr TypeInfo info = lower_list<T>(Lower<typename T::value_type>::info);
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

template <class T>
const TypeInfo& type_info() noexcept {
  return detail::Lower<T>::info;
}

}  // namespace kvalitet
