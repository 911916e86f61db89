// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/model/concept.hpp"
#include "kvalitet/model/contact.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "kvalitet/model/municipality.hpp"
#include "kvalitet/model/school_form.hpp"
#include "kvalitet/model/source.hpp"
#include "kvalitet/model/tag.hpp"
#include "kvalitet/model/timing.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<Concept>() noexcept;
template KVALITET_API const TypeInfo& type_info<Actor>() noexcept;
template KVALITET_API const TypeInfo& type_info<DutyMoment>() noexcept;
template KVALITET_API const TypeInfo& type_info<Proof>() noexcept;
template KVALITET_API const TypeInfo& type_info<Duty>() noexcept;
template KVALITET_API const TypeInfo& type_info<Link>() noexcept;
template KVALITET_API const TypeInfo& type_info<EmailAddress>() noexcept;
template KVALITET_API const TypeInfo& type_info<Contact>() noexcept;
template KVALITET_API const TypeInfo& type_info<DutyDeviation>() noexcept;
template KVALITET_API const TypeInfo& type_info<Deviations>() noexcept;
template KVALITET_API const TypeInfo& type_info<Touches>() noexcept;
template KVALITET_API const TypeInfo& type_info<AssessmentDecision>() noexcept;
template KVALITET_API const TypeInfo& type_info<Matter>() noexcept;
template KVALITET_API const TypeInfo& type_info<Matters>() noexcept;
template KVALITET_API const TypeInfo& type_info<MeasureState>() noexcept;
template KVALITET_API const TypeInfo& type_info<Measure>() noexcept;
template KVALITET_API const TypeInfo& type_info<Measures>() noexcept;
template KVALITET_API const TypeInfo& type_info<UnitCode>() noexcept;
template KVALITET_API const TypeInfo& type_info<MunicipalUnit>() noexcept;
template KVALITET_API const TypeInfo& type_info<LeadershipKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<Leadership>() noexcept;
template KVALITET_API const TypeInfo& type_info<Principal>() noexcept;
template KVALITET_API const TypeInfo& type_info<Municipality>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolForm>() noexcept;
template KVALITET_API const TypeInfo& type_info<Unit>() noexcept;
template KVALITET_API const TypeInfo& type_info<Source>() noexcept;
template KVALITET_API const TypeInfo& type_info<Tag>() noexcept;
template KVALITET_API const TypeInfo& type_info<Clock>() noexcept;
template KVALITET_API const TypeInfo& type_info<EventKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<Window>() noexcept;
template KVALITET_API const TypeInfo& type_info<Timing>() noexcept;

}  // namespace kvalitet
