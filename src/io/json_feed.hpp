#pragma once
// The text as the parser is to see it: without what would cost it time or memory and means nothing to the reader.
#include "kvalitet/base/text.hpp"

#include <cstddef>
#include <cstring>
#include <iterator>
#include <string_view>

namespace kvalitet {

/// Gives a JSON text byte by byte, but
/// - a string without escapes as "", its content kept aside for the handler, since byte by byte is the slow way;
/// - no white space after brackets, commas, colons and such strings, and a space for any other white space, since the
///   parser quotes control characters eightfold in its complaints;
/// - 0 for the digits of exponents: fractions have no place in the model, converting 1e-4940 is slow, and 1e400 would
///   end the reading.
/// The text stays as right or wrong as it was.
class JsonSource {
 public:
  explicit JsonSource(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size() && !closing_; }
  [[nodiscard]] char peek() const {
    if (closing_) return '"';
    const char c = text_[at_];
    if (state_ == State::exponent && is_digit(c)) return '0';
    if (state_ != State::string && state_ != State::escape && is_space(c)) return ' ';
    return c;
  }
  void next() {
    ++given_;
    last_ = at_;
    const char c = text_[at_++];
    if (closing_) {
      closing_ = false;
      skip_space();
      return;
    }
    switch (state_) {
      case State::escape: state_ = State::string; return;
      case State::string:
        if (c == '"')
          state_ = State::plain;
        else if (c == '\\')
          state_ = State::escape;
        return;
      default: break;
    }
    if (c == '"') {
      begin_string();
    } else if (is_digit(c)) {
      if (state_ == State::plain) state_ = State::number;
    } else if ((c == 'e' || c == 'E') && state_ == State::number) {
      state_ = State::exponent;
    } else if (state_ != State::exponent || (c != '+' && c != '-')) {
      state_ = c == '.' ? State::number : State::plain;
      if (c == ',' || c == ':' || c == '{' || c == '[' || c == '}' || c == ']') skip_space();
    }
  }

  /// The content of the string given last; `parsed` is what the parser made of it.
  [[nodiscard]] std::string_view content(std::string_view parsed) const { return is_aside_ ? content_ : parsed; }
  /// Whether that was kept aside, and so is known to be what Text can hold.
  [[nodiscard]] bool is_aside() const { return is_aside_; }
  /// How many bytes were given, and where in the text the last of them stood.
  [[nodiscard]] std::size_t given() const { return given_; }
  [[nodiscard]] std::size_t last() const { return last_; }

 private:
  enum class State : unsigned char { plain, number, exponent, string, escape };

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  void begin_string() {
    const void* const quote = std::memchr(text_.data() + at_, '"', text_.size() - at_);
    is_aside_ = quote != nullptr;
    if (is_aside_) {
      const auto end = static_cast<std::size_t>(static_cast<const char*>(quote) - text_.data());
      content_ = text_.substr(at_, end - at_);
      is_aside_ = is_plain(content_);
    }
    if (is_aside_) {
      at_ += content_.size();
      closing_ = true;
      state_ = State::plain;
    } else {
      state_ = State::string;
    }
  }
  /// Neither escapes nor control characters nor anything that Text forbids.
  static bool is_plain(std::string_view content) {
    unsigned odd = 0;  // no branches, so that the compiler can look at many bytes at once
    unsigned all = 0;
    for (const char c : content) {
      const auto byte = static_cast<unsigned char>(c);
      odd |= static_cast<unsigned>(byte < 0x20U) | static_cast<unsigned>(c == '\\');
      all |= byte;
    }
    return odd == 0 && ((all & 0x80U) == 0 || find_forbidden(content) == std::string_view::npos);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  State state_ = State::plain;
  bool closing_ = false;  // the closing quote of a string kept aside comes next
  bool is_aside_ = false;
  std::string_view content_;
  std::size_t given_ = 0;
  std::size_t last_ = 0;
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
  explicit JsonFeed(JsonSource& source) : source_(&source) {}

  char operator*() const { return source_->peek(); }
  JsonFeed& operator++() {
    source_->next();
    return *this;
  }
  friend bool operator==(const JsonFeed& a, const JsonFeed& b) { return a.is_end() == b.is_end(); }

 private:
  [[nodiscard]] bool is_end() const { return source_ == nullptr || source_->at_end(); }
  JsonSource* source_ = nullptr;
};

}  // namespace kvalitet
