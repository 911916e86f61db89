#include "kvalitet/base/message.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <stdexcept>

using namespace kvalitet;

namespace {

/// The names between braces.
std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto inside = text.substr(open + 1, text.find('}', open) - open - 1);
    names.emplace(inside.substr(0, inside.find('|')));
  }
  return names;
}

}  // namespace

TEST_CASE("templates are filled with data", "[base]") {
  const Data data{{"count", std::int64_t{1}}, {"name", Text("Å {count}")}, {"many", std::int64_t{-2}}};
  CHECK(render({"{count} {count|område|områden} i {name}", "{many} {many|area|areas}"}, data) ==
        Localised{"1 område i Å {count}", "-2 areas"});
  CHECK(render({"", "no names"}, {}) == Localised{"", "no names"});
  CHECK(render({"{name|ett|flera}", "{count|a|}!"}, data) == Localised{"flera", "a!"});
  CHECK_THROWS_AS(render({"{absent}", ""}, data), std::logic_error);
}

TEST_CASE("each code has one entry", "[base]") {
  CHECK(message_template("json.syntax").code == "json.syntax");
  CHECK_THROWS_AS(message_template("json.syntax "), std::logic_error);
  CHECK_THROWS_AS(message_template(""), std::logic_error);
  CHECK_THROWS_AS(message_template("zzz"), std::logic_error);
}

TEST_CASE("the catalogue holds together", "[base]") {
  REQUIRE_FALSE(message_catalogue().empty());
  std::string_view previous;
  for (const MessageTemplate& entry : message_catalogue()) {
    INFO(entry.code);
    CHECK(previous < entry.code);
    previous = entry.code;
    CHECK(&message_template(entry.code) == &entry);
    CHECK_FALSE(entry.message.sv.empty());
    CHECK_FALSE(entry.message.en.empty());
    CHECK(entry.hint.sv.empty() == entry.hint.en.empty());

    Data data;  // any will do: what is looked for are braces that do not match
    for (const std::string_view text : {entry.message.sv, entry.message.en, entry.hint.sv, entry.hint.en})
      for (const std::string& name : names_in(text)) data.emplace_back(name, Text("x"));
    for (const Label& label : {entry.message, entry.hint}) {
      const Localised words = render(label, data);
      CHECK(words.sv.str().find_first_of("{}|") == std::string::npos);
      CHECK(words.en.str().find_first_of("{}|") == std::string::npos);
    }
  }
}
