#pragma once
// What is owed in a year, once for each occasion, whoever owes it.
#include "kvalitet/status/duties.hpp"

namespace kvalitet {

struct Occasion {
  DutyRow row;
  const Event* event = nullptr;  ///< that it belongs to, the first of its bookings; points into the cycle
  Period days;                   ///< of all its bookings; of the cycle, when it belongs to no event
  bool starts_document = false;  ///< the document is one whose work starts here: that of the coming year
  bool asks_for_record = false;  ///< the guideline itself has the document that would show it

  /// The day on which somebody owes it.
  [[nodiscard]] Date owed_on() const { return row.due.value_or(days.end); }
};

/// The bookings of one window are one occasion, which begins with the first and ends with the last: nothing says who
/// takes part in which.
[[nodiscard]] std::vector<Occasion> occasions_of(const QualitySystem& system, const AnnualCycle& cycle,
                                                 std::string_view actor);

}  // namespace kvalitet
