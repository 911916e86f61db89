#pragma once
// Files, as Python names them.
#include "convert.hpp"

#include <filesystem>
#include <functional>
#include <optional>

namespace kvalitet::python {

struct FilePath {
  std::filesystem::path path;
  std::string shown;  ///< in UTF-8
};
[[nodiscard]] FilePath file_path(const py::object& path);

/// The bytes of a file, within the limit of a document; throws FileError and LimitError.
[[nodiscard]] py::bytes read_file(const py::object& path, int limit);
/// The same without the interpreter, of an ordinary file; nothing where it is no such file or cannot be read.
[[nodiscard]] std::optional<std::string> ordinary_file(const std::filesystem::path& path, int limit);
/// Replaces a file as a whole.
void write_file(const py::object& path, const std::string& text);

/// Calls `work` for 0 to `count` - 1, on as many threads as there are processors. A call that throws is left undone.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace kvalitet::python
