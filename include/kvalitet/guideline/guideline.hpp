#pragma once
// A guideline: the decided text, and everything it says, as data.
#include "kvalitet/guideline/rule.hpp"

namespace kvalitet {

/// Who decided something, and when.
struct Decision {
  Text by;
  std::optional<Date> date;
  Text reference;  ///< paragraph or case number
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// A stretch of the decided text under one heading.
struct Passage {
  Text section;  ///< number, or the name of an unnumbered part
  Text heading;
  std::vector<Text> paragraphs;  ///< list items and table cells are paragraphs of their own
  bool paraphrase = false;       ///< a summary, not the organiser's own words
  friend bool operator==(const Passage&, const Passage&) = default;
};

/// Children and pupils to the board: who supports and steers whom.
struct Chain {
  std::vector<Id> actors;  ///< in order
  Basis basis;
  friend bool operator==(const Chain&, const Chain&) = default;
};

/// A principle: why it is there and what it leads to.
struct Principle {
  Id id;
  Localised title;
  std::vector<Statement> why;
  std::vector<Statement> leads_to;
  Basis basis;
  friend bool operator==(const Principle&, const Principle&) = default;
};

/// A set of success factors; its id is their namespace.
struct FactorSet {
  Id id;
  Localised title;
  std::vector<Concept> factors;
  Basis basis;
  friend bool operator==(const FactorSet&, const FactorSet&) = default;
};

/// What the guideline says about the Convention on the Rights of the Child.
struct ChildRights {
  std::vector<Concept> articles;
  std::vector<Concept> perspectives;
  std::vector<Statement> policy;
  friend bool operator==(const ChildRights&, const ChildRights&) = default;
};

struct Guideline {
  int format_version = 1;
  Id id;
  Localised title;
  Text organiser;
  std::optional<MunicipalityCode> municipality_code;
  Text document_type;
  Decision decided;
  Text applies_to;
  Date valid_from{1970, 1, 1};
  std::optional<Date> valid_to;
  Text responsible;
  Text last_revised;
  std::optional<Date> last_reviewed;
  bool excerpt = false;

  std::vector<Passage> text;
  std::vector<Citation> informative;

  std::vector<Concept> levels;
  std::vector<Actor> actors;
  std::optional<Chain> chain;
  std::vector<Concept> improvement_questions;
  std::vector<Concept> improvement_steps;
  std::vector<Concept> quality_dimensions;
  std::vector<Principle> principles;
  std::vector<FactorSet> success_factors;
  std::vector<FactorSet> goal_sets;
  std::optional<ChildRights> child_rights;
  std::vector<Concept> goal_areas;
  std::vector<Dialogue> dialogues;
  std::vector<Dialogue> meetings;
  std::vector<Document> documents;
  std::vector<Survey> surveys;
  std::vector<Concept> supports;
  std::vector<Wheel> wheels;
  std::vector<Duty> duties;
  std::vector<Rule> rules;
  std::vector<OpenQuestion> open_questions;

  friend bool operator==(const Guideline&, const Guideline&) = default;
};

template <>
struct Describe<Decision> {
  static constexpr std::string_view name = "Decision";
  static constexpr Label label{"Beslut", "Decision"};
  static constexpr std::string_view meaning = "Who decided something, and when.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"by", &T::by, Label{"Beslutat av", "Decided by"}, "The deciding body or person.", required},
      Field{"date", &T::date, Label{"Beslutsdag", "Date"}, "The day of the decision."},
      Field{"reference", &T::reference, Label{"Paragraf eller diarienummer", "Reference"},
            "The paragraph of the minutes, or the case number."},
  };
};

template <>
struct Describe<Passage> {
  static constexpr std::string_view name = "Passage";
  static constexpr Label label{"Textavsnitt", "Passage"};
  static constexpr std::string_view meaning = "A stretch of the decided text under one heading.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"section", &T::section, Label{"Avsnitt", "Section"},
            "Number of the section, or the name of an unnumbered part.", required},
      Field{"heading", &T::heading, Label{"Rubrik", "Heading"}, "The heading.", required},
      Field{"paragraphs", &T::paragraphs, Label{"Stycken", "Paragraphs"},
            "The text, verbatim; list items and table cells are paragraphs of their own.", required},
      Field{"paraphrase", &T::paraphrase, Label{"I sammandrag", "In summary"},
            "True where the words are a summary and not the organiser's own."},
  };
};

template <>
struct Describe<Chain> {
  static constexpr std::string_view name = "Chain";
  static constexpr Label label{"Stöd- och styrkedjan", "Chain of support and governance"};
  static constexpr std::string_view meaning = "From children and pupils to the board: who supports and steers whom.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"actors", &T::actors, Label{"Led", "Links"}, "The actors, in order.", required, "actors"},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Principle> {
  static constexpr std::string_view name = "Principle";
  static constexpr Label label{"Styrande princip", "Governing principle"};
  static constexpr std::string_view meaning = "A principle: why it is there and what it leads to.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Princip", "Principle"}, "The principle.", required},
      Field{"why", &T::why, Label{"Varför", "Why"}, "Why it is there and what it means."},
      Field{"leads_to", &T::leads_to, Label{"Vad ska det leda till?", "What is it to lead to?"}, "What it leads to."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<FactorSet> {
  static constexpr std::string_view name = "FactorSet";
  static constexpr Label label{"Framgångsfaktorer", "Success factors"};
  static constexpr std::string_view meaning = "A set of success factors; its `id` is their namespace.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The namespace of the factors.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call the set.", required},
      Field{"factors", &T::factors, Label{"Faktorer", "Factors"}, "The factors.", required},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<ChildRights> {
  static constexpr std::string_view name = "ChildRights";
  static constexpr Label label{"Barnets rättigheter", "The rights of the child"};
  static constexpr std::string_view meaning =
      "What the guideline says about the Convention on the Rights of the Child.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"articles", &T::articles, Label{"Artiklar", "Articles"}, "The articles it names as the core."},
      Field{"perspectives", &T::perspectives, Label{"Perspektiv", "Perspectives"}, "The perspectives to be taken."},
      Field{"policy", &T::policy, Label{"Policy", "Policy"}, "What follows for matters and decisions."},
  };
};

template <>
struct Describe<Guideline> {
  static constexpr std::string_view name = "Guideline";
  static constexpr Label label{"Riktlinje", "Guideline"};
  static constexpr std::string_view meaning = "The decided text of a guideline, and everything it says, as data.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name of this version of the guideline.", required},
      Field{"title", &T::title, Label{"Titel", "Title"}, "The document's title.", required},
      Field{"organiser", &T::organiser, Label{"Huvudman", "Organiser"}, "Whose guideline it is.", required},
      Field{"municipality_code", &T::municipality_code, Label{"Kommunkod", "Municipality code"},
            "The municipality's code, when it has one."},
      Field{"document_type", &T::document_type, Label{"Dokumenttyp", "Document type"},
            "What the organiser calls such a document."},
      Field{"decided", &T::decided, Label{"Beslut", "Decision"}, "Who decided it.", required},
      Field{"applies_to", &T::applies_to, Label{"Gäller för", "Applies to"}, "Whom it binds."},
      Field{"valid_from", &T::valid_from, Label{"Giltig från och med", "Valid from"},
            "Nothing is judged before this day.", required},
      Field{"valid_to", &T::valid_to, Label{"Giltig till och med", "Valid to"},
            "The last day on which it is in force, when it has been superseded."},
      Field{"responsible", &T::responsible, Label{"Dokumentansvarig", "Responsible"}, "Who keeps it."},
      Field{"last_revised", &T::last_revised, Label{"Senast reviderad", "Last revised"}, "As the document says it."},
      Field{"last_reviewed", &T::last_reviewed, Label{"Senast granskad", "Last reviewed"},
            "The day on which somebody last went through it."},
      Field{"excerpt", &T::excerpt, Label{"Utdrag", "Excerpt"},
            "True when this holds only parts of the organiser's guideline."},
      Field{"text", &T::text, Label{"Text", "Text"}, "The decided text, which citations quote.", required},
      Field{"informative", &T::informative, Label{"Upplysande", "Informative"},
            "Sentences that inform and oblige nobody, so that the trace accounts for them."},
      Field{"levels", &T::levels, Label{"Nivåer", "Levels"}, "The levels of the quality system."},
      Field{"actors", &T::actors, Label{"Aktörer", "Actors"}, "Who acts in it."},
      Field{"chain", &T::chain, Label{"Stöd- och styrkedjan", "Chain of support and governance"},
            "Who supports and steers whom."},
      Field{"improvement_questions", &T::improvement_questions, Label{"Förbättringsfrågor", "Questions"},
            "The questions of the improvement loop, in order."},
      Field{"improvement_steps", &T::improvement_steps, Label{"Förbättringssteg", "Steps"},
            "The steps of the improvement loop, in order."},
      Field{"quality_dimensions", &T::quality_dimensions, Label{"Kvalitetsdimensioner", "Quality dimensions"},
            "What quality is looked at as."},
      Field{"principles", &T::principles, Label{"Styrande principer", "Principles"}, "The principles."},
      Field{"success_factors", &T::success_factors, Label{"Framgångsfaktorer", "Success factors"},
            "Sets of success factors."},
      Field{"goal_sets", &T::goal_sets, Label{"Uppsättningar av mål", "Sets of goals"},
            "Sets of goals that the text ties work to; the goals themselves are often local policy (`tag_sets`)."},
      Field{"child_rights", &T::child_rights, Label{"Barnets rättigheter", "Child rights"}, "The rights of the child."},
      Field{"goal_areas", &T::goal_areas, Label{"Övergripande målområden", "Goal areas"},
            "The overarching goal areas that the text names."},
      Field{"dialogues", &T::dialogues, Label{"Dialoger", "Dialogues"}, "The dialogues."},
      Field{"meetings", &T::meetings, Label{"Möten", "Meetings"}, "Meetings that are not called dialogues."},
      Field{"documents", &T::documents, Label{"Dokument", "Documents"}, "The documents."},
      Field{"surveys", &T::surveys, Label{"Mätningar", "Surveys"}, "The surveys."},
      Field{"supports", &T::supports, Label{"Stöd", "Supports"}, "Tools and templates that help."},
      Field{"wheels", &T::wheels, Label{"Årshjul", "Wheels"}, "Ways of looking at the year."},
      Field{"duties", &T::duties, Label{"Uppgifter", "Duties"}, "Who has to do what."},
      Field{"rules", &T::rules, Label{"Regler", "Rules"}, "What the library checks."},
      Field{"open_questions", &T::open_questions, Label{"Öppna frågor", "Open questions"},
            "What the text leaves to the decision-maker."},
  };
};

}  // namespace kvalitet
