#pragma once
// A document opened for reading: its parts, as trees, and what stands in them.
#include "io/docx/blocks.hpp"
#include "io/docx/package.hpp"
#include "kvalitet/io/docx.hpp"

#include <pugixml.hpp>
#include <string>

namespace kvalitet::docx {

/// Throws Fault and LimitError. Keeps the trees that `body` points into; `bytes` must outlive it.
class Content {
 public:
  Content(std::string_view bytes, const DocxLimits& limits);
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;

  [[nodiscard]] const Package& package() const { return package_; }
  [[nodiscard]] pugi::xml_document& main() { return main_; }
  [[nodiscard]] const Body& body() const { return body_; }
  [[nodiscard]] const Styles& styles() const { return styles_; }

 private:
  void read_notes_of(Aside::Kind kind, std::string_view relation);
  void read_margins(std::size_t most_bytes);
  Package package_;
  std::string main_text_;
  pugi::xml_document main_;
  Styles styles_;
  Body body_;
};

/// The names and templates to read and write with: the options', or else the library's own.
[[nodiscard]] const QualitySystem& system_of(const DocxOptions& options);

/// The guideline's documents that are of this type.
[[nodiscard]] std::vector<const Document*> documents_of(const QualitySystem& system, const TypeInfo& type);

/// The policy's templates of them.
[[nodiscard]] std::vector<DocumentForm> forms_of(const QualitySystem& system, const TypeInfo& type);

}  // namespace kvalitet::docx
