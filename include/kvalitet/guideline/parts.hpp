#pragma once
// The parts of a guideline that people meet in: dialogues, meetings, documents and surveys.
#include "kvalitet/model/concept.hpp"
#include "kvalitet/model/school_form.hpp"
#include "kvalitet/model/timing.hpp"

namespace kvalitet {

/// How far a document has come.
enum class DocumentState { not_begun, begun, complete };

/// Which document type of the library a guideline's document is.
enum class DocumentKind {
  commitment_plan,
  school_year_report,
  operational_plan,
  operational_report,
  impact_assessment,
  matters,           ///< the register of matters that the administration prepares
  measures,          ///< the organiser's measures
  dialogue_session,  ///< a session of a dialogue or meeting, and its record
  deviations,        ///< the register of decisions to depart from duties
  other,             ///< kept in the year, not read by the library
};

/// Who takes part, and how many.
struct Participant {
  Id actor;
  std::optional<int> min;
  std::optional<int> max;
  bool same_school_form = false;  ///< all of them from one school form
  Basis basis;
  friend bool operator==(const Participant&, const Participant&) = default;
};

/// A document that somebody has with them.
struct Bring {
  Id document;
  DocumentState state = DocumentState::complete;  ///< at least
  Id by;
  Basis basis;
  friend bool operator==(const Bring&, const Bring&) = default;
};

/// A dialogue or a meeting: people, usually of different levels, at set times.
struct Dialogue {
  Id id;
  Localised title;
  std::vector<Id> between;  ///< the two levels it ties together, or one level twice
  Id invited_by;
  Timing timing;
  std::optional<int> duration_minutes;
  Localised form;
  std::vector<Participant> participants;
  std::vector<Bring> brings;
  std::vector<Id> starts;  ///< documents whose work starts here
  std::vector<Statement> topics;
  std::optional<Link> dimension;         ///< the quality dimension it looks at
  std::optional<Link> question;          ///< the improvement question it serves
  std::vector<SchoolForm> school_forms;  ///< none: all
  Basis basis;
  friend bool operator==(const Dialogue&, const Dialogue&) = default;
};

/// Something that a document holds.
struct DocumentPart {
  Localised words;
  Text field;  ///< where it is written: keys of the document type, such as `areas.commitments`; empty: all of it
  Basis basis;
  friend bool operator==(const DocumentPart&, const DocumentPart&) = default;
};

/// A document that the guideline asks for.
struct Document {
  Id id;
  DocumentKind kind = DocumentKind::other;
  Localised title;
  Id owner;
  std::optional<Timing> timing;     ///< when it is made; none: follows from the dialogues it is brought to
  std::optional<int> years;         ///< how many school years one document covers; none: one
  std::vector<DocumentPart> parts;  ///< what it holds
  std::optional<Link> question;
  std::vector<SchoolForm> school_forms;  ///< none: all
  Basis basis;
  friend bool operator==(const Document&, const Document&) = default;
};

/// A survey that comes back in rounds, the windows of its timing.
struct Survey {
  Id id;
  Localised title;
  std::vector<Concept> areas;
  Timing timing;
  Id asked_by;
  std::vector<Id> respondents;
  std::vector<Statement> steps;
  std::optional<Link> question;
  std::vector<SchoolForm> school_forms;  ///< none: all
  Basis basis;
  friend bool operator==(const Survey&, const Survey&) = default;
};

/// One way of looking at the year: what it shows.
struct Wheel {
  Id id;
  Localised title;
  Clock clock = Clock::school_year;
  std::vector<EventKind> kinds;  ///< none: all
  std::vector<Id> levels;        ///< none: all
  Basis basis;
  friend bool operator==(const Wheel&, const Wheel&) = default;
};

template <>
struct Describe<DocumentState> {
  static constexpr std::string_view name = "DocumentState";
  static constexpr Label label{"Läge", "State"};
  static constexpr std::string_view meaning = "How far a document has come.";
  static constexpr auto values = std::array{
      Choice{DocumentState::not_begun, "not_begun", Label{"inte påbörjad", "not begun"}},
      Choice{DocumentState::begun, "begun", Label{"påbörjad", "begun"}},
      Choice{DocumentState::complete, "complete", Label{"klar", "complete"}},
  };
};

template <>
struct Describe<DocumentKind> {
  static constexpr std::string_view name = "DocumentKind";
  static constexpr Label label{"Dokumenttyp", "Document kind"};
  static constexpr std::string_view meaning = "Which document type of the library a guideline's document is.";
  static constexpr auto values = std::array{
      Choice{DocumentKind::commitment_plan, "commitment_plan", Label{"åtagandeplan", "commitment plan"}},
      Choice{DocumentKind::school_year_report, "school_year_report", Label{"läsårsrapport", "school-year report"}},
      Choice{DocumentKind::operational_plan, "operational_plan", Label{"verksamhetsplan", "operational plan"}},
      Choice{DocumentKind::operational_report, "operational_report", Label{"verksamhetsrapport", "operational report"}},
      Choice{DocumentKind::impact_assessment, "impact_assessment",
             Label{"barnkonsekvensanalys", "child rights impact assessment"}},
      Choice{DocumentKind::matters, "matters", Label{"ärendeförteckning", "register of matters"}},
      Choice{DocumentKind::measures, "measures", Label{"insatser", "measures"}},
      Choice{DocumentKind::dialogue_session, "dialogue_session", Label{"dialogtillfälle", "dialogue session"}},
      Choice{DocumentKind::deviations, "deviations", Label{"avvikelser från uppgifter", "deviations from duties"}},
      Choice{DocumentKind::other, "other", Label{"annat dokument", "other document"}},
  };
};

template <>
struct Describe<Participant> {
  static constexpr std::string_view name = "Participant";
  static constexpr Label label{"Deltagare", "Participant"};
  static constexpr std::string_view meaning = "Who takes part, and how many.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Who takes part.", required, "actors"},
      Field{"min", &T::min, Label{"Minst", "At least"}, "The fewest of them."},
      Field{"max", &T::max, Label{"Högst", "At most"}, "The most of them."},
      Field{"same_school_form", &T::same_school_form, Label{"Samma skolform", "Same school form"},
            "All of them come from one school form."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on."},
  };
};

template <>
struct Describe<Bring> {
  static constexpr std::string_view name = "Bring";
  static constexpr Label label{"Har med sig", "Brings"};
  static constexpr std::string_view meaning = "A document that somebody has with them.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"document", &T::document, Label{"Dokument", "Document"}, "What is brought.", required, "documents"},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it must have come by then.", required},
      Field{"by", &T::by, Label{"Vem", "Who"}, "Who brings it.", required, "actors"},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Dialogue> {
  static constexpr std::string_view name = "Dialogue";
  static constexpr Label label{"Dialog", "Dialogue"};
  static constexpr std::string_view meaning =
      "A dialogue or a meeting: people, usually of different levels, at set times.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"between", &T::between, Label{"Mellan", "Between"}, "The two levels it ties together, or one level twice.",
            "levels"},
      Field{"invited_by", &T::invited_by, Label{"Kallas av", "Invited by"}, "Who invites.", "actors"},
      Field{"timing", &T::timing, Label{"När", "When"}, "When it takes place."},
      Field{"duration_minutes", &T::duration_minutes, Label{"Längd i minuter", "Duration in minutes"},
            "How long it takes, in minutes."},
      Field{"form", &T::form, Label{"Form", "Form"}, "How it is held, such as a half-day."},
      Field{"participants", &T::participants, Label{"Deltagare", "Participants"}, "Who takes part."},
      Field{"brings", &T::brings, Label{"Har med sig", "Brings"}, "What is brought, and how far it has come."},
      Field{"starts", &T::starts, Label{"Startar", "Starts"}, "Documents whose work starts here.", "documents"},
      Field{"topics", &T::topics, Label{"Innehåll", "Topics"}, "What it is about."},
      Field{"dimension", &T::dimension, Label{"Kvalitetsdimension", "Quality dimension"},
            "The quality dimension it looks at.", "quality_dimensions"},
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The improvement question it serves.",
            "improvement_questions"},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<DocumentPart> {
  static constexpr std::string_view name = "DocumentPart";
  static constexpr Label label{"Del av ett dokument", "Document part"};
  static constexpr std::string_view meaning = "Something that a document holds.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"words", &T::words, Label{"Ord", "Words"}, "What it holds, in words.", required},
      Field{"field", &T::field, Label{"Skrivs i", "Field"},
            "Where it is written, by the document type's keys: `areas.commitments`. Absent: in all of it."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Document> {
  static constexpr std::string_view name = "Document";
  static constexpr Label label{"Dokument", "Document"};
  static constexpr std::string_view meaning = "A document that the guideline asks for.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"kind", &T::kind, Label{"Dokumenttyp", "Kind"}, "Which document type of the library it is."},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"owner", &T::owner, Label{"Ägare", "Owner"}, "Whose document it is.", required, "actors"},
      Field{"timing", &T::timing, Label{"När", "When"},
            "When it is made. Absent: it follows from the dialogues it is brought to."},
      Field{"years", &T::years, Label{"Antal läsår", "Years"},
            "How many school years one document covers. Absent: one."},
      Field{"parts", &T::parts, Label{"Innehåll", "Parts"}, "What it holds."},
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The improvement question it serves.",
            "improvement_questions"},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Survey> {
  static constexpr std::string_view name = "Survey";
  static constexpr Label label{"Mätning", "Survey"};
  static constexpr std::string_view meaning = "A survey that comes back in rounds, the windows of its timing.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"areas", &T::areas, Label{"Områden", "Areas"}, "What it asks about."},
      Field{"timing", &T::timing, Label{"När", "When"}, "Its rounds."},
      Field{"asked_by", &T::asked_by, Label{"Ordnas av", "Asked by"}, "Who sends it out.", "actors"},
      Field{"respondents", &T::respondents, Label{"Svarande", "Respondents"}, "Who answers.", "actors"},
      Field{"steps", &T::steps, Label{"Steg", "Steps"}, "What happens, in order."},
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The improvement question it serves.",
            "improvement_questions"},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Wheel> {
  static constexpr std::string_view name = "Wheel";
  static constexpr Label label{"Årshjul", "Wheel"};
  static constexpr std::string_view meaning = "One way of looking at the year: what it shows.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"clock", &T::clock, Label{"Årsräkning", "Clock"}, "Which year it goes around."},
      Field{"kinds", &T::kinds, Label{"Slag", "Kinds"}, "The kinds of events it shows; none means all."},
      Field{"levels", &T::levels, Label{"Nivåer", "Levels"}, "The levels it shows; none means all.", "levels"},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

}  // namespace kvalitet
