#pragma once
// The text as the parser is to see it: without what would cost it time or memory and means nothing to the reader.
#include "io/json_text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string_view>

namespace kvalitet {

/// A string, a bracket, a number or a literal of a JSON text: where it starts.
struct JsonToken {
  std::size_t offset = 0;
  Place place;
};

/// What bytes there are in the content of a string.
struct JsonBytes {
  bool has_special = false;       ///< backslashes and control characters
  bool has_others = false;        ///< beyond ASCII
  std::size_t continuations = 0;  ///< of them those that go on with a character of UTF-8
};

inline JsonBytes look_at(std::string_view content) {
  constexpr std::uint64_t ones = 0x0101010101010101U;  // eight bytes at once, the answers in their highest bits
  constexpr std::uint64_t highest = 0x80U * ones;
  constexpr std::uint64_t spaces = 0x20U * ones;
  std::uint64_t special = 0;
  std::uint64_t others = 0;
  JsonBytes bytes;
  const auto look = [&](std::uint64_t word) {
    const std::uint64_t backslash = word ^ ('\\' * ones);  // 0 where there is one
    special |= ((backslash - ones) & ~backslash) | ((word - spaces) & ~word);
    others |= word;
    bytes.continuations += ((((word & ~(word << 1U)) & highest) >> 7U) * ones) >> 56U;
  };
  for (; content.size() >= sizeof ones; content.remove_prefix(sizeof ones)) {
    std::uint64_t word = 0;
    std::memcpy(&word, content.data(), sizeof word);
    look(word);
  }
  std::uint64_t rest = spaces;
  if (!content.empty()) std::memcpy(&rest, content.data(), content.size());
  look(rest);
  bytes.has_special = (special & highest) != 0;
  bytes.has_others = (others & highest) != 0;
  return bytes;
}

/// Gives a JSON text byte by byte, and knows where the tokens stand that the parser takes from it. But it gives
/// - a string without escapes as "", its content kept aside for the handler, since byte by byte is the slow way;
/// - no white space after brackets, commas, colons and such strings, and a space for any other white space, since the
///   parser quotes control characters eightfold in its complaints;
/// - 0 for the digits of exponents: fractions have no place in the model, converting 1e-4940 is slow, and 1e400 would
///   end the reading.
/// The text stays as right or wrong as it was.
class JsonSource {
 public:
  explicit JsonSource(std::string_view text) : text_(text), line_start_(start_of_text(text)) { show(); }

  [[nodiscard]] const bool& ended() const { return ended_; }
  [[nodiscard]] char shown() const { return shown_; }
  void next() {
    ++given_;
    last_ = at_;
    const char c = text_[at_++];
    switch (state_) {
      case State::closing:
        state_ = State::plain;
        skip_space();
        break;
      case State::escape: state_ = State::string; break;
      case State::string:
        if (c == '"')
          state_ = State::plain;
        else if (c == '\\')
          state_ = State::escape;
        else
          continuation_bytes_ += (c & 0xC0) == 0x80 ? 1 : 0;
        break;
      default: outside_string(c);
    }
    show();
  }

  /// The string or bracket given last.
  [[nodiscard]] const JsonToken& token() const { return token_; }
  [[nodiscard]] const JsonToken& number() const { return number_; }
  /// The literal of so many bytes that ends with the byte given last.
  [[nodiscard]] JsonToken literal(std::size_t length) const { return token_at(last_ + 1 - length); }
  /// The content of the string given last; `parsed` is what the parser made of it.
  [[nodiscard]] std::string_view content(std::string_view parsed) const { return is_aside_ ? content_ : parsed; }
  /// Whether that was kept aside, and so is known to be what Text can hold.
  [[nodiscard]] bool is_aside() const { return is_aside_; }
  /// How many bytes were given, and where in the text the last of them stood.
  [[nodiscard]] std::size_t given() const { return given_; }
  [[nodiscard]] std::size_t last() const { return last_; }

 private:
  enum class State : unsigned char { plain, number, exponent, string, escape, closing };

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
  static bool is_bracket(char c) { return c == '{' || c == '}' || c == '[' || c == ']'; }

  void show() {
    ended_ = at_ == text_.size();
    if (ended_) return;
    shown_ = text_[at_];
    if (state_ == State::exponent && is_digit(shown_)) shown_ = '0';
    if (state_ <= State::exponent && is_space(shown_)) shown_ = ' ';
  }
  void outside_string(char c) {
    if (c == '"') {
      token_ = token_at(last_);
      begin_string();
    } else if (is_bracket(c) || c == ',' || c == ':') {
      if (is_bracket(c)) token_ = token_at(last_);
      state_ = State::plain;
      skip_space();
    } else if (state_ == State::plain) {
      if (is_digit(c) || c == '-') {
        number_ = token_at(last_);
        state_ = State::number;
      } else if (c == '\n') {
        new_line(at_);
      }
    } else if (c == 'e' || c == 'E') {
      state_ = State::exponent;
    } else if (!is_digit(c) && c != '.' && c != '+' && c != '-') {
      state_ = State::plain;
      if (c == '\n') new_line(at_);
    }
  }
  [[nodiscard]] JsonToken token_at(std::size_t offset) const {
    return JsonToken{offset, Place{line_, static_cast<int>(offset - line_start_ - continuation_bytes_) + 1}};
  }
  void new_line(std::size_t start) {
    ++line_;
    line_start_ = start;
    continuation_bytes_ = 0;
  }
  void skip_space() {
    const std::size_t end = text_.size();
    for (std::size_t at = at_;; ++at) {
      while (at < end && text_[at] == ' ') ++at;  // most of it is indentation
      at_ = at;
      if (at == end || !is_space(text_[at])) return;
      if (text_[at] == '\n') new_line(at + 1);
    }
  }
  void begin_string() {
    const void* const quote = std::memchr(text_.data() + at_, '"', text_.size() - at_);
    is_aside_ = quote != nullptr;
    if (is_aside_) {
      const auto end = static_cast<std::size_t>(static_cast<const char*>(quote) - text_.data());
      content_ = text_.substr(at_, end - at_);
      is_aside_ = is_plain(content_);
    }
    if (is_aside_) at_ += content_.size();
    state_ = is_aside_ ? State::closing : State::string;
  }
  /// Neither escapes nor control characters nor anything that Text forbids.
  bool is_plain(std::string_view content) {
    const JsonBytes bytes = look_at(content);
    if (bytes.has_special || (bytes.has_others && find_forbidden(content) != std::string_view::npos)) return false;
    continuation_bytes_ += bytes.continuations;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  State state_ = State::plain;
  bool ended_ = false;
  char shown_ = '\0';
  bool is_aside_ = false;
  std::string_view content_;
  std::size_t given_ = 0;
  std::size_t last_ = 0;

  JsonToken token_;
  JsonToken number_;  // of its own, since the parser looks at the byte after a number before it takes the number
  int line_ = 1;
  std::size_t line_start_;
  std::size_t continuation_bytes_ = 0;  // of the line so far, so that columns count characters
};

/// What the parser reads from; a default one is the end.
class JsonFeed {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  JsonFeed() = default;
  explicit JsonFeed(JsonSource& source) : source_(&source), ended_(&source.ended()) {}

  char operator*() const { return source_->shown(); }
  JsonFeed& operator++() {
    source_->next();
    return *this;
  }
  friend bool operator==(const JsonFeed& a, const JsonFeed& b) { return *a.ended_ == *b.ended_; }

 private:
  static constexpr bool yes = true;
  JsonSource* source_ = nullptr;
  const bool* ended_ = &yes;
};

}  // namespace kvalitet
