#include "survey/exact.hpp"
#include "survey/quantiles.hpp"

#include <algorithm>
#include <utility>

namespace kvalitet {

AreaMoments& AreaMoments::operator+=(const AreaMoments& other) {
  AreaMoments both = *this;
  if (both.sums.empty()) both.sums.resize(other.sums.size());
  if (!other.sums.empty() && both.sums.size() != other.sums.size()) refuse(Misuse::not_sums);
  both.respondents = narrow(Int128(respondents) + other.respondents);
  for (std::size_t item = 0; item < other.sums.size(); ++item)
    both.sums[item] = narrow(Int128(both.sums[item]) + other.sums[item]);
  both.squares = narrow(Int128(squares) + other.squares);
  both.squared_totals = narrow(Int128(squared_totals) + other.squared_totals);
  return *this = std::move(both);
}

Figure<Estimate> cronbachs_alpha(const AreaMoments& area, double confidence) {
  check_confidence(confidence);
  if (area.respondents < 0 || area.squares < 0 || area.squared_totals < 0) refuse(Misuse::negative);
  if (area.respondents > most_answers) refuse(Misuse::too_many);
  if (area.sums.size() < 2) return {std::nullopt, NoFigure::too_few_items};
  if (area.respondents < 2) return {std::nullopt, NoFigure::too_few_answers};

  // Both variances as n (n - 1) times themselves, which are whole numbers.
  Int128 of_items = Int128(area.respondents) * area.squares;
  Int128 total = 0;
  for (const std::int64_t sum : area.sums) {
    of_items -= Int128(sum) * sum;
    if (of_items < 0) refuse(Misuse::not_sums);
    total += sum;
  }
  const Int128 of_totals = scaled_variance(area.respondents, narrow(total), area.squared_totals);
  if (of_totals / static_cast<std::int64_t>(area.sums.size()) > of_items) refuse(Misuse::not_sums);
  if (of_totals == 0) return {std::nullopt, NoFigure::no_variance};

  const auto items = static_cast<double>(area.sums.size());
  const auto n = static_cast<double>(area.respondents);
  const double alpha = std::min(1.0, items / (items - 1) * (to_double(of_totals - of_items) / to_double(of_totals)));
  const FInterval f = f_interval(n - 1, (n - 1) * (items - 1), confidence);
  return {Estimate{alpha, 1 - (1 - alpha) * f.upper, 1 - (1 - alpha) * f.lower}, std::nullopt};
}

}  // namespace kvalitet
