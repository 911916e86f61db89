#pragma once
// Characters of UTF-8.
#include <string_view>

namespace kvalitet {

/// U+FFFD where the bytes are none, of which one is taken.
struct Decoded {
  char32_t code = 0xFFFD;
  unsigned char bytes = 1;
};

/// The character at the beginning of a text that is not empty.
[[nodiscard]] inline Decoded decode(std::string_view text) noexcept {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char first = byte(0);
  if (first < 0x80U) return {first, 1};
  const unsigned char bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U || text.size() < bytes) return {};
  char32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  return {code, bytes};
}

}  // namespace kvalitet
