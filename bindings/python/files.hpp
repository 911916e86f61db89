#pragma once
// Files, as Python names them.
#include "convert.hpp"

#include <filesystem>
#include <string>

namespace kvalitet::python {

struct FilePath {
  std::filesystem::path path;
  std::string shown;  ///< in UTF-8
};
[[nodiscard]] FilePath file_path(const py::object& path);

/// The bytes of a file, within the limit of a document; throws FileError and LimitError.
[[nodiscard]] py::bytes read_file(const py::object& path, int limit);
/// Replaces a file as a whole.
void write_file(const py::object& path, const std::string& text);

}  // namespace kvalitet::python
