#include "base/parallel.hpp"
#include "survey/bins.hpp"
#include "survey/reading_ahead.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>
#include <vector>

namespace kvalitet {

namespace {

/// A thread's own.
class OwnTallies {
 public:
  OwnTallies(std::size_t groups, unsigned levels)
      : lower_(groups * levels * tally_width + line), others_(groups * tally_width), sizes_(groups) {
    void* begin = lower_.data();
    std::size_t room = lower_.size();
    // A group's tally for a scale of five levels is then one line of a processor's memory.
    all_ = {levels, static_cast<std::uint8_t*>(std::align(line, 1, begin, room)), others_.data(), sizes_.data()};
  }
  OwnTallies(const OwnTallies&) = delete;  // it points into itself
  OwnTallies& operator=(const OwnTallies&) = delete;
  static std::size_t bytes_of_group(unsigned levels) { return (levels + 1) * tally_width + 1; }

  const Tallies& all() const { return all_; }
  bool is_full(std::size_t group) const { return sizes_[group] == tally_limit; }

  /// Moves a group's tally to the counts.
  void move(std::size_t group, std::span<const ItemBins> items, bool count_respondents, Bins& counts) {
    const std::uint8_t size = sizes_[group];
    if (size == 0) return;
    std::uint8_t* const lower = all_.lower + group * all_.levels * tally_width;
    std::uint8_t* const others = all_.others + group * tally_width;
    {
      const auto lock = counts.lock(group);
      if (count_respondents) counts.respondents(group) += size;
      const std::span<std::int64_t> sum = counts.of(group);
      for (std::size_t i = 0; i < items.size(); ++i) {
        const unsigned levels = items[i].answers.levels;
        std::int64_t* const bins = sum.data() + items[i].at;
        std::int64_t left = size;
        for (unsigned level = 0; level < std::min(levels, all_.levels); ++level) {
          const std::uint8_t found = lower[level * tally_width + i];
          bins[level] += found;
          left -= found;
        }
        if (levels > all_.levels) {
          bins[all_.levels] += left - others[i];
          left = others[i];
        }
        bins[levels] += left;
      }
    }
    std::fill_n(lower, all_.levels * tally_width, std::uint8_t{0});
    std::fill_n(others, tally_width, std::uint8_t{0});
    sizes_[group] = 0;
  }

 private:
  static constexpr std::size_t line = 64;

  std::vector<std::uint8_t> lower_;
  std::vector<std::uint8_t> others_;
  std::vector<std::uint8_t> sizes_;
  Tallies all_;
};

/// Rows that are made of columns at a time.
constexpr std::size_t rows_at_once = 256;

void make_rows(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first, std::size_t size,
               std::uint8_t* rows, const AnswerKernel& kernel) {
  for (const std::uint8_t* const column : columns) ask_for_what_follows<Near::second>(column + first, size);
  std::size_t row = 0;
  for (; size - row >= kernel.rows_at_once; row += kernel.rows_at_once)
    kernel.transpose(columns, first + row, rows + row * tally_width);
  for (; row < size; ++row)
    for (std::size_t i = 0; i < tally_width; ++i) rows[row * tally_width + i] = columns[i][first + row];
}

}  // namespace

void count_rows(const Grouping& grouping, std::span<const ItemBins> items, bool count_respondents, unsigned threads,
                Bins& counts, const AnswerKernel& kernel) {
  unsigned levels = 1;
  for (const ItemBins& item : items) levels = std::max(levels, item.answers.levels);
  // But for the highest, of which there are as many as are left.
  levels = (levels - 1 + kernel.levels_at_once - 1) / kernel.levels_at_once * kernel.levels_at_once;
  // Where there are fewer, the last one stands in for the others.
  std::array<const std::uint8_t*, tally_width> columns{};
  for (std::size_t i = 0; i < tally_width && !items.empty(); ++i)
    columns[i] = items[std::min(i, items.size() - 1)].answers.values;

  const std::size_t bytes_of_group = OwnTallies::bytes_of_group(levels);
  if (counts.groups() > std::numeric_limits<std::size_t>::max() / bytes_of_group) throw std::bad_alloc();
  const std::size_t limit = std::max(tables_limit, 2 * counts.bytes());
  RowBlocks blocks(grouping.groups.size());
  on_threads(blocks.worth(affordable(threads, counts.groups() * bytes_of_group, limit)), [&] {
    OwnTallies own(counts.groups(), levels);
    std::array<std::uint8_t, rows_at_once * tally_width> rows{};
    while (const auto block = blocks.next())
      for (std::size_t row = block->begin; row < block->end; row += rows_at_once) {
        std::span<const std::uint32_t> groups = grouping.groups.subspan(row, std::min(rows_at_once, block->end - row));
        if (!items.empty()) make_rows(columns, row, groups.size(), rows.data(), kernel);
        const std::uint8_t* next = rows.data();
        while (!groups.empty()) {
          const std::size_t done = kernel.tally(next, groups, own.all());
          const std::uint32_t last = groups[done - 1];
          if (own.is_full(last)) own.move(last, items, count_respondents, counts);
          next += done * tally_width;
          groups = groups.subspan(done);
        }
      }
    for (std::size_t group = 0; group < counts.groups(); ++group) own.move(group, items, count_respondents, counts);
  });
}

}  // namespace kvalitet
