#pragma once
// The administration's operational plan (verksamhetsplan) and report (verksamhetsrapport), by calendar year. Section 6,
// Februarimötet: "Verksamhetsplanen tar sin utgångspunkt i verksamhetsrapporten från förra kalenderåret. Här finns
// framtagna utvecklingsmål kopplade till nämndens mål samt från analys av verksamheternas systematiska
// kvalitetsarbete."
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/model/source.hpp"

namespace kvalitet {

/// Utvecklingsmål: what the administration wants to change in the year.
struct DevelopmentGoal {
  Id id;
  Text title;
  std::vector<Tag> tags;        ///< the board's goals that it is tied to, and others
  Text analysis;                ///< of the units' quality work, that it comes from
  std::vector<Source> sources;  ///< where in the units' documents that was seen
  std::vector<Id> measures;     ///< by which it is to be reached
  friend bool operator==(const DevelopmentGoal&, const DevelopmentGoal&) = default;
};

struct OperationalPlan {
  int format_version = 1;
  CalendarYear year;
  Text owner;  ///< the administration, by name
  DocumentState state = DocumentState::begun;
  Text starting_point;  ///< what it takes from last calendar year's operational report
  std::vector<DevelopmentGoal> goals;
  std::vector<Deviation> deviations;
  friend bool operator==(const OperationalPlan&, const OperationalPlan&) = default;
};

/// What came of one development goal.
struct GoalReport {
  Id goal;  ///< its id in the plan; without one, it is known by its title
  Text title;
  Text results;
  Text analysis;  ///< what contributed
  std::optional<Continuation> continuation;
  Text why;
  std::vector<Tag> tags;
  friend bool operator==(const GoalReport&, const GoalReport&) = default;
};

struct OperationalReport {
  int format_version = 1;
  CalendarYear year;
  Text owner;
  DocumentState state = DocumentState::begun;
  Text analysis;  ///< of the whole
  std::vector<GoalReport> goals;
  std::vector<Deviation> deviations;
  friend bool operator==(const OperationalReport&, const OperationalReport&) = default;
};

template <>
struct Describe<DevelopmentGoal> {
  static constexpr std::string_view name = "DevelopmentGoal";
  static constexpr Label label{"Utvecklingsmål", "Development goal"};
  static constexpr std::string_view meaning = "What the administration wants to change in the year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Needed only where a report or a measure names it."},
      Field{"title", &T::title, Label{"Utvecklingsmål", "Development goal"}, "The goal, in words."},
      Field{"tags", &T::tags, Label{"Märkningar", "Tags"}, "The board's goals that it is tied to, and others."},
      Field{"analysis", &T::analysis, Label{"Analys", "Analysis"},
            "What in the analysis of the units' quality work it comes from.", prose},
      Field{"sources", &T::sources, Label{"Underlag", "Sources"}, "Where in the units' documents that was seen."},
      Field{"measures", &T::measures, Label{"Insatser", "Measures"}, "The `id`s of the measures that serve it."},
  };
};

template <>
struct Describe<OperationalPlan> {
  static constexpr std::string_view name = "OperationalPlan";
  static constexpr Label label{"Verksamhetsplan", "Operational plan"};
  static constexpr std::string_view meaning = "What the administration plans for a calendar year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"year", &T::year, Label{"Kalenderår", "Calendar year"}, "The calendar year it is for.", required},
      Field{"owner", &T::owner, Label{"Förvaltning", "Administration"}, "Whose plan it is."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it has come."},
      Field{"starting_point", &T::starting_point, Label{"Utgångspunkt", "Starting point"},
            "What it takes from last calendar year's operational report.", prose},
      Field{"goals", &T::goals, Label{"Utvecklingsmål", "Development goals"}, "The development goals."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

template <>
struct Describe<GoalReport> {
  static constexpr std::string_view name = "GoalReport";
  static constexpr Label label{"Utvecklingsmål", "Development goal"};
  static constexpr std::string_view meaning = "What came of one development goal.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"goal", &T::goal, Label{"Målets kortnamn", "Goal"},
            "The goal's `id` in the plan; without one it is known by its title."},
      Field{"title", &T::title, Label{"Utvecklingsmål", "Development goal"}, "The goal, as in the plan."},
      Field{"results", &T::results, Label{"Resultat", "Results"}, "What came of it.", prose},
      Field{"analysis", &T::analysis, Label{"Analys", "Analysis"}, "What contributed.", prose},
      Field{"continuation", &T::continuation, Label{"Fortsättning", "Continuation"},
            "What becomes of it in the next plan; absent while undecided."},
      Field{"why", &T::why, Label{"Varför", "Why"}, "Why it is carried on, changed, finished or dropped.", prose},
      Field{"tags", &T::tags, Label{"Märkningar", "Tags"}, "Success factors and goals that it served."},
  };
};

template <>
struct Describe<OperationalReport> {
  static constexpr std::string_view name = "OperationalReport";
  static constexpr Label label{"Verksamhetsrapport", "Operational report"};
  static constexpr std::string_view meaning = "What came of the administration's calendar year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"year", &T::year, Label{"Kalenderår", "Calendar year"}, "The calendar year it sums up.", required},
      Field{"owner", &T::owner, Label{"Förvaltning", "Administration"}, "Whose report it is."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it has come."},
      Field{"analysis", &T::analysis, Label{"Analys av helheten", "Analysis of the whole"},
            "The analysis of the year as a whole.", prose},
      Field{"goals", &T::goals, Label{"Utvecklingsmål", "Development goals"}, "The development goals of the plan."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
