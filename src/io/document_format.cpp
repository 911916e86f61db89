#include "io/document_format.hpp"

#include "io/files.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/io/docx.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kvalitet {

namespace {

std::string suffix_of(const std::filesystem::path& path) {
  std::string suffix = path.extension().string();
  for (char& c : suffix)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return suffix;
}

}  // namespace

DocumentFormat format_named(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 9> of_documents{".doc",  ".docm", ".docx", ".dot", ".dotm",
                                                         ".dotx", ".odt",  ".pdf",  ".rtf"};
  const bool is_known = std::find(of_documents.begin(), of_documents.end(), suffix_of(path)) != of_documents.end();
  return is_known ? DocumentFormat::docx : DocumentFormat::json;
}

DocumentFormat format_of(const std::filesystem::path& path, std::string_view bytes) {
  return looks_like_docx(bytes) ? DocumentFormat::docx : format_named(path);
}

DocumentFormat format_to_write(const std::filesystem::path& path) {
  const DocumentFormat named = format_named(path);
  if (named == DocumentFormat::docx && suffix_of(path) != ".docx")
    throw FileError("file.other-format", {{"path", shown_path(path)}});
  return named;
}

}  // namespace kvalitet
