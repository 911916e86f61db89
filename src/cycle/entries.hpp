#pragma once
// What comes back: everything that a guideline and a policy put in the year, before it has got its days.
#include "kvalitet/cycle/annual_cycle.hpp"

namespace kvalitet {

/// Points into the system that it comes from.
struct Entry {
  Event event;  ///< but for its id, its days and what the occasion adds to its title
  const Timing* timing;
  std::string_view dialogue;               ///< of a document that follows from a dialogue or meeting: which one
  const std::vector<int>* months_without;  ///< months in which it is left out, or null
};

/// In the order of the guideline: dialogues, meetings, surveys, documents; then the policy's follow-ups.
[[nodiscard]] std::vector<Entry> entries_of(const Guideline& guideline, const LocalPolicy& policy);

}  // namespace kvalitet
