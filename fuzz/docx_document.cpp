// Any text as what stands in a Word document, below the library's own styles: it is read, written back and read again.
// The first byte says as what it is read and with which municipality's template; the rest is the body's XML. Changes
// are made to the XML's elements (a mutator of its own), so that most inputs are documents and not errors of XML.
#include "require.hpp"

#include "io/docx/frame.hpp"
#include "io/docx/xml.hpp"
#include "io/docx/zip.hpp"
#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/model/matter.hpp"

#include <zlib.h>
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <set>
#include <string>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* data, std::size_t size, std::size_t most);

namespace {

using namespace kvalitet;

using Random = std::minstd_rand;
std::size_t below(Random& random, std::size_t end) { return random() % end; }
template <class List>
const auto& one_of(Random& random, const List& list) {
  return list[below(random, std::size(list))];
}

constexpr std::string_view before =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:body>";
constexpr std::string_view after = "</w:body></w:document>";

// --- The file around the body. Nothing is packed, since packing would take most of the time.

docx::ZipEntry entry(std::string name, std::string_view text) {
  docx::ZipEntry entry;
  entry.name = std::move(name);
  entry.packed = text;
  entry.unpacked = text.size();
  entry.crc =
      static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
  entry.method = docx::stored;
  return entry;
}

std::string notes(std::string_view element, std::string_view name) {
  std::string xml =
      "<w:" + std::string(name) + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  for (int id = 1; id < 3; ++id)
    xml += "<w:" + std::string(element) + " w:id=\"" + std::to_string(id) + "\"><w:p><w:r><w:t>Note " +
           std::to_string(id) + "</w:t></w:r></w:p></w:" + std::string(element) + '>';
  return xml + "</w:" + std::string(name) + '>';
}

/// Styles without how they look, which is not read and takes long to parse.
std::string bare(const std::string& styles) {
  pugi::xml_document document;
  document.load_string(styles.c_str());
  const auto keep = [](pugi::xml_node node, std::initializer_list<std::string_view> names) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (std::find(names.begin(), names.end(), child.name()) == names.end()) node.remove_child(child);
      child = next;
    }
  };
  keep(document.document_element(), {"w:style"});
  for (const pugi::xml_node style : document.document_element().children()) {
    keep(style, {"w:name", "w:basedOn", "w:pPr", "w:rPr"});
    keep(style.child("w:pPr"), {"w:outlineLvl", "w:numPr"});
    keep(style.child("w:rPr"), {"w:b"});
  }
  return docx::save_xml(document);
}

std::string file_with(const std::string& main) {
  static const auto parts = [] {
    auto all = docx::parts_of({}, Text("Plan"), Language::sv, {});
    std::vector<std::pair<std::string, std::string>> kept;
    for (auto& [name, text] : all) {
      if (name == "word/_rels/document.xml.rels") {
        std::string more;
        for (const char* const kind : {"comments", "footnotes"})
          more += std::string("<Relationship Id=\"") + kind +
                  "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
                  "\" Target=\"" + kind + ".xml\"/>";
        text.insert(text.rfind("</"), more);
      }
      if (name == "word/styles.xml") text = bare(text);
      if (name == "[Content_Types].xml" || name.ends_with(".rels") || name == "word/styles.xml")
        kept.emplace_back(std::move(name), std::move(text));
    }
    kept.emplace_back("word/comments.xml", notes("comment", "comments"));
    kept.emplace_back("word/footnotes.xml", notes("footnote", "footnotes"));
    return kept;
  }();
  static const auto entries = [] {
    std::vector<docx::ZipEntry> all;
    for (const auto& [name, text] : parts) all.push_back(entry(name, text));
    return all;
  }();
  docx::ZipWriter writer;
  for (const docx::ZipEntry& one : entries) writer.copy(one);
  writer.copy(entry("word/document.xml", main));
  return writer.finish();
}

// --- What is read, and with which templates.

DocumentForm form(const char* document, std::initializer_list<FormLabel> labels,
                  std::initializer_list<FormHeading> headings) {
  return {Id(document), {}, labels, headings, {{Text("areas.commitments.continuation"), Text("Ja"), Text("carry_on")}}};
}

std::vector<QualitySystem> make_systems() {
  std::vector<QualitySystem> systems(3, QualitySystem::builtin("vetlanda-2024"));
  systems[1].policy.forms = {form("commitment-plan",
                                  {{"Skola", "units.name"},
                                   {"Nuläge", "areas.commitments.reason"},
                                   {"Önskat läge", "areas.commitments.expected_effects.text"},
                                   {"Så gör vi", "areas.commitments.activities.title"},
                                   {"Uppföljning", "areas.commitments.follow_ups"},
                                   {"Vad såg vi?", "areas.commitments.follow_ups.text"}},
                                  {{1, "areas"}, {2, "areas.commitments"}}),
                             form("school-year-report",
                                  {{"Skola", "units.name"},
                                   {"Året som helhet", "analysis"},
                                   {"Nästa läsår", "areas.commitments.continuation"},
                                   {"Varför?", "areas.commitments.why"}},
                                  {{1, "areas"}, {2, "areas.commitments"}})};
  systems[2].policy.forms = {
      form("commitment-plan",
           {{"Mål", "areas.title"},
            {"Insats", "areas.commitments.title"},
            {"Aktivitet", "areas.commitments.activities.title"},
            {"Vem", "areas.commitments.activities.responsible"},
            {"När", "areas.commitments.activities.end"},
            {"Mallens egna ord", ""}},
           {}),
      form("school-year-report", {{"Mål", "areas.title"}, {"Insats", "areas.commitments.title"}}, {})};
  return systems;
}

/// Everything that a place of these types goes by, and what the library's own documents say.
void add_words(const TypeInfo& type, std::set<std::string>& words) {
  for (const std::string_view label : {type.label.sv, type.label.en}) words.emplace(label);
  for (const ChoiceInfo& choice : type.choices) words.emplace(choice.label.sv);
  if (type.element != nullptr) add_words(*type.element, words);
  for (const FieldInfo& field : type.fields) {
    for (const std::string_view label : {field.label.sv, field.label.en}) words.emplace(label);
    add_words(*field.type, words);
  }
}

const std::vector<std::string>& dictionary() {
  static const std::vector<std::string> all = [] {
    std::set<std::string> words{"",
                                " ",
                                "\u2013",
                                ":",
                                "\t",
                                "Ja",
                                "Nej",
                                "x",
                                "2026/27",
                                "2026-10-14",
                                "14 okt. 2026",
                                "Almen, Boken och Linden",
                                "Kunskaper",
                                "Nuläge",
                                "Önskat läge",
                                "Så gör vi",
                                "Vad såg vi?",
                                "Året som helhet",
                                "Nästa läsår",
                                "Varför?",
                                "Mål",
                                "Insats",
                                "Vem",
                                "När",
                                "Mallens egna ord",
                                "[skriv här]",
                                "[datum]",
                                "Riktlinjen: ”",
                                "Att välja bland: ",
                                "#trygghet",
                                "- en punkt",
                                "1) en punkt",
                                "Å",
                                "\xC2\xA0"};
    add_words(type_info<CommitmentPlan>(), words);
    add_words(type_info<SchoolYearReport>(), words);
    add_words(type_info<Matters>(), words);
    return std::vector<std::string>(words.begin(), words.end());
  }();
  return all;
}

// --- Changes to a record.

void change(Random& random, const TypeInfo& type, void* value, int depth = 0) {
  switch (type.kind) {
    case TypeInfo::Kind::boolean: *static_cast<bool*>(value) = below(random, 2) == 0; break;
    case TypeInfo::Kind::integer: *static_cast<int*>(value) = static_cast<int>(below(random, 5)); break;
    case TypeInfo::Kind::enumeration: type.choose(value, below(random, type.choices.size())); break;
    case TypeInfo::Kind::text: {
      std::string text = one_of(random, dictionary());
      if (below(random, 3) == 0) text += '\n' + one_of(random, dictionary());
      if (below(random, 3) == 0) text = static_cast<Text*>(value)->str() + text;
      *static_cast<Text*>(value) = Text(text);
      break;
    }
    case TypeInfo::Kind::scalar:
      // A fresh one may be no value at all until it is read from something.
      for (const char* const text : {"2026/27", "2026-10-14", "2027-06-04", "trygghet", "a:b", "12345678", "2027"})
        if (type.parse(value, text) && below(random, 2) == 0) break;
      break;
    case TypeInfo::Kind::optional:
      if (type.size(value) > 0 && below(random, 3) == 0)
        type.drop_last(value);
      else
        change(random, *type.element, type.size(value) > 0 ? type.at(value, 0) : type.append(value), depth + 1);
      break;
    case TypeInfo::Kind::list: {
      const std::size_t size = type.size(value);
      if (size > 0 && below(random, 4) == 0) {
        type.drop_last(value);
      } else if (size == 0 || below(random, 3) == 0) {
        if (size < 20) change(random, *type.element, type.append(value), depth + 1);
      } else {
        change(random, *type.element, type.at(value, below(random, size)), depth + 1);
      }
      break;
    }
    case TypeInfo::Kind::record:
      for (std::size_t times = 1 + below(random, 2); times > 0; --times) {
        const FieldInfo& field = one_of(random, type.fields);
        if (field.key != "format_version") change(random, *field.type, field.address(value), depth + 1);
      }
      break;
    default: break;
  }
}

// --- Reading and writing.

void print(const std::vector<Change>& changes) {
  for (const Change& change : changes) std::fprintf(stderr, "%s\n", change.message.sv.str().c_str());
}

/// Both say the same; otherwise what they say differently is printed.
template <class T>
void require_equal(const T& a, const T& b, const char* what) {
  if (a != b) print(diff(a, b));
  require(a == b, what);
}

bool same(const std::vector<Change>& a, const std::vector<Change>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Change& one, const Change& other) {
    return one.pointer == other.pointer && one.message.sv == other.message.sv;
  });
}

template <class T>
void run(const std::string& bytes, std::size_t paragraphs, const QualitySystem& system, std::uint32_t seed) {
  DocxOptions options;
  options.system = &system;
  Random random(seed);
  const Read<T> read = read_docx<T>(bytes, options);
  for (const Finding& finding : read.reading.findings) {
    if (!finding.place) continue;
    require(finding.place->paragraph >= 1 && static_cast<std::size_t>(finding.place->paragraph) <= paragraphs,
            "findings are of paragraphs that there are");
  }
  // One thing more at times, in one of sixteen: each reads several times.
  switch (below(random, 48)) {
    case 0: {
      const WrittenBack unchanged = write_back(read.value, bytes, options);
      require(unchanged.docx == bytes, "what has not changed keeps its bytes");
      print(unchanged.left);
      require(unchanged.left.empty(), "nothing that was read is left");
      break;
    }
    case 1: {
      // Where an id could not be read, a new document has room for one, and that it is made of the name.
      if (std::any_of(read.reading.findings.begin(), read.reading.findings.end(), [](const Finding& finding) {
            return finding.code == "docx.wrong-value" || finding.code == "docx.missing";
          }))
        break;
      options.language = below(random, 2) == 0 ? Language::sv : Language::en;
      options.help = below(random, 2) == 0;
      T record = read.value;
      record.format_version = 1;
      const Read<T> again = read_docx<T>(write_docx(record, options), options);
      require_equal(record, again.value, "what was read is written so that it reads the same");
      require(again.reading.unplaced.empty(), "everything written has its place");
      break;
    }
    case 2: {
      T changed = read.value;
      change(random, type_info<T>(), &changed);
      const WrittenBack written = write_back(changed, bytes, options);
      require(changed != read.value || written.docx == bytes, "what has not changed keeps its bytes");
      const Read<T> again = read_docx<T>(written.docx, options);
      require(same(written.left, diff(again.value, changed)), "what is left is told");
      const WrittenBack twice = write_back(again.value, written.docx, options);
      print(twice.left);
      require(twice.docx == written.docx, "what is written is a document like any other");
      break;
    }
    default: break;
  }
}

// --- Changes to a body.

using Node = pugi::xml_node;

std::vector<Node> elements(const Node& top, std::string_view name = {}) {
  struct Walker final : pugi::xml_tree_walker {
    std::string_view name;
    std::vector<Node> found;
    bool for_each(Node& node) override {
      if (node.type() == pugi::node_element && (name.empty() || node.name() == name)) found.push_back(node);
      return true;
    }
  } walker;
  walker.name = name;
  Node(top).traverse(walker);
  return walker.found;
}

Node pick(Random& random, const std::vector<Node>& nodes) {
  return nodes.empty() ? Node() : nodes[below(random, nodes.size())];
}

constexpr std::array blocks{"w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:sdt", "w:t"};
constexpr std::array styles{"Heading1",      "Heading2", "Heading3", "Heading4", "Title",
                            "KvalitetHjalp", "Normal",   "TOC1",     "Unknown"};

Node property(Node of, const char* holder, const char* name) {
  Node properties = of.child(holder);
  if (!properties) properties = of.prepend_child(holder);
  Node found = properties.child(name);
  return found ? found : properties.append_child(name);
}

void set_value(Node of, const char* value) {
  of.remove_attribute("w:val");
  of.append_attribute("w:val") = value;
}

void say(Node paragraph, const std::string& text, bool bold) {
  Node run = paragraph.append_child("w:r");
  if (bold) property(run, "w:rPr", "w:b");
  run.append_child("w:t").text().set(text.c_str());
}

/// Puts elements around one: runs or blocks.
void wrap(Random& random, Node node) {
  constexpr std::array around{"w:ins", "w:del", "w:moveFrom",          "w:moveTo",    "w:hyperlink", "w:smartTag",
                              "w:sdt", "w:tbl", "mc:AlternateContent", "w:customXml", "w:fldSimple"};
  const std::string_view kind = one_of(random, around);
  Node outer = node.parent().insert_child_before(std::string(kind).c_str(), node);
  Node inner = outer;
  if (kind == "w:sdt") {
    if (below(random, 3) == 0) property(outer, "w:sdtPr", "w:showingPlcHdr");
    inner = outer.append_child("w:sdtContent");
  } else if (kind == "w:tbl") {
    inner = outer.append_child("w:tr").append_child("w:tc");
  } else if (kind == "mc:AlternateContent") {
    inner = outer.append_child(below(random, 2) == 0 ? "mc:Choice" : "mc:Fallback");
  }
  inner.append_move(node);
}

void change_text(Random& random, Node text) {
  std::string said = text.text().get();
  const std::string& word = one_of(random, dictionary());
  switch (below(random, 8)) {
    case 0: said = word; break;
    case 1: said = word + ": " + said; break;
    case 2: said = word + ' ' + std::to_string(below(random, 4)) + ": " + said; break;
    case 3: said += '\t' + word + ": " + said; break;
    case 4: said.clear(); break;
    case 5: said += ' ' + word; break;
    case 6:
      for (char& c : said) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      break;
    default: said += said.substr(0, 200); break;
  }
  text.text().set(said.c_str());
}

/// Makes two runs of one, or puts a sign between.
void split_run(Random& random, Node text) {
  const std::string said = text.text().get();
  std::size_t at = below(random, said.size() + 1);
  while (at > 0 && at < said.size() && (static_cast<unsigned char>(said[at]) & 0xC0U) == 0x80U) --at;
  Node run = text.parent();
  text.text().set(said.substr(0, at).c_str());
  constexpr std::array signs{"w:br", "w:tab", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym"};
  Node last = text;
  if (below(random, 2) == 0) last = run.insert_child_after(one_of(random, signs), text);
  if (below(random, 2) == 0) {
    Node more = run.insert_child_after("w:t", last);
    more.text().set(said.substr(at).c_str());
  } else {
    Node second = run.parent().insert_copy_after(run, run);
    while (second.last_child() && std::string_view(second.last_child().name()) != "w:t")
      second.remove_child(second.last_child());
    if (second.last_child()) second.last_child().text().set(said.substr(at).c_str());
  }
}

void change_property(Random& random, const Node& body) {
  switch (below(random, 12)) {
    case 0:
    case 1:
    case 2: {
      const Node paragraph = pick(random, elements(body, "w:p"));
      if (paragraph) set_value(property(paragraph, "w:pPr", "w:pStyle"), one_of(random, styles));
      break;
    }
    case 3: {
      Node paragraph = pick(random, elements(body, "w:p"));
      if (paragraph) paragraph.remove_child("w:pPr");
      break;
    }
    case 4: {
      const Node run = pick(random, elements(body, "w:r"));
      constexpr std::array of_runs{"PlaceholderText", "KvalitetTom", "Unknown"};
      if (run) set_value(property(run, "w:rPr", "w:rStyle"), one_of(random, of_runs));
      break;
    }
    case 5: {
      const Node run = pick(random, elements(body, "w:r"));
      if (run) property(run, "w:rPr", "w:b");
      break;
    }
    case 6: {
      const Node cell = pick(random, elements(body, "w:tc"));
      if (cell) set_value(property(cell, "w:tcPr", "w:vMerge"), below(random, 2) == 0 ? "restart" : "continue");
      break;
    }
    case 7: {
      const Node cell = pick(random, elements(body, "w:tc"));
      if (cell) set_value(property(cell, "w:tcPr", "w:gridSpan"), below(random, 2) == 0 ? "2" : "3");
      break;
    }
    case 8: {
      const Node row = pick(random, elements(body, "w:tr"));
      if (row) property(row, "w:trPr", below(random, 2) == 0 ? "w:del" : "w:tblHeader");
      break;
    }
    case 9: {
      const Node paragraph = pick(random, elements(body, "w:p"));
      if (paragraph) property(paragraph, "w:pPr", "w:rPr").append_child("w:del");
      break;
    }
    case 10: {
      const Node paragraph = pick(random, elements(body, "w:p"));
      if (paragraph) set_value(property(paragraph, "w:pPr", "w:outlineLvl"), below(random, 2) == 0 ? "0" : "9");
      break;
    }
    default: {
      Node row = pick(random, elements(body, "w:tr"));
      if (row) set_value(property(row, "w:trPr", "w:gridBefore"), "1");
    }
  }
}

void add(Random& random, const Node& body) {
  const Node beside = pick(random, elements(body, "w:p"));
  if (!beside) return;
  const std::string& word = one_of(random, dictionary());
  switch (below(random, 5)) {
    case 0: {
      Node paragraph = beside.parent().insert_child_after("w:p", beside);
      if (below(random, 2) == 0) set_value(property(paragraph, "w:pPr", "w:pStyle"), one_of(random, styles));
      say(paragraph, word, below(random, 2) == 0);
      break;
    }
    case 1: {
      Node paragraph = beside.parent().insert_child_after("w:p", beside);
      say(paragraph, word + ':', true);
      say(paragraph, ' ' + one_of(random, dictionary()), false);
      break;
    }
    case 2: {
      Node table = beside.parent().insert_child_after("w:tbl", beside);
      const std::size_t columns = 1 + below(random, 4);
      for (std::size_t rows = 1 + below(random, 3); rows > 0; --rows) {
        Node row = table.append_child("w:tr");
        for (std::size_t i = 0; i < columns; ++i)
          say(row.append_child("w:tc").append_child("w:p"), one_of(random, dictionary()), false);
      }
      break;
    }
    case 3: {
      constexpr std::array references{"w:commentReference", "w:footnoteReference"};
      Node(beside).append_child("w:r").append_child(one_of(random, references)).append_attribute("w:id") =
          below(random, 2) == 0 ? "1" : "2";
      break;
    }
    default: {
      Node box = Node(beside).append_child("w:r").append_child("w:drawing").append_child("wps:txbx");
      say(box.append_child("w:txbxContent").append_child("w:p"), word, false);
    }
  }
}

bool is_within(Node node, const Node& other) {
  for (; node; node = node.parent())
    if (node == other) return true;
  return false;
}

void mutate(Random& random, pugi::xml_document& document) {
  const Node body = document.document_element();
  Node node = pick(random, elements(body, one_of(random, blocks)));
  switch (below(random, 10)) {
    case 0:
      if (node) node.parent().insert_copy_after(node, node);
      break;
    case 1:
      if (node) node.parent().remove_child(node);
      break;
    case 2: {  // to where another of its kind stands
      const Node other = pick(random, elements(body, node.name()));
      if (node && other && !is_within(other, node)) other.parent().insert_move_after(node, other);
      break;
    }
    case 3: {  // anywhere
      const Node other = pick(random, elements(body));
      if (node && other && !is_within(other, node)) other.parent().insert_copy_before(node, other);
      break;
    }
    case 4:
      if (node) wrap(random, node);
      break;
    case 5: change_property(random, body); break;
    case 6: add(random, body); break;
    case 7: {
      const Node text = pick(random, elements(body, "w:t"));
      if (text) split_run(random, text);
      break;
    }
    case 8: {  // what it holds instead of it
      if (!node || std::string_view(node.name()) == "w:t") break;
      while (const Node child = node.first_child()) node.parent().insert_move_before(child, node);
      node.parent().remove_child(node);
      break;
    }
    default: {
      const Node text = pick(random, elements(body, "w:t"));
      if (text) change_text(random, text);
    }
  }
}

constexpr unsigned as_it_is = pugi::parse_full | pugi::parse_ws_pcdata;

bool parse(pugi::xml_document& document, const unsigned char* data, std::size_t size) {
  const std::string whole = "<b>" + std::string(reinterpret_cast<const char*>(data), size) + "</b>";
  return static_cast<bool>(document.load_buffer(whole.data(), whole.size(), as_it_is));
}

/// Puts what a document holds behind the first byte; 0 where there is no room.
std::size_t put(const pugi::xml_document& document, unsigned char* data, std::size_t most) {
  struct Writer final : pugi::xml_writer {
    std::string text;
    void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
  } writer;
  for (const Node& child : document.document_element().children()) child.print(writer, "", pugi::format_raw);
  if (writer.text.size() + 1 > most) return 0;
  std::memcpy(data + 1, writer.text.data(), writer.text.size());
  return writer.text.size() + 1;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* data, std::size_t size, std::size_t most, unsigned seed) {
  Random random(seed);
  pugi::xml_document document;
  if (size < 2 || below(random, 24) == 0 || !parse(document, data + 1, size - 1))
    return LLVMFuzzerMutate(data, size, most);
  if (below(random, 16) == 0) data[0] = static_cast<unsigned char>('0' + below(random, 9));
  for (std::size_t times = 1 + below(random, 3); times > 0; --times) mutate(random, document);
  const std::size_t written = put(document, data, most);
  return written == 0 ? size : written;
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const unsigned char* one, std::size_t one_size,
                                                 const unsigned char* other, std::size_t other_size, unsigned char* out,
                                                 std::size_t most, unsigned seed) {
  Random random(seed);
  pugi::xml_document first;
  pugi::xml_document second;
  if (one_size < 2 || other_size < 2 || most < 2 || !parse(first, one + 1, one_size - 1) ||
      !parse(second, other + 1, other_size - 1))
    return 0;
  const char* const kind = one_of(random, blocks);
  const Node from = pick(random, elements(second.document_element(), kind));
  const Node to = pick(random, elements(first.document_element(), kind));
  if (!from || !to) return 0;
  to.parent().insert_copy_after(from, to);
  if (below(random, 2) == 0) to.parent().remove_child(to);
  out[0] = one[0];
  return put(first, out, most);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::vector<QualitySystem> systems = make_systems();
  const std::string body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string bytes = file_with(std::string(before) + body + std::string(after));
  std::size_t paragraphs = 0;
  for (std::size_t at = body.find("<w:p"); at != std::string::npos; at = body.find("<w:p", at + 1))
    paragraphs +=
        std::string_view(" />\t\n\r").find(body[std::min(at + 4, body.size() - 1)]) != std::string_view::npos ? 1 : 0;
  const auto choice = static_cast<unsigned char>(data[0] - '0');
  const QualitySystem& system = systems[choice / 3 % systems.size()];
  const auto seed = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(data), static_cast<uInt>(size)));
  try {
    switch (choice % 3) {
      case 0: run<CommitmentPlan>(bytes, paragraphs, system, seed); break;
      case 1: run<SchoolYearReport>(bytes, paragraphs, system, seed); break;
      default: run<Matters>(bytes, paragraphs, system, seed);
    }
  } catch (const LimitError&) {
  } catch (const UsageError&) {  // no Word document
  }
  return 0;
}
