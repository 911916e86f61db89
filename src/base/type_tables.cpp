// The table of each type of this room, and of what has no description.
#include "kvalitet/base/basis.hpp"
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/period.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/base/time.hpp"
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/base/value.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<Origin>() noexcept;
template KVALITET_API const TypeInfo& type_info<Modal>() noexcept;
template KVALITET_API const TypeInfo& type_info<Citation>() noexcept;
template KVALITET_API const TypeInfo& type_info<Basis>() noexcept;
template KVALITET_API const TypeInfo& type_info<Statement>() noexcept;
template KVALITET_API const TypeInfo& type_info<Language>() noexcept;
template KVALITET_API const TypeInfo& type_info<Localised>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChangeKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<Change>() noexcept;
template KVALITET_API const TypeInfo& type_info<Severity>() noexcept;
template KVALITET_API const TypeInfo& type_info<Place>() noexcept;
template KVALITET_API const TypeInfo& type_info<Deviation>() noexcept;
template KVALITET_API const TypeInfo& type_info<Finding>() noexcept;
template KVALITET_API const TypeInfo& type_info<Id>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolUnitCode>() noexcept;
template KVALITET_API const TypeInfo& type_info<MunicipalityCode>() noexcept;
template KVALITET_API const TypeInfo& type_info<Date>() noexcept;
template KVALITET_API const TypeInfo& type_info<MonthDay>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolYear>() noexcept;
template KVALITET_API const TypeInfo& type_info<CalendarYear>() noexcept;
template KVALITET_API const TypeInfo& type_info<Period>() noexcept;
template KVALITET_API const TypeInfo& type_info<ReadLimits>() noexcept;
template KVALITET_API const TypeInfo& type_info<Unplaced>() noexcept;
template KVALITET_API const TypeInfo& type_info<TimeOfDay>() noexcept;
template KVALITET_API const TypeInfo& type_info<Moment>() noexcept;
template KVALITET_API const TypeInfo& type_info<Value>() noexcept;
template KVALITET_API const TypeInfo& type_info<bool>() noexcept;
template KVALITET_API const TypeInfo& type_info<int>() noexcept;
template KVALITET_API const TypeInfo& type_info<std::int64_t>() noexcept;
template KVALITET_API const TypeInfo& type_info<Text>() noexcept;
template KVALITET_API const TypeInfo& type_info<Datum>() noexcept;
template KVALITET_API const TypeInfo& type_info<Data>() noexcept;

}  // namespace kvalitet
