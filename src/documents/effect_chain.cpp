#include "kvalitet/documents/effect_chain.hpp"

#include "base/pointer.hpp"
#include "documents/filled.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace kvalitet {
namespace {

class Gaps {
 public:
  std::vector<ChainGap> of(const CommitmentPlan& plan) && {
    for (std::size_t a = 0; a < plan.areas.size(); ++a) {
      if (!is_filled(plan.areas[a])) continue;
      const auto& commitments = plan.areas[a].commitments;
      if (!any_filled(commitments)) add(ChainGapKind::no_commitment, "areas", a, "commitments");
      for (std::size_t c = 0; c < commitments.size(); ++c)
        if (is_filled(commitments[c])) commitment(commitments[c], a, c);
    }
    return std::move(gaps_);
  }

 private:
  void commitment(const Commitment& commitment, std::size_t a, std::size_t c) {
    const auto& activities = commitment.activities;
    const bool any_activity = any_filled(activities);
    std::set<std::string_view> named;
    bool any_towards_all = false;
    for (const Activity& activity : activities) {
      named.insert(activity.effects.begin(), activity.effects.end());
      any_towards_all = any_towards_all || (is_filled(activity) && activity.effects.empty());
    }
    std::set<std::string_view> known;
    bool any_effect = false;
    for (std::size_t e = 0; e < commitment.expected_effects.size(); ++e) {
      const ExpectedEffect& effect = commitment.expected_effects[e];
      known.insert(effect.id);
      if (!is_filled(effect)) continue;
      any_effect = true;
      const bool reached = any_towards_all || (!effect.id.empty() && named.count(effect.id) > 0);
      if (!reached && any_activity)  // without activities that is said once, below
        add(ChainGapKind::effect_without_activity, "areas", a, "commitments", c, "expected_effects", e);
    }
    if (!any_effect) add(ChainGapKind::no_expected_effect, "areas", a, "commitments", c, "expected_effects");
    if (!any_activity) add(ChainGapKind::no_activity, "areas", a, "commitments", c, "activities");
    for (std::size_t i = 0; i < activities.size(); ++i) {
      if (!is_filled(activities[i])) continue;
      if (is_blank(activities[i].intended_result))
        add(ChainGapKind::no_intended_result, "areas", a, "commitments", c, "activities", i, "intended_result");
      for (std::size_t e = 0; e < activities[i].effects.size(); ++e)
        if (known.count(activities[i].effects[e]) == 0)
          add(ChainGapKind::unknown_effect, "areas", a, "commitments", c, "activities", i, "effects", e);
    }
  }

  template <class... Parts>
  void add(ChainGapKind kind, const Parts&... parts) {
    gaps_.push_back({kind, Text(make_pointer("", parts...))});
  }

  std::vector<ChainGap> gaps_;
};

class Graph {
 public:
  EffectChain of(const CommitmentPlan& plan) && {
    for (std::size_t a = 0; a < plan.areas.size(); ++a) {
      if (!is_filled(plan.areas[a])) continue;
      const std::string at = make_pointer("", "areas", a);
      const int area = add(ChainNodeKind::goal_area, at, plan.areas[a].title);
      for (std::size_t c = 0; c < plan.areas[a].commitments.size(); ++c)
        if (is_filled(plan.areas[a].commitments[c]))
          commitment(plan.areas[a].commitments[c], make_pointer(at, "commitments", c), area);
    }
    return std::move(chain_);
  }

 private:
  void commitment(const Commitment& commitment, const std::string& at, int area) {
    const int node = add(ChainNodeKind::commitment, at, commitment.title);
    edge(area, node);
    std::vector<int> towards_all;                          // an activity that names no effects works towards all
    std::map<std::string_view, std::vector<int>> towards;  // by the name of an effect
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const Activity& activity = commitment.activities[i];
      if (!is_filled(activity)) continue;
      const std::string here = make_pointer(at, "activities", i);
      int end = add(ChainNodeKind::activity, here, activity.title);
      edge(node, end);
      if (!is_blank(activity.intended_result)) {
        const int result = add(ChainNodeKind::intended_result, here + "/intended_result", activity.intended_result);
        edge(end, result);
        end = result;
      }
      if (activity.effects.empty()) towards_all.push_back(end);
      for (const Id& effect : activity.effects) {
        std::vector<int>& ends = towards[effect];
        if (ends.empty() || ends.back() != end) ends.push_back(end);  // named twice is named once
      }
    }
    for (std::size_t e = 0; e < commitment.expected_effects.size(); ++e) {
      const ExpectedEffect& effect = commitment.expected_effects[e];
      if (!is_filled(effect)) continue;
      const int to = add(ChainNodeKind::expected_effect, make_pointer(at, "expected_effects", e), effect.text);
      std::vector<int> ends = towards_all;
      const auto named = towards.find(effect.id);
      if (!effect.id.empty() && named != towards.end()) {
        ends.clear();
        std::merge(towards_all.begin(), towards_all.end(), named->second.begin(), named->second.end(),
                   std::back_inserter(ends));
      }
      for (const int end : ends) edge(end, to);
    }
  }

  int add(ChainNodeKind kind, std::string pointer, const Text& title) {
    chain_.nodes.push_back({kind, Text(std::move(pointer)), title});
    return static_cast<int>(chain_.nodes.size()) - 1;
  }
  void edge(int from, int to) {
    if (chain_.edges.size() == most_chain_edges)
      throw LimitError("chain.too-large", {{"limit", static_cast<std::int64_t>(most_chain_edges)}});
    chain_.edges.push_back({from, to});
  }

  EffectChain chain_;
};

}  // namespace

std::vector<ChainGap> effect_chain_gaps(const CommitmentPlan& plan) { return Gaps().of(plan); }

EffectChain effect_chain(const CommitmentPlan& plan) {
  EffectChain chain = Graph().of(plan);
  chain.gaps = effect_chain_gaps(plan);
  return chain;
}

}  // namespace kvalitet
