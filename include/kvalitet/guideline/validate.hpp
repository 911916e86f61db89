#pragma once
// Whether a guideline and a policy hold together as data.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/local_policy.hpp"

namespace kvalitet {

/// Everything wrong with a guideline as data: references to nothing, names used twice, quotes that the text does not
/// have, inventions with a citation, numbers that contradict each other, sentences nothing accounts for.
[[nodiscard]] KVALITET_API std::vector<Finding> validate(const Guideline& guideline);

/// The same for a policy, against the guideline that it fills in: also bookings and due dates outside their windows,
/// bookings without a working day, days outside the calendar, and school years that break the law's limits.
[[nodiscard]] KVALITET_API std::vector<Finding> validate(const LocalPolicy& policy, const Guideline& guideline);

}  // namespace kvalitet
