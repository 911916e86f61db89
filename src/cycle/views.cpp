// Parts of a cycle: what a wheel, a person or a day sees of it.
#include "kvalitet/cycle/annual_cycle.hpp"

#include "base/among.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

template <class Shows>
AnnualCycle part(const AnnualCycle& cycle, Shows shows) {
  AnnualCycle shown{cycle.period, {}, cycle.guideline, cycle.organiser, cycle.levels, cycle.actors, cycle.documents};
  std::copy_if(cycle.events.begin(), cycle.events.end(), std::back_inserter(shown.events), shows);
  return shown;
}

[[noreturn]] void throw_no_such_wheel(const Guideline& guideline, std::string_view id) {
  std::string known;
  for (const Wheel& wheel : guideline.wheels) known += (known.empty() ? "" : ", ") + wheel.id.str();
  throw NotFoundError("cycle.no-such-wheel", {{"id", Text::from(std::string(id)).value_or(Text("?"))},
                                              {"guideline", Text(guideline.id.str())},
                                              {"known", Text(std::move(known))}});
}

}  // namespace

AnnualCycle wheel(const QualitySystem& system, std::string_view id, int year) {
  const auto& wheels = system.guideline.wheels;
  const auto found =
      std::find_if(wheels.begin(), wheels.end(), [&](const Wheel& candidate) { return candidate.id == id; });
  if (found == wheels.end()) throw_no_such_wheel(system.guideline, id);
  const AnnualCycle cycle = found->clock == Clock::school_year ? annual_cycle(system, SchoolYear{year})
                                                               : annual_cycle(system, CalendarYear{year});
  return part(cycle, [&](const Event& event) {
    return (found->kinds.empty() || contains(found->kinds, event.kind)) &&
           (found->levels.empty() || std::any_of(found->levels.begin(), found->levels.end(),
                                                 [&](const Id& level) { return contains(event.levels, level); }));
  });
}

bool fits(const Event& event, const EventFilter& filter) {
  return (!filter.kind || event.kind == *filter.kind) && (!filter.actor || contains(event.actors, *filter.actor)) &&
         (!filter.level || contains(event.levels, *filter.level)) &&
         (!filter.audience || contains(event.audience, *filter.audience)) &&
         (!filter.school_form || event.school_forms.empty() || contains(event.school_forms, *filter.school_form));
}

AnnualCycle filtered(const AnnualCycle& cycle, const EventFilter& filter) {
  return part(cycle, [&](const Event& event) { return fits(event, filter); });
}

bool is_timed(const Event& event) {
  return event.start_time && event.start == event.end && is_length_of_time(event.duration_minutes);
}

std::vector<Event> on(const AnnualCycle& cycle, Date date) {
  return part(cycle, [&](const Event& event) { return event.start <= date && date <= event.end; }).events;
}

std::vector<Event> next(const AnnualCycle& cycle, Date date, std::size_t count) {
  std::vector<Event> found;
  for (const Event& event : cycle.events) {
    if (found.size() == count) break;
    if (date <= event.end) found.push_back(event);
  }
  return found;
}

}  // namespace kvalitet
