// The draft view: what a principal with a half-written plan sees.
#include "kvalitet/rules/check.hpp"
#include "rules/plans.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const Date in_august(2026, 8, 20);

const QualitySystem& vetlandas() {
  static const QualitySystem system = system_of("vetlanda-2024");
  return system;
}

std::vector<std::string> rules_of(const std::vector<Step>& steps) {
  std::vector<std::string> rules;
  for (const Step& step : steps) rules.push_back(step.rule.str());
  return rules;
}

/// Begun in August: three goal areas and hardly anything in them.
CommitmentPlan half_written_plan() {
  CommitmentPlan plan = sound_plan();
  plan.state = DocumentState::begun;
  plan.areas[0].commitments[0].expected_effects.clear();
  plan.areas[0].commitments[0].activities[0].intended_result = "";
  plan.areas.push_back(GoalArea{Id(), "Trygghet", {}});
  plan.areas.push_back(GoalArea{Id(), "Delaktighet", {}});
  plan.units.clear();
  return plan;
}

}  // namespace

TEST_CASE("a half-written plan does not drown its author", "[rules]") {
  const Draft view = draft(half_written_plan(), vetlandas(), {in_august});
  CHECK(rules_of(view.next) ==
        std::vector<std::string>{"plan-names-its-units", "expected-effects-documented", "results-documented"});
  CHECK(view.later == 2);
  CHECK(rules_of(view.done) == std::vector<std::string>{"knowledge-always-prioritised", "at-most-three-more",
                                                        "activities-documented", "plan-is-the-principals-own"});
}

TEST_CASE("the next steps say what to do, where, and by which sentence", "[rules]") {
  const Draft view = draft(half_written_plan(), vetlandas(), {in_august});
  CHECK(view.next[1].what.sv == "Skriv vad som ska bli annorlunda för barnen och eleverna.");
  CHECK(view.next[1].pointer == "/areas/0/commitments/0/expected_effects");
  REQUIRE(view.next[1].basis.has_value());
  CHECK(view.next[1].basis->citation->quote == "Till åtagandet dokumenteras tänkta effekter.");
  CHECK(view.done[0].what.sv == "Kunskaper är alltid ett prioriterat målområde.");
}

TEST_CASE("the most serious steps come first", "[rules]") {
  CommitmentPlan plan = half_written_plan();
  plan.areas[0].kind = Id();  // the only error, and not the first place
  const Draft view = draft(plan, vetlandas(), {in_august});
  REQUIRE(view.next.size() == 3);
  CHECK(view.next[0].rule == "knowledge-always-prioritised");
}

TEST_CASE("the policy says how many steps are shown", "[rules]") {
  QualitySystem system = vetlandas();
  system.policy.next_steps = 1;
  CHECK(draft(half_written_plan(), system, {in_august}).next.size() == 1);
  CHECK(draft(half_written_plan(), system, {in_august}).later == 4);
  system.policy.next_steps = 0;
  CHECK(draft(half_written_plan(), system, {in_august}).next.empty());
  system.policy.next_steps = 100;
  CHECK(draft(half_written_plan(), system, {in_august}).later == 0);
}

TEST_CASE("a rule with nothing to look at is neither done nor a step", "[rules]") {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  const Draft view = draft(plan, vetlandas(), {in_august});
  CHECK(view.done.empty());
  CHECK(rules_of(view.next) ==
        std::vector<std::string>{"knowledge-always-prioritised", "plan-is-the-principals-own", "plan-names-its-units"});
  CHECK(view.later == 0);
}

TEST_CASE("follow-ups are done when they are made, and owed only when the year has ended", "[rules]") {
  CommitmentPlan plan = sound_plan();
  const auto is_done = [&](Date day) {
    const auto done = rules_of(draft(plan, vetlandas(), {day}).done);
    return std::count(done.begin(), done.end(), "follow-ups-documented") == 1;
  };
  CHECK_FALSE(is_done(in_august));
  plan.areas[0].commitments[0].follow_ups = {
      FollowUp{Date(2026, 11, 18), "Fler elever förstår det de läser.", "", {}, {}}};
  CHECK(is_done(Date(2026, 11, 18)));
}

TEST_CASE("what a decision answers is no step, and is not done", "[rules]") {
  CommitmentPlan plan = half_written_plan();
  Deviation deviation;
  deviation.rule = "commitments-documented";
  deviation.decided_by = "Skolchefen";
  deviation.reason = "Ett skäl";
  deviation.decided_on = in_august;
  deviation.until = in_august;
  plan.deviations = {deviation};
  const Draft view = draft(plan, vetlandas(), {in_august});
  CHECK(view.next.size() == 3);
  CHECK(view.later == 0);
  const auto done = rules_of(view.done);
  CHECK(std::count(done.begin(), done.end(), "commitments-documented") == 0);
}

TEST_CASE("of a sound plan everything is done that can be done by then", "[rules]") {
  const Draft view = draft(sound_plan(), vetlandas(), {Date(2026, 10, 1)});
  CHECK(view.next.empty());
  CHECK(view.later == 0);
  CHECK(rules_of(view.done) == std::vector<std::string>{"knowledge-always-prioritised", "at-most-three-more",
                                                        "commitments-documented", "expected-effects-documented",
                                                        "activities-documented", "results-documented",
                                                        "effect-chain-supports", "plan-is-the-principals-own",
                                                        "plan-names-its-units", "plan-brought-to-preconditions"});
}
