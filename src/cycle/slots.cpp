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

class Slots {
 public:
  Slots(const std::vector<Entry>& entries, const QualitySystem& system) : entries_(entries), system_(system) {
    slots_.reserve(4 * entries.size());
  }

  void add(std::size_t entry, const Years& years) {
    const Timing& timing = *entries_[entry].timing;
    for (int year = years.first; year <= years.last; ++year) {
      if (!happens(timing, year, system_.guideline)) continue;
      Slot slot;
      slot.entry = entry;
      slot.year = year;
      add(slot, timing);
    }
  }

  std::vector<Slot> take() { return std::move(slots_); }

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
    if (!monthly) return add_booked(slot);
    const Period all = slot.days;
    for (int count = 0; count < 12 && slot.days.start <= all.end; ++count) {
      const Date last = slot.days.start.end_of_month();
      slot.month = last.month();
      slot.calendar_year = last.year();
      slot.days.end = std::min(last, all.end);
      if (is_held_in(slot.month, entries_[slot.entry])) add_booked(slot);
      slot.days.start = last + boost::gregorian::date_duration(1);
    }
  }

  static bool is_held_in(int month, const Entry& entry) {
    if (entry.months_without == nullptr) return true;
    return std::find(entry.months_without->begin(), entry.months_without->end(), month) == entry.months_without->end();
  }

  void add_booked(Slot slot) {
    const Period all = slot.days;
    for (const Booking& booking : system_.policy.bookings) {
      if (booking.event != entries_[slot.entry].event.type || !is_usable(booking)) continue;
      if (!booking.window.empty() && booking.window != slot.window_id()) continue;
      if (!all.contains(booking.days.start)) continue;
      slot.booking = &booking;
      slot.days = booking.days;
      add_numbered(slot);
    }
    if (slot.booking == nullptr) add_numbered(slot);
  }

  void add_numbered(Slot slot) {
    slot.ordinal = 1;
    for (const Slot& earlier : slots_) slot.ordinal += share_name(earlier, slot) ? 1 : 0;
    slots_.push_back(slot);
  }

  /// Several bookings of one slot do, and so do parts of a guideline with the same id or windows without any.
  bool share_name(const Slot& a, const Slot& b) const {
    if (a.month != b.month || (a.month == 0 ? a.year != b.year : a.calendar_year != b.calendar_year)) return false;
    if (a.entry != b.entry) {
      const Entry& one = entries_[a.entry];
      const Entry& other = entries_[b.entry];
      if (one.event.kind != other.event.kind || one.event.type != other.event.type || one.dialogue != other.dialogue ||
          (a.month == 0 && one.event.clock != other.event.clock))
        return false;
    }
    return a.window_id() == b.window_id();
  }

  const std::vector<Entry>& entries_;
  const QualitySystem& system_;
  std::vector<Slot> slots_;
};

}  // namespace

int year_of(Clock clock, Date date) {
  return clock == Clock::school_year ? school_year_of(date).start_year : static_cast<int>(date.year());
}

int calendar_year_of(Clock clock, int year, int month) {
  static const int first_month = days_of(SchoolYear{2000}).start.month();
  return clock == Clock::school_year && month < first_month ? year + 1 : year;
}

std::vector<Slot> slots_of(const std::vector<Entry>& entries, const QualitySystem& system, const Years& school_years,
                           const Years& calendar_years) {
  Slots slots(entries, system);
  for (std::size_t i = 0; i < entries.size(); ++i)
    slots.add(i, entries[i].timing->clock == Clock::school_year ? school_years : calendar_years);
  std::vector<Slot> all = slots.take();
  add_due_dates(all, entries, system.policy.due_dates);
  return all;
}

}  // namespace kvalitet
