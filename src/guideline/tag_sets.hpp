#pragma once
// The sets that tags can name: the guideline's success factors and goals, and the policy's.
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/model/tag.hpp"

#include <array>

namespace kvalitet {

inline std::array<const std::vector<FactorSet>*, 3> tag_sets(const QualitySystem& system) {
  return {&system.guideline.success_factors, &system.guideline.goal_sets, &system.policy.tag_sets};
}

/// The guideline may only name a set that the policy fills, so both may have one of that id: the first with anything in
/// it, or else the first; nullptr when there is none.
inline const FactorSet* find_tag_set(const QualitySystem& system, const Id& id) {
  const FactorSet* found = nullptr;
  for (const auto* sets : tag_sets(system))
    for (const FactorSet& set : *sets)
      if (set.id == id && (found == nullptr || found->factors.empty())) found = &set;
  return found;
}

inline const Concept* find_tag(const QualitySystem& system, const Tag& tag) {
  for (const auto* sets : tag_sets(system))
    for (const FactorSet& set : *sets)
      for (const Concept& one : set.factors)
        if (set.id == tag.set && one.id == tag.name) return &one;
  return nullptr;
}

}  // namespace kvalitet
