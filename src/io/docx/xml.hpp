#pragma once
// The XML of a Word document's parts: read without entities, within bounds, and written as it was.
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
}

namespace kvalitet::docx {

/// Parses in place; `text` must outlive `document` and may change beforehand (UTF-16 becomes UTF-8). White space,
/// comments and processing instructions are kept, so that save_xml() gives the same XML. Every name and value is fit
/// for Text: control characters that XML forbids have become U+FFFD. Throws Fault for what is malformed, not Unicode or
/// has a document type, and LimitError for what is too deep or would take more than 32 MiB as a tree.
void parse_xml(pugi::xml_document& document, std::string& text, std::string_view part);

/// As UTF-8, with nothing added.
[[nodiscard]] std::string save_xml(const pugi::xml_document& document);

}  // namespace kvalitet::docx
