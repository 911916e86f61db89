// Answers counted by unit: 13.3 million respondents, 15 items, 5 000 units, two threads. The limit is reading the
// answers, 200 MB, and no more. Aims: in the order of units below 12 ms, in any order below 80 ms.
#include "base/parallel.hpp"
#include "survey/area_scores.hpp"
#include "survey/count_answers.hpp"
#include "survey/row_blocks.hpp"
#include "timing.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <iostream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace kvalitet;

namespace {

constexpr std::size_t rows = 13'300'000;
constexpr std::size_t units = 5'000;
constexpr std::size_t items = 15;
constexpr unsigned levels = 5;

/// Every eight bytes, added up; with what follows asked for as counting does, or it would be no limit.
std::uint64_t read(const std::vector<std::uint8_t>& column, RowBlock block) {
  std::array<std::uint64_t, 8> sums{};
  for (std::size_t at = block.begin; at + sizeof sums <= block.end; at += sizeof sums) {
    std::array<std::uint64_t, 8> words;
    std::memcpy(words.data(), column.data() + at, sizeof words);
    __builtin_prefetch(column.data() + at + 2048);
    for (std::size_t i = 0; i < words.size(); ++i) sums[i] += words[i];
  }
  return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
}

double time_of_reading(const std::vector<std::vector<std::uint8_t>>& columns, unsigned threads) {
  std::atomic<std::uint64_t> sink = 0;
  return microseconds(
             [&] {
               RowBlocks blocks(rows);
               on_threads(threads, [&] {
                 std::uint64_t sum = 0;
                 while (const auto block = blocks.next())
                   for (const auto& column : columns) sum += read(column, *block);
                 sink += sum;
               });
             },
             1) /
         1000;
}

}  // namespace

int main() {
  std::mt19937 random(1);
  std::vector<std::vector<std::uint8_t>> columns(items, std::vector<std::uint8_t>(rows));
  std::vector<AnswerColumn> answers;
  for (auto& column : columns) {
    for (std::uint8_t& value : column) value = static_cast<std::uint8_t>(random() % levels);
    answers.push_back({column.data(), levels});
  }
  std::vector<std::uint32_t> unsorted(rows);
  for (std::uint32_t& unit : unsorted) unit = static_cast<std::uint32_t>(random() % units);
  std::vector<std::uint32_t> sorted = unsorted;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::int64_t> respondents(units);
  std::vector<std::int64_t> counts(units * bins_of_group(answers));

  constexpr std::size_t area_items = 5;
  const std::vector<std::uint16_t> scores = {0, 1, 2, 3, 4};
  std::vector<ScoredColumn> area;
  for (std::size_t i = 0; i < area_items; ++i) area.push_back({columns[i].data(), scores});
  std::vector<std::int64_t> sums(units * area_items);
  std::vector<std::int64_t> squares(units);
  std::vector<std::int64_t> squared_totals(units);
  const AreaSums moments{respondents, sums, squares, squared_totals};

  for (const unsigned threads : {1U, 2U}) {
    const double reading = time_of_reading(columns, threads);
    std::cout << threads << (threads == 1 ? " thread" : " threads") << ": reading " << rows * items / 1'000'000
              << " MB takes " << reading << " ms\n";
    for (const auto* groups : {&sorted, &unsorted}) {
      const std::string order = groups == &sorted ? "by unit" : "in any order";
      Grouping grouping;
      const double looking = microseconds([&] { grouping = look_through(*groups, threads); }, 1) / 1000;
      std::cout << "  " << order << ": looking through the units " << looking << " ms\n";
      for (const AnswerKernel& kernel : answer_kernels()) {
        const double counting =
            microseconds([&] { count_answers(grouping, answers, threads, respondents, counts, kernel); }, 1) / 1000;
        std::cout << "    counting, " << kernel.name << ": " << counting << " ms (" << counting / reading
                  << " of reading)\n";
      }
      const double adding = microseconds([&] { add_area_scores(grouping, area, threads, moments); }, 1) / 1000;
      std::cout << "    scores of an area of " << area_items << " items: " << adding << " ms\n";
    }
  }
}
