#include "kvalitet/documents/effect_chain.hpp"

#include "base/blank.hpp"
#include "base/pointer.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

class ChainBuilder {
 public:
  EffectChain build(const CommitmentPlan& plan) && {
    for (std::size_t a = 0; a < plan.areas.size(); ++a) {
      const GoalArea& area = plan.areas[a];
      const std::string at = make_pointer("", "areas", a);
      const int node = add(ChainNodeKind::goal_area, at, area.title);
      if (area.commitments.empty()) gap(ChainGapKind::no_commitment, at + "/commitments");
      for (std::size_t c = 0; c < area.commitments.size(); ++c)
        commitment(area.commitments[c], make_pointer(at, "commitments", c), node);
    }
    return std::move(chain_);
  }

 private:
  void commitment(const Commitment& commitment, const std::string& at, int area) {
    const int node = add(ChainNodeKind::commitment, at, commitment.title);
    edge(area, node);

    std::vector<int> sources;  // what leads to effects: results, or activities that state none
    std::vector<const Activity*> activities;
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const Activity& activity = commitment.activities[i];
      const std::string here = make_pointer(at, "activities", i);
      const int activity_node = add(ChainNodeKind::activity, here, activity.title);
      edge(node, activity_node);
      int source = activity_node;
      if (is_blank(activity.intended_result)) {
        gap(ChainGapKind::no_intended_result, here + "/intended_result");
      } else {
        source = add(ChainNodeKind::intended_result, here + "/intended_result", activity.intended_result);
        edge(activity_node, source);
      }
      sources.push_back(source);
      activities.push_back(&activity);
    }

    bool any_effect = false;
    std::vector<ChainGap> unreached;
    for (std::size_t i = 0; i < commitment.expected_effects.size(); ++i) {
      const ExpectedEffect& effect = commitment.expected_effects[i];
      if (is_blank(effect.text)) continue;
      any_effect = true;
      const std::string here = make_pointer(at, "expected_effects", i);
      const int effect_node = add(ChainNodeKind::expected_effect, here, effect.text);
      bool reached = false;
      for (std::size_t s = 0; s < sources.size(); ++s) {
        const auto& named = activities[s]->effects;
        const bool leads = named.empty() || (!effect.id.empty() && std::count(named.begin(), named.end(), effect.id) > 0);
        if (leads) edge(sources[s], effect_node);
        reached = reached || leads;
      }
      if (!reached) unreached.push_back({ChainGapKind::effect_without_activity, Text(here)});
    }

    if (!any_effect) gap(ChainGapKind::no_expected_effect, at + "/expected_effects");
    if (commitment.activities.empty())
      gap(ChainGapKind::no_activity, at + "/activities");  // says it once for all effects
    else
      chain_.gaps.insert(chain_.gaps.end(), unreached.begin(), unreached.end());
    unknown_effects(commitment, at);
  }

  void unknown_effects(const Commitment& commitment, const std::string& at) {
    for (std::size_t i = 0; i < commitment.activities.size(); ++i) {
      const auto& named = commitment.activities[i].effects;
      for (std::size_t e = 0; e < named.size(); ++e) {
        const bool known = std::any_of(commitment.expected_effects.begin(), commitment.expected_effects.end(),
                                       [&](const ExpectedEffect& effect) { return effect.id == named[e]; });
        if (!known) gap(ChainGapKind::unknown_effect, make_pointer(at, "activities", i, "effects", e));
      }
    }
  }

  int add(ChainNodeKind kind, std::string pointer, const Text& title) {
    chain_.nodes.push_back({kind, Text(std::move(pointer)), title});
    return static_cast<int>(chain_.nodes.size()) - 1;
  }
  void edge(int from, int to) { chain_.edges.push_back({from, to}); }
  void gap(ChainGapKind kind, std::string pointer) { chain_.gaps.push_back({kind, Text(std::move(pointer))}); }

  EffectChain chain_;
};

}  // namespace

EffectChain effect_chain(const CommitmentPlan& plan) { return ChainBuilder().build(plan); }

}  // namespace kvalitet
