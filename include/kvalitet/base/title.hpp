#pragma once
// What people call a record.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/type_info.hpp"

namespace kvalitet {

/// Its words in both languages, or else its title, name or heading, or else the id that each of its type has; may be
/// empty.
[[nodiscard]] KVALITET_API Localised title_of(const TypeInfo& type, const void* record);

}  // namespace kvalitet
