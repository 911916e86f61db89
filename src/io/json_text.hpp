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

/// Any stretch of valid UTF-8 as Text: what XML forbids is written as a JSON escape, which means the same in JSON.
inline Text escaped_text(std::string_view raw) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t bad = find_forbidden(raw); bad != std::string_view::npos; bad = find_forbidden(raw)) {
    const auto byte = static_cast<unsigned char>(raw[bad]);
    const bool noncharacter = byte == 0xEF;  // U+FFFE or U+FFFF in three bytes; all else forbidden is one byte
    text += raw.substr(0, bad);
    text += noncharacter ? "\\uff" : "\\u00";
    const auto low = noncharacter ? static_cast<unsigned char>(raw[bad + 2]) | 0xC0U : byte;
    text += digits[low >> 4U];
    text += digits[low & 0xFU];
    raw.remove_prefix(bad + (noncharacter ? 3 : 1));
  }
  text += raw;
  return Text(std::move(text));
}

/// As much of a key as a message needs.
inline Text excerpt(std::string_view raw) {
  constexpr std::size_t longest = 80;  // bytes
  if (raw.size() <= longest) return escaped_text(raw);
  std::size_t end = longest;
  while ((raw[end] & 0xC0) == 0x80) --end;
  std::string text = escaped_text(raw.substr(0, end)).str();
  text += "…";
  return Text(std::move(text));
}

}  // namespace kvalitet
