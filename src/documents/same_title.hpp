#pragma once
// Whether two titles name the same thing: however it is spaced, and in small letters or capitals.
#include "base/blank.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// A title with single spaces, none around it, and in lower case as far as Swedish goes.
inline std::string folded_title(std::string_view title) {
  std::string text;
  bool space = false;
  for (std::size_t i = 0; i < title.size();) {
    const std::size_t width = title.substr(i, 2) == "\xC2\xA0" ? 2 : 1;
    if (is_blank(title.substr(i, width))) {
      space = !text.empty();
      i += width;
      continue;
    }
    if (space) text += ' ';
    space = false;
    const std::string_view letter = title.substr(i, 2);
    if (letter == "Å" || letter == "Ä" || letter == "Ö") {
      text += letter == "Å" ? "å" : letter == "Ä" ? "ä" : "ö";
      i += 2;
    } else {
      const char c = title[i++];
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return text;
}

}  // namespace kvalitet
