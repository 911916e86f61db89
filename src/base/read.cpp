#include "kvalitet/base/read.hpp"

#include "base/digits.hpp"
#include "base/pointer.hpp"

#include <algorithm>
#include <array>

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

Places::Node Places::below(Node node, std::string_view step, std::uint32_t Entry::*number) const {
  if (is_list(node)) {
    const std::string_view digits = step.substr(1);
    const auto index = parse_digits(digits);
    const bool padded = digits.size() > 1 && digits[0] == '0';
    return index && !padded ? item(node, static_cast<std::size_t>(*index), number) : none;
  }
  for (Node field = node + 1; field < nodes_[node].end; field = nodes_[field].end) {
    std::string name;
    append_pointer(name, nodes_[field].key);
    if (name == step) return field;
  }
  return none;
}

/// Items stand in the order of their numbers, so each look halves the stretch that is left.
Places::Node Places::item(Node list, std::size_t index, std::uint32_t Entry::*number) const {
  Node low = list + 1;
  Node high = nodes_[list].end;
  while (low < high) {
    Node middle = low + (high - low) / 2;
    while (nodes_[middle].parent != list) middle = nodes_[middle].parent;
    if (nodes_[middle].*number == index) return middle;
    if (nodes_[middle].*number < index)
      low = nodes_[middle].end;
    else
      high = middle;
  }
  return none;
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

Places::Node Places::follow(std::string_view& pointer) const {
  Node current = 0;
  while (!pointer.empty() && pointer[0] == '/') {
    const std::string_view step = pointer.substr(0, pointer.find('/', 1));
    const Node next = below(current, step, &Entry::index);
    if (next == none) break;
    pointer.remove_prefix(step.size());
    current = next;
  }
  return current;
}

std::optional<Place> Places::find(std::string_view pointer) const {
  if (nodes_.empty()) return std::nullopt;
  return nodes_[follow(pointer)].place;
}

bool Places::holds(std::string_view pointer) const {
  if (nodes_.empty()) return false;
  (void)follow(pointer);
  return pointer.empty();
}

namespace {

/// Of what cannot be read at all: all faults of a Word document but those of single values in it.
bool is_of_unreadable(const Finding& finding) {
  constexpr std::array<std::string_view, 7> broken{"json.ends-too-early",
                                                   "json.forbidden-character",
                                                   "json.invalid-utf8",
                                                   "json.lone-surrogate",
                                                   "json.nul",
                                                   "json.number-out-of-range",
                                                   "json.syntax"};
  const std::string_view code = finding.code;
  if (code.starts_with("docx."))
    return finding.severity == Severity::error && code != "docx.missing" && code != "docx.wrong-value";
  return std::find(broken.begin(), broken.end(), code) != broken.end();
}

}  // namespace

bool is_whole(const Reading& reading) noexcept {
  return std::none_of(reading.findings.begin(), reading.findings.end(), is_of_unreadable);
}

}  // namespace kvalitet
