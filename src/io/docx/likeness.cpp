#include "io/docx/likeness.hpp"

#include <algorithm>
#include <array>

namespace kvalitet::docx {
namespace {

constexpr std::array prepositions{"av", "från", "för",  "i",     "inom",    "med",
                                  "om", "på",   "till", "under", "utifrån", "vid"};
constexpr std::array binding{"att",   "den", "det", "de",   "en", "ett", "enligt", "här",  "och", "samt", "ska",
                             "skall", "som", "så",  "vara", "vi", "vår", "vårt",   "våra", "är",  "eller"};
constexpr std::array helping{"blev", "blir", "gjort", "ha",    "har",    "hur",    "när", "vad",
                             "var",  "vart", "vem",   "vilka", "vilken", "vilket", "vill"};

/// What Swedish words are inflected with, and derived as people do in headings: `ansvar`, `ansvarig`, `ansvarar`.
constexpr std::array endings{"",    "a",    "an",     "ar",     "arna", "ad",   "ade",  "ande", "ans", "at",  "d", "de",
                             "e",   "en",   "ens",    "er",     "ern",  "erna", "et",   "ets",  "ig",  "iga", "n", "na",
                             "nde", "ning", "ningar", "ningen", "ns",   "or",   "orna", "r",    "s",   "t",   "ts"};

constexpr std::size_t stem = 4;  // letters that two forms of a word begin with at least

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto same = static_cast<std::size_t>(differs.first - a.begin());
  return same >= stem && has(endings, a.substr(same)) && has(endings, b.substr(same));
}

/// Of one word: the same, another form of it, or a compound that begins or ends with what is known.
double word_likeness(std::string_view word, std::string_view known) {
  constexpr double form = 0.95;
  constexpr double compound = 0.7;
  constexpr std::size_t shortest = 5;
  if (word == known) return 1;
  if (is_same_word(word, known)) return form;
  if (known.size() < shortest || word.size() <= known.size()) return 0;
  const bool within =
      word.substr(0, known.size()) == known || is_same_word(word.substr(word.size() - known.size()), known);
  return within ? compound : 0;
}

}  // namespace

std::vector<Word> telling_words(std::string_view folded) {
  constexpr double light = 0.4;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U; };
  std::vector<Word> words;
  bool behind = false;  // a preposition
  for (auto at = folded.begin(); at != folded.end();) {
    const auto begin = std::find_if(at, folded.end(), is_letter);
    at = std::find_if_not(begin, folded.end(), is_letter);
    const std::string_view word(folded.data() + (begin - folded.begin()), static_cast<std::size_t>(at - begin));
    if (has(prepositions, word))
      behind = behind || !words.empty();
    else if (!word.empty() && !has(binding, word))
      words.push_back({word, behind || has(helping, word) ? light : 1});
  }
  return words;
}

double likeness(const std::vector<Word>& label, const std::vector<Word>& known) {
  double all = 0;
  double shared = 0;
  for (const Word& word : label) all += word.weight;
  for (const Word& word : known) {
    double best = 0;
    double weight = 0;
    for (const Word& said : label) {
      const double like = word_likeness(said.text, word.text);
      if (like > best) weight = said.weight;
      best = std::max(best, like);
    }
    if (best == 0) return 0;
    shared += best * weight;
  }
  return all == 0 ? 0 : std::min(1.0, shared / all);
}

}  // namespace kvalitet::docx
