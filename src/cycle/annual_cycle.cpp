#include "kvalitet/cycle/annual_cycle.hpp"

#include "base/digits.hpp"
#include "cycle/slots.hpp"
#include "cycle/words.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <tuple>

namespace kvalitet {
namespace {

constexpr long most_days = 3653;  // of ten years

void require_years(int first, int last) {
  if (first < first_year_of_cycles || last > last_year_of_cycles)
    throw UsageError("cycle.out-of-range",
                     {{"first", std::int64_t{first_year_of_cycles}}, {"last", std::int64_t{last_year_of_cycles}}});
}

std::string id_of(const Slot& slot, const Entry& entry) {
  std::string id;
  id.reserve(64);
  for (const auto& choice : Describe<EventKind>::values)
    if (choice.value == entry.kind) id = choice.key;
  const auto add = [&](std::string_view part) {
    id += ':';
    id += part;
  };
  add(*entry.type);
  if (!entry.dialogue().empty()) add(entry.dialogue());
  if (!slot.window_id().empty()) add(slot.window_id());
  add({});
  append_digits(id, slot.month == 0 ? slot.year : slot.calendar_year, 4);
  if (slot.month != 0) {
    id += '-';
    append_digits(id, slot.month, 2);
  } else if (entry.clock() == Clock::school_year) {
    id += '-';
    append_digits(id, (slot.year + 1) % 100, 2);
  }
  if (slot.ordinal > 1) add(std::to_string(slot.ordinal));
  return id;
}

struct Named {
  Slot slot;
  std::string id;
};

/// What the occasion adds to what an entry is every time.
void put_in_year(Event& event, Named&& named, const LocalPolicy& policy) {
  const Slot& slot = named.slot;
  const Period held = slot.held();
  event.id = std::move(named.id);
  event.start = held.start;
  event.end = held.end;
  event.dated = slot.dated();
  if (slot.window != nullptr) add_occasion(event.title, slot.window->title);
  if (slot.month != 0) add_occasion(event.title, month_name(slot.month));
  if (slot.booking != nullptr) event.place = slot.booking->place;
  if (slot.booking != nullptr && slot.booking->event == event.type) {
    event.start_time = slot.booking->start_time;
    if (slot.booking->duration_minutes) event.duration_minutes = slot.booking->duration_minutes;
  }
  if (slot.due) {
    event.basis = Basis{};
    event.basis.reading = policy.is_default ? Localised{"Sista dagen är ett förval som ingen har beslutat.",
                                                        "The due date is a default that nobody has decided."}
                                            : Localised{"Sista dagen är satt i de lokala inställningarna.",
                                                        "The due date is set in the local policy."};
  }
}

template <class T>
std::vector<Name> names_of(const std::vector<T>& entries) {
  std::vector<Name> names;
  names.reserve(entries.size());
  for (const T& entry : entries) names.push_back(Name{entry.id, in_both_languages(entry.title)});
  return names;
}

/// What events refer to, so that a cycle can be read without its guideline.
void put_names(AnnualCycle& cycle, const Guideline& guideline) {
  cycle.guideline = guideline.id;
  cycle.organiser = guideline.organiser;
  cycle.levels = names_of(guideline.levels);
  cycle.actors = names_of(guideline.actors);
  cycle.documents = names_of(guideline.documents);
}

AnnualCycle cycle_of(const QualitySystem& system, const Period& period, const OwnYear* own) {
  const std::vector<Entry> entries = entries_of(system.guideline, system.policy);
  const std::vector<Slot> slots = slots_shown(entries, system, period, own);
  std::vector<Named> kept;
  kept.reserve(slots.size());
  for (const Slot& slot : slots) kept.push_back(Named{slot, id_of(slot, entries[slot.entry])});
  const auto order = [&](const Named& named) {
    const Period held = named.slot.held();
    return std::tuple(held.start, held.end, entries[named.slot.entry].kind, std::string_view(named.id));
  };
  std::sort(kept.begin(), kept.end(), [&](const Named& a, const Named& b) { return order(a) < order(b); });

  AnnualCycle cycle{period, {}};
  put_names(cycle, system.guideline);
  cycle.events.reserve(kept.size());
  for (Named& named : kept) {
    Event& event = cycle.events.emplace_back();
    put_entry(event, entries[named.slot.entry], system);
    put_in_year(event, std::move(named), system.policy);
  }
  return cycle;
}

}  // namespace

AnnualCycle annual_cycle(const QualitySystem& system, SchoolYear year) {
  require_years(year.start_year, year.start_year);
  const OwnYear own{Clock::school_year, year.start_year};
  return cycle_of(system, days_of(year), &own);
}

AnnualCycle annual_cycle(const QualitySystem& system, CalendarYear year) {
  require_years(year.year, year.year);
  const OwnYear own{Clock::calendar_year, year.year};
  return cycle_of(system, days_of(year), &own);
}

AnnualCycle annual_cycle(const QualitySystem& system, Period period) {
  if (period.start.is_special() || period.end.is_special()) require_years(0, 0);
  require_years(std::min<int>(period.start.year(), period.end.year()),
                std::max<int>(period.start.year(), period.end.year()));
  const long days = days_between(period.start, period.end) + 1;
  if (days < 1 || days > most_days)
    throw UsageError(days < 1 ? "cycle.period-reversed" : "cycle.period-too-long",
                     {{"start", Text(to_string(period.start))}, {"end", Text(to_string(period.end))}});
  return cycle_of(system, period, nullptr);
}

}  // namespace kvalitet
