#include "io/docx/blocks.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "documents/same_title.hpp"
#include "io/docx/ascii.hpp"
#include "io/docx/own_words.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

using namespace std::string_view_literals;

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

/// The name of an element of another vocabulary, whatever its prefix.
std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

bool is_formula(std::string_view name) { return local(name) == "oMath" || local(name) == "oMathPara"; }

bool is_alternatives(std::string_view name) { return local(name) == "AlternateContent"; }

pugi::xml_node alternative(const pugi::xml_node& alternatives, std::string_view name) {
  return alternatives.find_child([=](const pugi::xml_node& child) { return local(child.name()) == name; });
}

/// Alternatives for a sign of the text, such as an emoji: the one that is text. Nothing where they are no sign.
pugi::xml_node sign(const Vocabulary& words, const pugi::xml_node& alternatives) {
  const auto fallback = alternative(alternatives, "Fallback");
  return words.child(fallback, "t") ? fallback : pugi::xml_node();
}

/// Of alternatives, the one that a program of today shows.
pugi::xml_node chosen(const Vocabulary& words, const pugi::xml_node& alternatives) {
  if (const auto text = sign(words, alternatives)) return text;
  const auto choice = alternative(alternatives, "Choice");
  return choice ? choice : alternative(alternatives, "Fallback");
}

/// What a program writes in a table of contents: the entries, and its own words above them.
bool is_contents(std::string_view style, std::string_view text) {
  if (style != "toc heading") return starts_with(style, "toc ");
  constexpr std::array headings{"innehåll"sv, "innehållsförteckning"sv, "contents"sv, "table of contents"sv};
  return std::find(headings.begin(), headings.end(), folded_title(text)) != headings.end();
}

/// A content control in which nobody has written yet.
bool is_placeholder(const Vocabulary& words, const pugi::xml_node& node) {
  return words.name(node) == "sdt" && words.child(words.child(node, "sdtPr"), "showingPlcHdr");
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

/// The texts below a node, of which each paragraph is a line: of text boxes, notes, formulas, headers and footers. What
/// a program puts in says nothing: numbers of pages, days of printing, placeholders.
class AllText {
 public:
  explicit AllText(const Vocabulary& words) : words_(words) {}

  std::string of(const pugi::xml_node& node) && {
    read(node);
    return std::move(text_);
  }

 private:
  struct Field {
    std::string instruction;
    bool hides = true;  // until its result begins
  };

  void read(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
      const std::string_view name = words_.name(node);
      if (is_alternatives(name))
        read(chosen(words_, node));
      else if (name == "fldChar")
        mark(words_.value(node, "fldCharType"));
      else if (name == "instrText" && !fields_.empty())
        fields_.back().instruction += node.text().get();
      else if (!is_removed(name) && !is_placeholder(words_, node) &&
               !(name == "fldSimple" && is_counted(words_.value(node, "instr"))))
        take(node, name);
    }
  }

  void take(const pugi::xml_node& node, std::string_view name) {
    if (name == "p" && !text_.empty() && text_.back() != '\n') text_ += '\n';
    if (hiding_ == 0 && words_.name(node.parent()) != "tabs") append_piece(words_, node, text_);
    if (hiding_ == 0 && name != "t" && local(name) == "t") text_ += node.text().get();         // of a formula
    if (hiding_ == 0 && local(name) == "textpath") text_ += node.attribute("string").value();  // of WordArt
    read(node);
  }

  void mark(std::string_view type) {
    if (type == "begin") {
      fields_.emplace_back();
      ++hiding_;
    } else if (!fields_.empty()) {
      Field& field = fields_.back();
      if (field.hides && (type == "end" || !is_counted(field.instruction))) {
        field.hides = false;
        --hiding_;
      }
      if (type == "end") fields_.pop_back();
    }
  }

  static bool is_counted(std::string_view instruction) {
    const std::string name =
        lower(instruction.substr(std::min(instruction.find_first_not_of(' '), instruction.size())));
    constexpr std::array counted{"page"sv,       "numpages"sv, "section"sv,   "date"sv,     "time"sv,
                                 "createdate"sv, "savedate"sv, "printdate"sv, "filename"sv, "styleref"sv};
    return std::any_of(counted.begin(), counted.end(), [&](std::string_view one) { return starts_with(name, one); });
  }

  const Vocabulary& words_;
  std::string text_;
  std::vector<Field> fields_;  // from the outermost
  std::size_t hiding_ = 0;     // of them
};

Aside read_aside(const Vocabulary& words, const pugi::xml_node& node) {
  const std::string_view name = words.name(node);
  Aside aside;
  if (name == "commentReference" || name == "footnoteReference" || name == "endnoteReference") {
    aside.kind = name == "commentReference"    ? Aside::Kind::comment
                 : name == "footnoteReference" ? Aside::Kind::footnote
                                               : Aside::Kind::endnote;
    aside.id = words.value(node, "id");
  } else if (name == "ruby") {
    aside.kind = Aside::Kind::formula;
    aside.text =
        AllText(words).of(words.child(node, "rubyBase")) + " (" + AllText(words).of(words.child(node, "rt")) + ')';
  } else {
    aside.text = AllText(words).of(node);
    aside.kind = is_formula(name)     ? Aside::Kind::formula
                 : aside.text.empty() ? Aside::Kind::picture
                                      : Aside::Kind::text_box;
  }
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
    body_.asides.push_back(read_aside(words_, node));
    body_.asides.back().paragraph = paragraph_.number;
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
    if (style.name == "toc heading") result.level = 0;
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
      } else if (is_alternatives(name)) {
        blocks(chosen(words_, node), cell);
      } else if (is_formula(name)) {
        body_.asides.push_back(read_aside(words_, node));
        body_.asides.back().paragraph = number_;
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
    if (is_contents(styles_.find(words_.child_value(words_.child(read.node, "pPr"), "pStyle")).name, read.text)) return;
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
        if (is_alternatives(kind) && !sign(words, part))
          visitor.aside(chosen(words, part));
        else if (kind == "drawing" || kind == "pict" || kind == "object" || kind == "ruby" ||
                 kind == "commentReference" || kind == "footnoteReference" || kind == "endnoteReference")
          visitor.aside(part);
      }
    } else if (name == "sdt") {
      visit(words, styles, words.child(node, "sdtContent"), is_placeholder(words, node) ? Role::placeholder : role,
            visitor);
    } else if (is_wrapper(name)) {
      if (name == "ins" || name == "moveTo") visitor.tracked();
      visit(words, styles, node, role, visitor);
    } else if (is_removed(name)) {
      visitor.tracked();
    } else if (is_alternatives(name)) {
      visit(words, styles, chosen(words, node), role, visitor);
    } else if (is_formula(name)) {
      visitor.aside(node);
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

void append_piece(const Vocabulary& words, const pugi::xml_node& node, std::string& text) {
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
  } else if (is_alternatives(name)) {
    for (const auto& piece : sign(words, node).children()) append_piece(words, piece, text);
  }
}

void append_text(const Vocabulary& words, const pugi::xml_node& run, std::string& text) {
  for (const auto& node : run.children()) append_piece(words, node, text);
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

std::string read_margin(const pugi::xml_node& root) {
  const Vocabulary words(root);
  return AllText(words).of(root);
}

std::unordered_map<std::string, std::string> read_notes(const pugi::xml_node& root) {
  const Vocabulary words(root);
  std::unordered_map<std::string, std::string> notes;
  for (const auto& note : root.children()) {
    const std::string_view type = words.value(note, "type");
    if (!type.empty() && type != "normal") continue;  // lines that separate notes
    notes.emplace(words.value(note, "id"), AllText(words).of(note));
  }
  return notes;
}

}  // namespace kvalitet::docx
