#pragma once
// Small quality systems for the tests of the annual cycle.
#include "kvalitet/cycle/annual_cycle.hpp"

#include <algorithm>

namespace kvalitet::test {

inline MonthDay month(int m) { return MonthDay{m, 0}; }

inline Window window(MonthDay from, MonthDay to, Id id = {}, Localised title = {}) {
  return Window{std::move(id), std::move(title), from, to};
}

inline Timing timing(Clock clock, std::vector<Window> windows = {}) {
  Timing made;
  made.clock = clock;
  made.windows = std::move(windows);
  return made;
}

inline Dialogue dialogue(Id id, Timing when) {
  Dialogue made;
  made.title = Localised{"Dialog " + id.str(), "Dialogue " + id.str()};
  made.id = std::move(id);
  made.timing = std::move(when);
  return made;
}

inline Document document(Id id, std::optional<Timing> when = std::nullopt) {
  Document made;
  made.title = Localised{"Rapport", "Report"};
  made.id = std::move(id);
  made.owner = "principal";
  made.timing = std::move(when);
  return made;
}

inline QualitySystem system() {
  QualitySystem made{Guideline{}, LocalPolicy{}, Calendar::sweden()};
  made.guideline.id = made.policy.guideline = "test";
  made.guideline.valid_from = Date(2000, 1, 1);
  made.guideline.levels = {Concept{"principals", {}, {}, {}}, Concept{"organisers", {}, {}, {}}};
  made.guideline.actors = {Actor{"principal", {}, "principals", {}}, Actor{"organiser", {}, "organisers", {}}};
  return made;
}

inline QualitySystem with_dialogue(Timing when) {
  QualitySystem made = system();
  made.guideline.dialogues = {dialogue("talk", std::move(when))};
  return made;
}

inline std::vector<std::string> ids(const std::vector<Event>& events) {
  std::vector<std::string> found;
  for (const Event& event : events) found.push_back(event.id.str());
  return found;
}
inline std::vector<std::string> ids(const AnnualCycle& cycle) { return ids(cycle.events); }

/// `id start end`, which says nearly all of what a cycle decides.
inline std::vector<std::string> days(const AnnualCycle& cycle) {
  std::vector<std::string> found;
  for (const Event& event : cycle.events)
    found.push_back(event.id.str() + " " + to_string(event.start) + " " + to_string(event.end));
  return found;
}

inline const Event* find(const AnnualCycle& cycle, std::string_view id) {
  const auto found =
      std::find_if(cycle.events.begin(), cycle.events.end(), [&](const Event& event) { return event.id == id; });
  return found == cycle.events.end() ? nullptr : &*found;
}

}  // namespace kvalitet::test
