#include "disclosure/characters.hpp"

#include "base/utf8.hpp"

#include <array>

namespace kvalitet::disclosure {
namespace {

using Kind = Character::Kind;

constexpr bool within(char32_t code, char32_t first, char32_t last) noexcept { return first <= code && code <= last; }

constexpr Character of_ascii(char32_t code) noexcept {
  if (within(code, 'a', 'z')) return {Kind::letter, false, 1, code};
  if (within(code, 'A', 'Z')) return {Kind::letter, true, 1, code + ('a' - 'A')};
  if (within(code, '0', '9')) return {Kind::digit, false, 1, code};
  if (within(code, '\n', '\r')) return {Kind::line, false, 1, code};
  switch (code) {
    case ' ':
    case '\t': return {Kind::space, false, 1, ' '};
    case '"':
    case '\'':
    case '`':
    case '*':
    case '_': return {Kind::quote, false, 1, '"'};
    case '[':
    case '{': return {Kind::sign, false, 1, '('};
    case ']':
    case '}': return {Kind::sign, false, 1, ')'};
    default: return {Kind::sign, false, 1, code < ' ' || code > '~' ? unknown_sign : code};
  }
}

constexpr std::array<Character, 128> ascii = [] {
  std::array<Character, 128> all;
  for (char32_t code = 0; code < 128; ++code) all[code] = of_ascii(code);
  return all;
}();

/// U+00C0 to U+00FF as small letters without accents, but for å ä ö; the cases are 32 apart.
constexpr std::u32string_view latin = U"aaaaäåäceeeeiiiidnooooö×öuuuuyþy";
static_assert(latin.size() == 32);

bool is_space(char32_t code) noexcept {
  return code == 0xA0 || code == 0x1680 || within(code, 0x2000, 0x200A) || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}
bool is_line(char32_t code) noexcept { return code == 0x85 || code == 0x2028 || code == 0x2029; }
bool is_invisible(char32_t code) noexcept {
  return code == 0xAD || code == 0x34F || code == 0x61C || code == 0x180E || within(code, 0x200B, 0x200F) ||
         within(code, 0x202A, 0x202E) || within(code, 0x2060, 0x206F) || within(code, 0xFE00, 0xFE0F) ||
         code == 0xFEFF || within(code, 0xE0000, 0xE0FFF);
}
bool is_quote(char32_t code) noexcept {
  return code == 0xAB || code == 0xB4 || code == 0xBB || within(code, 0x2018, 0x201F) || code == 0x2039 ||
         code == 0x203A;
}

/// The digit that a raised or lowered one is, or 0.
char32_t small_digit(char32_t code) noexcept {
  if (code == 0xB2 || code == 0xB3) return code - 0xB0 + '0';
  if (code == 0xB9) return '1';
  if (code == 0x2070 || within(code, 0x2074, 0x2079)) return code - 0x2070 + '0';
  if (within(code, 0x2080, 0x2089)) return code - 0x2080 + '0';
  return 0;
}

/// The sign that another one looks like; 0 for what is no sign.
char32_t sign_like(char32_t code) noexcept {
  if (within(code, 0x2010, 0x2013) || code == 0x2212 || code == 0xFE58 || code == 0xFE63) return '-';
  switch (code) {
    case 0xA7: return U'§';
    case 0xB7:
    case 0x2022:
    case 0x2023:
    case 0x25AA:
    case 0x25CF: return '-';  // bullets
    case 0x2014:
    case 0x2015: return U'—';
    case 0x2026: return '.';
    case 0x2044:
    case 0x2215: return '/';
    default: break;
  }
  if (within(code, 0xBC, 0xBE) || within(code, 0x2150, 0x215E)) return U'½';
  const bool no_letter = code < 0xC0 || code == 0xD7 || code == 0xF7 || within(code, 0x2000, 0x2BFF) ||
                         within(code, 0x3000, 0x303F) || within(code, 0xE000, 0xF8FF) || within(code, 0xFFF0, 0xFFFF) ||
                         code >= 0x1F000;
  return no_letter ? unknown_sign : 0;
}

}  // namespace

char32_t composed(char32_t letter, char32_t mark) noexcept {
  if (letter == U'a' && mark == 0x30A) return U'å';
  if (letter == U'a' && mark == 0x308) return U'ä';
  if (letter == U'o' && mark == 0x308) return U'ö';
  return letter;
}

Character read_character(std::string_view text) noexcept {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80U) return ascii[first];
  const auto [code, bytes] = decode(text);
  if (is_space(code)) return {Kind::space, false, bytes, ' '};
  if (is_line(code)) return {Kind::line, false, bytes, '\n'};
  if (is_invisible(code)) return {Kind::invisible, false, bytes, 0};
  if (is_quote(code)) return {Kind::quote, false, bytes, '"'};
  if (within(code, 0x300, 0x36F)) return {Kind::mark, false, bytes, code};
  if (within(code, 0xFF01, 0xFF5E)) {  // ASCII in full width
    Character narrow = ascii[code - 0xFF01 + '!'];
    narrow.bytes = bytes;
    return narrow;
  }
  if (const char32_t digit = small_digit(code); digit != 0) return {Kind::digit, false, bytes, digit};
  if (code == 0x212B) return {Kind::letter, true, bytes, U'å'};  // the sign of the ångström
  if (const char32_t sign = sign_like(code); sign != 0) return {Kind::sign, false, bytes, sign};
  if (code <= 0xFF) return {Kind::letter, code < 0xDF, bytes, latin[code % 32]};
  const bool capital = code <= 0x17F && code % 2 == 0;  // nearly always
  return {Kind::letter, capital, bytes, capital ? code + 1 : code};
}

}  // namespace kvalitet::disclosure
