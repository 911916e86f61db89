#pragma once
// The text as the parser is to see it: without what would cost it time or memory and means nothing to the reader.
#include <cstddef>
#include <iterator>
#include <string_view>

namespace kvalitet {

/// Whether some digit is followed by an `e`: only then can a number have an exponent.
inline bool may_have_exponents(std::string_view text) noexcept {
  unsigned found = 0;  // no branches, so that the compiler can look at many bytes at once
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto before = static_cast<unsigned char>(text[i - 1] - '0');
    found |= static_cast<unsigned>(before < 10U) & static_cast<unsigned>((text[i] | 0x20) == 'e');
  }
  return found != 0;
}

/// Gives byte for byte what stands in a JSON text, but 0 for the digits of exponents: fractions have no place in the
/// model, converting 1e-4940 is slow, and 1e400 would end the parser's reading. Outside strings it also gives a space
/// for every other white space. Any other text stays as right or wrong as it was.
class JsonFeed {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit JsonFeed(const char* at) : at_(at) {}

  char operator*() const {
    const char c = *at_;
    if (state_ == State::plain && (c == '\n' || c == '\r' || c == '\t')) return ' ';
    if (state_ == State::exponent && is_digit(c)) return '0';
    return c;
  }
  JsonFeed& operator++() {
    const char c = *at_++;
    switch (state_) {
      case State::plain:
      case State::number:
      case State::exponent:
        if (c == '"')
          state_ = State::string;
        else if (is_digit(c))
          state_ = state_ == State::exponent ? State::exponent : State::number;
        else if ((c == 'e' || c == 'E') && state_ == State::number)
          state_ = State::exponent;
        else if (state_ != State::exponent || (c != '+' && c != '-'))
          state_ = c == '.' ? State::number : State::plain;
        break;
      case State::string:
        if (c == '"')
          state_ = State::plain;
        else if (c == '\\')
          state_ = State::escape;
        break;
      case State::escape: state_ = State::string; break;
    }
    return *this;
  }
  friend bool operator==(const JsonFeed& a, const JsonFeed& b) { return a.at_ == b.at_; }

 private:
  enum class State : unsigned char { plain, number, exponent, string, escape };

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  const char* at_;
  State state_ = State::plain;
};

}  // namespace kvalitet
