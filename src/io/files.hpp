#pragma once
// Files: read within limits, and replaced as a whole. The one place that talks to the operating system.
#include "kvalitet/base/text.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace kvalitet {

/// A path as text, with `/` between its parts; what cannot be shown is a question mark.
[[nodiscard]] Text shown_path(const std::filesystem::path& path);

/// What an ordinary file holds. Throws FileError, and LimitError above `limit` bytes; opens nothing that is no ordinary
/// file, such as a pipe, which could keep the reader waiting.
[[nodiscard]] std::string read_ordinary_file(const std::filesystem::path& path, int limit);

}  // namespace kvalitet
