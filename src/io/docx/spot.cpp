#include "io/docx/spot.hpp"

#include "documents/same_title.hpp"

#include <algorithm>

namespace kvalitet::docx {
namespace {

void add_words(std::vector<std::string>& words, Label label) {
  words.push_back(folded_title(label.sv));
  words.push_back(folded_title(label.en));
}

void fill(Spot& spot) {
  spot.children.reserve(spot.record->fields.size());
  for (const FieldInfo& field : spot.record->fields) {
    Spot& child = spot.children.emplace_back();
    child.field = &field;
    child.parent = &spot;
    child.shape = shape_of(field);
    child.index = spot.children.size() - 1;
    child.path = spot.path.empty() ? std::string(field.key) : spot.path + '.' + std::string(field.key);
    add_words(child.labels, field.label);
    if (!holds_record(*field.type)) continue;
    child.record = &held(*field.type);
    if (child.shape == Shape::rows) add_words(child.labels, child.record->label);
    if (child.shape == Shape::sections) add_words(child.beginnings, child.record->label);
    if (child.shape == Shape::part) child.beginnings = child.labels;
    fill(child);
  }
}

/// What a template calls a section, and what it calls its title, both begin one.
void add_own(Spot& spot, const std::string& label) {
  spot.labels.push_back(label);
  spot.own_labels.push_back(label);
  if (spot.shape == Shape::sections || spot.shape == Shape::part) spot.beginnings.push_back(label);
  auto& parent = const_cast<Spot&>(*spot.parent);
  if (parent.shape == Shape::sections && parent.title() == &spot) parent.beginnings.push_back(label);
}

std::size_t longest_of(const Spot& spot) {
  std::size_t longest = 0;
  for (const auto* words : {&spot.labels, &spot.beginnings, &spot.template_words})
    for (const std::string& word : *words) longest = std::max(longest, word.size());
  for (const Spot& child : spot.children) longest = std::max(longest, longest_of(child));
  return longest;
}

Spot* find(Spot& root, std::string_view path) {
  for (Spot& child : root.children) {
    if (child.path == path) return &child;
    if (path.size() > child.path.size() && path.substr(0, child.path.size()) == child.path &&
        path[child.path.size()] == '.')
      return find(child, path);
  }
  return nullptr;
}

}  // namespace

std::string_view Spot::collection() const {
  if (!field->refers_to.empty()) return field->refers_to;
  const bool required_id = field->required && held(*field->type).name == Describe<Id>::name;
  return required_id && parent->field != nullptr ? parent->field->refers_to : std::string_view();
}

bool Spot::is_list_of_names() const {
  const Spot* const name = shape == Shape::rows ? title() : nullptr;
  return name != nullptr && name->field->key == "name";
}

const Spot* Spot::title() const {
  const FieldInfo* const title = title_field(*record);
  for (const Spot& child : children)
    if (child.field == title) return &child;
  return nullptr;
}

std::unique_ptr<Spot> make_spots(const TypeInfo& type, std::span<const DocumentForm> forms) {
  auto root = std::make_unique<Spot>();
  root->record = &type;
  fill(*root);
  for (const DocumentForm& form : forms) {
    for (const FormLabel& label : form.labels)
      if (Spot* spot = find(*root, label.field.view()))
        add_own(*spot, folded_title(label.label));
      else if (label.field.empty())
        root->template_words.push_back(folded_title(label.label));
    for (const FormHeading& heading : form.headings)
      if (Spot* spot = find(*root, heading.field.view())) spot->heading_level = heading.level;
    for (const FormValue& value : form.values)
      if (Spot* spot = find(*root, value.field.view()))
        spot->values.emplace_back(folded_title(value.words), value.value.str());
  }
  root->longest_label = longest_of(*root);
  return root;
}

std::vector<std::string> unknown_fields(const Spot& root, std::span<const DocumentForm> forms) {
  std::vector<std::string> unknown;
  const auto look = [&](const Text& field) {
    if (!field.empty() && find_spot(root, field) == nullptr) unknown.push_back(field.str());
  };
  for (const DocumentForm& form : forms) {
    for (const FormLabel& label : form.labels) look(label.field);
    for (const FormHeading& heading : form.headings) look(heading.field);
    for (const FormValue& value : form.values) look(value.field);
  }
  return unknown;
}

const Spot* find_spot(const Spot& root, std::string_view path) { return find(const_cast<Spot&>(root), path); }

}  // namespace kvalitet::docx
