#include "kvalitet/base/place_in_words.hpp"

#include "kvalitet/base/diff.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

CommitmentPlan plan() {
  CommitmentPlan plan;
  plan.units = {Unit{"exempelskolan", {}, "Exempelskolan", {SchoolForm::GR}}};
  plan.areas = {GoalArea{"knowledge", "", {}}, GoalArea{Id(), "Trygghet", {}}};
  Commitment commitment;
  commitment.expected_effects = {{"calm", "Lugn"}};
  commitment.activities.resize(3);
  commitment.activities[1].title = "Rastvärdar i båda skolgårdarna hela läsåret";
  commitment.activities[2].effects = {"calm", "nowhere"};
  plan.areas[1].commitments = {commitment};
  return plan;
}

Localised in_plan(std::string_view pointer) { return place_in_words(plan(), pointer); }

}  // namespace

TEST_CASE("a place in words is what a principal would say", "[words]") {
  CHECK(in_plan("/areas") == Localised{"Prioriterade målområden", "Prioritised goal areas"});
  CHECK(in_plan("/areas/0") == Localised{"Målområde 1", "Goal area 1"});
  CHECK(in_plan("/areas/1") == Localised{"Målområde 2 (Trygghet)", "Goal area 2 (Trygghet)"});
  CHECK(in_plan("/areas/1/commitments") ==
        Localised{"Målområde 2 (Trygghet), åtaganden", "Goal area 2 (Trygghet), commitments"});
  CHECK(in_plan("/areas/1/commitments/0/activities/2/intended_result") ==
        Localised{"Målområde 2 (Trygghet), åtagande 1, aktivitet 3, aktivitetens resultat",
                  "Goal area 2 (Trygghet), commitment 1, activity 3, intended result"});
  CHECK(in_plan("/areas/1/commitments/0/activities/1/end").sv ==
        "Målområde 2 (Trygghet), åtagande 1, aktivitet 2 (Rastvärdar i båda…), slutar");
  CHECK(in_plan("/areas/1/commitments/0/expected_effects/0").sv ==
        "Målområde 2 (Trygghet), åtagande 1, tänkt effekt 1");
  CHECK(in_plan("/areas/1/commitments/0/activities/2/effects/1").sv ==
        "Målområde 2 (Trygghet), åtagande 1, aktivitet 3, leder mot");
  CommitmentPlan long_word = plan();
  long_word.areas[1].title = "Kvalitetsutvecklingsarbete";
  CHECK(place_in_words(long_word, "/areas/1").sv == "Målområde 2 (Kvalitetsutvecklingsarbe…)");
  // Its own words, not a part of it.
  CHECK(in_plan("/areas/1/title").sv == "Målområde 2 (Trygghet)");
  CHECK(in_plan("/areas/1/commitments/0/expected_effects/0/text").en ==
        "Goal area 2 (Trygghet), commitment 1, expected effect 1");
  CHECK(in_plan("/units/0/id").sv == "Enhet 1 (Exempelskolan), kortnamn");
  CHECK(in_plan("/school_year").sv == "Läsår");
}

TEST_CASE("a place that is nowhere is the nearest around it", "[words]") {
  CHECK(in_plan("") == Localised{"Åtagandeplan", "Commitment plan"});
  CHECK(in_plan("/headmaster").sv == "Åtagandeplan");
  CHECK(in_plan("areas").sv == "Åtagandeplan");
  CHECK(in_plan("/").sv == "Åtagandeplan");
  CHECK(in_plan("//").sv == "Åtagandeplan");
  CHECK(in_plan("/areas/2").sv == "Prioriterade målområden");
  CHECK(in_plan("/areas/-").sv == "Prioriterade målområden");
  CHECK(in_plan("/areas/99999999999999999999/title").sv == "Prioriterade målområden");
  CHECK(in_plan("/areas/0/nothing/0").sv == "Målområde 1");
  CHECK(in_plan("/school_year/0").sv == "Läsår");
}

TEST_CASE("places in a guideline", "[words]") {
  Guideline guideline;
  guideline.levels = {Concept{"unit", {"Enheten", ""}, {}, {}}};
  guideline.text = {Passage{"1", "Bakgrund", {"Ett.", "Två."}}};
  Rule rule;
  rule.id = "a-rule";
  guideline.rules = {rule};
  CHECK(place_in_words(guideline, "/levels/0/id") ==
        Localised{"Nivåer, nr 1 (Enheten), kortnamn", "Levels, no. 1 (Enheten), id"});
  CHECK(place_in_words(guideline, "/text/0/paragraphs/1").en == "Passage 1 (Bakgrund), paragraphs, no. 2");
  CHECK(place_in_words(guideline, "/rules/0/max").sv == "Regel 1 (a-rule), högst");
  guideline.duties = {Duty{"a-duty", "head", {"Bjuder in", "Invites"}, {}, {}, {}, {}, {}}};
  CHECK(place_in_words(guideline, "/duties/0/actor") ==
        Localised{"Uppgift 1 (Bjuder in), vem", "Duty 1 (Invites), who"});
  CHECK(place_in_words(guideline, "/title/sv").sv == "Titel, svenska");
  CHECK(place_in_words(guideline, "/chain/actors/0").sv == "Stöd- och styrkedjan");  // there is none
  guideline.chain.emplace().actors = {"unit"};
  CHECK(place_in_words(guideline, "/chain/actors/0").sv == "Stöd- och styrkedjan, led");
}

TEST_CASE("places in named data and in lists of their own", "[words]") {
  std::vector<Finding> findings(2);
  findings[1].data = {{"a/b~c", std::int64_t{1}}};
  const TypeInfo& list = type_info<std::vector<Finding>>();
  CHECK(place_in_words(list, &findings, "/1/data/a~1b~0c").sv == "Iakttagelse 2, uppgifter ”a/b~c”");
  CHECK(place_in_words(list, &findings, "/1/data/c").sv == "Iakttagelse 2, uppgifter");
  CHECK(place_in_words(list, &findings, "/2").sv.empty());
  CHECK(place_in_words(type_info<Data>(), &findings[1].data, "/a~1b~0c").sv == "namngivna tal och texter");
}

TEST_CASE("what differs is called by the same words", "[words]") {
  const CommitmentPlan before = plan();
  CommitmentPlan after = before;
  after.areas[1].commitments[0].activities[1].intended_result = "Färre konflikter";
  after.units[0].school_forms.clear();
  after.areas.push_back({Id(), "Läsning", {}});
  const std::vector<Change> changes = diff(before, after);
  REQUIRE(changes.size() == 3);
  for (std::size_t i = 0; i < 2; ++i) CHECK(changes[i].where == place_in_words(after, changes[i].pointer));
  CHECK(changes[2].where.sv == "Målområde 3");  // its title is what was added
  CHECK(changes[2].message.sv == "Tillagt: Målområde 3 (”Läsning”)");
}
