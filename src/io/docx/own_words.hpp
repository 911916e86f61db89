#pragma once
// The words that a document of the library's own has where nobody has written yet, and before what helps. Styles tell
// them from what people write; where a program has dropped the styles, the words do.
#include "kvalitet/base/message.hpp"

#include <array>
#include <string_view>

namespace kvalitet::docx {

inline constexpr Label prompt_text{"[skriv här]", "[write here]"};
inline constexpr Label prompt_choice{"[välj]", "[choose]"};
inline constexpr Label prompt_date{"[datum]", "[date]"};
inline constexpr Label prompt_part{"[vid behov]", "[if needed]"};
inline constexpr std::array prompts{prompt_text, prompt_choice, prompt_date, prompt_part};

inline constexpr Label before_quote{"Riktlinjen: ”", "The guideline: “"};
inline constexpr Label before_choices{"Att välja bland: ", "To choose from: "};
inline constexpr Label before_link{"Stöd: ", "Support: "};
inline constexpr Label how_to_copy{
    "Vill du skriva om fler? Kopiera en rubrik med det som står under den. I en tabell ger tabbtangenten i sista cellen "
    "en ny rad. Det som ingen har rört räknas inte.",
    "Do you want to write about more? Copy a heading with what stands below it. In a table, the tab key in the last cell "
    "makes a new row. What nobody has touched does not count."};
inline constexpr std::array helps{before_quote, before_choices, before_link, how_to_copy};

/// A prompt, whole, in either language.
[[nodiscard]] constexpr bool is_prompt(std::string_view text) noexcept {
  for (const Label& prompt : prompts)
    if (text == prompt.sv || text == prompt.en) return true;
  return false;
}

/// The prompt that a text ends with, or begins with; empty where there is none.
[[nodiscard]] constexpr std::string_view prompt_behind(std::string_view text) noexcept {
  for (const Label& prompt : prompts)
    for (const std::string_view words : {prompt.sv, prompt.en})
      if (text.size() >= words.size() && text.substr(text.size() - words.size()) == words) return words;
  return {};
}
[[nodiscard]] constexpr std::string_view prompt_before(std::string_view text) noexcept {
  for (const Label& prompt : prompts)
    for (const std::string_view words : {prompt.sv, prompt.en})
      if (text.substr(0, words.size()) == words) return words;
  return {};
}

/// How much of a paragraph is words that help: from its beginning, or nothing.
[[nodiscard]] constexpr std::size_t help_in(std::string_view text) noexcept {
  for (const Label& help : helps)
    for (const std::string_view words : {help.sv, help.en}) {
      if (text.substr(0, words.size()) != words) continue;
      if (words == how_to_copy.sv || words == how_to_copy.en) return words.size();
      if (words != before_quote.sv && words != before_quote.en) return text.size();
      const std::size_t source = text.find("\u201D (", words.size());
      const std::size_t end = source == std::string_view::npos ? source : text.find(')', source);
      return end == std::string_view::npos ? text.size() : end + 1;
    }
  return 0;
}

}  // namespace kvalitet::docx
