#pragma once
// The decided text, normalised and cut into sentences as guideline/trace.hpp says, and where quotes stand in it.
#include "kvalitet/guideline/guideline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// White space (no-break spaces too) collapsed to single spaces, none at the ends.
[[nodiscard]] std::string normalised(std::string_view text);

/// Where each sentence of a normalised paragraph starts, and the end of the paragraph; empty for an empty one.
[[nodiscard]] std::vector<std::size_t> sentence_bounds(std::string_view paragraph);

/// Refers to the guideline, which must outlive it.
class Sentences {
 public:
  struct Sentence {
    std::size_t passage;    ///< index in the guideline's text
    std::size_t paragraph;  ///< index in the passage
    std::string text;
  };

  explicit Sentences(const Guideline& guideline);

  [[nodiscard]] const std::vector<Sentence>& all() const { return sentences_; }
  /// The sentences (by index) that a citation quotes or quotes from, under its section and heading. A quote of whole
  /// sentences means those, and not others that contain its words.
  [[nodiscard]] std::vector<std::size_t> quoted(const Citation& citation) const;
  [[nodiscard]] const Passage& passage_of(std::size_t sentence) const {
    return guideline_.text[sentences_[sentence].passage];
  }
  /// The first passage, under any heading, that has the quote; or none.
  [[nodiscard]] const Passage* passage_with(std::string_view quote) const;

 private:
  struct Paragraph {
    std::size_t passage;
    std::string text;
    std::vector<std::size_t> bounds;
    std::size_t first;  ///< index of its first sentence
  };
  struct Heading {
    std::string section;
    std::string heading;
  };

  const Guideline& guideline_;
  std::vector<Heading> headings_;  // of each passage
  std::vector<Paragraph> paragraphs_;
  std::vector<Sentence> sentences_;
};

}  // namespace kvalitet
