#pragma once
// The register of decisions to depart from duties, such as a dialogue that one unit does without this year. Decisions
// to depart from a rule stand in the document that the rule judges (base/finding.hpp).
#include "kvalitet/base/date.hpp"
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/text.hpp"

#include <optional>
#include <vector>

namespace kvalitet {

/// A recorded decision to depart from a duty. It answers what is not done without hiding it.
struct DutyDeviation {
  Id duty;                ///< of the guideline's duties
  Text event;             ///< the id of the occasion, as in the annual cycle; empty: every occasion
  std::vector<Id> units;  ///< for which of the municipality's units; none: all
  Text decided_by;
  Text reason;
  std::optional<Date> decided_on;
  Date until{1970, 1, 1};  ///< the last day on which it holds
  friend bool operator==(const DutyDeviation&, const DutyDeviation&) = default;
};

/// The decisions of one organiser.
struct Deviations {
  int format_version = 1;
  std::vector<DutyDeviation> deviations;
  friend bool operator==(const Deviations&, const Deviations&) = default;
};

template <>
struct Describe<DutyDeviation> {
  static constexpr std::string_view name = "DutyDeviation";
  static constexpr Label label{"Avvikelse från en uppgift", "Deviation from a duty"};
  static constexpr std::string_view meaning =
      "A recorded decision to depart from a duty. It answers what is not done without hiding it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"duty", &T::duty, Label{"Uppgift", "Duty"}, "The `id` of the duty departed from.", required, "duties"},
      Field{"event", &T::event, Label{"Händelse", "Event"},
            "The `id` of the occasion, as in the annual cycle; empty for every occasion."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The `id`s of the units it is for; none means all."},
      Field{"decided_by", &T::decided_by, Label{"Beslutat av", "Decided by"}, "Who decided.", required},
      Field{"reason", &T::reason, Label{"Skäl", "Reason"}, "Why.", required},
      Field{"decided_on", &T::decided_on, Label{"Beslutsdag", "Decided on"}, "The day of the decision."},
      Field{"until", &T::until, Label{"Gäller till och med", "Until"}, "The last day on which it holds.", required},
  };
};

template <>
struct Describe<Deviations> {
  static constexpr std::string_view name = "Deviations";
  static constexpr Label label{"Avvikelser från uppgifter", "Deviations from duties"};
  static constexpr std::string_view meaning = "The register of decisions to depart from duties.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"}, "The decisions."},
  };
};

}  // namespace kvalitet
