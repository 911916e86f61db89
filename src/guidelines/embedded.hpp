#pragma once
// The files of this folder as they were when the library was built, so that a program needs no files beside it.
#include <span>
#include <string_view>

namespace kvalitet {

/// A file of this folder. Both views last as long as the program.
struct EmbeddedFile {
  std::string_view name;  ///< without `.json`: `vetlanda-2024`
  std::string_view text;
};

/// Every `*.json` of this folder, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_guidelines() noexcept;

}  // namespace kvalitet
