#pragma once
// Matters (ärenden) that the administration prepares, and whether they touch children. Section 3, Barnkonventionen och
// barnrättsperspektiv: "alla ärenden som direkt eller indirekt rör barn ska beredas utifrån ett barnrättsperspektiv.
// Vid behov ska en barnkonsekvensanalys göras."
#include "kvalitet/base/finding.hpp"

namespace kvalitet {

/// How a matter touches children.
enum class Touches { not_at_all, indirectly, directly };

/// The recorded decision whether a matter needs a child rights impact assessment: "vid behov" asks for the decision,
/// not for an assessment of every matter.
struct AssessmentDecision {
  bool needed = false;
  Text reason;
  Text decided_by;
  std::optional<Date> decided_on;
  friend bool operator==(const AssessmentDecision&, const AssessmentDecision&) = default;
};

struct Matter {
  Id id;
  Text title;
  std::optional<Date> decided_on;  ///< when the matter itself is decided
  std::optional<Touches> touches_children;
  Text child_rights;  ///< how it was prepared from a child-rights perspective
  std::optional<AssessmentDecision> assessment;
  friend bool operator==(const Matter&, const Matter&) = default;
};

/// The register of matters of one administration.
struct Matters {
  int format_version = 1;
  std::vector<Matter> matters;
  std::vector<Deviation> deviations;
  friend bool operator==(const Matters&, const Matters&) = default;
};

template <>
struct Describe<Touches> {
  static constexpr std::string_view name = "Touches";
  static constexpr Label label{"Rör barn", "Touches children"};
  static constexpr std::string_view meaning = "How a matter touches children.";
  static constexpr auto values = std::array{
      Choice{Touches::not_at_all, "not_at_all", Label{"inte alls", "not at all"}},
      Choice{Touches::indirectly, "indirectly", Label{"indirekt", "indirectly"}},
      Choice{Touches::directly, "directly", Label{"direkt", "directly"}},
  };
};

template <>
struct Describe<AssessmentDecision> {
  static constexpr std::string_view name = "AssessmentDecision";
  static constexpr Label label{"Ställningstagande till barnkonsekvensanalys", "Decision on an impact assessment"};
  static constexpr std::string_view meaning =
      "The recorded decision whether a matter needs a child rights impact assessment.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"needed", &T::needed, Label{"Behövs", "Needed"}, "Whether an assessment is to be made.", required},
      Field{"reason", &T::reason, Label{"Skäl", "Reason"}, "Why, or why not.", prose},
      Field{"decided_by", &T::decided_by, Label{"Beslutat av", "Decided by"}, "Who decided."},
      Field{"decided_on", &T::decided_on, Label{"Beslutsdag", "Decided on"}, "The day of the decision."},
  };
};

template <>
struct Describe<Matter> {
  static constexpr std::string_view name = "Matter";
  static constexpr Label label{"Ärende", "Matter"};
  static constexpr std::string_view meaning = "Something that the administration prepares for a decision.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Ärende", "Matter"}, "What it is about."},
      Field{"decided_on", &T::decided_on, Label{"Beslutas den", "Decided on"}, "The day on which it is decided."},
      Field{"touches_children", &T::touches_children, Label{"Rör barn", "Touches children"},
            "Directly, indirectly or not at all; absent while nobody has considered it."},
      Field{"child_rights", &T::child_rights,
            Label{"Beredning utifrån barnrättsperspektiv", "Child-rights preparation"},
            "How it was prepared from a child-rights perspective.", prose},
      Field{"assessment", &T::assessment, Label{"Barnkonsekvensanalys", "Impact assessment"},
            "The decision whether an assessment is needed; absent while nobody has decided."},
  };
};

template <>
struct Describe<Matters> {
  static constexpr std::string_view name = "Matters";
  static constexpr Label label{"Ärenden", "Matters"};
  static constexpr std::string_view meaning = "The register of matters of one administration.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"matters", &T::matters, Label{"Ärenden", "Matters"}, "The matters."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
