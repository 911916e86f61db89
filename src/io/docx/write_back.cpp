// Puts what has changed in a record into the document that it was read from.
#include "base/finding_list.hpp"
#include "base/pairing.hpp"
#include "base/pointer.hpp"
#include "io/docx/content.hpp"
#include "io/docx/edit.hpp"
#include "io/docx/fault.hpp"
#include "io/docx/reader.hpp"
#include "io/docx/writer.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/io/json.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace kvalitet::docx {
namespace {

/// Walks a record as it was, as it is to be, and its place in the document, all three side by side.
class Updater {
 public:
  Updater(Content& content, const Outline& outline, const Values& values, Writer& writer)
      : content_(content), edit_(content.main(), content.styles()), values_(values), writer_(writer) {
    std::set<int> headings;
    for (std::size_t i = 0; i < content.body().blocks.size(); ++i)
      if (const Paragraph* paragraph = paragraph_at(i); paragraph != nullptr && paragraph->level > 0)
        headings.insert(paragraph->number);
    for (const Leftover& leftover : outline.leftovers)
      if (leftover.code != "docx.no-header" &&  // which says what was read
          !(leftover.code == "docx.more-words" && headings.count(leftover.paragraph) > 0))
        others_.insert(leftover.paragraph);
    for (const Aside& aside : content.body().asides) others_.insert(aside.paragraph);
  }

  [[nodiscard]] bool changed() const { return edit_.changed(); }

  void run(Part& root, const void* before, const void* after) {
    fields(root, before, after, 1);
    edit_.finish();
  }

 private:
  void fields(Part& part, const void* before, const void* after, int level) {
    for (const Spot& spot : part.spot->children) {
      Entry& entry = part.entry(spot);
      const void* const was = spot.field->in(before);
      const void* const is = spot.field->in(after);
      if (!spot.holds_fields())
        single(part, entry, spot, was, is, level);
      else if (is_list(*spot.field->type))
        list(part, entry, spot, was, is, level);
      else
        single_record(part, entry, spot, was, is, level);
    }
  }

  void single(Part& part, Entry& entry, const Spot& spot, const void* was, const void* is, int level) {
    const TypeInfo& type = *spot.field->type;
    const std::string text = values_.write(type, spot.collection(), is);
    if (text == values_.write(type, spot.collection(), was)) return;
    if (entry.unreadable) return;  // somebody's words, which are not ours to replace
    for (const auto& echo : entry.echoes) edit_.set_text(echo, text, false);
    if (!entry.pieces.empty())
      edit_.set_text(entry.pieces, text, is_inline(entry, spot));
    else if (part.row == nullptr)
      insert_field(part, spot, is, level);
  }

  /// Whether the value goes on in its own paragraph only: behind a label, or in a heading.
  static bool is_inline(const Entry& entry, const Spot& spot) {
    return spot.shape == Shape::fact && (entry.pieces.front().from > 0 || entry.pieces.front().paragraph->level > 0);
  }

  void single_record(Part& part, Entry& entry, const Spot& spot, const void* was, const void* is, int level) {
    const TypeInfo& type = *spot.field->type;
    const bool optional = type.kind == TypeInfo::Kind::optional;
    const auto record = [&](const void* value) {
      return !optional ? value : type.size(value) > 0 ? type.item(value, 0) : nullptr;
    };
    const void* const before = record(was);
    const void* const after = record(is);
    if (before != nullptr && after != nullptr && !entry.parts.empty()) {
      fields(*entry.parts.front(), before, after, level_of(*entry.parts.front(), level) + 1);
    } else if (after != nullptr && before == nullptr) {
      remove_blanks(entry);
      insert_field(part, spot, is, level);
    } else if (before != nullptr && !entry.parts.empty()) {
      remove(*entry.parts.front());
    }
  }

  void list(Part& part, Entry& entry, const Spot& spot, const void* was, const void* is, int level) {
    const TypeInfo& type = *spot.field->type;
    const std::size_t count = type.size(was);
    const auto text = [&](const void* items, std::size_t i) {
      return write_json(*type.element, type.item(items, i), JsonStyle::compact);
    };
    std::vector<std::string> before;
    std::vector<std::string> after;
    for (std::size_t i = 0; i < count; ++i) before.push_back(text(was, i));
    for (std::size_t i = 0; i < type.size(is); ++i) after.push_back(text(is, i));
    if (before == after) return;
    if (spot.shape == Shape::rows && entry.table == nullptr && entry.parts.empty()) {
      if (part.row == nullptr) insert_field(part, spot, is, level);
      return;
    }
    const auto pairs =
        pair_in_order(before.size(), after.size(), [&](std::size_t a, std::size_t b) { return before[a] == after[b]; });
    Part* last = nullptr;
    for (const Pair& pair : pairs) {
      if (pair.before && pair.after) {
        last = entry.parts[*pair.before].get();
        if (before[*pair.before] != after[*pair.after])
          fields(*last, type.item(was, *pair.before), type.item(is, *pair.after), level_of(*last, level) + 1);
      }
    }
    for (const Pair& pair : pairs)
      if (pair.before && !pair.after) remove(*entry.parts[*pair.before]);
    Part* behind = nullptr;
    std::vector<std::size_t> added;
    const auto put = [&] {
      for (const std::size_t i : added) insert(part, entry, spot, type.item(is, i), i + 1, behind, level);
      added.clear();
    };
    for (const Pair& pair : pairs) {
      if (pair.after && !pair.before) added.push_back(*pair.after);
      if (pair.before && pair.after) {
        put();
        behind = entry.parts[*pair.before].get();
      }
    }
    put();
  }

  void insert(Part& part, Entry& entry, const Spot& spot, const void* item, std::size_t number, const Part* behind,
              int level) {
    if (entry.table != nullptr) {
      const Row* row = behind != nullptr ? behind->row : nullptr;
      const std::string markup = writer_.row(entry.columns, item);
      edit_.insert_after(row != nullptr ? row->node : first_row(entry), markup);
      remove_blanks(entry);
      return;
    }
    if (spot.shape == Shape::rows) return;  // told as left
    const int at_level = !entry.parts.empty() ? level_of(*entry.parts.front(), level) : level;
    const std::string markup = writer_.section(spot, item, number, at_level);
    if (behind != nullptr && behind->row == nullptr && behind->end > behind->begin)
      edit_.insert_after(last_block(*behind), markup);
    else if (behind == nullptr && !entry.parts.empty() && entry.parts.front()->heading != nullptr)
      edit_.insert_before(first_node(*entry.parts.front()->heading), markup);
    else if (behind == nullptr)
      edit_.insert_after(end_of_own(part, spot), markup);
    remove_blanks(entry);
  }

  /// A field that the document has no place for.
  void insert_field(Part& part, const Spot& spot, const void* value, int level) {
    if (value == nullptr) return;
    const std::string markup = writer_.field(spot, value, level);
    if (spot.shape == Shape::fact)
      edit_.insert_after(end_of_facts(part), markup);
    else
      edit_.insert_after(end_of_own(part, spot), markup);
  }

  /// Takes a record away, where nothing else goes with it; otherwise it stays and is told as left.
  void remove(const Part& part) {
    if (part.shares_row || holds_others(part)) return;
    if (part.row != nullptr) {
      edit_.remove(part.row->node);
      return;
    }
    if (part.end > part.begin) {
      for (std::size_t i = part.begin; i < part.end; ++i) {
        if (const Paragraph* paragraph = paragraph_at(i))
          for (const pugi::xml_node& joined : paragraph->joined) edit_.remove(joined);
        edit_.remove(node_of(i));
      }
      return;
    }
    const auto each_piece = [&](const auto& visit) {
      for (const Entry& entry : part.entries)
        for (const Piece& piece : entry.pieces) visit(piece);
    };
    bool whole = true;
    each_piece([&](const Piece& piece) { whole = whole && piece.is_whole(); });
    if (whole) each_piece([&](const Piece& piece) { edit_.remove_paragraph(*piece.paragraph); });
  }

  /// Whether words that found no place, a comment, a note or the end of a section of the document go with a record.
  [[nodiscard]] bool holds_others(const Part& part) const {
    if (is_unreadable(part)) return true;
    const auto [first, last] = paragraphs_of(part);
    for (std::size_t i = part.begin; i < part.end; ++i)
      if (const Paragraph* paragraph = paragraph_at(i))
        if (edit_.ends_section(*paragraph)) return true;
    const auto other = others_.lower_bound(first);
    return other != others_.end() && *other < last;
  }

  /// The numbers of a record's paragraphs, the last not included; none for those of a list.
  [[nodiscard]] std::pair<int, int> paragraphs_of(const Part& part) const {
    std::pair<int, int> numbers{std::numeric_limits<int>::max(), 0};
    if (part.row != nullptr) {
      for (const Cell& cell : part.row->cells)
        for (const Paragraph& paragraph : cell.paragraphs)
          numbers = {std::min(numbers.first, number_of(paragraph)), std::max(numbers.second, paragraph.number + 1)};
    } else if (part.end > part.begin) {
      const std::size_t count = content_.body().blocks.size();
      numbers = {number_of(part.begin), part.end < count ? number_of(part.end) : std::numeric_limits<int>::max()};
    }
    return numbers;
  }

  /// Whether something stands for a value of a record, or of one in it, that is none.
  [[nodiscard]] static bool is_unreadable(const Part& part) {
    return std::any_of(part.entries.begin(), part.entries.end(), [](const Entry& entry) {
      return entry.unreadable || std::any_of(entry.parts.begin(), entry.parts.end(),
                                             [](const auto& inner) { return is_unreadable(*inner); });
    });
  }

  [[nodiscard]] const Paragraph* paragraph_at(std::size_t block) const {
    return std::get_if<Paragraph>(&content_.body().blocks[block]);
  }
  /// Of the first of those that are joined.
  [[nodiscard]] static int number_of(const Paragraph& paragraph) {
    return paragraph.number - static_cast<int>(paragraph.joined.size());
  }
  [[nodiscard]] int number_of(std::size_t block) const {
    const Paragraph* const paragraph = paragraph_at(block);
    return paragraph != nullptr ? number_of(*paragraph) : std::get<Table>(content_.body().blocks[block]).number;
  }

  void remove_blanks(Entry& entry) {
    for (const auto& blank : entry.blanks) remove(*blank);
    entry.blanks.clear();
  }

  [[nodiscard]] pugi::xml_node node_of(std::size_t block) const {
    const Block& at = content_.body().blocks[block];
    return std::visit([](const auto& it) { return it.node; }, at);
  }
  [[nodiscard]] static pugi::xml_node first_node(const Paragraph& paragraph) {
    return paragraph.joined.empty() ? paragraph.node : paragraph.joined.front();
  }
  [[nodiscard]] pugi::xml_node last_block(const Part& part) const { return node_of(part.end - 1); }

  /// The last paragraph of a record's heading and facts.
  [[nodiscard]] pugi::xml_node end_of_facts(const Part& part) const {
    std::size_t end = part.begin + (part.heading != nullptr ? 1 : 0);
    for (const Spot& spot : part.spot->children)
      if (spot.shape == Shape::fact) end = std::max(end, part.entries[spot.index].end);
    return end == 0 ? pugi::xml_node() : node_of(end - 1);
  }

  /// The last block before those of the fields that come after one, as far as they stand in order.
  [[nodiscard]] pugi::xml_node end_of_own(const Part& part, const Spot& until) const {
    std::size_t end = part.end;
    for (const Spot& spot : part.spot->children) {
      if (spot.index <= until.index) continue;
      for (const auto& inner : part.entries[spot.index].parts)
        if (inner->end > inner->begin) end = std::min(end, inner->begin);
    }
    return end == 0 ? pugi::xml_node() : node_of(end - 1);
  }

  [[nodiscard]] static int level_of(const Part& part, int otherwise) {
    return part.heading != nullptr && part.heading->level > 0 ? part.heading->level : otherwise;
  }

  /// The row behind which the first item goes: that above the first one that is read as an item.
  [[nodiscard]] static pugi::xml_node first_row(const Entry& entry) {
    pugi::xml_node header;
    for (const Row& row : entry.table->rows) {
      const auto is_row = [&](const auto& part) { return part->row == &row; };
      if (std::any_of(entry.parts.begin(), entry.parts.end(), is_row) ||
          std::any_of(entry.blanks.begin(), entry.blanks.end(), is_row))
        break;
      header = row.node;
    }
    return header;
  }

  Content& content_;
  Edit edit_;
  const Values& values_;
  Writer& writer_;
  std::set<int> others_;  // paragraphs at which something stands that goes with no record but beside its heading
};

}  // namespace
}  // namespace kvalitet::docx

namespace kvalitet {

WrittenBack write_back(const TypeInfo& type, void* scratch, void* again, const void* record, std::string_view bytes,
                       const DocxOptions& options, const DocxLimits& limits) {
  const QualitySystem& system = docx::system_of(options);
  const docx::Values values(system, options.language);
  const auto spots = docx::make_spots(type, docx::forms_of(system, type));
  WrittenBack result;
  try {
    docx::Content content(bytes, limits);
    docx::Outline outline = docx::make_outline(*spots, content.body());
    (void)docx::read_outline(type, scratch, values, content.body(), outline, static_cast<std::size_t>(limits.findings));
    docx::Writer writer(system, options);
    docx::Updater updater(content, outline, values, writer);
    updater.run(*outline.root, scratch, record);
    result.docx = updater.changed()
                      ? content.package().with({{content.package().main_part(), docx::save_xml(content.main())}})
                      : std::string(bytes);
  } catch (const docx::Fault& fault) {
    const Localised reason = render(message_template(fault.code).message, fault.data);
    throw UsageError("docx.cannot-use", {{"reason_sv", reason.sv}, {"reason_en", reason.en}});
  }
  // What a document has no place for is seen by reading it as anybody would.
  (void)read_docx(type, again, result.docx, options, limits);
  result.left = diff(type, again, record);
  return result;
}

}  // namespace kvalitet
