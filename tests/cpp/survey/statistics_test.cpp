// Each function on figures from its literature or worked by hand, where there is no figure, and what is misuse.
#include "kvalitet/survey/statistics.hpp"

#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <array>
#include <cmath>
#include <limits>

using namespace kvalitet;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

void check_estimate(const Estimate& found, const Estimate& wanted, double within = 1e-12) {
  CHECK_THAT(found.value, WithinAbs(wanted.value, within));
  CHECK_THAT(found.lower, WithinAbs(wanted.lower, within));
  CHECK_THAT(found.upper, WithinAbs(wanted.upper, within));
}

// The code of the error that misuse is.
template <class Does>
std::string misuse(Does does) {
  try {
    does();
  } catch (const UsageError& error) {
    return std::string(error.code());
  }
  return "none";
}

const std::string impossible = "statistics.impossible-counts";

// Data of Hogarty and Kromrey (1999): 10 10 20 20 20 30 30 30 40 50 against 10 20 30 40 40 50.
const Distribution treatment{{2, 3, 3, 1, 1}};
const Distribution control{{1, 1, 1, 2, 1}};

}  // namespace

TEST_CASE("points run from 0 to 10 and leave out who did not know", "[survey]") {
  CHECK(summarise({{1, 0, 0, 0, 1}, 7}) == Summary{2, 5, 50.0});
  CHECK(summarise({{0, 0, 1}, 7}) == Summary{1, 10, std::nullopt});
  CHECK(summarise({{0, 0, 1}, 7, true}) == Summary{1, 0, std::nullopt});
  CHECK_THAT(summarise({{0, 1, 0, 0}})->mean, WithinRel(10.0 / 3, 1e-15));
  CHECK_THAT(summarise({{0, 1, 0, 0}, 0, true})->mean, WithinRel(20.0 / 3, 1e-15));
  CHECK_FALSE(summarise({{0, 0, 0}, 7}));
}

TEST_CASE("the median is the middle answer, or between the middle two", "[survey]") {
  CHECK(median({{1, 1, 1, 0, 0}}) == 2.5);
  CHECK(median({{1, 0, 0, 1, 0}, 9}) == 3.75);
  CHECK(median({{0, 0, 0, 0, 3}, 0, true}) == 0);
  CHECK(median({{0, 0, 0, 0, 3}}) == 10);
  CHECK_FALSE(median({{0, 0}, 9}));
}

TEST_CASE("an area's index pools answers, not means", "[survey]") {
  const std::array<Distribution, 2> items{{{{0, 0, 0, 3}}, {{1, 0, 0, 0, 0}, 5}}};
  CHECK(area_index(items) == AreaIndex{4, 7.5});
  CHECK_FALSE(area_index({}));
}

TEST_CASE("a top share has those who did not know in its base", "[survey]") {
  CHECK(top_share({{1, 2, 3, 4}, 5}) == Share{7, 15});
  CHECK(top_share({{1, 2, 3, 4}, 5, true}) == Share{3, 15});
  CHECK(top_share({{1, 2, 3, 4}, 5}, 1) == Share{4, 15});
  CHECK(top_share({{0, 0, 0}, 5}) == Share{0, 5});
  CHECK_FALSE(top_share({{0, 0, 0}}));
  CHECK_FALSE(top_share({{1, 2}}));  // both would be the top
  CHECK_FALSE(top_share({{1, 2, 3}}, 0));
}

TEST_CASE("Wilson's intervals are those of Newcombe's comparison, 1998", "[survey]") {
  check_estimate(wilson({81, 263}).value(), {81.0 / 263, 0.2553, 0.3662}, 5e-5);
  check_estimate(wilson({15, 148}).value(), {15.0 / 148, 0.0624, 0.1605}, 5e-5);
  check_estimate(wilson({0, 20}).value(), {0, 0, 0.1611}, 5e-5);
  check_estimate(wilson({1, 29}).value(), {1.0 / 29, 0.0061, 0.1718}, 5e-5);
  CHECK(wilson({0, 20})->lower == 0);
  CHECK(wilson({20, 20})->upper == 1);
  CHECK_FALSE(wilson({0, 0}));
}

TEST_CASE("Wilson's intervals keep their precision among millions", "[survey]") {
  const Estimate few = wilson({3, 13'000'000}).value();
  CHECK_THAT(few.lower, WithinRel(7.848236675348796e-08, 1e-12));  // SciPy
  CHECK_THAT(few.upper, WithinRel(6.78552703444595e-07, 1e-12));
}

TEST_CASE("a response rate is a share of those invited", "[survey]") {
  CHECK(response_rate(15, 148) == wilson({15, 148}));
  CHECK_FALSE(response_rate(0, 0));
  CHECK_FALSE(response_rate(149, 148));
}

TEST_CASE("Newcombe's differences are those of his method 10, 1998", "[survey]") {
  check_estimate(newcombe({56, 70}, {48, 80}).value(), {0.2, 0.0524, 0.3339}, 5e-5);
  check_estimate(newcombe({9, 10}, {3, 10}).value(), {0.6, 0.1705, 0.8090}, 5e-5);
  check_estimate(newcombe({10, 10}, {0, 10}).value(), {1, 0.6075, 1}, 5e-5);
  CHECK_FALSE(newcombe({1, 2}, {0, 0}));
}

TEST_CASE("Welch's test needs two answers in each and some variance", "[survey]") {
  const auto summary = [](const Distribution& item) { return summarise(item).value(); };
  const Summary one = summary({{0, 1, 0}});
  const Summary alike = summary({{0, 5, 0}});
  const Summary spread = summary({{2, 1, 2}});
  CHECK(welch(one, spread).reason == NoFigure::too_few_answers);
  CHECK(welch(alike, alike).reason == NoFigure::no_variance);
  const Welch test = welch(spread, alike).value.value();
  CHECK(test.t == 0);
  CHECK(test.p == 1);
  CHECK_THAT(test.df, WithinRel(4.0, 1e-15));
}

TEST_CASE("ranks are compared as by SciPy, and delta varies as R's effsize says", "[survey]") {
  const MannWhitney test = mann_whitney(treatment, control).value.value();
  CHECK(test.u == 22.5);
  CHECK_THAT(test.p, WithinRel(0.4057414908867174, 1e-12));
  CHECK_THAT(mann_whitney(treatment, control, Continuity::corrected).value->p, WithinRel(0.4377586729619217, 1e-12));
  // The variance from the three terms that the package gives for these data: of rows, of columns and of pairs.
  const double spread = 3.8414588206941227 * (5 * 0.2669753 + 9 * 0.447 + 1.0055556) / 60;
  const double reach = std::sqrt(spread * (0.9375 * 0.9375 + spread));
  const double middle = -0.25 * 0.9375;
  check_estimate(cliffs_delta(treatment, control).value.value(),
                 {-0.25, (middle - reach) / (0.9375 + spread), (middle + reach) / (0.9375 + spread)}, 1e-7);
  CHECK(common_language_effect_size(treatment, control) == 0.375);
}

TEST_CASE("a reversed item's lower levels are the more favourable", "[survey]") {
  Distribution a = treatment;
  Distribution b = control;
  a.reversed = b.reversed = true;
  CHECK(cliffs_delta(a, b).value->value == 0.25);
  CHECK(mann_whitney(a, b).value->u == 37.5);
}

TEST_CASE("groups that do not overlap have a delta of 1 and an interval all the same", "[survey]") {
  const Estimate apart = cliffs_delta({{0, 10}}, {{40, 0}}).value.value();
  CHECK(apart.value == 1);
  CHECK(apart.upper == 1);
  CHECK_THAT(apart.lower, WithinRel(1 - 2 * wilson({0, 10})->upper, 1e-12));
  CHECK(cliffs_delta({{40, 0}}, {{0, 10}}).value == Estimate{-1, -1, -apart.lower});
}

TEST_CASE("ranks that cannot be compared say why", "[survey]") {
  CHECK(cliffs_delta({{0, 1}}, {{5, 5}}).reason == NoFigure::too_few_answers);
  CHECK(cliffs_delta({{0, 5}}, {{0, 5}}).reason == NoFigure::no_variance);
  CHECK(mann_whitney({{0, 0}}, {{5, 5}}).reason == NoFigure::too_few_answers);
  CHECK(mann_whitney({{0, 5}}, {{0, 5}}).reason == NoFigure::no_variance);
  CHECK(mann_whitney({{0, 1}}, {{0, 1}}).reason == NoFigure::no_variance);
  CHECK(common_language_effect_size({{0, 5}}, {{0, 5}}) == 0.5);
  CHECK_FALSE(common_language_effect_size({{0, 5}}, {{0, 0}}));
}

TEST_CASE("alpha has Feldt's interval", "[survey]") {
  // Made to have an alpha of .79 with 26 items and 41 respondents; the limits are from SciPy's quantiles of F.
  AreaMoments area;
  area.respondents = 41;
  area.sums.assign(26, 0);
  area.squares = 24040;
  area.squared_totals = 100000;
  const Estimate alpha = cronbachs_alpha(area).value.value();
  CHECK_THAT(alpha.value, WithinAbs(26.0 / 25 * (1 - 0.2404), 1e-12));
  check_estimate(alpha, {0.789984, 0.685113, 0.872574}, 1e-5);
}

TEST_CASE("alpha says why there is none", "[survey]") {
  CHECK(cronbachs_alpha({1, {1, 1}, 2, 4}).reason == NoFigure::too_few_answers);
  CHECK(cronbachs_alpha({2, {1}, 1, 1}).reason == NoFigure::too_few_items);
  CHECK(cronbachs_alpha({2, {2, 2}, 4, 8}).reason == NoFigure::no_variance);
  CHECK(cronbachs_alpha({}).reason == NoFigure::too_few_items);
}

TEST_CASE("items that say the same have an alpha of 1", "[survey]") {
  CHECK(cronbachs_alpha({3, {6, 6, 6}, 42, 126}).value == Estimate{1, 1, 1});
}

TEST_CASE("intraclass correlations have intervals by F", "[survey]") {
  // Shrout and Fleiss (1979), table 2: six targets, four judges; ICC(1,1) .17 and ICC(1,4) .44.
  const std::vector<std::vector<std::int64_t>> table{{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                                     {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
  std::vector<GroupMoments> targets;
  for (const auto& row : table) {
    GroupMoments& target = targets.emplace_back();
    for (const std::int64_t score : row) target += {1, score, score * score};
  }
  const Intraclass found = intraclass_correlation(targets).value.value();
  CHECK_THAT(found.ms_between, WithinAbs(11.24, 5e-3));
  CHECK_THAT(found.ms_within, WithinAbs(6.26, 5e-3));
  CHECK(found.n0 == 4);
  check_estimate(found.icc1, {0.166, -0.133, 0.723}, 1e-3);
  check_estimate(found.icc2.value(), {0.443, -0.884, 0.912}, 1e-3);
}

TEST_CASE("groups that cannot be compared say why", "[survey]") {
  const auto reason = [](std::vector<GroupMoments> groups) { return intraclass_correlation(groups).reason; };
  CHECK(reason({}) == NoFigure::too_few_answers);
  CHECK(reason({{0, 0, 0}}) == NoFigure::too_few_answers);
  CHECK(reason({{3, 3, 5}, {0, 0, 0}}) == NoFigure::one_group);
  CHECK(reason({{1, 1, 1}, {1, 2, 4}}) == NoFigure::groups_of_one);
  CHECK(reason({{3, 3, 3}, {2, 4, 8}}) == NoFigure::no_variance);
  CHECK(reason({{3, 3, 5}, {1, 1, 1}}) == std::nullopt);
}

TEST_CASE("groups with the same mean have an ICC(1) below 0 and no ICC(2)", "[survey]") {
  const std::array<GroupMoments, 2> groups{{{2, 2, 4}, {2, 2, 4}}};
  const Intraclass found = intraclass_correlation(groups).value.value();
  CHECK(found.icc1.value == -1);
  CHECK(found.p == 1);
  CHECK_FALSE(found.icc2);
}

TEST_CASE("words for differences follow their thresholds", "[survey]") {
  CHECK(difference_size(0.146) == DifferenceSize::negligible);
  CHECK(difference_size(0.147) == DifferenceSize::small);
  CHECK(difference_size(-0.33) == DifferenceSize::medium);
  CHECK(difference_size(0.474) == DifferenceSize::large);
  CHECK(difference_size(0.5, {0.1, 0.6, 0.7}) == DifferenceSize::small);
  CHECK(difference_size(Estimate{0.5, -0.01, 0.8}) == DifferenceSize::none_shown);
  CHECK(difference_size(Estimate{0.5, 0.0, 0.8}) == DifferenceSize::none_shown);
  CHECK(difference_size(Estimate{-0.1, -0.2, -0.01}) == DifferenceSize::negligible);
}

TEST_CASE("words for alpha follow their thresholds", "[survey]") {
  CHECK(alpha_level(-0.2) == AlphaLevel::unacceptable);
  CHECK(alpha_level(0.5) == AlphaLevel::poor);
  CHECK(alpha_level(0.6) == AlphaLevel::questionable);
  CHECK(alpha_level(0.7) == AlphaLevel::acceptable);
  CHECK(alpha_level(0.8) == AlphaLevel::good);
  CHECK(alpha_level(0.9) == AlphaLevel::excellent);
}

TEST_CASE("impossible counts are misuse", "[survey]") {
  constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
  CHECK(misuse([] { (void)summarise({{1, -1}}); }) == impossible);
  CHECK(misuse([] { (void)summarise({{1, 1}, -1}); }) == impossible);
  CHECK(misuse([] { (void)summarise({{1}}); }) == impossible);
  CHECK(misuse([] { (void)summarise({std::vector<std::int64_t>(1001)}); }) == impossible);
  CHECK(misuse([] { (void)summarise({{huge, huge}}); }) == impossible);
  CHECK(misuse([] { (void)top_share({{1, 1, 1}, huge}); }) == impossible);
  CHECK(misuse([] { (void)wilson({-1, 3}); }) == impossible);
  CHECK(misuse([] { (void)wilson({4, 3}); }) == impossible);
  CHECK(misuse([] { (void)wilson({4, huge}); }) == impossible);
  CHECK(misuse([] { (void)response_rate(-1, 3); }) == impossible);
  CHECK(misuse([] { (void)welch({3, 5, -1.0}, {3, 5, 1.0}); }) == impossible);
  CHECK(misuse([] { (void)cronbachs_alpha({3, {9, 9}, 3, 300}); }) == impossible);
  CHECK(misuse([] { (void)cronbachs_alpha({3, {1, 1}, 3, 30}); }) == impossible);
  CHECK(misuse([] { (void)intraclass_correlation(std::array<GroupMoments, 1>{{{2, 9, 3}}}); }) == impossible);
  CHECK(misuse([] { (void)intraclass_correlation(std::array<GroupMoments, 1>{{{0, 9, 3}}}); }) == impossible);
  CHECK(misuse([] {
          AreaMoments area{1, {1, 1}, 2, 4};
          area += AreaMoments{1, {1}, 1, 1};
        }) == impossible);
  CHECK(misuse([] {
          GroupMoments group{1, huge, huge};
          group += {1, huge, huge};
        }) == impossible);
}

TEST_CASE("the largest counts allowed are computed with", "[survey]") {
  constexpr std::int64_t half = std::int64_t{1} << 52;
  Distribution item{std::vector<std::int64_t>(1000)};
  item.counts.front() = item.counts.back() = half;
  const Summary summary = summarise(item).value();
  CHECK(summary.mean == 5);
  CHECK_THAT(summary.variance.value(), WithinRel(25.0, 1e-12));
  CHECK_THAT(mann_whitney(item, item).value->p, WithinRel(1.0, 1e-12));
  CHECK(cliffs_delta(item, item).value->value == 0);
}

TEST_CASE("a confidence lies between 0 and 1", "[survey]") {
  for (const double confidence : {0.0, 1.0, -0.5, 95.0, std::numeric_limits<double>::quiet_NaN()})
    CHECK(misuse([&] { (void)wilson({1, 2}, confidence); }) == "statistics.confidence-out-of-range");
}

TEST_CASE("items of different lengths are not compared", "[survey]") {
  CHECK(misuse([] { (void)mann_whitney({{1, 1}}, {{1, 1, 1}}); }) == "statistics.scales-differ");
}

TEST_CASE("a mean's interval is Student's, within the scale", "[survey]") {
  // Student's own sleep data, the first drug: R's t.test gives -0.5297804 to 2.0297804.
  const Estimate sleep = mean_interval({10, 0.75, 3.2005555555555554}).value.value();
  CHECK(sleep.lower == 0);
  CHECK_THAT(sleep.upper, WithinAbs(2.0297804, 5e-8));
  CHECK_THAT(mean_interval({10, 5.75, 3.2005555555555554}).value->lower, WithinAbs(5 - 0.5297804, 5e-8));
  CHECK(mean_interval({10, 9.75, 3.2}).value->upper == 10);
  CHECK(mean_interval({1, 5, {}}).reason == NoFigure::too_few_answers);
  CHECK(mean_interval({9, 5, 0.0}).reason == NoFigure::no_variance);
}
