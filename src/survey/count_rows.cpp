#include "base/parallel.hpp"
#include "survey/bins.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <vector>

namespace kvalitet {

namespace {

/// A thread's own.
struct Tallies {
  Tallies(std::size_t groups, unsigned levels) : levels(levels), bytes(groups * levels * tally_width), sizes(groups) {}

  std::uint8_t* of(std::size_t group) { return bytes.data() + group * levels * tally_width; }

  unsigned levels;
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint8_t> sizes;
};

/// Moves a group's tally to the counts.
void move_tally(Tallies& tallies, std::size_t group, std::span<const ItemBins> items, bool count_respondents,
                Bins& counts) {
  const std::uint8_t size = tallies.sizes[group];
  if (size == 0) return;
  std::uint8_t* const tally = tallies.of(group);
  {
    const auto lock = counts.lock(group);
    if (count_respondents) counts.respondents(group) += size;
    const std::span<std::int64_t> sum = counts.of(group);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const unsigned levels = items[i].answers.levels;
      std::int64_t* const bins = sum.data() + items[i].at;
      std::int64_t others = size;
      for (unsigned level = 0; level < levels; ++level) {
        const std::uint8_t found = tally[level * tally_width + i];
        bins[level] += found;
        others -= found;
      }
      bins[levels] += others;
    }
  }
  std::fill_n(tally, tallies.levels * tally_width, std::uint8_t{0});
  tallies.sizes[group] = 0;
}

/// Rows that are made of columns at a time.
constexpr std::size_t rows_at_once = 256;

void make_rows(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first, std::size_t size,
               std::uint8_t* rows) {
  std::size_t row = 0;
  for (; size - row >= tally_width; row += tally_width) transpose(columns, first + row, rows + row * tally_width);
  for (; row < size; ++row)
    for (std::size_t i = 0; i < tally_width; ++i) rows[row * tally_width + i] = columns[i][first + row];
}

}  // namespace

void count_rows(const Grouping& grouping, std::span<const ItemBins> items, bool count_respondents, unsigned threads,
                Bins& counts, const AnswerKernel& kernel) {
  unsigned levels = 0;
  for (const ItemBins& item : items) levels = std::max(levels, item.answers.levels);
  levels = (levels + kernel.levels_at_once - 1) / kernel.levels_at_once * kernel.levels_at_once;
  // Where there are fewer, the last one stands in for the others.
  std::array<const std::uint8_t*, tally_width> columns{};
  for (std::size_t i = 0; i < tally_width && !items.empty(); ++i)
    columns[i] = items[std::min(i, items.size() - 1)].answers.values;

  const std::size_t bytes_of_group = levels * tally_width + 1;
  if (counts.groups() > std::numeric_limits<std::size_t>::max() / bytes_of_group) throw std::bad_alloc();
  const std::size_t limit = std::max(tables_limit, 2 * counts.bytes());
  RowBlocks blocks(grouping.groups.size());
  on_threads(blocks.worth(affordable(threads, counts.groups() * bytes_of_group, limit)), [&] {
    Tallies tallies(counts.groups(), levels);
    std::array<std::uint8_t, rows_at_once * tally_width> rows{};
    while (const auto block = blocks.next())
      for (std::size_t row = block->begin; row < block->end; row += rows_at_once) {
        std::span<const std::uint32_t> groups = grouping.groups.subspan(row, std::min(rows_at_once, block->end - row));
        if (!items.empty()) make_rows(columns, row, groups.size(), rows.data());
        const std::uint8_t* next = rows.data();
        while (!groups.empty()) {
          const std::size_t done = kernel.tally(next, groups, levels, tallies.bytes.data(), tallies.sizes.data());
          const std::uint32_t last = groups[done - 1];
          if (tallies.sizes[last] == tally_limit) move_tally(tallies, last, items, count_respondents, counts);
          next += done * tally_width;
          groups = groups.subspan(done);
        }
      }
    for (std::size_t group = 0; group < counts.groups(); ++group)
      move_tally(tallies, group, items, count_respondents, counts);
  });
}

}  // namespace kvalitet
