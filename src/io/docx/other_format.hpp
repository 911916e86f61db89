#pragma once
// What a file is that is no Word document, so that people are told more than that it is none.
#include "io/docx/fault.hpp"
#include "io/docx/zip.hpp"

namespace kvalitet::docx {

/// Of a file that does not begin as a zip file does.
[[nodiscard]] Fault other_format(std::string_view bytes);

/// Of a zip file without the list of its parts that every file of Office has.
[[nodiscard]] Fault other_zip(const std::vector<ZipEntry>& entries);

/// Of a file of Office whose main part has this content type; `part` is its name.
[[nodiscard]] Fault other_content(std::string_view part, std::string_view content_type);

}  // namespace kvalitet::docx
