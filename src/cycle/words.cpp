#include "cycle/words.hpp"

namespace kvalitet {
namespace {

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
  title.sv += ", " + with_small_letter(occasion.sv);
  title.en += ", " + english_inside_sentence(occasion.in(Language::en));
}

Localised document_for(const Localised& document, const Localised& dialogue) {
  const Localised what = in_both_languages(document);
  const Localised meeting = in_both_languages(dialogue);
  const bool has_article = meeting.en.view().substr(0, article.size()) == article;
  return Localised{what.sv.str() + " inför " + with_small_letter(meeting.sv),
                   what.en.str() + " for " + (has_article ? "" : "the ") + english_inside_sentence(meeting.en)};
}

}  // namespace kvalitet
