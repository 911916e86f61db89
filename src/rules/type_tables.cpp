// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/rules/check.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<Step>() noexcept;
template KVALITET_API const TypeInfo& type_info<Draft>() noexcept;

}  // namespace kvalitet
