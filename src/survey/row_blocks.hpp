#pragma once
// Rows dealt out in blocks to whichever thread asks next, so that one that is disturbed takes fewer.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <optional>

namespace kvalitet {

struct RowBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class RowBlocks {
 public:
  static constexpr std::size_t size = std::size_t{1} << 16;

  explicit RowBlocks(std::size_t rows) : rows_(rows) {}

  std::size_t count() const { return (rows_ + size - 1) / size; }
  /// Threads beyond the blocks would have nothing to do.
  unsigned worth(unsigned threads) const {
    return static_cast<unsigned>(std::clamp<std::size_t>(count(), 1, std::max(threads, 1U)));
  }

  std::optional<RowBlock> next() {
    const std::size_t block = next_++;
    if (block >= count()) return std::nullopt;
    return RowBlock{block * size, std::min(rows_, (block + 1) * size)};
  }

 private:
  std::size_t rows_;
  std::atomic<std::size_t> next_ = 0;
};

/// What the tables of all threads may take together, in bytes.
constexpr std::size_t tables_limit = std::size_t{1} << 26;

/// How many threads may have a table each within a limit for all of them.
inline unsigned affordable(unsigned threads, std::size_t table, std::size_t limit) {
  const std::size_t tables = limit / std::max<std::size_t>(table, 1);
  return static_cast<unsigned>(std::clamp<std::size_t>(tables, 1, std::max(threads, 1U)));
}

}  // namespace kvalitet
