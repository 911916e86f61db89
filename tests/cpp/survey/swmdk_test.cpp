// Against R, on answers of Dutch pupils in 30 classes: every figure of the oracle that the library computes.
#include "kvalitet/survey/statistics.hpp"
#include "survey/shared_data.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace kvalitet;
using nlohmann::json;

namespace {

constexpr std::size_t levels = 5;

// The pupils' answers, from 0, by class.
struct Answers {
  std::map<std::string, std::vector<std::vector<std::int64_t>>> classes;
};

Answers answers() {
  Answers all;
  auto rows = kvalitet_test::shared_csv("swmdk/swmdk.csv");
  if (!rows.empty()) rows.erase(rows.begin());
  for (const auto& row : rows) {
    std::vector<std::int64_t>& pupil = all.classes[row.at(0)].emplace_back();
    for (std::size_t item = 1; item < row.size(); ++item) pupil.push_back(std::stoi(row[item]) - 1);
  }
  return all;
}

json oracle() {
  const std::string text = kvalitet_test::shared_text("swmdk/oracle.json");
  return text.empty() ? json() : json::parse(text);
}

// A scale: the items from `first` up to `last`, by the pupils' sums of scores; one item is a scale too.
struct Scale {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] std::size_t items() const { return last - first; }
  [[nodiscard]] std::int64_t of(const std::vector<std::int64_t>& pupil) const {
    std::int64_t sum = 0;
    for (std::size_t item = first; item < last; ++item) sum += pupil[item];
    return sum;
  }
  // From points to the mean item's 1-5.
  [[nodiscard]] static double unit() { return static_cast<double>(levels - 1) / 10; }
};

Scale scale_of(const std::string& name) {
  if (name == "wdo" || name == "scale_teachers") return {0, 7};
  if (name == "wkl" || name == "scale_classmates") return {7, 13};
  const std::size_t item = std::stoul(name.substr(4));
  return {item - 1, item};
}

void add(Distribution& distribution, const std::vector<std::vector<std::int64_t>>& pupils, const Scale& scale) {
  distribution.counts.resize(scale.items() * (levels - 1) + 1);
  for (const auto& pupil : pupils) ++distribution.counts[static_cast<std::size_t>(scale.of(pupil))];
}

// Counts the figures that agree.
struct Tally {
  int compared = 0;
  int equal = 0;
  double farthest = 0;
  void operator()(const std::string& what, double found, const json& wanted) {
    const double off = std::abs(found - wanted.get<double>());
    INFO(what << ": " << found << ", R has " << wanted);
    CHECK(off < 1e-9);
    ++compared;
    if (off < 1e-9) ++equal;
    farthest = std::max(farthest, off);
  }
  void all_equal() const {
    INFO(equal << " of " << compared << " figures, the farthest off by " << farthest);
    CHECK(equal == compared);
    CHECK(compared > 0);
  }
};

const std::string not_there = "swmdk is not there; KVALITET_DATA says where it is";

}  // namespace

TEST_CASE("items are as in R", "[survey]") {
  const Answers all = answers();
  const json wanted = oracle();
  if (wanted.is_null()) SKIP(not_there);
  Tally tally;
  for (const auto& [name, item] : wanted["items"].items()) {
    Distribution distribution;
    for (const auto& [id, pupils] : all.classes) add(distribution, pupils, scale_of(name));
    for (std::size_t level = 0; level < levels; ++level)
      CHECK(distribution.counts[level] == item["counts"].value(std::to_string(level + 1), 0));
    const Summary summary = summarise(distribution).value();
    CHECK(summary.n == item["n"]);
    tally(name + " mean", 1 + summary.mean * Scale::unit(), item["mean"]);
    tally(name + " sd", std::sqrt(summary.variance.value()) * Scale::unit(), item["sd"]);
    tally(name + " median", 1 + median(distribution).value() * Scale::unit(), item["median"]);
    for (const int top : {1, 2}) {
      const json& box = item[top == 1 ? "top_box" : "top2_box"];
      const Share share = top_share(distribution, top).value();
      CHECK(share == Share{box["k"], box["n"]});
      const Estimate estimate = wilson(share).value();
      tally(name + " share", estimate.value, box["share"]);
      tally(name + " lower", estimate.lower, box["lower"]);
      tally(name + " upper", estimate.upper, box["upper"]);
    }
  }
  tally.all_equal();
}

TEST_CASE("alpha is as in R's psych", "[survey]") {
  const Answers all = answers();
  const json wanted = oracle();
  if (wanted.is_null()) SKIP(not_there);
  Tally tally;
  for (const auto& [name, scale] : {std::pair("alpha_teachers_1_7", Scale{0, 7}), {"alpha_classmates_8_13", {7, 13}}}) {
    AreaMoments area;
    for (const auto& [id, pupils] : all.classes) {
      for (const auto& pupil : pupils) {
        AreaMoments one{1,
                        {pupil.begin() + static_cast<std::ptrdiff_t>(scale.first),
                         pupil.begin() + static_cast<std::ptrdiff_t>(scale.last)}};
        for (const std::int64_t score : one.sums) one.squares += score * score;
        one.squared_totals = scale.of(pupil) * scale.of(pupil);
        area += one;
      }
    }
    CHECK(area.respondents == wanted[name]["n_complete"]);
    tally(name, cronbachs_alpha(area).value.value().value, wanted[name]["raw_alpha"]);
  }
  tally.all_equal();
}

TEST_CASE("intraclass correlations are as in R's multilevel", "[survey]") {
  const Answers all = answers();
  const json wanted = oracle();
  if (wanted.is_null()) SKIP(not_there);
  Tally tally;
  const auto compare = [&](const std::string& name, const json& icc) {
    const Scale scale = scale_of(name);
    std::vector<GroupMoments> groups;
    for (const auto& [id, pupils] : all.classes) {
      Distribution distribution;
      add(distribution, pupils, scale);
      groups.push_back(moments(distribution));
    }
    const Intraclass found = intraclass_correlation(groups).value.value();
    CHECK(found.n == icc["n"]);
    CHECK(found.groups == icc["groups"]);
    const auto items = static_cast<double>(scale.items());
    tally(name + " between", found.ms_between / (items * items), icc["ms_between"]);
    tally(name + " within", found.ms_within / (items * items), icc["ms_within"]);
    tally(name + " n0", found.n0, icc["n0"]);
    tally(name + " ICC(1)", found.icc1.value, icc["icc1_n0"]);
    tally(name + " ICC(2)", found.icc2.value().value, icc["icc2_multilevel_pkg"]);
    // The package takes the mean size of the groups for n0.
    const double size = static_cast<double>(found.n) / static_cast<double>(found.groups);
    tally(name + " ICC(1) by mean size", (found.f - 1) / (found.f + size - 1), icc["icc1_multilevel_pkg"]);
  };
  for (const auto& [name, icc] : wanted["icc"].items()) {
    if (name == "items") {
      for (const auto& [item, of_item] : icc.items()) compare(item, of_item);
    } else {
      compare(name, icc);
    }
  }
  tally.all_equal();
}

TEST_CASE("two classes differ as in R", "[survey]") {
  const Answers all = answers();
  const json wanted = oracle();
  if (wanted.is_null()) SKIP(not_there);
  Tally tally;
  for (const auto& [name, both] : wanted["A_vs_B"].items()) {
    const Scale scale = scale_of(name);
    Distribution a;
    Distribution b;
    add(a, all.classes.at("1003704"), scale);
    add(b, all.classes.at("1005502"), scale);
    const Summary mean_a = summarise(a).value();
    const Summary mean_b = summarise(b).value();
    CHECK(mean_a.n == both["n_a"]);
    CHECK(mean_b.n == both["n_b"]);
    tally(name + " mean a", 1 + mean_a.mean * Scale::unit(), both["mean_a"]);
    tally(name + " mean b", 1 + mean_b.mean * Scale::unit(), both["mean_b"]);
    const Welch test = welch(mean_a, mean_b).value.value();
    tally(name + " difference", test.difference.value * Scale::unit(), both["mean_diff"]);
    tally(name + " t", test.t, both["welch_t"]);
    tally(name + " df", test.df, both["welch_df"]);
    tally(name + " p", test.p, both["welch_p"]);
    tally(name + " lower", test.difference.lower * Scale::unit(), both["welch_ci"][0]);
    tally(name + " upper", test.difference.upper * Scale::unit(), both["welch_ci"][1]);
    const MannWhitney ranks = mann_whitney(a, b).value.value();
    tally(name + " U", ranks.u, both["mw_U"]);
    tally(name + " z", ranks.z, both["mw_z"]);
    tally(name + " p of z", ranks.p, both["mw_p_no_cc"]);
    const MannWhitney corrected = mann_whitney(a, b, Continuity::corrected).value.value();
    tally(name + " p corrected", corrected.p, both["mw_p_cc"]);
    tally(name + " delta", cliffs_delta(a, b).value.value().value, both["cliffs_delta"]);
    tally(name + " CLES", common_language_effect_size(a, b).value(), both["cles"]);
  }
  tally.all_equal();
}
