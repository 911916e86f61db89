#pragma once
// How events are named, from the names that the guideline gives their parts.
#include "base/words.hpp"

namespace kvalitet {

/// `TLD-mätning, oktobermätningen`: what happens and which time of the year it is. No words add nothing.
void add_occasion(Localised& title, const Localised& occasion);

/// `Åtagandeplan inför förutsättningsdialog`: right also when the guideline's name is in the definite form.
[[nodiscard]] Localised document_for(const Localised& document, const Localised& dialogue);

}  // namespace kvalitet
