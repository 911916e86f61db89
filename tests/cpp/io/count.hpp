#pragma once
// Counting and finding in what was written.
#include "kvalitet/base/text.hpp"

#include <cstddef>
#include <string_view>

namespace kvalitet::tests {

/// How often a part stands in a text.
inline std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

inline bool says(const Text& text, std::string_view words) { return text.view().find(words) != std::string_view::npos; }

}  // namespace kvalitet::tests
