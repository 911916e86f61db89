// What holds of any counts at all.
#include "kvalitet/survey/statistics.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_random.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace kvalitet;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using Chosen = std::vector<int>;

Distribution counted(const Chosen& answers, std::size_t levels) {
  Distribution item;
  item.counts.resize(levels);
  for (const int answer : answers) ++item.counts[static_cast<std::size_t>(answer)];
  return item;
}

// Respondents' scores on three items, 0-4.
AreaMoments area_of(const Chosen& scores) {
  AreaMoments area;
  for (std::size_t i = 0; i + 2 < scores.size(); i += 3) {
    const std::int64_t a = scores[i];
    const std::int64_t b = scores[i + 1];
    const std::int64_t c = scores[i + 2];
    area += AreaMoments{1, {a, b, c}, a * a + b * b + c * c, (a + b + c) * (a + b + c)};
  }
  return area;
}

AreaMoments times(const AreaMoments& area, std::int64_t factor) {
  AreaMoments all = area;
  all.respondents *= factor;
  for (std::int64_t& sum : all.sums) sum *= factor;
  all.squares *= factor;
  all.squared_totals *= factor;
  return all;
}

}  // namespace

TEST_CASE("sums of parts are the sums of the whole", "[survey]") {
  Chosen first = GENERATE(take(50, chunk(12, random(0, 4))));
  const Chosen second = GENERATE(take(1, chunk(30, random(0, 4))));
  AreaMoments sum = area_of(first);
  sum += area_of(second);
  GroupMoments group = moments(counted(first, 5));
  group += moments(counted(second, 5));
  first.insert(first.end(), second.begin(), second.end());
  CHECK(sum == area_of(first));
  CHECK(group == moments(counted(first, 5)));
  AreaMoments none;
  none += sum;
  CHECK(none == sum);
  none += AreaMoments{};
  CHECK(none == sum);
}

TEST_CASE("a summary is what adding the answers up gives", "[survey]") {
  const Chosen answers = GENERATE(take(50, chunk(17, random(0, 3))));
  const Summary found = summarise(counted(answers, 4)).value();
  double mean = 0;
  for (const int answer : answers) mean += answer * 10.0 / 3 / 17;
  double variance = 0;
  for (const int answer : answers) variance += (answer * 10.0 / 3 - mean) * (answer * 10.0 / 3 - mean) / 16;
  CHECK_THAT(found.mean, WithinAbs(mean, 1e-12));
  CHECK_THAT(found.variance.value(), WithinAbs(variance, 1e-12));
  Chosen sorted = answers;
  std::sort(sorted.begin(), sorted.end());
  CHECK_THAT(median(counted(answers, 4)).value(), WithinAbs(sorted[8] * 10.0 / 3, 1e-12));
}

TEST_CASE("a Wilson interval lies within 0 and 1 and holds the share", "[survey]") {
  const std::int64_t of = GENERATE(as<std::int64_t>{}, 1, 2, 3, 10, 97, 1'000, 13'000'000);
  const double part = GENERATE(take(20, random(0.0, 1.0)));
  const double confidence = GENERATE(0.5, 0.95, 0.999999);
  for (const std::int64_t count : {std::int64_t{0}, static_cast<std::int64_t>(part * static_cast<double>(of)), of}) {
    const Estimate found = wilson({count, of}, confidence).value();
    const Estimate other = wilson({of - count, of}, confidence).value();
    CAPTURE(count, of, confidence);
    CHECK(found.value == static_cast<double>(count) / static_cast<double>(of));
    CHECK(0 <= found.lower);
    CHECK(found.lower <= found.value);
    CHECK(found.value <= found.upper);
    CHECK(found.upper <= 1);
    CHECK_THAT(found.lower, WithinAbs(1 - other.upper, 1e-12));
    const Estimate difference = newcombe({count, of}, {1, 3}, confidence).value();
    CHECK(-1 <= difference.lower);
    CHECK(difference.upper <= 1);
    const Estimate turned = newcombe({1, 3}, {count, of}, confidence).value();
    CHECK_THAT(turned.lower, WithinAbs(-difference.upper, 1e-12));
  }
}

TEST_CASE("ranks from counts are those of all pairs of answers", "[survey]") {
  const Chosen a = GENERATE(take(20, chunk(11, random(0, 4))));
  const Chosen b = GENERATE(take(3, chunk(7, random(0, 4))));
  const auto sign = [](int x, int y) { return (x > y) - (x < y); };
  double u = 0;
  double delta = 0;
  for (const int x : a)
    for (const int y : b) {
      u += x > y ? 1 : x == y ? 0.5 : 0;
      delta += sign(x, y) / 77.0;
    }
  const Distribution first = counted(a, 5);
  const Distribution second = counted(b, 5);
  const auto found = cliffs_delta(first, second);
  if (!found.value) return;  // all alike

  // U's variance by midranks, and so its p.
  Chosen all = a;
  all.insert(all.end(), b.begin(), b.end());
  double squares = 0;
  for (const int x : all) {
    double rank = 0.5;
    for (const int y : all) rank += y < x ? 1 : y == x ? 0.5 : 0;
    squares += (rank - 9.5) * (rank - 9.5);
  }
  const double z = (u - 77.0 / 2) / std::sqrt(77.0 / (18 * 17) * squares);
  const MannWhitney test = mann_whitney(first, second).value.value();
  CHECK(test.u == u);
  CHECK_THAT(test.z, WithinAbs(z, 1e-12));
  CHECK_THAT(test.p, WithinAbs(std::erfc(std::abs(z) / std::sqrt(2.0)), 1e-12));
  CHECK_THAT(found.value->value, WithinAbs(delta, 1e-12));
  CHECK_THAT(common_language_effect_size(first, second).value(), WithinAbs(u / 77, 1e-12));

  // Cliff's variance from the whole matrix of dominances, and his interval.
  if (std::abs(found.value->value) == 1) return;
  double rows = 0;
  double columns = 0;
  double cells = 0;
  for (const int x : a) {
    double row = 0;
    for (const int y : b) {
      row += sign(x, y) / 7.0;
      cells += std::pow(sign(x, y) - delta, 2) / (10 * 6);
    }
    rows += std::pow(row - delta, 2) / 10;
  }
  for (const int y : b) {
    double column = 0;
    for (const int x : a) column += sign(x, y) / 11.0;
    columns += std::pow(column - delta, 2) / 6;
  }
  const double spread = 1.959963984540054 * 1.959963984540054 * (6 * rows + 10 * columns + cells) / 77;
  const double rest = 1 - delta * delta;
  const double reach = std::sqrt(spread) * std::sqrt(rest * rest + spread);
  CHECK_THAT(found.value->lower, WithinAbs((delta - std::pow(delta, 3) - reach) / (rest + spread), 1e-12));
  CHECK_THAT(found.value->upper, WithinAbs((delta - std::pow(delta, 3) + reach) / (rest + spread), 1e-12));
}

TEST_CASE("what is compared the other way round differs the other way", "[survey]") {
  const int most = GENERATE(3, 40, 1'000'000);
  const std::size_t levels = GENERATE(as<std::size_t>{}, 2, 4, 5, 11);
  const std::vector<int> counts = GENERATE_COPY(take(10, chunk(2 * levels, random(0, most))));
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(levels);
  const Distribution a{{counts.begin(), middle}};
  const Distribution b{{middle, counts.end()}};
  const auto delta = cliffs_delta(a, b);
  const auto turned = cliffs_delta(b, a);
  CHECK(delta.reason == turned.reason);
  if (delta.value) {
    CHECK(delta.value->value == -turned.value->value);
    CHECK_THAT(delta.value->lower, WithinAbs(-turned.value->upper, 1e-12));
    CHECK(-1 <= delta.value->lower);
    CHECK(delta.value->lower <= delta.value->value);
    CHECK(delta.value->value <= delta.value->upper);
    CHECK(delta.value->upper <= 1);
    Distribution reversed_a = a;
    Distribution reversed_b = b;
    reversed_a.reversed = reversed_b.reversed = true;
    CHECK(cliffs_delta(reversed_a, reversed_b).value->value == turned.value->value);
  }
  const auto test = mann_whitney(a, b);
  const auto other = mann_whitney(b, a);
  if (test.value) {
    CHECK(test.value->z == -other.value->z);
    CHECK(test.value->p == other.value->p);
    CHECK(mann_whitney(a, b, Continuity::corrected).value->p >= test.value->p);
  }
}

TEST_CASE("alpha is what the variances say", "[survey]") {
  const Chosen scores = GENERATE(take(50, chunk(45, random(0, 4))));
  const auto variance = [&](auto score) {
    double mean = 0;
    for (std::size_t i = 0; i < 45; i += 3) mean += score(i) / 15.0;
    double sum = 0;
    for (std::size_t i = 0; i < 45; i += 3) sum += (score(i) - mean) * (score(i) - mean) / 14;
    return sum;
  };
  double of_items = 0;
  for (std::size_t item = 0; item < 3; ++item) of_items += variance([&](std::size_t i) { return scores[i + item]; });
  const double of_totals = variance([&](std::size_t i) { return scores[i] + scores[i + 1] + scores[i + 2]; });
  const auto found = cronbachs_alpha(area_of(scores));
  if (!found.value) return;
  CHECK_THAT(found.value->value, WithinAbs(1.5 * (1 - of_items / of_totals), 1e-9));
  CHECK(found.value->lower <= found.value->value);
  CHECK(found.value->value <= found.value->upper);
}

TEST_CASE("millions of respondents lose no precision", "[survey]") {
  const Chosen scores = GENERATE(take(20, chunk(39, random(0, 4))));
  const AreaMoments area = area_of(scores);
  const auto small = cronbachs_alpha(area);
  if (!small.value) return;
  // The same answers a million times: alpha is the same.
  const AreaMoments many = times(area, 1'000'000);
  REQUIRE(many.respondents == 13'000'000);
  CHECK_THAT(cronbachs_alpha(many).value->value, WithinRel(small.value->value, 1e-14));
  // Scores counted from ten thousand: alpha is the same, though next to nothing is left of the squares.
  AreaMoments far;
  for (std::size_t i = 0; i + 2 < scores.size(); i += 3) {
    const std::int64_t a = scores[i] + 10'000;
    const std::int64_t b = scores[i + 1] + 10'000;
    const std::int64_t c = scores[i + 2] + 10'000;
    far += AreaMoments{1, {a, b, c}, a * a + b * b + c * c, (a + b + c) * (a + b + c)};
  }
  CHECK_THAT(cronbachs_alpha(times(far, 1'000)).value->value, WithinRel(small.value->value, 1e-14));
}

TEST_CASE("groups differ as the analysis of variance says", "[survey]") {
  const Chosen answers = GENERATE(take(50, chunk(30, random(0, 4))));
  const std::vector<std::size_t> ends{3, 4, 12, 20, 30};  // groups of 3, 1, 8, 8 and 10
  std::vector<GroupMoments> groups;
  std::vector<GroupMoments> far;
  double mean = 0;
  for (const int answer : answers) mean += answer / 30.0;
  double between = 0;
  double within = 0;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    GroupMoments& group = groups.emplace_back();
    GroupMoments& far_group = far.emplace_back();
    double group_mean = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::int64_t score = answers[i];
      const std::int64_t far_score = score + 10'000'000;
      group += {1, score, score * score};
      far_group += {1, far_score, far_score * far_score};
      group_mean += answers[i] / static_cast<double>(end - begin);
    }
    for (std::size_t i = begin; i < end; ++i) {
      between += (group_mean - mean) * (group_mean - mean) / 4;
      within += (answers[i] - group_mean) * (answers[i] - group_mean) / 25;
    }
    begin = end;
  }
  const Intraclass found = intraclass_correlation(groups).value.value();
  CHECK_THAT(found.ms_between, WithinAbs(between, 1e-9));
  CHECK_THAT(found.ms_within, WithinAbs(within, 1e-9));
  CHECK_THAT(found.n0, WithinRel((30 - (9 + 1 + 64 + 64 + 100) / 30.0) / 4, 1e-12));
  CHECK(found.icc1.lower <= found.icc1.value);
  CHECK(found.icc1.value <= found.icc1.upper);
  const Intraclass same = intraclass_correlation(far).value.value();
  CHECK_THAT(same.f, WithinRel(found.f, 1e-12));
  CHECK_THAT(same.icc1.lower, WithinRel(found.icc1.lower, 1e-9));
}
