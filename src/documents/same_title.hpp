#pragma once
// Whether two titles name the same thing: however it is spaced, in small letters or capitals, and whether its letters
// are composed or not, which depends on where somebody typed them.
#include "base/blank.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// The last byte of a letter with a mark, as `å` from `a` and U+030A, which macOS writes; 0 where there is none such.
/// Those of Swedish, of names and of loanwords: é and ü.
constexpr char composed(char letter, char mark) noexcept {
  constexpr struct {
    char letter, mark, composed;
  } letters[] = {{'a', '\x8A', '\xA5'},
                 {'a', '\x88', '\xA4'},
                 {'o', '\x88', '\xB6'},
                 {'e', '\x81', '\xA9'},
                 {'u', '\x88', '\xBC'}};
  for (const auto& one : letters)
    if (one.letter == letter && one.mark == mark) return one.composed;
  return 0;
}

/// Puts the first letter of a text behind what has been folded of it, and returns how long it is in the text.
inline std::size_t fold_letter(std::string_view text, std::string& folded) {
  const char first = text[0];
  if (const std::size_t width = text.substr(0, 2) == "\xC2\xA0" ? 2 : 1; is_blank(text.substr(0, width))) {
    if (!folded.empty() && folded.back() != ' ') folded += ' ';
    return width;
  }
  folded += first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
  if (text.size() > 2 && text[1] == '\xCC') {
    const char last = composed(folded.back(), text[2]);
    if (last == 0) return 1;
    folded.back() = '\xC3';
    folded += last;
    return 3;
  }
  if (first != '\xC3' || text.size() < 2) return 1;
  const auto second = static_cast<unsigned char>(text[1]);
  const bool capital = second >= 0x80 && second <= 0x9E && second != 0x97;  // À to Þ, but for the sign ×
  folded += capital ? static_cast<char>(second + 0x20) : text[1];
  return 2;
}

/// A title with single spaces, none around it, and in lower case as far as Western Europe goes.
inline std::string folded_title(std::string_view title) {
  std::string folded;
  folded.reserve(title.size());
  while (!title.empty()) title.remove_prefix(fold_letter(title, folded));
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

/// How much of a text is a folded title that it begins with; 0 where it begins otherwise.
inline std::size_t title_at_start(std::string_view text, std::string_view folded) {
  std::string begun;
  for (std::size_t at = 0; at < text.size() && begun.size() < folded.size();) {
    at += fold_letter(text.substr(at), begun);
    if (begun == folded) return at;
  }
  return 0;
}

}  // namespace kvalitet
