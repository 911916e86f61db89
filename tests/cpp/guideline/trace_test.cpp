#include "kvalitet/guideline/trace.hpp"

#include "guideline/tiny.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("the trace accounts for each sentence", "[trace]") {
  Guideline guideline = tiny_guideline();
  guideline.rules[0].basis.also = {Citation{"1", "Dialog", "Planen ska"}};
  guideline.text[1].paragraphs.push_back("Ingen säger detta.");
  guideline.text[1].paraphrase = true;
  const std::vector<TraceRow> expected{
      {"1", "Dialog", "Välkommen.", Bearing::informs, {}, {}},
      {"1", "Dialog", "Rektor har en dialog i september.", Bearing::obliges, {}, {"/dialogues/0"}},
      {"1",
       "Dialog",
       "Planen ska vara med.",
       Bearing::obliges,
       {Id("knowledge")},
       {"/dialogues/0/brings/0", "/rules/0"}},
      {"1", "Dialog", "Kunskaper", Bearing::obliges, {Id("knowledge")}, {"/goal_areas/0", "/rules/0"}},
      {"2", "Slut", "Tack!", Bearing::informs, {}, {}, true},
      {"2", "Slut", "Ingen säger detta.", Bearing::unaccounted, {}, {}, true},
  };
  CHECK(trace(guideline) == expected);
}

TEST_CASE("who quotes a sentence twice is named once", "[trace]") {
  Guideline guideline = tiny_guideline();
  guideline.rules[0].basis.also = {Citation{"1", "Dialog", "Kunskaper"}};
  CHECK(trace(guideline)[3].accounted_by == std::vector<Text>{"/goal_areas/0", "/rules/0"});
}

TEST_CASE("an empty guideline has an empty trace", "[trace]") { CHECK(trace(Guideline{}).empty()); }

TEST_CASE("every sentence of the built-in guideline is accounted for, and what obliges is carried", "[trace]") {
  const Guideline guideline = builtin_guideline("vetlanda-2024");
  const std::vector<TraceRow> rows = trace(guideline);
  CHECK(rows.size() > 150);
  for (const TraceRow& row : rows) {
    CAPTURE(row.section.str(), row.heading.str(), row.sentence.str());
    CHECK(row.bearing != Bearing::unaccounted);
    if (row.bearing == Bearing::obliges) CHECK_FALSE(row.carried_by.empty());
  }
}
