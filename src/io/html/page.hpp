#pragma once
// What every page has: its language, its title and its colours.
#include "kvalitet/io/html.hpp"

#include <string_view>

namespace kvalitet::html {

/// A page with this in its `<main>`, which is markup already. `style` is its own style sheet, in which the colours of
/// PictureTheme are `var(--paper)` and so on. Throws UsageError for colours that will not do.
[[nodiscard]] Text page(const HtmlOptions& options, std::string_view title, std::string_view style,
                        std::string_view main);

}  // namespace kvalitet::html
