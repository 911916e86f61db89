#pragma once
// How events are named, from the names that the guideline gives their parts.
#include "kvalitet/base/text.hpp"

namespace kvalitet {

/// The same words, the Swedish ones standing in for English that is missing.
[[nodiscard]] Localised in_both_languages(const Localised& words);

/// `TLD-mätning, oktobermätningen`: what happens and which time of the year it is. Nothing is added for no words.
[[nodiscard]] Localised with_occasion(const Localised& title, const Localised& occasion);

/// `Åtagandeplan inför förutsättningsdialog`: works whether the guideline names the dialogue in the definite form or not.
[[nodiscard]] Localised document_for(const Localised& document, const Localised& dialogue);

/// 1 is januari.
[[nodiscard]] Localised month_name(int month);

}  // namespace kvalitet
