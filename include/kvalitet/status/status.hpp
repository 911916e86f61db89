#pragma once
// What is in place and what is not: every actor's duties of a school year, held against what the files show.
//
// A file that exists is not yet a document that is done: one of another year, with nothing written in it, not as far as
// it is to have come, read only in part, or at odds with the very sentence that the duty rests on does not count. Where
// nothing requires a record, its absence is no sign of anything: the state is unknown, and never late.
#include "kvalitet/base/export.hpp"
#include "kvalitet/model/municipality.hpp"
#include "kvalitet/status/duties.hpp"
#include "kvalitet/status/filed.hpp"

#include <span>

namespace kvalitet {

enum class DutyState {
  done,          ///< shown by sufficient evidence
  due,           ///< not shown, and the last day has not passed
  late,          ///< not shown though the last day has passed, and the guideline asks for the document that would
  unknown,       ///< nothing shows it, and nothing has to
  not_required,  ///< the text permits it, or the case does not arise
  deviation,     ///< not shown, and a recorded decision says that it need not be
};

/// A duty on one occasion, of one principal or of one of the other actors. Units of a principal that are not in the
/// same state have rows of their own.
struct StatusRow {
  Id actor;
  Text principal;         ///< who owes it: leads the units on the last day; empty when nobody does, or for other actors
  std::vector<Id> units;  ///< in the municipality's order; none: it is not about units
  Id duty;
  Localised what;
  Text event;      ///< the id of the event it belongs to, or of the matter; empty for neither
  Localised when;  ///< what people call that event or matter
  DutyState state = DutyState::unknown;
  std::optional<Date> from;  ///< the first day on which it can be done
  std::optional<Date> due;   ///< the last day; none: nothing ever makes it late
  std::vector<Evidence> evidence;
  std::optional<DutyDeviation> deviation;  ///< the decision that answers it
  std::vector<SupportLink> supports;
  Basis basis;
  friend bool operator==(const StatusRow&, const StatusRow&) = default;
};

/// The library reads no clock: the day is given.
struct StatusOptions {
  Date as_of{1970, 1, 1};
  Id actor = {};          ///< only this actor's
  Text principal = {};    ///< only this principal's, by id or name
  bool standing = false;  ///< also what has no occasion and that nothing shows, such as to lead the work
};

/// The duties of a school year in the order of `duties`, then of the municipality's principals; what nobody leads comes
/// last. Nothing of days before the guideline is in force. A principal owes what falls due while leading the unit: the
/// acting one before the ordinary one, all of those who share it.
[[nodiscard]] KVALITET_API std::vector<StatusRow> status(const QualitySystem& system, const Municipality& municipality,
                                                         const FiledDocuments& documents, SchoolYear year,
                                                         const StatusOptions& options,
                                                         std::span<const Evidence> more = {});

/// How many units of a school form are in which state; a unit counts in each of its forms.
struct StatusTotal {
  Id actor;
  Id duty;
  Text event;
  SchoolForm school_form = SchoolForm::FS;
  int done = 0;
  int due = 0;
  int late = 0;
  int unknown = 0;
  int not_required = 0;
  int deviation = 0;
  friend bool operator==(const StatusTotal&, const StatusTotal&) = default;
};

/// In the order of the rows, then of the school forms. What is not about units is in none. Where units share a
/// principal or a row they still count one by one; a unit in several rows of one duty and occasion counts once, in the
/// worst state.
[[nodiscard]] KVALITET_API std::vector<StatusTotal> totals(const std::vector<StatusRow>& rows,
                                                           const Municipality& municipality);

template <>
struct Describe<DutyState> {
  static constexpr std::string_view name = "DutyState";
  static constexpr Label label{"Läge", "State"};
  static constexpr std::string_view meaning = "Whether a duty was done.";
  static constexpr auto values = std::array{
      Choice{DutyState::done, "done", Label{"klart", "done"}},
      Choice{DutyState::due, "due", Label{"kommande", "due"}},
      Choice{DutyState::late, "late", Label{"försenat", "late"}},
      Choice{DutyState::unknown, "unknown", Label{"okänt", "unknown"}},
      Choice{DutyState::not_required, "not_required", Label{"krävs inte", "not required"}},
      Choice{DutyState::deviation, "deviation", Label{"avvikelse", "deviation"}},
  };
};

template <>
struct Describe<StatusRow> {
  static constexpr std::string_view name = "StatusRow";
  static constexpr Label label{"Lägesrad", "Status row"};
  static constexpr std::string_view meaning =
      "A duty on one occasion, of one principal or of one of the other actors, and whether it was done.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Whose duty it is.", required, "actors"},
      Field{"principal", &T::principal, Label{"Rektor", "Principal"},
            "Who leads the units on the last day; empty when nobody does, or for other actors."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The `id`s of the units; none: it is not about units."},
      Field{"duty", &T::duty, Label{"Uppgiftens kortnamn", "Duty"}, "The `id` of the guideline's duty.", required,
            "duties"},
      Field{"what", &T::what, Label{"Vad", "What"}, "What is to be done.", required},
      Field{"event", &T::event, Label{"Händelse", "Event"}, "The `id` of the event or matter that it belongs to."},
      Field{"when", &T::when, Label{"När", "When"}, "What people call that event or matter."},
      Field{"state", &T::state, Label{"Läge", "State"}, "Whether it was done.", required},
      Field{"from", &T::from, Label{"Från och med", "From"}, "The first day on which it can be done."},
      Field{"due", &T::due, Label{"Senast", "Due"}, "The last day; absent when nothing ever makes it late."},
      Field{"evidence", &T::evidence, Label{"Belägg", "Evidence"}, "What shows it, or falls short of that."},
      Field{"deviation", &T::deviation, Label{"Avvikelse", "Deviation"}, "The recorded decision that answers it."},
      Field{"supports", &T::supports, Label{"Stöd", "Supports"}, "Tools, templates and statistics that help."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<StatusTotal> {
  static constexpr std::string_view name = "StatusTotal";
  static constexpr Label label{"Summa", "Total"};
  static constexpr std::string_view meaning = "How many units of a school form are in which state.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Whose duty it is.", required, "actors"},
      Field{"duty", &T::duty, Label{"Uppgiftens kortnamn", "Duty"}, "The `id` of the duty.", required, "duties"},
      Field{"event", &T::event, Label{"Händelse", "Event"}, "The `id` of the event that it belongs to."},
      Field{"school_form", &T::school_form, Label{"Skolform", "School form"}, "Of which school form.", required},
      Field{"done", &T::done, Label{"Klart", "Done"}, "Units where it is done.", required},
      Field{"due", &T::due, Label{"Kommande", "Due"}, "Units where the last day has not passed.", required},
      Field{"late", &T::late, Label{"Försenat", "Late"}, "Units where it is late.", required},
      Field{"unknown", &T::unknown, Label{"Okänt", "Unknown"}, "Units of which nothing is known.", required},
      Field{"not_required", &T::not_required, Label{"Krävs inte", "Not required"}, "Units that need not.", required},
      Field{"deviation", &T::deviation, Label{"Avvikelse", "Deviation"}, "Units with a decision to depart.", required},
  };
};

}  // namespace kvalitet
