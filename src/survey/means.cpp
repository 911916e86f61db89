#include "survey/exact.hpp"
#include "survey/quantiles.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet {
namespace {

void check_summary(const Summary& summary) {
  if (summary.n < 0 || (summary.variance && *summary.variance < 0)) refuse(Misuse::negative);
  if (summary.n > most_answers) refuse(Misuse::too_many);
  if (!std::isfinite(summary.mean) || !std::isfinite(summary.variance.value_or(0))) refuse(Misuse::not_sums);
}

}  // namespace

Figure<Estimate> mean_interval(const Summary& item, double confidence) {
  check_summary(item);
  check_confidence(confidence);
  if (item.n < 2 || !item.variance) return {std::nullopt, NoFigure::too_few_answers};
  if (!(*item.variance > 0)) return {std::nullopt, NoFigure::no_variance};
  const auto n = static_cast<double>(item.n);
  const double reach = t_reach(n - 1, confidence) * std::sqrt(*item.variance / n);
  return {Estimate{item.mean, std::max(item.mean - reach, 0.0), std::min(item.mean + reach, 10.0)}, std::nullopt};
}

Figure<Welch> welch(const Summary& a, const Summary& b, double confidence) {
  check_summary(a);
  check_summary(b);
  check_confidence(confidence);
  if (a.n < 2 || b.n < 2 || !a.variance || !b.variance) return {std::nullopt, NoFigure::too_few_answers};
  const auto n_a = static_cast<double>(a.n);
  const auto n_b = static_cast<double>(b.n);
  const double squared_error = *a.variance / n_a + *b.variance / n_b;
  if (!(squared_error > 0)) return {std::nullopt, NoFigure::no_variance};
  const double of_a = *a.variance / n_a / squared_error;
  const double of_b = *b.variance / n_b / squared_error;
  const double error = std::sqrt(squared_error);
  Welch test;
  test.difference.value = a.mean - b.mean;
  test.t = test.difference.value / error;
  test.df = 1 / (of_a * of_a / (n_a - 1) + of_b * of_b / (n_b - 1));
  test.p = t_p(test.t, test.df);
  const double reach = t_reach(test.df, confidence) * error;
  test.difference.lower = test.difference.value - reach;
  test.difference.upper = test.difference.value + reach;
  return {test, std::nullopt};
}

}  // namespace kvalitet
