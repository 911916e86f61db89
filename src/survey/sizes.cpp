#include "kvalitet/survey/statistics.hpp"

#include <cmath>

namespace kvalitet {

DifferenceSize difference_size(double delta, const DifferenceThresholds& thresholds) noexcept {
  const double size = std::abs(delta);
  if (size >= thresholds.large) return DifferenceSize::large;
  if (size >= thresholds.medium) return DifferenceSize::medium;
  if (size >= thresholds.small) return DifferenceSize::small;
  return DifferenceSize::negligible;
}

DifferenceSize difference_size(const Estimate& delta, const DifferenceThresholds& thresholds) noexcept {
  if (delta.lower <= 0 && delta.upper >= 0) return DifferenceSize::none_shown;
  return difference_size(delta.value, thresholds);
}

AlphaLevel alpha_level(double alpha, const AlphaThresholds& thresholds) noexcept {
  if (alpha >= thresholds.excellent) return AlphaLevel::excellent;
  if (alpha >= thresholds.good) return AlphaLevel::good;
  if (alpha >= thresholds.acceptable) return AlphaLevel::acceptable;
  if (alpha >= thresholds.questionable) return AlphaLevel::questionable;
  if (alpha >= thresholds.poor) return AlphaLevel::poor;
  return AlphaLevel::unacceptable;
}

}  // namespace kvalitet
