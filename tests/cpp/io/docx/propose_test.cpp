// What is proposed for templates of others, before any person has looked at it: how much of a document is read with it,
// and what it makes of words that municipalities use and the ten documents do not.
#include "io/docx/package.hpp"
#include "io/docx/packages.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::filesystem::path foreign = fixtures / "docx/foreign";

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
  system.policy.forms = {propose_form(type_info<T>(), text_of(foreign / (first + ".docx"))).form};
  DocxOptions options;
  options.system = &system;
  const T read = read_docx<T>(text_of(foreign / (name + ".docx")), options).value;
  T expected;
  REQUIRE(read_json(type_info<T>(), &expected, text_of(foreign / (name + ".json"))).findings.empty());
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

std::string paragraph(std::string_view text, int level = 0, bool bold = false) {
  std::string xml = "<w:p>";
  if (level > 0) xml += "<w:pPr><w:outlineLvl w:val=\"" + std::to_string(level - 1) + "\"/></w:pPr>";
  return xml + "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

/// A word of a template, and the fields that a person could take it for.
struct Word {
  std::string_view label;
  std::vector<std::string_view> fields;
};
struct Group {
  enum class Kind { headings, labels, columns } kind;
  std::vector<Word> words;
};

std::string document_of(const std::vector<Group>& groups) {
  std::string body;
  for (const Group& group : groups) {
    std::string head;
    std::string row;
    for (const Word& word : group.words) switch (group.kind) {
        case Group::Kind::headings:
          body += paragraph(word.label, 3) + paragraph("Det som står här är bara ett exempel på en längre text.");
          break;
        case Group::Kind::labels:
          body += "<w:tbl><w:tr><w:tc>" + paragraph(word.label) + "</w:tc><w:tc>" + paragraph("Ett exempel") +
                  "</w:tc></w:tr></w:tbl><w:p/>";
          break;
        case Group::Kind::columns:
          head += "<w:tc>" + paragraph(word.label, 0, true) + "</w:tc>";
          row += "<w:tc>" + paragraph("Exempel") + "</w:tc>";
      }
    if (!head.empty())
      body += "<w:tbl><w:tr>" + head + "</w:tr><w:tr>" + row + "</w:tr><w:tr>" + row + "</w:tr></w:tbl>";
  }
  return docx::pack(kvalitet_test::small_document_with(
      "word/document.xml",
      R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" + body +
          "</w:body></w:document>"));
}

/// How many are proposed as a person would, in a place that they may have there.
template <class T>
std::pair<std::size_t, std::size_t> agreement(const std::vector<Group>& groups) {
  std::map<std::string_view, const Word*> known;
  for (const Group& group : groups)
    for (const Word& word : group.words) known.emplace(word.label, &word);
  const FormProposal proposal = propose_form(type_info<T>(), document_of(groups));
  std::pair<std::size_t, std::size_t> result{0, known.size()};
  std::size_t seen = 0;
  for (const ProposedLabel& label : proposal.labels) {
    const auto word = known.find(label.label.view());
    if (word == known.end()) continue;
    ++seen;
    const std::string_view found = label.field.view();
    bool agrees = false;
    for (const std::string_view field : word->second->fields)
      agrees = agrees || found == field ||
               (found.size() > field.size() && found.substr(0, field.size()) == field &&
                (found.substr(field.size()) == ".title" || found.substr(field.size()) == ".text" ||
                 found.substr(field.size()) == ".name"));
    const bool nothing = word->second->fields.empty() && label.certainty >= Certainty::unsure;
    if (agrees || nothing)
      ++result.first;
    else
      UNSCOPED_INFO(label.label.str() + ": " + label.field.str() + " (" +
                    std::string(Describe<Certainty>::values[static_cast<std::size_t>(label.certainty)].key) + ')');
    if (label.certainty == Certainty::certain) CHECK((agrees || nothing));
  }
  CHECK(seen == known.size());
  return result;
}

}  // namespace

TEST_CASE("documents are read with what is proposed", "[docx]") {
  const std::map<std::string, std::string> first_of{
      {"a", "a1-tallbacken"}, {"b", "b1-lindens"}, {"c", "c1-hagens-forskola"}};
  const std::map<std::string, std::string> first_report{{"a", "a4-rapport-tallbacken"},
                                                        {"c", "c3-rapport-sjoviksskolan"}};
  Share all;
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(foreign)) {
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
  using Kind = Group::Kind;
  constexpr std::string_view c = "areas.commitments";
  const std::string of = std::string(c) + '.';
  const std::string reason = of + "reason";
  const std::string effects = of + "expected_effects";
  const std::string activities = of + "activities";
  const std::string result = activities + ".intended_result";
  const std::string who = activities + ".responsible";
  const std::string start = activities + ".start";
  const std::string end = activities + ".end";
  const std::string follow_ups = of + "follow_ups";
  const std::string seen = follow_ups + ".text";
  const std::string next = follow_ups + ".next_step";
  const std::string day = follow_ups + ".date";
  const std::vector<Group> plan{
      {Kind::labels,
       {{"Enhetens namn", {"units"}},
        {"Skolans namn", {"units"}},
        {"Förskolans namn", {"units"}},
        {"Namn på enheten", {"units"}},
        {"Verksamhet/enhet", {"units"}},
        {"Rektor/enhetschef", {"principal"}},
        {"Ansvarig rektor", {"principal"}},
        {"Planen gäller läsåret", {"school_year"}},
        {"Verksamhetsår", {"school_year"}},
        {"Diarienummer", {}},
        {"Kommun", {}}}},
      {Kind::headings,
       {{"Nulägesbeskrivning", {reason}},
        {"Nuläge och analys", {reason}},
        {"Var är vi?", {reason}},
        {"Bakgrund", {reason}},
        {"Motiv till valet av område", {reason}},
        {"Identifierat utvecklingsbehov", {reason}},
        {"Vart ska vi?", {effects}},
        {"Målbild", {effects}},
        {"Vad vill vi uppnå?", {effects}},
        {"Önskat resultat", {effects}},
        {"Förväntat resultat för barn och elever", {effects}},
        {"Kännetecken på framgång", {effects}},
        {"Hur gör vi?", {activities}},
        {"Hur ska vi arbeta?", {activities}},
        {"Planerade insatser", {activities}},
        {"Åtgärder", {activities}},
        {"Hur blev det?", {seen, follow_ups}},
        {"Uppföljning och utvärdering", {seen, follow_ups}},
        {"Avstämningar under året", {seen, follow_ups}},
        {"Styrdokument", {}},
        {"Bilagor", {}}}},
      {Kind::columns,
       {{"Insats/åtgärd", {activities}},
        {"Förväntat resultat", {result, effects}},
        {"Ansvarig(a)", {who}},
        {"Startdatum", {start}},
        {"Slutdatum", {end}}}},
      {Kind::columns,
       {{"Vad ska vi göra?", {activities}},
        {"Vem ansvarar?", {who}},
        {"När ska det vara klart?", {end}},
        {"Kostnad", {}}}},
      {Kind::columns,
       {{"Åtgärd", {activities}}, {"Syfte", {result}}, {"Vem/vilka", {who}}, {"Tidsplan", {end, start}}}},
      {Kind::columns,
       {{"Datum för avstämning", {day}}, {"Resultat så här långt", {seen}}, {"Behov av justering", {next}}}},
      {Kind::columns, {{"Datum", {day}}, {"Hur gick det?", {seen}}, {"Hur går vi vidare?", {next}}}},
  };
  const std::string results = of + "results";
  const std::string came = of + "effects";
  const std::string analysis = of + "analysis";
  const std::string continuation = of + "continuation";
  const std::string why = of + "why";
  const std::vector<Group> report{
      {Kind::labels, {{"Skolenhet", {"units"}}, {"Rektor", {"principal"}}, {"Läsår", {"school_year"}}}},
      {Kind::headings,
       {{"Övergripande analys", {"analysis"}},
        {"Sammanfattande bedömning", {"analysis"}},
        {"Måluppfyllelse", {results}},
        {"Resultat och måluppfyllelse", {results, "areas.results"}},
        {"Effekt för eleverna", {came, "areas.effects"}},
        {"Vad blev annorlunda för barnen?", {came, "areas.effects"}},
        {"Analys och slutsatser", {analysis, "analysis"}},
        {"Vad beror resultatet på?", {analysis}},
        {"Framgångsfaktorer och hinder", {analysis}},
        {"Fortsatt arbete", {continuation, why}},
        {"Fortsätta, ändra eller avsluta?", {continuation}},
        {"Motivering till beslutet", {why}},
        {"Bilagor", {}}}},
  };
  const auto of_plan = agreement<CommitmentPlan>(plan);
  const auto of_report = agreement<SchoolYearReport>(report);
  UNSCOPED_INFO(of_plan.first << " of " << of_plan.second << ", " << of_report.first << " of " << of_report.second);
  CHECK(10 * (of_plan.first + of_report.first) >= 8 * (of_plan.second + of_report.second));
}
