// Which words are a label, however they are typed.
#include "io/docx/labels.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet::docx;

TEST_CASE("a label is one of the words and nothing else of weight", "[docx]") {
  const std::vector<std::string> words{"varför", "önskat läge", "ämne", "mål – effekt", "", "1 a"};
  for (const char* const text : {"Varför", "varför:", "VARFÖR", " Varför : ", "2.1 Varför", "2) Varför.", "Varför *",
                                 "Varför:*", "Varför (analys)", "3. Varför: (analys och annat)", "Önskat läge",
                                 "ÖNSKAT\u00A0 LÄGE:", "önskat\nläge", "ÄMNE", "Mål – Effekt", "1 a", "1 A:"}) {
    INFO(text);
    CHECK(LabelText(text, 40).is(words));
  }
  for (const char* const text : {"", " ", ":", "(analys)", "Varför det", "Varförmer", "Varfö", "Var för", "Önskat",
                                 "Önskatläge", "Oönskat läge", "Mål — Effekt", "Mål –", "2.1", "å", "\xC3"}) {
    INFO(text);
    CHECK_FALSE(LabelText(text, 40).is(words));
  }
}

TEST_CASE("a label may be in decomposed letters, or have a space before its question mark", "[docx]") {
  const std::vector<std::string> words{"varför", "ämne", "hur blev det?"};
  for (const char* const text :
       {"Varfo\u0308r", "A\u0308mne (kort):", "HUR  BLEV DET ?", "Hur blev det\u00A0?:", "Hur blev det ? (kort)"}) {
    INFO(text);
    CHECK(LabelText(text, 40).is(words));
  }
  for (const char* const text : {"Varfo\u0308", "Varfo\u030Ar", "Varfor\u0308", "\u0308", "o\xCC", "Hur blev det"}) {
    INFO(text);
    CHECK_FALSE(LabelText(text, 40).is(words));
  }
}

TEST_CASE("a label begins a text", "[docx]") {
  const std::vector<std::string> words{"", "målområde", "åtagande"};
  const auto rest = [&](std::string_view text) {
    const auto label = begins_with(text, words);
    return label ? std::string(text.substr(label->rest)) + (label->open ? " (open)" : "") : "none";
  };
  CHECK(rest("Målområde") == "");
  CHECK(rest("MÅLOMRÅDE 2") == "");
  CHECK(rest("2. Målområde 2: Trygghet") == "Trygghet (open)");
  CHECK(rest("Åtagande 1 – Alla läser") == "Alla läser");
  CHECK(rest("Åtagande\u00A01.\u00A0Alla läser") == "Alla läser");
  CHECK(rest("Åtagande: ") == " (open)");
  CHECK(rest("Ma\u030Alomra\u030Ade 2: Trygghet") == "Trygghet (open)");
  CHECK(rest("A\u030Atagande") == "");
  CHECK(rest("Ma\u030Al") == "none");
  CHECK(rest("Åtaganden") == "none");
  CHECK(rest("Mål") == "none");
  CHECK(rest("") == "none");
}
