#include "io/docx/labels.hpp"

#include "base/digits.hpp"
#include "documents/same_title.hpp"

#include <algorithm>
#include <span>

namespace kvalitet::docx {
namespace {

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

/// As a title; a space before a question mark is a typist's.
std::string folded_label(std::string_view text) {
  std::string folded = folded_title(text);
  for (std::size_t at; (at = folded.find(" ?")) != std::string::npos;) folded.erase(at, 1);
  return folded;
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
    const std::size_t length = title_at_start(text.substr(begin), word);
    if (length == 0) continue;
    std::size_t at = begin + length;
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

LabelText::LabelText(std::string_view text, std::size_t longest) {
  constexpr std::size_t remark = 40;
  if (text.size() > longest + remark) return;
  const auto bare = [](std::string_view part) {
    std::string folded = folded_label(part);
    while (!folded.empty() && std::string_view(":*. ").find(folded.back()) != std::string_view::npos) folded.pop_back();
    return folded;
  };
  const std::string_view unnumbered = text.substr(skip_numbering(text));
  readings_[0] = folded_label(text);
  readings_[1] = bare(text);
  readings_[2] = bare(unnumbered);
  if (const std::size_t bracket = unnumbered.find('('); bracket != std::string_view::npos)
    readings_[3] = bare(unnumbered.substr(0, bracket));
}

namespace {

bool is_one_of(std::span<const std::string> readings, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return !word.empty() && std::find(readings.begin(), readings.end(), word) != readings.end();
  });
}

}  // namespace

bool LabelText::is(const std::vector<std::string>& words) const { return is_one_of(readings_, words); }

bool LabelText::is_whole(const std::vector<std::string>& words) const {
  return is_one_of(std::span(readings_).first(3), words);
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
