#include "cycle/words.hpp"

#include "base/in_both_languages.hpp"
#include "kvalitet/base/message.hpp"

#include <array>

namespace kvalitet {
namespace {

constexpr std::array<Label, 12> months{{{"januari", "January"},
                                        {"februari", "February"},
                                        {"mars", "March"},
                                        {"april", "April"},
                                        {"maj", "May"},
                                        {"juni", "June"},
                                        {"juli", "July"},
                                        {"augusti", "August"},
                                        {"september", "September"},
                                        {"oktober", "October"},
                                        {"november", "November"},
                                        {"december", "December"}}};

constexpr bool is_latin_lead(std::string_view s) { return !s.empty() && s[0] == '\xC3'; }  // À to ÿ

bool starts_with_lower(std::string_view s) {
  if (is_latin_lead(s) && s.size() > 1) return static_cast<unsigned char>(s[1]) >= 0x9F;
  return !s.empty() && s[0] >= 'a' && s[0] <= 'z';
}

/// Names of things begin with a small letter inside a Swedish sentence; abbreviations (TLD-mätning) keep theirs.
std::string swedish_inside_sentence(std::string_view name) {
  std::string words(name);
  const std::size_t letter = is_latin_lead(name) ? 1 : 0;
  if (name.size() <= letter || !starts_with_lower(name.substr(letter + 1)) || starts_with_lower(name)) return words;
  const auto code = static_cast<unsigned char>(words[letter]);
  const bool upper = letter == 0 ? code >= 'A' && code <= 'Z' : code <= 0x9E && code != 0x97;  // 0x97 is the sign ×
  if (upper) words[letter] = static_cast<char>(code + 0x20U);
  return words;
}

constexpr std::string_view article = "The ";

/// English keeps its capitals but for the article's.
std::string english_inside_sentence(std::string_view name) {
  std::string words(name);
  if (name.substr(0, article.size()) == article) words[0] = 't';
  return words;
}

}  // namespace

void add_occasion(Localised& title, const Localised& occasion) {
  if (occasion.sv.empty() && occasion.en.empty()) return;
  const Localised when = in_both_languages(occasion);
  title.sv = title.sv.str() + ", " + swedish_inside_sentence(when.sv);
  title.en = title.en.str() + ", " + english_inside_sentence(when.en);
}

Localised document_for(const Localised& document, const Localised& dialogue) {
  const Localised what = in_both_languages(document);
  const Localised meeting = in_both_languages(dialogue);
  const bool has_article = meeting.en.view().substr(0, article.size()) == article;
  return Localised{what.sv.str() + " inför " + swedish_inside_sentence(meeting.sv),
                   what.en.str() + " for " + (has_article ? "" : "the ") + english_inside_sentence(meeting.en)};
}

Localised month_name(int month) {
  const Label& name = months.at(static_cast<std::size_t>(month - 1));
  return Localised{name.sv, name.en};
}

}  // namespace kvalitet
