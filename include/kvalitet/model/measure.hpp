#pragma once
// Measures (insatser): what the organiser does for a need, and how far it has come. Section 3, Styrning och ledning:
// "Detta blir synligt i prioriteringar, planering och genomförande av insatser."
#include "kvalitet/base/finding.hpp"
#include "kvalitet/model/source.hpp"
#include "kvalitet/model/tag.hpp"

namespace kvalitet {

/// How far a measure has come; follows from its dates.
enum class MeasureState { needed, planned, carried_out, followed_up };

struct Measure {
  Id id;
  Text title;
  Text need;                    ///< that it answers
  std::vector<Source> sources;  ///< where the need was seen
  std::vector<Id> units;        ///< for which units; none: all
  std::vector<Tag> tags;
  Text responsible;
  std::optional<Date> planned_for;
  std::optional<Date> carried_out;
  std::optional<Date> followed_up;
  Text result;  ///< what was seen when it was followed up
  friend bool operator==(const Measure&, const Measure&) = default;
};

[[nodiscard]] constexpr MeasureState state_of(const Measure& measure) noexcept {
  if (measure.followed_up) return MeasureState::followed_up;
  if (measure.carried_out) return MeasureState::carried_out;
  return measure.planned_for ? MeasureState::planned : MeasureState::needed;
}

/// The organiser's measures.
struct Measures {
  int format_version = 1;
  std::vector<Measure> measures;
  std::vector<Deviation> deviations;
  friend bool operator==(const Measures&, const Measures&) = default;
};

template <>
struct Describe<MeasureState> {
  static constexpr std::string_view name = "MeasureState";
  static constexpr Label label{"Läge", "State"};
  static constexpr std::string_view meaning = "How far a measure has come.";
  static constexpr auto values = std::array{
      Choice{MeasureState::needed, "needed", Label{"behov", "needed"}},
      Choice{MeasureState::planned, "planned", Label{"planerad", "planned"}},
      Choice{MeasureState::carried_out, "carried_out", Label{"genomförd", "carried out"}},
      Choice{MeasureState::followed_up, "followed_up", Label{"uppföljd", "followed up"}},
  };
};

template <>
struct Describe<Measure> {
  static constexpr std::string_view name = "Measure";
  static constexpr Label label{"Insats", "Measure"};
  static constexpr std::string_view meaning = "What the organiser does for a need.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Insats", "Measure"}, "What is done."},
      Field{"need", &T::need, Label{"Behov", "Need"}, "The need that it answers.", prose},
      Field{"sources", &T::sources, Label{"Underlag", "Sources"}, "Where the need was seen."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The `id`s of the units it is for; none means all."},
      Field{"tags", &T::tags, Label{"Märkningar", "Tags"}, "Success factors and goals that it serves."},
      Field{"responsible", &T::responsible, Label{"Ansvarig", "Responsible"}, "Who sees to it."},
      Field{"planned_for", &T::planned_for, Label{"Planerad till", "Planned for"}, "The day it is planned for."},
      Field{"carried_out", &T::carried_out, Label{"Genomförd", "Carried out"}, "The day it had been carried out."},
      Field{"followed_up", &T::followed_up, Label{"Uppföljd", "Followed up"}, "The day it was followed up."},
      Field{"result", &T::result, Label{"Hur blev det?", "How did it go?"}, "What was seen when it was followed up.",
            prose},
  };
};

template <>
struct Describe<Measures> {
  static constexpr std::string_view name = "Measures";
  static constexpr Label label{"Insatser", "Measures"};
  static constexpr std::string_view meaning = "The organiser's measures.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"measures", &T::measures, Label{"Insatser", "Measures"}, "The measures."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
