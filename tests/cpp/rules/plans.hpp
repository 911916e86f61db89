#pragma once
// Plans to check: a sound one, and any number of others, the same in every run.
#include "kvalitet/documents/commitment_plan.hpp"

#include <array>
#include <random>
#include <string>

namespace kvalitet::tests {

/// Keeps every rule of Vetlanda's guideline while its year lasts.
inline CommitmentPlan sound_plan() {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  plan.principal = "Anna Exempel";
  plan.units = {Unit{"exempelskolan", {}, "Exempelskolan", {SchoolForm::GR}}};
  plan.state = DocumentState::complete;
  Activity activity;
  activity.title = "Lärarna planerar läslektioner tillsammans";
  activity.intended_result = "Alla elever möter samma lässtrategier";
  Commitment commitment;
  commitment.title = "Läsförståelsen ska öka";
  commitment.expected_effects = {{Id(), "Eleverna läser och förstår texter i alla ämnen"}};
  commitment.activities = {activity};
  plan.areas = {GoalArea{"knowledge", "Kunskaper", {commitment}}};
  return plan;
}

/// Half-written plans of all kinds.
class Plans {
 public:
  CommitmentPlan next() {
    CommitmentPlan plan;
    plan.school_year = SchoolYear{2024 + below(4)};
    plan.years = 1 + below(2);
    plan.principal = words();
    for (int i = below(3); i > 0; --i) plan.units.push_back(unit(i));
    plan.state = one_of(std::array{DocumentState::not_begun, DocumentState::begun, DocumentState::complete});
    for (int i = below(6); i > 0; --i) plan.areas.push_back(area());
    for (int i = below(3); i > 0; --i) {
      Deviation deviation;
      deviation.rule = one_of(std::array<Id, 3>{"at-most-three-more", "effect-chain-supports", "no-such-rule"});
      deviation.pointer = one_of(std::array<Text, 3>{"", "/areas", "/areas/0"});
      deviation.decided_by = "Skolchefen";
      deviation.reason = "Ett skäl";
      deviation.until = day();
      plan.deviations.push_back(deviation);
    }
    return plan;
  }
  Date day() { return Date(2024, 1, 1) + boost::gregorian::days(below(5 * 365)); }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool maybe() { return below(2) == 0; }
  template <class T, std::size_t N>
  T one_of(const std::array<T, N>& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(N)))];
  }
  Text words() { return one_of(std::array<Text, 4>{"", "Läsning", "Trygghet", "\xC2\xA0"}); }
  std::optional<Date> maybe_day() { return maybe() ? std::optional<Date>(day()) : std::nullopt; }

  Unit unit(int number) {
    Unit made;
    made.id = Id("unit-" + std::to_string(number));
    if (maybe()) made.school_forms.push_back(one_of(std::array{SchoolForm::FS, SchoolForm::FTH, SchoolForm::GR}));
    return made;
  }
  GoalArea area() {
    GoalArea made;
    made.kind = one_of(std::array<Id, 4>{Id(), "knowledge", "knowledge", "no-such-area"});
    made.title = words();
    for (int i = below(3); i > 0; --i) made.commitments.push_back(commitment());
    return made;
  }
  Commitment commitment() {
    Commitment made;
    made.title = words();
    for (int i = below(3); i > 0; --i) made.expected_effects.push_back({maybe() ? Id("an-effect") : Id(), words()});
    for (int i = below(3); i > 0; --i) {
      Activity activity;
      activity.title = words();
      activity.intended_result = words();
      activity.start = maybe_day();
      activity.end = maybe_day();
      if (maybe()) activity.effects = {"an-effect"};
      made.activities.push_back(activity);
    }
    for (int i = below(2); i > 0; --i) made.follow_ups.push_back({maybe_day(), words(), "", {}, {}});
    return made;
  }

  std::mt19937 random_{2024};  // its numbers are the same everywhere
};

}  // namespace kvalitet::tests
