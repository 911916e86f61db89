// What is found in the sentences of the fixtures; KVALITET_ACCEPT=1 renews the .expected beside each .txt.
#include "disclosure/sentences.hpp"
#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

std::string written(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const FreeTextHit& hit : read_free_text(lines[i]))
      text += std::to_string(i + 1) + " " + key_of(hit.kind) + " " + std::to_string(hit.start) + "+" +
              std::to_string(hit.length) + " " + hit.words.str() + "\n";
  return text;
}

std::vector<std::string> files() {
  std::vector<std::string> all = kinds();
  all.insert(all.end(), {"neutral", "false_alarm", "unseen"});
  return all;
}

}  // namespace

TEST_CASE("what is found in the sentences of the fixtures", "[free-text]") {
  for (const std::string& name : files()) {
    INFO(name);
    const auto path = fixtures / "free_text" / (name + ".expected");
    const std::string found = written(lines_of(name));
    if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << found;
    CHECK(found == text_of(path));
  }
}

TEST_CASE("each sentence is found as what it is", "[free-text]") {
  const auto sentences = sensitive_sentences();
  CHECK(sentences.size() >= 200);
  for (const Sentence& sentence : sentences) {
    INFO(sentence.words);
    CHECK(finds(sentence.words, sentence.kind));
    CHECK_FALSE(may_leave(sentence.words));
  }
}

TEST_CASE("neutral sentences ask for no review", "[free-text]") {
  const auto sentences = lines_of("neutral");
  CHECK(sentences.size() >= 200);
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(may_leave(sentence));
  }
}

TEST_CASE("what the reader is known to get wrong is still what the decision says", "[free-text]") {
  for (const std::string& sentence : lines_of("false_alarm")) {
    INFO(sentence);
    CHECK_FALSE(may_leave(sentence));
  }
  for (const std::string& sentence : lines_of("unseen")) {
    INFO(sentence);
    CHECK(may_leave(sentence));
  }
}

TEST_CASE("the text of the guideline asks for no review", "[free-text]") {
  for (const Passage& passage : builtin_guideline("vetlanda-2024").text)
    for (const Text& paragraph : passage.paragraphs) {
      INFO(paragraph.str());
      CHECK(may_leave(paragraph));
    }
}

TEST_CASE("the limits are data", "[free-text]") {
  const FreeTextLimits none{0, 0};
  FreeTextLimits strict;
  strict.fewest_pupils = 10;
  strict.smallest_group = 30;
  CHECK(may_leave("tre elever", none));
  CHECK(may_leave("hälften av de sju eleverna", none));
  CHECK(may_leave("sju elever saknar betyg"));
  CHECK_FALSE(may_leave("sju elever saknar betyg", strict));
  CHECK(may_leave("28 procent av 25 elever"));
  CHECK_FALSE(may_leave("28 procent av 25 elever", strict));
  CHECK_FALSE(may_leave("Anna fick F i matematik.", none));
  CHECK(read_free_text("tre elever").at(0).reason.sv.str().find("färre än 5") != std::string::npos);
  CHECK(read_free_text("tre elever", strict).at(0).reason.sv.str().find("färre än 10") != std::string::npos);
}

TEST_CASE("limits below zero find nothing more than limits of zero", "[free-text]") {
  const FreeTextLimits negative{-1, -1};
  for (const char* text : {"tre elever", "2 av 7 elever", "hälften av de sju eleverna", "n = 6"})
    CHECK(may_leave(text, negative));
}

TEST_CASE("a longer text than the limit is refused, not passed over", "[free-text]") {
  const std::string longest(longest_free_text, ' ');
  CHECK(may_leave(longest));
  CHECK_THROWS_AS(may_leave(longest + " "), LimitError);
  CHECK_THROWS_AS(read_free_text(longest + " "), LimitError);
}
