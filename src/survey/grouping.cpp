#include "survey/grouping.hpp"

#include "base/parallel.hpp"
#include "survey/reading_ahead.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>

namespace kvalitet {

namespace {

struct Part {
  std::uint32_t greatest = 0;
  bool long_runs = true;
  std::vector<std::size_t> starts;
};

/// Of a block with rows. Its first row is compared with the row before it. Most of a long run is only seen to go on.
Part look_through(const std::uint32_t* groups, RowBlock block) {
  constexpr std::size_t step = 128;
  Part part;
  std::size_t row = block.begin;
  part.greatest = groups[row];
  if (row == 0) part.starts.push_back(row++);
  for (std::size_t end = row; row < block.end; row = end) {
    end = std::min(row + step, block.end);
    ask_for_what_follows(groups + row, step * sizeof *groups);
    if (std::equal(groups + row, groups + end, groups + row - 1)) continue;
    for (std::size_t i = row; i < end; ++i) part.greatest = std::max(part.greatest, groups[i]);
    if (!part.long_runs) continue;
    for (std::size_t i = row; i < end; ++i)
      if (groups[i] != groups[i - 1]) part.starts.push_back(i);
    part.long_runs = part.starts.size() <= RowBlocks::size / (Grouping::long_run / 2);
  }
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
