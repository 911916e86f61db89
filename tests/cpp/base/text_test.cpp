#include "kvalitet/base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("text is well-formed UTF-8", "[base]") {
  for (const std::string_view good :
       {"", "a", "\x7F", "å", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD",
        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\t\n\r"}) {
    CHECK(find_forbidden(good) == std::string_view::npos);
    CHECK(Text::from(std::string(good)).value() == good);
  }
  for (const std::string_view bad : {"\x80",
                                     "\xBF",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xC2",
                                     "\xC2 ",
                                     "\xE0\x9F\xBF",
                                     "\xE2\x82",
                                     "\xE2\x82 ",
                                     "\xED\xA0\x80",
                                     "\xED\xBF\xBF",
                                     "\xF0\x8F\xBF\xBF",
                                     "\xF0\x9F\x99",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xFE",
                                     "\xFF",
                                     "\xEF\xBF\xBE",
                                     "\xEF\xBF\xBF",
                                     "\x01",
                                     "\x0B",
                                     "\x0C",
                                     "\x1F"}) {
    const std::string text = "aå" + std::string(bad);
    CHECK(find_forbidden(text) == 3);
    CHECK_FALSE(Text::from(text));
    CHECK_THROWS_AS(Text(text), std::invalid_argument);
  }
  CHECK(find_forbidden(std::string_view("a\0", 2)) == 1);
}

TEST_CASE("every character of Unicode is judged", "[base]") {
  std::size_t allowed = 0;
  for (char32_t c = 0; c < 0x10000; ++c) {
    std::string text;
    if (c < 0x80) {
      text = static_cast<char>(c);
    } else if (c < 0x800) {
      text = {static_cast<char>(0xC0 | (c >> 6U)), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      text = {static_cast<char>(0xE0 | (c >> 12U)), static_cast<char>(0x80 | ((c >> 6U) & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
    allowed += find_forbidden(text) == std::string_view::npos ? 1 : 0;
  }
  CHECK(allowed == 0x10000 - 29 - 2048 - 2);  // control characters, surrogates, U+FFFE and U+FFFF
}

TEST_CASE("texts compare by their bytes", "[base]") {
  CHECK(Text("a") == "a");
  CHECK(Text("a") == std::string("a"));
  CHECK(Text("a") == std::string_view("a"));
  CHECK(Text("a") != Text("b"));
  CHECK(Text("Z") < Text("a"));
  CHECK(Text("z") < Text("å"));
  CHECK(Text().empty());
}
