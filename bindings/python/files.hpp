#pragma once
// Files, as Python names them.
#include "convert.hpp"

#include "io/document_format.hpp"

#include <filesystem>
#include <string>

namespace kvalitet::python {

struct FilePath {
  std::filesystem::path path;
  std::string shown;  ///< in UTF-8
};
[[nodiscard]] FilePath file_path(const py::object& path);

/// The bytes of a file, within the limit of its format: that which its name says, or of a Word document when it begins
/// as one. Throws FileError and LimitError.
[[nodiscard]] py::bytes read_document_file(const py::object& path, DocumentFormat named, int json_limit,
                                           int docx_limit);

}  // namespace kvalitet::python
