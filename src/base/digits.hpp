#pragma once
// Decimal digits of fixed width, independent of locale: the parts of dates and codes.
#include <optional>
#include <string>
#include <string_view>

namespace kvalitet {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The value of a text of one to nine ASCII digits and nothing else.
constexpr std::optional<int> parse_digits(std::string_view text) noexcept {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Appends `value` (not negative) with at least `width` digits, padded with zeros.
inline void append_digits(std::string& text, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

}  // namespace kvalitet
