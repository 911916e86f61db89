#pragma once
// What each actor has to do in a year: the guideline's duties laid out on the days of the annual cycle.
#include "kvalitet/base/export.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"

namespace kvalitet {

/// A duty on one occasion.
struct DutyRow {
  Id duty;
  Id actor;
  Localised what;
  Text event;                ///< the id of the event it belongs to, if any
  std::optional<Date> from;  ///< the first day on which it can be done
  std::optional<Date> due;   ///< the last day; none: nothing ever makes it late
  Proof proof = Proof::nothing;
  Id document;                         ///< which document shows it, when one does
  std::optional<DocumentState> state;  ///< as far as that document is to have come
  std::vector<SupportLink> supports;   ///< what helps; without a local link the address is empty
  Basis basis;
  friend bool operator==(const DutyRow&, const DutyRow&) = default;
};

/// The duties of a year, of one actor or of all, in the order of the days on which they are due; those without a day
/// last, in the guideline's order. A duty about something that happens several times has a row for each.
[[nodiscard]] KVALITET_API std::vector<DutyRow> duties(const QualitySystem& system, const AnnualCycle& cycle,
                                                       std::string_view actor = {});

template <>
struct Describe<DutyRow> {
  static constexpr std::string_view name = "DutyRow";
  static constexpr Label label{"Uppgift", "Duty"};
  static constexpr std::string_view meaning = "A duty on one occasion.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"duty", &T::duty, Label{"Uppgiftens kortnamn", "Duty"}, "The `id` of the guideline's duty.", required},
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Who has to do it.", required},
      Field{"what", &T::what, Label{"Vad", "What"}, "What is to be done.", required},
      Field{"event", &T::event, Label{"Händelse", "Event"}, "The `id` of the event that it belongs to, if any."},
      Field{"from", &T::from, Label{"Från och med", "From"}, "The first day on which it can be done."},
      Field{"due", &T::due, Label{"Senast", "Due"}, "The last day; absent when nothing ever makes it late."},
      Field{"proof", &T::proof, Label{"Visas av", "Shown by"}, "What shows that it was done."},
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Which document shows it, when one does."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far that document is to have come."},
      Field{"supports", &T::supports, Label{"Stöd", "Supports"}, "Tools, templates and statistics that help."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

}  // namespace kvalitet
