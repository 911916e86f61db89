#pragma once
// What stands in a Word document, in order: paragraphs and tables, with what people see of them. Tracked changes are
// read as accepted; content controls, links, fields and smart tags as what they hold.
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace kvalitet::docx {

/// Names of the elements of one document, whose prefix for WordprocessingML need not be `w`.
class Vocabulary {
 public:
  explicit Vocabulary(const pugi::xml_node& root);
  /// The local name of an element of WordprocessingML; otherwise the whole name.
  [[nodiscard]] std::string_view name(const pugi::xml_node& node) const;
  [[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view local) const;
  /// The value of an attribute, such as `w:val`; empty without it.
  [[nodiscard]] std::string_view value(const pugi::xml_node& node, std::string_view local = "val") const;
  /// The value of an attribute of a child element, such as `w:pStyle`.
  [[nodiscard]] std::string_view child_value(const pugi::xml_node& node, std::string_view local) const {
    return value(child(node, local));
  }
  /// An element such as `w:b`: on unless it says otherwise; off where it is missing.
  [[nodiscard]] bool is_on(const pugi::xml_node& properties, std::string_view local) const;
  /// The name of an element: `w:p` from `p`.
  [[nodiscard]] std::string full(std::string_view local) const { return prefix_ + std::string(local); }
  /// The name of an attribute, which belongs to no vocabulary without a prefix.
  [[nodiscard]] std::string attribute(std::string_view local) const {
    return (prefix_.empty() ? "w:" : prefix_) + std::string(local);
  }

 private:
  std::string prefix_;  // with its colon
};

/// What a paragraph or a run is there for, as its style says.
/// `prompt`: styled as what stands where nobody has written; `meant`: as what is to be read as it stands.
enum class Role { content, help, placeholder, prompt, meant };

struct Style {
  std::string name;  ///< in small letters
  std::string based_on;
  int level = -1;  ///< of headings: 1 to 9; 0 in the body; -1 where the style does not say
  bool bold = false;
  bool list = false;
  Role role = Role::content;
};

/// The styles of a document, each with what it inherits.
class Styles {
 public:
  Styles() = default;
  explicit Styles(const pugi::xml_node& root);
  [[nodiscard]] const Style& find(std::string_view id) const;
  /// The document says by style which of its texts help and which stand in for texts to come.
  [[nodiscard]] bool has_roles() const { return has_roles_; }
  /// The id of a style with a role; empty without one.
  [[nodiscard]] std::string id_of(Role role) const;
  /// The id of the style of headings of a level; empty without one.
  [[nodiscard]] std::string heading_id(int level) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
  bool has_roles_ = false;
};

struct Paragraph {
  pugi::xml_node node;
  std::vector<pugi::xml_node> joined = {};    ///< those before it whose end is struck out
  std::string text;                           ///< as it is read: a line break is \n, placeholders are left out
  int number = 0;                             ///< in the document, from 1
  int level = 0;                              ///< of a heading, 1 to 9
  std::size_t bold = 0;                       ///< how much of the text is bold, from its beginning
  std::vector<std::size_t> bold_starts = {};  ///< where bold runs begin
  bool title = false;                         ///< the document's own title
  std::size_t help = 0;      ///< how much of the text is a template's words that help, from its beginning
  bool list = false;         ///< an item of a list
  bool placeholder = false;  ///< it holds a placeholder
  bool says_empty = false;   ///< it says that nothing, or nothing but space, is meant
};

struct Cell {
  pugi::xml_node node;
  std::vector<Paragraph> paragraphs;  ///< those of tables within it too
  std::size_t column = 0;             ///< of the table's grid
  bool continues = false;             ///< merged with the cell above
};

struct Row {
  pugi::xml_node node;
  std::vector<Cell> cells;
};

struct Table {
  pugi::xml_node node;
  std::vector<Row> rows;
  int number = 0;  ///< of the paragraph that it begins with
};

using Block = std::variant<Paragraph, Table>;

/// What stands beside the text.
struct Aside {
  /// `formula`: also words with a reading above them; `margin`: a header or a footer, of no paragraph.
  enum class Kind { comment, footnote, endnote, text_box, formula, picture, margin };
  Kind kind = Kind::comment;
  int paragraph = 0;  ///< at which it stands
  std::string id;     ///< of a comment or note, in its own part
  std::string text;
};

struct Body {
  std::vector<Block> blocks;
  std::vector<Aside> asides;
  bool tracked = false;  ///< it has tracked changes
  bool own = false;      ///< it has the styles of a document of the library's
};

/// Reads what a main part holds. Throws LimitError beyond a number of paragraphs.
[[nodiscard]] Body read_body(const pugi::xml_node& root, const Styles& styles, std::size_t most_paragraphs);

/// The text of a part that is a header or a footer.
[[nodiscard]] std::string read_margin(const pugi::xml_node& root);

/// The texts of a part of comments or notes, by id.
[[nodiscard]] std::unordered_map<std::string, std::string> read_notes(const pugi::xml_node& root);

/// The runs that a reader of the document sees, in order, with what each is there for.
class RunVisitor {
 public:
  virtual ~RunVisitor() = default;
  virtual void run(const pugi::xml_node& run, Role role, bool bold) = 0;
  virtual void aside(const pugi::xml_node&) {}
  virtual void tracked() {}
};
void visit_runs(const Vocabulary& words, const Styles& styles, const pugi::xml_node& paragraph, RunVisitor& visitor);

/// What a child of a run says.
void append_piece(const Vocabulary& words, const pugi::xml_node& node, std::string& text);

/// The text of a run.
void append_text(const Vocabulary& words, const pugi::xml_node& run, std::string& text);

}  // namespace kvalitet::docx
