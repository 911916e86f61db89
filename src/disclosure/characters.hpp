#pragma once
// Characters as the reading of free text sees them: without case, and alike when they look alike.
#include <cstddef>
#include <string_view>

namespace kvalitet::disclosure {

inline constexpr char32_t unknown_sign = 0xFFFD;

/// What a character is to the reader.
struct Character {
  enum class Kind : unsigned char {
    letter,     ///< `folded` is its small letter
    digit,      ///< `folded` is '0' to '9'
    sign,       ///< `folded` is it, '-' for short dashes and bullets, U+2014 for long dashes, or unknown_sign
    space,      ///< between words
    line,       ///< a space that also ends a line
    invisible,  ///< soft hyphens and zero-width characters: not there
    quote,      ///< quotation marks and marks of emphasis: not there either, but no part of a word
    mark,       ///< a combining mark: it may change the letter before it
  };
  Kind kind = Kind::sign;
  bool capital = false;
  unsigned char bytes = 1;  ///< how many it takes; 1 for a byte that is no UTF-8
  char32_t folded = unknown_sign;
};

/// The character at the beginning of a text that is not empty.
[[nodiscard]] Character read_character(std::string_view text) noexcept;

/// å, ä or ö for a letter and the mark above it, otherwise the letter alone.
[[nodiscard]] char32_t composed(char32_t letter, char32_t mark) noexcept;

}  // namespace kvalitet::disclosure
