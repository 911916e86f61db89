#pragma once
// How many respondents of each group gave each answer to each item: exact, and the same at every number of threads.
#include "survey/answer_kernel.hpp"
#include "survey/grouping.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace kvalitet {

/// The answers to one item: a byte for each respondent. What is not below `levels` is another answer or none.
struct AnswerColumn {
  const std::uint8_t* values = nullptr;  ///< nullptr where nobody was asked: then nothing is counted
  unsigned levels = 0;                   ///< up to 255; up to `few_levels` it goes fast

  /// Each level, and last the others.
  std::size_t bins() const { return std::size_t{levels} + 1; }
};

/// How many counts one group has: the bins of each item, in the items' order.
std::size_t bins_of_group(std::span<const AnswerColumn> items);

/// Adds to `respondents` how many each group has, and to `counts` what they answered: for each group, for each item,
/// its bins. All groups are below `respondents.size()` (see `Grouping::greatest`), and there are `bins_of_group` counts
/// for each of them.
///
/// Beside them, each thread needs room for what 64 groups answered where runs are long. Otherwise it has a table with
/// 17 bytes for each group and 16 for each level but the highest (of the item with most among those with few, rounded
/// up to two); there are no more threads than keep all tables within `tables_limit` (row_blocks.hpp) or twice the size
/// of `counts`, but always one.
void count_answers(const Grouping& grouping, std::span<const AnswerColumn> items, unsigned threads,
                   std::span<std::int64_t> respondents, std::span<std::int64_t> counts,
                   const AnswerKernel& kernel = fastest_answer_kernel());

}  // namespace kvalitet
