// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/status/duties.hpp"
#include "kvalitet/status/filed.hpp"
#include "kvalitet/status/status.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<DutyRow>() noexcept;
template KVALITET_API const TypeInfo& type_info<Evidence>() noexcept;
template KVALITET_API const TypeInfo& type_info<DutyState>() noexcept;
template KVALITET_API const TypeInfo& type_info<StatusRow>() noexcept;
template KVALITET_API const TypeInfo& type_info<StatusTotal>() noexcept;

}  // namespace kvalitet
