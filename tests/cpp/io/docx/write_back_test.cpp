// What changes in a record goes into somebody's document, and is read there again.
#include "io/docx/package.hpp"
#include "io/docx/packages.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/io/docx.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <regex>

using namespace kvalitet;
using kvalitet_test::run;
using namespace kvalitet::tests;

namespace {

std::string edited_docx(const char* name) { return text_of(fixtures / "docx/edited" / (std::string(name) + ".docx")); }

std::string main_of(const std::string& bytes) { return docx::Package(bytes).read("word/document.xml"); }

std::string with_main(const std::string& bytes, const std::string& main) {
  return docx::Package(bytes).with({{"word/document.xml", main}});
}

std::string replaced(const std::string& text, const char* what, const char* by) {
  return std::regex_replace(text, std::regex(what), by);
}

/// What the document says after the plan was written into it; nothing may be left.
std::string written(const CommitmentPlan& plan, const std::string& bytes) {
  const WrittenBack back = write_back(plan, bytes);
  for (const Change& change : back.left) UNSCOPED_INFO(change.message.en.str());
  CHECK(back.left.empty());
  CHECK(read_docx<CommitmentPlan>(back.docx).value == plan);
  CHECK(write_back(plan, back.docx).docx == back.docx);
  return main_of(back.docx);
}

std::string words(const std::string& text) { return run("<w:t xml:space=\"preserve\">" + text + "</w:t>"); }
std::string paragraph(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string heading(int level, const std::string& text) {
  return paragraph("<w:pPr><w:pStyle w:val=\"Heading" + std::to_string(level) + "\"/></w:pPr>" + words(text));
}
/// A paragraph whose end is struck out.
std::string joined(const std::string& text) {
  return paragraph("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + words(text));
}
/// A row of a table, of the insides of its cells.
std::string row(const std::vector<std::string>& cells) {
  std::string inside;
  for (const std::string& cell : cells) inside += "<w:tc>" + cell + "</w:tc>";
  return "<w:tr>" + inside + "</w:tr>";
}
std::string texts_row(std::vector<std::string> texts) {
  for (std::string& text : texts) text = paragraph(words(text));
  return row(texts);
}

/// A plan with an area and a commitment, below whose heading this stands.
std::string commitment_with(const std::string& inside) {
  return docx::pack(kvalitet_test::small_document_with(
      "word/document.xml",
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
          heading(1, "Målområde 1: Trygghet") + heading(2, "Åtagande 1: Alla läser") + inside +
          "</w:body></w:document>"));
}
Commitment& commitment_of(CommitmentPlan& plan) { return plan.areas.at(0).commitments.at(0); }

CommitmentPlan longer(CommitmentPlan plan) {
  plan.principal = Text("Bengt Påhittad");
  Commitment& first = plan.areas.at(0).commitments.at(0);
  first.reason = Text("Ett nytt skäl.\nI två stycken.");
  first.activities.push_back(Activity{Text("Bokbuss"), {}, Text("Biblioteket"), {}, {}, {}});
  plan.areas.at(1).commitments.push_back(Commitment{});
  plan.areas.at(1).commitments.back().title = Text("Alla är välkomna");
  return plan;
}

}  // namespace

TEST_CASE("what is written has the prefix of the document", "[docx]") {
  const std::string bytes = edited_docx("plan");
  const std::string main = main_of(bytes);
  const CommitmentPlan plan = longer(read_docx<CommitmentPlan>(bytes).value);

  const std::string other = replaced(replaced(main, "(</?| )w:", "$1ns0:"), "xmlns:w=", "xmlns:ns0=");
  const std::string of_other = written(plan, with_main(bytes, other));
  CHECK(of_other.find("<w:") == std::string::npos);
  CHECK(of_other.find(" w:") == std::string::npos);
  CHECK(of_other.find("xmlns:w=") == std::string::npos);

  // Elements may do without a prefix, attributes may not.
  const std::string both = replaced(replaced(main, "(</?)w:", "$1"), "xmlns:w=(\"[^\"]*\")", "xmlns=$1 xmlns:w=$1");
  CHECK_FALSE(written(plan, with_main(bytes, both)).empty());
  const std::string bare = replaced(replaced(main, "(</?| )w:", "$1"), "xmlns:w=", "xmlns=");
  const std::string of_bare = written(plan, with_main(bytes, bare));
  CHECK(of_bare.find("<w:") == std::string::npos);
  CHECK(of_bare.find(" w:val=") != std::string::npos);
  CHECK(of_bare.find("xmlns:w=") != std::string::npos);
}

TEST_CASE("several values of one paragraph change at once", "[docx]") {
  const std::string bytes = edited_docx("facts-on-one-line");
  CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  plan.principal = Text("Bengt Påhittad");
  plan.state = DocumentState::begun;
  const std::string main = written(plan, bytes);
  CHECK(std::regex_search(main, std::regex("<w:b ?/></w:rPr><w:t[^>]*>Läge:")));  // the second label is a label still
  plan.principal = {};
  (void)written(plan, bytes);
}

TEST_CASE("a text with an emoji may be replaced", "[docx]") {
  CommitmentPlan plan = read_docx<CommitmentPlan>(edited_docx("emoji")).value;
  plan.areas.at(0).commitments.at(1).reason = Text("Eleverna räknar rätt.");
  CHECK(written(plan, edited_docx("emoji")).find("\U0001F60A") == std::string::npos);
}

TEST_CASE("several values of one run change at once", "[docx]") {
  const std::string bytes = edited_docx("plan");
  std::string main = main_of(bytes);
  const auto paragraph = [](const std::string& inside) { return "<w:p>" + inside + "</w:p>"; };
  const auto plan_of = [&](const std::string& line) {
    const std::size_t begin = main.find("<w:body>") + 8;
    return main.substr(0, begin) + paragraph(line) + "</w:body></w:document>";
  };
  const std::string plain = docx::Package(bytes).read("word/styles.xml");
  const std::string line = "<w:r><w:t>Rektor: Karin\tLäsår: 2026/27\tLäge: klar</w:t></w:r>";
  const std::string document = docx::Package(with_main(bytes, plan_of(line)))
                                   .with({{"word/styles.xml", replaced(plain, "kvalitet |Placeholder Text", "")}});
  CommitmentPlan plan = read_docx<CommitmentPlan>(document).value;
  REQUIRE(plan.principal.str() == "Karin");
  REQUIRE(plan.state == DocumentState::complete);
  plan.principal = Text("Karin Påhittad, tillförordnad");
  plan.school_year = SchoolYear{2027};
  plan.state = DocumentState::begun;
  (void)written(plan, document);
}

TEST_CASE("a picture, a note, a bookmark and a section stay where a text goes", "[docx]") {
  const std::string others = run("<w:drawing/>");
  const std::string note = run("<w:footnoteReference w:id=\"2\"/>");
  const std::string section = "<w:pPr><w:sectPr w:rsidR=\"1\"/></w:pPr>";
  const std::string ruby = run("<w:ruby><w:rt/><w:rubyBase/></w:ruby>");
  const std::string bookmark = "<w:bookmarkStart w:id=\"7\" w:name=\"figur\"/><w:bookmarkEnd w:id=\"7\"/>";
  const std::string bytes = commitment_with(heading(3, "Varför") + paragraph(words("Gammalt skäl.")) +
                                            paragraph(others) + paragraph(bookmark + run("<w:br w:type=\"page\"/>")) +
                                            paragraph(section + words("Andra stycket.")) +
                                            paragraph(words("Sista") + note + words(" raden.") + ruby));
  CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  REQUIRE(commitment_of(plan).reason.str() == "Gammalt skäl.\n\n\nAndra stycket.\nSista raden.");
  for (const char* const reason :
       {"Nytt skäl.", "Gammalt skäl.", "Gammalt skäl.\n\n\nAndra stycket.", "Två\nrader.", ""}) {
    INFO(reason);
    commitment_of(plan).reason = Text(reason);
    const std::string main = main_of(write_back(plan, bytes).docx);
    for (const char* const kept :
         {"<w:drawing", "\"figur\"", "\"page\"", "<w:sectPr", "<w:footnoteReference", "<w:ruby>"})
      CHECK(main.find(kept) != std::string::npos);
    CHECK(main.find("Sista") == std::string::npos);
  }
  commitment_of(plan).reason = Text("Nytt skäl.");
  (void)written(plan, bytes);
  commitment_of(plan).reason = {};
  (void)written(plan, bytes);
}

TEST_CASE("a paragraph goes where it holds nothing but text", "[docx]") {
  const std::string go_back = "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>";
  const std::string bytes = commitment_with(heading(3, "Varför") + paragraph(words("Ett.")) +
                                            paragraph("<w:proofErr w:type=\"spellStart\"/>" + words("Två.") + go_back) +
                                            paragraph("<w:hyperlink>" + words("Tre.") + "</w:hyperlink>"));
  CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  commitment_of(plan).reason = Text("Ett.\nTre.");
  CHECK(written(plan, bytes).find("_GoBack") == std::string::npos);
  commitment_of(plan).reason = Text("Ett.");
  CHECK(written(plan, bytes).find("hyperlink") == std::string::npos);
}

TEST_CASE("a record goes with all of a paragraph whose end is struck out, and a value stays with it", "[docx]") {
  const auto second = [](int level, const std::string& begin, const std::string& end) {
    return joined(begin) + heading(level, end);
  };
  const std::string bytes = commitment_with(
      heading(3, "Varför") + joined("Första ") + paragraph(words("halvan.")) + paragraph(words("Mer.")) +
      heading(3, "Tänkta effekter") + joined("Fler ") + paragraph(words("läser.")) + paragraph(words("Alla trivs.")) +
      second(2, "Åtagande 2: Alla ", "räknar") + heading(2, "Åtagande 3: Alla skriver"));
  const CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  REQUIRE(plan.areas.at(0).commitments.size() == 3);
  REQUIRE(plan.areas.at(0).commitments.at(1).title.str() == "Alla räknar");

  CommitmentPlan changed = plan;
  changed.areas.at(0).commitments.erase(changed.areas.at(0).commitments.begin() + 1);
  CHECK(written(changed, bytes).find("räknar") == std::string::npos);

  changed = plan;
  changed.areas.at(0).commitments.erase(changed.areas.at(0).commitments.begin());
  const std::string without_first = write_back(changed, bytes).docx;
  changed.areas.at(0).commitments.insert(changed.areas.at(0).commitments.begin(), Commitment{});
  commitment_of(changed).title = Text("Alla sjunger");
  CHECK(written(changed, without_first).find("sjunger") != std::string::npos);

  changed = plan;
  auto& effects = commitment_of(changed).expected_effects;
  REQUIRE(effects.size() == 2);
  effects.erase(effects.begin());
  CHECK(written(changed, bytes).find("Fler") == std::string::npos);

  changed = plan;
  for (const char* const reason : {"Nytt.", "Nytt.\nMer.", ""}) {
    commitment_of(changed).reason = Text(reason);
    const WrittenBack back = write_back(changed, bytes);
    CHECK(back.left.size() == 1);
    CHECK(back.docx == bytes);
  }
}

TEST_CASE("a record stays where words of others or the end of a section would go with it", "[docx]") {
  const std::string head = heading(3, "Aktiviteter");
  const auto table = [&](const std::string& rows) {
    return head + "<w:tbl>" + texts_row({"Aktivitet", "Ansvarig", "Börjar", "Kommentar"}) + rows + "</w:tbl>";
  };
  const std::string box = paragraph(
      words("Boksamtal") + run("<w:pict><w:txbxContent>" + paragraph(words("Obs")) + "</w:txbxContent></w:pict>"));
  const std::string merge = "<w:tcPr><w:vMerge/></w:tcPr>";
  const std::string start = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>";
  const std::string empty = paragraph("");
  for (const std::string& rows :
       {texts_row({"Boksamtal", "Karin", "2026-10-05", "Boka salen"}), row({box, empty, empty, empty}),
        texts_row({"Boksamtal", "Karin", "2026-10-05 (prel.)", ""}),
        row({start + paragraph(words("Boksamtal")), empty, empty, empty}) + row({merge + empty, box, empty, empty})}) {
    INFO(rows);
    const std::string bytes = commitment_with(table(rows + texts_row({"Högläsning", "Per", "2026-11-05", ""})));
    CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
    auto& activities = commitment_of(plan).activities;
    REQUIRE(activities.size() == 2);
    activities.erase(activities.begin());
    const WrittenBack back = write_back(plan, bytes);
    CHECK(back.docx == bytes);
    CHECK(back.left.size() == 1);
    // The other row says nothing else.
    plan = read_docx<CommitmentPlan>(bytes).value;
    commitment_of(plan).activities.pop_back();
    CHECK(written(plan, bytes).find("Högläsning") == std::string::npos);
  }

  const std::string comment = run("<w:commentReference w:id=\"3\"/>");
  const std::string begin =
      paragraph("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + words("Åtagande 2: Alla ") + comment);
  for (const std::string& inside :
       {begin + heading(2, "räknar"),
        heading(2, "Åtagande 2: Alla räknar") + paragraph("<w:pPr><w:sectPr w:rsidR=\"1\"/></w:pPr>"),
        heading(2, "Åtagande 2: Alla räknar") + table(texts_row({"Boksamtal", "Karin", "2026-10-05 (prel.)", ""}))}) {
    const std::string bytes = commitment_with(inside);
    CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
    REQUIRE(plan.areas.at(0).commitments.size() == 2);
    plan.areas.at(0).commitments.pop_back();
    CHECK(write_back(plan, bytes).docx == bytes);
    CHECK(write_back(plan, bytes).left.size() == 1);
  }
}

TEST_CASE("words beside a label are told whole, and kept", "[docx]") {
  const auto unplaced = [](const std::string& bytes) {
    std::vector<std::string> texts;
    for (const Unplaced& one : read_docx<CommitmentPlan>(bytes).reading.unplaced) texts.push_back(one.text.str());
    return texts;
  };
  using Texts = std::vector<std::string>;
  const std::string people = "(Karin Ek och Per Al, med specialläraren)";
  const std::string label = paragraph(words("Ansvarig " + people + ":"));
  for (const std::string& head : {std::string(), heading(3, "Aktiviteter")}) {
    const std::string bytes = commitment_with(heading(2, "Åtagande 2: Alla räknar") + head + label);
    CHECK(unplaced(bytes) == Texts{people});
    CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
    plan.areas.at(0).commitments.pop_back();
    CHECK(write_back(plan, bytes).docx == bytes);
    CHECK(write_back(plan, bytes).left.size() == 1);
  }
  CHECK(unplaced(commitment_with(paragraph(words("Ansvarig:")))).empty());

  const std::string reason = paragraph(words("Skälet."));
  CHECK(unplaced(commitment_with(heading(3, "Varför (nuläge) – beslutat i samverkan") + reason)) ==
        Texts{"(nuläge) – beslutat i samverkan"});
  CHECK(unplaced(commitment_with(heading(3, "Varför (nuläge):") + reason)) == Texts{"(nuläge)"});
  CHECK(unplaced(commitment_with(heading(3, "Varför (nuläge") + reason)) == Texts{"(nuläge"});
  CHECK(unplaced(commitment_with(heading(3, "Aktiviteter") + "<w:tbl>" +
                                 texts_row({"Aktivitet (vad) i hela arbetslaget", "Ansvarig"}) +
                                 texts_row({"Boksamtal", "Karin"}) + "</w:tbl>")) == Texts{"(vad) i hela arbetslaget"});
  CHECK(unplaced(commitment_with(paragraph(words("Märkningar (val) i samråd: [skriv här]")))) ==
        Texts{"(val) i samråd"});
}

TEST_CASE("more values of one paragraph than anybody writes are left, and told", "[docx]") {
  constexpr std::size_t count = 1000;
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) lines += words("Effekt " + std::to_string(i)) + run("<w:br/>");
  const std::string bytes = commitment_with(heading(3, "Tänkta effekter") + paragraph(lines));
  CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  auto& effects = commitment_of(plan).expected_effects;
  REQUIRE(effects.size() == count);
  for (auto& effect : effects) effect.text = Text("Mer: " + effect.text.str());
  const WrittenBack back = write_back(plan, bytes);
  const CommitmentPlan read = read_docx<CommitmentPlan>(back.docx).value;
  const auto& again = read.areas.at(0).commitments.at(0).expected_effects;
  REQUIRE(again.size() == count);
  CHECK(again.at(1).text.str() == "Mer: Effekt 1");
  CHECK(again.at(count - 2).text.str() == "Effekt 998");
  CHECK_FALSE(back.left.empty());
  CHECK(back.left.size() <= count - 200);
}

TEST_CASE("a line of nothing but space is one of a text's", "[docx]") {
  const std::string space = paragraph(words(" "));
  const std::string bytes =
      commitment_with(heading(3, "Varför") + paragraph("") + space + paragraph(words("Skälet.")) + space);
  CommitmentPlan plan = read_docx<CommitmentPlan>(bytes).value;
  REQUIRE(commitment_of(plan).reason.str() == " \nSkälet.\n ");
  for (const char* const reason : {"Nytt.", " \nSkälet.\nMer.\n ", "Skälet.\nMer.", " \nSkälet."}) {
    commitment_of(plan).reason = Text(reason);
    (void)written(plan, bytes);
  }
}
