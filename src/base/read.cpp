#include "kvalitet/base/read.hpp"

#include "base/pointer.hpp"

#include <algorithm>

namespace kvalitet {

Text Places::file_pointer(Node node) const {
  std::vector<Node> path;
  for (Node at = node; at != none && nodes_[at].parent != none; at = nodes_[at].parent) path.push_back(at);
  std::string text;
  std::for_each(path.rbegin(), path.rend(), [&](Node at) {
    if (nodes_[at].key.empty())
      append_pointer(text, nodes_[at].file_index);
    else
      append_pointer(text, nodes_[at].key);
  });
  return Text(std::move(text));
}

std::optional<Place> Places::find(std::string_view pointer) const {
  if (nodes_.empty()) return std::nullopt;
  // Children stand behind their parents, so one pass along the nodes follows the pointer.
  Node current = 0;
  std::string_view rest = pointer;
  for (Node at = 1; at < nodes_.size() && !rest.empty(); ++at) {
    if (nodes_[at].parent != current) continue;
    std::string step;
    if (nodes_[at].key.empty())
      append_pointer(step, nodes_[at].index);
    else
      append_pointer(step, nodes_[at].key);
    const bool leads_there =
        rest.substr(0, step.size()) == step && (rest.size() == step.size() || rest[step.size()] == '/');
    if (!leads_there) continue;
    current = at;
    rest.remove_prefix(step.size());
  }
  return nodes_[current].place;
}

}  // namespace kvalitet
