#include "kvalitet/documents/effect_chain.hpp"

#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

using namespace kvalitet;

namespace {

constexpr const char* no_break_space = "\xC2\xA0";

CommitmentPlan plan_of(Commitment commitment) {
  CommitmentPlan plan;
  plan.areas = {GoalArea{"knowledge", "Kunskaper", {std::move(commitment)}}};
  return plan;
}

Activity activity(const char* title, const char* result, std::vector<Id> effects = {}) {
  Activity made;
  made.title = title;
  made.intended_result = result;
  made.effects = std::move(effects);
  return made;
}

/// Two activities towards two effects, each its own.
Commitment reading() {
  Commitment made;
  made.title = "Läsförståelsen ska öka";
  made.expected_effects = {{"understand", "Eleverna förstår det de läser"}, {"borrow", "Fler elever lånar böcker"}};
  made.activities = {activity("Läslektioner", "Gemensamma strategier", {"understand"}),
                     activity("Bokprat", "Eleverna hittar böcker", {"borrow"})};
  return made;
}

/// `kind pointer`, one a line.
std::string gaps(const Commitment& commitment) {
  const TypeInfo& kinds = type_info<ChainGapKind>();
  std::string text;
  for (const ChainGap& gap : effect_chain(plan_of(commitment)).gaps)
    text += std::string(kinds.choices[kinds.choice(&gap.kind)].key) + " " + gap.pointer.str() + "\n";
  return text;
}

/// `from > to`, by the titles.
std::string edges(const EffectChain& chain) {
  const auto title = [&](int node) { return chain.nodes[static_cast<std::size_t>(node)].title.str(); };
  std::string text;
  for (const ChainEdge& edge : chain.edges) text += title(edge.from) + " > " + title(edge.to) + "\n";
  return text;
}

}  // namespace

TEST_CASE("an effect chain goes from goal area to expected effect", "[documents]") {
  const EffectChain chain = effect_chain(plan_of(reading()));
  CHECK(chain.gaps.empty());
  REQUIRE(chain.nodes.size() == 8);
  CHECK(chain.nodes[0] == ChainNode{ChainNodeKind::goal_area, "/areas/0", "Kunskaper"});
  CHECK(chain.nodes[1] == ChainNode{ChainNodeKind::commitment, "/areas/0/commitments/0", "Läsförståelsen ska öka"});
  CHECK(chain.nodes[2] == ChainNode{ChainNodeKind::activity, "/areas/0/commitments/0/activities/0", "Läslektioner"});
  CHECK(chain.nodes[3] == ChainNode{ChainNodeKind::intended_result,
                                    "/areas/0/commitments/0/activities/0/intended_result", "Gemensamma strategier"});
  CHECK(chain.nodes[7] == ChainNode{ChainNodeKind::expected_effect, "/areas/0/commitments/0/expected_effects/1",
                                    "Fler elever lånar böcker"});
  CHECK(edges(chain) ==
        "Kunskaper > Läsförståelsen ska öka\n"
        "Läsförståelsen ska öka > Läslektioner\n"
        "Läslektioner > Gemensamma strategier\n"
        "Läsförståelsen ska öka > Bokprat\n"
        "Bokprat > Eleverna hittar böcker\n"
        "Gemensamma strategier > Eleverna förstår det de läser\n"
        "Eleverna hittar böcker > Fler elever lånar böcker\n");
}

TEST_CASE("an activity that names no effects leads to all of its commitment's", "[documents]") {
  Commitment commitment = reading();
  commitment.activities = {activity("Läslektioner", "Gemensamma strategier")};
  const EffectChain chain = effect_chain(plan_of(commitment));
  CHECK(chain.gaps.empty());
  CHECK(edges(chain).find("Gemensamma strategier > Eleverna förstår det de läser\n"
                          "Gemensamma strategier > Fler elever lånar böcker\n") != std::string::npos);
}

TEST_CASE("an activity without a result leads to the effects itself", "[documents]") {
  Commitment commitment = reading();
  commitment.activities[0].intended_result = no_break_space;
  const EffectChain chain = effect_chain(plan_of(commitment));
  CHECK(edges(chain).find("Läslektioner > Eleverna förstår det de läser\n") != std::string::npos);
  CHECK(gaps(commitment) == "no_intended_result /areas/0/commitments/0/activities/0/intended_result\n");
}

TEST_CASE("each kind of gap is found", "[documents]") {
  Commitment commitment = reading();
  SECTION("a commitment without expected effects") {
    commitment.expected_effects = {{"understand", no_break_space}};
    commitment.activities = {activity("Läslektioner", "Gemensamma strategier")};
    CHECK(gaps(commitment) == "no_expected_effect /areas/0/commitments/0/expected_effects\n");
  }
  SECTION("a commitment without activities is one gap, whatever its effects") {
    commitment.activities.clear();
    CHECK(gaps(commitment) == "no_activity /areas/0/commitments/0/activities\n");
  }
  SECTION("an effect that nothing leads to") {
    commitment.activities[1].effects = {"understand"};
    CHECK(gaps(commitment) == "effect_without_activity /areas/0/commitments/0/expected_effects/1\n");
  }
  SECTION("an effect without a name, where activities name others") {
    commitment.expected_effects[1].id = Id();
    CHECK(gaps(commitment) ==
          "effect_without_activity /areas/0/commitments/0/expected_effects/1\n"
          "unknown_effect /areas/0/commitments/0/activities/1/effects/0\n");
  }
  SECTION("an effect that is nowhere") {
    commitment.activities[0].effects.emplace_back("write");
    CHECK(gaps(commitment) == "unknown_effect /areas/0/commitments/0/activities/0/effects/1\n");
  }
}

TEST_CASE("a goal area without commitments is a gap", "[documents]") {
  CommitmentPlan plan;
  plan.areas = {GoalArea{"knowledge", "", {}}};
  CHECK(effect_chain(plan).gaps == std::vector<ChainGap>{{ChainGapKind::no_commitment, "/areas/0/commitments"}});
  plan.areas[0].commitments.resize(2);
  CHECK(effect_chain(plan).gaps == std::vector<ChainGap>{{ChainGapKind::no_commitment, "/areas/0/commitments"}});
}

TEST_CASE("rows that nobody has filled in are not in the chain", "[documents]") {
  const EffectChain without = effect_chain(plan_of(reading()));
  Commitment commitment = reading();
  commitment.activities.push_back(activity(no_break_space, " \t\n"));
  commitment.expected_effects.push_back({Id(), " "});
  CommitmentPlan plan = plan_of(commitment);
  plan.areas[0].commitments.emplace_back().title = " ";
  plan.areas.emplace_back().title = no_break_space;
  CHECK(effect_chain(plan) == without);
}

TEST_CASE("an empty row before the others moves no arrow", "[documents]") {
  Commitment commitment = reading();
  commitment.activities.insert(commitment.activities.begin(), Activity{});
  CHECK(edges(effect_chain(plan_of(commitment))) == edges(effect_chain(plan_of(reading()))));
}

TEST_CASE("the gaps alone are those of the chain", "[documents]") {
  CommitmentPlan plan = plan_of(reading());
  plan.areas[0].commitments[0].activities[0].effects = {"nowhere"};
  plan.areas.push_back(GoalArea{Id(), "Trygghet", {}});
  CHECK(effect_chain(plan).gaps.size() == 3);
  CHECK(effect_chain_gaps(plan) == effect_chain(plan).gaps);
}

TEST_CASE("activities that name effects and such that do not lead to them in the order of the plan", "[documents]") {
  Commitment commitment = reading();
  commitment.activities = {activity("A", "", {"borrow", "borrow", "nowhere"}), activity("B", ""),
                           activity("C", "", {"understand", "borrow"}), activity("D", "")};
  commitment.expected_effects.push_back({"borrow", "Samma namn"});
  commitment.expected_effects.push_back({Id(), "Utan namn"});
  const std::string all = edges(effect_chain(plan_of(commitment)));
  CHECK(all.substr(all.find("B > Eleverna förstår")) ==
        "B > Eleverna förstår det de läser\nC > Eleverna förstår det de läser\nD > Eleverna förstår det de läser\n"
        "A > Fler elever lånar böcker\nB > Fler elever lånar böcker\nC > Fler elever lånar böcker\n"
        "D > Fler elever lånar böcker\n"
        "A > Samma namn\nB > Samma namn\nC > Samma namn\nD > Samma namn\n"
        "B > Utan namn\nD > Utan namn\n");
}

namespace {

/// So many activities towards all of so many effects.
CommitmentPlan everything_towards_everything(std::size_t activities, std::size_t effects) {
  Commitment commitment;
  commitment.title = "Allt mot allt";
  commitment.activities.assign(activities, activity("Något", ""));
  commitment.expected_effects.assign(effects, {Id(), "Något annat"});
  return plan_of(commitment);
}

}  // namespace

TEST_CASE("an effect chain has a limit", "[documents]") {
  // One edge to the commitment and one to each activity besides those to the effects.
  const EffectChain largest = effect_chain(everything_towards_everything(27, 3702));
  CHECK(largest.edges.size() == 1 + 27 + 27 * 3702);
  CHECK(largest.edges.size() <= most_chain_edges);
  CHECK_NOTHROW(effect_chain(everything_towards_everything(99'999, 0)));
  CHECK_THROWS_AS(effect_chain(everything_towards_everything(100'000, 0)), LimitError);
  CHECK_THROWS_AS(effect_chain(everything_towards_everything(27, 3703)), LimitError);
}

TEST_CASE("of a plan without an effect chain that anybody can take in there are still the gaps", "[documents]") {
  CommitmentPlan plan = everything_towards_everything(10'000, 10'000);
  CHECK_THROWS_AS(effect_chain(plan), LimitError);
  CHECK(effect_chain_gaps(plan).size() == 10'000);  // each activity says nothing of its result

  Commitment& commitment = plan.areas[0].commitments[0];
  for (std::size_t i = 0; i < 10'000; ++i) {
    commitment.expected_effects[i].id = Id("effect-" + std::to_string(i));
    commitment.activities[i].effects = {Id("effect-" + std::to_string(i / 2)), "nowhere"};
    commitment.activities[i].intended_result = "Något";
  }
  CHECK(effect_chain_gaps(plan).size() == 15'000);  // nowhere, and half of the effects are not worked towards
  CHECK(effect_chain(plan).edges.size() == 30'001);
}

TEST_CASE("a plan without goal areas has an empty chain", "[documents]") {
  CHECK(effect_chain(CommitmentPlan{}) == EffectChain{});
}
