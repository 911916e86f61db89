#pragma once
// Recorded decisions to depart from a rule or a duty.
#include "base/blank.hpp"
#include "kvalitet/base/date.hpp"

namespace kvalitet {

/// Whether a decision that says who took it, why and when holds on a day.
template <class Decided>
[[nodiscard]] bool is_in_force(const Decided& deviation, Date as_of) {
  return !is_blank(deviation.decided_by) && !is_blank(deviation.reason) && deviation.decided_on &&
         *deviation.decided_on <= as_of && as_of <= deviation.until;
}

}  // namespace kvalitet
