#include "kvalitet/documents/commitment_plan.hpp"

#include <algorithm>

namespace kvalitet {

Period days_of(const CommitmentPlan& plan) {
  constexpr int last_school_year = 9998;
  const int more_years = std::max(plan.years, 1) - 1;
  const int last = more_years > last_school_year - plan.school_year.start_year
                       ? last_school_year
                       : plan.school_year.start_year + more_years;
  return Period{days_of(plan.school_year).start, days_of(SchoolYear{last}).end};
}

}  // namespace kvalitet
