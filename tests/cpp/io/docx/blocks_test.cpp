// What a paragraph says, and how much of it is bold or a template's.
#include "io/docx/blocks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

#include <string>

using namespace kvalitet::docx;

namespace {

std::string run_of(const std::string& text, bool bold = false) {
  return "<w:r>" + std::string(bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + text + "</w:t></w:r>";
}

/// A paragraph whose end is struck out, so that it goes on in the next.
std::string goes_on(const std::string& content) {
  return "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + content + "</w:p>";
}
std::string ends(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

/// What stands in a document without styles; its nodes are gone.
Body body(const std::string& xml) {
  constexpr auto w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  pugi::xml_document document;
  REQUIRE(document.load_string(
      ("<w:document xmlns:w=\"" + std::string(w) + "\"><w:body>" + xml + "</w:body></w:document>").c_str()));
  return read_body(document.document_element(), {}, 100);
}
/// The only paragraph of it.
Paragraph read_paragraph(const std::string& xml) {
  const Body all = body(xml);
  REQUIRE(all.blocks.size() == 1);
  return std::get<Paragraph>(all.blocks.front());
}

}  // namespace

TEST_CASE("a paragraph whose end is struck out goes on in the next", "[docx]") {
  const std::string help = "Riktlinjen: \u201DÅtagandet är ...\u201D (s. 4)";
  SECTION("bold") {
    const Paragraph both = read_paragraph(goes_on(run_of("Skäl:", true)) + ends(run_of("Åå", true) + run_of(" så")));
    CHECK(both.text == "Skäl:Åå så");
    CHECK(both.bold == std::string("Skäl:Åå").size());
    CHECK(both.bold_starts == std::vector<std::size_t>{0, 6});
    const Paragraph second = read_paragraph(goes_on(run_of("Skäl")) + ends(run_of("Åå", true)));
    CHECK(second.bold == 0);
    CHECK(second.bold_starts == std::vector<std::size_t>{5});
  }
  SECTION("words that help") {
    const Paragraph behind = read_paragraph(goes_on(run_of("Åtagande 1")) + ends(run_of(help)));
    CHECK(behind.text == "Åtagande 1" + help);
    CHECK(behind.help == 0);
    CHECK(read_paragraph(goes_on(run_of(help)) + ends(run_of("Så här"))).help == help.size());
    CHECK(read_paragraph(goes_on(run_of(help)) + ends(run_of(help))).help == 2 * help.size());
  }
  SECTION("a prompt") { CHECK(read_paragraph(goes_on(run_of("[datum]")) + ends(run_of(""))).placeholder); }
}

TEST_CASE("a prompt left in front of a text takes nothing of it along", "[docx]") {
  const Paragraph read = read_paragraph(ends(run_of("[datum]", true) + run_of(" Åååå ") + run_of("Ö", true)));
  CHECK(read.text == "Åååå Ö");
  CHECK(read.bold == 0);
  CHECK(read.bold_starts == std::vector<std::size_t>{0, 9});
  CHECK(read_paragraph(ends(run_of("[datum] Å", true) + run_of("ö"))).bold == 2);
}

TEST_CASE("a table without any paragraph is nothing that a finding could be of", "[docx]") {
  CHECK(body("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>").blocks.empty());
  CHECK(body("<w:tbl><w:tr><w:tc>" + ends("") + "</w:tc></w:tr></w:tbl>").blocks.size() == 1);
}
