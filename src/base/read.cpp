#include "kvalitet/base/read.hpp"

#include "base/digits.hpp"
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
  Node current = 0;
  while (!pointer.empty() && pointer[0] == '/') {
    const std::string_view step = pointer.substr(0, pointer.find('/', 1));
    pointer.remove_prefix(step.size());
    const auto& below = nodes_[current].below;
    const auto leads_there = [&](Node at) {
      std::string name;
      if (nodes_[at].key.empty())
        append_pointer(name, nodes_[at].index);
      else
        append_pointer(name, nodes_[at].key);
      return name == step;
    };
    // A record has few fields, a list may have many items.
    auto found = below.begin();
    if (const auto index = parse_digits(step.substr(1)); index && !below.empty() && nodes_[below[0]].key.empty())
      found = std::lower_bound(below.begin(), below.end(), static_cast<std::size_t>(*index),
                               [&](Node at, std::size_t wanted) { return nodes_[at].index < wanted; });
    else
      found = std::find_if(below.begin(), below.end(), leads_there);
    if (found == below.end() || !leads_there(*found)) break;
    current = *found;
  }
  return nodes_[current].place;
}

}  // namespace kvalitet
