#pragma once
// Where everything that is counted is added up, and the two ways of counting.
#include "survey/count_answers.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>

namespace kvalitet {

/// An item, and where its bins are within a group's counts.
struct ItemBins {
  AnswerColumn answers;
  std::size_t at = 0;
};

/// Where all threads add up what they found. Integers: in which order makes no difference.
class Bins {
 public:
  Bins(std::span<std::int64_t> respondents, std::span<std::int64_t> counts, std::size_t bins)
      : respondents_(respondents), counts_(counts), bins_(bins) {}

  std::size_t groups() const { return respondents_.size(); }
  std::size_t bins_of_group() const { return bins_; }
  std::size_t bytes() const { return counts_.size_bytes(); }
  std::span<std::int64_t> of(std::size_t group) const { return counts_.subspan(group * bins_, bins_); }
  std::int64_t& respondents(std::size_t group) const { return respondents_[group]; }
  /// To be held while a group's numbers are changed.
  std::unique_lock<std::mutex> lock(std::size_t group) {
    return std::unique_lock<std::mutex>(locks_[group % locks_.size()]);
  }

 private:
  std::span<std::int64_t> respondents_;
  std::span<std::int64_t> counts_;
  std::size_t bins_;
  std::array<std::mutex, 64> locks_;
};

/// The items one by one, run by run.
void count_runs(const Grouping& grouping, std::span<const ItemBins> items, unsigned threads, Bins& counts,
                const AnswerKernel& kernel);

/// Rows in any order: at most `tally_width` items side by side, row by row.
void count_rows(const Grouping& grouping, std::span<const ItemBins> items, bool count_respondents, unsigned threads,
                Bins& counts, const AnswerKernel& kernel);

}  // namespace kvalitet
