#include "cycle/slots.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

bool happens(const Timing& timing, int year, const Guideline& guideline) {
  if (timing.every_years <= 1 && !timing.first_year) return true;
  const std::int64_t first = timing.first_year.value_or(year_of(timing.clock, guideline.valid_from));
  return year >= first && (year - first) % std::max(timing.every_years, 1) == 0;
}

bool is_usable(const Booking& booking) {
  const long days = days_between(booking.days.start, booking.days.end) + 1;
  return days >= 1 && days <= most_days_booked;
}

/// Years of a clock, both included.
struct Years {
  int first = 0;
  int last = 0;
};

/// The years whose slots may reach into the period: a window may end in the year after, and a booking later still.
Years years_reaching(const Period& period, Clock clock, const LocalPolicy& policy) {
  return Years{year_of(clock, period.start) - (policy.bookings.empty() ? 1 : 2), year_of(clock, period.end)};
}

/// The windows and months of entries, before anything is booked.
class Occasions {
 public:
  Occasions(const std::vector<Entry>& entries, const Guideline& guideline) : entries_(entries), guideline_(guideline) {
    occasions_.reserve(4 * entries.size());
  }

  void add(std::size_t entry, const Years& years) {
    const Timing& timing = *entries_[entry].timing;
    for (int year = years.first; year <= years.last; ++year) {
      if (!happens(timing, year, guideline_)) continue;
      Slot slot;
      slot.entry = entry;
      slot.year = year;
      add(slot, timing);
    }
  }

  std::vector<Slot> take() { return std::move(occasions_); }

 private:
  void add(Slot slot, const Timing& timing) {
    if (timing.windows.empty()) {
      slot.days =
          timing.clock == Clock::school_year ? days_of(SchoolYear{slot.year}) : days_of(CalendarYear{slot.year});
      add_months(slot, timing.monthly);
    }
    for (const Window& window : timing.windows) {
      slot.window = &window;
      slot.days = window_in_year(window.from, window.to, calendar_year_of(timing.clock, slot.year, window.from.month));
      add_months(slot, timing.monthly);
    }
  }

  /// A month comes once, also in a window that is nearly a year long and ends in the month in which it began.
  void add_months(Slot slot, bool monthly) {
    if (!monthly) return occasions_.push_back(slot);
    const Period all = slot.days;
    for (int count = 0; count < 12 && slot.days.start <= all.end; ++count) {
      const Date last = slot.days.start.end_of_month();
      slot.month = last.month();
      slot.calendar_year = last.year();
      slot.days.end = std::min(last, all.end);
      if (is_held_in(slot.month, entries_[slot.entry])) occasions_.push_back(slot);
      slot.days.start = last + boost::gregorian::date_duration(1);
    }
  }

  static bool is_held_in(int month, const Entry& entry) {
    if (entry.months_without == nullptr) return true;
    return std::find(entry.months_without->begin(), entry.months_without->end(), month) == entry.months_without->end();
  }

  const std::vector<Entry>& entries_;
  const Guideline& guideline_;
  std::vector<Slot> occasions_;
};

/// Gives occasions the days on which they are held.
class Held {
 public:
  Held(const std::vector<Entry>& entries, const LocalPolicy& policy, std::size_t occasions)
      : entries_(entries), policy_(policy) {
    slots_.reserve(occasions);
  }

  /// Its own bookings count most, then a due date, then the bookings of the dialogue that a document is brought to.
  void add(const Slot& occasion) {
    const Entry& entry = entries_[occasion.entry];
    const bool booked = add_booked(occasion, *entry.type);
    if (!booked && (occasion.due || entry.dialogue().empty() || !add_booked(occasion, entry.dialogue())))
      add_numbered(occasion);
  }

  std::vector<Slot> take() { return std::move(slots_); }

 private:
  /// One slot for each booking of the event in the occasion; false without any.
  bool add_booked(const Slot& occasion, std::string_view event) {
    const bool is_brought = event == entries_[occasion.entry].dialogue();
    bool found = false;
    for (const Booking& booking : policy_.bookings) {
      if (booking.event != event || !is_usable(booking)) continue;
      if (!booking.window.empty() && booking.window != occasion.window_id()) continue;
      if (!occasion.days.contains(booking.days.start)) continue;
      Slot slot = occasion;
      slot.due.reset();
      slot.booking = &booking;
      slot.days = booking.days;
      if (is_brought) slot.days.end = slot.days.start;
      add_numbered(slot);
      found = true;
    }
    return found;
  }

  void add_numbered(const Slot& slot) {
    int ordinal = 1;
    for (const Slot& earlier : slots_) ordinal += share_name(earlier, slot) ? 1 : 0;
    slots_.push_back(slot);
    slots_.back().ordinal = ordinal;
  }

  /// Several bookings of one slot do, and so do parts of a guideline with the same id or windows without any.
  bool share_name(const Slot& a, const Slot& b) const {
    const Entry& one = entries_[a.entry];
    const Entry& other = entries_[b.entry];
    return a.month == b.month && (a.month == 0 ? a.year == b.year : a.calendar_year == b.calendar_year) &&
           one.kind == other.kind && *one.type == *other.type && one.dialogue() == other.dialogue() &&
           (a.month != 0 || one.clock() == other.clock()) && a.window_id() == b.window_id();
  }

  const std::vector<Entry>& entries_;
  const LocalPolicy& policy_;
  std::vector<Slot> slots_;
};

bool is_in_force(const Guideline& guideline, const Period& days) {
  return guideline.valid_from <= days.end && (!guideline.valid_to || days.start <= *guideline.valid_to);
}

/// Of the other clock, what may be any day of its year shows in the year in which it starts, not in two.
bool belongs(const Slot& slot, Clock clock, const Period& period, const OwnYear* own) {
  if (own != nullptr && own->clock == clock) return true;
  return own == nullptr || slot.dated() ? period.overlaps(slot.held()) : period.contains(slot.days.start);
}

}  // namespace

int year_of(Clock clock, Date date) {
  return clock == Clock::school_year ? school_year_of(date).start_year : static_cast<int>(date.year());
}

int calendar_year_of(Clock clock, int year, int month) {
  static const int first_month = days_of(SchoolYear{2000}).start.month();
  return clock == Clock::school_year && month < first_month ? year + 1 : year;
}

std::vector<Slot> slots_shown(const std::vector<Entry>& entries, const QualitySystem& system, const Period& period,
                              const OwnYear* own) {
  Occasions found(entries, system.guideline);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Clock clock = entries[i].clock();
    found.add(i, own != nullptr && own->clock == clock ? Years{own->year, own->year}
                                                       : years_reaching(period, clock, system.policy));
  }
  std::vector<Slot> occasions = found.take();
  add_due_dates(occasions, entries, system.policy.due_dates);
  Held held(entries, system.policy, occasions.size());
  for (const Slot& occasion : occasions) held.add(occasion);
  std::vector<Slot> slots = held.take();
  const auto is_hidden = [&](const Slot& slot) {
    return !is_in_force(system.guideline, slot.held()) || !belongs(slot, entries[slot.entry].clock(), period, own);
  };
  slots.erase(std::remove_if(slots.begin(), slots.end(), is_hidden), slots.end());
  return slots;
}

}  // namespace kvalitet
