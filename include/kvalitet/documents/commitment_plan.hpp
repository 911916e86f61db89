#pragma once
// The commitment plan (åtagandeplan): what a principal commits to for the coming school year. Section 5,
// Åtagandeplanen.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/parts.hpp"
#include "kvalitet/model/tag.hpp"

namespace kvalitet {

/// Tänkt effekt: what is to be different for children and pupils.
struct ExpectedEffect {
  Id id;  ///< needed only where activities name it
  Text text;
  friend bool operator==(const ExpectedEffect&, const ExpectedEffect&) = default;
};

/// Something to be done, and what it is to lead to (aktivitetens resultat).
struct Activity {
  Text title;
  Text intended_result;
  Text responsible;
  std::optional<Date> start;
  std::optional<Date> end;
  std::vector<Id> effects;  ///< the commitment's expected effects that it works towards; none: all of them
  friend bool operator==(const Activity&, const Activity&) = default;
};

/// A look back during the year.
struct FollowUp {
  std::optional<Date> date;
  Text text;
  Text next_step;
  Id survey;  ///< whose result led to it, if one did
  Id round;   ///< and which of its rounds
  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// Åtagande: a concrete direction within a goal area.
struct Commitment {
  Id id;  ///< needed only where a report is to name it
  Text title;
  Text reason;
  std::vector<ExpectedEffect> expected_effects;
  std::vector<Activity> activities;
  std::vector<FollowUp> follow_ups;
  std::vector<Tag> tags;  ///< success factors and goals that it serves
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// Övergripande målområde. It is recognised by its kind, never by how its title is spelt.
struct GoalArea {
  Id kind;
  Text title;
  std::vector<Commitment> commitments;
  friend bool operator==(const GoalArea&, const GoalArea&) = default;
};

/// A plan belongs to a principal and names the units that it covers. It may be half-written.
struct CommitmentPlan {
  int format_version = 1;
  SchoolYear school_year;
  int years = 1;  ///< how many school years it covers
  Text principal;
  std::vector<Unit> units;
  DocumentState state = DocumentState::begun;
  std::vector<GoalArea> areas;
  std::vector<Deviation> deviations;
  friend bool operator==(const CommitmentPlan&, const CommitmentPlan&) = default;
};

/// The days from the first to the last school year that the plan covers: at least one year, and none that dates cannot
/// hold.
[[nodiscard]] KVALITET_API Period days_of(const CommitmentPlan& plan);

template <>
struct Describe<ExpectedEffect> {
  static constexpr std::string_view name = "ExpectedEffect";
  static constexpr Label label{"Tänkt effekt", "Expected effect"};
  static constexpr std::string_view meaning = "What is to be different for children and pupils.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Needed only where activities name it."},
      Field{"text", &T::text, Label{"Tänkt effekt", "Expected effect"}, "The effect, in words."},
  };
};

template <>
struct Describe<Activity> {
  static constexpr std::string_view name = "Activity";
  static constexpr Label label{"Aktivitet", "Activity"};
  static constexpr std::string_view meaning = "Something to be done, and what it is to lead to.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"title", &T::title, Label{"Aktivitet", "Activity"}, "What is to be done."},
      Field{"intended_result", &T::intended_result, Label{"Aktivitetens resultat", "Intended result"},
            "What it is to lead to."},
      Field{"responsible", &T::responsible, Label{"Ansvarig", "Responsible"}, "Who sees to it."},
      Field{"start", &T::start, Label{"Börjar", "Start"}, "The first day."},
      Field{"end", &T::end, Label{"Slutar", "End"}, "The last day."},
      Field{"effects", &T::effects, Label{"Leder mot", "Works towards"},
            "The `id`s of the commitment's expected effects that it works towards; none means all of them."},
  };
};

template <>
struct Describe<FollowUp> {
  static constexpr std::string_view name = "FollowUp";
  static constexpr Label label{"Uppföljning", "Follow-up"};
  static constexpr std::string_view meaning = "A look back during the year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"date", &T::date, Label{"Datum", "Date"}, "The day of the follow-up."},
      Field{"text", &T::text, Label{"Hur blev det?", "How did it go?"}, "What was seen."},
      Field{"next_step", &T::next_step, Label{"Nästa steg", "Next step"}, "What is changed because of it."},
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "The survey whose result led to it, if one did.",
            "surveys"},
      Field{"round", &T::round, Label{"Mätomgång", "Round"}, "Which of the survey's rounds."},
  };
};

template <>
struct Describe<Commitment> {
  static constexpr std::string_view name = "Commitment";
  static constexpr Label label{"Åtagande", "Commitment"};
  static constexpr std::string_view meaning = "A concrete direction within a goal area.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Needed only where a report is to name it."},
      Field{"title", &T::title, Label{"Åtagande", "Commitment"}, "The commitment, in words."},
      Field{"reason", &T::reason, Label{"Varför", "Reason"}, "The analysis it comes from.", prose},
      Field{"expected_effects", &T::expected_effects, Label{"Tänkta effekter", "Expected effects"},
            "What is to be different."},
      Field{"activities", &T::activities, Label{"Aktiviteter", "Activities"}, "What is to be done."},
      Field{"follow_ups", &T::follow_ups, Label{"Uppföljningar", "Follow-ups"}, "Looks back during the year."},
      Field{"tags", &T::tags, Label{"Märkningar", "Tags"}, "Success factors and goals that it serves."},
  };
};

template <>
struct Describe<GoalArea> {
  static constexpr std::string_view name = "GoalArea";
  static constexpr Label label{"Målområde", "Goal area"};
  static constexpr std::string_view meaning = "A prioritised goal area, recognised by its kind and not by its title.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"},
            "An `id` among the `goal_areas` of the guideline or the policy; empty for an area of the unit's own.",
            "goal_areas"},
      Field{"title", &T::title, Label{"Målområde", "Goal area"}, "What the plan calls it."},
      Field{"commitments", &T::commitments, Label{"Åtaganden", "Commitments"}, "The commitments within it."},
  };
};

template <>
struct Describe<CommitmentPlan> {
  static constexpr std::string_view name = "CommitmentPlan";
  static constexpr Label label{"Åtagandeplan", "Commitment plan"};
  static constexpr std::string_view meaning =
      "What a principal commits to for the coming school year. It may be half-written.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"school_year", &T::school_year, Label{"Läsår", "School year"}, "The (first) school year it is for.",
            required},
      Field{"years", &T::years, Label{"Antal läsår", "Years"}, "How many school years it covers."},
      Field{"principal", &T::principal, Label{"Rektor", "Principal"},
            "Whose plan it is; empty while the post is vacant."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The units that it covers."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it has come, by the principal's own word."},
      Field{"areas", &T::areas, Label{"Prioriterade målområden", "Prioritised goal areas"},
            "The goal areas that are prioritised."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
