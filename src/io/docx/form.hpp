#pragma once
// How a described record looks in a Word document; read from its description alone, by writer and reader alike.
//
//   facts      short values: `Label: value`, one paragraph each, below the record's heading
//   prose      long texts, each below a heading with the field's label
//   rows       lists of small records: a table below a heading, with a column for each field
//   sections   lists of larger records: a heading for each, `Label 1: title`, and below it the same again
//   part       a record that is there or not: a heading with the field's label, and below it the same again
#include "kvalitet/base/type_info.hpp"

#include <string_view>

namespace kvalitet::docx {

enum class Shape { fact, prose, rows, sections, part };

inline bool is_list(const TypeInfo& type) { return type.kind == TypeInfo::Kind::list; }

/// The type itself, or what an optional or a list holds.
inline const TypeInfo& held(const TypeInfo& type) { return type.element != nullptr ? *type.element : type; }

inline bool holds_record(const TypeInfo& type) { return held(type).kind == TypeInfo::Kind::record; }

/// A table as wide as a page has room for this many columns.
inline constexpr std::size_t most_columns = 6;

inline bool fits_row(const TypeInfo& record) {
  if (record.fields.size() > most_columns) return false;
  for (const FieldInfo& field : record.fields)
    if (holds_record(*field.type)) return false;
  return true;
}

inline Shape shape_of(const FieldInfo& field) {
  if (!holds_record(*field.type)) return field.prose ? Shape::prose : Shape::fact;
  if (!is_list(*field.type)) return Shape::part;
  return fits_row(held(*field.type)) ? Shape::rows : Shape::sections;
}

/// The field whose value stands in the heading of a section, or is what a row without any other column says; none for
/// a record that has no text.
inline const FieldInfo* title_field(const TypeInfo& record) {
  const FieldInfo* first = nullptr;
  for (const FieldInfo& field : record.fields) {
    if (field.type->kind != TypeInfo::Kind::text) continue;
    if (field.key == "title" || field.key == "name") return &field;
    if (first == nullptr) first = &field;
  }
  return first;
}

/// Names for programs, which a document shows only where somebody uses them.
inline bool is_for_programs(const FieldInfo& field) {
  return field.key == "format_version" || (held(*field.type).name == "Id" && field.refers_to.empty());
}

}  // namespace kvalitet::docx
