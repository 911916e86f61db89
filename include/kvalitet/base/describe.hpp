#pragma once
// Each model type is described once, beside its definition, by a specialisation of Describe:
//
//   record:       name, label, meaning, fields<T>: a tuple of Field; a template, so that headers stay cheap to include
//   enumeration:  name, label, meaning, values: an array of Choice
//   scalar:       name, label (what is expected), pattern (ECMA-262), parse, format: written as a JSON string
//
// JSON, CSV, schemas, Python properties, stubs, pickles and diff are all read from these descriptions
// (base/type_info.hpp).
#include "kvalitet/base/message.hpp"

#include <array>
#include <string_view>
#include <tuple>

namespace kvalitet {

enum class Presence { optional, required };
/// Without it the object cannot be understood. What may still be missing from a draft is not required.
inline constexpr Presence required = Presence::required;

enum class Length { short_text, prose };
/// A text of several sentences, which a form gives room under a heading of its own.
inline constexpr Length prose = Length::prose;

/// One field of a record.
template <class Owner, class Member>
struct Field {
  std::string_view key;  ///< in JSON and in Python
  Member Owner::*member;
  Label label;               ///< for people
  std::string_view meaning;  ///< for developers; Markdown, one sentence or more
  Presence presence;
  std::string_view refers_to;  ///< the collection of the guideline whose `id`s this names, or empty
  Length length = Length::short_text;

  constexpr Field(std::string_view key_, Member Owner::*member_, Label label_, std::string_view meaning_,
                  Presence presence_ = Presence::optional, std::string_view refers_to_ = {})
      : key(key_), member(member_), label(label_), meaning(meaning_), presence(presence_), refers_to(refers_to_) {}
  constexpr Field(std::string_view key_, Member Owner::*member_, Label label_, std::string_view meaning_,
                  std::string_view refers_to_)
      : Field(key_, member_, label_, meaning_, Presence::optional, refers_to_) {}
  constexpr Field(std::string_view key_, Member Owner::*member_, Label label_, std::string_view meaning_,
                  Length length_)
      : Field(key_, member_, label_, meaning_) {
    length = length_;
  }
};

/// One value of an enumeration.
template <class E>
struct Choice {
  E value;
  std::string_view key;
  Label label;
  constexpr Choice(E value_, std::string_view key_, Label label_) : value(value_), key(key_), label(label_) {}
};

template <class T>
struct Describe;

template <>
struct Describe<Language> {
  static constexpr std::string_view name = "Language";
  static constexpr Label label{"Språk", "Language"};
  static constexpr std::string_view meaning = "A language in which people are spoken to.";
  static constexpr auto values = std::array{
      Choice{Language::sv, "sv", Label{"svenska", "Swedish"}},
      Choice{Language::en, "en", Label{"engelska", "English"}},
  };
};

template <>
struct Describe<Localised> {
  static constexpr std::string_view name = "Localised";
  static constexpr Label label{"Ord på svenska och engelska", "Words in Swedish and English"};
  static constexpr std::string_view meaning = "The same words in Swedish and in English.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"sv", &T::sv, Label{"Svenska", "Swedish"}, "The Swedish words.", required},
      Field{"en", &T::en, Label{"Engelska", "English"}, "The English words; may be empty in local texts."},
  };
};

}  // namespace kvalitet
