#include "io/docx/labels.hpp"

#include "base/blank.hpp"

namespace kvalitet::docx {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.substr(at, 2) == "\u00A0")
      at += 2;
    else if (is_blank(text.substr(at, 1)))
      ++at;
    else
      break;
  }
  return at;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Behind a number typed in front of a heading: `2.`, `2.1`, `2)`.
std::size_t skip_numbering(std::string_view text) {
  std::size_t at = skip_spaces(text, 0);
  const std::size_t begin = at;
  while (at < text.size() && (is_digit(text[at]) || ((text[at] == '.' || text[at] == ')') && at > begin))) ++at;
  const std::size_t behind = skip_spaces(text, at);
  return at > begin && behind > at ? behind : begin;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool may_begin(std::string_view text, std::string_view word) {
  return !text.empty() && !word.empty() && lower(text.front()) == word.front();
}

/// Where a text goes on behind a folded word that it begins with, or npos. Most texts begin otherwise, and long ones
/// are asked for many words: so nothing is folded beyond the first letter that differs.
std::size_t behind_word(std::string_view text, std::string_view word) {
  std::size_t at = skip_spaces(text, 0);
  for (std::size_t i = 0; i < word.size();) {
    if (word[i] == ' ') {
      const std::size_t next = skip_spaces(text, at);
      if (next == at) return std::string_view::npos;
      at = next;
      ++i;
      continue;
    }
    const std::string_view wanted = word.substr(i, 2);
    const std::string_view letter = text.substr(at, 2);
    if (wanted == "å" || wanted == "ä" || wanted == "ö") {
      const std::string_view capital = wanted == "å" ? "Å" : wanted == "ä" ? "Ä" : "Ö";
      if (letter != wanted && letter != capital) return std::string_view::npos;
      at += 2;
      i += 2;
      continue;
    }
    if (letter.empty()) return std::string_view::npos;
    if (lower(letter.front()) != word[i]) return std::string_view::npos;
    ++at;
    ++i;
  }
  return at;
}

/// The same, behind what may stand after a label: a colon, the mark of what must be filled in, spaces.
std::size_t behind_label(std::string_view text, std::string_view word) {
  std::size_t at = behind_word(text, word);
  if (at == std::string_view::npos) return at;
  while (true) {
    at = skip_spaces(text, at);
    if (at >= text.size() || (text[at] != ':' && text[at] != '*' && text[at] != '.')) return at;
    ++at;
  }
}

/// Where the text goes on behind a dash that stands by itself.
std::size_t skip_dash(std::string_view text, std::size_t at) {
  for (const std::string_view dash : {std::string_view("- "), std::string_view("\u2013 "), std::string_view("\u2014 ")})
    if (text.substr(at, dash.size()) == dash) return at + dash.size();
  return at;
}

}  // namespace

std::optional<Labelled> begins_with(std::string_view text, const std::vector<std::string>& words) {
  const std::size_t begin = skip_numbering(text);
  for (const std::string& word : words) {
    if (word.empty()) continue;
    std::size_t at = behind_word(text.substr(begin), word);
    if (at == std::string_view::npos) continue;
    at += begin;
    const std::size_t behind = skip_spaces(text, at);
    if (at < text.size() && behind == at && text[at] != ':' && text[at] != '.') continue;  // the word goes on
    std::size_t after = skip_digits(text, behind);
    if (after > behind && after < text.size() && text[after] == '.') ++after;
    at = skip_spaces(text, after);
    if (at < text.size() && text[at] == ':') {
      ++at;
      return Labelled{text.substr(at, 1) == " " ? at + 1 : at, true};
    }
    return Labelled{skip_dash(text, at), false};
  }
  return std::nullopt;
}

bool is_label(std::string_view text, const std::vector<std::string>& words) {
  const std::string_view whole = text.substr(skip_spaces(text, 0));
  const std::string_view bare = text.substr(skip_numbering(text));
  for (const std::string& word : words) {
    if (may_begin(bare, word)) {
      const std::size_t behind = behind_label(bare, word);
      if (behind <= bare.size() && (behind == bare.size() || bare[behind] == '(')) return true;
    }
    if (bare.size() < whole.size() && may_begin(whole, word) && behind_label(whole, word) == whole.size()) return true;
  }
  return false;
}

std::size_t typed_bullet(std::string_view text) {
  for (const std::string_view mark : {std::string_view("-"), std::string_view("\u2022"), std::string_view("*"),
                                      std::string_view("\u2013"), std::string_view("\u00B7")})
    if (text.substr(0, mark.size()) == mark && skip_spaces(text, mark.size()) > mark.size())
      return skip_spaces(text, mark.size());
  const std::size_t digits = skip_digits(text, 0);
  if (digits > 0 && digits < 3 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') &&
      skip_spaces(text, digits + 1) > digits + 1)
    return skip_spaces(text, digits + 1);
  return 0;
}

}  // namespace kvalitet::docx
