#pragma once
// What the parts of an effect chain are called where it is drawn.
#include "base/words.hpp"
#include "io/svg/measure.hpp"
#include "kvalitet/documents/effect_chain.hpp"

namespace kvalitet {

inline constexpr Label gap_label{"Lucka", "Gap"};
inline constexpr Label leads_to_label{"Ska leda till", "Is to lead to"};

[[nodiscard]] constexpr Label label_of(ChainNodeKind kind) {
  switch (kind) {
    case ChainNodeKind::goal_area: return Describe<GoalArea>::label;
    case ChainNodeKind::commitment: return Describe<Commitment>::label;
    case ChainNodeKind::activity: return Describe<Activity>::label;
    case ChainNodeKind::intended_result: return leads_to_label;
    case ChainNodeKind::expected_effect: return Describe<ExpectedEffect>::label;
  }
  return {};
}

/// `goal_area`, as files write it.
[[nodiscard]] constexpr std::string_view key_of(ChainNodeKind kind) {
  for (const auto& choice : Describe<ChainNodeKind>::values)
    if (choice.value == kind) return choice.key;
  return {};
}

/// The words of a node, or that it has none.
[[nodiscard]] inline std::string_view words_or_none(const Text& words, Language language) {
  constexpr Label none{"(utan text)", "(without words)"};
  return svg::plain(words).empty() ? none.in(language) : words.view();
}

}  // namespace kvalitet
