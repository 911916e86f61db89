#pragma once
// Whether two titles name the same thing: however it is spaced, and in small letters or capitals.
#include "base/blank.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// A title with single spaces, none around it, and in lower case as far as Swedish goes.
inline std::string folded_title(std::string_view title) {
  std::string text;
  text.reserve(title.size());
  bool space = false;
  for (std::size_t i = 0; i < title.size(); ++i) {
    const char c = title[i];
    const char next = i + 1 < title.size() ? title[i + 1] : '\0';
    const bool is_no_break_space = c == '\xC2' && next == '\xA0';
    if (is_no_break_space || is_blank({&c, 1})) {
      space = !text.empty();
      if (is_no_break_space) ++i;
      continue;
    }
    if (space) text += ' ';
    space = false;
    if (c == '\xC3' && (next == '\x85' || next == '\x84' || next == '\x96')) {  // Å, Ä, Ö
      text += c;
      text += static_cast<char>(next + ('a' - 'A'));
      ++i;
    } else {
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return text;
}

}  // namespace kvalitet
