#include "disclosure/tokens.hpp"

#include <algorithm>

namespace kvalitet::disclosure {
namespace {

using Kind = Character::Kind;

constexpr std::size_t longest_word = 128;  // bytes; of longer ones the end is kept, since compounds go by their end

void append_utf8(std::string& text, char32_t code) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  const auto rest = [&](unsigned shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
  } else if (code < 0x10000) {
    byte(0xE0U | (code >> 12U));
    rest(6);
  } else {
    byte(0xF0U | (code >> 18U));
    rest(12);
    rest(6);
  }
  rest(0);
}

/// Several letters in one character, as text copied from a PDF has them.
std::string_view ligature(char32_t code) {
  static constexpr std::string_view letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return code >= 0xFB00 && code <= 0xFB06 ? letters[code - 0xFB00] : std::string_view{};
}

/// Whether a text begins with a word of ASCII letters, in any case, and a space.
bool begins_with(std::string_view text, std::string_view word) {
  for (const char c : word) {
    if (text.empty()) return false;
    const Character character = read_character(text);
    if (character.folded != static_cast<char32_t>(c) && !(c == ' ' && character.kind == Kind::line)) return false;
    text.remove_prefix(character.bytes);
  }
  return true;
}

bool ends_sentence(char32_t sign) { return sign == '.' || sign == '!' || sign == '?'; }

}  // namespace

/// What is there, without moving; a sign beyond the end.
Character Tokens::peek() const noexcept {
  return at_ < text_.size() ? read_character(text_.substr(at_)) : Character{Kind::sign, false, 0, 0};
}

void Tokens::take(const Character& character) noexcept {
  at_ += character.bytes;
  ++characters_;
}

/// What lies before the next token, and whether a sentence ends there.
void Tokens::skip_between(Token& token) {
  const bool at_start = at_ == 0;
  bool spaces = false;
  int lines = 0;
  char32_t last = 0;
  Character c = peek();
  for (; at_ < text_.size(); c = peek()) {
    if (c.kind == Kind::line) {
      lines += c.folded == '\n' && last == '\r' ? 0 : 1;
    } else if (c.kind == Kind::space) {
      spaces = true;
    } else if (c.kind != Kind::quote && c.kind != Kind::invisible && c.kind != Kind::mark) {
      break;
    }
    last = c.folded;
    take(c);
  }
  const bool apart = spaces || lines > 0;
  const bool ended = sentence_may_end_ && apart && (c.kind != Kind::letter || c.capital);
  const bool bullet = lines > 0 && c.kind == Kind::sign && c.folded == '-';
  token.glued = !apart && !at_start;
  token.first = at_start || ended || lines > 0;
  if (ended || bullet || lines > 1) ++sentence_;
}

/// Whether the hyphen that comes next joins the word before it with letters after it. At the end of a line it only
/// divides a word, unless another word of its kind follows: "barn-" / "och elevhälsa".
Tokens::Hyphen Tokens::hyphen() const {
  std::string_view rest = text_.substr(at_ + peek().bytes);
  const auto next = [&] { return rest.empty() ? Character{} : read_character(rest); };
  while (next().kind == Kind::invisible) rest.remove_prefix(next().bytes);
  if (next().kind == Kind::letter) return Hyphen::joins;
  if (next().kind != Kind::line && next().kind != Kind::space) return Hyphen::ends;
  const bool at_end_of_line = next().kind == Kind::line;
  rest.remove_prefix(rest.substr(0, 2) == "\r\n" ? 2 : next().bytes);
  for (const std::string_view word : {"och ", "eller ", "samt ", "respektive "})
    if (begins_with(rest, word)) return Hyphen::ellipsis;
  return at_end_of_line && next().kind == Kind::letter && !next().capital ? Hyphen::divides : Hyphen::ends;
}

void Tokens::read_word(Token& token) {
  word_.clear();
  char32_t last = 0;
  const auto append_last = [&] {
    const std::string_view letters = ligature(last);
    if (last == 0) return;
    if (letters.empty())
      append_utf8(word_, last);
    else
      word_ += letters;
    last = 0;
    if (word_.size() > longest_word) word_.erase(0, longest_word / 2);
  };
  const auto end_here = [&] {
    token.characters = characters_ - token.characters_before;
    token.bytes = static_cast<std::uint32_t>(at_) - token.bytes_before;
  };
  for (Character c = peek(); at_ < text_.size(); c = peek()) {
    if (c.kind == Kind::letter) {
      append_last();
      last = c.folded;
      if (token.letters < 255) ++token.letters;
      if (token.letters == 1) token.capital = c.capital;
      if (token.letters == 2) token.capitals = c.capital && token.capital;
    } else if (c.kind == Kind::mark) {
      last = composed(last, c.folded);
    } else if (c.kind == Kind::sign && c.folded == '-') {
      const Hyphen here = hyphen();
      token.elliptic = here == Hyphen::ellipsis;
      if (here == Hyphen::ellipsis || here == Hyphen::ends) break;
      append_last();
      if (here == Hyphen::joins) word_ += '-';
      for (take(c); peek().kind != Kind::letter;) take(peek());
      continue;
    } else if (c.kind != Kind::invisible) {
      break;
    }
    take(c);
    if (c.kind != Kind::invisible) end_here();
  }
  append_last();
  const Word known = look_up(word_);
  token.kind = Token::Kind::word;
  if (!token.elliptic) token.roles = known.roles;
  token.value = static_cast<std::uint64_t>(known.value);
}

void Tokens::read_digits(Token& token) {
  token.kind = Token::Kind::digits;
  token.roles = role::number;
  for (Character c = peek(); at_ < text_.size(); c = peek()) {
    if (c.kind == Kind::digit) {
      if (token.digits < 255) ++token.digits;
      if (token.digits <= 18) token.value = token.value * 10 + (c.folded - '0');
    } else if (c.kind != Kind::invisible) {
      break;
    }
    take(c);
    if (c.kind == Kind::invisible) continue;
    token.characters = characters_ - token.characters_before;
    token.bytes = static_cast<std::uint32_t>(at_) - token.bytes_before;
  }
}

Token Tokens::next() {
  Token token;
  skip_between(token);
  token.sentence = sentence_;
  token.characters_before = characters_;
  token.bytes_before = static_cast<std::uint32_t>(at_);
  if (at_ >= text_.size()) return token;
  const Character c = peek();
  if (c.kind == Kind::letter) {
    read_word(token);
  } else if (c.kind == Kind::digit) {
    read_digits(token);
  } else {
    take(c);
    token.kind = Token::Kind::sign;
    token.sign = c.folded;
    token.characters = 1;
    token.bytes = c.bytes;
  }
  if (token.kind == Token::Kind::sign && ends_sentence(token.sign))
    sentence_may_end_ = (last_roles_ & role::abbreviation) == 0;
  else if (!token.is_sign(')'))
    sentence_may_end_ = false;
  last_roles_ = token.roles;
  return token;
}

TokenWindow::TokenWindow(std::string_view text) : tokens_(text) {
  for (int i = 0; i <= reach; ++i) ring_[static_cast<std::size_t>(i)] = tokens_.next();
}

void TokenWindow::advance() {
  ++present_;
  ring_[(present_ + reach) % capacity] = tokens_.next();
}

}  // namespace kvalitet::disclosure
