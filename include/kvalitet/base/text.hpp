#pragma once
// Text that is always valid UTF-8 and free of the control characters that XML 1.0 forbids, so that whatever is read
// once can be written to JSON, SVG, HTML, Word and calendars without another check.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kvalitet {

namespace detail {

/// Past the ASCII letters, signs and spaces that stand from `at` on, eight at a time.
inline std::size_t skip_plain(std::string_view s, std::size_t at) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  for (; at + 8 <= s.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, s.data() + at, 8);
    // Of each byte the highest bit: set where it is no ASCII, or below 0x20.
    if (((bytes | (bytes - 0x20U * ones)) & (0x80U * ones)) != 0) break;
  }
  return at;
}

}  // namespace detail

/// Offset of the first byte that breaks the invariant of Text (ill-formed UTF-8, a control character other than tab,
/// line feed and carriage return, U+FFFE or U+FFFF), or std::string_view::npos when there is none.
[[nodiscard]] constexpr std::size_t find_forbidden(std::string_view s) noexcept {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(s[at]); };
  const auto continues = [&](std::size_t at) { return at < s.size() && (byte(at) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < s.size();) {
    const unsigned char c = byte(i);
    if (c < 0x80U) {
      if (c < 0x20U && c != '\t' && c != '\n' && c != '\r') return i;
      ++i;
      if (!std::is_constant_evaluated()) i = detail::skip_plain(s, i);
    } else if (c >= 0xC2U && c <= 0xDFU) {
      if (!continues(i + 1)) return i;
      i += 2;
    } else if (c >= 0xE0U && c <= 0xEFU) {
      if (!continues(i + 1) || !continues(i + 2)) return i;
      const unsigned char second = byte(i + 1);
      const bool overlong = c == 0xE0U && second < 0xA0U;
      const bool surrogate = c == 0xEDU && second > 0x9FU;
      const bool noncharacter = c == 0xEFU && second == 0xBFU && byte(i + 2) >= 0xBEU;
      if (overlong || surrogate || noncharacter) return i;
      i += 3;
    } else if (c >= 0xF0U && c <= 0xF4U) {
      if (!continues(i + 1) || !continues(i + 2) || !continues(i + 3)) return i;
      const unsigned char second = byte(i + 1);
      if ((c == 0xF0U && second < 0x90U) || (c == 0xF4U && second > 0x8FU)) return i;
      i += 4;
    } else {
      return i;
    }
  }
  return std::string_view::npos;
}

/// A std::string that keeps the invariant above. Construction from anything else throws std::invalid_argument; use
/// Text::from where the input is not trusted.
class Text {
 public:
  Text() = default;
  Text(std::string value) : value_(std::move(value)) {  // NOLINT(google-explicit-constructor): a string is a text
    if (find_forbidden(value_) != std::string_view::npos)
      throw std::invalid_argument("kvalitet::Text: ill-formed UTF-8 or a forbidden control character");
  }
  Text(std::string_view value) : Text(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Text(const char* value) : Text(std::string(value)) {}       // NOLINT(google-explicit-constructor)

  /// The text, or nothing when `value` breaks the invariant.
  [[nodiscard]] static std::optional<Text> from(std::string value) {
    if (find_forbidden(value) != std::string_view::npos) return std::nullopt;
    Text text;
    text.value_ = std::move(value);
    return text;
  }

  /// For callers who have looked already: find_forbidden(value) must have found nothing.
  [[nodiscard]] static std::optional<Text> unchecked(std::string value) {
    Text text;
    text.value_ = std::move(value);
    return text;
  }

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] std::string_view view() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  /// Texts put together are a text.
  Text& operator+=(const Text& more) {
    value_ += more.value_;
    return *this;
  }
  operator std::string_view() const noexcept { return value_; }  // NOLINT(google-explicit-constructor)

  friend bool operator==(const Text&, const Text&) = default;
  friend bool operator==(const Text& a, std::string_view b) noexcept { return a.value_ == b; }
  friend bool operator==(const Text& a, const std::string& b) noexcept { return a.value_ == b; }
  friend bool operator==(const Text& a, const char* b) noexcept { return a.value_ == b; }
  friend std::strong_ordering operator<=>(const Text& a, const Text& b) noexcept {
    return a.value_.compare(b.value_) <=> 0;
  }

 private:
  std::string value_;
};

/// The languages in which people are spoken to.
enum class Language { sv, en };

/// The same words in Swedish and in English.
struct Localised {
  Text sv;
  Text en;
  /// In a language; the Swedish words where there are none in English.
  [[nodiscard]] const Text& in(Language language) const noexcept {
    return language == Language::en && !en.empty() ? en : sv;
  }
  friend bool operator==(const Localised&, const Localised&) = default;
};

}  // namespace kvalitet
