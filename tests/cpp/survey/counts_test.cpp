// Counts merge in any order, and what they are divided by can be taken away before or after.
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"
#include "kvalitet/survey/figures.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

SurveyInstrument example() {
  SurveyInstrument instrument;
  const auto findings =
      read_json(type_info<SurveyInstrument>(), &instrument, text_of(fixtures / "../../examples/survey/tld.json"))
          .findings;
  REQUIRE(findings.empty());
  return instrument;
}

SurveyCounts random_counts(std::minstd_rand& random, const SurveyInstrument& instrument) {
  SurveyCounts counts = empty_counts(instrument, Text("2026-10"), {Text("unit"), Text("grade")});
  const auto below = [&](unsigned end) { return static_cast<std::int64_t>(random() % end); };
  for (const char* const unit : {"ek", "gran", "tall"})
    for (const char* const grade : {"4", "5"}) {
      if (below(3) == 0) continue;
      GroupCounts group;
      group.key = {Text(unit), Text(grade)};
      if (below(2) == 0) group.invited = 10'000;
      for (const CountedItem& item : counts.items)
        for (std::size_t i = 0; i < item.codes.size(); ++i) {
          group.counts.push_back(below(9));
          group.respondents += group.counts.back();
        }
      for (const ScoredItems& scored : counts.scored) {
        AreaMoments moments{below(9), {}, below(99), below(999)};
        for (std::size_t i = 0; i < scored.items.size(); ++i) moments.sums.push_back(below(99));
        group.moments.push_back(moments);
      }
      counts.groups.push_back(group);
    }
  return counts;
}

}  // namespace

TEST_CASE("the example's instrument is sound, and its words tell its items apart", "[survey]") {
  const SurveyInstrument instrument = example();
  CHECK(check(instrument).empty());
  CHECK(trend_breaks(instrument, instrument).empty());
  // Scales are of respondents: those of schools and preschools are scored apart.
  CHECK(empty_counts(instrument, Text(), {}).scored.size() == 2 * instrument.areas.size());
}

TEST_CASE("counts merge in any order", "[survey]") {
  const SurveyInstrument instrument = example();
  std::minstd_rand random(GENERATE(range(1U, 20U)));
  const SurveyCounts a = random_counts(random, instrument);
  const SurveyCounts b = random_counts(random, instrument);
  const SurveyCounts c = random_counts(random, instrument);
  CHECK(merge(a, b) == merge(b, a));
  CHECK(merge(merge(a, b), c) == merge(a, merge(b, c)));
  CHECK(merge(a, empty_counts(instrument, a.round, a.by)) == a);
  const std::vector<Text> unit{Text("unit")};
  CHECK(by_columns(merge(a, b), unit) == merge(by_columns(a, unit), by_columns(b, unit)));
  CHECK(by_columns(by_columns(a, unit), {}) == by_columns(a, {}));
  CHECK(check(merge(a, b), instrument).empty());

  SurveyCounts again;
  CHECK(read_json(type_info<SurveyCounts>(), &again, write_json(type_info<SurveyCounts>(), &a)).findings.empty());
  CHECK(again == a);
}

TEST_CASE("how many were invited is known only when everybody has said", "[survey]") {
  const SurveyInstrument instrument = example();
  SurveyCounts one = by_columns(empty_counts(instrument, Text("2026-10"), {}), {});
  GroupCounts group;
  group.respondents = 8;
  group.counts.resize([&] {
    std::size_t numbers = 0;
    for (const CountedItem& item : one.items) numbers += item.codes.size();
    return numbers;
  }());
  group.invited = 10;
  one.groups = {group};
  CHECK(response_figures(merge(one, one)).front().rate == Value::number(0.8));
  SurveyCounts other = one;
  other.groups[0].invited = std::nullopt;
  CHECK(response_figures(merge(one, other)).front().rate == Value::missing());
}

TEST_CASE("who was asked and did not answer shows", "[survey]") {
  std::minstd_rand random(7);
  const SurveyInstrument instrument = example();
  const SurveyCounts counts = random_counts(random, instrument);
  const std::vector<InvitedGroup> invited{
      {{Text("ek"), Text("3")}, 11}, {counts.groups[1].key, 12'000}, {{Text("ö"), Text("9")}, 13}};
  const SurveyCounts with = with_invited(counts, invited);
  CHECK(check(with, instrument).empty());
  CHECK(with.groups.size() == counts.groups.size() + 2);
  CHECK(with.groups.back().key[0] == "ö");
  CHECK(with.groups.back().invited == 13);
  const std::vector<ResponseFigures> figures = response_figures(with);
  CHECK(figures.back().rate == Value::number(0));
  const std::vector<InvitedGroup> of_units{{{Text("ek")}, 11}};
  CHECK_THROWS_AS(with_invited(counts, of_units), UsageError);
}
