#pragma once
// The effect chain (effektkedja) of a plan as a graph, with its gaps. Section 5, Åtagandeplanen: "Detta blir en
// effektkedja och fungerar som ett stöd i processen för utvecklingsarbetet."
#include "kvalitet/base/export.hpp"
#include "kvalitet/documents/commitment_plan.hpp"

#include <cstddef>

namespace kvalitet {

enum class ChainNodeKind { goal_area, commitment, activity, intended_result, expected_effect };

struct ChainNode {
  ChainNodeKind kind = ChainNodeKind::goal_area;
  Text pointer;  ///< RFC 6901, into the plan
  Text title;
  friend bool operator==(const ChainNode&, const ChainNode&) = default;
};

/// What the first node leads to; both are indices into the nodes.
struct ChainEdge {
  int from = 0;
  int to = 0;
  friend bool operator==(const ChainEdge&, const ChainEdge&) = default;
};

enum class ChainGapKind {
  no_commitment,            ///< a goal area without commitments
  no_expected_effect,       ///< a commitment that does not say what is to be different
  no_activity,              ///< a commitment in which nothing is done
  no_intended_result,       ///< an activity that does not say what it is to lead to
  effect_without_activity,  ///< an expected effect that no activity works towards
  unknown_effect,           ///< an activity works towards an effect that the commitment does not have
};

struct ChainGap {
  ChainGapKind kind = ChainGapKind::no_commitment;
  Text pointer;  ///< where it is missing
  friend bool operator==(const ChainGap&, const ChainGap&) = default;
};

/// Goal area → commitment → activity → intended result → expected effect, in document order. Rows of a template that
/// nobody has filled in are left out.
struct EffectChain {
  std::vector<ChainNode> nodes;
  std::vector<ChainEdge> edges;
  std::vector<ChainGap> gaps;
  friend bool operator==(const EffectChain&, const EffectChain&) = default;
};

/// Activities that name no effects work towards all of their commitment's, so that edges grow as the product of the
/// two; a chain that would have more than this is no help to anybody.
inline constexpr std::size_t most_chain_edges = 100'000;

/// Throws LimitError "chain.too-large" when it would have more than `most_chain_edges`.
[[nodiscard]] KVALITET_API EffectChain effect_chain(const CommitmentPlan& plan);
/// Only the gaps of it, of any plan: they grow with the plan, not as its edges do.
[[nodiscard]] KVALITET_API std::vector<ChainGap> effect_chain_gaps(const CommitmentPlan& plan);

template <>
struct Describe<ChainNodeKind> {
  static constexpr std::string_view name = "ChainNodeKind";
  static constexpr Label label{"Led", "Link"};
  static constexpr std::string_view meaning = "What a node of an effect chain is.";
  static constexpr auto values = std::array{
      Choice{ChainNodeKind::goal_area, "goal_area", Label{"målområde", "goal area"}},
      Choice{ChainNodeKind::commitment, "commitment", Label{"åtagande", "commitment"}},
      Choice{ChainNodeKind::activity, "activity", Label{"aktivitet", "activity"}},
      Choice{ChainNodeKind::intended_result, "intended_result", Label{"aktivitetens resultat", "intended result"}},
      Choice{ChainNodeKind::expected_effect, "expected_effect", Label{"tänkt effekt", "expected effect"}},
  };
};

template <>
struct Describe<ChainGapKind> {
  static constexpr std::string_view name = "ChainGapKind";
  static constexpr Label label{"Lucka", "Gap"};
  static constexpr std::string_view meaning = "What is missing in an effect chain.";
  static constexpr auto values = std::array{
      Choice{ChainGapKind::no_commitment, "no_commitment", Label{"inget åtagande", "no commitment"}},
      Choice{ChainGapKind::no_expected_effect, "no_expected_effect", Label{"ingen tänkt effekt", "no expected effect"}},
      Choice{ChainGapKind::no_activity, "no_activity", Label{"ingen aktivitet", "no activity"}},
      Choice{ChainGapKind::no_intended_result, "no_intended_result",
             Label{"inget sagt om vad aktiviteten ska leda till", "no intended result"}},
      Choice{ChainGapKind::effect_without_activity, "effect_without_activity",
             Label{"ingen aktivitet leder mot effekten", "no activity works towards the effect"}},
      Choice{ChainGapKind::unknown_effect, "unknown_effect",
             Label{"aktiviteten leder mot en effekt som åtagandet inte har",
                   "the activity works towards an effect that the commitment does not have"}},
  };
};

template <>
struct Describe<ChainNode> {
  static constexpr std::string_view name = "ChainNode";
  static constexpr Label label{"Led", "Node"};
  static constexpr std::string_view meaning = "A node of an effect chain.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "What it is.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "Where in the plan.", required},
      Field{"title", &T::title, Label{"Text", "Title"}, "Its words in the plan.", required},
  };
};

template <>
struct Describe<ChainEdge> {
  static constexpr std::string_view name = "ChainEdge";
  static constexpr Label label{"Pil", "Edge"};
  static constexpr std::string_view meaning = "What the first node leads to; both are indices into the nodes.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"from", &T::from, Label{"Från", "From"}, "Index of the node that leads.", required},
      Field{"to", &T::to, Label{"Till", "To"}, "Index of the node it leads to.", required},
  };
};

template <>
struct Describe<ChainGap> {
  static constexpr std::string_view name = "ChainGap";
  static constexpr Label label{"Lucka", "Gap"};
  static constexpr std::string_view meaning = "Something missing in an effect chain.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "What is missing.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "Where in the plan.", required},
  };
};

template <>
struct Describe<EffectChain> {
  static constexpr std::string_view name = "EffectChain";
  static constexpr Label label{"Effektkedja", "Effect chain"};
  static constexpr std::string_view meaning =
      "Goal area → commitment → activity → intended result → expected effect, with the gaps.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"nodes", &T::nodes, Label{"Led", "Nodes"}, "In document order.", required},
      Field{"edges", &T::edges, Label{"Pilar", "Edges"}, "What leads to what.", required},
      Field{"gaps", &T::gaps, Label{"Luckor", "Gaps"}, "What is missing, in document order.", required},
  };
};

}  // namespace kvalitet
