#include "guideline/sentences.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

/// The sentences of a paragraph with a bar between them.
std::string split(std::string_view text) {
  const std::string paragraph = normalised(text);
  const auto bounds = sentence_bounds(paragraph);
  std::string out;
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    if (i > 1) out += "|";
    out += normalised(std::string_view(paragraph).substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
  }
  return out;
}

Guideline with(std::vector<Text> paragraphs) {
  Guideline guideline;
  guideline.text = {Passage{"1", "Rubrik", std::move(paragraphs)}};
  return guideline;
}

}  // namespace

TEST_CASE("white space is collapsed", "[trace]") {
  CHECK(normalised("").empty());
  CHECK(normalised(" \t\r\n ").empty());
  CHECK(normalised("  en\t \n två\u00A0tre\u202Ffyra ") == "en två tre fyra");
}

TEST_CASE("normalising twice changes nothing", "[trace]") {
  for (const char* text : {"", " a ", "a  b\n\nc", "å\u00A0\u00A0ä", "\u00A0"}) {
    const std::string once = normalised(text);
    CHECK(normalised(once) == once);
  }
}

TEST_CASE("sentences end where a new one starts", "[trace]") {
  CHECK(split("").empty());
  CHECK(split("Utan punkt") == "Utan punkt");
  CHECK(split("En. Två? Tre! Åtta.") == "En.|Två?|Tre!|Åtta.");
  CHECK(split("Det görs bl.a. så här, t.ex. nu.") == "Det görs bl.a. så här, t.ex. nu.");
  CHECK(split("Den 1.5 är ett tal.") == "Den 1.5 är ett tal.");
  CHECK(split("Beslutat. 2024 gäller den.") == "Beslutat.|2024 gäller den.");
  CHECK(split("Hon sa ”Nej.” Sedan gick hon.") == "Hon sa ”Nej.”|Sedan gick hon.");
  CHECK(split("Han frågade. ”Varför?” (Så var det.) Slut.") == "Han frågade.|”Varför?” (Så var det.)|Slut.");
  CHECK(split("Vad?! Jo...  Čohkkát.") == "Vad?!|Jo...|Čohkkát.");
  CHECK(split("längre. (Jonas 2023)") == "längre. (Jonas 2023)");
  CHECK(split("Ett. två. Ÿ.") == "Ett. två.|Ÿ.");
  CHECK(split("Ett. ćwikła. Šv. ž.") == "Ett. ćwikła.|Šv. ž.");
}

TEST_CASE("the sentences of a paragraph are all of it", "[trace]") {
  for (const char* text : {"En. Två? Tre!", "a.b. C", "...", ". . .", "Slut. ”Ja.”) Så"}) {
    const std::string paragraph = normalised(text);
    const auto bounds = sentence_bounds(paragraph);
    REQUIRE(bounds.size() >= 2);
    CHECK(bounds.front() == 0);
    CHECK(bounds.back() == paragraph.size());
    for (std::size_t i = 1; i < bounds.size(); ++i) CHECK(bounds[i - 1] < bounds[i]);
  }
}

TEST_CASE("a quote is found in the sentences it touches", "[trace]") {
  const Guideline guideline = with({"Ett är först. Två är\nnäst. Tre.", "Två är näst."});
  const Sentences sentences(guideline);
  using Found = std::vector<std::size_t>;
  const auto find = [&](const char* quote) { return sentences.quoted(Citation{"1", "Rubrik", quote}); };
  CHECK(sentences.all().size() == 4);
  CHECK(find("Ett är först.") == Found{0});
  CHECK(find("först. Två") == Found{0, 1});
  CHECK(find("Ett är först.  Två är näst. Tre.") == Found{0, 1, 2});
  CHECK(find("Två är näst.") == Found{1, 3});
  CHECK(find("är") == Found{0, 1, 3});
  CHECK(find("Tre. Två").empty());  // not across paragraphs
  CHECK(find("").empty());
  CHECK(find("Fyra").empty());
  CHECK(sentences.quoted(Citation{"2", "Rubrik", "Tre."}).empty());
  CHECK(sentences.quoted(Citation{"1", "Annan", "Tre."}).empty());
}

TEST_CASE("a quote that is a whole sentence means that one", "[trace]") {
  const Guideline guideline = with({"Till Processdialogen kommer alla.", "Processdialog", "Processdialogen är bra."});
  const Sentences sentences(guideline);
  CHECK(sentences.quoted(Citation{"1", "Rubrik", "Processdialog"}) == std::vector<std::size_t>{1});
  CHECK(sentences.quoted(Citation{"1", "Rubrik", "Processdialogen"}) == std::vector<std::size_t>{0, 2});
}
