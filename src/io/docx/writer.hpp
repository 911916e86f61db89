#pragma once
// Writes the text of a document, and any part of it, such as a row or a section that is put into somebody's document.
#include "io/docx/frame.hpp"
#include "io/docx/spot.hpp"
#include "io/docx/values.hpp"
#include "io/markup.hpp"
#include "kvalitet/io/docx.hpp"

namespace kvalitet::docx {

class Writer {
 public:
  Writer(const QualitySystem& system, const DocxOptions& options);

  /// The whole main part.
  [[nodiscard]] std::string document(const Spot& root, const void* record);
  /// What the text refers to, when it is whole.
  [[nodiscard]] const Related& related() const { return related_; }
  /// What the document is called.
  [[nodiscard]] Text title(const Spot& root, const void* record) const;

  /// A row of a table whose columns are these, nullptr for one of somebody's own.
  [[nodiscard]] std::string row(const std::vector<const Spot*>& columns, const void* item);
  /// A record with its heading, at a level; `number` among its like, from 1.
  [[nodiscard]] std::string section(const Spot& spot, const void* item, std::size_t number, int level);
  /// A field with its label or heading, at a level.
  [[nodiscard]] std::string field(const Spot& spot, const void* value, int level);
  /// Runs that show a text; \n is a line break.
  [[nodiscard]] std::string runs(std::string_view text);

 private:
  // A record or value that is nullptr is not there yet: there is room for it.
  void put_fields(const Spot& of, const void* record, int level);
  void put_fact(const Spot& spot, const void* value);
  void put_prose(const Spot& spot, const void* value, int level);
  void put_table(const Spot& spot, const void* list, int level);
  void put_row(const std::vector<const Spot*>& columns, const void* item);
  void put_section(const Spot& spot, const void* item, std::size_t number, int level);
  void put_sections(const Spot& spot, const void* list, int level);
  void put_part(const Spot& spot, const void* value, int level);

  void put_heading(int level, std::string_view text);
  void begin_heading(int level, std::string_view text);
  void put_help(const Spot& spot);
  void put_help(std::string_view text);
  void put_help_of_document(const Spot& root);
  void put_links();
  void put_pictures();
  void put_texts(const Spot& spot, std::string_view text);
  void put_control(const Spot& spot, std::string_view text);
  void begin_cell_paragraph();
  void put_placeholder(std::string_view text);
  void put_runs(std::string_view text, std::string_view style = {}, bool bold = false);
  void put_header(const std::vector<const Spot*>& columns, const std::vector<int>& widths);
  void value(std::string_view element, std::string_view of);

  [[nodiscard]] std::string quote(const Citation& citation) const;
  [[nodiscard]] std::string shown(const Spot& spot, const void* value) const;
  [[nodiscard]] std::string_view word(Label label) const;
  [[nodiscard]] std::string_view prompt(const TypeInfo& type, std::string_view collection) const;
  [[nodiscard]] std::vector<const Spot*> columns_of(const Spot& rows, const void* list) const;
  [[nodiscard]] bool is_shown(const Spot& spot, const void* record) const;

  const QualitySystem& system_;
  const DocxOptions& options_;
  Values values_;
  std::vector<const Document*> documents_;
  std::vector<const Spot*> helped_;
  Related related_;
  Markup out_;
  std::size_t controls_ = 0;
};

}  // namespace kvalitet::docx
