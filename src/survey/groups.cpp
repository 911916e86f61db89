// How much groups differ: analysis of variance from sums alone.
#include "survey/exact.hpp"
#include "survey/quantiles.hpp"

namespace kvalitet {
namespace {

struct All {
  std::int64_t groups = 0;
  std::int64_t n = 0;
  std::int64_t sum = 0;
};

All add_up(std::span<const GroupMoments> groups) {
  All all;
  for (const GroupMoments& group : groups) {
    if (group.n < 0 || group.squares < 0) refuse(Misuse::negative);
    if (group.n > most_answers - all.n) refuse(Misuse::too_many);
    if (group.n == 0 && (group.sum != 0 || group.squares != 0)) refuse(Misuse::not_sums);
    if (group.n > 0) ++all.groups;
    all.n += group.n;
    all.sum = narrow(Int128(all.sum) + group.sum);
  }
  return all;
}

}  // namespace

GroupMoments& GroupMoments::operator+=(const GroupMoments& other) {
  const GroupMoments both{narrow(Int128(n) + other.n), narrow(Int128(sum) + other.sum),
                          narrow(Int128(squares) + other.squares)};
  return *this = both;
}

Figure<Intraclass> intraclass_correlation(std::span<const GroupMoments> groups, double confidence) {
  check_confidence(confidence);
  const All all = add_up(groups);
  const auto n = static_cast<double>(all.n);
  double between = 0;
  double within = 0;
  double sizes = 0;
  for (const GroupMoments& group : groups) {
    if (group.n == 0) continue;
    const auto size = static_cast<double>(group.n);
    // The group's mean less the mean of all, exact until it is divided.
    const Int128 scaled = Int128(group.sum) * all.n - Int128(all.sum) * group.n;
    const double distance = to_double(scaled) / (size * n);
    between += size * distance * distance;
    within += to_double(scaled_variance(group.n, group.sum, group.squares)) / size;
    sizes += size * static_cast<double>(all.n - group.n);
  }
  if (all.n == 0) return {std::nullopt, NoFigure::too_few_answers};
  if (all.groups == 1) return {std::nullopt, NoFigure::one_group};
  if (all.groups == all.n) return {std::nullopt, NoFigure::groups_of_one};
  if (!(within > 0)) return {std::nullopt, NoFigure::no_variance};

  const double df1 = static_cast<double>(all.groups - 1);
  const double df2 = static_cast<double>(all.n - all.groups);
  Intraclass found;
  found.n = all.n;
  found.groups = all.groups;
  found.ms_between = between / df1;
  found.ms_within = within / df2;
  found.f = found.ms_between / found.ms_within;
  found.p = f_p(found.f, df1, df2);
  found.n0 = sizes / (n * df1);
  const FInterval f = f_interval(df1, df2, confidence);
  const auto icc1 = [&](double ratio) { return (ratio - 1) / (ratio + found.n0 - 1); };
  found.icc1 = {icc1(found.f), icc1(found.f / f.upper), icc1(found.f / f.lower)};
  if (found.f > 0) found.icc2 = Estimate{1 - 1 / found.f, 1 - f.upper / found.f, 1 - f.lower / found.f};
  return {found, std::nullopt};
}

}  // namespace kvalitet
