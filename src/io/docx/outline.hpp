#pragma once
// Which of a document's words belong to which place of its type. Structure decides: headings, labels, tables.
#include "io/docx/blocks.hpp"
#include "io/docx/spot.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kvalitet::docx {

/// A paragraph, from behind its label on, or a part of it.
struct Piece {
  const Paragraph* paragraph = nullptr;
  std::size_t from = 0;
  std::size_t to = std::string::npos;  ///< where something else begins in the same paragraph

  [[nodiscard]] std::string_view text() const { return std::string_view(paragraph->text).substr(from, to - from); }
  [[nodiscard]] bool is_whole() const { return from == 0 && to == std::string::npos; }
};

struct Part;

/// What the document has for one field of a record.
struct Entry {
  bool unreadable = false;                   ///< what stands there is not, or not all, such a value
  bool named = false;                        ///< its label, column or heading is there
  std::vector<Piece> pieces;                 ///< of a single value, or of a list of them
  std::vector<std::vector<Piece>> echoes;    ///< where a title is said again, so that it is known which record is meant
  std::vector<std::unique_ptr<Part>> parts;  ///< the records
  std::vector<std::unique_ptr<Part>> blanks;  ///< room for records, once the document has been read
  const Table* table = nullptr;               ///< in which the records are rows, the last one
  std::vector<const Spot*> columns;           ///< of that table's grid
  std::size_t end = 0;                        ///< the block behind the last that belongs to it

  /// The text of all pieces, without empty paragraphs around it.
  [[nodiscard]] std::string text() const;
};

/// What the document has for one record.
struct Part {
  const Spot* spot = nullptr;
  std::vector<Entry> entries;  ///< one for each field
  const Paragraph* heading = nullptr;
  const Row* row = nullptr;
  bool shares_row = false;  ///< its row says other records as well, or it goes on in other rows
  bool there = false;       ///< is meant to be there, with or without any text
  std::size_t begin = 0;    ///< its blocks, for what is no row
  std::size_t end = 0;

  explicit Part(const Spot& of) : spot(&of), entries(of.children.size()) {}
  [[nodiscard]] Entry& entry(const Spot& child) { return entries[child.index]; }
  /// The number of the paragraph that it begins with, or 0.
  [[nodiscard]] int paragraph() const;
};

/// Words that found no place.
struct Leftover {
  std::string_view code;
  const Part* within = nullptr;
  int paragraph = 0;
  std::string text;
  std::string about;  ///< the label or column that is unknown or stands there twice
};

struct Outline {
  std::unique_ptr<Part> root;
  std::vector<Leftover> leftovers;
  const Paragraph* title = nullptr;  ///< of the document
};

/// Refers to both.
[[nodiscard]] Outline make_outline(const Spot& root, const Body& body);

}  // namespace kvalitet::docx
