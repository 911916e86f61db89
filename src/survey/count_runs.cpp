#include "base/parallel.hpp"
#include "survey/bins.hpp"
#include "survey/row_blocks.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace kvalitet {

namespace {

/// Part of a run, or all of it.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// So many pieces are counted before they are added up, each item's one after the other: memory is quickest read on and
/// on.
constexpr std::size_t pieces_at_once = 64;

void count_pieces(const Grouping& grouping, std::span<const ItemBins> items, std::span<const Piece> pieces,
                  Bins& counts, std::vector<std::int64_t>& found, const AnswerKernel& kernel) {
  const std::size_t bins_of_piece = counts.bins_of_group();
  found.assign(pieces.size() * bins_of_piece, 0);
  for (const ItemBins& item : items) {
    const AnswerColumn& answers = item.answers;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::size_t size = pieces[i].end - pieces[i].begin;
      std::int64_t* const bins = found.data() + i * bins_of_piece + item.at;
      kernel.count(answers.values + pieces[i].begin, size, answers.levels, bins);
      bins[answers.levels] =
          static_cast<std::int64_t>(size) - std::accumulate(bins, bins + answers.levels, std::int64_t{0});
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::uint32_t group = grouping.groups[pieces[i].begin];
    const auto lock = counts.lock(group);
    counts.respondents(group) += static_cast<std::int64_t>(pieces[i].end - pieces[i].begin);
    const std::span<std::int64_t> sum = counts.of(group);
    for (std::size_t bin = 0; bin < bins_of_piece; ++bin) sum[bin] += found[i * bins_of_piece + bin];
  }
}

}  // namespace

void count_runs(const Grouping& grouping, std::span<const ItemBins> items, unsigned threads, Bins& counts,
                const AnswerKernel& kernel) {
  const std::vector<std::size_t>& runs = grouping.runs;
  RowBlocks blocks(grouping.groups.size());
  on_threads(blocks.worth(threads), [&] {
    std::vector<Piece> pieces;
    std::vector<std::int64_t> found;
    while (const auto block = blocks.next()) {
      auto end_of_run = std::upper_bound(runs.begin(), runs.end(), block->begin);
      for (std::size_t row = block->begin; row < block->end; ++end_of_run) {
        pieces.push_back({row, std::min(*end_of_run, block->end)});
        row = pieces.back().end;
        if (pieces.size() < pieces_at_once && row < block->end) continue;
        count_pieces(grouping, items, pieces, counts, found, kernel);
        pieces.clear();
      }
    }
  });
}

}  // namespace kvalitet
