#pragma once
// How a report names what a plan has: by id where it gives one, otherwise by title, within the goal area of that kind
// or title. As keys, so that long documents are compared in one pass.
#include "documents/same_title.hpp"
#include "kvalitet/base/id.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// Empty for what has no name: nothing is meant by it.
inline std::string key_by_title(std::string_view title) {
  std::string folded = folded_title(title);
  return folded.empty() ? folded : '=' + folded;
}
inline std::string key_by_id(const Id& id) { return id.empty() ? std::string() : '#' + id.str(); }

inline std::string key_of_area(const Id& kind, std::string_view title) {
  return kind.empty() ? key_by_title(title) : key_by_id(kind);
}

/// What the reference in a report, and the title beside it, mean.
inline std::string key_meant(const Id& reference, std::string_view title) {
  return reference.empty() ? key_by_title(title) : key_by_id(reference);
}

/// Something within an area; empty when either has no name.
inline std::string key_within(const std::string& area, const std::string& name) {
  return area.empty() || name.empty() ? std::string() : area + '\n' + name;
}

}  // namespace kvalitet
