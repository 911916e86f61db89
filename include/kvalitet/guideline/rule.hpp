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
  brought_to_dialogue,    ///< the document has come as far as `dialogue` asks for when that dialogue is held

  analysis_stated,        ///< the report holds an analysis of the whole
  plan_covered,           ///< the report says something of all that the plan prioritised
  results_told,           ///< it tells the results of each goal area, commitment or development goal
  effects_told,           ///< it tells the effects of each goal area and commitment
  starting_point_stated,  ///< the operational plan says what it takes from last year's operational report
  goals_counted,          ///< development goals: at least `min`, at most `max`
  goals_tied,             ///< each development goal has a tag of the set `tag_set`
  goals_analysed,         ///< each development goal says what analysis of the units' quality work it comes from
  steps_written,          ///< the assessment says something under each of the policy's steps
  articles_considered,    ///< and of each of the guideline's articles
  perspectives_taken,     ///< and from each of its perspectives
  child_rights_prepared,  ///< each matter that touches children says how it was prepared from a child-rights
                          ///< perspective
  assessment_decided,     ///< each matter that touches children has a decision whether an assessment is needed
  session_composed,       ///< those who take part in a session of `dialogue` are as many, and from where, as it says
  session_within_window,  ///< it is held at the time of the year that `dialogue` says
  documents_brought,      ///< what is to be brought to it was brought, as far as it is to have come
  measures_answer_needs,  ///< each measure says which need it answers
  measures_followed_up,   ///< each measure is followed up by the end of the school year after that in which it was
                          ///< carried out
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
  Id tag_set;
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
      Choice{Check::analysis_stated, "analysis_stated", Label{"en analys av helheten", "an analysis of the whole"}},
      Choice{Check::plan_covered, "plan_covered",
             Label{"något om allt som planen prioriterade", "something of all that the plan prioritised"}},
      Choice{Check::results_told, "results_told", Label{"resultat av det prioriterade", "results"}},
      Choice{Check::effects_told, "effects_told", Label{"effekter av det prioriterade", "effects"}},
      Choice{Check::starting_point_stated, "starting_point_stated",
             Label{"utgångspunkten i förra årets rapport", "the starting point in last year's report"}},
      Choice{Check::goals_counted, "goals_counted", Label{"antalet utvecklingsmål", "the number of development goals"}},
      Choice{Check::goals_tied, "goals_tied", Label{"mål kopplade till en uppsättning", "goals tied to a set"}},
      Choice{Check::goals_analysed, "goals_analysed",
             Label{"vilken analys målen kommer från", "the analysis that goals come from"}},
      Choice{Check::steps_written, "steps_written", Label{"analysens alla steg", "all steps of the assessment"}},
      Choice{Check::articles_considered, "articles_considered", Label{"artiklarna", "the articles"}},
      Choice{Check::perspectives_taken, "perspectives_taken", Label{"perspektiven", "the perspectives"}},
      Choice{Check::child_rights_prepared, "child_rights_prepared",
             Label{"beredning utifrån ett barnrättsperspektiv", "preparation from a child-rights perspective"}},
      Choice{Check::assessment_decided, "assessment_decided",
             Label{"ställningstagande till barnkonsekvensanalys", "a decision on an impact assessment"}},
      Choice{Check::session_composed, "session_composed", Label{"vilka som deltar", "who takes part"}},
      Choice{Check::session_within_window, "session_within_window",
             Label{"när dialogen hålls", "when the dialogue is held"}},
      Choice{Check::documents_brought, "documents_brought", Label{"vad som är medtaget", "what is brought"}},
      Choice{Check::measures_answer_needs, "measures_answer_needs",
             Label{"vilket behov insatsen svarar mot", "the need that a measure answers"}},
      Choice{Check::measures_followed_up, "measures_followed_up",
             Label{"uppföljning av insatser", "follow-up of measures"}},
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
      Field{"tag_set", &T::tag_set, Label{"Uppsättning", "Tag set"},
            "The set of goals or success factors that something is tied to.", "tag_sets"},
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
