#pragma once
// Which group each respondent belongs to, looked through once before anything is counted by it.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kvalitet {

struct Grouping {
  std::span<const std::uint32_t> groups;  ///< of each respondent; outlives this
  std::uint32_t greatest = 0;             ///< 0 when there is nobody
  /// Where each run of the same group begins, and where the last ends; empty when runs are so short that there is
  /// nothing to be won by counting them one by one.
  std::vector<std::size_t> runs;

  /// On average: shorter than this, runs are not noted.
  static constexpr std::size_t long_run = 96;
};

Grouping look_through(std::span<const std::uint32_t> groups, unsigned threads);

}  // namespace kvalitet
