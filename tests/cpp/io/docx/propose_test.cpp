// What is proposed for templates of others, before any person has looked at it: how much of a document is read with it,
// and what it makes of words that municipalities use and the ten documents do not.
#include "io/docx/package.hpp"
#include "io/docx/packages.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::filesystem::path foreign_files = fixtures / "docx/foreign";

// --- How much of a document is read.

/// Each text, number, day and choice of a record with the keys that lead to it: `areas.commitments.title=…`.
void add_leaves(const TypeInfo& type, const void* value, const std::string& path, std::multiset<std::string>& leaves) {
  switch (type.kind) {
    case TypeInfo::Kind::record:
      for (const FieldInfo& field : type.fields)
        if (!field.is_default(value) && field.key != "format_version")
          add_leaves(*field.type, field.in(value), path + '.' + std::string(field.key), leaves);
      break;
    case TypeInfo::Kind::list:
    case TypeInfo::Kind::optional:
      for (std::size_t i = 0; i < type.size(value); ++i) add_leaves(*type.element, type.item(value, i), path, leaves);
      break;
    default: leaves.insert(path + '=' + write_json(type, value, JsonStyle::compact));
  }
}

struct Share {
  std::size_t same = 0;
  std::size_t expected = 0;
  std::size_t read = 0;
};

template <class T>
Share share_read(const std::string& name, const std::string& first) {
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  system.policy.forms = {propose_form(type_info<T>(), text_of(foreign_files / (first + ".docx"))).form};
  DocxOptions options;
  options.system = &system;
  const T read = read_docx<T>(text_of(foreign_files / (name + ".docx")), options).value;
  T expected;
  REQUIRE(read_json(type_info<T>(), &expected, text_of(foreign_files / (name + ".json"))).findings.empty());
  std::multiset<std::string> in_document;
  std::multiset<std::string> found;
  add_leaves(type_info<T>(), &expected, {}, in_document);
  add_leaves(type_info<T>(), &read, {}, found);
  Share share{0, in_document.size(), found.size()};
  for (const std::string& leaf : found) {
    const auto at = in_document.find(leaf);
    if (at == in_document.end()) continue;
    in_document.erase(at);
    ++share.same;
  }
  return share;
}

// --- Documents of labels.

std::string paragraph_of(std::string_view text, int level = 0, bool bold = false) {
  std::string xml = "<w:p>";
  if (level > 0) xml += "<w:pPr><w:outlineLvl w:val=\"" + std::to_string(level - 1) + "\"/></w:pPr>";
  return xml + "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

/// A word of a template, where it stands and the fields that a person could take it for.
struct Word {
  std::string kind;
  std::string group;  // L: labels with values; H: headings; C: columns of one table
  std::string label;
  std::vector<std::string> fields;
};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

std::vector<Word> words_of(const std::string& file, const std::string& kind) {
  std::vector<Word> words;
  std::istringstream stream(text_of(fixtures / "docx" / file));
  for (std::string line; std::getline(stream, line);) {
    const auto parts = split(line, '\t');
    REQUIRE(parts.size() == 4);
    if (parts[0] != kind) continue;
    words.push_back(
        {parts[0], parts[1], parts[2], parts[3] == "-" ? std::vector<std::string>{} : split(parts[3], '|')});
  }
  return words;
}

std::string document_of(const std::vector<Word>& words) {
  std::string body;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.group.front() == 'H') {
      body += paragraph_of(word.label, 3) + paragraph_of("Det som står här är bara ett exempel på en längre text.");
    } else if (word.group.front() == 'L') {
      body += "<w:tbl><w:tr><w:tc>" + paragraph_of(word.label) + "</w:tc><w:tc>" + paragraph_of("Ett exempel") +
              "</w:tc></w:tr></w:tbl><w:p/>";
    } else if (i == 0 || words[i - 1].group != word.group) {
      std::string head;
      std::string row;
      for (const Word& column : words) {
        if (column.group != word.group) continue;
        head += "<w:tc>" + paragraph_of(column.label, 0, true) + "</w:tc>";
        row += "<w:tc>" + paragraph_of("Exempel") + "</w:tc>";
      }
      body += "<w:tbl><w:tr>" + head + "</w:tr><w:tr>" + row + "</w:tr><w:tr>" + row + "</w:tr></w:tbl><w:p/>";
    }
  }
  return docx::pack(kvalitet_test::small_document_with(
      "word/document.xml",
      R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" + body +
          "</w:body></w:document>"));
}

bool is_meant(const Word& word, const ProposedLabel& label) {
  if (word.fields.empty()) return label.certainty >= Certainty::unsure;
  return std::any_of(word.fields.begin(), word.fields.end(), [&](const std::string& field) {
    return label.field == field || label.field == field + ".title" || label.field == field + ".text" ||
           label.field == field + ".name";
  });
}

struct Score {
  std::size_t right = 0;
  std::size_t all = 0;
};

/// How many are proposed as a person would. What is proposed as certain has to be.
template <class T>
void add_agreement(const std::vector<Word>& words, Score& score) {
  const FormProposal proposal = propose_form(type_info<T>(), document_of(words));
  for (const Word& word : words) {
    const auto label = std::find_if(proposal.labels.begin(), proposal.labels.end(),
                                    [&](const ProposedLabel& one) { return one.label == word.label; });
    INFO(word.label);
    REQUIRE(label != proposal.labels.end());
    const bool right = is_meant(word, *label);
    if (label->certainty == Certainty::certain) CHECK(right);
    ++score.all;
    score.right += right ? 1 : 0;
    if (!right)
      UNSCOPED_INFO(word.kind + ' ' + word.group + ' ' + word.label + ": " + label->field.str() + " (" +
                    std::string(Describe<Certainty>::values[static_cast<std::size_t>(label->certainty)].key) + ')');
  }
}

Score agreement_on(const std::string& file) {
  Score score;
  add_agreement<CommitmentPlan>(words_of(file, "plan"), score);
  add_agreement<SchoolYearReport>(words_of(file, "report"), score);
  UNSCOPED_INFO(file << ": " << score.right << " of " << score.all);
  return score;
}

}  // namespace

TEST_CASE("documents are read with what is proposed", "[docx]") {
  const std::map<std::string, std::string> first_of{
      {"a", "a1-tallbacken"}, {"b", "b1-lindens"}, {"c", "c1-hagens-forskola"}};
  const std::map<std::string, std::string> first_report{{"a", "a4-rapport-tallbacken"},
                                                        {"c", "c3-rapport-sjoviksskolan"}};
  Share all;
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(foreign_files)) {
    if (entry.path().extension() != ".docx") continue;
    ++documents;
    const std::string name = entry.path().stem().string();
    const Share share = name.find("rapport") != std::string::npos
                            ? share_read<SchoolYearReport>(name, first_report.at(name.substr(0, 1)))
                            : share_read<CommitmentPlan>(name, first_of.at(name.substr(0, 1)));
    UNSCOPED_INFO(name << ": of " << share.expected << " values " << share.same << "; of " << share.read << " read "
                       << share.read - share.same << " otherwise");
    all.same += share.same;
    all.expected += share.expected;
    all.read += share.read;
  }
  CHECK(documents == 10);
  UNSCOPED_INFO("all: of " << all.expected << " values " << all.same << "; of " << all.read << " read "
                           << all.read - all.same << " otherwise");
  CHECK(100 * all.same >= 90 * all.expected);
  CHECK(100 * (all.read - all.same) <= 5 * all.read);
}

TEST_CASE("words that municipalities use are proposed as a person would", "[docx]") {
  const Score known = agreement_on("template-words.tsv");
  CHECK(100 * known.right >= 95 * known.all);
  // Gathered afterwards, by somebody who had not seen the synonyms; every second one has been looked at since.
  const Score unseen = agreement_on("template-words-unseen.tsv");
  CHECK(100 * unseen.right >= 85 * unseen.all);
}

TEST_CASE("what could be of anything is not proposed as likely", "[docx]") {
  const std::vector<Word> words{
      {"plan", "L1", "Gäller från", {}}, {"plan", "H1", "Vilka är vi", {}}, {"plan", "H1", "När är det", {}},
      {"plan", "C1", "Aktivitet", {}},   {"plan", "C1", "Ansvarig", {}},    {"plan", "C1", "Vecka", {}},
      {"plan", "C1", "Kommentar", {}},   {"plan", "C1", "Status", {}},      {"plan", "C2", "Datum", {}},
      {"plan", "C2", "Tid", {}},         {"plan", "C2", "Beslut", {}}};
  for (const ProposedLabel& label : propose_form(type_info<CommitmentPlan>(), document_of(words)).labels) {
    INFO(label.label.str() + ": " + label.field.str());
    CHECK(label.certainty != Certainty::likely);
  }
}
