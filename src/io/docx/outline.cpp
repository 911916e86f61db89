#include "base/blank.hpp"
#include "documents/same_title.hpp"
#include "io/docx/labels.hpp"
#include "io/docx/outliner.hpp"
#include "io/docx/own_words.hpp"

#include <algorithm>

namespace kvalitet::docx {
namespace {

/// Stands between two texts of one field.
const Paragraph no_paragraph;

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text.substr(at, 1))) ++at;
  return at;
}

/// Each line by itself, and of names in a line each name: `Almen, Boken och Linden`.
std::vector<Piece> split(const std::vector<Piece>& pieces, bool names) {
  std::vector<Piece> all;
  for (const Piece& piece : pieces) {
    const std::string& text = piece.paragraph->text;
    const std::size_t end = std::min(piece.to, text.size());
    for (std::size_t begin = piece.from; begin <= end;) {
      std::size_t stop = std::min(text.find('\n', begin), end);
      std::size_t next = stop + 1;
      if (names)
        for (const std::string_view word : {std::string_view(", "), std::string_view("; "), std::string_view(" och "),
                                            std::string_view(" and "), std::string_view(" samt ")})
          if (const std::size_t at = text.find(word, begin); at < stop) {
            stop = at;
            next = at + word.size();
          }
      all.push_back({piece.paragraph, begin, stop >= text.size() ? std::string::npos : stop});
      begin = next;
    }
  }
  return all;
}

}  // namespace

std::string Entry::text() const {
  std::size_t first = 0;
  std::size_t last = pieces.size();
  while (first < last && pieces[first].text().empty()) ++first;
  while (last > first && pieces[last - 1].text().empty()) --last;
  std::string text;
  bool meant = false;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) text += '\n';
    text += pieces[i].text();
    meant = meant || pieces[i].paragraph->says_empty;
  }
  return is_blank(text) && !meant ? std::string() : text;  // a space that somebody left is no text
}

int Part::paragraph() const {
  if (heading != nullptr) return heading->number;
  if (row != nullptr)
    for (const Cell& cell : row->cells)
      if (!cell.paragraphs.empty()) return cell.paragraphs.front().number;
  return 0;
}

Outliner::Outliner(const Spot& root, const Body& body) : body_(body) {
  outline_.root = std::make_unique<Part>(root);
  outline_.root->there = true;
  frames_.push_back({outline_.root.get(), 0});
  flat_ = std::none_of(body.blocks.begin(), body.blocks.end(), [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->level > 0;
  });
}

Outline Outliner::run() && {
  for (; block_ < body_.blocks.size(); ++block_) {
    if (const auto* paragraph = std::get_if<Paragraph>(&body_.blocks[block_]))
      this->paragraph(*paragraph);
    else
      TableOutliner(*this, std::get<Table>(body_.blocks[block_])).run();
  }
  pop_to(0);
  outline_.root->end = body_.blocks.size();
  return std::move(outline_);
}

void Outliner::paragraph(const Paragraph& paragraph) {
  if (paragraph.help > 0) {
    const std::string behind = paragraph.text.substr(paragraph.help);  // written where the template helps
    if (!is_blank(behind)) leave("docx.unplaced-text", paragraph.number, behind);
    return;
  }
  if (!body_.own && is_of_template(paragraph.text)) return;
  if (paragraph.title && outline_.title == nullptr) {
    outline_.title = &paragraph;
    return;
  }
  if (paragraph.level > 0) {
    heading(paragraph);
    return;
  }
  if (flat_ && flat_heading(paragraph)) return;
  if (section_.spot == nullptr && !in_unknown_ && fact(paragraph)) return;
  if (paragraph.bold > 0 && bold_label(paragraph)) return;
  if (in_unknown_) {
    if (!is_blank(paragraph.text)) outline_.leftovers.back().text += '\n' + paragraph.text;
    return;
  }
  if (section_.spot != nullptr) {
    body_text(paragraph);
    return;
  }
  if (is_blank(paragraph.text)) return;
  if (const std::size_t colon = paragraph.text.find(':'); colon != std::string::npos)
    if (const auto target = find_in(frames_.size() - 1, std::string_view(paragraph.text).substr(0, colon));
        target && !target->item && target->spot->shape != Shape::sections) {
      begin_field(target->frame, *target->spot, paragraph, colon + 1, frames_.back().level + 1);
      return;
    }
  // The line below a fact goes on with a list, or says what the label's own line did not.
  constexpr std::size_t longest_value = 100;
  if (last_fact_ != nullptr && last_fact_->end == block_ && paragraph.text.size() <= longest_value &&
      paragraph.text.find(". ") == std::string::npos && paragraph.text.back() != '.' && !find(paragraph.text, 0) &&
      (is_list(*last_fact_spot_->field->type) || is_blank(last_fact_->text()))) {
    last_fact_->end = block_ + 1;
    last_fact_->pieces.push_back({&paragraph, 0});
    return;
  }
  if (!bare_label(paragraph.number, paragraph.text)) leave("docx.unplaced-text", paragraph.number, paragraph.text);
}

/// A label that the document has a place for somewhere, and nothing behind it.
bool Outliner::bare_label(int paragraph, std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !is_blank(text.substr(colon + 1)) ||
      find_column(*outline_.root->spot, label(text.substr(0, colon))) == nullptr)
    return false;
  leave_remark(paragraph, text.substr(0, colon));
  return true;
}

LabelText Outliner::label(std::string_view text) const { return LabelText(text, outline_.root->spot->longest_label); }

bool Outliner::is_of_template(std::string_view text) const {
  const auto& words = frames_.front().part->spot->template_words;
  return !words.empty() && label(text).is_whole(words);
}

namespace {

bool names_a_place(const Spot& spot, const LabelText& label) {
  return label.is_whole(spot.labels) || label.is_whole(spot.beginnings) ||
         std::any_of(spot.children.begin(), spot.children.end(),
                     [&](const Spot& child) { return names_a_place(child, label); });
}

}  // namespace

/// Tells of a remark in brackets behind a label, and of what stands behind the brackets, unless the label has it of
/// itself.
void Outliner::leave_remark(int paragraph, std::string_view label) {
  const std::size_t bracket = label.find('(');
  if (bracket != std::string_view::npos && !names_a_place(*outline_.root->spot, this->label(label)))
    leave("docx.more-words", paragraph,
          std::string(label.substr(bracket, label.find_last_not_of(" \t\n\r:*.") + 1 - bracket)));
}

/// In a document without any headings, a line that says what ours say is one.
bool Outliner::flat_heading(const Paragraph& paragraph) {
  const auto target = find(paragraph.text, 0);
  if (!target || (target->item && !target->open) || target->spot->shape == Shape::fact) return false;
  return open(paragraph, paragraph.text, 0);
}

/// A heading of somebody's own words at a level at which others begin a record, when what is below it is such a
/// record's.
const Spot* Outliner::section_at(int level) const {
  const auto known = levels_.find(level);
  if (known == levels_.end()) return nullptr;
  for (std::size_t i = block_ + 1; i < body_.blocks.size(); ++i) {
    const auto* const next = std::get_if<Paragraph>(&body_.blocks[i]);
    if (next == nullptr || next->level == 0) continue;
    if (next->level <= level) return nullptr;
    const LabelText words = label(next->text);
    for (const Spot& child : known->second->children)
      if (words.is(child.labels) || begins_with(next->text, child.beginnings)) return known->second;
    return nullptr;
  }
  return nullptr;
}

void Outliner::heading(const Paragraph& paragraph) {
  if (is_blank(paragraph.text) && !paragraph.placeholder) return;
  if (open(paragraph, paragraph.text, paragraph.level)) return;
  // `Varför: Enkäten visar …`: the heading and what belongs below it.
  if (const std::size_t colon = paragraph.text.find(':'); colon != std::string::npos)
    if (const auto target = find(std::string_view(paragraph.text).substr(0, colon), paragraph.level);
        target && !target->item && target->spot->shape != Shape::sections) {
      begin_field(target->frame, *target->spot, paragraph, colon + 1, paragraph.level);
      return;
    }
  if (const Spot* section = section_at(paragraph.level))
    for (std::size_t i = frames_.size(); i-- > 0;)
      if (frames_[i].part->spot == section->parent) {
        pop_to(i);
        begin_section(*section, &paragraph, 0, paragraph.level);
        return;
      }
  for (std::size_t i = frames_.size(); i-- > 0;)
    for (const Spot& child : frames_[i].part->spot->children)
      if (child.heading_level == paragraph.level) {
        pop_to(i);
        begin_section(child, &paragraph, 0, paragraph.level);
        return;
      }
  // A heading of somebody's own within a long text is part of it.
  if (section_.spot != nullptr && section_.spot->shape == Shape::prose && paragraph.level > section_.level) {
    body_text(paragraph);
    return;
  }
  // What stands below it belongs to no record that began before it.
  std::size_t around = frames_.size() - 1;
  while (around > 0 && frames_[around].level >= paragraph.level) --around;
  pop_to(around);
  leave("docx.unplaced-heading", paragraph.number, paragraph.text);
  outline_.leftovers.back().about = paragraph.text;
  in_unknown_ = true;
}

bool Outliner::bold_label(const Paragraph& paragraph) {
  const std::string_view text = paragraph.text;
  // A label is bold up to its colon, or up to where the words that belong to it begin.
  const std::size_t colon = text.find(':');
  const bool has_colon = colon != std::string_view::npos && colon <= paragraph.bold;
  const std::size_t end = has_colon ? colon : paragraph.bold;
  const std::string_view label = text.substr(0, end);
  const std::size_t rest = has_colon ? colon + 1 : end;
  if (has_colon || paragraph.bold < text.size()) {
    for (std::size_t i = frames_.size(); i-- > 0;) {
      const auto target = find_in(i, label);
      if (!target || target->item) continue;
      if (target->spot->shape == Shape::sections) continue;
      if (target->spot->shape == Shape::fact && target->spot->parent == frames_[i].part->spot) {
        if (i + 1 < frames_.size()) continue;  // that of a record around this one stands above
        close_section();
        leave_remark(paragraph.number, label);
        put_fact(*frames_.back().part, *target->spot, {Piece{&paragraph, skip_blank(text, rest)}});
      } else {
        begin_field(i, *target->spot, paragraph, rest, frames_[i].level + 1);
      }
      return true;
    }
    if (has_colon)
      for (std::size_t i = frames_.size(); i-- > 0;)
        for (const Spot& child : frames_[i].part->spot->children)
          if (child.shape == Shape::sections && begins_with(text, child.beginnings)) return open(paragraph, text, 0);
  }
  if (paragraph.bold != text.size()) return false;
  return open(paragraph, text, 0) || typed_heading(paragraph);
}

/// A heading of a template that goes by its level only, typed in bold: the innermost of those that have a place here.
bool Outliner::typed_heading(const Paragraph& paragraph) {
  constexpr std::size_t longest = 160;
  if (paragraph.text.size() > longest || is_blank(paragraph.text)) return false;
  for (std::size_t i = frames_.size(); i-- > 0;)
    for (const Spot& child : frames_[i].part->spot->children) {
      if (child.heading_level == 0) continue;
      pop_to(i);
      begin_section(child, &paragraph, 0, child.heading_level);
      return true;
    }
  return false;
}

std::optional<Outliner::Target> Outliner::find_in(std::size_t frame, std::string_view text) const {
  const LabelText label_text = this->label(text);
  const Spot& record = *frames_[frame].part->spot;
  const auto& places = record.children;
  // The title of a section stands in its heading; the same word again begins another.
  const Spot* const title = record.shape == Shape::sections ? record.title() : nullptr;
  for (const Spot& child : places)
    if (child.shape != Shape::part && &child != title && label_text.is(child.labels))
      return Target{frame, &child, false, text.size(), false};
  for (const Spot& child : places) {
    std::optional<Labelled> label;
    if (child.shape == Shape::sections) label = begins_with(text, child.beginnings);
    if (child.shape == Shape::part) label = begins_with(text, child.beginnings);
    if (label) return Target{frame, &child, true, label->rest, label->open};
  }
  // What a template calls a field of a small record that it has no table for.
  for (const Spot& child : places) {
    if (child.shape != Shape::rows) continue;
    const auto has_own_words = [&](const Spot& leaf) { return !leaf.own_labels.empty() && &leaf != child.title(); };
    const bool in_fields = std::any_of(child.children.begin(), child.children.end(), has_own_words);
    for (const Spot& leaf : child.children) {
      if (!label_text.is(leaf.own_labels)) continue;
      // The only field that the template asks for is what each record says.
      return Target{frame, &leaf == child.title() && !in_fields ? &child : &leaf, false, text.size(), false};
    }
  }
  return std::nullopt;
}

std::optional<Outliner::Target> Outliner::find(std::string_view text, int level) const {
  std::optional<Target> anywhere;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (anywhere && (level == 0 || frames_[i].level >= level)) continue;
    const auto target = find_in(i, text);
    if (!target) continue;
    if (level > 0 && frames_[i].level < level) return target;
    if (!anywhere) anywhere = target;
    if (anywhere && level == 0) return anywhere;
  }
  return anywhere;
}

bool Outliner::open(const Paragraph& paragraph, std::string_view text, int level) {
  const auto target = find(text, level);
  if (!target) return false;
  const int depth = level > 0 ? level : frames_[target->frame].level + 1;
  if (!target->item) {
    begin_field(target->frame, *target->spot, paragraph, text.size(), depth);
    return true;
  }
  pop_to(target->frame);
  if (level > 0 && target->spot->shape == Shape::sections) levels_.emplace(level, target->spot);
  begin_section(*target->spot, &paragraph, target->rest, depth);
  frames_.back().part->there = !target->open && !paragraph.placeholder && target->rest >= text.size();
  return true;
}

void Outliner::begin_section(const Spot& spot, const Paragraph* heading, std::size_t rest, int level) {
  Part& parent = *frames_.back().part;
  Entry& entry = parent.entry(spot);
  entry.named = true;
  auto part = std::make_unique<Part>(spot);
  part->heading = heading;
  part->begin = block_;
  if (heading != nullptr && rest < heading->text.size()) {
    const Spot* const title = spot.shape == Shape::part ? nullptr : spot.title();
    if (title != nullptr) {
      part->entry(*title).named = true;
      part->entry(*title).pieces.push_back({heading, rest});
    } else {
      leave("docx.unplaced-text", heading->number, heading->text.substr(rest));
    }
  }
  if (const Spot* const title = spot.shape == Shape::part ? nullptr : spot.title()) part->entry(*title).named = true;
  entry.parts.push_back(std::move(part));
  frames_.push_back({entry.parts.back().get(), level});
  remember(parent, *entry.parts.back());
  last_fact_ = nullptr;
  in_unknown_ = false;
}

void Outliner::begin_field(std::size_t frame, const Spot& spot, const Paragraph& label, std::size_t rest, int level) {
  pop_to(frame);
  leave_remark(label.number, std::string_view(label.text).substr(0, rest));
  if (spot.parent != frames_.back().part->spot) {  // of a small record: what stands on the label's line
    rest = skip_blank(label.text, rest);
    put_leaf(*frames_.back().part, spot, {Piece{&label, rest}});
    return;
  }
  Entry& entry = frames_.back().part->entry(spot);
  const bool again = entry.named && spot.shape == Shape::fact;
  entry.named = true;
  in_unknown_ = false;
  section_ = {&spot, level, {}, {}, again};
  if (spot.shape == Shape::prose && !entry.pieces.empty()) entry.pieces.push_back({&no_paragraph, 0});
  rest = skip_blank(label.text, rest);
  if (rest < label.text.size()) take(Piece{&label, rest});
}

void Outliner::body_text(const Paragraph& paragraph) { take(Piece{&paragraph, 0}); }

void Outliner::take(Piece piece) {
  Entry& entry = frames_.back().part->entry(*section_.spot);
  if (section_.spot->holds_fields()) {
    if (!bare_label(piece.paragraph->number, piece.text())) section_.loose.push_back(piece);
  } else if (section_.again) {
    if (!is_blank(piece.text())) leave("docx.repeated", piece.paragraph->number, std::string(piece.text()));
  } else {
    entry.pieces.push_back(piece);
    entry.end = block_ + 1;
  }
}

bool Outliner::fact(const Paragraph& paragraph) {
  // Several may stand in one line, with tabs between them.
  bool any = false;
  for (std::size_t begin = 0; begin < paragraph.text.size();) {
    std::size_t end = begin;
    while (end < paragraph.text.size()) {
      end = std::min(paragraph.text.find('\t', end), paragraph.text.size());
      const std::size_t next = paragraph.text.find_first_not_of('\t', end);
      if (next == std::string::npos) {
        end = paragraph.text.size();
        break;
      }
      // In a document of our own, where labels are bold, a tab may be part of a value.
      const auto& bold = paragraph.bold_starts;
      const bool may_begin = !body_.own || std::find(bold.begin(), bold.end(), next) != bold.end();
      if (may_begin && fact_at(paragraph, next, paragraph.text.size()).spot != nullptr) break;
      end = next;
    }
    const Fact fact = fact_at(paragraph, begin, end);
    if (fact.spot == nullptr) break;
    any = true;
    leave_remark(paragraph.number,
                 std::string_view(paragraph.text).substr(begin, paragraph.text.find(':', begin) - begin));
    const bool whole = end >= paragraph.text.size();
    put_labelled(*frames_.back().part, *fact.spot, {Piece{&paragraph, fact.rest, whole ? std::string::npos : end}});
    begin = std::min(paragraph.text.find_first_not_of('\t', end), paragraph.text.size());
  }
  return any;
}

/// A label and a colon between two places of a paragraph.
Outliner::Fact Outliner::fact_at(const Paragraph& paragraph, std::size_t begin, std::size_t end) const {
  const std::string_view text = std::string_view(paragraph.text).substr(0, end);
  const std::size_t colon = text.find(':', begin);
  if (colon == std::string_view::npos) return {};
  std::size_t rest = colon + 1;
  if (rest < text.size() && (text[rest] == ' ' || text[rest] == '\t')) ++rest;
  if (!paragraph.says_empty)
    if (const std::size_t prompt = prompt_before(text.substr(std::min(rest, text.size()))).size(); prompt > 0)
      rest = skip_blank(text, rest + prompt);
  const std::string_view label = text.substr(begin, colon - begin);
  const LabelText label_text = this->label(label);
  for (const Spot& child : frames_.back().part->spot->children)
    if (child.shape == Shape::fact && label_text.is(child.labels)) return {&child, rest};
  const auto target = find_in(frames_.size() - 1, label);
  const bool placed = target && (target->spot->shape == Shape::fact || target->spot->is_list_of_names());
  return placed ? Fact{target->spot, rest} : Fact{};
}

/// What stands beside a label, whatever kind of place that is.
void Outliner::put_labelled(Part& part, const Spot& spot, std::vector<Piece> pieces) {
  if (spot.parent != part.spot)
    put_leaf(part, spot, std::move(pieces));
  else if (spot.holds_fields())
    add_items(part, spot, pieces);
  else
    put_fact(part, spot, std::move(pieces));
}

/// A field of a small record: of the last one, or of a new one where that has it already.
void Outliner::put_leaf(Part& parent, const Spot& leaf, std::vector<Piece> pieces) {
  Entry& entry = parent.entry(*leaf.parent);
  entry.named = true;
  if (&leaf == leaf.parent->title() && split(pieces, leaf.parent->is_list_of_names()).size() > 1) {
    add_items(parent, *leaf.parent, pieces);
    return;
  }
  if (entry.parts.empty() || entry.parts.back()->entry(leaf).named) {
    entry.parts.push_back(std::make_unique<Part>(*leaf.parent));
    entry.parts.back()->begin = entry.parts.back()->end = block_;
  }
  Entry& field = entry.parts.back()->entry(leaf);
  field.named = true;
  field.pieces = std::move(pieces);
}

void Outliner::put_fact(Part& part, const Spot& spot, std::vector<Piece> pieces) {
  Entry& entry = part.entry(spot);
  const bool said = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return !is_blank(p.text()); });
  if (entry.named && !is_blank(entry.text())) {
    if (said) {
      Entry again;
      again.pieces = std::move(pieces);
      leave("docx.repeated", again.pieces.front().paragraph->number, again.text());
      outline_.leftovers.back().about = spot.field->key;
    }
    return;
  }
  entry.named = true;
  entry.pieces = std::move(pieces);
  entry.end = block_ + 1;
  last_fact_ = &entry;
  last_fact_spot_ = &spot;
}

void Outliner::add_items(Part& parent, const Spot& spot, const std::vector<Piece>& given) {
  const Spot* const title = spot.title();
  const std::vector<Piece> pieces = split(given, spot.is_list_of_names());
  Entry& entry = parent.entry(spot);
  entry.named = true;
  for (const Piece& piece : pieces) {
    if (is_blank(piece.text())) continue;
    if (title == nullptr) {
      leave("docx.unplaced-text", piece.paragraph->number, std::string(piece.text()));
      continue;
    }
    auto part = std::make_unique<Part>(spot);
    part->begin = part->end = block_;
    part->entry(*title).named = true;
    part->entry(*title).pieces.push_back({piece.paragraph, piece.from + typed_bullet(piece.text()), piece.to});
    entry.parts.push_back(std::move(part));
  }
}

void Outliner::remember(const Part& parent, Part& part) {
  const Spot* const title = part.spot->title();
  if (title == nullptr) return;
  std::string folded = folded_title(part.entry(*title).text());
  if (folded.empty()) return;
  titled_.try_emplace({&parent, part.spot, folded}, &part);
  titled_.try_emplace({nullptr, part.spot, std::move(folded)}, &part);
}

Part* Outliner::find_titled(const Part* parent, const Spot& list, std::string_view title) const {
  const auto found = titled_.find({parent, &list, folded_title(title)});
  return found == titled_.end() ? nullptr : found->second;
}

/// Whether a heading further on begins a record of the list: then what stands before it is an introduction.
bool Outliner::more_follow(const Spot& list) const {
  for (std::size_t i = block_; i < body_.blocks.size(); ++i) {
    const auto* const next = std::get_if<Paragraph>(&body_.blocks[i]);
    if (next != nullptr && next->level > 0) return begins_with(next->text, list.beginnings).has_value();
  }
  return false;
}

void Outliner::close_section() {
  const Section section = std::move(section_);
  section_ = {};
  in_unknown_ = false;
  last_fact_ = nullptr;
  if (section.spot == nullptr || section.loose.empty()) return;
  Part& part = *frames_.back().part;
  // Beside a table, words are a remark; without one, they are the items.
  if (part.entry(*section.spot).parts.empty() &&
      !(section.spot->shape == Shape::sections && more_follow(*section.spot))) {
    add_items(part, *section.spot, section.loose);
    return;
  }
  for (const Piece& piece : section.loose)
    if (!is_blank(piece.text())) leave("docx.unplaced-text", piece.paragraph->number, std::string(piece.text()));
}

void Outliner::pop_to(std::size_t frame) {
  close_section();
  while (frames_.size() > frame + 1) {
    frames_.back().part->end = block_;
    frames_.pop_back();
  }
}

void Outliner::leave(std::string_view code, int paragraph, std::string text) {
  outline_.leftovers.push_back({code, frames_.back().part, paragraph, std::move(text), {}});
}

Outline make_outline(const Spot& root, const Body& body) { return Outliner(root, body).run(); }

}  // namespace kvalitet::docx
