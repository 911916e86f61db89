#pragma once
// What several patterns look for: counts, the nouns they count, and what is said around them. Offsets are those of the
// window: 0 is the present token.
#include "disclosure/tokens.hpp"

#include <optional>

namespace kvalitet::disclosure {

/// "tre", "2–3", "ett fåtal"
struct Count {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  int begin = 0;         ///< offset of its first token
  int end = 0;           ///< offset of the token after it
  bool article = false;  ///< "en", "ett": a number only by what stands around it
};

/// The count whose first number (or word for few) stands there. A number that is a name (årskurs 3), a part of a
/// longer number, a date or an ordinal is none.
[[nodiscard]] std::optional<Count> count_at(const TokenWindow& text, int at);

enum class Head {
  none,       ///< what follows is no noun: "två av sju klarade …"
  children,   ///< several children, or "barn"
  child,      ///< elev, pojke
  the_child,  ///< eleven, pojken
  answers,
  guardians,
  other,  ///< adults and things
};
struct Noun {
  Head head = Head::none;
  int at = 0;
};

/// What stands there, adjectives passed over; before the noun of an article any unknown word may be one.
[[nodiscard]] Noun noun_at(const TokenWindow& text, int at, bool any_adjective = false);

/// Whether any token of the sentence, from `first` to `last`, has one of the roles.
[[nodiscard]] bool sentence_has(const TokenWindow& text, Roles roles, int first = -TokenWindow::reach,
                                int last = TokenWindow::reach);
/// Children are spoken of in the sentence or before it, or results or a class in it.
[[nodiscard]] bool is_about_children(const TokenWindow& text);

/// A grade from A to F stands there: "fick F i matematik".
[[nodiscard]] bool grade_at(const TokenWindow& text, int at);
/// "i åk 3", "i 7B", "i trean" stands there: offset of its last token.
[[nodiscard]] std::optional<int> place_at(const TokenWindow& text, int at);

}  // namespace kvalitet::disclosure
