#pragma once
// From an outlined document to the record that it describes.
#include "io/docx/outline.hpp"
#include "io/docx/values.hpp"
#include "kvalitet/base/read.hpp"

namespace kvalitet::docx {

/// Fills a default-constructed record. What nobody has filled in moves from the `parts` of an entry to its `blanks`, so
/// that afterwards each list has as many parts as items. Fields that a template names and that there are not are told.
[[nodiscard]] Reading read_outline(const TypeInfo& type, void* record, const Values& values, const Body& body,
                                   Outline& outline, std::size_t most_findings,
                                   const std::vector<std::string>& unknown_fields = {});

/// Somebody has written anything in a record's place, or says that the record is there without any text: what nobody
/// has touched is a template's.
[[nodiscard]] bool is_filled(const Part& part);

}  // namespace kvalitet::docx
