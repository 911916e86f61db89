#pragma once
// Free text as words, numbers and signs, a window of them at a time: time in proportion to the text, and no more memory
// for a long one.
#include "disclosure/characters.hpp"
#include "disclosure/words.hpp"

#include <array>
#include <string>

namespace kvalitet::disclosure {

struct Token {
  enum class Kind : unsigned char { none, word, digits, sign };
  Roles roles = 0;          ///< of a word; role::number for digits too
  std::uint64_t value = 0;  ///< of a number
  std::uint32_t characters_before = 0;
  std::uint32_t characters = 0;
  std::uint32_t bytes_before = 0;
  std::uint32_t bytes = 0;
  std::uint32_t sentence = 0;
  char32_t sign = 0;
  Kind kind = Kind::none;     ///< none before the first and after the last
  unsigned char digits = 0;   ///< how many, of a number in digits; at most 255
  unsigned char letters = 0;  ///< how many, of a word; at most 255
  bool capital = false;       ///< its first letter is one
  bool capitals = false;      ///< and its second: an abbreviation, or shouted
  bool glued = false;         ///< nothing but quotation marks between it and the token before
  bool first = false;         ///< of its sentence or line
  bool elliptic = false;      ///< ends with a hyphen: "barn- och …"

  [[nodiscard]] bool is(Roles wanted) const noexcept { return (roles & wanted) != 0; }
  [[nodiscard]] bool is_digits() const noexcept { return kind == Kind::digits; }
  [[nodiscard]] bool is_sign(char32_t wanted) const noexcept { return kind == Kind::sign && sign == wanted; }
};

class Tokens {
 public:
  /// Of less than 4 GiB.
  explicit Tokens(std::string_view text) : text_(text) {}
  /// The next token; of the kind `none` after the last.
  [[nodiscard]] Token next();

 private:
  enum class Hyphen { joins, divides, ellipsis, ends };
  [[nodiscard]] Character peek() const noexcept;
  void take(const Character& character) noexcept;
  void skip_between(Token& token);
  void read_word(Token& token);
  void read_digits(Token& token);
  [[nodiscard]] Hyphen hyphen() const;

  std::string_view text_;
  std::size_t at_ = 0;            // bytes
  std::uint32_t characters_ = 0;  // code points
  std::uint32_t sentence_ = 0;
  bool sentence_may_end_ = false;  // a point, question or exclamation mark came last
  Roles last_roles_ = 0;
  std::string word_;  // kept for its memory
};

/// A token with those around it.
class TokenWindow {
 public:
  static constexpr int reach = 40;

  explicit TokenWindow(std::string_view text);
  [[nodiscard]] bool at_end() const noexcept { return (*this)[0].kind == Token::Kind::none; }
  void advance();
  /// The token so many places after the present one or, when negative, before it; none beyond its sentence.
  [[nodiscard]] const Token& operator[](int offset) const noexcept {
    const Token& token = anywhere(offset);
    return token.sentence == anywhere(0).sentence ? token : none_;
  }
  /// The same in any sentence; none beyond the reach.
  [[nodiscard]] const Token& anywhere(int offset) const noexcept {
    if (offset < -reach || offset > reach) return none_;
    return ring_[(present_ + static_cast<std::size_t>(offset + capacity)) % capacity];
  }

 private:
  static constexpr int capacity = 128;
  Tokens tokens_;
  Token none_;
  std::array<Token, capacity> ring_;
  std::size_t present_ = 0;
};

}  // namespace kvalitet::disclosure
