#pragma once
// Words for people in both languages, put together from what is described.
#include "kvalitet/base/period.hpp"
#include "kvalitet/base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// The same words, the Swedish ones standing in for English that is missing.
[[nodiscard]] Localised in_both_languages(const Localised& words);

/// Words that begin with a small letter, as inside a sentence; abbreviations (TLD-mätning) keep theirs.
[[nodiscard]] std::string with_small_letter(std::string_view words);

/// Words that begin with a capital, as at the start of a line, where that is one of a–z.
[[nodiscard]] std::string with_capital(std::string_view words);

/// 1 is januari.
[[nodiscard]] Localised month_name(int month);

/// `31 augusti`, `september`, `1 november – februari`, `maj–juni`.
[[nodiscard]] Localised in_words(MonthDay day);
[[nodiscard]] Localised in_words(MonthDay from, MonthDay to);

/// `1 september 2026`.
[[nodiscard]] Localised in_words(Date day);
/// `5–9 oktober 2026`; whole months are `september 2026` or `maj–juni 2027`, a whole year is `2026`.
[[nodiscard]] Localised in_words(const Period& days);

/// What people call a value of an enumeration.
template <class E>
[[nodiscard]] std::string_view label_of(E value, Language language) {
  for (const auto& choice : Describe<E>::values)
    if (choice.value == value) return choice.label.in(language);
  return {};
}

/// What people know by its title, and files by its id.
struct Named {
  Localised title;  ///< may be empty
  std::string_view id;
};

/// The title, or the id where there is none.
[[nodiscard]] Localised title_or_id(const Named& named);
/// `Kunskaper (”knowledge” i filen)`; the id alone where there is no title.
[[nodiscard]] Localised title_and_id(const Named& named);
/// `Kunskaper (knowledge), Trygghet (safety)`; the first ones of many, an en dash for none.
[[nodiscard]] Localised in_one_line(const std::vector<Named>& all);

}  // namespace kvalitet
