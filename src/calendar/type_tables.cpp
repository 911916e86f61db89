// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/calendar/iso_week.hpp"
#include "kvalitet/calendar/school_year.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<DayClass>() noexcept;
template KVALITET_API const TypeInfo& type_info<Roll>() noexcept;
template KVALITET_API const TypeInfo& type_info<Holiday>() noexcept;
template KVALITET_API const TypeInfo& type_info<LocalDay>() noexcept;
template KVALITET_API const TypeInfo& type_info<IsoWeek>() noexcept;
template KVALITET_API const TypeInfo& type_info<Break>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolYearDates>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolYearCount>() noexcept;

}  // namespace kvalitet
