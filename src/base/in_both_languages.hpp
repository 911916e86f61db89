#pragma once
// English may be missing from local texts.
#include "kvalitet/base/text.hpp"

namespace kvalitet {

/// The same words, the Swedish ones standing in for English that is missing.
[[nodiscard]] inline Localised in_both_languages(const Localised& words) {
  return Localised{words.sv, words.en.empty() ? words.sv : words.en};
}

}  // namespace kvalitet
