#include "io/ical_writer.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

std::string written(const Text& words) {
  IcalWriter writer;
  writer.text("X", words);
  return writer.str();
}

}  // namespace

TEST_CASE("text is escaped by its type", "[ical]") {
  CHECK(written("Sal B; plan 2, rum \\ \"3\"") == "X:Sal B\\; plan 2\\, rum \\\\ \"3\"\r\n");
  CHECK(written("") == "X:\r\n");
  CHECK(written("a\tb") == "X:a\tb\r\n");
  CHECK(written("a\x7F"
                "b") == "X:ab\r\n");
}

TEST_CASE("no line break gets out of a text", "[ical]") {
  for (const char* line_break : {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    CHECK(written(std::string("a") + line_break + "END:VEVENT") == "X:a\\nEND:VEVENT\r\n");
  CHECK(written("\r\r\n\n") == "X:\\n\\n\\n\r\n");
}

TEST_CASE("lines are folded at 75 octets, between characters", "[ical]") {
  CHECK(written(std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
  CHECK(written(std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
  CHECK(written(std::string(73 + 74 + 1, 'a')) ==
        "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
  for (const std::string character : {"å", "–", "🙂"}) {
    for (std::size_t before = 70; before < 76; ++before) {
      std::string words(before, 'a');
      for (int i = 0; i < 40; ++i) words += character;
      const std::string text = written(words);
      std::string unfolded;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        const std::string line = text.substr(at, end - at);
        CHECK(line.size() <= 75);
        CHECK(find_forbidden(line) == std::string_view::npos);  // no character is cut
        unfolded += at == 0 ? line : line.substr(1);
        at = end + 2;
      }
      CHECK(unfolded == "X:" + words);
    }
  }
}

TEST_CASE("a parameter holds no quotation mark and no line break", "[ical]") {
  CHECK(quoted_parameter("Åsa Öberg") == "\"Åsa Öberg\"");
  CHECK(quoted_parameter("Åsa \"Annie\" Öberg; rektor: a,b") == "\"Åsa ”Annie” Öberg; rektor: a,b\"");
  CHECK(quoted_parameter("a\r\nb\u2028c\td\x7F") == "\"a b c d\"");
  CHECK(quoted_parameter("^n") == "\"^^n\"");
}
