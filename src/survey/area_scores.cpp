#include "survey/area_scores.hpp"

#include "base/parallel.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <vector>

namespace kvalitet {

namespace {

constexpr std::size_t scored_at_once = 1024;

/// What a row comes to, in one number, so that an answer is one addition: the total in the lowest bits, then the
/// squares, and then how many answers there are none of. None of them grows into the next, for 64 items and scores
/// below 4096: totals are below 2^18, squares below 2^30.
struct RowSum {
  static std::uint64_t of(std::uint64_t score) { return score | score * score << 18; }
  static constexpr std::uint64_t no_answer = std::uint64_t{1} << 48;

  static bool complete(std::uint64_t sum) { return sum < no_answer; }
  static std::uint64_t total(std::uint64_t sum) { return sum & ((1U << 18) - 1); }
  static std::uint64_t squares(std::uint64_t sum) { return sum >> 18; }
};

/// An item with what every byte adds to a row.
struct Item {
  explicit Item(const ScoredColumn& column) : values(column.values) {
    added.fill(RowSum::no_answer);
    std::transform(column.scores.begin(), column.scores.end(), added.begin(), RowSum::of);
  }

  const std::uint8_t* values;
  std::array<std::uint64_t, 256> added;
};

/// A few rows at a time.
class Rows {
 public:
  explicit Rows(const std::vector<Item>& items) : items_(items) {}

  void read(std::size_t first, std::size_t size) {
    first_ = first;
    std::fill_n(sums_.begin(), size, 0U);
    for (const Item& item : items_)
      for (std::size_t row = 0; row < size; ++row) sums_[row] += item.added[item.values[first + row]];
    // A row that is not complete adds nothing.
    for (std::size_t row = 0; row < size; ++row) {
      complete_[row] = RowSum::complete(sums_[row]) ? 1 : 0;
      sums_[row] *= complete_[row];
    }
  }

  /// Adds rows of the same group to the group's moments, laid out as in `Moments`.
  void add(std::size_t begin, std::size_t end, std::int64_t* moments) const {
    std::uint64_t complete = 0;
    std::uint64_t squares = 0;
    std::uint64_t squared_totals = 0;
    for (std::size_t row = begin; row < end; ++row) {
      const std::uint64_t total = RowSum::total(sums_[row]);
      complete += complete_[row];
      squares += RowSum::squares(sums_[row]);
      squared_totals += total * total;
    }
    moments[0] += static_cast<std::int64_t>(complete);
    moments[1] += static_cast<std::int64_t>(squares);
    moments[2] += static_cast<std::int64_t>(squared_totals);
    for (std::size_t item = 0; item < items_.size(); ++item) {
      const std::uint8_t* const values = items_[item].values + first_;
      std::uint64_t sum = 0;
      for (std::size_t row = begin; row < end; ++row)
        sum += complete_[row] * RowSum::total(items_[item].added[values[row]]);
      moments[3 + item] += static_cast<std::int64_t>(sum);
    }
  }

 private:
  const std::vector<Item>& items_;
  std::size_t first_ = 0;
  std::array<std::uint64_t, scored_at_once> sums_{};
  std::array<std::uint64_t, scored_at_once> complete_{};
};

/// A thread's own: for each group the complete respondents, squares, squared totals, and the sum of each item.
struct Moments {
  Moments(std::size_t groups, std::size_t items) : width(3 + items), numbers(groups * width) {}

  std::int64_t* of(std::size_t group) { return numbers.data() + group * width; }

  void add_to(const AreaSums& moments) {
    const std::size_t items = width - 3;
    for (std::size_t group = 0; group < moments.complete.size(); ++group) {
      const std::int64_t* const own = of(group);
      moments.complete[group] += own[0];
      moments.squares[group] += own[1];
      moments.squared_totals[group] += own[2];
      for (std::size_t item = 0; item < items; ++item) moments.sums[group * items + item] += own[3 + item];
    }
  }

  std::size_t width;
  std::vector<std::int64_t> numbers;
};

}  // namespace

void add_area_scores(const Grouping& grouping, std::span<const ScoredColumn> area, unsigned threads,
                     const AreaSums& moments) {
  const std::vector<Item> items(area.begin(), area.end());
  const std::size_t groups = moments.complete.size();
  RowBlocks blocks(grouping.groups.size());
  std::mutex adding;
  on_threads(blocks.worth(affordable(threads, groups * (3 + items.size()) * sizeof(std::int64_t), tables_limit)), [&] {
    Moments own(groups, items.size());
    Rows rows(items);
    while (const auto block = blocks.next())
      for (std::size_t first = block->begin; first < block->end; first += scored_at_once) {
        const auto some = grouping.groups.subspan(first, std::min(scored_at_once, block->end - first));
        rows.read(first, some.size());
        for (std::size_t begin = 0, end = 0; begin < some.size(); begin = end) {
          while (end < some.size() && some[end] == some[begin]) ++end;
          rows.add(begin, end, own.of(some[begin]));
        }
      }
    const std::lock_guard<std::mutex> lock(adding);
    own.add_to(moments);
  });
}

}  // namespace kvalitet
