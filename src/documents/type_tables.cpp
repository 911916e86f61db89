// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/documents/coverage.hpp"
#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/documents/follow_on.hpp"
#include "kvalitet/documents/follow_ups.hpp"
#include "kvalitet/documents/impact_assessment.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/documents/school_year_report.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<ExpectedEffect>() noexcept;
template KVALITET_API const TypeInfo& type_info<Activity>() noexcept;
template KVALITET_API const TypeInfo& type_info<FollowUp>() noexcept;
template KVALITET_API const TypeInfo& type_info<Commitment>() noexcept;
template KVALITET_API const TypeInfo& type_info<GoalArea>() noexcept;
template KVALITET_API const TypeInfo& type_info<CommitmentPlan>() noexcept;
template KVALITET_API const TypeInfo& type_info<Coverage>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChainNodeKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChainGapKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChainNode>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChainEdge>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChainGap>() noexcept;
template KVALITET_API const TypeInfo& type_info<EffectChain>() noexcept;
template KVALITET_API const TypeInfo& type_info<CarriedOver>() noexcept;
template KVALITET_API const TypeInfo& type_info<LoggedFollowUp>() noexcept;
template KVALITET_API const TypeInfo& type_info<AssessmentPart>() noexcept;
template KVALITET_API const TypeInfo& type_info<ImpactAssessment>() noexcept;
template KVALITET_API const TypeInfo& type_info<DevelopmentGoal>() noexcept;
template KVALITET_API const TypeInfo& type_info<OperationalPlan>() noexcept;
template KVALITET_API const TypeInfo& type_info<GoalReport>() noexcept;
template KVALITET_API const TypeInfo& type_info<OperationalReport>() noexcept;
template KVALITET_API const TypeInfo& type_info<Continuation>() noexcept;
template KVALITET_API const TypeInfo& type_info<CommitmentReport>() noexcept;
template KVALITET_API const TypeInfo& type_info<GoalAreaReport>() noexcept;
template KVALITET_API const TypeInfo& type_info<SchoolYearReport>() noexcept;

}  // namespace kvalitet
