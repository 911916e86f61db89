#pragma once
// The calendar that a policy gives: Sweden's, with its local days as far as the calendar covers them.
#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/guideline/local_policy.hpp"

namespace kvalitet {

[[nodiscard]] inline Calendar local_calendar(const LocalPolicy& policy) {
  std::vector<LocalDay> covered;
  for (const LocalDay& day : policy.local_days)
    if (Calendar::covers(day.date.year())) covered.push_back(day);
  return Calendar::sweden(std::move(covered));
}

}  // namespace kvalitet
