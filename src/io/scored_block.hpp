#pragma once
// Items that are asked together, and the sums that their reliability follows from.
#include "kvalitet/survey/counts.hpp"
#include "survey/area_scores.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace kvalitet {

class ScoredBlock {
 public:
  ScoredBlock(const SurveyInstrument& instrument, const ScoredItems& scored);

  /// `values` are the bytes of all the instrument's items, nullptr where one was not asked.
  void add(const Grouping& grouping, std::size_t groups, std::span<const std::uint8_t* const> values, unsigned threads);
  [[nodiscard]] AreaMoments of_group(std::size_t group) const;

 private:
  struct Item {
    std::size_t index;                  // among the instrument's
    std::vector<std::uint16_t> scores;  // of its levels
  };
  std::vector<Item> items_;
  std::vector<std::int64_t> complete_;
  std::vector<std::int64_t> sums_;
  std::vector<std::int64_t> squares_;
  std::vector<std::int64_t> squared_totals_;
};

}  // namespace kvalitet
