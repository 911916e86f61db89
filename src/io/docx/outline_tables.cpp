#include "base/blank.hpp"
#include "documents/same_title.hpp"
#include "io/docx/labels.hpp"
#include "io/docx/outliner.hpp"

#include <algorithm>

namespace kvalitet::docx {
namespace {

std::vector<Piece> pieces_of(const Cell& cell) {
  std::vector<Piece> pieces;
  for (const Paragraph& paragraph : cell.paragraphs)
    if (paragraph.help == 0) pieces.push_back({&paragraph, 0});
  return pieces;
}

std::string text_of(const Cell& cell) {
  Entry entry;
  entry.pieces = pieces_of(cell);
  return entry.text();
}

bool is_blank_cell(const Cell& cell) {
  return std::all_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                     [](const Paragraph& paragraph) { return is_blank(paragraph.text); });
}

/// Nobody has written anything in it.
bool is_untouched(const Row& row) {
  for (const Cell& cell : row.cells)
    for (const Paragraph& paragraph : cell.paragraphs)
      if (paragraph.help == 0 && (paragraph.says_empty || !is_blank(paragraph.text))) return false;
  return true;
}

bool says_empty(const Row& row) {
  for (const Cell& cell : row.cells)
    for (const Paragraph& paragraph : cell.paragraphs)
      if (paragraph.says_empty) return true;
  return false;
}

std::string text_of(const Row& row) {
  std::string text;
  for (const Cell& cell : row.cells) {
    const std::string part = text_of(cell);
    if (is_blank(part)) continue;
    if (!text.empty()) text += " | ";
    text += part;
  }
  return text;
}

int number_of(const Cell& cell) { return cell.paragraphs.empty() ? 0 : cell.paragraphs.front().number; }

bool is_below(const Spot* spot, const Spot& ancestor) {
  while (spot != nullptr && spot != &ancestor) spot = spot->parent;
  return spot == &ancestor;
}

}  // namespace

const Spot* find_column(const Spot& within, const LabelText& label) {
  for (const Spot& child : within.children) {
    if (!child.holds_fields() && label.is(child.labels)) return &child;
    if (!child.holds_fields()) continue;
    const Spot* const title = child.title();
    if (title != nullptr && (label.is(child.labels) || label.is(child.beginnings))) return title;
  }
  for (const Spot& child : within.children)
    if (child.holds_fields())
      if (const Spot* found = find_column(child, label)) return found;
  return nullptr;
}

void TableOutliner::run() {
  if (table_.rows.empty()) return;
  const Columns columns = best_columns();
  std::size_t said = 0;
  const std::size_t labels = labels_known(said);
  // What part of the words at the top, and of those at the left, is known.
  const bool has_columns = columns.known >= 2 || (columns.known == 1 && columns.said == 1);
  const bool has_labels = labels > 0 && 2 * labels >= said;
  if (has_columns && (!has_labels || columns.known * said >= labels * columns.said)) {
    rows(columns);
  } else if (has_labels) {
    form();
  } else if (!continue_last()) {
    leave_all();
  }
}

std::vector<TableOutliner::Head> TableOutliner::heads() const {
  constexpr std::size_t header_rows = 3;
  std::vector<Head> heads;
  for (std::size_t row = 0; row < std::min(table_.rows.size(), header_rows); ++row)
    for (const Cell& cell : table_.rows[row].cells) {
      std::string label = text_of(cell);
      if (is_blank(label)) continue;
      LabelText words = out_.label(label);
      heads.push_back({row, cell.column, std::move(label), std::move(words)});
    }
  return heads;
}

TableOutliner::Columns TableOutliner::columns_of(const std::vector<Head>& heads, std::size_t row,
                                                 std::size_t frame) const {
  Columns columns;
  columns.frame = frame;
  columns.header = row;
  const Spot& within = *out_.frames_[frame].part->spot;
  // Below a heading of their own, columns are first of all that list's.
  const bool inner =
      out_.section_.spot != nullptr && out_.section_.spot->holds_fields() && frame + 1 == out_.frames_.size();
  for (const Head& head : heads) {
    if (head.row != row) continue;
    if (columns.spots.size() <= head.column) {
      columns.spots.resize(head.column + 1, nullptr);
      columns.labels.resize(head.column + 1);
    }
    columns.labels[head.column] = head.label;
    ++columns.said;
    const Spot* spot = inner ? find_column(*out_.section_.spot, head.words) : nullptr;
    if (spot == nullptr) spot = find_column(within, head.words);
    const bool taken = std::find(columns.spots.begin(), columns.spots.end(), spot) != columns.spots.end();
    if (spot == nullptr || taken) continue;
    columns.spots[head.column] = spot;
    ++columns.known;
  }
  // A table is as wide as its widest row, also where nothing stands above a column.
  for (const Cell& cell : table_.rows[row].cells)
    if (columns.spots.size() <= cell.column) {
      columns.spots.resize(cell.column + 1, nullptr);
      columns.labels.resize(cell.column + 1);
    }
  return columns;
}

TableOutliner::Columns TableOutliner::best_columns() const {
  const std::vector<Head> all = heads();
  Columns best;
  for (std::size_t frame = out_.frames_.size(); frame-- > 0;)
    for (std::size_t row = 0; row < table_.rows.size() && row < 3; ++row) {
      Columns columns = columns_of(all, row, frame);
      // Only records have columns: a row of facts is no header.
      const bool records = std::any_of(columns.spots.begin(), columns.spots.end(), [&](const Spot* spot) {
        return spot != nullptr && spot->parent != out_.frames_[frame].part->spot;
      });
      if (records && columns.known > best.known) best = std::move(columns);
    }
  return best;
}

std::size_t TableOutliner::labels_known(std::size_t& said) const {
  std::size_t known = 0;
  for (const Row& row : table_.rows)
    for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) {
      const std::string label = text_of(row.cells[i]);
      if (is_blank(label)) continue;
      ++said;
      // What the document as a whole has a place for, every record in it has.
      const bool found = find_column(*out_.outline_.root->spot, out_.label(label)) != nullptr;
      if (found || out_.find(label, 0)) ++known;
    }
  return known;
}

bool TableOutliner::continue_last() {
  const Spot* const list = out_.section_.spot;
  if (list == nullptr || !list->holds_fields()) return false;
  Columns columns;
  columns.frame = out_.frames_.size() - 1;
  std::size_t width = 0;
  for (const Row& row : table_.rows)
    for (const Cell& cell : row.cells) width = std::max(width, cell.column + 1);
  columns.spots = out_.section_.columns;
  if (columns.spots.empty()) {
    // Without any header, the columns are those of an ordinary document, if there are as many.
    for (const Spot& child : list->children)
      if (!child.is_for_programs() || child.field->required) columns.spots.push_back(&child);
    if (columns.spots.size() != width) return false;
    out_.leave("docx.no-header", table_.number, text_of(table_.rows.front()));
  }
  if (columns.spots.size() != width) return false;
  columns.labels.resize(width);
  columns.header = table_.rows.size();  // none
  rows(columns);
  return true;
}

void TableOutliner::rows(const Columns& columns) {
  Part& base = *out_.frames_[columns.frame].part;
  // One list of small records, or several levels of records side by side.
  const Spot* list = nullptr;
  bool spread = false;
  for (const Spot* spot : columns.spots) {
    if (spot == nullptr) continue;
    if (list != nullptr && list != spot->parent) spread = true;
    list = spot->parent;
  }
  if (list == nullptr) return;
  spread = spread || list->parent != base.spot || list->shape != Shape::rows;
  const bool inner = out_.section_.spot == list && columns.frame + 1 == out_.frames_.size();
  if (!inner) out_.pop_to(columns.frame);
  if (inner) out_.section_.columns = columns.spots;
  if (!spread) {
    base.entry(*list).named = true;
    base.entry(*list).table = &table_;
    base.entry(*list).columns = columns.spots;
    base.entry(*list).end = out_.block_ + 1;
  }
  const bool headless = columns.header >= table_.rows.size();
  if (!headless)
    for (const Cell& cell : table_.rows[columns.header].cells)
      if (columns.spots[cell.column] != nullptr) out_.leave_remark(number_of(cell), text_of(cell));
  for (std::size_t i = 0; i < columns.header && !headless; ++i)
    if (const std::string above = text_of(table_.rows[i]); !is_blank(above))
      out_.leave("docx.unplaced-table", table_.number, above);
  for (std::size_t i = headless ? 0 : columns.header + 1; i < table_.rows.size(); ++i) {
    const Row& row = table_.rows[i];
    if (is_header_again(row, columns) || (spread && is_untouched(row))) continue;
    if (spread)
      spread_row(row, columns, base);
    else
      simple_row(row, columns, base, *list);
  }
}

/// A header that somebody has pasted in once more, at the top of a page: each cell says what stands above its column.
bool TableOutliner::is_header_again(const Row& row, const Columns& columns) {
  std::size_t said = 0;
  for (const Cell& cell : row.cells) {
    const std::string label = cell.column < columns.labels.size() ? columns.labels[cell.column] : std::string();
    if (folded_title(text_of(cell)) != folded_title(label)) return false;
    if (!is_blank(label)) ++said;
  }
  return said > 0 && said == columns.said && !says_empty(row);
}

/// The cells of a row; one that is merged with the cell above says what that says.
void TableOutliner::fill(Part& part, const Spot& list, const Row& row, const Columns& columns, Part* above) {
  for (const Cell& cell : row.cells) {
    const Spot* const spot = cell.column < columns.spots.size() ? columns.spots[cell.column] : nullptr;
    if (spot == nullptr || spot->parent != &list) continue;
    Entry& entry = part.entry(*spot);
    entry.named = true;
    const std::vector<Piece> pieces = !cell.continues    ? pieces_of(cell)
                                      : above != nullptr ? above->entry(*spot).pieces
                                                         : std::vector<Piece>();
    entry.pieces.insert(entry.pieces.end(), pieces.begin(), pieces.end());
  }
}

void TableOutliner::simple_row(const Row& row, const Columns& columns, Part& parent, const Spot& list) {
  Entry& entry = parent.entry(list);
  Part* const above = entry.parts.empty() ? nullptr : entry.parts.back().get();
  const bool goes_on =
      above != nullptr && !is_untouched(row) && std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
        return cell.continues && cell.column < columns.spots.size() && columns.spots[cell.column] != nullptr &&
               columns.spots[cell.column] == list.title();
      });
  if (row.cells.size() == 1 && columns.spots.size() > 1) {  // a heading within the table
    if (!is_blank_cell(row.cells.front()))
      out_.leave("docx.unplaced-text", number_of(row.cells.front()), text_of(row.cells.front()));
    return;
  }
  if (goes_on) {
    fill(*above, list, row, columns, nullptr);
    above->shares_row = true;
  } else {
    auto part = std::make_unique<Part>(list);
    part->row = &row;
    part->there = says_empty(row);
    part->begin = part->end = out_.block_;
    fill(*part, list, row, columns, above);
    entry.parts.push_back(std::move(part));
  }
  for (const Cell& cell : row.cells) {
    const bool known = cell.column < columns.spots.size() && columns.spots[cell.column] != nullptr;
    if (known || is_blank_cell(cell)) continue;
    out_.leave("docx.unknown-column", number_of(cell), text_of(cell));
    if (cell.column < columns.labels.size()) out_.outline_.leftovers.back().about = columns.labels[cell.column];
  }
}

void TableOutliner::spread_row(const Row& row, const Columns& columns, Part& base) {
  // The lists whose records the columns describe, from the outermost.
  std::vector<const Spot*> lists;
  for (const Spot* spot : columns.spots)
    if (spot != nullptr && std::find(lists.begin(), lists.end(), spot->parent) == lists.end())
      lists.push_back(spot->parent);
  for (std::size_t i = 0; i < lists.size(); ++i)
    if (lists[i]->parent != base.spot && lists[i] != base.spot &&
        std::find(lists.begin(), lists.end(), lists[i]->parent) == lists.end())
      lists.push_back(lists[i]->parent);  // one that no column describes
  std::sort(lists.begin(), lists.end(), [](const Spot* a, const Spot* b) { return a->path.size() < b->path.size(); });

  const auto described = [&](const Spot* list) {
    return std::any_of(columns.spots.begin(), columns.spots.end(),
                       [&](const Spot* spot) { return spot != nullptr && spot->parent == list; });
  };
  // Whether a record of a list below has a title in this row by which it is found.
  const auto named_below = [&](const Spot* list) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      const Spot* const spot = cell.column < columns.spots.size() ? columns.spots[cell.column] : nullptr;
      return spot != nullptr && spot->parent->parent == list && spot == spot->parent->title() && !is_blank_cell(cell) &&
             out_.find_titled(nullptr, *spot->parent, text_of(cell)) != nullptr;
    });
  };
  const auto record_of = [&](const Spot* list) -> Part* {
    if (list == base.spot) return &base;
    for (const auto& [spot, part] : current_)
      if (spot == list) return part;
    return nullptr;
  };
  const auto begin = [&](const Spot* list, Part& parent, Part* known) {
    current_.erase(std::remove_if(current_.begin(), current_.end(),
                                  [&](const auto& entry) { return is_below(entry.first, *list); }),
                   current_.end());
    if (known == nullptr) {
      auto part = std::make_unique<Part>(*list);
      part->row = &row;
      part->shares_row = true;
      part->begin = part->end = out_.block_;
      known = part.get();
      parent.entry(*list).named = true;
      parent.entry(*list).parts.push_back(std::move(part));
    }
    current_.emplace_back(list, known);
    return known;
  };

  for (const Cell& cell : row.cells) {
    const Spot* const spot = cell.column < columns.spots.size() ? columns.spots[cell.column] : nullptr;
    if (spot != nullptr && spot->parent == base.spot && !is_blank_cell(cell))
      out_.put_fact(base, *spot, pieces_of(cell));
  }
  for (const Spot* list : lists) {
    if (list == base.spot) continue;
    const bool outer = std::any_of(lists.begin(), lists.end(),
                                   [&](const Spot* other) { return other != list && is_below(other, *list); });
    std::vector<const Cell*> cells;
    bool said = false;
    std::string title;
    for (const Cell& cell : row.cells) {
      const Spot* const spot = cell.column < columns.spots.size() ? columns.spots[cell.column] : nullptr;
      if (spot == nullptr || spot->parent != list || cell.continues) continue;
      cells.push_back(&cell);
      if (is_blank_cell(cell)) continue;
      said = true;
      if (spot == list->title()) title = text_of(cell);
    }
    // A record that is named where nothing says what it is part of is one that the document has told of.
    Part* const told =
        outer && !title.empty() && !described(list->parent) ? out_.find_titled(nullptr, *list, title) : nullptr;
    const auto echo = [&](Part& again) {
      for (const Cell* cell : cells)
        if (columns.spots[cell->column] == list->title() && !is_blank_cell(*cell))
          again.entry(*list->title()).echoes.push_back(pieces_of(*cell));
    };
    if (told != nullptr) {
      echo(*told);
      (void)begin(list, base, told);
      continue;
    }
    Part* const parent = record_of(list->parent);
    if (parent == nullptr) {  // nothing says what the record is part of
      for (const Cell* cell : cells)
        if (!is_blank_cell(*cell)) out_.leave("docx.unplaced-text", number_of(*cell), text_of(*cell));
      continue;
    }
    if (!said) {
      if (outer && record_of(list) == nullptr && !named_below(list)) begin(list, *parent, nullptr);
      continue;
    }
    if (!outer && cells.size() == 1 && columns.spots[cells.front()->column] == list->title()) {
      out_.add_items(*parent, *list, pieces_of(*cells.front()));  // each paragraph is one
      continue;
    }
    Part* const known = outer && !title.empty() ? out_.find_titled(parent, *list, title) : nullptr;
    Part* const part = begin(list, *parent, known);
    if (known == nullptr) {
      fill(*part, *list, row, columns, nullptr);
      out_.remember(*parent, *part);
      continue;
    }
    echo(*known);
    for (const Cell* cell : cells) {
      const Spot& spot = *columns.spots[cell->column];
      Entry& entry = known->entry(spot);
      if (&spot == list->title() || is_blank_cell(*cell) || entry.text() == text_of(*cell)) continue;
      out_.put_fact(*known, spot, pieces_of(*cell));
    }
  }
  for (const Cell& cell : row.cells) {
    const bool known = cell.column < columns.spots.size() && columns.spots[cell.column] != nullptr;
    if (known || is_blank_cell(cell)) continue;
    out_.leave("docx.unknown-column", number_of(cell), text_of(cell));
    if (cell.column < columns.labels.size()) out_.outline_.leftovers.back().about = columns.labels[cell.column];
  }
}

void TableOutliner::form() {
  out_.close_section();
  for (const Row& row : table_.rows) {
    if (row.cells.size() == 1) {
      const Cell& cell = row.cells.front();
      for (const Paragraph& paragraph : cell.paragraphs)
        if (!is_blank(paragraph.text) && paragraph.help == 0 && !out_.open(paragraph, paragraph.text, 0))
          out_.leave("docx.unplaced-text", paragraph.number, paragraph.text);
      continue;
    }
    for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) form_pair(row.cells[i], row.cells[i + 1]);
    if (row.cells.size() % 2 == 1 && !is_blank_cell(row.cells.back()))
      out_.leave("docx.unplaced-text", number_of(row.cells.back()), text_of(row.cells.back()));
  }
  out_.close_section();
}

void TableOutliner::form_pair(const Cell& label_cell, const Cell& value) {
  const std::string label = text_of(label_cell);
  std::vector<Piece> pieces = pieces_of(value);
  if (is_blank(label) && is_blank_cell(value)) return;
  const auto target = out_.find(label, 0);
  if (!target) {
    if (is_blank_cell(value)) return;
    out_.leave("docx.unknown-label", number_of(value), text_of(value));
    out_.outline_.leftovers.back().about = label;
    return;
  }
  const Spot& spot = *target->spot;
  out_.pop_to(target->frame);
  if (!target->item)
    out_.leave_remark(number_of(label_cell), label);
  else if (!is_blank(label.substr(target->rest)))
    out_.leave("docx.more-words", number_of(label_cell), label.substr(target->rest));
  Part& part = *out_.frames_.back().part;
  if (spot.shape == Shape::sections) {
    if (is_blank_cell(value) && !target->item) return;
    // The same area in the table of another commitment is the same area.
    const std::string title = text_of(value);
    const int level = out_.frames_.back().level + 1;
    Part* const known = out_.find_titled(&part, spot, title);
    if (known != nullptr && !is_blank(title)) {
      known->entry(*spot.title()).echoes.push_back(std::move(pieces));
      out_.frames_.push_back({known, level});
      return;
    }
    out_.begin_section(spot, nullptr, 0, level);
    Part& section = *out_.frames_.back().part;
    if (const Spot* const name = spot.title()) section.entry(*name).pieces = std::move(pieces);
    out_.remember(part, section);
  } else {
    out_.put_labelled(part, spot, std::move(pieces));
  }
}

void TableOutliner::leave_all() {
  for (const Row& row : table_.rows) {
    const std::string text = text_of(row);
    if (is_blank(text)) continue;
    out_.leave("docx.unplaced-table", table_.number, text);
  }
}

}  // namespace kvalitet::docx
