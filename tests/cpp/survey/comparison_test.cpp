// What comparisons of rounds and groups say, and what they leave unsaid.
#include "kvalitet/survey/comparison.hpp"

#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"
#include "kvalitet/survey/figures.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <map>
#include <random>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

using Levels = std::vector<std::int64_t>;

/// Three areas with two items each, the second reversed, on four levels and "vet inte".
SurveyInstrument instrument_of_three_areas() {
  SurveyInstrument instrument;
  instrument.id = "tld";
  instrument.survey = "tld";
  instrument.version = "1";
  instrument.title = {"TLD", "TLD"};
  AnswerScale& scale = instrument.scales.emplace_back();
  scale.id = "agree";
  for (int code = 1; code <= 4; ++code)
    scale.levels.push_back({code, {Text("nivå " + std::to_string(code)), Text("level " + std::to_string(code))}, {}});
  scale.outside.push_back({9, {"Vet inte", "Don't know"}, {}});
  for (const char* const area : {"safety", "learning", "participation"}) {
    instrument.areas.push_back({area, {Text(area), Text(area)}});
    for (const bool reversed : {false, true}) {
      SurveyItem& item = instrument.items.emplace_back();
      item.id = Id(std::string(area) + (reversed ? "-not" : "-is"));
      item.area = area;
      item.scale = "agree";
      item.reversed = reversed;
      item.wordings.push_back({"sv", Text("Fråga " + item.id.str()), {}});
    }
  }
  return instrument;
}

/// Each unit with the same answers to every item, in favour: reversed where the item is.
SurveyCounts counts_of(const SurveyInstrument& instrument, const char* round,
                       const std::map<std::string, Levels>& units) {
  SurveyCounts counts = empty_counts(instrument, Text(round), {Text("unit")});
  for (const auto& [unit, levels] : units) {
    GroupCounts group;
    group.key = {Text(unit)};
    for (const SurveyItem& item : instrument.items) {
      Levels own = levels;
      if (item.reversed) std::reverse(own.begin(), own.end());
      own.push_back(2);  // did not know
      group.counts.insert(group.counts.end(), own.begin(), own.end());
    }
    for (const std::int64_t count : levels) group.respondents += count;
    group.respondents += 2;
    counts.groups.push_back(group);
  }
  return counts;
}

SurveyComparison compared(const Levels& before, const Levels& after) {
  const SurveyInstrument instrument = instrument_of_three_areas();
  return compare_rounds(counts_of(instrument, "2026-10", {{"Ek", before}}), instrument,
                        counts_of(instrument, "2027-04", {{"Ek", after}}), instrument);
}

bool says(const Localised& words, std::string_view sv, std::string_view en) {
  return words.sv.str().find(sv) != std::string::npos && words.en.str().find(en) != std::string::npos;
}

bool has_figures(const ItemComparison& item) {
  return item.answers || item.reference_answers || item.mean.number_or_approximate() ||
         item.reference_mean.number_or_approximate() || item.difference.number_or_approximate() ||
         item.top_share.number_or_approximate() || item.delta.number_or_approximate() || item.p.number_or_approximate();
}

}  // namespace

TEST_CASE("opposite evidence is told in opposite words, whichever way items are worded", "[survey]") {
  const SurveyComparison up = compared({10, 10, 10, 10}, {0, 5, 10, 25});
  const SurveyComparison down = compared({0, 5, 10, 25}, {10, 10, 10, 10});
  REQUIRE(up.items.size() == 6);
  REQUIRE(up.areas.size() == 3);
  for (const ItemComparison& item : up.items) {
    CHECK(item.outcome == Outcome::above);
    CHECK(item.stands);
    CHECK(says(item.words, "Svaren är mer positiva än i oktober 2026.", "more favourable than in October 2026."));
    CHECK(says(item.words, "I medeltal 8,3 poäng av 10, mot 5,0 i oktober 2026.", "8.3 points of 10, against 5.0"));
    CHECK(says(item.words, "40 svar nu, 40 då.", "40 answers now, 40 then."));
  }
  for (const ItemComparison& item : down.items) {
    CHECK(item.outcome == Outcome::below);
    CHECK(says(item.words, "Svaren är mindre positiva än i oktober 2026.", "less favourable than in October 2026."));
    CHECK(says(item.words, "troligen mellan −", "probably between −"));
  }
  for (const AreaComparison& area : up.areas) {
    CHECK(area.outcome == Outcome::above);
    CHECK(says(area.words, "Mer positivt än i oktober 2026: 2 av 2 frågor",
               "More favourable than in October 2026: 2 of 2"));
  }
  for (const AreaComparison& area : down.areas) CHECK(area.outcome == Outcome::below);
  CHECK(says(up.method, "0,147", "0.147"));
  CHECK(says(up.method, "Färre än 5 svar", "Fewer than 5 answers"));
}

TEST_CASE("no shown difference is not the same as about the same", "[survey]") {
  const SurveyComparison few = compared({2, 3, 3, 2}, {2, 2, 4, 2});
  const SurveyComparison many = compared({200, 300, 300, 200}, {200, 300, 300, 200});
  CHECK(few.items[0].outcome == Outcome::unclear);
  CHECK(
      says(few.items[0].words, "Det går inte att säga om svaren har ändrats sedan oktober 2026.", "It cannot be told"));
  CHECK(few.areas[0].outcome == Outcome::unclear);
  CHECK(many.items[0].outcome == Outcome::similar);
  CHECK(says(many.items[0].words, "Svaren är ungefär som i oktober 2026", "about the same as in October 2026"));
  CHECK(many.areas[0].outcome == Outcome::similar);
}

TEST_CASE("where everybody answers alike, only many answers are about the same", "[survey]") {
  CHECK(compared({0, 0, 0, 9}, {0, 0, 0, 9}).items[0].outcome == Outcome::unclear);
  CHECK(compared({0, 0, 0, 90}, {0, 0, 0, 90}).items[0].outcome == Outcome::similar);
  const ItemComparison apart = compared({0, 0, 90, 0}, {0, 0, 0, 90}).items[0];
  CHECK(apart.outcome == Outcome::above);
  CHECK_FALSE(apart.difference_lower.number_or_approximate());  // nothing varies, so Welch has no interval
  CHECK(apart.words.sv.str().find("troligen") == std::string::npos);
}

TEST_CASE("too few answers are refused, and an index tells nothing of them", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  const SurveyCounts before = counts_of(instrument, "2026-10", {{"Ek", {1, 1, 1, 1}}, {"Tall", {9, 9, 9, 9}}});
  SurveyCounts after = counts_of(instrument, "2027-04", {{"Ek", {9, 9, 9, 9}}, {"Tall", {9, 9, 9, 9}}});
  // Of Tall's first item, all but four did not know.
  GroupCounts& tall = after.groups[1];
  tall.counts[4] += tall.counts[0] + tall.counts[1] + tall.counts[2] + tall.counts[3] - 4;
  std::fill(tall.counts.begin(), tall.counts.begin() + 4, 1);
  const SurveyComparison comparison = compare_rounds(before, instrument, after, instrument);
  for (const ItemComparison& item : comparison.items) {
    const bool few = item.key[0] == "Ek" || item.item == "safety-is";
    CHECK((item.outcome == Outcome::too_few) == few);
    CHECK(has_figures(item) != few);
    if (few) CHECK(says(item.words, "minst 5 i båda omgångarna", "at least 5 are needed in both rounds"));
  }
  for (const AreaComparison& area : comparison.areas) {
    if (area.key[0] == "Ek") {
      CHECK(area.outcome == Outcome::too_few);
      CHECK_FALSE(area.index.number_or_approximate());
      CHECK(area.left_out == 2);
    } else if (area.area == "safety") {
      // The index is its other item's mean, and nothing of the first can be had from it.
      CHECK(area.items == 1);
      CHECK(area.left_out == 1);
      CHECK(area.index == comparison.items[7].mean);
      CHECK(says(area.words, "1 fråga är inte jämförd.", "1 item is not compared."));
    }
  }
}

TEST_CASE("groups that one round lacks are told as such", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  const SurveyComparison comparison =
      compare_rounds(counts_of(instrument, "2026-10", {{"Ek", {9, 9, 9, 9}}, {"Gran", {9, 9, 9, 9}}}), instrument,
                     counts_of(instrument, "2027-04", {{"Ek", {9, 9, 9, 9}}, {"Tall", {9, 9, 9, 9}}}), instrument);
  std::vector<std::string> units;
  for (const AreaComparison& area : comparison.areas)
    if (area.area == "safety") units.push_back(area.key[0].str() + (area.outcome == Outcome::too_few ? "-" : "+"));
  CHECK(units == std::vector<std::string>{"Ek+", "Gran-", "Tall-"});
}

TEST_CASE("an item that was not asked is not counted among those left out", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  SurveyCounts before = counts_of(instrument, "2026-10", {{"Ek", {9, 9, 9, 9}}});
  std::fill(before.groups[0].counts.begin(), before.groups[0].counts.begin() + 5, 0);
  SurveyCounts after = before;
  after.round = "2027-04";
  SurveyComparison comparison = compare_rounds(before, instrument, after, instrument);
  CHECK(comparison.items[0].outcome == Outcome::not_asked);
  CHECK(comparison.areas[0].items == 1);
  CHECK(comparison.areas[0].left_out == 0);
  after.groups[0].counts[0] = 2;
  comparison = compare_rounds(before, instrument, after, instrument);
  CHECK(comparison.items[0].outcome == Outcome::too_few);
  CHECK(comparison.areas[0].left_out == 1);
}

TEST_CASE("an item that is not the same is not compared", "[survey]") {
  const SurveyInstrument before = instrument_of_three_areas();
  SurveyInstrument after = before;
  after.version = "2";
  after.items[0].wordings[0].text = "En annan fråga";
  std::swap(after.items[1], after.items[2]);
  const SurveyComparison comparison = compare_rounds(counts_of(before, "2026-10", {{"Ek", {10, 10, 10, 10}}}), before,
                                                     counts_of(after, "2027-04", {{"Ek", {0, 5, 10, 25}}}), after);
  CHECK(comparison.items[0].outcome == Outcome::not_comparable);
  CHECK_FALSE(has_figures(comparison.items[0]));
  CHECK(says(comparison.items[0].words, "ordalydelsen är en annan.", "the wording is another."));
  for (std::size_t i = 1; i < comparison.items.size(); ++i) CHECK(comparison.items[i].outcome == Outcome::above);
  CHECK(comparison.areas[0].items == 1);
  CHECK(comparison.areas[0].left_out == 1);
}

TEST_CASE("a comparison turned round says the opposite", "[survey]") {
  std::minstd_rand random(GENERATE(range(1U, 60U)));
  const auto drawn = [&] { return static_cast<std::int64_t>(random() % 25); };
  const Levels a{drawn(), drawn(), drawn(), drawn()};
  const Levels b{drawn(), drawn(), drawn(), drawn()};
  const SurveyComparison there = compared(a, b);
  const SurveyComparison back = compared(b, a);
  for (std::size_t i = 0; i < there.items.size(); ++i) {
    const Outcome outcome = there.items[i].outcome;
    const Outcome opposite = outcome == Outcome::above   ? Outcome::below
                             : outcome == Outcome::below ? Outcome::above
                                                         : outcome;
    CHECK(back.items[i].outcome == opposite);
    CHECK(back.items[i].stands == there.items[i].stands);
    CHECK(back.items[i].mean == there.items[i].reference_mean);
    if (outcome == Outcome::above || outcome == Outcome::below) CHECK(back.items[i].words != there.items[i].words);
  }
}

TEST_CASE("of many items that are tested at once only some stand", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  SurveyCounts before = counts_of(instrument, "2026-10", {{"Ek", {10, 10, 10, 10}}});
  SurveyCounts after = before;
  after.round = "2027-04";
  // One item moves so far that it is a difference by itself (p 0.02), which does not hold among six.
  const Levels moved{4, 8, 12, 16};
  std::copy(moved.begin(), moved.end(), after.groups[0].counts.begin());
  const SurveyComparison comparison = compare_rounds(before, instrument, after, instrument);
  const ItemComparison& item = comparison.items[0];
  const double p = item.p.number_or_approximate().value();
  CHECK(p < 0.05);
  CHECK(p > 0.05 / 6);
  CHECK(item.outcome == Outcome::above);
  CHECK_FALSE(item.stands);
  CHECK(says(item.words, "Svaren ser ut att vara mer positiva", "Answers seem to be more favourable"));
  CHECK(comparison.areas[0].outcome == Outcome::unclear);
  CHECK(says(comparison.areas[0].words, "1 av 2 frågor ser ut att ha mer positiva svar.",
             "1 of 2 items seems to have more favourable answers."));
  CHECK(says(item.words, "kan en sådan skillnad ändå vara en slump", "may still be chance"));
}

TEST_CASE("others are never so few that one of them could be known", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  std::map<std::string, Levels> units{{"Ek", {0, 5, 10, 25}}, {"Gran", {10, 10, 10, 10}}, {"Tall", {10, 10, 10, 10}}};
  for (const AreaComparison& area : compare_with_others(counts_of(instrument, "2026-10", units), instrument).areas) {
    CHECK(area.outcome == Outcome::too_few);
    CHECK(says(area.words, "minst 3 andra grupper", "at least 3 other groups"));
  }
  units["Al"] = {10, 10, 10, 10};
  const SurveyComparison comparison = compare_with_others(counts_of(instrument, "2026-10", units), instrument);
  for (const ItemComparison& item : comparison.items) {
    CHECK(item.answers == 40);
    CHECK(item.reference_answers == 120);
    if (item.key[0] == "Ek")
      CHECK(says(item.words, "mer positiva än hos övriga", "more favourable than in the others"));
  }
  // A unit with next to no answers counts for nobody.
  units["Al"] = {1, 0, 0, 0};
  for (const AreaComparison& area : compare_with_others(counts_of(instrument, "2026-10", units), instrument).areas)
    CHECK(area.outcome == Outcome::too_few);  // Al has too few itself, each of the others too few others
}

TEST_CASE("a progression is each round against the one before, and against the year before", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  std::vector<SurveyRound> rounds;
  for (const char* const round : {"2025-10", "2026-04", "2026-10"})
    rounds.push_back({counts_of(instrument, round, {{"Ek", {9, 9, 9, 9}}}), instrument});
  std::vector<std::string> pairs;
  for (const SurveyComparison& one : progression(rounds))
    pairs.push_back(one.reference_round.str() + ">" + one.round.str());
  CHECK(pairs == std::vector<std::string>{"2025-10>2026-04", "2026-04>2026-10", "2025-10>2026-10"});
  CHECK(progression({}).empty());
}

TEST_CASE("follow-ups say what was seen, and propose a step that fits it", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  const std::vector<Text> key{Text("Ek")};
  const auto proposed = [&](const SurveyComparison& comparison) {
    return propose_follow_ups(comparison, instrument, key, Date(2027, 5, 3), "april");
  };
  const auto up = proposed(compared({10, 10, 10, 10}, {0, 5, 10, 25}));
  const auto down = proposed(compared({0, 5, 10, 25}, {10, 10, 10, 10}));
  REQUIRE(up.size() == 3);
  REQUIRE(down.size() == 3);
  CHECK(up[0].survey == "tld");
  CHECK(up[0].round == "april");
  CHECK(up[0].date == Date(2027, 5, 3));
  CHECK(
      up[0].text.str() ==
      "TLD, april 2027, safety, jämfört med svaren i oktober 2026: mer positiva svar på ”Fråga safety-is” (8,3 mot 5,0), "
      "”Fråga safety-not” (8,3 mot 5,0).");
  CHECK(down[0].text.str().find("mindre positiva svar") != std::string::npos);
  CHECK(up[0].next_step != down[0].next_step);
  CHECK(proposed(compared({2, 3, 3, 2}, {2, 2, 4, 2})).empty());
  CHECK(proposed(compared({1, 1, 1, 0}, {9, 9, 9, 9})).empty());
}

TEST_CASE("figures are written for their own audience and no wider one", "[survey]") {
  require_audience(SurveyAudience::unit, SurveyAudience::unit);
  require_audience(SurveyAudience::everybody, SurveyAudience::organiser);
  CHECK_THROWS_AS(require_audience(SurveyAudience::unit, SurveyAudience::organiser), UsageError);
  CHECK_THROWS_AS(require_audience(SurveyAudience::organiser, SurveyAudience::everybody), UsageError);
  const SurveyInstrument instrument = instrument_of_three_areas();
  const SurveyCounts counts = counts_of(instrument, "2026-10", {{"Ek", {9, 9, 9, 9}}});
  CHECK(item_figures(counts, instrument)[0].audience == SurveyAudience::unit);
  CHECK(compare_with_others(counts, instrument).audience == SurveyAudience::unit);
}

TEST_CASE("nothing of a group with too few answers follows from the others' figures", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  std::map<std::string, Levels> units{{"A", {0, 0, 11, 10}},
                                      {"B", {0, 0, 12, 10}},
                                      {"C", {0, 0, 13, 10}},
                                      {"D", {0, 0, 14, 10}},
                                      {"Liten", {2, 0, 0, 0}}};
  const SurveyComparison with = compare_with_others(counts_of(instrument, "2026-10", units), instrument);
  units.erase("Liten");
  const SurveyComparison without = compare_with_others(counts_of(instrument, "2026-10", units), instrument);
  std::vector<ItemComparison> shown;
  for (const ItemComparison& item : with.items)
    if (item.key[0] != "Liten") shown.push_back(item);
  CHECK(shown == without.items);  // as if it were not there
  units[""] = {9, 9, 9, 9};       // of no group
  CHECK(compare_with_others(counts_of(instrument, "2026-10", units), instrument).items == without.items);
}

TEST_CASE("answers that pull delta one way and the mean the other are unclear", "[survey]") {
  const SurveyComparison comparison = compared({0, 0, 500, 0}, {190, 0, 0, 310});
  CHECK(comparison.items[0].delta.number_or_approximate().value() > 0.147);
  CHECK(comparison.items[0].difference.number_or_approximate().value() < 0);
  CHECK(comparison.items[0].outcome == Outcome::unclear);
  CHECK(comparison.areas[0].outcome == Outcome::unclear);
}

TEST_CASE("rounds follow each other", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  const auto compare = [&](const char* before, const char* after) {
    return compare_rounds(counts_of(instrument, before, {{"Ek", {9, 9, 9, 9}}}), instrument,
                          counts_of(instrument, after, {{"Ek", {9, 9, 9, 9}}}), instrument);
  };
  CHECK_THROWS_AS(compare("2027-04", "2026-10"), UsageError);
  CHECK_THROWS_AS(compare("2026-10", "2026-10"), UsageError);
  CHECK_THROWS_AS(compare("", ""), UsageError);
  CHECK(compare("HT 2026", "VT 2027").reference_round == "HT 2026");
}

TEST_CASE("an item that is no longer asked is told", "[survey]") {
  const SurveyInstrument before = instrument_of_three_areas();
  SurveyInstrument after = before;
  after.items.pop_back();
  const SurveyComparison comparison = compare_rounds(counts_of(before, "2026-10", {{"Ek", {9, 9, 9, 9}}}), before,
                                                     counts_of(after, "2027-04", {{"Ek", {9, 9, 9, 9}}}), after);
  CHECK(comparison.gone == std::vector<Id>{"participation-not"});
}

TEST_CASE("figures leave out items with too few answers where that is asked for", "[survey]") {
  const SurveyInstrument instrument = instrument_of_three_areas();
  SurveyCounts counts = counts_of(instrument, "2026-10", {{"Ek", {5, 5, 5, 5}}});
  std::vector<std::int64_t>& of = counts.groups[0].counts;
  of[4] += 16;
  std::fill(of.begin(), of.begin() + 4, 1);
  const std::vector<ItemFigures> items = item_figures(counts, instrument, 5);
  const std::vector<AreaFigures> areas = area_figures(counts, instrument, 5);
  CHECK(items[0].mean == Value::suppressed());
  CHECK(items[0].answers == 0);
  CHECK(areas[0].index == items[1].mean);
  CHECK(areas[0].answers == items[1].answers);
  CHECK(areas[1].index == area_figures(counts, instrument)[1].index);
}
