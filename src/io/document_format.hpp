#pragma once
// In which format a file holds a document.
#include <filesystem>
#include <string_view>

namespace kvalitet {

enum class DocumentFormat { json, docx };

/// By the name of a file. A name of another format in which people write, such as .doc or .pdf, counts as that of a
/// Word document, whose reader tells what the file is.
[[nodiscard]] DocumentFormat format_named(const std::filesystem::path& path);

/// By its name, or else by how it begins.
[[nodiscard]] DocumentFormat format_of(const std::filesystem::path& path, std::string_view bytes);

/// By the name of a file that is to be written; throws FileError for a name of a format that nothing is written in.
[[nodiscard]] DocumentFormat format_to_write(const std::filesystem::path& path);

}  // namespace kvalitet
