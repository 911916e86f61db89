#include "survey/count_answers.hpp"

#include "base/parallel.hpp"
#include "survey/bins.hpp"

#include <algorithm>
#include <atomic>
#include <vector>

namespace kvalitet {

namespace {

/// Items with many levels: each by one thread, straight into its counts.
void count_singly(const Grouping& grouping, const std::vector<ItemBins>& items, unsigned threads, const Bins& counts) {
  std::atomic<std::size_t> next = 0;
  on_threads(static_cast<unsigned>(std::min<std::size_t>(threads, items.size())), [&] {
    for (std::size_t i = next++; i < items.size(); i = next++) {
      const ItemBins& item = items[i];
      for (std::size_t row = 0; row < grouping.groups.size(); ++row)
        ++counts.of(grouping.groups[row])[item.at + std::min<unsigned>(item.answers.values[row], item.answers.levels)];
    }
  });
}

}  // namespace

std::size_t bins_of_group(std::span<const AnswerColumn> items) {
  std::size_t bins = 0;
  for (const AnswerColumn& item : items) bins += item.bins();
  return bins;
}

void count_answers(const Grouping& grouping, std::span<const AnswerColumn> items, unsigned threads,
                   std::span<std::int64_t> respondents, std::span<std::int64_t> counts, const AnswerKernel& kernel) {
  std::vector<ItemBins> few;
  std::vector<ItemBins> many;
  std::size_t bins = 0;
  for (const AnswerColumn& item : items) {
    if (item.values != nullptr) (item.levels <= few_levels ? few : many).push_back({item, bins});
    bins += item.bins();
  }
  Bins all(respondents, counts, bins);
  if (!grouping.runs.empty()) {
    count_runs(grouping, few, threads, all, kernel);
  } else {
    std::span<const ItemBins> left = few;
    bool first = true;
    do {
      const std::span<const ItemBins> some = left.first(std::min(left.size(), tally_width));
      count_rows(grouping, some, first, threads, all, kernel);
      left = left.subspan(some.size());
      first = false;
    } while (!left.empty());
  }
  count_singly(grouping, many, threads, all);
}

}  // namespace kvalitet
