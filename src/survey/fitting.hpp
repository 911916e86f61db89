#pragma once
// Counts of an instrument that they fit, as the statistics take them.
#include "kvalitet/base/value.hpp"
#include "kvalitet/survey/counts.hpp"
#include "kvalitet/survey/statistics.hpp"

#include <vector>

namespace kvalitet {

class Fitting {
 public:
  /// Both have to outlive it. Throws UsageError where the counts are not of the instrument, or an item has no scale.
  Fitting(const SurveyCounts& counts, const SurveyInstrument& instrument);

  /// For each item of the instrument, how a group answered.
  [[nodiscard]] std::vector<Distribution> distributions(const GroupCounts& group) const;

  [[nodiscard]] const SurveyInstrument& instrument() const noexcept { return *instrument_; }
  [[nodiscard]] const std::vector<GroupCounts>& groups() const noexcept { return counts_->groups; }

 private:
  const SurveyCounts* counts_;
  const SurveyInstrument* instrument_;
};

/// How many answered on the scale.
[[nodiscard]] std::int64_t on_scale(const Distribution& answers);

/// To ten digits: more than answers can carry, and the same on every machine.
[[nodiscard]] Value rounded(double value);

}  // namespace kvalitet
