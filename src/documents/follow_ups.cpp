#include "kvalitet/documents/follow_ups.hpp"

#include "base/digits.hpp"
#include "base/pointer.hpp"
#include "documents/filled.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

/// The index in `/key/index`, taken off the front of the pointer.
std::optional<std::size_t> take_index(std::string_view& pointer, std::string_view key) {
  const std::string step = make_pointer("", key) + '/';
  if (pointer.substr(0, step.size()) != step) return std::nullopt;
  pointer.remove_prefix(step.size());
  const std::string_view digits = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(digits.size());
  const auto index = parse_digits(digits);
  return index ? std::optional<std::size_t>(static_cast<std::size_t>(*index)) : std::nullopt;
}

}  // namespace

std::vector<LoggedFollowUp> follow_up_log(const CommitmentPlan& plan) {
  std::vector<LoggedFollowUp> log;
  for (std::size_t a = 0; a < plan.areas.size(); ++a) {
    const GoalArea& area = plan.areas[a];
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const Commitment& commitment = area.commitments[c];
      for (std::size_t f = 0; f < commitment.follow_ups.size(); ++f) {
        if (!is_filled(commitment.follow_ups[f])) continue;
        log.push_back({area.title, commitment.title, commitment.follow_ups[f],
                       Text(make_pointer("", "areas", a, "commitments", c, "follow_ups", f))});
      }
    }
  }
  std::stable_sort(log.begin(), log.end(), [](const LoggedFollowUp& a, const LoggedFollowUp& b) {
    if (!a.follow_up.date || !b.follow_up.date) return a.follow_up.date.has_value() && !b.follow_up.date;
    return *a.follow_up.date < *b.follow_up.date;
  });
  return log;
}

CommitmentPlan with_follow_up(CommitmentPlan plan, std::string_view pointer, FollowUp follow_up) {
  std::string_view rest = pointer;
  const auto area = take_index(rest, "areas");
  const auto commitment = take_index(rest, "commitments");
  if (!area || !commitment || !rest.empty() || *area >= plan.areas.size() ||
      *commitment >= plan.areas[*area].commitments.size())
    throw NotFoundError("plan.no-such-commitment", {{"pointer", Text::from(std::string(pointer)).value_or(Text("?"))}});
  plan.areas[*area].commitments[*commitment].follow_ups.push_back(std::move(follow_up));
  return plan;
}

}  // namespace kvalitet
