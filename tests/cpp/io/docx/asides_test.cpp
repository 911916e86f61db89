// What stands beside the text of a document is told, and what programs put there is not.
#include "io/docx/blocks.hpp"
#include "io/docx/package.hpp"
#include "io/docx/packages.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/io/docx.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace kvalitet;
using kvalitet_test::run;

namespace {

const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A header with a paragraph.
std::string margin(const std::string& paragraph) {
  pugi::xml_document tree;
  REQUIRE(tree.load_string(("<w:hdr " + w + "><w:p>" + paragraph + "</w:p></w:hdr>").c_str()));
  return docx::read_margin(tree.document_element());
}

std::string text(const std::string& words) { return run("<w:t>" + words + "</w:t>"); }
std::string mark(const std::string& type) { return "<w:fldChar w:fldCharType=\"" + type + "\"/>"; }
std::string instruction(const std::string& words) { return "<w:instrText>" + words + "</w:instrText>"; }
std::string field(const std::string& words, const std::string& result) {
  return run(mark("begin")) + run(instruction(words)) + run(mark("separate")) + result + run(mark("end"));
}

}  // namespace

TEST_CASE("what a program counts is nothing that anybody has written", "[docx]") {
  CHECK(margin(text("Sida ") + field(" PAGE ", text("3")) + text(" av ") + field("NUMPAGES", text("7"))) ==
        "Sida  av ");
  CHECK(margin(run(mark("begin") + instruction("page") + mark("separate") + "<w:t>3</w:t>" + mark("end"))).empty());
  CHECK(margin("<w:fldSimple w:instr=\" DATE \\@ yyyy\">" + text("2026") + "</w:fldSimple>").empty());
  CHECK(margin(run(mark("begin")) + text("IF a") + run(mark("end"))).empty());  // no result
  CHECK(margin("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + text("[Rubrik]") +
               "</w:sdtContent></w:sdt>")
            .empty());
  CHECK(margin("<w:pPr><w:tabs><w:tab w:val=\"right\"/></w:tabs></w:pPr><w:del>" + text("bort") + "</w:del>").empty());
}

TEST_CASE("what somebody has typed in a field or a control is told", "[docx]") {
  CHECK(margin(field(" HYPERLINK \"https://example.com\" ", text("Vår webbplats"))) == "Vår webbplats");
  CHECK(margin(field(" FORMTEXT ", text("Nyhem") + field(" PAGE ", text("3")))) == "Nyhem");
  CHECK(margin("<w:sdt><w:sdtContent>" + text("Nyhem") + "</w:sdtContent></w:sdt>") == "Nyhem");
  CHECK(margin(run("<x:AlternateContent xmlns:x=\"mc\"><x:Choice><w:p>" + text("ny") + "</w:p></x:Choice><x:Fallback>" +
                   text("gammal") + "</x:Fallback></x:AlternateContent>")) == "ny");
  CHECK(margin(text("a") + run("<w:tab/><w:noBreakHyphen/><w:br/>") + text("b")) == "a\t\u2011\nb");
}

namespace {

/// What is told of a plan with this title and this footer.
std::vector<std::string> unplaced_of(const std::string& title, const std::string& footer) {
  const std::string heading = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + text(title) + "</w:p>";
  const std::string facts = "<w:p>" + text("Läsår: 2026/27") + "</w:p>";
  auto parts = kvalitet_test::small_document_with(
      "word/document.xml", "<w:document " + w + "><w:body>" + heading + facts + "</w:body></w:document>");
  for (auto& [name, content] : parts) {
    if (name == "word/styles.xml")
      content = "<w:styles " + w + "><w:style w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style></w:styles>";
    if (name == "word/_rels/document.xml.rels")
      content.insert(
          content.find("</Relationships>"),
          "<Relationship Id=\"f\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
          "footer\" Target=\"footer1.xml\"/>");
  }
  parts.emplace_back("word/footer1.xml", "<w:ftr " + w + "><w:p>" + footer + "</w:p></w:ftr>");
  const auto read = read_docx<CommitmentPlan>(docx::pack(parts));
  CHECK(read.value.school_year == SchoolYear{2026});
  std::vector<std::string> texts;
  for (const Unplaced& one : read.reading.unplaced) texts.push_back(one.text.str());
  return texts;
}

}  // namespace

TEST_CASE("a title of the document's kind and year, and a footer of numbers of pages, say nothing more", "[docx]") {
  for (const char* const title :
       {"Åtagandeplan", "Åtagandeplan.", "Åtagandeplan 2026/27", "Åtagandeplan, läsåret 2026/27",
        "Åtagandeplan för läsåret 2026/27", "Åtagandeplan (2026/27)", "Åtagandeplan: 2026-2027",
        "Åtagandeplan läsår 2026/27", "ÅTAGANDEPLAN – LÄSÅRET 26/27"}) {
    INFO(title);
    CHECK(unplaced_of(title, {}).empty());
  }
  const std::string page = field(" PAGE ", text("3"));
  const std::string pages = field(" NUMPAGES ", text("7"));
  for (const std::string& footer :
       {text("Sid ") + page + text(" (") + pages + text(")"), text("s. ") + page, text("Sida:") + page, text("1 (3)"),
        text("Sida 1(3)"), text("Åtagandeplan, 2026/27 | Sida 1 av 3"), text("- 3 -"), page + text("/") + pages}) {
    INFO(footer);
    CHECK(unplaced_of("Åtagandeplan", footer).empty());
  }
  for (const char* const said : {"Åtagandeplan 2025/26", "Åtagandeplan, läsåret 2025", "Åtagandeplan 2",
                                 "Åtagandeplan för Nyhem", "Åtagandeplan – 2025", "Åtagandeplan (utkast)"}) {
    INFO(said);
    CHECK(unplaced_of(said, {}) == std::vector<std::string>{said});
    CHECK(unplaced_of("Åtagandeplan", text(said)) == std::vector<std::string>{said});
  }
}

TEST_CASE("the words of a picture made of letters, and of an object, are told", "[docx]") {
  const std::string art = "<w:pict><v:shape xmlns:v=\"v\"><v:textpath string=\"Utkast\"/></v:shape></w:pict>";
  const std::string object = "<w:object><v:textbox xmlns:v=\"v\"><w:txbxContent><w:p>" + text("Obs") +
                             "</w:p></w:txbxContent></v:textbox></w:object>";
  CHECK(margin(run(art)) == "Utkast");
  auto parts = kvalitet_test::small_document_with(
      "word/document.xml", "<w:document " + w + "><w:body><w:p>" + run(art) + "</w:p><w:p>" + run(object) +
                               "</w:p><w:p>" + run("<w:object/>") + "</w:p></w:body></w:document>");
  const Reading reading = read_docx<CommitmentPlan>(docx::pack(parts)).reading;
  REQUIRE(reading.unplaced.size() == 2);
  CHECK(reading.unplaced[0].text.str() == "Utkast");
  CHECK(reading.unplaced[1].text.str() == "Obs");
}

TEST_CASE("headers and footers together may be as large as one part", "[docx]") {
  const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  auto parts = kvalitet_test::small_document_with("word/_rels/document.xml.rels", std::nullopt);
  const auto header = [&](const std::string& name) {
    return "<Relationship Id=\"a\" Type=\"" + base + "header\" Target=\"" + name + "\"/>";
  };
  for (const char* const name : {"word/header1.xml", "word/header2.xml"})
    parts.emplace_back(name, "<w:hdr " + w + "><w:p>" + text(std::string(600 << 10, 'x')) + "</w:p></w:hdr>");
  parts.emplace_back("word/_rels/document.xml.rels", "<Relationships>" + header("header1.xml") + header("header2.xml") +
                                                         header("header2.xml") + "</Relationships>");
  const std::string bytes = docx::pack(parts);
  const docx::Package package(bytes);
  CHECK(package.all_related(package.main_part(), "header") ==
        std::vector<std::string>{"word/header1.xml", "word/header2.xml"});
  const auto unplaced = read_docx<CommitmentPlan>(bytes).reading.unplaced;
  CHECK(std::count_if(unplaced.begin(), unplaced.end(),
                      [](const Unplaced& one) { return one.text.str().front() == 'x'; }) == 1);  // both say the same
  DocxLimits limits;
  limits.part_bytes = 1 << 20;
  CHECK_THROWS_AS(read_docx<CommitmentPlan>(bytes, {}, limits), LimitError);
}
