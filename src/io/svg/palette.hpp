#pragma once
// The colours that a picture is drawn in.
#include "kvalitet/io/svg.hpp"

#include <array>
#include <string>

namespace kvalitet::svg {

/// In the order of PictureTheme's fields.
enum class Colour { paper, surface, ink, quiet, line, dialogue, survey, meeting, document, follow_up, mark, none };

inline constexpr std::size_t colour_count = static_cast<std::size_t>(Colour::none);

/// Of each colour but `none`, `#rrggbb`.
using Palette = std::array<std::string, colour_count>;

/// The library's own colours on a light or dark ground, with the theme's in their place. Throws UsageError.
[[nodiscard]] Palette palette_of(bool dark, const PictureTheme& theme);

[[nodiscard]] Colour colour_of(EventKind kind);

}  // namespace kvalitet::svg
