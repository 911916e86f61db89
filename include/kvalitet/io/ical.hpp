#pragma once
// The annual cycle for people's own calendars, as iCalendar (RFC 5545 and 7986): a feed to subscribe to, a single event
// to add, an invitation to answer. docs/decisions/009-icalendar.md says why it looks as it does.
//
// Nothing here reads a clock: what is written says when it was written, and what has been written before is remembered
// in a FeedState that is given and given back. An event keeps its sequence and its stamp until it says something else.
//
// A UID is the event's id at the feed it stands in: `dialogue.process.2026-27@actor-principal.vetlanda-2024.
// kvalitet.invalid`. It names no domain that anybody owns, unless one is given.
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/model/contact.hpp"

namespace kvalitet {

/// What has been written of an event, as much as it takes to see that it has changed and to call it off.
struct FeedEntry {
  Text uid;
  int sequence = 0;
  Moment stamp;  ///< when it was last written otherwise than before
  Text digest;   ///< of everything it said (FNV-1a, 64 bits)
  bool cancelled = false;
  Text title;
  Date start{1970, 1, 1};
  Date end{1970, 1, 1};
  std::optional<TimeOfDay> start_time;
  std::optional<int> duration_minutes;
  bool dated = true;
  friend bool operator==(const FeedEntry&, const FeedEntry&) = default;
};

/// By UID. One may serve several feeds: each looks after the entries whose UIDs are its own.
struct FeedState {
  int format_version = 1;
  std::vector<FeedEntry> entries;
  friend bool operator==(const FeedState&, const FeedState&) = default;
};

/// An iCalendar file, with CRLF at the end of each line, and what to remember for the next one.
struct CalendarFile {
  Text text;
  FeedState state;
  friend bool operator==(const CalendarFile&, const CalendarFile&) = default;
};

/// How a file is written.
struct CalendarOptions {
  Moment stamp = {};  ///< now
  Language language = Language::sv;
  Text domain = {};  ///< that UIDs end with; empty: `<guideline>.kvalitet.invalid`
};

/// Whose calendar a feed is.
struct FeedScope {
  EventFilter only = {};
  std::optional<Unit> unit = {};  ///< only what concerns a form of this unit
  Text name = {};                 ///< of the calendar; empty: says whose it is
};

/// Who invites whom, or calls it off.
struct Invitation {
  Contact inviter;
  std::vector<Contact> invited = {};
  bool cancelled = false;
};

/// A calendar to subscribe to, narrowed here and not beforehand, or what is left out counts as no longer there. What
/// was written before, is not over and is no longer there although it lies in the cycle's period is written as
/// cancelled, until it is over. Throws UsageError when two events have the same id or the domain is none.
[[nodiscard]] KVALITET_API CalendarFile write_feed(const AnnualCycle& cycle, const CalendarOptions& options,
                                                   const FeedScope& scope = {}, const FeedState& before = {});

/// One event of the cycle, by its id, to be put in whatever calendar somebody has. Throws NotFoundError.
[[nodiscard]] KVALITET_API CalendarFile write_event(const AnnualCycle& cycle, std::string_view event,
                                                    const CalendarOptions& options, const FeedState& before = {});

/// One event of the cycle, by its id, as an invitation for mail (RFC 5546). Throws NotFoundError.
[[nodiscard]] KVALITET_API CalendarFile write_invitation(const AnnualCycle& cycle, std::string_view event,
                                                         const Invitation& invitation, const CalendarOptions& options,
                                                         const FeedState& before = {});

template <>
struct Describe<FeedEntry> {
  static constexpr std::string_view name = "FeedEntry";
  static constexpr Label label{"Skriven händelse", "Written event"};
  static constexpr std::string_view meaning = "What has been written of an event.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"uid", &T::uid, Label{"UID", "UID"}, "The name of the event in calendars.", required},
      Field{"sequence", &T::sequence, Label{"Ordningstal", "Sequence"}, "How many times it has changed.", required},
      Field{"stamp", &T::stamp, Label{"Ändrad", "Stamp"}, "When it was last written otherwise than before.", required},
      Field{"digest", &T::digest, Label{"Kontrollsumma", "Digest"}, "Of everything it said: FNV-1a, 64 bits, in hex.",
            required},
      Field{"cancelled", &T::cancelled, Label{"Inställd", "Cancelled"}, "Whether it has been called off."},
      Field{"title", &T::title, Label{"Vad", "What"}, "What it was called.", required},
      Field{"start", &T::start, Label{"Från och med", "From"}, "The first day.", required},
      Field{"end", &T::end, Label{"Till och med", "To"}, "The last day.", required},
      Field{"start_time", &T::start_time, Label{"Börjar", "Starts at"}, "The time of the day at which it starts."},
      Field{"duration_minutes", &T::duration_minutes, Label{"Längd i minuter", "Duration in minutes"}, "In minutes."},
      Field{"dated", &T::dated, Label{"Tid bestämd", "Dated"},
            "False when the guideline did not say when between start and end."},
  };
};

template <>
struct Describe<FeedState> {
  static constexpr std::string_view name = "FeedState";
  static constexpr Label label{"Kalenderns minne", "Feed state"};
  static constexpr std::string_view meaning =
      "What has been written to calendars, so that the next time says what has changed.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"entries", &T::entries, Label{"Händelser", "Entries"}, "By UID.", required},
  };
};

template <>
struct Describe<CalendarFile> {
  static constexpr std::string_view name = "CalendarFile";
  static constexpr Label label{"Kalenderfil", "Calendar file"};
  static constexpr std::string_view meaning = "An iCalendar file, and what to remember for the next one.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"text", &T::text, Label{"Text", "Text"}, "The file; CRLF ends each line.", required},
      Field{"state", &T::state, Label{"Minne", "State"}, "What to give when it is written the next time.", required},
  };
};

}  // namespace kvalitet
