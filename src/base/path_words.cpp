#include "base/path_words.hpp"

#include "base/blank.hpp"
#include "base/shown.hpp"
#include "base/words.hpp"

#include <algorithm>
#include <utility>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

/// The first words of a title, so that a place stays short.
std::string shortened(std::string_view title) {
  constexpr std::size_t longest = 24;
  std::string words = cut(title, longest);
  if (words == title) return words;
  const std::size_t end = words.rfind(' ');
  return end == std::string::npos ? words : words.substr(0, end) + "…";
}

void append(std::string& words, std::string_view label) {
  words += words.empty() ? std::string(label) : ", " + with_small_letter(label);
}

}  // namespace

void PathWords::add(Label label) {
  if (label == std::exchange(item_, Label{})) return;
  append(sv_, label.sv);
  append(en_, label.en);
}

void PathWords::add_item(const TypeInfo& owner, const FieldInfo& list, std::size_t index) {
  const TypeInfo& element = *list.type->element;
  const auto holds_such = [&](const FieldInfo& field) {
    return field.type->kind == Kind::list && field.type->element->name == element.name;
  };
  if (element.kind == Kind::record && std::count_if(owner.fields.begin(), owner.fields.end(), holds_such) == 1)
    return add_item(element, index);
  add(list.label);
  if (element.kind != Kind::record && element.kind != Kind::text) return;
  const std::string number = std::to_string(index + 1);
  sv_ += ", nr " + number;
  en_ += ", no. " + number;
}

void PathWords::add_item(const TypeInfo& element, std::size_t index) {
  const std::string number = " " + std::to_string(index + 1);
  item_ = {};
  add(element.label);
  sv_ += number;
  en_ += number;
  item_ = element.label;
}

void PathWords::add_title(const TypeInfo& type, const void* record) {
  const Localised title = title_of(type, record);
  if (is_blank(title.sv)) return;
  sv_ += " (" + shortened(title.sv) + ")";
  en_ += " (" + shortened(title.en) + ")";
}

void PathWords::add_entry(Label label, std::string_view key) {
  add(label);
  sv_ += " ”" + cut(key) + "”";
  en_ += " “" + cut(key) + "”";
}

}  // namespace kvalitet
