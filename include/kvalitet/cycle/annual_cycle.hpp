#pragma once
// The annual cycle (årshjul): what happens in a year, from the guideline's windows and the policy's days.
//
// One event for each dialogue, meeting, survey round, follow-up point and document in each of its windows; a document
// that has no time of its own follows the dialogues and meetings it is brought to. On the school year's clock a window
// that starts in August to December lies in the year's first calendar year, any other in its second; where it starts
// decides, wherever it ends. What happens every n years and has no first year is counted from the year in which the
// guideline becomes valid.
//
// Bookings narrow a window to their days (one event each; those that end before they start or last more than 365 days
// are left out). A document that follows a booked dialogue is due when that begins: one event of one day for each of
// its bookings. A due date comes before them and makes the document's event a single day of local policy: in place of
// the window it lies in, or else of the next, or else of the last. Before both come bookings of the document itself.
// Nothing here throws for odd data.
#include "kvalitet/base/export.hpp"
#include "kvalitet/guideline/quality_system.hpp"

namespace kvalitet {

/// Something that happens in the year. `start` and `end` are both included.
struct Event {
  /// Stable: kind, type, window and year, as in `dialogue:process:2026-27`, `survey:tld:april:2026-27`,
  /// `meeting:monthly:2027-03` and, brought to that dialogue, `document:commitment-plan:preconditions:2026-27`.
  /// Namesakes get `:2`, `:3` and so on.
  Text id;
  EventKind kind = EventKind::dialogue;
  Id type;  ///< the id of the dialogue, meeting, document, survey or follow-up point
  Localised title;
  Date start{1970, 1, 1};
  Date end{1970, 1, 1};
  std::optional<TimeOfDay> start_time;  ///< when it has been booked at a time
  bool dated = true;                    ///< false: some time between start and end, the guideline does not say when
  Clock clock = Clock::school_year;
  std::vector<Id> levels;    ///< that it concerns
  std::vector<Id> actors;    ///< who takes part
  std::vector<Id> audience;  ///< who has it in their calendar: takes part, has a duty about it, or the policy adds
  std::vector<Participant> participants;
  std::optional<int> duration_minutes;
  Localised form;
  std::vector<Bring> brings;
  std::vector<Id> starts;
  std::vector<SchoolForm> school_forms;  ///< none: all
  std::optional<Id> dimension;           ///< the quality dimension it looks at
  std::optional<Id> question;            ///< the improvement question it serves
  Text place;
  Basis basis;
  friend bool operator==(const Event&, const Event&) = default;
};

/// Narrows a cycle; what is not set lets everything through. Somebody's calendar is what has them in the audience:
/// whoever asks what is theirs, or what is next for them, means that and not only what they take part in.
struct EventFilter {
  std::optional<EventKind> kind = {};
  std::optional<Id> actor = {};  ///< takes part
  std::optional<Id> level = {};
  std::optional<Id> audience = {};  ///< has it in their calendar
  std::optional<SchoolForm> school_form = {};
};

/// What people call something that events refer to by its id.
struct Name {
  Id id;
  Localised title;
  friend bool operator==(const Name&, const Name&) = default;
};

/// Events in the order of start, end, kind and id; none that ended before the guideline is valid or starts after it.
struct AnnualCycle {
  Period period;
  std::vector<Event> events;
  Id guideline = {};    ///< that it comes from
  Text organiser = {};  ///< whose it is
  std::vector<Name> levels = {};
  std::vector<Name> actors = {};
  std::vector<Name> documents = {};
  friend bool operator==(const AnnualCycle&, const AnnualCycle&) = default;
};

/// A school year: all of its own clock's events, and of the calendar year's those that overlap its days; an undated one
/// shows only in the year in which its own year starts. Throws UsageError outside the years 1402-9997.
[[nodiscard]] KVALITET_API AnnualCycle annual_cycle(const QualitySystem& system, SchoolYear year);
/// A calendar year: the same with the clocks the other way round.
[[nodiscard]] KVALITET_API AnnualCycle annual_cycle(const QualitySystem& system, CalendarYear year);
/// Any stretch of at most ten years (3653 days), both clocks: every event that falls in it, wholly or in part.
/// Throws UsageError for a longer one, one that ends before it starts, and outside the years 1402-9997.
[[nodiscard]] KVALITET_API AnnualCycle annual_cycle(const QualitySystem& system, Period period);

/// What one of the guideline's wheels shows of a year of its clock: `year` is the calendar year, or the one in which
/// the school year starts. Throws NotFoundError.
[[nodiscard]] KVALITET_API AnnualCycle wheel(const QualitySystem& system, std::string_view id, int year);
/// Whether the filter lets an event through.
[[nodiscard]] KVALITET_API bool fits(const Event& event, const EventFilter& filter);
[[nodiscard]] KVALITET_API AnnualCycle filtered(const AnnualCycle& cycle, const EventFilter& filter);

/// Whether it has a time of day and, on that one day, lasts at least a minute and at most 24 hours. Otherwise it is all
/// day.
[[nodiscard]] KVALITET_API bool is_timed(const Event& event);

/// The events that a day lies in.
[[nodiscard]] KVALITET_API std::vector<Event> on(const AnnualCycle& cycle, Date date);
/// The first `count` events that have not ended before the day: those under way, then those to come.
[[nodiscard]] KVALITET_API std::vector<Event> next(const AnnualCycle& cycle, Date date, std::size_t count);

template <>
struct Describe<Event> {
  static constexpr std::string_view name = "Event";
  static constexpr Label label{"Händelse", "Event"};
  static constexpr std::string_view meaning = "Something that happens in the year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Id", "Id"}, "Stable over runs: kind, type, window and year.", required},
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "What kind of thing happens.", required},
      Field{"type", &T::type, Label{"Typ", "Type"},
            "The `id` of the dialogue, meeting, document, survey or follow-up point.", required},
      Field{"title", &T::title, Label{"Vad", "What"}, "What people call it.", required},
      Field{"start", &T::start, Label{"Från och med", "From"}, "The first day.", required},
      Field{"end", &T::end, Label{"Till och med", "To"}, "The last day.", required},
      Field{"start_time", &T::start_time, Label{"Börjar", "Starts at"},
            "The time of the day at which it starts, when it has been booked at one."},
      Field{"dated", &T::dated, Label{"Tid bestämd", "Dated"},
            "False when the guideline does not say when between start and end."},
      Field{"clock", &T::clock, Label{"Årsräkning", "Clock"}, "Which year it follows.", required},
      Field{"levels", &T::levels, Label{"Nivåer", "Levels"}, "The levels that it concerns."},
      Field{"actors", &T::actors, Label{"Deltar", "Actors"}, "Who takes part."},
      Field{"audience", &T::audience, Label{"Berörda", "Audience"},
            "Who has it in their calendar: takes part, has a duty about it, or is added by the policy."},
      Field{"participants", &T::participants, Label{"Deltagare", "Participants"}, "Who takes part, and how many."},
      Field{"duration_minutes", &T::duration_minutes, Label{"Längd i minuter", "Duration in minutes"}, "In minutes."},
      Field{"form", &T::form, Label{"Form", "Form"}, "How it is held."},
      Field{"brings", &T::brings, Label{"Har med sig", "Brings"}, "What is brought, and how far it has come."},
      Field{"starts", &T::starts, Label{"Startar", "Starts"}, "Documents whose work starts here."},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"dimension", &T::dimension, Label{"Kvalitetsdimension", "Quality dimension"},
            "The quality dimension it looks at."},
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The improvement question it serves."},
      Field{"place", &T::place, Label{"Plats", "Place"}, "Where, when it has been booked."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Name> {
  static constexpr std::string_view name = "Name";
  static constexpr Label label{"Namn", "Name"};
  static constexpr std::string_view meaning = "What people call something that events refer to by its `id`.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which events refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
  };
};

template <>
struct Describe<AnnualCycle> {
  static constexpr std::string_view name = "AnnualCycle";
  static constexpr Label label{"Årshjul", "Annual cycle"};
  static constexpr std::string_view meaning = "What happens in a year, in order.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"period", &T::period, Label{"Tid", "Period"}, "The days it covers.", required},
      Field{"events", &T::events, Label{"Händelser", "Events"}, "In the order of start, end, kind and id.", required},
      Field{"guideline", &T::guideline, Label{"Riktlinje", "Guideline"}, "The `id` of the guideline it comes from."},
      Field{"organiser", &T::organiser, Label{"Huvudman", "Organiser"}, "Whose it is."},
      Field{"levels", &T::levels, Label{"Nivåer", "Levels"}, "What people call the levels."},
      Field{"actors", &T::actors, Label{"Aktörer", "Actors"}, "What people call those who act in it."},
      Field{"documents", &T::documents, Label{"Dokument", "Documents"}, "What people call the documents."},
  };
};

}  // namespace kvalitet
