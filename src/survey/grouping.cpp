#include "survey/grouping.hpp"

#include "base/parallel.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>

namespace kvalitet {

namespace {

struct Part {
  std::uint32_t greatest = 0;
  bool sorted = true;
  bool long_runs = true;
  std::vector<std::size_t> starts;
};

/// The block's first row is compared with the row before it. A few rows at a time, so that compilers use vectors and
/// most of a long run is only seen to go on.
Part look_through(const std::uint32_t* groups, RowBlock block) {
  constexpr std::size_t step = 64;
  Part part;
  std::size_t row = block.begin;
  const auto look_at = [&](std::size_t at) {
    part.greatest = std::max(part.greatest, groups[at]);
    if (at != 0 && groups[at] == groups[at - 1]) return;
    if (at != 0 && groups[at] < groups[at - 1]) part.sorted = false;
    if (part.long_runs) part.starts.push_back(at);
  };
  if (row < block.end) look_at(row++);
  for (; block.end - row >= step; row += step) {
    std::uint32_t changes = 0;
    for (std::size_t i = row; i < row + step; ++i) changes |= groups[i - 1] ^ groups[i];
    if (changes == 0) continue;
    std::uint32_t greatest = part.greatest;
    std::uint32_t falls = 0;
    for (std::size_t i = row; i < row + step; ++i) {
      greatest = std::max(greatest, groups[i]);
      falls |= groups[i] < groups[i - 1] ? 1U : 0U;
    }
    part.greatest = greatest;
    if (falls != 0) part.sorted = false;
    if (part.long_runs)
      for (std::size_t i = 0; i < step; ++i) look_at(row + i);
    if (part.starts.size() > RowBlocks::size / (Grouping::long_run / 2)) part.long_runs = false;
  }
  while (row < block.end) look_at(row++);
  return part;
}

}  // namespace

Grouping look_through(std::span<const std::uint32_t> groups, unsigned threads) {
  RowBlocks blocks(groups.size());
  std::vector<Part> parts(blocks.count());
  on_threads(blocks.worth(threads), [&] {
    while (const auto block = blocks.next())
      parts[block->begin / RowBlocks::size] = look_through(groups.data(), *block);
  });

  Grouping found;
  found.groups = groups;
  std::size_t runs = 0;
  bool long_runs = true;
  for (const Part& part : parts) {
    found.greatest = std::max(found.greatest, part.greatest);
    found.sorted = found.sorted && part.sorted;
    long_runs = long_runs && part.long_runs;
    runs += part.starts.size();
  }
  if (!long_runs || runs > groups.size() / Grouping::long_run) return found;
  found.runs.reserve(runs + 1);
  for (const Part& part : parts) found.runs.insert(found.runs.end(), part.starts.begin(), part.starts.end());
  found.runs.push_back(groups.size());
  return found;
}

}  // namespace kvalitet
