#pragma once
// What leads where in an effect chain, and what is missing at which of its nodes: for pictures and for diagrams.
#include "kvalitet/documents/effect_chain.hpp"

#include <vector>

namespace kvalitet {

class ChainLinks {
 public:
  /// Throws UsageError when an edge begins or ends at a node that there is not.
  explicit ChainLinks(const EffectChain& chain);

  /// The nodes that this one leads to, each once, in order.
  [[nodiscard]] const std::vector<int>& from(std::size_t node) const { return to_[node]; }
  /// What is missing there: at the place itself or below it, where nothing nearer is a node.
  [[nodiscard]] const std::vector<ChainGapKind>& gaps(std::size_t node) const { return gaps_[node]; }
  /// What is missing where no node is.
  [[nodiscard]] const std::vector<ChainGapKind>& other_gaps() const { return other_gaps_; }

 private:
  std::vector<std::vector<int>> to_;
  std::vector<std::vector<ChainGapKind>> gaps_;
  std::vector<ChainGapKind> other_gaps_;
};

}  // namespace kvalitet
