#include "io/chain_links.hpp"

#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <map>

namespace kvalitet {

ChainLinks::ChainLinks(const EffectChain& chain) : to_(chain.nodes.size()), gaps_(chain.nodes.size()) {
  const auto count = static_cast<std::int64_t>(chain.nodes.size());
  for (const ChainEdge& edge : chain.edges) {
    if (edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count)
      throw UsageError("chain.edge-to-nowhere", {{"from", static_cast<std::int64_t>(edge.from)},
                                                 {"to", static_cast<std::int64_t>(edge.to)},
                                                 {"count", count}});
    to_[static_cast<std::size_t>(edge.from)].push_back(edge.to);
  }
  for (std::vector<int>& nodes : to_) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  }
  std::map<std::string_view, std::size_t> node_at;
  for (std::size_t i = 0; i < chain.nodes.size(); ++i) node_at.emplace(chain.nodes[i].pointer, i);
  for (const ChainGap& gap : chain.gaps) {
    std::string_view place = gap.pointer;
    auto node = node_at.find(place);
    while (node == node_at.end() && !place.empty()) {
      const std::size_t slash = place.rfind('/');
      place = place.substr(0, slash == std::string_view::npos ? 0 : slash);
      node = node_at.find(place);
    }
    (node == node_at.end() ? other_gaps_ : gaps_[node->second]).push_back(gap.kind);
  }
}

}  // namespace kvalitet
