#include "guideline/names.hpp"

#include "base/shown.hpp"
#include "base/walk.hpp"
#include "base/words.hpp"

#include <algorithm>
#include <array>

namespace kvalitet {
namespace {

/// Several of the guideline's collections under one name.
struct Union {
  std::string_view name;
  Label label;
  std::array<std::string_view, 4> parts;
};
constexpr std::array unions{
    Union{"scheduled",
          {"dialoger, möten, dokument och mätningar", "dialogues, meetings, documents and surveys"},
          {"dialogues", "meetings", "documents", "surveys"}},
    Union{"tag_sets",
          {"uppsättningar av mål och framgångsfaktorer", "sets of goals and success factors"},
          {"success_factors", "goal_sets", "", ""}},
    Union{"meetings", {"dialoger och möten", "dialogues and meetings"}, {"dialogues", "meetings", "", ""}},
};

}  // namespace

Names::Names(const Guideline& guideline) {
  collect(type_info<Guideline>(), &guideline);
  for (const Union& all : unions) {
    std::map<std::string_view, Entry> ids;
    for (const std::string_view part : all.parts) ids.insert(ids_[part].begin(), ids_[part].end());
    ids_[all.name] = std::move(ids);
  }
}

void Names::add(const LocalPolicy& policy) { collect(type_info<LocalPolicy>(), &policy); }

void Names::collect(const TypeInfo& type, const void* record) {
  for (const FieldInfo& field : type.fields) {
    const void* const value = field.in(record);
    if (field.type->kind == TypeInfo::Kind::list) collect_list(field, value);
    if (field.type->kind == TypeInfo::Kind::optional && field.type->size(value) > 0)
      collect(*field.type->element, field.type->item(value, 0));
  }
}

void Names::collect_list(const FieldInfo& field, const void* list) {
  for (const FieldInfo& part : field.type->element->fields) {
    if (part.key != "id") continue;
    for (std::size_t i = 0; i < field.type->size(list); ++i) {
      const void* const entry = field.type->item(list, i);
      ids_[field.key].emplace(*static_cast<const Id*>(part.in(entry)), Entry{field.type->element, entry, count_++});
    }
  }
}

bool Names::has(std::string_view collection, std::string_view id) const {
  const auto found = ids_.find(collection);
  return found != ids_.end() && found->second.count(id) > 0;
}

std::vector<Named> Names::all(std::string_view collection) const {
  const auto found = ids_.find(collection);
  if (found == ids_.end()) return {};
  std::vector<std::pair<std::string_view, Entry>> entries(found->second.begin(), found->second.end());
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.second.order < b.second.order; });
  std::vector<Named> all;
  all.reserve(entries.size());
  for (const auto& [id, entry] : entries) all.push_back({title_of(*entry.type, entry.record), id});
  return all;
}

Localised Names::list(std::string_view collection) const { return in_one_line(all(collection)); }

Label Names::label(std::string_view collection) const {
  for (const Union& all : unions)
    if (all.name == collection) return all.label;
  for (const FieldInfo& field : type_info<Guideline>().fields)
    if (field.key == collection) return field.label;
  return {collection, collection};
}

}  // namespace kvalitet
