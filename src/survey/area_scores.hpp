#pragma once
// What the reliability of an area's items is computed from: sums of scores and of their squares, exact.
#include "survey/grouping.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace kvalitet {

/// An item of an area: a byte for each respondent, and the score of each level. What is no level is no answer.
struct ScoredColumn {
  const std::uint8_t* values = nullptr;
  std::span<const std::uint16_t> scores;  ///< at most 255, each below 4096
};

/// One number for each group, of those who answered every item of the area.
struct AreaSums {
  std::span<std::int64_t> complete;        ///< how many they are
  std::span<std::int64_t> sums;            ///< of the scores; for each group, for each item
  std::span<std::int64_t> squares;         ///< the sum of all squared scores
  std::span<std::int64_t> squared_totals;  ///< the sum of all respondents' squared totals
};

/// Adds to `moments`. All groups are below the number of groups (see `Grouping::greatest`), and there are at most 64
/// items. Exact for 130 million respondents in a group, whatever the scores.
///
/// Each thread has a table as large as the moments; there are no more threads than keep all tables within
/// `tables_limit` (row_blocks.hpp), but always one.
void add_area_scores(const Grouping& grouping, std::span<const ScoredColumn> items, unsigned threads,
                     const AreaSums& moments);

}  // namespace kvalitet
