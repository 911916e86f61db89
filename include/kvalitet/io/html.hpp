#pragma once
// Parts of a guideline as HTML, for pages that people read: no script and nothing from outside, to WCAG 2.2 AA. The
// same input gives the same bytes.
#include "kvalitet/io/svg.hpp"

namespace kvalitet {

struct HtmlOptions {
  Language language = Language::sv;
  bool page = false;  ///< a page of its own; otherwise only what goes into somebody else's, in the colours of that
  PictureScheme scheme = PictureScheme::automatic;  ///< of a page
  PictureTheme theme = {};                          ///< of a page, as PictureOptions has it
  PictureTheme dark_theme = {};
};

/// The governing principles (styrande principer) as a table: why each is there and what it is to lead to. On a narrow
/// screen the rows of a page stand below one another. Where the words are Swedish on an English page, that is marked.
/// Section 4, Fem styrande principer. Throws UsageError when a colour is none or stands out too little.
[[nodiscard]] KVALITET_API Text write_principles(const Guideline& guideline, const HtmlOptions& options = {});

}  // namespace kvalitet
