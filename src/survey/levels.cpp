// What one item's answers, or one area's, come to in points.
#include "survey/exact.hpp"

namespace kvalitet {
namespace {

constexpr double most_points = 10;

double steps(const Distribution& item) { return static_cast<double>(item.counts.size() - 1); }

// The level of the answer with this rank, from 0.
std::size_t level_of(std::span<const std::int64_t> counts, std::int64_t rank) {
  std::size_t level = 0;
  for (std::int64_t below = counts[0]; below <= rank; below += counts[level]) ++level;
  return level;
}

}  // namespace

std::optional<Summary> summarise(const Distribution& item) {
  const Scores all = scores(item);
  if (all.n < 1) return std::nullopt;
  const auto n = static_cast<double>(all.n);
  Summary summary{all.n, most_points * to_double(all.sum) / (n * steps(item)), std::nullopt};
  if (all.n > 1) {
    const double point = most_points / steps(item);
    summary.variance = to_double(all.n * all.squares - all.sum * all.sum) / (n * (n - 1)) * (point * point);
  }
  return summary;
}

std::optional<double> median(const Distribution& item) {
  const std::int64_t n = known_answers(item);
  if (n < 1) return std::nullopt;
  const std::vector<std::int64_t> counts = by_favour(item);
  const std::size_t both = level_of(counts, (n - 1) / 2) + level_of(counts, n / 2);
  return most_points * static_cast<double>(both) / (2 * steps(item));
}

std::optional<AreaIndex> area_index(std::span<const Distribution> items) {
  Int128 n = 0;
  double points = 0;
  for (const Distribution& item : items) {
    const Scores all = scores(item);
    n += all.n;
    points += most_points * to_double(all.sum) / steps(item);
  }
  if (n < 1) return std::nullopt;
  if (n > most_answers) refuse(Misuse::too_many);
  return AreaIndex{narrow(n), points / to_double(n)};
}

GroupMoments moments(const Distribution& item) {
  const Scores all = scores(item);
  return {all.n, narrow(all.sum), narrow(all.squares)};
}

}  // namespace kvalitet
