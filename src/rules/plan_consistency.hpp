#pragma once
// What must hold in any commitment plan, whatever the rules: names that mean something, as many years as the guideline
// says, and decisions that hold.
#include "kvalitet/rules/check.hpp"

namespace kvalitet {

void check_consistency(const CommitmentPlan& plan, const QualitySystem& system, Date as_of,
                       std::vector<Finding>& findings);

}  // namespace kvalitet
