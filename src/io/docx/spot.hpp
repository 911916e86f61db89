#pragma once
// The places that a document has for what its type describes, each with the words by which it goes there.
#include "io/docx/form.hpp"
#include "kvalitet/guideline/document_form.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace kvalitet::docx {

struct Spot {
  const FieldInfo* field = nullptr;  ///< none for the document itself
  const TypeInfo* record = nullptr;  ///< of what holds fields: the document, sections, rows, parts
  const Spot* parent = nullptr;
  Shape shape = Shape::part;
  std::size_t index = 0;  ///< among the fields of its parent
  std::string path;       ///< keys from the document on, with full stops between
  // Words that it goes by, folded as titles are:
  std::vector<std::string> labels;               ///< as a heading, a label or a column
  std::vector<std::string> beginnings;           ///< with which each of its records begins
  std::vector<std::string> own_labels;           ///< those that a template of the municipality's own gives it
  std::size_t longest_label = 0;                 ///< of the document: of all that stands in it
  int heading_level = 0;                         ///< at which headings of a template begin it without any words
  std::vector<std::string> template_words = {};  ///< of the document: a template's own, that say nothing
  std::vector<std::pair<std::string, std::string>> values = {};  ///< folded words of a template for values of files
  std::vector<Spot> children;

  [[nodiscard]] bool holds_fields() const { return record != nullptr; }
  /// What an id in it refers to: a collection of the guideline, or empty.
  [[nodiscard]] std::string_view collection() const;
  /// The child whose value is the title of the record, or nullptr.
  [[nodiscard]] const Spot* title() const;
  /// Its records are known by names, of which several may stand in a line, and not by sentences.
  [[nodiscard]] bool is_list_of_names() const;
  [[nodiscard]] bool is_for_programs() const { return docx::is_for_programs(*field) && collection().empty(); }
};

/// All places of a type, with the words of its description and of templates of the municipality's own.
[[nodiscard]] std::unique_ptr<Spot> make_spots(const TypeInfo& type, std::span<const DocumentForm> forms);

/// The fields that templates name and that the type does not have.
[[nodiscard]] std::vector<std::string> unknown_fields(const Spot& root, std::span<const DocumentForm> forms);

/// The place with this path, or nullptr.
[[nodiscard]] const Spot* find_spot(const Spot& root, std::string_view path);

}  // namespace kvalitet::docx
