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

Places::Node Places::below(Node node, std::string_view step, std::size_t Entry::*number) const {
  const auto& below = nodes_[node].below;
  const auto leads_there = [&](Node at) {
    std::string name;
    if (nodes_[at].key.empty())
      append_pointer(name, nodes_[at].*number);
    else
      append_pointer(name, nodes_[at].key);
    return name == step;
  };
  // A record has few fields, a list may have many items.
  auto found = below.begin();
  if (const auto index = parse_digits(step.substr(1)); index && is_list(node))
    found = std::lower_bound(below.begin(), below.end(), static_cast<std::size_t>(*index),
                             [&](Node at, std::size_t wanted) { return nodes_[at].*number < wanted; });
  else
    found = std::find_if(below.begin(), below.end(), leads_there);
  return found == below.end() || !leads_there(*found) ? none : *found;
}

Text Places::model_pointer(std::string_view file_pointer) const {
  constexpr std::size_t longest_rest = 100;  // whose words anybody would read, and longer than the key of any field
  std::string pointer;
  std::string_view rest = file_pointer;
  for (Node at = nodes_.empty() ? none : 0; at != none && !rest.empty() && rest[0] == '/';) {
    const std::string_view step = rest.substr(0, rest.find('/', 1));
    const Node next = below(at, step, &Entry::file_index);
    if (next == none && !is_list(at) && rest.size() <= longest_rest) pointer += rest;
    if (next == none) break;
    if (is_list(at))
      append_pointer(pointer, nodes_[next].index);
    else
      pointer += step;
    rest.remove_prefix(step.size());
    at = next;
  }
  return Text(std::move(pointer));
}

std::optional<Place> Places::find(std::string_view pointer) const {
  if (nodes_.empty()) return std::nullopt;
  Node current = 0;
  while (!pointer.empty() && pointer[0] == '/') {
    const std::string_view step = pointer.substr(0, pointer.find('/', 1));
    const Node next = below(current, step, &Entry::index);
    if (next == none) break;
    pointer.remove_prefix(step.size());
    current = next;
  }
  return nodes_[current].place;
}

}  // namespace kvalitet
