#pragma once
// What comes back: everything that a guideline and a policy put in the year, before it has got its days. Entries only
// point into the system that they come from, so that events are made of those alone that are shown.
#include "kvalitet/cycle/annual_cycle.hpp"

#include <variant>

namespace kvalitet {

struct Entry {
  EventKind kind;
  std::variant<const Dialogue*, const Survey*, const Document*, const FollowUpPoint*> what;
  const Id* type;  ///< the id of what it is
  const Timing* timing;
  const Dialogue* brought_to = nullptr;              ///< of a document that follows a dialogue or meeting: which one
  const Bring* bring = nullptr;                      ///< and what that says of it
  const std::vector<int>* months_without = nullptr;  ///< in which it is left out

  [[nodiscard]] Clock clock() const { return timing->clock; }
  /// The id of the dialogue that it is brought to, or nothing.
  [[nodiscard]] std::string_view dialogue() const {
    return brought_to == nullptr ? std::string_view() : brought_to->id.str();
  }
};

/// In the order of the guideline: dialogues, meetings, surveys, documents; then the policy's follow-ups.
[[nodiscard]] std::vector<Entry> entries_of(const Guideline& guideline, const LocalPolicy& policy);

/// Makes an event of the entry, but for its id, its days and what the occasion adds to its title (put_entry.cpp).
void put_entry(Event& event, const Entry& entry, const QualitySystem& system);

}  // namespace kvalitet
