#pragma once
// Rules as data: one sentence of the text, the check of the library that carries it, and the check's parameters.
#include "kvalitet/guideline/parts.hpp"

namespace kvalitet {

/// What the library can check; one function each (rules/catalogue.hpp). The comment names the parameters it reads.
enum class Check {
  goal_areas_included,    ///< each of `areas` is prioritised
  goal_areas_counted,     ///< goal areas other than `areas`: at least `min`, at most `max`
  commitments_counted,    ///< commitments of each goal area: at least `min`, at most `max`
  effects_counted,        ///< expected effects of each commitment: at least `min`, at most `max`
  activities_counted,     ///< activities of each commitment: at least `min`, at most `max`
  results_stated,         ///< each activity says what it is to lead to
  effect_chain_unbroken,  ///< each expected effect has an activity, each activity an expected effect
  follow_ups_recorded,    ///< each commitment has at least `min` follow-ups when the document's year has ended
  principal_named,        ///< the plan says whose it is
  units_named,            ///< the plan says which units it covers
  dates_within_year,      ///< activities and follow-ups lie within the document's year
  brought_to_dialogue,    ///< the plan has come as far as `dialogue` asks for when that dialogue is held
};

struct Rule {
  Id id;
  Check check = Check::goal_areas_included;
  Id document;  ///< which document it judges
  Localised title;
  std::vector<Id> areas;
  std::optional<int> min;
  std::optional<int> max;
  Id dialogue;
  std::vector<SchoolForm> school_forms;  ///< none: all
  Basis basis;                           ///< its modal is the rule's severity
  friend bool operator==(const Rule&, const Rule&) = default;
};

/// Something the text leaves unsaid that only the decision-maker can answer. Until then the rule gives advice to the
/// school forms in question, and says why.
struct OpenQuestion {
  Id id;
  Localised question;
  Id rule;
  std::vector<SchoolForm> school_forms;
  Basis basis;
  friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

template <>
struct Describe<Check> {
  static constexpr std::string_view name = "Check";
  static constexpr Label label{"Kontroll", "Check"};
  static constexpr std::string_view meaning = "What the library can check.";
  static constexpr auto values = std::array{
      Choice{Check::goal_areas_included, "goal_areas_included",
             Label{"målområden som ska vara med", "goal areas that must be there"}},
      Choice{Check::goal_areas_counted, "goal_areas_counted",
             Label{"antalet övriga målområden", "the number of other goal areas"}},
      Choice{Check::commitments_counted, "commitments_counted",
             Label{"antalet åtaganden i varje målområde", "the number of commitments in each goal area"}},
      Choice{Check::effects_counted, "effects_counted",
             Label{"tänkta effekter till varje åtagande", "expected effects of each commitment"}},
      Choice{Check::activities_counted, "activities_counted",
             Label{"aktiviteter till varje åtagande", "activities of each commitment"}},
      Choice{Check::results_stated, "results_stated",
             Label{"vad varje aktivitet ska leda till", "what each activity is to lead to"}},
      Choice{Check::effect_chain_unbroken, "effect_chain_unbroken",
             Label{"en effektkedja utan luckor", "an effect chain without gaps"}},
      Choice{Check::follow_ups_recorded, "follow_ups_recorded",
             Label{"uppföljningar under året", "follow-ups during the year"}},
      Choice{Check::principal_named, "principal_named", Label{"vems dokumentet är", "whose document it is"}},
      Choice{Check::units_named, "units_named", Label{"vilka enheter som omfattas", "which units are covered"}},
      Choice{Check::dates_within_year, "dates_within_year", Label{"datum inom året", "dates within the year"}},
      Choice{Check::brought_to_dialogue, "brought_to_dialogue", Label{"klart till dialogen", "ready for the dialogue"}},
  };
};

template <>
struct Describe<Rule> {
  static constexpr std::string_view name = "Rule";
  static constexpr Label label{"Regel", "Rule"};
  static constexpr std::string_view meaning =
      "One sentence of the text, the check that carries it and the check's parameters. The modal of its basis is its "
      "severity.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"check", &T::check, Label{"Kontroll", "Check"}, "What is checked.", required},
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Which document it judges.", required,
            "documents"},
      Field{"title", &T::title, Label{"Regeln i klartext", "In plain words"}, "The rule in plain words.", required},
      Field{"areas", &T::areas, Label{"Målområden", "Goal areas"}, "Goal areas, by the ids of `goal_areas`.",
            "goal_areas"},
      Field{"min", &T::min, Label{"Minst", "At least"}, "The fewest."},
      Field{"max", &T::max, Label{"Högst", "At most"}, "The most."},
      Field{"dialogue", &T::dialogue, Label{"Dialog", "Dialogue"}, "The dialogue by which it must hold.", "meetings"},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on; its modal decides the severity.", required},
  };
};

template <>
struct Describe<OpenQuestion> {
  static constexpr std::string_view name = "OpenQuestion";
  static constexpr Label label{"Öppen fråga", "Open question"};
  static constexpr std::string_view meaning =
      "Something the text leaves unsaid that only the decision-maker can answer. Until it is answered in the policy, the "
      "rule gives advice to the school forms in question.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The question.", required},
      Field{"rule", &T::rule, Label{"Regel", "Rule"}, "The rule it is about.", required, "rules"},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"},
            "The school forms for which it is open.", required},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

}  // namespace kvalitet
