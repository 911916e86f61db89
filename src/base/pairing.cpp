#include "base/pairing.hpp"

#include <algorithm>
#include <cstdint>

namespace kvalitet {
namespace {

constexpr std::size_t most_comparisons = 40'000;

class Pairing {
 public:
  Pairing(std::size_t before, std::size_t after, const std::function<bool(std::size_t, std::size_t)>& equal)
      : before_(before), after_(after), equal_(equal) {}

  std::vector<Pair> all() {
    while (start_ < std::min(before_, after_) && equal_(start_, start_)) ++start_;
    std::size_t tail = 0;
    while (start_ + tail < std::min(before_, after_) && equal_(before_ - tail - 1, after_ - tail - 1)) ++tail;
    rows_ = before_ - start_ - tail;
    columns_ = after_ - start_ - tail;

    for (std::size_t i = 0; i < start_; ++i) pairs_.push_back(Pair{i, i});
    if (rows_ == 0 || columns_ == 0 || rows_ > most_comparisons / columns_)
      gap(0, rows_, 0, columns_);
    else
      middle();
    for (std::size_t i = tail; i > 0; --i) pairs_.push_back(Pair{before_ - i, after_ - i});
    return std::move(pairs_);
  }

 private:
  // longest_[i, j]: the longest common run of what is left from row i and column j on.
  std::uint16_t& longest(std::size_t i, std::size_t j) { return longest_[i * (columns_ + 1) + j]; }

  void middle() {
    longest_.assign((rows_ + 1) * (columns_ + 1), 0);
    std::vector<bool> same(rows_ * columns_);
    for (std::size_t i = rows_; i-- > 0;) {
      for (std::size_t j = columns_; j-- > 0;) {
        same[i * columns_ + j] = equal_(start_ + i, start_ + j);
        longest(i, j) = same[i * columns_ + j] ? static_cast<std::uint16_t>(longest(i + 1, j + 1) + 1)
                                               : std::max(longest(i + 1, j), longest(i, j + 1));
      }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t gap_i = 0;
    std::size_t gap_j = 0;
    while (i < rows_ && j < columns_) {
      if (same[i * columns_ + j]) {
        gap(gap_i, i, gap_j, j);
        pairs_.push_back(Pair{start_ + i, start_ + j});
        gap_i = ++i;
        gap_j = ++j;
      } else if (longest(i + 1, j) >= longest(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
    gap(gap_i, rows_, gap_j, columns_);
  }

  void gap(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
    while (i < i_end || j < j_end) {
      Pair pair;
      if (i < i_end) pair.before = start_ + i++;
      if (j < j_end) pair.after = start_ + j++;
      pairs_.push_back(pair);
    }
  }

  std::size_t before_;
  std::size_t after_;
  const std::function<bool(std::size_t, std::size_t)>& equal_;
  std::size_t start_ = 0;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::uint16_t> longest_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> pair_in_order(std::size_t before, std::size_t after,
                                const std::function<bool(std::size_t, std::size_t)>& equal) {
  return Pairing(before, after, equal).all();
}

}  // namespace kvalitet
