#include "cycle/ready_by.hpp"

#include "cycle/slots.hpp"

#include <algorithm>
#include <tuple>

namespace kvalitet {

std::optional<Date> ready_by(const QualitySystem& system, const OwnYear& year, const Id& document, const Id& dialogue) {
  if (year.year < first_year_of_cycles || year.year > last_year_of_cycles) return std::nullopt;
  const std::vector<Entry> entries = entries_of(system.guideline, system.policy);
  const Period days_of_year =
      year.clock == Clock::school_year ? days_of(SchoolYear{year.year}) : days_of(CalendarYear{year.year});
  std::vector<Slot> slots = slots_shown(entries, system, days_of_year, &year);
  const auto is_other = [&](const Slot& slot) {
    const Entry& entry = entries[slot.entry];
    return entry.kind != EventKind::document || *entry.type != document || !slot.dated() ||
           (!slot.due && entry.dialogue() != dialogue);
  };
  slots.erase(std::remove_if(slots.begin(), slots.end(), is_other), slots.end());
  if (slots.empty()) return std::nullopt;

  const auto days = [](const Slot& slot) { return std::tuple(slot.held().start, slot.held().end); };
  const Slot& first =
      *std::min_element(slots.begin(), slots.end(), [&](const Slot& a, const Slot& b) { return days(a) < days(b); });
  const auto occasion = [](const Slot& slot) {
    return std::tuple(slot.entry, slot.year, slot.window, slot.calendar_year, slot.month);
  };
  Date last = first.held().end;
  for (const Slot& slot : slots)
    if (occasion(slot) == occasion(first)) last = std::max(last, slot.held().end);
  return last;
}

}  // namespace kvalitet
