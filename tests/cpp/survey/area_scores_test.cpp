#include "survey/area_scores.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <random>
#include <vector>

using namespace kvalitet;

namespace {

struct Found {
  Found(std::size_t groups, std::size_t items)
      : complete(groups), sums(groups * items), squares(groups), squared_totals(groups) {}

  AreaSums moments() { return {complete, sums, squares, squared_totals}; }
  bool operator==(const Found&) const = default;

  std::vector<std::int64_t> complete;
  std::vector<std::int64_t> sums;
  std::vector<std::int64_t> squares;
  std::vector<std::int64_t> squared_totals;
};

Found one_by_one(const std::vector<std::uint32_t>& groups, std::size_t group_count,
                 const std::vector<ScoredColumn>& items) {
  Found found(group_count, items.size());
  for (std::size_t row = 0; row < groups.size(); ++row) {
    const std::uint32_t group = groups[row];
    if (!std::all_of(items.begin(), items.end(), [&](auto& item) { return item.values[row] < item.scores.size(); }))
      continue;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::int64_t score = items[i].scores[items[i].values[row]];
      total += score;
      found.sums[group * items.size() + i] += score;
      found.squares[group] += score * score;
    }
    ++found.complete[group];
    found.squared_totals[group] += total * total;
  }
  return found;
}

}  // namespace

TEST_CASE("an area's scores are added up as one by one", "[survey]") {
  const auto rows = GENERATE(0U, 1U, 1023U, 1024U, 1025U, 150'000U);
  const auto group_count = GENERATE(1U, 3U, 2000U);
  const auto item_count = GENERATE(0U, 1U, 5U, 64U);
  const auto sorted = GENERATE(true, false);
  if (rows == 150'000 && item_count == 64) return;  // takes long
  CAPTURE(rows, group_count, item_count, sorted);
  std::mt19937 random{rows + group_count + item_count};
  std::vector<std::uint32_t> groups(rows);
  for (std::uint32_t& group : groups) group = static_cast<std::uint32_t>(random() % group_count);
  if (sorted) std::sort(groups.begin(), groups.end());
  // Reversed, of other levels than its neighbours, and now and then no answer.
  std::vector<std::vector<std::uint16_t>> scores;
  std::vector<std::vector<std::uint8_t>> columns;
  std::vector<ScoredColumn> items;
  for (unsigned i = 0; i < item_count; ++i) {
    auto& of_levels = scores.emplace_back(2 + i % 10);
    for (std::uint16_t& score : of_levels) score = static_cast<std::uint16_t>(random() % 4096);
    auto& column = columns.emplace_back(rows);
    for (std::uint8_t& value : column)
      value = static_cast<std::uint8_t>(random() % 100 == 0 ? random() : random() % of_levels.size());
  }
  for (unsigned i = 0; i < item_count; ++i) items.push_back({columns[i].data(), scores[i]});

  const Found wanted = one_by_one(groups, group_count, items);
  for (const unsigned threads : {1U, 2U, 3U, 4U, 5U}) {
    CAPTURE(threads);
    Found found(group_count, item_count);
    add_area_scores(look_through(groups, threads), items, threads, found.moments());
    CHECK(found == wanted);
  }
}

TEST_CASE("the greatest scores of an area are exact", "[survey]") {
  const std::vector<std::uint32_t> groups(3000, 0);
  const std::vector<std::uint8_t> values(3000, 254);
  const std::vector<std::uint16_t> scores(255, 4095);
  const std::vector<ScoredColumn> items(64, ScoredColumn{values.data(), scores});
  Found found(1, 64);
  add_area_scores(look_through(groups, 1), items, 1, found.moments());
  CHECK(found == one_by_one(groups, 1, items));
  CHECK(found.squared_totals[0] == std::int64_t{3000} * (64 * 4095) * (64 * 4095));
}
