#pragma once
// How wide texts are at most, without any font at hand, and where their lines break.
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet::svg {

struct Font {
  double size = 11;
  bool bold = false;
};

/// As it is drawn: white space is one space, and what draws nothing, such as signs that turn the direction of all that
/// follows, is left out. `text` must be UTF-8.
[[nodiscard]] std::string plain(std::string_view text);

/// Of a plain text in one line.
[[nodiscard]] double width_of(std::string_view text, Font font);

/// The lines of a text in this width: it breaks at spaces, and in words that are longer than a line, after their last
/// hyphen there or else anywhere. Nothing is left out but the spaces.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width, Font font);

}  // namespace kvalitet::svg
