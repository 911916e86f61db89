// Two groups' answers compared as ranks: every pair of answers, one from each, counted level by level.
#include "survey/exact.hpp"
#include "survey/quantiles.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet {
namespace {

struct Pairs {
  std::vector<std::int64_t> a;  ///< answers per level, the least favourable first
  std::vector<std::int64_t> b;
  std::int64_t n_a = 0;
  std::int64_t n_b = 0;
  Int128 more = 0;  ///< pairs in which a's answer is the more favourable
  Int128 less = 0;
};

Pairs pairs_of(const Distribution& a, const Distribution& b) {
  Pairs pairs{{}, {}, known_answers(a), known_answers(b)};
  if (a.counts.size() != b.counts.size()) refuse_scales(a.counts.size(), b.counts.size());
  pairs.a = by_favour(a);
  pairs.b = by_favour(b);
  std::int64_t below_a = 0;
  std::int64_t below_b = 0;
  for (std::size_t level = 0; level < pairs.a.size(); ++level) {
    pairs.more += Int128(pairs.a[level]) * below_b;
    pairs.less += Int128(pairs.b[level]) * below_a;
    below_a += pairs.a[level];
    below_b += pairs.b[level];
  }
  return pairs;
}

double count(const Pairs& pairs) { return static_cast<double>(pairs.n_a) * static_cast<double>(pairs.n_b); }

double delta(const Pairs& pairs) { return to_double(pairs.more - pairs.less) / count(pairs); }

// The sum, over one group's answers, of the squared distance from delta to what the answer alone has for delta.
double squared_distances(std::span<const std::int64_t> answers, std::span<const std::int64_t> others, double n_others,
                         double delta) {
  double sum = 0;
  std::int64_t below = 0;
  std::int64_t above = 0;
  for (const std::int64_t other : others) above += other;
  for (std::size_t level = 0; level < answers.size(); ++level) {
    above -= others[level];
    const double distance = static_cast<double>(below - above) / n_others - delta;
    sum += static_cast<double>(answers[level]) * distance * distance;
    below += others[level];
  }
  return sum;
}

// Cliff's (1996) consistent estimate of delta's variance.
double variance_of(const Pairs& pairs, double delta) {
  const auto n_a = static_cast<double>(pairs.n_a);
  const auto n_b = static_cast<double>(pairs.n_b);
  const double of_a = squared_distances(pairs.a, pairs.b, n_b, delta) / (n_a - 1);
  const double of_b = squared_distances(pairs.b, pairs.a, n_a, -delta) / (n_b - 1);
  const Int128 ties = Int128(pairs.n_a) * pairs.n_b - pairs.more - pairs.less;
  const double of_pairs = to_double(pairs.more) * (1 - delta) * (1 - delta) + to_double(ties) * delta * delta +
                          to_double(pairs.less) * (1 + delta) * (1 + delta);
  return ((n_b - 1) * of_a + (n_a - 1) * of_b + of_pairs / ((n_a - 1) * (n_b - 1))) / (n_a * n_b);
}

}  // namespace

Figure<MannWhitney> mann_whitney(const Distribution& a, const Distribution& b, Continuity continuity) {
  const Pairs pairs = pairs_of(a, b);
  if (pairs.n_a < 1 || pairs.n_b < 1) return {std::nullopt, NoFigure::too_few_answers};
  const auto n = static_cast<double>(pairs.n_a + pairs.n_b);
  // n^3 less the ties' t^3, as a sum in which nothing is subtracted but counts.
  double untied = 0;
  for (std::size_t level = 0; level < pairs.a.size(); ++level) {
    const auto tied = static_cast<double>(pairs.a[level] + pairs.b[level]);
    untied += tied * (n - tied) * (n + tied);
  }
  if (!(untied > 0)) return {std::nullopt, NoFigure::no_variance};
  const double error = std::sqrt(count(pairs) / 12 * (untied / n / (n - 1)));
  const double excess = to_double(pairs.more - pairs.less) / 2;  // over what U is expected to be
  const double correction = continuity == Continuity::corrected ? std::min(0.5, std::abs(excess)) : 0;
  MannWhitney test;
  test.u = (to_double(pairs.more - pairs.less) + count(pairs)) / 2;
  test.z = (excess - std::copysign(correction, excess)) / error;
  test.p = normal_p(test.z);
  return {test, std::nullopt};
}

Figure<Estimate> cliffs_delta(const Distribution& a, const Distribution& b, double confidence) {
  check_confidence(confidence);
  const Pairs pairs = pairs_of(a, b);
  if (pairs.n_a < 2 || pairs.n_b < 2) return {std::nullopt, NoFigure::too_few_answers};
  if (pairs.more == 0 && pairs.less == 0) return {std::nullopt, NoFigure::no_variance};
  const double z = normal_reach(confidence);
  const Int128 all = Int128(pairs.n_a) * pairs.n_b;
  if (pairs.more == all || pairs.less == all) {
    const auto n = static_cast<double>(std::min(pairs.n_a, pairs.n_b));
    const double limit = (n - z * z) / (n + z * z);
    return {pairs.less == 0 ? Estimate{1, limit, 1} : Estimate{-1, -1, -limit}, std::nullopt};
  }
  const double d = delta(pairs);
  const double rest = 1 - d * d;
  const double variance = variance_of(pairs, d);
  const double spread = z * z * variance;
  const double reach = std::sqrt(spread * (rest * rest + spread));
  return {Estimate{d, (d * rest - reach) / (rest + spread), (d * rest + reach) / (rest + spread)}, std::nullopt};
}

std::optional<double> common_language_effect_size(const Distribution& a, const Distribution& b) {
  const Pairs pairs = pairs_of(a, b);
  if (pairs.n_a < 1 || pairs.n_b < 1) return std::nullopt;
  return (delta(pairs) + 1) / 2;
}

}  // namespace kvalitet
