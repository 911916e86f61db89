#pragma once
// Whether somebody has written anything in a part of a plan. An empty row of a template is not there.
#include "base/blank.hpp"
#include "kvalitet/documents/commitment_plan.hpp"

#include <algorithm>

namespace kvalitet {

inline bool is_filled(const ExpectedEffect& effect) { return !is_blank(effect.text); }

inline bool is_filled(const Activity& activity) {
  return !is_blank(activity.title) || !is_blank(activity.intended_result) || !is_blank(activity.responsible) ||
         activity.start || activity.end || !activity.effects.empty();
}

inline bool is_filled(const FollowUp& follow_up) {
  return follow_up.date || !is_blank(follow_up.text) || !is_blank(follow_up.next_step);
}

template <class Part>
bool any_filled(const std::vector<Part>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return is_filled(part); });
}

inline bool is_filled(const Commitment& commitment) {
  return !is_blank(commitment.title) || !is_blank(commitment.reason) || any_filled(commitment.expected_effects) ||
         any_filled(commitment.activities) || any_filled(commitment.follow_ups);
}

inline bool is_filled(const GoalArea& area) {
  return !area.kind.empty() || !is_blank(area.title) || any_filled(area.commitments);
}

}  // namespace kvalitet
