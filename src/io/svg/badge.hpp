#pragma once
// The shape of each kind of event, with a number in it or none: kinds differ in shape as well as in colour.
#include "io/svg/drawing.hpp"

namespace kvalitet::svg {

inline constexpr double badge_height = 18;

/// Half of what it takes sideways.
[[nodiscard]] double half_width_of_badge(std::string_view number);
void badge(Drawing& drawing, EventKind kind, Point centre, std::string_view number);

}  // namespace kvalitet::svg
