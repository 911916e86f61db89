#include "base/shown.hpp"

#include "base/blank.hpp"
#include "base/clean.hpp"
#include "base/words.hpp"

namespace kvalitet {
namespace {

struct Words {
  std::string plain;
  std::string sv;
  std::string en;
  bool quoted = false;  // somebody's words, not a number, a date or a choice
};

Words same(const std::string& words, bool quoted) { return Words{words, words, words, quoted}; }

Words words_of(const TypeInfo& type, const void* value);

void join(Words& all, const Words& part) {
  if (part.plain.empty()) return;
  const auto append = [](std::string& to, const std::string& from) {
    if (!to.empty()) to += ", ";
    to += from;
  };
  append(all.plain, part.plain);
  append(all.sv, part.sv);
  append(all.en, part.en);
}

Words words_of_record(const TypeInfo& type, const void* record) {
  if (type.name == Describe<Localised>::name) {
    const auto& words = *static_cast<const Localised*>(record);
    return Words{words.sv.str(), words.sv.str(), words.en.empty() ? words.sv.str() : words.en.str(), true};
  }
  Words all;
  for (const FieldInfo& field : type.fields) {
    if (!field.required && field.is_default(record)) continue;
    Words part = words_of(*field.type, field.in(record));
    if (field.key == "title" && !part.plain.empty()) return part;
    join(all, part);
  }
  return all;
}

Words words_of(const TypeInfo& type, const void* value) {
  using Kind = TypeInfo::Kind;
  switch (type.kind) {
    case Kind::boolean: {
      const bool yes = *static_cast<const bool*>(value);
      return yes ? Words{"true", "ja", "yes"} : Words{"false", "nej", "no"};
    }
    case Kind::integer: return same(std::to_string(*static_cast<const int*>(value)), false);
    case Kind::count: return same(std::to_string(*static_cast<const std::int64_t*>(value)), false);
    case Kind::text: return same(static_cast<const Text*>(value)->str(), true);
    case Kind::scalar: return same(type.format(value), false);
    case Kind::enumeration: {
      const ChoiceInfo& choice = type.choices[type.choice(value)];
      return Words{std::string(choice.key), std::string(choice.label.sv), std::string(choice.label.en)};
    }
    case Kind::datum:
      if (const auto* number = std::get_if<std::int64_t>(static_cast<const Datum*>(value)))
        return same(std::to_string(*number), false);
      return same(std::get<Text>(*static_cast<const Datum*>(value)).str(), true);
    case Kind::optional:
    case Kind::list:
    case Kind::data: {
      Words all;
      for (std::size_t i = 0; i < type.size(value); ++i) join(all, words_of(*type.element, type.item(value, i)));
      return all;
    }
    case Kind::record: return words_of_record(type, value);
  }
  return {};
}

}  // namespace

Localised title_of(const TypeInfo& type, const void* record) {
  for (const FieldInfo& field : type.fields) {
    if (field.type->name != Describe<Localised>::name) continue;
    Localised title = in_both_languages(*static_cast<const Localised*>(field.in(record)));
    if (!is_blank(title.sv)) return title;
  }
  for (const std::string_view key : {"title", "name", "heading", "id"}) {
    for (const FieldInfo& field : type.fields) {
      const bool is_text = field.type->kind == TypeInfo::Kind::text;
      const bool is_id = key == "id" && field.required && field.type->kind == TypeInfo::Kind::scalar;
      if (field.key != key || (!is_text && !is_id)) continue;
      const Text title =
          is_id ? Text(field.type->format(field.in(record))) : *static_cast<const Text*>(field.in(record));
      if (!is_blank(title)) return Localised{title, title};
    }
  }
  return {};
}

std::string cut(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && count++ == most) return std::string(text.substr(0, at)) + "…";
  }
  return std::string(text);
}

Shown show(const TypeInfo& type, const void* value) {
  Words words = words_of(type, value);
  Shown shown{std::move(words.plain), cut(words.sv), cut(words.en)};
  if (words.quoted) {
    shown.sv = "”" + shown.sv + "”";
    shown.en = "“" + shown.en + "”";
  }
  return shown;
}

Text shown(std::string_view words) { return Text(cut(clean(words))); }

}  // namespace kvalitet
