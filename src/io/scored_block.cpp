#include "io/scored_block.hpp"

#include "survey/counted.hpp"

#include <algorithm>
#include <numeric>

namespace kvalitet {
namespace {

constexpr std::size_t highest_score = 4095;  // that can be counted with

}  // namespace

ScoredBlock::ScoredBlock(const SurveyInstrument& instrument, const ScoredItems& scored) {
  // In the smallest steps that are whole on all of the items' scales.
  std::size_t most = 1;
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const SurveyItem& item = instrument.items[i];
    if (std::find(scored.items.begin(), scored.items.end(), item.id) == scored.items.end()) continue;
    items_.push_back({i, {}});
    most = std::lcm(most, std::max<std::size_t>(2, scale_of(instrument, item)->levels.size()) - 1);
    if (most > highest_score) {  // scales that have nothing in common are not added up
      items_.clear();
      return;
    }
  }
  for (Item& one : items_) {
    const SurveyItem& item = instrument.items[one.index];
    const std::size_t levels = scale_of(instrument, item)->levels.size();
    for (std::size_t level = 0; level < levels; ++level) {
      const std::size_t rank = item.reversed ? levels - 1 - level : level;
      one.scores.push_back(static_cast<std::uint16_t>(levels < 2 ? 0 : rank * (most / (levels - 1))));
    }
  }
}

void ScoredBlock::add(const Grouping& grouping, std::size_t groups, std::span<const std::uint8_t* const> values,
                      unsigned threads) {
  if (items_.empty()) return;
  complete_.resize(groups);
  sums_.resize(groups * items_.size());
  squares_.resize(groups);
  squared_totals_.resize(groups);
  std::vector<ScoredColumn> columns;
  for (const Item& item : items_) {
    if (values[item.index] == nullptr) return;  // nobody has answered all of them
    columns.push_back({values[item.index], item.scores});
  }
  add_area_scores(grouping, columns, threads, {complete_, sums_, squares_, squared_totals_});
}

AreaMoments ScoredBlock::of_group(std::size_t group) const {
  AreaMoments moments;
  if (group >= complete_.size()) return moments;
  moments.respondents = complete_[group];
  const auto first = sums_.begin() + static_cast<std::ptrdiff_t>(group * items_.size());
  moments.sums.assign(first, first + static_cast<std::ptrdiff_t>(items_.size()));
  moments.squares = squares_[group];
  moments.squared_totals = squared_totals_[group];
  return moments;
}

}  // namespace kvalitet
