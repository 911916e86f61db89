#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("an error speaks both languages", "[base]") {
  const Data data{{"size", std::int64_t{5}}, {"limit", std::int64_t{4}}};
  try {
    throw LimitError("read.too-large", data);
  } catch (const Error& error) {
    CHECK(error.code() == "read.too-large");
    CHECK(error.message() ==
          Localised{"Dokumentet är 5 byte. Gränsen är 4 byte.", "The document has 5 bytes. The limit is 4 bytes."});
    CHECK(error.hint() == render(message_template("read.too-large").hint, data));
    CHECK(std::string(error.what()) == error.message().sv.str() + " (" + error.message().en.str() + ")");
  }
}

TEST_CASE("the kinds of error are told apart", "[base]") {
  const Data data{{"size", std::int64_t{5}}, {"limit", std::int64_t{4}}};
  CHECK_THROWS_AS(throw UsageError("read.too-large", data), UsageError);
  CHECK_THROWS_AS(throw FileError("read.too-large", data), Error);
  CHECK_THROWS_AS(throw NotFoundError("read.too-large", data), std::runtime_error);
}

TEST_CASE("an error cannot do without its entry and its data", "[base]") {
  CHECK_THROWS_AS(LimitError("no.such-code"), std::logic_error);
  CHECK_THROWS_AS(LimitError("read.too-large"), std::logic_error);
}
