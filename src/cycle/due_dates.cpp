// A due date belongs to one slot of its document and year: the one it lies in, or else the next, or else the last. Of
// several due dates for one slot the first counts.
#include "cycle/slots.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace kvalitet {
namespace {

/// Within the slot's days when it can be, otherwise in its year.
Date due_day(MonthDay on, const Slot& slot, Clock clock) {
  for (const Date date : {slot.days.start, slot.days.end}) {
    const Date day = window_in_year(on, on, date.year()).end;
    if (slot.days.contains(day)) return day;
  }
  return window_in_year(on, on, calendar_year_of(clock, slot.year, on.month)).end;
}

/// The smaller, the closer.
std::pair<int, long> distance(Date day, const Period& days) {
  if (days.contains(day)) return {0, 0};
  const long days_left = days_between(day, days.end);
  return {days_left < 0 ? 2 : 1, std::labs(days_left)};
}

}  // namespace

void add_due_dates(std::vector<Slot>& slots, const std::vector<Entry>& entries, const std::vector<DueDate>& due_dates) {
  struct Closest {
    Clock clock;
    int year;
    Slot* slot;
    Date day;
  };
  for (const DueDate& due : due_dates) {
    std::vector<Closest> found;  // one for each year
    for (Slot& slot : slots) {
      const Entry& entry = entries[slot.entry];
      if (entry.kind != EventKind::document || *entry.type != due.document) continue;
      const Date day = due_day(due.on, slot, entry.clock());
      const auto known = std::find_if(found.begin(), found.end(), [&](const Closest& other) {
        return other.clock == entry.clock() && other.year == slot.year;
      });
      if (known == found.end())
        found.push_back(Closest{entry.clock(), slot.year, &slot, day});
      else if (distance(day, slot.days) < distance(known->day, known->slot->days))
        *known = Closest{entry.clock(), slot.year, &slot, day};
    }
    for (const Closest& closest : found)
      if (!closest.slot->due) closest.slot->due = closest.day;
  }
}

}  // namespace kvalitet
