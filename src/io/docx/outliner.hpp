#pragma once
// Goes through a document from its beginning to its end and keeps in mind in which record and field it is.
#include "io/docx/labels.hpp"
#include "io/docx/outline.hpp"

#include <map>
#include <optional>
#include <tuple>

namespace kvalitet::docx {

class Outliner {
 public:
  Outliner(const Spot& root, const Body& body);
  [[nodiscard]] Outline run() &&;

 private:
  friend class TableOutliner;

  /// A record that is open.
  struct Frame {
    Part* part;
    int level;  // of its heading
  };
  /// A field of the innermost record whose words follow.
  struct Section {
    const Spot* spot = nullptr;
    int level = 0;
    std::vector<Piece> loose = {};          // paragraphs beside a list's tables
    std::vector<const Spot*> columns = {};  // of the last table
    bool again = false;                     // it was there before
  };
  /// What a heading or label means.
  struct Target {
    std::size_t frame = 0;
    const Spot* spot = nullptr;
    bool item = false;     // it begins a record
    std::size_t rest = 0;  // what follows the label
    bool open = false;
  };

  void paragraph(const Paragraph& paragraph);
  void heading(const Paragraph& paragraph);
  bool bold_label(const Paragraph& paragraph);
  void body_text(const Paragraph& paragraph);
  void take(Piece piece);
  bool fact(const Paragraph& paragraph);
  struct Fact {
    const Spot* spot = nullptr;
    std::size_t rest = 0;  // where its value begins
  };
  [[nodiscard]] Fact fact_at(const Paragraph& paragraph, std::size_t begin, std::size_t end) const;
  void put_labelled(Part& part, const Spot& spot, std::vector<Piece> pieces);
  void put_leaf(Part& parent, const Spot& leaf, std::vector<Piece> pieces);
  bool typed_heading(const Paragraph& paragraph);
  bool flat_heading(const Paragraph& paragraph);
  [[nodiscard]] const Spot* section_at(int level) const;
  /// Whether that is so; then a remark behind it is told.
  bool bare_label(int paragraph, std::string_view text);
  [[nodiscard]] bool is_of_template(std::string_view text) const;
  [[nodiscard]] LabelText label(std::string_view text) const;

  /// What a heading means: where the levels of headings say so, in the record that they put it in, else in the
  /// innermost that has such a place. Level 0: it has none.
  [[nodiscard]] std::optional<Target> find(std::string_view text, int level) const;
  [[nodiscard]] std::optional<Target> find_in(std::size_t frame, std::string_view text) const;
  /// Opens what a heading or label means; false when that is nothing.
  bool open(const Paragraph& paragraph, std::string_view text, int level);
  /// A record below the innermost one, whose title stands in its heading from `rest` on.
  void begin_section(const Spot& spot, const Paragraph* heading, std::size_t rest, int level);
  void begin_field(std::size_t frame, const Spot& spot, const Paragraph& label, std::size_t rest, int level);
  void put_fact(Part& part, const Spot& spot, std::vector<Piece> pieces);
  /// A record for each paragraph, which is its title.
  void add_items(Part& parent, const Spot& spot, const std::vector<Piece>& pieces);
  /// Keeps a record's title in mind, by which tables and forms name it again.
  void remember(const Part& parent, Part& part);
  /// The record of a list with this title, however it is spaced: below one record, or anywhere.
  [[nodiscard]] Part* find_titled(const Part* parent, const Spot& list, std::string_view title) const;
  [[nodiscard]] bool more_follow(const Spot& list) const;
  void close_section();
  void pop_to(std::size_t frame);
  void leave(std::string_view code, int paragraph, std::string text);
  void leave_remark(int paragraph, std::string_view label);

  const Body& body_;
  Outline outline_;
  std::vector<Frame> frames_;
  std::map<std::tuple<const Part*, const Spot*, std::string>, Part*> titled_;
  Section section_;
  Entry* last_fact_ = nullptr;  // to which lines that follow belong
  const Spot* last_fact_spot_ = nullptr;
  std::map<int, const Spot*> levels_;  // at which headings sections begin
  bool flat_ = false;                  // it has no headings
  bool in_unknown_ = false;            // below a heading that means nothing
  std::size_t block_ = 0;
};

/// The single value below a place, at any depth, that a column with these words holds.
[[nodiscard]] const Spot* find_column(const Spot& within, const LabelText& label);

/// Reads one table: rows of records, rows that spread several levels of records over their columns, or labels with
/// values beside them.
class TableOutliner {
 public:
  TableOutliner(Outliner& outliner, const Table& table) : out_(outliner), table_(table) {}
  void run();

 private:
  /// Columns that mean something, below one record.
  struct Columns {
    std::size_t frame = 0;
    std::size_t header = 0;           // its row
    std::vector<const Spot*> spots;   // by column of the table's grid; nullptr: unknown
    std::vector<std::string> labels;  // as they stand there
    std::size_t known = 0;
    std::size_t said = 0;  // columns that say anything
  };

  /// A cell that may be the head of a column.
  struct Head {
    std::size_t row;
    std::size_t column;
    std::string label;
    LabelText words;
  };
  [[nodiscard]] std::vector<Head> heads() const;
  [[nodiscard]] Columns columns_of(const std::vector<Head>& heads, std::size_t row, std::size_t frame) const;
  [[nodiscard]] Columns best_columns() const;
  [[nodiscard]] std::size_t labels_known(std::size_t& said) const;
  bool continue_last();
  void rows(const Columns& columns);
  [[nodiscard]] static bool is_header_again(const Row& row, const Columns& columns);
  void simple_row(const Row& row, const Columns& columns, Part& parent, const Spot& list);
  void spread_row(const Row& row, const Columns& columns, Part& base);
  void form();
  void form_pair(const Cell& label, const Cell& value);
  void fill(Part& part, const Spot& list, const Row& row, const Columns& columns, Part* above);
  void leave_all();

  Outliner& out_;
  const Table& table_;
  std::vector<std::pair<const Spot*, Part*>> current_;  // of rows that spread: the records they go on in
};

}  // namespace kvalitet::docx
