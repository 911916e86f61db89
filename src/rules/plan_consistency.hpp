#pragma once
// What must hold in any commitment plan, whatever the guideline: names that mean something, and decisions that hold.
#include "kvalitet/rules/check.hpp"

namespace kvalitet {

void check_consistency(const CommitmentPlan& plan, const QualitySystem& system, Date as_of,
                       std::vector<Finding>& findings);

}  // namespace kvalitet
