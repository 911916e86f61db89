#pragma once
// The school-year report (läsårsrapport): what came of the year. Section 5, Läsårsrapporten: "… innehåller analys av
// helheten för läsårets arbete samt resultat och effekter av prioriterade utvecklingsområden och åtaganden."
#include "kvalitet/documents/commitment_plan.hpp"

namespace kvalitet {

/// What becomes of something in the next plan.
enum class Continuation { carry_on, change, finished, dropped };

/// What came of one commitment of the plan.
struct CommitmentReport {
  Id commitment;  ///< its id in the plan; without one, it is known by its title
  Text title;
  Text results;
  Text effects;
  Text analysis;  ///< what contributed
  std::optional<Continuation> continuation;
  Text why;  ///< it is carried on, changed, finished or dropped
  std::vector<Tag> tags;
  friend bool operator==(const CommitmentReport&, const CommitmentReport&) = default;
};

/// What came of one prioritised goal area (utvecklingsområde).
struct GoalAreaReport {
  Id kind;
  Text title;
  Text results;
  Text effects;
  std::vector<CommitmentReport> commitments;
  friend bool operator==(const GoalAreaReport&, const GoalAreaReport&) = default;
};

/// A report follows its plan: the same principal, units and school year. It may be begun only.
struct SchoolYearReport {
  int format_version = 1;
  SchoolYear school_year;
  Text principal;
  std::vector<Unit> units;
  DocumentState state = DocumentState::begun;
  Text analysis;  ///< of the whole
  std::vector<GoalAreaReport> areas;
  std::vector<Deviation> deviations;
  friend bool operator==(const SchoolYearReport&, const SchoolYearReport&) = default;
};

template <>
struct Describe<Continuation> {
  static constexpr std::string_view name = "Continuation";
  static constexpr Label label{"Fortsättning", "Continuation"};
  static constexpr std::string_view meaning = "What becomes of something in the next plan.";
  static constexpr auto values = std::array{
      Choice{Continuation::carry_on, "carry_on", Label{"fortsätter", "carries on"}},
      Choice{Continuation::change, "change", Label{"fortsätter på ett annat sätt", "carries on in another way"}},
      Choice{Continuation::finished, "finished", Label{"är klart", "is finished"}},
      Choice{Continuation::dropped, "dropped", Label{"avslutas utan att vara klart", "ends unfinished"}},
  };
};

template <>
struct Describe<CommitmentReport> {
  static constexpr std::string_view name = "CommitmentReport";
  static constexpr Label label{"Åtagande", "Commitment"};
  static constexpr std::string_view meaning = "What came of one commitment of the plan.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"commitment", &T::commitment, Label{"Åtagandets kortnamn", "Commitment id"},
            "The commitment's `id` in the plan; without one it is known by its title."},
      Field{"title", &T::title, Label{"Åtagande", "Commitment"}, "The commitment, as in the plan."},
      Field{"results", &T::results, Label{"Resultat", "Results"}, "What came of it.", prose},
      Field{"effects", &T::effects, Label{"Effekter", "Effects"}, "What became different for children and pupils.",
            prose},
      Field{"analysis", &T::analysis, Label{"Analys", "Analysis"}, "What contributed.", prose},
      Field{"continuation", &T::continuation, Label{"Fortsättning", "Continuation"},
            "What becomes of it in the next plan; absent while undecided."},
      Field{"why", &T::why, Label{"Varför", "Why"}, "Why it is carried on, changed, finished or dropped.", prose},
      Field{"tags", &T::tags, Label{"Märkningar", "Tags"}, "Success factors and goals that it served."},
  };
};

template <>
struct Describe<GoalAreaReport> {
  static constexpr std::string_view name = "GoalAreaReport";
  static constexpr Label label{"Utvecklingsområde", "Goal area"};
  static constexpr std::string_view meaning = "What came of one prioritised goal area.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "As in the plan; empty for an area of the unit's own.",
            "goal_areas"},
      Field{"title", &T::title, Label{"Utvecklingsområde", "Goal area"}, "What the plan calls it."},
      Field{"results", &T::results, Label{"Resultat", "Results"}, "What came of the area as a whole.", prose},
      Field{"effects", &T::effects, Label{"Effekter", "Effects"}, "What became different for children and pupils.",
            prose},
      Field{"commitments", &T::commitments, Label{"Åtaganden", "Commitments"}, "The commitments within it."},
  };
};

template <>
struct Describe<SchoolYearReport> {
  static constexpr std::string_view name = "SchoolYearReport";
  static constexpr Label label{"Läsårsrapport", "School-year report"};
  static constexpr std::string_view meaning = "What came of a principal's school year. It may be begun only.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"school_year", &T::school_year, Label{"Läsår", "School year"}, "The school year it sums up.", required},
      Field{"principal", &T::principal, Label{"Rektor", "Principal"},
            "Whose report it is; empty while the post is vacant."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The units that it covers."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it has come, by the principal's own word."},
      Field{"analysis", &T::analysis, Label{"Analys av helheten", "Analysis of the whole"},
            "The analysis of the year's work as a whole.", prose},
      Field{"areas", &T::areas, Label{"Prioriterade utvecklingsområden", "Prioritised goal areas"},
            "The goal areas of the plan."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
