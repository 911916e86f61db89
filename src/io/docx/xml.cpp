#include "io/docx/xml.hpp"

#include "base/clean.hpp"

#include "base/shown.hpp"
#include "io/docx/ascii.hpp"
#include "io/docx/fault.hpp"
#include "kvalitet/base/error.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>

namespace kvalitet::docx {
namespace {

using namespace std::string_view_literals;

constexpr int most_levels = 200;
constexpr std::size_t most_tree_bytes = 32U << 20U;
/// Of pugixml, beside the text itself, where pointers have eight bytes.
constexpr std::size_t node_bytes = 64;
constexpr std::size_t attribute_bytes = 40;
/// More of them is no slip but something else than text.
constexpr std::size_t most_forbidden = 1000;

/// A few signs, looked for at once. find_first_of() asks for each byte of the text with a call.
class Signs {
 public:
  constexpr explicit Signs(std::string_view signs) {
    for (const char sign : signs) among_[static_cast<unsigned char>(sign)] = true;
  }
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t at) const {
    while (at < text.size() && !among_[static_cast<unsigned char>(text[at])]) ++at;
    return at < text.size() ? at : std::string_view::npos;
  }

 private:
  std::array<bool, 256> among_{};
};
constexpr Signs in_text("<&");
constexpr Signs in_tag("<>=\"'");
constexpr Signs in_double_quotes("<&\"");
constexpr Signs in_single_quotes("<&'");

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr Label ends_too_early{"den tar slut mitt i", "it ends in the middle"};
constexpr Label odd_end_tag{"ett element avslutas inte, eller med fel namn",
                            "an element is not closed, or under another name"};
constexpr Label odd_start_tag{"ett element är felskrivet", "an element is miswritten"};
constexpr Label odd_attribute{"ett attribut är felskrivet", "an attribute is miswritten"};
constexpr Label odd_reference{"en teckenreferens är felskriven eller okänd",
                              "a character reference is miswritten or unknown"};
constexpr Label odd_control{"den är full av styrtecken", "it is full of control characters"};
constexpr Label odd_root{"den har inte just ett rotelement", "it does not have just one root element"};
constexpr Label odd_character{"något är felskrivet", "something is miswritten"};

const Label& what(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_end_element_mismatch:
    case pugi::status_bad_end_element: return odd_end_tag;
    case pugi::status_bad_start_element:
    case pugi::status_unrecognized_tag: return odd_start_tag;
    case pugi::status_bad_attribute: return odd_attribute;
    default: return odd_character;
  }
}

/// What is looked for before parsing: all that pugixml lets pass and readers of XML should not, and how much memory the
/// tree will take.
class Check {
 public:
  Check(std::string& text, std::string_view part) : text_(text), part_(part) {}

  void run() {
    to_utf8();
    drop_forbidden();
    scan();
    replace_references();
  }

  [[nodiscard]] bool was_utf16() const { return was_utf16_; }

  [[noreturn]] void malformed(const Label& label, std::size_t at) const {
    throw Fault{"docx.xml-syntax",
                {{"part", shown(part_)},
                 {"byte", static_cast<std::int64_t>(at)},
                 {"what_sv", Text(label.sv)},
                 {"what_en", Text(label.en)}}};
  }

 private:
  [[noreturn]] void no_unicode(std::size_t at) const {
    throw Fault{"docx.xml-not-unicode", {{"part", shown(part_)}, {"byte", static_cast<std::int64_t>(at)}}};
  }

  /// UTF-16 tells itself by its mark or by the zero in the first character, which is <.
  void to_utf8() {
    const bool little = text_.starts_with("\xFF\xFE"sv) || text_.starts_with("<\0"sv);
    const bool big = text_.starts_with("\xFE\xFF"sv) || text_.starts_with("\0<"sv);
    if (!little && !big) return;
    const auto unit = [&](std::size_t at) -> char32_t {
      const auto first = static_cast<unsigned char>(text_[at]);
      const auto second = static_cast<unsigned char>(text_[at + 1]);
      return little ? first + 256U * second : 256U * first + second;
    };
    if (text_.size() % 2 != 0) no_unicode(text_.size() - 1);
    std::string utf8;
    utf8.reserve(text_.size() / 2 * 3);
    for (std::size_t at = 0; at < text_.size(); at += 2) {
      char32_t c = unit(at);
      if (c >= 0xD800U && c <= 0xDFFFU) {
        if (c >= 0xDC00U || at + 4 > text_.size()) no_unicode(at);
        const char32_t low = unit(at + 2);
        if (low < 0xDC00U || low > 0xDFFFU) no_unicode(at);
        c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
        at += 2;
      }
      append(utf8, c);
    }
    text_ = std::move(utf8);
    was_utf16_ = true;
  }
  static void append(std::string& to, char32_t c) {
    const auto more = [&](unsigned shift) { to += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80U) {
      to += static_cast<char>(c);
    } else if (c < 0x800U) {
      to += static_cast<char>(0xC0U | (c >> 6U));
      more(0);
    } else if (c < 0x10000U) {
      to += static_cast<char>(0xE0U | (c >> 12U));
      more(6);
      more(0);
    } else {
      to += static_cast<char>(0xF0U | (c >> 18U));
      more(12);
      more(6);
      more(0);
    }
  }

  /// Control characters, of which NUL would end the text.
  void drop_forbidden() {
    std::string_view rest = text_;
    for (std::size_t at = find_forbidden(rest); at != std::string_view::npos; at = find_forbidden(rest)) {
      const std::size_t size = forbidden_character(rest.substr(at));
      const auto offset = static_cast<std::size_t>(rest.data() - text_.data()) + at;
      if (size == 0) no_unicode(offset);
      if (++forbidden_ > most_forbidden) malformed(odd_control, offset);
      rest.remove_prefix(at + size);
    }
    if (forbidden_ > 0) text_ = clean(text_);
  }

  void scan() {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
    const std::string_view text = text_;
    std::size_t at = 0;
    std::size_t behind = 0;  // the last tag
    while ((at = in_text.find(text, at)) != std::string_view::npos) {
      if (text[at] == '&') {
        at = reference(at);
        continue;
      }
      if (at > behind) ++nodes_;  // the text before
      at = behind = markup_end(at);
    }
    ++nodes_;  // the text at the end
    if (nodes_ * node_bytes + attributes_ * attribute_bytes > most_tree_bytes)
      throw LimitError("docx.xml-too-large",
                       {{"part", shown(part_)}, {"limit", static_cast<std::int64_t>(most_tree_bytes >> 20U)}});
  }

  /// Behind the tag, comment or the like that begins here.
  std::size_t markup_end(std::size_t at) {
    const std::string_view markup = std::string_view(text_).substr(at, 9);
    if (markup.starts_with("</")) return tag_end(at + 2);
    ++nodes_;
    if (markup.starts_with("<!--")) return skip(at + 4, "-->");
    if (markup.starts_with("<![CDATA[")) return skip(at + 9, "]]>");
    if (markup.starts_with("<?")) return skip(at + 2, "?>");
    if (markup.starts_with("<!DOCTYPE") || markup.starts_with("<!ENTITY"))
      throw Fault{"docx.xml-doctype", {{"part", shown(part_)}}};
    return tag_end(at + 1);
  }

  /// Behind what ends a comment and the like, in which nothing has a meaning. A declaration has attributes.
  std::size_t skip(std::size_t at, std::string_view end) {
    const std::string_view text = text_;
    const std::size_t behind = text.find(end, at);
    if (behind == std::string_view::npos) malformed(ends_too_early, text.size());
    attributes_ += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                       text.begin() + static_cast<std::ptrdiff_t>(behind), '='));
    return behind + end.size();
  }

  /// Behind the > of a tag, which may also stand in its values.
  std::size_t tag_end(std::size_t at) {
    const std::string_view text = text_;
    char quote = 0;
    while (true) {
      at = (quote == 0 ? in_tag : quote == '"' ? in_double_quotes : in_single_quotes).find(text, at);
      if (at == std::string_view::npos) malformed(ends_too_early, text.size());
      const char c = text[at];
      if (c == '&') {
        at = reference(at);
        continue;
      }
      if (c == '<') malformed(quote == 0 ? odd_start_tag : odd_attribute, at);
      ++at;
      if (c == '>') return at;
      if (c == '=')
        ++attributes_;
      else
        quote = quote == 0 ? c : '\0';
    }
  }

  /// Behind a reference to a character. pugixml would leave unknown ones as they are and make NUL of &#0;.
  std::size_t reference(std::size_t at) {
    constexpr std::size_t longest = 32;
    const std::string_view rest = std::string_view(text_).substr(at, longest);
    const std::size_t end = rest.find(';');
    if (end == std::string_view::npos) malformed(odd_reference, at);
    const std::string_view name = rest.substr(1, end - 1);
    if (name.starts_with('#')) {
      const bool hexadecimal = name.starts_with("#x");
      const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
      std::uint32_t c = 0;
      const auto [stop, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
      const bool exists = c != 0 && c <= 0x10FFFFU && (c < 0xD800U || c > 0xDFFFU);
      if (error != std::errc() || stop != digits.data() + digits.size() || !exists) malformed(odd_reference, at);
      if ((c < 0x20U && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFEU || c == 0xFFFFU) {
        if (++forbidden_ > most_forbidden) malformed(odd_control, at);
        forbidden_references_.push_back({at, end + 1});
      }
    } else if (name != "lt" && name != "gt" && name != "amp" && name != "quot" && name != "apos") {
      malformed(odd_reference, at);
    }
    return at + end + 1;
  }

  void replace_references() {
    if (forbidden_references_.empty()) return;
    const std::string_view text = text_;
    std::string replaced;
    replaced.reserve(text.size());
    std::size_t from = 0;
    for (const Reference& one : forbidden_references_) {
      replaced += text.substr(from, one.begin - from);
      replaced += replacement;
      from = one.begin + one.size;
    }
    replaced += text.substr(from);
    text_ = std::move(replaced);
  }

  struct Reference {
    std::size_t begin;
    std::size_t size;
  };
  std::string& text_;
  std::string_view part_;
  bool was_utf16_ = false;
  std::size_t forbidden_ = 0;
  std::vector<Reference> forbidden_references_;
  std::size_t nodes_ = 0;
  std::size_t attributes_ = 0;
};

/// Without recursion, however deep it is.
void check_depth(const pugi::xml_document& document, std::string_view part) {
  int depth = 1;
  for (pugi::xml_node node = document.first_child(); node;) {
    if (const pugi::xml_node child = node.first_child()) {
      if (++depth > most_levels)
        throw LimitError("docx.xml-too-deep", {{"part", shown(part)}, {"limit", std::int64_t{most_levels}}});
      node = child;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node) node = node.next_sibling();
  }
}

void check_top(const pugi::xml_document& document, const Check& check, std::size_t size) {
  int roots = 0;
  for (const pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_element) ++roots;
    const std::string_view text = node.type() == pugi::node_pcdata ? node.value() : "";
    if (node.type() == pugi::node_cdata || !std::all_of(text.begin(), text.end(), is_space))
      check.malformed(odd_root, size);
  }
  if (roots != 1) check.malformed(odd_root, size);
}

/// What the declaration says of the encoding must be true, and is true of what is saved.
void check_encoding(pugi::xml_document& document, std::string_view part, bool was_utf16) {
  for (pugi::xml_node node : document.children()) {
    if (node.type() != pugi::node_declaration) continue;
    pugi::xml_attribute encoding = node.attribute("encoding");
    const std::string name = lower(encoding.value());
    if (!encoding || name == "utf-8" || name == "us-ascii") continue;
    if (name.starts_with("utf-16") && was_utf16)
      encoding.set_value("UTF-8");
    else
      throw Fault{"docx.xml-other-encoding", {{"part", shown(part)}, {"encoding", shown(encoding.value())}}};
  }
}

}  // namespace

void parse_xml(pugi::xml_document& document, std::string& text, std::string_view part) {
  Check check(text, part);
  check.run();
  // A fragment, so that white space between the declaration and the root is kept as well.
  constexpr unsigned options = (pugi::parse_full & ~pugi::parse_doctype) | pugi::parse_ws_pcdata | pugi::parse_fragment;
  const std::size_t size = text.size();
  // With the zero behind it: pugixml puts one in place of the last character, and would lose white space there.
  const pugi::xml_parse_result result =
      document.load_buffer_inplace(text.data(), size + 1, options, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    if (at + 1 >= size) check.malformed(ends_too_early, size);
    check.malformed(what(result.status), at);
  }
  check_depth(document, part);
  check_top(document, check, size);
  check_encoding(document, part, check.was_utf16());
}

std::string save_xml(const pugi::xml_document& document) {
  struct Writer final : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  };
  Writer writer;
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.text);
}

}  // namespace kvalitet::docx
