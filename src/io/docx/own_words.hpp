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

}  // namespace kvalitet::docx
