#pragma once
// Looks at a JSON text after the fact: for what is kept and complained of, which is rare.
#include "kvalitet/base/finding.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kvalitet {

/// Behind the byte order mark that Windows programs write.
inline std::size_t start_of_text(std::string_view text) { return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

/// Behind the string, bracket, number or literal that starts at `start`.
inline std::size_t end_of_token(std::string_view text, std::size_t start) {
  const auto is = [&](std::size_t at, std::string_view any) {
    return at < text.size() && any.find(text[at]) != std::string_view::npos;
  };
  const auto past_digits = [&](std::size_t at) {
    while (is(at, "0123456789")) ++at;
    return at;
  };
  switch (text[start]) {
    case '{':
    case '}':
    case '[':
    case ']': return start + 1;
    case 't':
    case 'n': return start + 4;
    case 'f': return start + 5;
    case '"': {
      std::size_t end = start + 1;
      while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
      return end + 1;
    }
    default: break;
  }
  std::size_t end = start + (text[start] == '-' ? 1 : 0);
  end = is(end, "0") ? end + 1 : past_digits(end);  // nothing follows a leading 0: in 01 the 1 is another token
  if (is(end, ".")) end = past_digits(end + 1);
  if (is(end, "eE")) end = past_digits(end + (is(end + 1, "+-") ? 2 : 1));
  return end;
}

/// The next token from `from` on, commas and colons apart, but not beyond `limit`.
inline std::size_t start_of_token(std::string_view text, std::size_t from, std::size_t limit) {
  return std::min(text.find_first_not_of(" \t\r\n,:", from), limit);
}

/// Line and column of a byte.
inline Place place_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_feed = before.rfind('\n');
  const std::size_t start = line_feed == std::string_view::npos ? start_of_text(before) : line_feed + 1;
  const auto is_character = [](char c) { return (c & 0xC0) != 0x80; };
  const std::string_view line = before.substr(start);
  return Place{static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
               static_cast<int>(std::count_if(line.begin(), line.end(), is_character)) + 1};
}

}  // namespace kvalitet
