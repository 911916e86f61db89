#pragma once
// For whom figures of a survey are. What is counted of a unit is the unit's own; only a release makes figures for
// others.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

namespace kvalitet {

enum class SurveyAudience {
  unit,       ///< the unit itself: its principal and staff
  organiser,  ///< those who answer for all units
  everybody,  ///< whoever asks
};

/// Throws UsageError when figures that are for one audience are wanted for a wider one.
KVALITET_API void require_audience(SurveyAudience of, SurveyAudience wanted);

template <>
struct Describe<SurveyAudience> {
  static constexpr std::string_view name = "SurveyAudience";
  static constexpr Label label{"Målgrupp", "Audience"};
  static constexpr std::string_view meaning = "For whom figures of a survey are.";
  static constexpr auto values = std::array{
      Choice{SurveyAudience::unit, "unit", Label{"enheten själv", "the unit itself"}},
      Choice{SurveyAudience::organiser, "organiser", Label{"huvudmannen", "the organiser"}},
      Choice{SurveyAudience::everybody, "everybody", Label{"alla", "everybody"}},
  };
};

}  // namespace kvalitet
