#pragma once
// When: the occasions on which entries come back, as days. Cheap, so that events are only made of those that are kept.
#include "cycle/entries.hpp"

namespace kvalitet {

struct Slot {
  std::size_t entry = 0;           ///< index among the entries
  int year = 0;                    ///< of the entry's clock
  const Window* window = nullptr;  ///< null: the guideline does not say when in the year
  int month = 0;                   ///< of what comes back every month: the month
  int calendar_year = 0;           ///< of what comes back every month: the month's year
  Period days;
  const Booking* booking =
      nullptr;              ///< that `days` are from: its own, or of the dialogue that a document is brought to
  std::optional<Date> due;  ///< local due date, in the place of `days`
  int ordinal = 1;          ///< tells apart those that would have the same id

  [[nodiscard]] std::string_view window_id() const { return window == nullptr ? std::string_view() : window->id.str(); }
  [[nodiscard]] Period held() const { return due ? Period{*due, *due} : days; }
  /// Whether more is known than the year.
  [[nodiscard]] bool dated() const { return window != nullptr || month != 0 || booking != nullptr || due; }
};

/// What a cycle can cover: what dates hold, less room for windows that began two years before and end a year after.
inline constexpr int first_year_of_cycles = 1402;
inline constexpr int last_year_of_cycles = 9997;

/// A longer booking is taken for a mistake and left out.
inline constexpr long most_days_booked = 365;

/// Which year of the clock a day lies in.
[[nodiscard]] int year_of(Clock clock, Date date);
/// The calendar year in which a month of the clock's year lies.
[[nodiscard]] int calendar_year_of(Clock clock, int year, int month);

/// The year that a cycle is of, when it is not of any stretch of days.
struct OwnYear {
  Clock clock;
  int year;
};

/// The slots that a cycle of those days shows, by entry and year.
[[nodiscard]] std::vector<Slot> slots_shown(const std::vector<Entry>& entries, const QualitySystem& system,
                                            const Period& period, const OwnYear* own);

/// Gives slots of documents, not yet booked, the policy's due dates (due_dates.cpp).
void add_due_dates(std::vector<Slot>& slots, const std::vector<Entry>& entries, const std::vector<DueDate>& due_dates);

}  // namespace kvalitet
