#pragma once
// Tags: what a plan, a report or a measure points to among success factors, the board's goals and national goals.
#include "kvalitet/base/id.hpp"

namespace kvalitet {

/// `namespace:name`, such as `skolverket:competent-leadership`: one concept of a set, the namespace being the set's id.
struct Tag {
  Id set;
  Id name;
  friend bool operator==(const Tag&, const Tag&) = default;
  friend auto operator<=>(const Tag&, const Tag&) = default;
};

/// Strict: two ids with a colon between them; otherwise nothing.
[[nodiscard]] inline std::optional<Tag> parse_tag(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view set = text.substr(0, colon);
  const std::string_view name = text.substr(colon + 1);
  if (!Id::is_valid(set) || !Id::is_valid(name)) return std::nullopt;
  return Tag{set, name};
}

[[nodiscard]] inline std::string to_string(const Tag& tag) { return tag.set.str() + ':' + tag.name.str(); }

template <>
struct Describe<Tag> {
  static constexpr std::string_view name = "Tag";
  static constexpr Label label{"en märkning, uppsättning:namn", "a tag, set:name"};
  static constexpr std::string_view meaning = "One concept of a named set: a success factor, a goal.";
  static constexpr std::string_view pattern = "^[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*$";
  static std::optional<Tag> parse(std::string_view text) { return parse_tag(text); }
  static std::string format(const Tag& tag) { return to_string(tag); }
};

}  // namespace kvalitet
