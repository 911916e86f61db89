// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/survey/area_moments.hpp"
#include "kvalitet/survey/audience.hpp"
#include "kvalitet/survey/comparison.hpp"
#include "kvalitet/survey/counts.hpp"
#include "kvalitet/survey/figures.hpp"
#include "kvalitet/survey/instrument.hpp"
#include "kvalitet/survey/register.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<AreaMoments>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyAudience>() noexcept;
template KVALITET_API const TypeInfo& type_info<Reference>() noexcept;
template KVALITET_API const TypeInfo& type_info<Outcome>() noexcept;
template KVALITET_API const TypeInfo& type_info<ItemComparison>() noexcept;
template KVALITET_API const TypeInfo& type_info<AreaComparison>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyComparison>() noexcept;
template KVALITET_API const TypeInfo& type_info<CountedItem>() noexcept;
template KVALITET_API const TypeInfo& type_info<ScoredItems>() noexcept;
template KVALITET_API const TypeInfo& type_info<GroupCounts>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyCounts>() noexcept;
template KVALITET_API const TypeInfo& type_info<ItemFigures>() noexcept;
template KVALITET_API const TypeInfo& type_info<AreaFigures>() noexcept;
template KVALITET_API const TypeInfo& type_info<ResponseFigures>() noexcept;
template KVALITET_API const TypeInfo& type_info<AnswerLevel>() noexcept;
template KVALITET_API const TypeInfo& type_info<AnswerScale>() noexcept;
template KVALITET_API const TypeInfo& type_info<Respondents>() noexcept;
template KVALITET_API const TypeInfo& type_info<Wording>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyItem>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyArea>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyInstrument>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyLink>() noexcept;
template KVALITET_API const TypeInfo& type_info<RawAnswers>() noexcept;
template KVALITET_API const TypeInfo& type_info<SurveyRegister>() noexcept;

}  // namespace kvalitet
