#include "io/docx/blocks.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "documents/same_title.hpp"
#include "io/docx/own_words.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <optional>

namespace kvalitet::docx {
namespace {

constexpr std::array word_processing{
    std::string_view("http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    std::string_view("http://purl.oclc.org/ooxml/wordprocessingml/main"),
};

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// Names of styles are the same in every language of Word; but programs translate them at times.
int heading_level(std::string_view name) {
  for (const std::string_view word : {std::string_view("heading "), std::string_view("rubrik ")})
    if (starts_with(name, word) && name.size() == word.size() + 1 && name.back() >= '1' && name.back() <= '9')
      return name.back() - '0';
  return -1;
}

/// A style that the document does not define may still say by its id what it is: Heading2, Rubrik2.
int level_of_id(std::string_view id) {
  for (const std::string_view word : {std::string_view("Heading"), std::string_view("Rubrik")})
    if (starts_with(id, word) && id.size() == word.size() + 1 && id.back() >= '1' && id.back() <= '9')
      return id.back() - '0';
  return 0;
}

Role role_of(std::string_view name) {
  if (name == "kvalitet hjälp") return Role::help;
  if (name == "placeholder text" || name == "platshållartext") return Role::prompt;
  if (name == "kvalitet tom") return Role::meant;
  return Role::content;
}

std::size_t number_of(std::string_view text) {
  const auto number = parse_digits(text);
  return number ? static_cast<std::size_t>(*number) : 0;
}

/// A number of columns, of which Word allows 63.
std::size_t span_of(std::string_view text, std::size_t least) {
  constexpr std::size_t most = 63;
  return std::clamp(number_of(text), least, most);
}

/// What only wraps other content.
bool is_wrapper(std::string_view name) {
  return name == "ins" || name == "moveTo" || name == "hyperlink" || name == "smartTag" || name == "customXml" ||
         name == "fldSimple" || name == "dir" || name == "bdo" || name == "sdtContent";
}
bool is_removed(std::string_view name) { return name == "del" || name == "moveFrom"; }

/// Of alternatives, the one that a program of today shows.
pugi::xml_node chosen(const pugi::xml_node& alternatives) {
  const auto choice = alternatives.child("mc:Choice");
  return choice ? choice : alternatives.child("mc:Fallback");
}

/// A template's prompts that somebody left beside what they wrote, or that have lost their style.
void take_away_prompts(Paragraph& paragraph) {
  std::string& text = paragraph.text;
  if (const std::size_t behind = prompt_behind(text).size(); behind > 0) {
    text.erase(text.size() - behind);
    paragraph.placeholder = true;
    if (text.size() > 1 && text.back() == ' ' && text[text.size() - 2] != ':') text.pop_back();
  } else if (const std::size_t before = prompt_before(text).size(); before > 0) {
    const std::size_t taken = before < text.size() && text[before] == ' ' ? before + 1 : before;
    text.erase(0, taken);
    paragraph.placeholder = true;
    paragraph.bold -= std::min(paragraph.bold, taken);
    for (std::size_t& start : paragraph.bold_starts) start -= std::min(start, taken);
  }
  paragraph.bold = std::min(paragraph.bold, text.size());
  paragraph.help = std::min(paragraph.help, text.size());
}

/// Puts what one paragraph says in front of what the next says, where the end of the first is struck out. The mark of
/// the last stays, and with it what the paragraph is.
void put_before(Paragraph& paragraph, Paragraph&& first) {
  const std::size_t size = first.text.size();
  const auto from_beginning = [&](std::size_t of_first, std::size_t of_next) {
    return of_first == size ? size + of_next : of_first;
  };
  paragraph.bold = from_beginning(first.bold, paragraph.bold);
  paragraph.help = from_beginning(first.help, paragraph.help);
  for (std::size_t& start : paragraph.bold_starts) start += size;
  paragraph.bold_starts.insert(paragraph.bold_starts.begin(), first.bold_starts.begin(), first.bold_starts.end());
  paragraph.placeholder = paragraph.placeholder || first.placeholder;
  paragraph.says_empty = paragraph.says_empty || first.says_empty;
  paragraph.text.insert(0, first.text);
  paragraph.joined = std::move(first.joined);
  paragraph.joined.push_back(first.node);
}

/// All texts below a node, of which each paragraph is a line.
void all_text(const Vocabulary& words, const pugi::xml_node& node, std::string& text) {
  for (const auto& child : node.children()) {
    const std::string_view name = words.name(child);
    if (name == "mc:AlternateContent") {
      all_text(words, chosen(child), text);
    } else if (name == "r") {
      append_text(words, child, text);
      all_text(words, child, text);
    } else if (!is_removed(name)) {
      if (name == "p" && !text.empty() && text.back() != '\n') text += '\n';
      all_text(words, child, text);
    }
  }
}

/// A drawing that holds a text box, or is a picture.
std::optional<Aside> drawing(const Vocabulary& words, const pugi::xml_node& node) {
  const auto box = node.find_node([&](const pugi::xml_node& inner) { return words.name(inner) == "txbxContent"; });
  Aside aside;
  if (!box) {
    aside.kind = Aside::Kind::picture;
    return aside;
  }
  aside.kind = Aside::Kind::text_box;
  all_text(words, box, aside.text);
  if (aside.text.empty()) return std::nullopt;
  return aside;
}

/// Puts a paragraph together from its runs.
class Gatherer final : public RunVisitor {
 public:
  Gatherer(const Vocabulary& words, Paragraph& paragraph, Body& body)
      : words_(words), paragraph_(paragraph), body_(body) {}

  void run(const pugi::xml_node& run, Role role, bool bold) override {
    if (role == Role::placeholder) paragraph_.placeholder = true;
    if (role == Role::placeholder) return;
    std::string& text = paragraph_.text;
    const std::size_t before = text.size();
    append_text(words_, run, text);
    const std::string_view said = std::string_view(text).substr(before);
    if (role == Role::prompt && is_prompt(said)) {
      paragraph_.placeholder = true;
      text.erase(before);
    } else if (role == Role::meant) {
      paragraph_.says_empty = true;
      if (said == "\u2013") text.erase(before);
    }
    if (text.size() == before || !bold) return;
    if (paragraph_.bold == before) paragraph_.bold = text.size();
    paragraph_.bold_starts.push_back(before);
  }

  void aside(const pugi::xml_node& node) override {
    const std::string_view name = words_.name(node);
    std::optional<Aside> aside;
    if (name == "commentReference" || name == "footnoteReference" || name == "endnoteReference") {
      aside.emplace();
      aside->kind = name == "commentReference"    ? Aside::Kind::comment
                    : name == "footnoteReference" ? Aside::Kind::footnote
                                                  : Aside::Kind::endnote;
      aside->id = words_.value(node, "id");
    } else {
      aside = drawing(words_, node);
    }
    if (!aside) return;
    aside->paragraph = paragraph_.number;
    body_.asides.push_back(std::move(*aside));
  }

  void tracked() override { body_.tracked = true; }

 private:
  const Vocabulary& words_;
  Paragraph& paragraph_;
  Body& body_;
};

class BodyReader {
 public:
  BodyReader(const Vocabulary& words, const Styles& styles, std::size_t most)
      : words_(words), styles_(styles), most_(most) {}

  Body read(const pugi::xml_node& body) && {
    blocks(body, nullptr);
    return std::move(body_);
  }

 private:
  Paragraph paragraph(const pugi::xml_node& node) {
    if (static_cast<std::size_t>(++number_) > most_)
      throw LimitError("docx.too-many-paragraphs", {{"limit", std::int64_t(most_)}});
    Paragraph result;
    result.node = node;
    result.number = number_;
    const auto properties = words_.child(node, "pPr");
    const Style& style = styles_.find(words_.child_value(properties, "pStyle"));
    result.level = std::max(style.level, 0);
    if (style.name.empty()) result.level = level_of_id(words_.child_value(properties, "pStyle"));
    const std::string_view outline = words_.child_value(properties, "outlineLvl");
    if (!outline.empty()) result.level = number_of(outline) < 9 ? static_cast<int>(number_of(outline)) + 1 : 0;
    result.title = style.name == "title" || style.name == "rubrik" || style.name == "titel";
    const std::string_view list = words_.child_value(words_.child(properties, "numPr"), "numId");
    result.list = result.level == 0 && (list.empty() ? style.list : list != "0");
    Gatherer gatherer(words_, result, body_);
    visit_runs(words_, styles_, node, gatherer);
    if (result.bold == 0 && style.bold) result.bold = result.text.size();
    if (style.role == Role::help || !styles_.has_roles()) result.help = help_in(result.text);
    if (!result.says_empty) take_away_prompts(result);
    return result;
  }

  /// Paragraphs and tables below a node: to `cell`, or else to the body.
  void blocks(const pugi::xml_node& parent, Cell* cell) {
    for (const auto& node : parent.children()) {
      const std::string_view name = words_.name(node);
      if (name == "p") {
        take(paragraph(node), cell);
      } else if (name == "tbl") {
        if (cell != nullptr)
          nested(node, *cell);
        else if (Table read = table(node); number_ >= read.number)  // with paragraphs; it has no place without any
          body_.blocks.emplace_back(std::move(read));
        joining_ = false;
      } else if (name == "sdt") {
        blocks(words_.child(node, "sdtContent"), cell);
      } else if (is_wrapper(name)) {
        blocks(node, cell);
      } else if (name == "mc:AlternateContent") {
        blocks(chosen(node), cell);
      } else if (is_removed(name)) {
        body_.tracked = true;
      }
    }
    joining_ = false;
  }

  void take(Paragraph read, Cell* cell) {
    Paragraph* const before = !joining_ ? nullptr : cell != nullptr ? last(*cell) : last();
    const auto mark = words_.child(words_.child(read.node, "pPr"), "rPr");
    joining_ = !words_.child(mark, "del").empty();  // a paragraph whose end is struck out goes on in the next
    if (joining_) body_.tracked = true;
    if (before != nullptr) {
      put_before(read, std::move(*before));
      *before = std::move(read);
      return;
    }
    if (starts_with(styles_.find(words_.child_value(words_.child(read.node, "pPr"), "pStyle")).name, "toc ")) return;
    if (cell != nullptr)
      cell->paragraphs.push_back(std::move(read));
    else
      body_.blocks.emplace_back(std::move(read));
  }
  Paragraph* last() { return body_.blocks.empty() ? nullptr : std::get_if<Paragraph>(&body_.blocks.back()); }
  static Paragraph* last(Cell& cell) { return cell.paragraphs.empty() ? nullptr : &cell.paragraphs.back(); }

  Table table(const pugi::xml_node& node) {
    Table result;
    result.node = node;
    result.number = number_ + 1;
    rows(node, result);
    return result;
  }

  void rows(const pugi::xml_node& parent, Table& table) {
    for (const auto& node : parent.children()) {
      const std::string_view name = words_.name(node);
      if (name == "tr") {
        const auto properties = words_.child(node, "trPr");
        if (words_.child(properties, "del")) {
          body_.tracked = true;
          continue;
        }
        Row row;
        row.node = node;
        std::size_t column = span_of(words_.child_value(properties, "gridBefore"), 0);
        cells(node, row, column);
        table.rows.push_back(std::move(row));
      } else if (name == "sdt") {
        rows(words_.child(node, "sdtContent"), table);
      } else if (is_wrapper(name)) {
        rows(node, table);
      }
    }
  }

  void cells(const pugi::xml_node& parent, Row& row, std::size_t& column) {
    for (const auto& node : parent.children()) {
      const std::string_view name = words_.name(node);
      if (name == "tc") {
        const auto properties = words_.child(node, "tcPr");
        const auto merged = words_.child(properties, "vMerge");
        Cell cell;
        cell.node = node;
        cell.column = column;
        cell.continues = merged && words_.value(merged) != "restart";
        column += span_of(words_.child_value(properties, "gridSpan"), 1);
        blocks(node, &cell);
        row.cells.push_back(std::move(cell));
      } else if (name == "sdt") {
        cells(words_.child(node, "sdtContent"), row, column);
      } else if (is_wrapper(name)) {
        cells(node, row, column);
      }
    }
  }

  /// A table within a cell: its paragraphs, as they are read.
  void nested(const pugi::xml_node& node, Cell& cell) {
    Table inner = table(node);
    for (Row& row : inner.rows)
      for (Cell& part : row.cells)
        std::move(part.paragraphs.begin(), part.paragraphs.end(), std::back_inserter(cell.paragraphs));
  }

  const Vocabulary& words_;
  const Styles& styles_;
  std::size_t most_;
  Body body_;
  int number_ = 0;
  bool joining_ = false;
};

void visit(const Vocabulary& words, const Styles& styles, const pugi::xml_node& parent, Role role,
           RunVisitor& visitor) {
  for (const auto& node : parent.children()) {
    const std::string_view name = words.name(node);
    if (name == "r") {
      const auto properties = words.child(node, "rPr");
      const Style& style = styles.find(words.child_value(properties, "rStyle"));
      const bool bold = words.child(properties, "b") ? words.is_on(properties, "b") : style.bold;
      visitor.run(node, role != Role::content ? role : style.role, bold);
      for (const auto& part : node.children()) {
        const std::string_view kind = words.name(part);
        if (kind == "mc:AlternateContent")
          visitor.aside(chosen(part));
        else if (kind == "drawing" || kind == "pict" || kind == "commentReference" || kind == "footnoteReference" ||
                 kind == "endnoteReference")
          visitor.aside(part);
      }
    } else if (name == "sdt") {
      const bool placeholder = !words.child(words.child(node, "sdtPr"), "showingPlcHdr").empty();
      visit(words, styles, words.child(node, "sdtContent"), placeholder ? Role::placeholder : role, visitor);
    } else if (is_wrapper(name)) {
      if (name == "ins" || name == "moveTo") visitor.tracked();
      visit(words, styles, node, role, visitor);
    } else if (is_removed(name)) {
      visitor.tracked();
    } else if (name == "mc:AlternateContent") {
      visit(words, styles, chosen(node), role, visitor);
    }
  }
}

}  // namespace

Vocabulary::Vocabulary(const pugi::xml_node& root) : prefix_("w:") {
  for (const auto& attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (std::find(word_processing.begin(), word_processing.end(), attribute.value()) == word_processing.end()) continue;
    if (name == "xmlns") prefix_.clear();
    if (starts_with(name, "xmlns:")) {
      prefix_ = std::string(name.substr(6)) + ':';
      return;
    }
  }
}

std::string_view Vocabulary::name(const pugi::xml_node& node) const {
  std::string_view name = node.name();
  if (starts_with(name, prefix_)) name.remove_prefix(prefix_.size());
  return name;
}

pugi::xml_node Vocabulary::child(const pugi::xml_node& node, std::string_view local) const {
  for (const auto& child : node.children())
    if (name(child) == local) return child;
  return {};
}

std::string_view Vocabulary::value(const pugi::xml_node& node, std::string_view local) const {
  for (const auto& attribute : node.attributes()) {
    std::string_view name = attribute.name();
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    if (name == local) return attribute.value();
  }
  return {};
}

bool Vocabulary::is_on(const pugi::xml_node& properties, std::string_view local) const {
  const auto element = child(properties, local);
  if (!element) return false;
  const std::string_view set = value(element);
  return set != "0" && set != "false" && set != "off";
}

Styles::Styles(const pugi::xml_node& root) {
  const Vocabulary words(root);
  for (const auto& node : root.children()) {
    if (words.name(node) != "style") continue;
    Style style;
    style.name = folded_title(words.child_value(node, "name"));
    style.based_on = words.child_value(node, "basedOn");
    style.level = heading_level(style.name);
    const auto paragraph = words.child(node, "pPr");
    const std::string_view outline = words.child_value(paragraph, "outlineLvl");
    if (style.level < 0 && !outline.empty())
      style.level = number_of(outline) < 9 ? static_cast<int>(number_of(outline)) + 1 : 0;
    style.bold = words.is_on(words.child(node, "rPr"), "b");
    style.list = !words.child(words.child(paragraph, "numPr"), "numId").empty();
    style.role = role_of(style.name);
    if (style.role != Role::content) has_roles_ = true;
    std::string id(words.value(node, "styleId"));
    if (words.value(node, "default") == "1" && words.value(node, "type") == "paragraph") styles_[""] = style;
    styles_.emplace(std::move(id), std::move(style));
  }
  for (auto& [id, style] : styles_) {
    std::string_view parent = style.based_on;
    for (int steps = 0; !parent.empty() && steps < 16; ++steps) {  // styles may go round in a circle
      const auto found = styles_.find(parent);
      if (found == styles_.end()) break;
      const Style& base = found->second;
      if (style.level < 0) style.level = base.level;
      style.bold = style.bold || base.bold;
      style.list = style.list || base.list;
      if (style.role == Role::content) style.role = base.role;
      parent = base.based_on;
    }
  }
}

const Style& Styles::find(std::string_view id) const {
  static const Style none;
  const auto found = styles_.find(id);
  return found == styles_.end() ? none : found->second;
}

std::string Styles::id_of(Role role) const {
  std::string least;
  for (const auto& [id, style] : styles_)
    if (style.role == role && (least.empty() || id < least)) least = id;
  return least;
}

std::string Styles::heading_id(int level) const {
  std::string least;  // of several, the same one each time
  for (const auto& [id, style] : styles_)
    if (heading_level(style.name) == level && (least.empty() || id < least)) least = id;
  return least;
}

void append_text(const Vocabulary& words, const pugi::xml_node& run, std::string& text) {
  for (const auto& node : run.children()) {
    const std::string_view name = words.name(node);
    if (name == "t") {
      for (const auto& piece : node.children()) text += piece.value();
    } else if (name == "tab" || name == "ptab") {
      text += '\t';
    } else if (name == "br") {
      const std::string_view type = words.value(node, "type");
      if (type.empty() || type == "textWrapping") text += '\n';
    } else if (name == "cr") {
      text += '\r';
    } else if (name == "noBreakHyphen") {
      text += "\u2011";
    } else if (name == "sym") {
      text += "\u2022";  // a sign of a font of its own, most often a bullet
    }
  }
}

void visit_runs(const Vocabulary& words, const Styles& styles, const pugi::xml_node& paragraph, RunVisitor& visitor) {
  visit(words, styles, paragraph, Role::content, visitor);
}

Body read_body(const pugi::xml_node& root, const Styles& styles, std::size_t most_paragraphs) {
  const Vocabulary words(root);
  Body body = BodyReader(words, styles, most_paragraphs).read(words.child(root, "body"));
  body.own = styles.has_roles();
  return body;
}

std::unordered_map<std::string, std::string> read_notes(const pugi::xml_node& root) {
  const Vocabulary words(root);
  std::unordered_map<std::string, std::string> notes;
  for (const auto& note : root.children()) {
    const std::string_view type = words.value(note, "type");
    if (!type.empty() && type != "normal") continue;  // lines that separate notes
    std::string text;
    all_text(words, note, text);
    notes.emplace(words.value(note, "id"), std::move(text));
  }
  return notes;
}

}  // namespace kvalitet::docx
