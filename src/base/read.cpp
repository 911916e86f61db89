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
    const Node next = step_down(current, step);
    if (next == none) break;
    current = next;
  }
  return nodes_[current].place;
}

Places::Node Places::step_down(Node from, std::string_view step) const {
  const Node first = from + 1;
  if (first >= nodes_[from].end) return none;
  if (nodes_[first].key.empty()) {
    const std::string_view digits = step.substr(1);
    const auto index = parse_digits(digits);
    const bool padded = digits.size() > 1 && digits[0] == '0';
    return index && !padded ? item(from, static_cast<std::size_t>(*index)) : none;
  }
  for (Node field = first; field < nodes_[from].end; field = nodes_[field].end) {
    std::string name;
    append_pointer(name, nodes_[field].key);
    if (name == step) return field;
  }
  return none;
}

/// Items stand in the order of their numbers, so each look halves the stretch that is left.
Places::Node Places::item(Node list, std::size_t index) const {
  Node low = list + 1;
  Node high = nodes_[list].end;
  while (low < high) {
    Node middle = low + (high - low) / 2;
    while (nodes_[middle].parent != list) middle = nodes_[middle].parent;
    if (nodes_[middle].index == index) return middle;
    if (nodes_[middle].index < index)
      low = nodes_[middle].end;
    else
      high = middle;
  }
  return none;
}

}  // namespace kvalitet
