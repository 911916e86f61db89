// The library's own template after what people and programs do to it: each tests/fixtures/docx/edited/NAME.docx against
// its NAME.expected, which says what a careful person reads in it. KVALITET_ACCEPT=1 renews them.
#include "base/words.hpp"
#include "documents/same_title.hpp"
#include "io/docx/own_words.hpp"
#include "io/docx/package.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::filesystem::path edited = fixtures / "docx/edited";

template <class T>
std::string described(const Read<T>& read) {
  std::string text;
  for (const Finding& finding : read.reading.findings) {
    text += std::string(Describe<Severity>::values[static_cast<std::size_t>(finding.severity)].key) + ' ' +
            finding.code.str() + " \"" + finding.pointer.str() + '"';
    if (finding.place) text += " paragraph " + std::to_string(finding.place->paragraph);
    text += '\n';
  }
  for (const Unplaced& unplaced : read.reading.unplaced)
    text += "unplaced \"" + unplaced.pointer.str() + "\" | " + unplaced.text.str() + "\n";
  return text + write_json(type_info<T>(), &read.value);
}

template <class T>
void check_document(const std::filesystem::path& docx) {
  const std::string name = docx.stem().string();
  INFO(name);
  const std::string bytes = text_of(docx);
  const Read<T> read = read_docx<T>(bytes);
  const std::string found = described(read);
  const std::filesystem::path beside = std::filesystem::path(docx).replace_extension(".expected");
  if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(beside, std::ios::binary) << found;
  CHECK(text_of(beside) == found);

  // Whatever was read can be written, into this document and into a new one.
  const WrittenBack unchanged = write_back(read.value, bytes);
  CHECK(unchanged.docx == bytes);
  CHECK(unchanged.left.empty());
  CHECK(read_docx<T>(write_docx(read.value)).value == read.value);
}

// --- The words that a person sees in a document.

/// Words in small letters; numbers are words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t width = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    const std::string letter(text.substr(i, width));
    i += width;
    const bool mark = c == 0xCC && !words.back().empty();  // of a decomposed letter
    const bool part_of_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c == 0xC3 && letter != "\u00D7") || mark;
    if (part_of_word)
      words.back() = folded_title(words.back() + letter);
    else if (letter != "\u00AD" && !words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// The texts of all paragraphs, also of those in text boxes, as far as they are not deleted.
class Seen final : public pugi::xml_tree_walker {
 public:
  std::vector<std::string> texts;

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (name == "w:p")
      texts.emplace_back();
    else if (name == "w:tab" || name == "w:br" || name == "w:cr" || name == "w:ruby" || name == "w:rubyBase")
      add(node, " ");
    else if (name == "w:noBreakHyphen")
      add(node, "-");
    else if (name == "w:t")
      add(node, node.text().get());
    else if (name == "m:t")
      add(node, ' ' + std::string(node.text().get()) + ' ');
    return true;
  }

 private:
  void add(const pugi::xml_node& node, std::string_view text) {
    if (texts.empty()) return;
    for (pugi::xml_node above = node.parent(); above; above = above.parent())
      for (const std::string_view hidden : {"w:del", "w:moveFrom", "mc:Fallback", "w:pPr"})
        if (above.name() == hidden) return;
    texts.back() += text;
  }
};

constexpr std::string_view shown_parts[] = {"word/document", "word/comments", "word/footnotes", "word/header",
                                            "word/footer"};

std::vector<std::string> seen(const std::string& bytes) {
  const docx::Package package(bytes);
  std::vector<std::string> texts;
  for (const std::string& part : package.parts()) {
    const bool shown = std::any_of(std::begin(shown_parts), std::end(shown_parts),
                                   [&](std::string_view one) { return part.compare(0, one.size(), one) == 0; });
    if (!shown) continue;
    std::string text = package.read(part);
    pugi::xml_document tree;
    docx::parse_xml(tree, text, part);
    Seen walker;
    tree.traverse(walker);
    texts.insert(texts.end(), walker.texts.begin(), walker.texts.end());
  }
  return texts;
}

void add_labels(const TypeInfo& type, std::set<std::string>& words) {
  const auto add = [&](Label label) {
    for (const std::string& word : words_of(label.sv)) words.insert(word);
  };
  add(type.label);
  for (const ChoiceInfo& choice : type.choices) add(choice.label);
  if (type.element != nullptr) add_labels(*type.element, words);
  for (const FieldInfo& field : type.fields) {
    add(field.label);
    add_labels(*field.type, words);
  }
}

template <class T>
void check_words(const std::filesystem::path& docx, const std::vector<std::string>& of_template) {
  const std::string name = docx.stem().string();
  INFO(name);
  const std::string bytes = text_of(docx);
  const Read<T> read = read_docx<T>(bytes);
  std::set<std::string> known;
  const auto add = [&](std::string_view text) {
    for (const std::string& word : words_of(text)) known.insert(word);
  };
  std::string json = write_json(type_info<T>(), &read.value);
  for (std::size_t at; (at = json.find("\\n")) != std::string::npos;) json.replace(at, 2, "  ");
  add(json);
  for (const Unplaced& unplaced : read.reading.unplaced) add(unplaced.text.str());
  for (const Finding& finding : read.reading.findings) add(finding.message.sv.str());
  add_labels(type_info<T>(), known);
  for (int month = 1; month <= 12; ++month) {
    add(month_name(month).sv.str());
    add(month_name(month).sv.str().substr(0, 3));
  }
  add("den läsåret");     // before a day and a year
  add("sida 1 av page");  // at the foot of a page, in words and as a field
  add("innehåll");        // what Word puts above a table of contents

  bool lost = false;
  for (std::string text : seen(bytes)) {
    for (const std::string& help : of_template)
      if (text.compare(0, help.size(), help) == 0) text.erase(0, help.size());
    for (const Label& prompt : docx::prompts)
      for (std::size_t at; (at = text.find(prompt.sv)) != std::string::npos;) text.erase(at, prompt.sv.size());
    const std::string_view digits = "0123456789";
    if (const std::size_t number = text.find_first_not_of(digits);
        number > 0 && text.substr(std::min(number, text.size()), 1) == ".")
      text.erase(0, number);  // before a heading
    std::string before;
    for (const std::string& word : words_of(text)) {
      const bool counts = before == "målområde" || before == "utvecklingsområde" || before == "åtagande";
      before = word;
      if (known.count(word) > 0 || (counts && word.find_first_not_of(digits) == std::string::npos)) continue;
      lost = true;
      UNSCOPED_INFO("lost: " + word + " (" + text + ')');
    }
  }
  CHECK_FALSE(lost);
}

/// Each document of the folder, after those that they were made of.
template <class Visit>
std::size_t each_document(Visit visit) {
  std::vector<std::filesystem::path> all;
  for (const auto& entry : std::filesystem::directory_iterator(edited))
    if (entry.path().extension() == ".docx") all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  for (const auto& path : all) visit(path, path.filename().string().compare(0, 6, "report") == 0);
  return all.size();
}

template <class T>
void check_base(const char* name) {
  T written;
  REQUIRE(read_json(type_info<T>(), &written, text_of(edited / (std::string(name) + ".json"))).findings.empty());
  const Read<T> read = read_docx<T>(text_of(edited / (std::string(name) + ".docx")));
  CHECK(read.value == written);
  CHECK(read.reading.findings.empty());
  CHECK(read.reading.unplaced.empty());
}

}  // namespace

TEST_CASE("documents of an earlier version say what they were written of", "[docx]") {
  check_base<CommitmentPlan>("plan");
  check_base<SchoolYearReport>("report");
}

TEST_CASE("what is read from a document that people have worked in", "[docx]") {
  const std::size_t documents = each_document([](const std::filesystem::path& path, bool report) {
    if (report)
      check_document<SchoolYearReport>(path);
    else
      check_document<CommitmentPlan>(path);
  });
  CHECK(documents >= 80);
}

TEST_CASE("each word that a person sees is read, or told of", "[docx]") {
  std::vector<std::string> of_template;
  for (const char* const base : {"plan.docx", "report.docx"})
    for (std::string& text : seen(text_of(edited / base)))
      for (const Label& help : docx::helps)
        if (text.compare(0, help.sv.size(), help.sv) == 0) of_template.push_back(std::move(text));
  REQUIRE(of_template.size() > 5);
  each_document([&](const std::filesystem::path& path, bool report) {
    if (report)
      check_words<SchoolYearReport>(path, of_template);
    else
      check_words<CommitmentPlan>(path, of_template);
  });
}
