#include "guideline/sentences.hpp"

#include <algorithm>
#include <array>

namespace kvalitet {
namespace {

/// Bytes of white space at the start of a text.
std::size_t leading_space(std::string_view text) {
  const char c = text.front();
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
  for (const std::string_view no_break : {"\xC2\xA0", "\xE2\x80\xAF"})
    if (text.substr(0, no_break.size()) == no_break) return no_break.size();
  return 0;
}

template <std::size_t N>
std::size_t leading_one_of(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks)
    if (text.substr(0, mark.size()) == mark) return mark.size();
  return 0;
}

constexpr std::array<std::string_view, 3> stops{".", "?", "!"};
constexpr std::array<std::string_view, 9> closing{"\"", "'", "”", "“", "’", "»", ")", "]", "›"};
constexpr std::array<std::string_view, 9> opening_quotes{"\"", "'", "”", "“", "„", "’", "‘", "»", "«"};

/// Capitals of the Latin letters of Western, Central and Northern European languages, Sami among them.
bool starts_with_capital(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  if (byte(0) < 0x80) return text[0] >= 'A' && text[0] <= 'Z';
  if (text.size() < 2 || byte(0) < 0xC3 || byte(0) > 0xC5) return false;
  const unsigned code = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  if (code < 0x100) return code >= 0xC0 && code <= 0xDE && code != 0xD7;
  const bool odd_capitals = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  return code == 0x178 || (code & 1U) == (odd_capitals ? 1U : 0U);
}

bool starts_sentence(std::string_view text) {
  const char c = text.front();
  return (c >= '0' && c <= '9') || starts_with_capital(text) || leading_one_of(text, opening_quotes) > 0;
}

}  // namespace

std::string normalised(std::string_view text) {
  std::string out;
  bool space = false;
  while (!text.empty()) {
    if (const std::size_t length = leading_space(text); length > 0) {
      space = !out.empty();
      text.remove_prefix(length);
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

std::vector<std::size_t> sentence_bounds(std::string_view paragraph) {
  if (paragraph.empty()) return {};
  std::vector<std::size_t> bounds{0};
  std::size_t at = 0;
  while (at < paragraph.size()) {
    if (leading_one_of(paragraph.substr(at), stops) == 0) {
      ++at;
      continue;
    }
    ++at;
    while (true) {
      const std::string_view rest = paragraph.substr(at);
      const std::size_t more = leading_one_of(rest, closing) + leading_one_of(rest, stops);
      if (more == 0) break;
      at += more;
    }
    if (at + 1 < paragraph.size() && paragraph[at] == ' ' && starts_sentence(paragraph.substr(at + 1)))
      bounds.push_back(at + 1);
  }
  bounds.push_back(paragraph.size());
  return bounds;
}

Sentences::Sentences(const Guideline& guideline) : guideline_(guideline) {
  for (std::size_t i = 0; i < guideline.text.size(); ++i) {
    const Passage& passage = guideline.text[i];
    headings_.push_back(Heading{normalised(passage.section), normalised(passage.heading)});
    for (std::size_t j = 0; j < passage.paragraphs.size(); ++j) {
      Paragraph paragraph{i, normalised(passage.paragraphs[j]), {}, sentences_.size()};
      paragraph.bounds = sentence_bounds(paragraph.text);
      for (std::size_t k = 1; k < paragraph.bounds.size(); ++k) {
        const std::size_t start = paragraph.bounds[k - 1];
        sentences_.push_back(Sentence{i, j, normalised(paragraph.text.substr(start, paragraph.bounds[k] - start))});
      }
      paragraphs_.push_back(std::move(paragraph));
    }
  }
}

std::vector<std::size_t> Sentences::quoted(const Citation& citation) const {
  const std::string quote = normalised(citation.quote);
  if (quote.empty()) return {};
  const std::string section = normalised(citation.section);
  const std::string heading = normalised(citation.heading);
  std::vector<std::size_t> whole;
  std::vector<std::size_t> part;
  for (const Paragraph& paragraph : paragraphs_) {
    const Heading& above = headings_[paragraph.passage];
    if (above.heading != heading || above.section != section) continue;
    const auto& bounds = paragraph.bounds;
    for (std::size_t at = paragraph.text.find(quote); at != std::string::npos;
         at = paragraph.text.find(quote, at + quote.size())) {
      const auto after = std::upper_bound(bounds.begin(), bounds.end(), at);
      const auto end = std::lower_bound(after, bounds.end(), at + quote.size());
      const std::size_t end_of_last = *end == paragraph.text.size() ? *end : *end - 1;  // before the space
      const bool is_whole = *(after - 1) == at && end_of_last == at + quote.size();
      std::vector<std::size_t>& found = is_whole ? whole : part;
      for (auto bound = after; bound <= end; ++bound) {
        const std::size_t index = paragraph.first + static_cast<std::size_t>(bound - bounds.begin()) - 1;
        if (found.empty() || found.back() < index) found.push_back(index);
      }
    }
  }
  return whole.empty() ? part : whole;
}

const Passage* Sentences::passage_with(std::string_view quote) const {
  const std::string text = normalised(quote);
  if (text.empty()) return nullptr;
  for (const Paragraph& paragraph : paragraphs_)
    if (paragraph.text.find(text) != std::string::npos) return &guideline_.text[paragraph.passage];
  return nullptr;
}

}  // namespace kvalitet
