#pragma once
// What a document has besides its text: styles, settings, page numbers, and how its parts belong together.
#include "kvalitet/base/text.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvalitet::docx {

/// Names of styles by which a reader of the document tells a template's own words from what people have written.
inline constexpr std::string_view help_style = "KvalitetHjalp";
inline constexpr std::string_view placeholder_style = "PlaceholderText";
inline constexpr std::string_view meant_style = "KvalitetTom";

/// An A4 page and its text, in twentieths of a point.
inline constexpr int page_width = 11906;
inline constexpr int page_height = 16838;
inline constexpr int page_margin = 1134;
inline constexpr int text_width = page_width - 2 * page_margin;

/// Links and pictures that the text refers to: `rId1` and so on, in their order.
struct Related {
  std::vector<std::string> links;
  std::vector<std::string> pictures;  ///< PNG
};

/// All parts of a document, its text being `main`.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parts_of(std::string main, const Text& title,
                                                                        Language language, const Related& related);

}  // namespace kvalitet::docx
