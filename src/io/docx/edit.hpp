#pragma once
// Changes to somebody's document. Whatever is not changed stays as it is, with its formatting.
#include "io/docx/blocks.hpp"
#include "io/docx/outline.hpp"

#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kvalitet::docx {

class Edit {
 public:
  Edit(pugi::xml_document& main, const Styles& styles);

  /// Puts a text in place of what pieces say; not where a paragraph of theirs is joined to another. In one paragraph,
  /// lines are breaks; otherwise each is a paragraph.
  void set_text(const std::vector<Piece>& pieces, std::string_view text, bool in_one_paragraph);

  /// Puts markup of the library's own behind a node, in front of it, or at the beginning of the document.
  void insert_after(const pugi::xml_node& node, std::string_view markup);
  void insert_before(const pugi::xml_node& node, std::string_view markup);
  void insert_first(std::string_view markup);

  /// Takes effect with finish(), so that until then other nodes can be put beside it.
  void remove(const pugi::xml_node& node);
  /// A cell keeps its last paragraph, and a paragraph that holds more than text stays: empty.
  void remove_paragraph(const Paragraph& paragraph);

  /// Whether pages may be laid out otherwise behind a paragraph.
  [[nodiscard]] bool ends_section(const Paragraph& paragraph) const;

  void finish();
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  pugi::xml_node new_paragraph(pugi::xml_node beside, const pugi::xml_node& like, std::string_view text, bool behind);
  void set_piece(const Piece& piece, std::string_view text);
  /// Puts a text in place of what a paragraph says between two of its bytes.
  void set_range(const pugi::xml_node& paragraph, std::size_t from, std::size_t to, std::string_view text);
  [[nodiscard]] pugi::xml_node new_run(pugi::xml_node paragraph, const pugi::xml_node& before) const;
  void split_at(const pugi::xml_node& paragraph, std::size_t at) const;
  void split_run(pugi::xml_node run, std::size_t at) const;
  /// The nodes of markup, made to fit the styles and the names of this document.
  void prepare(pugi::xml_document& fragment, std::string_view markup) const;
  void give_prefix(pugi::xml_node node) const;
  /// The text of a run, from a byte on.
  void cut_run(pugi::xml_node run, std::size_t keep) const;
  void give_role(pugi::xml_node run, bool meant) const;
  void append_run_text(pugi::xml_node run, std::string_view text) const;
  [[nodiscard]] pugi::xml_node copy_run(const pugi::xml_node& run) const;
  void settle_control(const pugi::xml_node& run, std::string_view text) const;

  pugi::xml_document& main_;
  const Styles& styles_;
  Vocabulary words_;
  std::vector<pugi::xml_node> removed_;
  std::unordered_set<const void*> gone_;
  std::unordered_map<const void*, pugi::xml_node> tails_;  // what was put behind a node last
  pugi::xml_node first_;                                   // stands before everything, until it is finished
  std::unordered_map<const void*, std::size_t> left_;      // paragraphs that stay in a cell
  /// A value in a paragraph that says more; takes effect with finish(), since others are found by where it was read.
  struct Change {
    Piece piece;
    std::string text;
  };
  std::vector<Change> changes_;
  std::unordered_map<const Paragraph*, std::set<std::size_t>> shared_;  // the paragraph and the places of each
  bool changed_ = false;
};

}  // namespace kvalitet::docx
