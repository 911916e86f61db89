#pragma once
// Whether somebody has written anything: a template's empty field is not content.
#include <string_view>

namespace kvalitet {

/// Only spaces, tabs, line breaks and no-break spaces, or nothing.
constexpr bool is_blank(std::string_view text) noexcept {
  while (!text.empty()) {
    const char c = text.front();
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
      text.remove_prefix(1);
    else if (text.substr(0, 2) == "\xC2\xA0")
      text.remove_prefix(2);
    else
      return false;
  }
  return true;
}

}  // namespace kvalitet
