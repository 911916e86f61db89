#pragma once
// A session: one group's dialogue, planned and then recorded. Section 5, Dialoger.
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/period.hpp"
#include "kvalitet/guideline/parts.hpp"

namespace kvalitet {

/// Somebody who takes part.
struct Attendee {
  Text name;
  Id actor;  ///< as which of the guideline's actors
  Text unit;
  std::vector<SchoolForm> school_forms;
  friend bool operator==(const Attendee&, const Attendee&) = default;
};

/// A document that somebody had with them.
struct Brought {
  Id document;
  Text owner;  ///< by the name among those who take part
  DocumentState state = DocumentState::begun;
  friend bool operator==(const Brought&, const Brought&) = default;
};

/// What was said under one point of the agenda.
struct SessionNote {
  Text topic;
  Text text;
  friend bool operator==(const SessionNote&, const SessionNote&) = default;
};

/// What was agreed on, who sees to it and by when.
struct Agreement {
  Text text;
  Text responsible;
  std::optional<Date> by;
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

struct DialogueSession {
  int format_version = 1;
  Id dialogue;  ///< which of the guideline's dialogues or meetings
  std::optional<Date> date;
  Text place;
  DocumentState state = DocumentState::not_begun;  ///< of the record: complete when it has been held and written down
  std::vector<Attendee> attendees;
  std::vector<Brought> brought;
  std::vector<SessionNote> notes;
  std::vector<Agreement> agreed;
  std::vector<Deviation> deviations;
  friend bool operator==(const DialogueSession&, const DialogueSession&) = default;
};

template <>
struct Describe<Attendee> {
  static constexpr std::string_view name = "Attendee";
  static constexpr Label label{"Deltagare", "Attendee"};
  static constexpr std::string_view meaning = "Somebody who takes part in a session.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"name", &T::name, Label{"Namn", "Name"}, "The person's name."},
      Field{"actor", &T::actor, Label{"Deltar som", "As"}, "As which of the guideline's actors.", required, "actors"},
      Field{"unit", &T::unit, Label{"Enhet", "Unit"}, "The unit that the person comes from."},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"},
            "The school forms that the person answers for."},
  };
};

template <>
struct Describe<Brought> {
  static constexpr std::string_view name = "Brought";
  static constexpr Label label{"Medtaget dokument", "Brought document"};
  static constexpr std::string_view meaning = "A document that somebody had with them.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Which of the guideline's documents.", required,
            "documents"},
      Field{"owner", &T::owner, Label{"Vems", "Whose"}, "The name of the one who brought it."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it had come."},
  };
};

template <>
struct Describe<SessionNote> {
  static constexpr std::string_view name = "SessionNote";
  static constexpr Label label{"Anteckning", "Note"};
  static constexpr std::string_view meaning = "What was said under one point of the agenda.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"topic", &T::topic, Label{"Punkt", "Topic"}, "The point of the agenda."},
      Field{"text", &T::text, Label{"Anteckning", "Note"}, "What was said."},
  };
};

template <>
struct Describe<Agreement> {
  static constexpr std::string_view name = "Agreement";
  static constexpr Label label{"Överenskommelse", "Agreement"};
  static constexpr std::string_view meaning = "What was agreed on, who sees to it and by when.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"text", &T::text, Label{"Överenskommelse", "Agreement"}, "What was agreed on."},
      Field{"responsible", &T::responsible, Label{"Ansvarig", "Responsible"}, "Who sees to it."},
      Field{"by", &T::by, Label{"Senast", "By"}, "The last day."},
  };
};

template <>
struct Describe<DialogueSession> {
  static constexpr std::string_view name = "DialogueSession";
  static constexpr Label label{"Dialogtillfälle", "Dialogue session"};
  static constexpr std::string_view meaning = "One group's dialogue, planned and then recorded.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"dialogue", &T::dialogue, Label{"Dialog", "Dialogue"}, "Which of the guideline's dialogues or meetings.",
            required, "meetings"},
      Field{"date", &T::date, Label{"Datum", "Date"}, "The day of the session; absent while it has none."},
      Field{"place", &T::place, Label{"Plats", "Place"}, "Where."},
      Field{"state", &T::state, Label{"Läge", "State"},
            "How far the record has come; `complete` when the session has been held and written down."},
      Field{"attendees", &T::attendees, Label{"Deltagare", "Attendees"}, "Who takes part."},
      Field{"brought", &T::brought, Label{"Medtagna dokument", "Brought"}, "The documents that were brought."},
      Field{"notes", &T::notes, Label{"Anteckningar", "Notes"}, "What was said, by point of the agenda."},
      Field{"agreed", &T::agreed, Label{"Överenskommelser", "Agreed"}, "What was agreed on."},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
