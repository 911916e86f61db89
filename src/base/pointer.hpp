#pragma once
// JSON Pointers (RFC 6901), built and read from the left.
#include "kvalitet/base/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kvalitet {

inline void append_pointer(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

inline void append_pointer(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

/// `/areas/0/title` from "areas", 0, "title".
template <class... Parts>
std::string make_pointer(std::string prefix, const Parts&... parts) {
  (append_pointer(prefix, parts), ...);
  return prefix;
}

/// The key or index that a pointer begins with: "areas" of `/areas/0/title`.
inline std::string first_step(std::string_view pointer) {
  const std::string_view escaped = pointer.substr(0, pointer.find('/', 1)).substr(1);
  std::string step;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const bool is_escape = escaped[i] == '~' && i + 1 < escaped.size();
    step += !is_escape ? escaped[i] : escaped[++i] == '1' ? '/' : '~';
  }
  return step;
}

}  // namespace kvalitet
