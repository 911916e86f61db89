#include "io/docx/edit.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "base/pairing.hpp"
#include "io/docx/frame.hpp"
#include "io/docx/own_words.hpp"
#include "kvalitet/base/date.hpp"

#include <algorithm>

namespace kvalitet::docx {
namespace {

constexpr std::string_view own_prefix = "w:";

/// A run of a paragraph, and where its text begins and ends in what the paragraph says.
struct Span {
  pugi::xml_node run;
  std::size_t begin;
  std::size_t end;
};

class Spans final : public RunVisitor {
 public:
  explicit Spans(const Vocabulary& words) : words_(words) {}
  void run(const pugi::xml_node& run, Role role, bool) override {
    std::string text;
    append_text(words_, run, text);
    if (role == Role::placeholder || (role == Role::prompt && is_prompt(text)) ||
        (role == Role::meant && text == "\u2013")) {
      placeholders.push_back({run, length_, length_});
      return;
    }
    all.push_back({run, length_, length_ + text.size()});
    length_ += text.size();
  }
  std::vector<Span> all;
  std::vector<Span> placeholders;  // which are no text

 private:
  const Vocabulary& words_;
  std::size_t length_ = 0;
};

pugi::xml_node ancestor(pugi::xml_node node, const Vocabulary& words, std::string_view name, std::string_view until) {
  for (node = node.parent(); node && words.name(node) != until; node = node.parent())
    if (words.name(node) == name) return node;
  return {};
}

/// Gives a `w:t` its words, of which the spaces at either end count.
void set_words(pugi::xml_node node, const std::string& words) {
  node.remove_children();
  node.text().set(words.c_str());
  if (!node.attribute("xml:space")) node.append_attribute("xml:space");
  node.attribute("xml:space") = "preserve";
}

std::vector<pugi::xml_node> nodes_of(pugi::xml_node root) {
  struct Walker final : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> nodes;
    bool for_each(pugi::xml_node& node) override {
      nodes.push_back(node);
      return true;
    }
  } walker;
  root.traverse(walker);
  return std::move(walker.nodes);
}

/// Not the break of a page or a column, which is layout.
bool is_text(const Vocabulary& words, const pugi::xml_node& node) {
  const std::string_view name = words.name(node);
  if (name == "br") return words.value(node, "type").empty() || words.value(node, "type") == "textWrapping";
  return name == "t" || name == "tab" || name == "cr" || name == "noBreakHyphen" || name == "softHyphen" ||
         name == "sym" || name == "ptab" || name == "lastRenderedPageBreak";
}

/// Whether nothing but text goes with a paragraph: no picture, note, bookmark, break of a page or section of the
/// document.
bool is_only_text(const Vocabulary& words, const pugi::xml_node& parent) {
  constexpr std::string_view wrappers[] = {"r",         "ins", "moveTo", "hyperlink", "smartTag",  "customXml",
                                           "fldSimple", "dir", "bdo",    "sdt",       "sdtContent"};
  constexpr std::string_view silent[] = {"rPr", "sdtPr", "sdtEndPr", "proofErr", "del", "moveFrom"};
  const auto is_in = [](const auto& names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
  };
  // Word's own, at the place of the last change.
  const auto is_go_back = [&](const pugi::xml_node& node) { return words.value(node, "name") == "_GoBack"; };
  for (const auto& node : parent.children()) {
    const std::string_view name = words.name(node);
    std::string said;
    append_piece(words, node, said);
    if (!said.empty() || node.type() != pugi::node_element || is_text(words, node) || is_in(silent, name)) continue;
    if (name == "pPr" && !words.child(node, "sectPr")) continue;
    if (name == "bookmarkStart" && is_go_back(node)) continue;
    if (name == "bookmarkEnd" && is_go_back(node.previous_sibling())) continue;
    if (!is_in(wrappers, name) || !is_only_text(words, node)) return false;
  }
  return true;
}

}  // namespace

Edit::Edit(pugi::xml_document& main, const Styles& styles)
    : main_(main), styles_(styles), words_(main.document_element()) {}

void Edit::set_text(const std::vector<Piece>& pieces, std::string_view text, bool in_one_paragraph) {
  std::vector<std::string_view> lines{text};
  const bool bare = text.empty() || text.front() == '\n' || text.back() == '\n';
  if (!in_one_paragraph && !bare) {
    lines.clear();
    for (std::string_view rest = text;;) {
      const std::size_t at = rest.find('\n');
      lines.push_back(rest.substr(0, at));
      if (at == std::string_view::npos) break;
      rest.remove_prefix(at + 1);
    }
  }
  // Paragraphs of their own, not the gap that stands between two texts, nor empty ones around them.
  std::vector<Piece> own;
  for (const Piece& piece : pieces)
    if (piece.paragraph->node) own.push_back(piece);
  // What is struck out between the parts of a joined paragraph is somebody's to decide.
  if (own.empty() || std::any_of(own.begin(), own.end(), [](const Piece& p) { return !p.paragraph->joined.empty(); }))
    return;
  changed_ = true;
  const auto drop = [&](const Piece& piece) {
    if (piece.is_whole())
      remove_paragraph(*piece.paragraph);
    else
      set_piece(piece, {});
  };
  if (in_one_paragraph || lines.size() == 1) {
    std::size_t at = 0;
    while (at + 1 < own.size() && is_blank(own[at].text())) ++at;
    set_piece(own[at], lines.front());
    for (std::size_t i = 0; i < own.size(); ++i)
      if (i > at || (i < at && !own[i].text().empty())) drop(own[i]);
    return;
  }
  while (own.size() > 1 && own.front().text().empty()) own.erase(own.begin());
  while (own.size() > 1 && own.back().text().empty()) own.pop_back();
  // Lines that stay are left as they are, with all that stands in them.
  const auto pairs =
      pair_in_order(own.size(), lines.size(), [&](std::size_t a, std::size_t b) { return own[a].text() == lines[b]; });
  pugi::xml_node behind;
  std::vector<std::string_view> first;  // new lines before any that stays
  for (const Pair& pair : pairs) {
    if (pair.before && !pair.after) {
      drop(own[*pair.before]);
      continue;
    }
    if (!pair.before) {
      if (behind)
        behind = new_paragraph(behind, own.front().paragraph->node, lines[*pair.after], true);
      else
        first.push_back(lines[*pair.after]);
      continue;
    }
    const pugi::xml_node node = own[*pair.before].paragraph->node;
    for (const std::string_view line : first) new_paragraph(node, node, line, false);
    first.clear();
    if (own[*pair.before].text() != lines[*pair.after]) set_piece(own[*pair.before], lines[*pair.after]);
    behind = node;
  }
}

/// A paragraph like another one, beside it: its layout, no notes, breaks or bookmarks.
pugi::xml_node Edit::new_paragraph(pugi::xml_node beside, const pugi::xml_node& like, std::string_view text,
                                   bool behind) {
  auto parent = beside.parent();
  const std::string name = words_.full("p");
  auto paragraph =
      behind ? parent.insert_child_after(name.c_str(), beside) : parent.insert_child_before(name.c_str(), beside);
  if (const auto properties = words_.child(like, "pPr")) {
    auto own = paragraph.append_copy(properties);
    for (const std::string_view part : {"sectPr", "rPr", "pPrChange"}) own.remove_child(words_.child(own, part));
  }
  set_range(paragraph, 0, std::string::npos, text);
  return paragraph;
}

void Edit::set_piece(const Piece& piece, std::string_view text) {
  if (piece.is_whole()) {
    set_range(piece.paragraph->node, 0, std::string::npos, text);
    return;
  }
  // Each change goes through all of the paragraph. More than anybody has in one are left.
  constexpr std::size_t most_changes = 200;
  std::set<std::size_t>& shared = shared_[piece.paragraph];
  if (shared.size() < most_changes && shared.insert(piece.from).second) changes_.push_back({piece, std::string(text)});
}

void Edit::set_range(const pugi::xml_node& paragraph, std::size_t from, std::size_t to, std::string_view text) {
  split_at(paragraph, to);
  Spans spans(words_);
  visit_runs(words_, styles_, paragraph, spans);
  pugi::xml_node carrier;
  pugi::xml_node before;
  for (const Span& span : spans.all) {
    const bool empty = span.begin == span.end;
    if (span.begin > to || (span.begin == to && !empty)) break;
    if (span.end < from || (span.end == from && !empty)) {
      before = span.run;
    } else if (span.begin < from) {  // the label and the value in one run
      if (!carrier) carrier = copy_run(span.run);
      cut_run(span.run, from - span.begin);
    } else {
      cut_run(span.run, 0);
      if (!carrier) carrier = span.run;
    }
  }
  if (text.empty()) return;
  for (const Span& placeholder : spans.placeholders) {
    if (placeholder.begin < from || placeholder.begin > to) continue;
    if (!carrier) {
      carrier = placeholder.run;
      cut_run(carrier, 0);
    } else {
      placeholder.run.parent().remove_child(placeholder.run);
    }
  }
  if (!carrier && before) carrier = copy_run(before);
  if (!carrier) carrier = new_run(paragraph, spans.all.empty() ? pugi::xml_node() : spans.all.front().run);
  give_role(carrier, is_blank(text) || !prompt_behind(text).empty() || !prompt_before(text).empty());
  append_run_text(carrier, text);
  settle_control(carrier, text);
}

/// A run in front of another one, or else at the end of a paragraph.
pugi::xml_node Edit::new_run(pugi::xml_node paragraph, const pugi::xml_node& before) const {
  const std::string name = words_.full("r");
  return before ? before.parent().insert_child_before(name.c_str(), before) : paragraph.append_child(name.c_str());
}

/// Makes two of the run in whose text a place of the paragraph is.
void Edit::split_at(const pugi::xml_node& paragraph, std::size_t at) const {
  if (at == std::string::npos) return;
  Spans spans(words_);
  visit_runs(words_, styles_, paragraph, spans);
  for (const Span& span : spans.all)
    if (span.begin < at && at < span.end) split_run(span.run, at - span.begin);
}

void Edit::split_run(pugi::xml_node run, std::size_t at) const {
  auto tail = run.parent().insert_child_after(words_.full("r").c_str(), run);
  if (const auto properties = words_.child(run, "rPr")) tail.append_copy(properties);
  std::string said;
  for (auto node = run.first_child(); node;) {
    const auto next = node.next_sibling();
    const std::size_t begin = said.size();
    append_piece(words_, node, said);
    if (begin >= at) {
      tail.append_move(node);
    } else if (said.size() > at) {
      set_words(tail.append_copy(node), said.substr(at));
      set_words(node, said.substr(begin, at - begin));
    }
    node = next;
  }
}

/// The run's text is content, or a space that is meant: never a placeholder.
void Edit::give_role(pugi::xml_node run, bool meant) const {
  auto properties = words_.child(run, "rPr");
  if (styles_.find(words_.child_value(properties, "rStyle")).role != Role::content)
    properties.remove_child(words_.child(properties, "rStyle"));
  const std::string id = meant ? styles_.id_of(Role::meant) : std::string();
  if (id.empty()) return;
  if (!properties) properties = run.prepend_child(words_.full("rPr").c_str());
  properties.prepend_child(words_.full("rStyle").c_str()).append_attribute(words_.attribute("val").c_str()) =
      id.c_str();
}

void Edit::cut_run(pugi::xml_node run, std::size_t keep) const {
  std::string said;
  for (auto node = run.first_child(); node;) {
    const auto next = node.next_sibling();
    const std::size_t before = said.size();
    append_piece(words_, node, said);
    if (said.size() > before || is_text(words_, node)) {
      if (before >= keep && !(said.size() == before && keep > 0))
        run.remove_child(node);
      else if (said.size() > keep)
        set_words(node, said.substr(before, keep - before));
    }
    node = next;
  }
}

/// A run with the same formatting behind another one, without text.
pugi::xml_node Edit::copy_run(const pugi::xml_node& run) const {
  auto copy = run.parent().insert_child_after(words_.full("r").c_str(), run);
  if (const auto properties = words_.child(run, "rPr")) {
    auto own = copy.append_copy(properties);
    // A label is bold, what follows it is not.
    own.remove_child(words_.child(own, "b"));
  }
  return copy;
}

void Edit::append_run_text(pugi::xml_node run, std::string_view text) const {
  while (!text.empty()) {
    const std::size_t at = text.find_first_of("\n\t\r");
    if (at > 0) {
      set_words(run.append_child(words_.full("t").c_str()), std::string(text.substr(0, at)));
    }
    if (at == std::string_view::npos) return;
    run.append_child(words_.full(text[at] == '\n' ? "br" : text[at] == '\t' ? "tab" : "cr").c_str());
    text.remove_prefix(at + 1);
  }
}

/// A control that a text has been put into shows no placeholder any more; one for a day knows which.
void Edit::settle_control(const pugi::xml_node& run, std::string_view text) const {
  const auto control = ancestor(run, words_, "sdt", "p");
  if (!control) return;
  auto properties = words_.child(control, "sdtPr");
  properties.remove_child(words_.child(properties, "showingPlcHdr"));
  auto date = words_.child(properties, "date");
  if (!date) return;
  const std::string name = words_.attribute("fullDate");
  date.remove_attribute(name.c_str());
  if (parse_date(text)) date.prepend_attribute(name.c_str()) = (std::string(text) + "T00:00:00Z").c_str();
}

void Edit::prepare(pugi::xml_document& fragment, std::string_view markup) const {
  fragment.load_buffer(markup.data(), markup.size(), pugi::parse_full | pugi::parse_ws_pcdata | pugi::parse_fragment);
  std::vector<pugi::xml_node> superfluous;
  for (const pugi::xml_node& node : nodes_of(fragment)) {
    const std::string_view name = node.name();
    if (name == "w:pStyle") {
      const std::string_view style = node.attribute("w:val").value();
      constexpr std::string_view heading = "Heading";
      if (style.substr(0, heading.size()) == heading) {
        const auto level = parse_digits(style.substr(heading.size()));
        const std::string id = styles_.heading_id(level.value_or(1));
        if (!id.empty()) node.attribute("w:val") = id.c_str();
      }
    } else if (name == "w:sdtPr") {
      superfluous.push_back(node.child("w:id"));  // it might be another control's
      if (!styles_.has_roles()) superfluous.push_back(node.child("w:showingPlcHdr"));
    } else if (name == "w:r" && !styles_.has_roles() &&
               node.child("w:rPr").child("w:rStyle").attribute("w:val").value() == placeholder_style) {
      superfluous.push_back(node);
    }
  }
  for (const pugi::xml_node& node : superfluous) node.parent().remove_child(node);
  if (words_.full({}) != own_prefix)
    for (const pugi::xml_node& node : nodes_of(fragment)) give_prefix(node);
}

/// A name of ours becomes one of this document.
void Edit::give_prefix(pugi::xml_node node) const {
  const auto is_ours = [](std::string_view name) { return name.substr(0, own_prefix.size()) == own_prefix; };
  if (is_ours(node.name())) node.set_name(words_.full(node.name() + own_prefix.size()).c_str());
  for (auto attribute : node.attributes())
    if (is_ours(attribute.name())) attribute.set_name(words_.attribute(attribute.name() + own_prefix.size()).c_str());
}

void Edit::insert_after(const pugi::xml_node& node, std::string_view markup) {
  if (!node) {
    insert_first(markup);
    return;
  }
  changed_ = true;
  pugi::xml_document fragment;
  prepare(fragment, markup);
  // Behind what was put there before.
  const auto before = tails_.find(node.internal_object());
  pugi::xml_node last = before == tails_.end() ? node : before->second;
  for (const auto& child : fragment.children()) last = node.parent().insert_copy_after(child, last);
  tails_[node.internal_object()] = last;
}

void Edit::insert_before(const pugi::xml_node& node, std::string_view markup) {
  auto mark = node.parent().insert_child_before("mark", node);
  insert_after(mark, markup);
  node.parent().remove_child(mark);
}

void Edit::insert_first(std::string_view markup) {
  if (!first_) {
    auto body = words_.child(main_.document_element(), "body");
    first_ = body.prepend_child("mark");
  }
  insert_after(first_, markup);
}

void Edit::remove(const pugi::xml_node& node) {
  changed_ = true;
  if (node && gone_.insert(node.internal_object()).second) removed_.push_back(node);
}

void Edit::finish() {
  // From behind, so that those before it still stand where they were read.
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const Change& a, const Change& b) { return a.piece.from > b.piece.from; });
  for (const auto& [piece, text] : changes_) set_range(piece.paragraph->node, piece.from, piece.to, text);
  changes_.clear();
  // What is below something that goes as well goes with it.
  const auto goes_with = [&](pugi::xml_node node) {
    for (node = node.parent(); node; node = node.parent())
      if (gone_.count(node.internal_object()) > 0) return true;
    return false;
  };
  removed_.erase(std::remove_if(removed_.begin(), removed_.end(), goes_with), removed_.end());
  for (const auto& node : removed_) node.parent().remove_child(node);
  removed_.clear();
  if (first_) first_.parent().remove_child(first_);
  auto root = main_.document_element();
  if (changed_ && words_.full({}).empty() && !root.attribute("xmlns:w"))
    root.append_attribute("xmlns:w") = root.attribute("xmlns").value();  // attributes need a prefix
}

bool Edit::ends_section(const Paragraph& paragraph) const {
  return !words_.child(words_.child(paragraph.node, "pPr"), "sectPr").empty();
}

void Edit::remove_paragraph(const Paragraph& paragraph) {
  changed_ = true;
  std::vector<pugi::xml_node> nodes = paragraph.joined;
  nodes.push_back(paragraph.node);
  const bool stays =
      !std::all_of(nodes.begin(), nodes.end(), [&](const pugi::xml_node& node) { return is_only_text(words_, node); });
  for (const pugi::xml_node& node : nodes) {
    const auto parent = node.parent();
    const auto [left, first] = left_.try_emplace(parent.internal_object(), 0);
    if (first)
      for (const auto& child : parent.children()) left->second += words_.name(child) == "p" ? 1 : 0;
    if (!stays && (words_.name(parent) == "body" || left->second > 1)) {
      --left->second;
      remove(node);
    } else {
      set_range(node, 0, std::string::npos, {});
    }
  }
}

}  // namespace kvalitet::docx
