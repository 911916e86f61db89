#include "io/docx/other_format.hpp"

#include "base/shown.hpp"
#include "io/docx/ascii.hpp"
#include "io/docx/xml.hpp"

#include <algorithm>

namespace kvalitet::docx {
namespace {

using namespace std::string_view_literals;

/// The names in compound files are UTF-16, with the low byte first.
std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) {
    wide += c;
    wide += '\0';
  }
  return wide;
}

bool holds(std::string_view bytes, std::string_view words) { return bytes.find(words) != std::string_view::npos; }

/// What Office wrote before 2007, and in which it still keeps what is encrypted.
std::string_view compound_file(std::string_view bytes) {
  if (holds(bytes, utf16("EncryptedPackage"))) return "docx.encrypted";
  if (holds(bytes, utf16("WordDocument"))) return "docx.old-word";
  return "docx.old-office";
}

std::string_view markup(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 2048));
  if (holds(head, "<?mso-application") || holds(head, "<pkg:package") || holds(head, "<w:worddocument"))
    return "docx.word-xml";
  if (holds(head, "<html") || holds(head, "<!doctype html") || head.starts_with("mime-version:")) return "docx.html";
  return "docx.plain-text";
}

/// No control characters where people would see them.
bool is_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return std::none_of(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
}

std::string_view code_of(std::string_view bytes) {
  if (bytes.empty()) return "docx.empty";
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return compound_file(bytes);
  if (bytes.starts_with("PK\x05\x06"sv)) return "docx.only-a-zip";
  // Readers of PDF look for this among the first bytes.
  if (holds(bytes.substr(0, 1024), "%PDF-")) return "docx.pdf";
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (bytes.starts_with("{\\rtf")) return "docx.rtf";
  if (is_text(bytes)) return markup(bytes);
  return "docx.not-a-document";
}

}  // namespace

Fault other_format(std::string_view bytes) { return {code_of(bytes), {}}; }

Fault other_zip(const std::vector<ZipEntry>& entries) {
  constexpr std::size_t longest = 200;
  for (const ZipEntry& entry : entries) {
    if (entry.name != "mimetype" || entry.method != stored || entry.packed.size() > longest) continue;
    if (holds(entry.packed, "opendocument.text")) return {"docx.odt", {}};
    if (holds(entry.packed, "opendocument.spreadsheet")) return {"docx.spreadsheet", {}};
    if (holds(entry.packed, "opendocument.presentation")) return {"docx.presentation", {}};
  }
  return {"docx.only-a-zip", {}};
}

Fault other_content(std::string_view part, std::string_view content_type) {
  const std::string type = lower(content_type);
  if (holds(type, "spreadsheetml") || holds(type, "ms-excel")) return {"docx.spreadsheet", {}};
  if (holds(type, "presentationml") || holds(type, "ms-powerpoint")) return {"docx.presentation", {}};
  return {"docx.other-content", {{"part", shown(part)}, {"type", shown(content_type)}}};
}

}  // namespace kvalitet::docx
