#pragma once
// What comes from outside, as far as it can be shown.
#include <cstddef>
#include <string>
#include <string_view>

namespace kvalitet {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD";  ///< U+FFFD

/// How many bytes the forbidden character takes at the beginning of what find_forbidden() has found; 0 for bytes that
/// are no UTF-8.
[[nodiscard]] std::size_t forbidden_character(std::string_view text);

/// A text with U+FFFD for every byte and character that Text does not allow: for names and the like.
[[nodiscard]] std::string clean(std::string_view text);

}  // namespace kvalitet
