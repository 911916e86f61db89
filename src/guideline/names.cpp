#include "guideline/names.hpp"

#include "base/shown.hpp"
#include "base/walk.hpp"
#include "base/words.hpp"

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
    if (field.type->kind != TypeInfo::Kind::list) continue;
    const void* const list = field.in(record);
    for (const FieldInfo& part : field.type->element->fields) {
      if (part.key != "id") continue;
      for (std::size_t i = 0; i < field.type->size(list); ++i) {
        const void* const entry = field.type->item(list, i);
        ids_[field.key].emplace(*static_cast<const Id*>(part.in(entry)), Entry{field.type->element, entry});
      }
    }
  }
}

bool Names::has(std::string_view collection, std::string_view id) const {
  const auto found = ids_.find(collection);
  return found != ids_.end() && found->second.count(id) > 0;
}

Localised Names::list(std::string_view collection) const {
  std::vector<Named> all;
  const auto found = ids_.find(collection);
  if (found != ids_.end())
    for (const auto& [id, entry] : found->second) all.push_back({title_of(*entry.type, entry.record), id});
  return in_one_line(all);
}

Label Names::label(std::string_view collection) const {
  for (const Union& all : unions)
    if (all.name == collection) return all.label;
  for (const FieldInfo& field : type_info<Guideline>().fields)
    if (field.key == collection) return field.label;
  return {collection, collection};
}

}  // namespace kvalitet
