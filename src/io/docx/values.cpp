#include "io/docx/values.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "base/words.hpp"
#include "documents/same_title.hpp"
#include "guideline/tag_sets.hpp"
#include "io/docx/form.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace kvalitet::docx {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.substr(0, 1))) text.remove_prefix(1);
  while (text.substr(0, 2) == "\u00A0") text.remove_prefix(2);
  while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
  return text;
}

/// Numbers and words of a date, in order; separators fall away.
struct Tokens {
  std::vector<std::string_view> all;
  explicit Tokens(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto kind = [&](std::size_t at) {
        const char c = text[at];
        if (is_digit(c)) return 1;
        return c == ' ' || c == '.' || c == ',' || c == '/' || c == '-' || c == '\n' || c == '\t' ? 0 : 2;
      };
      const std::size_t begin = i;
      const int first = kind(i);
      while (i < text.size() && kind(i) == first) ++i;
      if (first != 0) all.push_back(text.substr(begin, i - begin));
    }
  }
};

/// A month by its name or at least its first three letters, in either language.
std::optional<int> month_number(std::string_view word) {
  const std::string folded = folded_title(word);
  if (folded.size() < 3) return std::nullopt;
  for (int month = 1; month <= 12; ++month) {
    const Localised name = month_name(month);
    for (const Text& full : {name.sv, name.en})
      if (folded_title(full).compare(0, folded.size(), folded) == 0) return month;
  }
  return std::nullopt;
}

constexpr std::array yes{std::string_view("ja"), std::string_view("yes"), std::string_view("\u2612"),
                         std::string_view("\u2611"), std::string_view("x")};
constexpr std::array no{std::string_view("nej"), std::string_view("no"), std::string_view("\u2610")};

template <class Words>
bool is_among(const Words& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool read_choice(const TypeInfo& type, std::string_view text, void* value) {
  const std::string folded = folded_title(text);
  for (std::size_t i = 0; i < type.choices.size(); ++i) {
    const ChoiceInfo& choice = type.choices[i];
    if (folded != folded_title(choice.label.sv) && folded != folded_title(choice.label.en) &&
        folded != folded_title(choice.key))
      continue;
    type.choose(value, i);
    return true;
  }
  return false;
}

bool read_integer(std::string_view text, void* value) {
  std::int64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    number = number * 10 + (c - '0');
    if (number > std::numeric_limits<int>::max()) return false;
  }
  *static_cast<int*>(value) = static_cast<int>(number);
  return !text.empty();
}

bool read_boolean(std::string_view text, void* value) {
  const std::string folded = folded_title(text);
  if (!is_among(yes, folded) && !is_among(no, folded)) return false;
  *static_cast<bool*>(value) = is_among(yes, folded);
  return true;
}

}  // namespace

std::optional<Date> read_day(std::string_view text) {
  const Tokens tokens(trimmed(text));
  auto parts = tokens.all;
  if (!parts.empty() && folded_title(parts.front()) == "den") parts.erase(parts.begin());
  if (parts.size() != 3) return std::nullopt;
  const auto first = parse_digits(parts[0]);
  const auto last = parse_digits(parts[2]);
  if (!first || !last) return std::nullopt;
  const auto named = month_number(parts[1]);
  const auto month = named ? named : parse_digits(parts[1]);
  if (!month) return std::nullopt;
  if (parts[0].size() == 4 && !named) return make_date(*first, *month, *last);
  if (parts[2].size() == 4 && parts[0].size() <= 2) return make_date(*last, *month, *first);
  return std::nullopt;
}

std::optional<std::string> read_school_year(std::string_view text) {
  std::string folded = folded_title(text);
  for (const std::string_view word :
       {std::string_view("läsåret "), std::string_view("läsår "), std::string_view("school year ")})
    if (folded.compare(0, word.size(), word) == 0) folded.erase(0, word.size());
  if (folded.size() == 5 && !is_digit(folded[2])) folded.insert(0, "20");  // 26/27
  const std::string_view rest = folded;
  if (rest.size() < 7) return std::nullopt;
  const auto start = parse_digits(rest.substr(0, 4));
  std::size_t at = 4;
  for (const std::string_view dash : {std::string_view("/"), std::string_view("-"), std::string_view("\u2013")})
    if (rest.substr(4, dash.size()) == dash) at = 4 + dash.size();
  const std::string_view end = rest.substr(at);
  const auto number = parse_digits(end);
  if (!start || at == 4 || !number || *number != (end.size() == 4 ? *start + 1 : (*start + 1) % 100) ||
      (end.size() != 2 && end.size() != 4))
    return std::nullopt;
  std::string strict = std::string(rest.substr(0, 4)) + '/';
  append_digits(strict, (*start + 1) % 100, 2);
  return strict;
}

Values::Values(const QualitySystem& system, Language language) : system_(system), language_(language) {}

const Names& Values::names() const {
  if (!names_) names_.emplace(system_.guideline).add(system_.policy);
  return *names_;
}

const std::vector<Values::Choice>& Values::choices(std::string_view collection) const {
  const auto known = choices_.find(collection);
  if (known != choices_.end()) return known->second;
  std::vector<Choice>& all = choices_[std::string(collection)];
  for (const Named& named : names().all(collection))
    all.push_back({std::string(named.id), folded_title(named.title.sv), folded_title(named.title.en), named.title});
  return all;
}

std::string Values::write_id(std::string_view collection, const Id& id) const {
  if (id.empty()) return {};
  Id read;
  for (const Choice& choice : choices(collection)) {
    if (choice.id != id.str()) continue;
    const std::string& title = choice.title.in(language_).str();
    if (!is_blank(title) && read_id(collection, title, read) && read == id) return title;
  }
  return read_id(collection, id.str(), read) && read == id ? id.str() : '#' + id.str();
}

bool Values::read_id(std::string_view collection, std::string_view text, Id& id) const {
  const bool plain = text.substr(0, 1) == "#";
  if (plain) text.remove_prefix(1);
  if (!plain && !collection.empty()) {
    const std::string folded = folded_title(text);
    for (const Choice& choice : choices(collection))
      if (folded == choice.sv || folded == choice.en) {
        id = Id(choice.id);
        return true;
      }
  }
  if (!Id::is_valid(text)) return false;
  id = Id(text);
  return true;
}

std::string Values::write_tag(const void* tag) const {
  const auto& it = *static_cast<const Tag*>(tag);
  Tag read;
  if (const Concept* named = find_tag(system_, it)) {
    const std::string& title = named->title.in(language_).str();
    if (title.find_first_of(";,\n") == std::string::npos && !is_blank(title) && read_tag(title, &read) && read == it)
      return title;
  }
  return to_string(it);
}

bool Values::read_tag(std::string_view text, void* tag) const {
  if (const auto plain = parse_tag(text)) {
    *static_cast<Tag*>(tag) = *plain;
    return true;
  }
  const std::string folded = folded_title(text);
  for (const auto* sets : tag_sets(system_))
    for (const FactorSet& set : *sets)
      for (const Concept& one : set.factors)
        if (folded == folded_title(one.title.sv) || folded == folded_title(one.title.en)) {
          *static_cast<Tag*>(tag) = Tag{set.id, one.id};
          return true;
        }
  return false;
}

std::string Values::write(const TypeInfo& type, std::string_view collection, const void* value) const {
  switch (type.kind) {
    case TypeInfo::Kind::text: return static_cast<const Text*>(value)->str();
    case TypeInfo::Kind::integer: return std::to_string(*static_cast<const int*>(value));
    case TypeInfo::Kind::count: return std::to_string(*static_cast<const std::int64_t*>(value));
    case TypeInfo::Kind::boolean: {
      const bool truth = *static_cast<const bool*>(value);
      return language_ == Language::en ? (truth ? "yes" : "no") : (truth ? "ja" : "nej");
    }
    case TypeInfo::Kind::enumeration: return std::string(type.choices[type.choice(value)].label.in(language_));
    case TypeInfo::Kind::scalar:
      if (type.name == Describe<Id>::name) return write_id(collection, *static_cast<const Id*>(value));
      if (type.name == Describe<Tag>::name) return write_tag(value);
      return type.format(value);
    case TypeInfo::Kind::optional:
      return type.size(value) == 0 ? std::string() : write(*type.element, collection, type.item(value, 0));
    case TypeInfo::Kind::list: {
      std::string all;
      for (std::size_t i = 0; i < type.size(value); ++i) {
        if (i > 0) all += "; ";
        all += write(*type.element, collection, type.item(value, i));
      }
      return all;
    }
    default: return {};  // records and named data have no single value
  }
}

bool Values::read_one(const TypeInfo& type, std::string_view collection, std::string_view text, void* value) const {
  text = trimmed(text);
  switch (type.kind) {
    case TypeInfo::Kind::integer: return read_integer(text, value);
    case TypeInfo::Kind::boolean: return read_boolean(text, value);
    case TypeInfo::Kind::enumeration: return read_choice(type, text, value);
    case TypeInfo::Kind::scalar: break;
    default: return false;
  }
  if (type.name == Describe<Id>::name) return read_id(collection, text, *static_cast<Id*>(value));
  if (type.name == Describe<Tag>::name) return read_tag(text, value);
  if (type.parse(value, text)) return true;
  if (type.name == Describe<Date>::name) {
    const auto day = read_day(text);
    if (day) *static_cast<Date*>(value) = *day;
    return day.has_value();
  }
  if (type.name == Describe<SchoolYear>::name) {
    const auto year = read_school_year(text);
    return year && type.parse(value, *year);
  }
  return false;
}

bool Values::read_list(const TypeInfo& type, std::string_view collection, std::string_view text, void* list) const {
  bool all = true;
  const auto add = [&](std::string_view piece) {
    void* const item = type.append(list);
    if (read_one(*type.element, collection, piece, item)) return true;
    type.drop_last(list);
    return false;
  };
  const auto each = [&](std::string_view from, std::initializer_list<std::string_view> separators, const auto& take) {
    while (true) {
      std::size_t at = from.size();
      std::size_t next = at;
      for (const std::string_view separator : separators)
        if (const std::size_t found = from.find(separator); found < at) {
          at = found;
          next = found + separator.size();
        }
      const std::string_view piece = trimmed(from.substr(0, at));
      if (!piece.empty()) take(piece);
      if (next == at) return;
      from.remove_prefix(next);
    }
  };
  each(text, {";", "\n"}, [&](std::string_view piece) {
    if (add(piece)) return;
    // What is no value as it stands may be several: `förskoleklass, grundskola och fritidshem`.
    bool several = false;
    bool known = true;
    each(piece, {",", " och ", " and ", " samt "}, [&](std::string_view part) {
      several = several || part.size() < piece.size();
      known = (part.size() < piece.size() && add(part)) && known;
    });
    all = all && several && known;
  });
  return all;
}

bool Values::read(const TypeInfo& type, std::string_view collection, std::string_view text, void* value) const {
  if (type.kind == TypeInfo::Kind::text) {
    auto read = Text::from(std::string(text));
    if (read) *static_cast<Text*>(value) = std::move(*read);
    return read.has_value();
  }
  if (is_blank(text)) return true;
  if (type.kind == TypeInfo::Kind::list) return read_list(type, collection, text, value);
  if (type.kind != TypeInfo::Kind::optional) return read_one(type, collection, text, value);
  void* const held = type.append(value);
  if (read(*type.element, collection, text, held)) return true;
  type.drop_last(value);
  return false;
}

std::vector<Option> Values::options(const TypeInfo& type, std::string_view collection) const {
  const TypeInfo& one = type.kind == TypeInfo::Kind::optional ? *type.element : type;
  std::vector<Option> options;
  if (one.kind == TypeInfo::Kind::enumeration) {
    for (const ChoiceInfo& choice : one.choices)
      options.push_back({std::string(choice.label.in(language_)), std::string(choice.key)});
  } else if (one.kind == TypeInfo::Kind::boolean) {
    for (const bool truth : {true, false}) options.push_back({write(one, {}, &truth), truth ? "true" : "false"});
  } else if (one.name == Describe<Id>::name) {
    for (const Choice& choice : choices(collection))
      options.push_back({write_id(collection, Id(choice.id)), choice.id});
  }
  return options;
}

Localised Values::expected(const TypeInfo& type, std::string_view collection) const {
  const TypeInfo& one = held(type);
  if (!collection.empty() && one.name == Describe<Id>::name) return names().list(collection);
  if (one.kind == TypeInfo::Kind::boolean) return {Text("ja eller nej"), Text("yes or no")};
  if (one.kind != TypeInfo::Kind::enumeration) return {Text(one.label.sv), Text(one.label.en)};
  std::string sv;
  std::string en;
  for (const ChoiceInfo& choice : one.choices) {
    if (!sv.empty()) sv += ", ", en += ", ";
    sv += choice.label.sv;
    en += choice.label.en;
  }
  return {Text(std::move(sv)), Text(std::move(en))};
}

}  // namespace kvalitet::docx
