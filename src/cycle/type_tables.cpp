// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<Event>() noexcept;
template KVALITET_API const TypeInfo& type_info<Name>() noexcept;
template KVALITET_API const TypeInfo& type_info<AnnualCycle>() noexcept;

}  // namespace kvalitet
