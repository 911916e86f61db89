#include "survey/exact.hpp"
#include "survey/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kvalitet {
namespace {

// The upper limit, in which nothing is subtracted.
double upper_limit(double count, double of, double z) {
  const double share = count / of;
  const double w = z * z / of;
  const double root = std::sqrt(w * (w + 4 * share * ((of - count) / of)));
  return std::clamp((2 * share + w + root) / (2 * (1 + w)), share, 1.0);
}

}  // namespace

std::optional<Share> top_share(const Distribution& item, int levels) {
  const Share all{0, known_answers(item) + item.dont_know};
  if (all.of < 1 || levels < 1 || static_cast<std::size_t>(levels) >= item.counts.size()) return std::nullopt;
  const std::vector<std::int64_t> counts = by_favour(item);
  return Share{std::accumulate(counts.end() - levels, counts.end(), std::int64_t{0}), all.of};
}

std::optional<Estimate> wilson(Share share, double confidence) {
  check_share(share);
  check_confidence(confidence);
  if (share.of < 1) return std::nullopt;
  const double z = normal_reach(confidence);
  const auto count = static_cast<double>(share.count);
  const auto of = static_cast<double>(share.of);
  const double value = count / of;
  const double upper = upper_limit(count, of, z);
  // The product of the limits is known, and division loses nothing where the difference would be small.
  const double lower = std::clamp(value * value / ((1 + z * z / of) * upper), 0.0, value);
  return Estimate{value, lower, upper};
}

std::optional<Estimate> response_rate(std::int64_t answered, std::int64_t invited, double confidence) {
  check_confidence(confidence);
  if (answered < 0 || invited < 0) refuse(Misuse::negative);
  if (answered > invited) return std::nullopt;
  return wilson({answered, invited}, confidence);
}

std::optional<Estimate> newcombe(Share a, Share b, double confidence) {
  const auto first = wilson(a, confidence);
  const auto second = wilson(b, confidence);
  if (!first || !second) return std::nullopt;
  const double difference = first->value - second->value;
  return Estimate{difference, difference - std::hypot(first->value - first->lower, second->upper - second->value),
                  difference + std::hypot(first->upper - first->value, second->value - second->lower)};
}

}  // namespace kvalitet
