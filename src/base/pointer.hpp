#pragma once
// JSON Pointers (RFC 6901), built from the left.
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

}  // namespace kvalitet
