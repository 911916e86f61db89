#include "survey/count_answers.hpp"

#include "survey/row_blocks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

using namespace kvalitet;

namespace {

enum class Order { sorted, almost_sorted, unsorted };

/// Answers as nobody gave them, and what counting them one by one gives.
struct MadeUp {
  std::vector<std::uint32_t> groups;
  std::vector<std::vector<std::uint8_t>> columns;
  std::vector<AnswerColumn> items;
  std::vector<std::int64_t> respondents;
  std::vector<std::int64_t> counts;

  /// `skew`: so many bytes from where memory is aligned does everything begin.
  MadeUp(std::size_t rows, std::size_t group_count, const std::vector<unsigned>& levels, Order order, unsigned seed,
         std::size_t skew = 0) {
    std::mt19937 random{seed};
    groups.resize(skew + rows);
    for (std::uint32_t& group : groups) group = static_cast<std::uint32_t>(random() % group_count);
    if (order != Order::unsorted) std::sort(groups.begin() + static_cast<std::ptrdiff_t>(skew), groups.end());
    if (order == Order::almost_sorted)
      for (std::size_t i = 0; i < rows / 500 + 1 && rows != 0; ++i)
        std::swap(groups[skew + random() % rows], groups[skew + random() % rows]);
    for (const unsigned level_count : levels) {
      // One in ten is out of range.
      auto& column = columns.emplace_back(skew + rows);
      for (std::uint8_t& value : column)
        value = static_cast<std::uint8_t>(random() % 10 == 0 || level_count == 0 ? random() : random() % level_count);
    }
    for (std::size_t i = 0; i < levels.size(); ++i) items.push_back({columns[i].data() + skew, levels[i]});
    groups.erase(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(skew));

    respondents.resize(group_count);
    counts.resize(group_count * bins_of_group(items));
    for (std::size_t row = 0; row < rows; ++row) {
      ++respondents[groups[row]];
      std::size_t at = groups[row] * bins_of_group(items);
      for (const AnswerColumn& item : items) {
        ++counts[at + std::min<unsigned>(item.values[row], item.levels)];
        at += item.bins();
      }
    }
  }

  /// With every kernel of this machine and several numbers of threads, from given groups.
  bool counted_from(const Grouping& grouping) const {
    for (const AnswerKernel& kernel : answer_kernels())
      for (const unsigned threads : {1U, 2U, 3U, 4U, 5U}) {
        std::vector<std::int64_t> found_respondents(respondents.size());
        std::vector<std::int64_t> found(counts.size());
        count_answers(grouping, items, threads, found_respondents, found, kernel);
        if (found_respondents != respondents || found != counts) {
          UNSCOPED_INFO(kernel.name << ", " << threads << " threads");
          return false;
        }
      }
    return true;
  }

  bool counted() const {
    Grouping grouping = look_through(groups, 2);
    if (!counted_from(grouping)) return false;
    // Also in the way that would not have been taken.
    if (!grouping.runs.empty()) {
      grouping.runs.clear();
    } else {
      for (std::size_t row = 0; row < groups.size(); ++row)
        if (row == 0 || groups[row] != groups[row - 1]) grouping.runs.push_back(row);
      grouping.runs.push_back(groups.size());
    }
    return counted_from(grouping);
  }
};

}  // namespace

TEST_CASE("answers are counted as one by one", "[survey]") {
  const auto order = GENERATE(Order::sorted, Order::almost_sorted, Order::unsorted);
  const auto rows = GENERATE(0, 1, 2, 15, 16, 17, 63, 64, 255, 256, 257, 5000);
  const auto groups = GENERATE(1, 2, 7, 300);
  CAPTURE(static_cast<int>(order), rows, groups);
  CHECK(MadeUp(static_cast<std::size_t>(rows), static_cast<std::size_t>(groups), {5, 5, 4, 5, 2}, order, 1).counted());
}

TEST_CASE("answers are counted whatever the levels", "[survey]") {
  const auto order = GENERATE(Order::sorted, Order::unsorted);
  const auto levels = GENERATE(0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 15U, 16U, 17U, 200U, 255U);
  CAPTURE(static_cast<int>(order), levels);
  CHECK(MadeUp(3000, 11, {levels}, order, levels).counted());
  CHECK(MadeUp(3000, 11, {5, levels, 11, 200, 1}, order, levels).counted());
}

TEST_CASE("answers are counted whatever the number of items", "[survey]") {
  const auto order = GENERATE(Order::sorted, Order::unsorted);
  const auto items = GENERATE(0U, 1U, 15U, 16U, 17U, 32U, 40U);
  CAPTURE(static_cast<int>(order), items);
  CHECK(MadeUp(2000, 7, std::vector<unsigned>(items, 5), order, items).counted());
}

TEST_CASE("answers are counted wherever they begin in memory", "[survey]") {
  const auto order = GENERATE(Order::sorted, Order::unsorted);
  const auto skew = GENERATE(1U, 3U, 7U, 31U);
  CAPTURE(static_cast<int>(order), skew);
  CHECK(MadeUp(3000, 4, {5, 11, 4}, order, skew, skew).counted());
}

TEST_CASE("answers are counted in groups of one", "[survey]") {
  MadeUp answers(3000, 3000, {5, 4}, Order::sorted, 9);
  CHECK(answers.counted());
}

TEST_CASE("answers are counted in far more groups than there are respondents", "[survey]") {
  CHECK(MadeUp(100, 200'000, {5, 16}, Order::unsorted, 3).counted());
}

TEST_CASE("there are no more threads than have room for their tables", "[survey]") {
  CHECK(affordable(8, 0, 100) == 8);
  CHECK(affordable(8, 10, 100) == 8);
  CHECK(affordable(8, 40, 100) == 2);
  CHECK(affordable(8, 200, 100) == 1);
  CHECK(affordable(0, 10, 100) == 1);
}

TEST_CASE("more answers than a thread takes at a time are counted", "[survey]") {
  const auto order = GENERATE(Order::sorted, Order::almost_sorted, Order::unsorted);
  const auto groups = GENERATE(1U, 40U, 5000U);
  CAPTURE(static_cast<int>(order), groups);
  CHECK(MadeUp(200'000, groups, {5, 5, 11, 20}, order, groups).counted());
}

TEST_CASE("answers are added to those that were counted before", "[survey]") {
  const std::vector<std::uint32_t> groups = {1, 0, 1};
  const std::vector<std::uint8_t> values = {2, 0, 9};
  const std::vector<AnswerColumn> items = {{values.data(), 3}};
  std::vector<std::int64_t> respondents = {10, 20};
  std::vector<std::int64_t> counts = {1, 2, 3, 4, 5, 6, 7, 8};
  count_answers(look_through(groups, 1), items, 1, respondents, counts);
  CHECK(respondents == std::vector<std::int64_t>{11, 22});
  CHECK(counts == std::vector<std::int64_t>{2, 2, 3, 4, 5, 6, 8, 9});
}

TEST_CASE("groups are looked through", "[survey]") {
  const auto threads = GENERATE(1U, 2U, 5U);
  const auto look = [&](const std::vector<std::uint32_t>& groups) {
    Grouping found = look_through(groups, threads);
    found.groups = {};
    return found;
  };
  SECTION("nobody") {
    const Grouping found = look({});
    CHECK(found.greatest == 0);
  }
  SECTION("in order") {
    std::vector<std::uint32_t> groups(150'000, 3);
    std::fill(groups.begin() + 70'000, groups.end(), 4'000'000'000);
    const Grouping found = look(groups);
    CHECK(found.greatest == 4'000'000'000);
    CHECK(found.runs == std::vector<std::size_t>{0, 70'000, 150'000});
    groups[149'999] = 5;
    CHECK(look(groups).runs == std::vector<std::size_t>{0, 70'000, 149'999, 150'000});
  }
  SECTION("a block's first row begins a run, or does not") {
    std::vector<std::uint32_t> groups(1 << 17, 1);
    CHECK(look(groups).runs == std::vector<std::size_t>{0, 1 << 17});
    std::fill(groups.begin() + (1 << 16), groups.end(), 0);
    CHECK(look(groups).runs == std::vector<std::size_t>{0, 1 << 16, 1 << 17});
  }
  SECTION("in short runs") {
    std::vector<std::uint32_t> groups(100'000);
    for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = static_cast<std::uint32_t>(i / 20);
    CHECK(look(groups).runs.empty());
    CHECK(look(groups).greatest == 4999);
  }
}
