#pragma once
// Follows the tokens of a JSON text: the parser says what it met, this says where.
#include "kvalitet/base/finding.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kvalitet {

class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text) : text_(text) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = line_start_ = 3;  // a byte order mark, as Windows programs write
  }

  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] Place place() const {
    return Place{line_, static_cast<int>(at_ - line_start_ - continuation_bytes_) + 1};
  }

  /// Moves to the start of the next token, commas and colons apart, but not beyond `end`.
  void to_token(std::size_t end = std::string_view::npos) {
    for (; at_ < std::min(end, text_.size()); ++at_) {
      const char c = text_[at_];
      if (c == '\n')
        new_line();
      else if (c != ' ' && c != '\t' && c != '\r' && c != ',' && c != ':')
        return;
    }
  }
  /// Moves past the string that starts here and whose content, escapes resolved, is `value`.
  void past_string(std::string_view value) {
    const std::size_t start = at_ + 1;
    std::size_t end = start + value.size();
    const bool has_no_escapes = end < text_.size() && text_.substr(start, value.size()) == value && text_[end] == '"';
    if (!has_no_escapes)
      for (end = start; text_[end] != '"'; ++end) end += text_[end] == '\\' ? 1 : 0;
    count_continuation_bytes(start, end);
    at_ = end + 1;
  }
  /// Moves past true, false or null.
  void past_literal() { at_ += text_[at_] == 'f' ? 5 : 4; }
  void past_number() {
    at_ += text_[at_] == '-' ? 1 : 0;
    if (text_[at_] == '0')
      ++at_;  // and nothing after it: what follows in 01 is another token
    else
      past_digits();
    if (next_is('.', '.')) {
      ++at_;
      past_digits();
    }
    if (next_is('e', 'E')) {
      ++at_;
      at_ += next_is('+', '-') ? 1 : 0;
      past_digits();
    }
  }
  void past_bracket() { ++at_; }
  void to_offset(std::size_t offset) {
    std::size_t from = at_;
    for (; at_ < offset; ++at_) {
      if (text_[at_] != '\n') continue;
      new_line();
      from = at_ + 1;
    }
    if (from < at_) count_continuation_bytes(from, at_);
  }

 private:
  [[nodiscard]] bool next_is(char a, char b) const {
    return at_ < text_.size() && (text_[at_] == a || text_[at_] == b);
  }
  void past_digits() {
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  }
  void new_line() {
    ++line_;
    line_start_ = at_ + 1;
    continuation_bytes_ = 0;
  }
  void count_continuation_bytes(std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (; from < to; ++from) count += (text_[from] & 0xC0) == 0x80 ? 1 : 0;
    continuation_bytes_ += count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t continuation_bytes_ = 0;  // of the line so far, so that columns count characters
};

}  // namespace kvalitet
