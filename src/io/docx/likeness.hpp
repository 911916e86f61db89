#pragma once
// How much the words of a template look like words that are known.
#include <string_view>
#include <vector>

namespace kvalitet::docx {

struct Word {
  std::string_view text;
  double weight = 1;  ///< less for what asks and helps, and for what stands behind a preposition
};

/// The words of a folded label that carry meaning: no signs, numbers or words that bind others together.
[[nodiscard]] std::vector<Word> telling_words(std::string_view folded);

/// From 0, which is nothing, to 1, where all words of both are the same. Each word that is known must be there, and
/// each other word of the label makes it less.
[[nodiscard]] double likeness(const std::vector<Word>& label, const std::vector<Word>& known);

}  // namespace kvalitet::docx
