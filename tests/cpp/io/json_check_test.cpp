// What check_json makes of a text, whatever it is meant to say; tests/python/test_json_suite.py holds it to a public
// suite.
#include "io/heap.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

/// `code "pointer" line:column`, of each finding.
std::string found(std::string_view json, const ReadLimits& limits = {}) {
  std::string text;
  for (const Finding& finding : check_json(json, limits)) {
    REQUIRE(finding.place);
    CHECK(finding.rule == finding.code);
    CHECK(finding.where == Localised{});  // nobody knows what the text is meant to say
    text += finding.code.str() + " \"" + finding.pointer.str() + "\" " + std::to_string(finding.place->line) + ":" +
            std::to_string(finding.place->column) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("any JSON is JSON", "[json]") {
  for (const std::string_view json :
       {"null", " 1 ", "\"å\"", "[]", "{}", "\xEF\xBB\xBF{}", "[-1.5e+400, 18446744073709551616, \"\\u0000\"]",
        R"({"a": {"a": [{"a": 1}, {"a": 2}]}, "b": [[], {}], "A": "a"})", "[\"\xEF\xBF\xBF\"]"}) {
    INFO(json);
    CHECK(found(json).empty());
  }
}

TEST_CASE("a key stands once in an object, wherever that is", "[json]") {
  CHECK(found(R"({"a": 1, "a": 1})") == "json.duplicate-key \"/a\" 1:10\n");
  CHECK(found("{\"a\": 1,\n \"\\u0061\": 2, \"a\": {\"b\": [0, {\"å\": 1, \"å\": 2}]}}") ==
        "json.duplicate-key \"/a\" 2:2\njson.duplicate-key \"/a\" 2:15\njson.duplicate-key \"/a/b/1/å\" 2:39\n");
  CHECK(found(R"([[{}, {"": 1, "": 2}], {"~/": 1, "~/": 2}])") ==
        "json.duplicate-key \"/0/1/\" 1:15\njson.duplicate-key \"/1/~0~1\" 1:34\n");
  CHECK(found("{\"\\u0000\": 1, \"\\u0000\": 2}") == "json.duplicate-key \"/\\u0000\" 1:15\n");

  const Finding finding = check_json(R"({"år": 1, "år": 2})").at(0);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.message == Localised{"Nyckeln ”år” finns mer än en gång (rad 1, tecken 11). Den första gäller.",
                                     "The key “år” occurs more than once (line 1, column 11). The first one counts."});
}

TEST_CASE("the first fault ends the check", "[json]") {
  CHECK(found("") == "json.ends-too-early \"\" 1:1\n");
  CHECK(found(R"({"a": 1, "a": [2, {"b")") == "json.duplicate-key \"/a\" 1:10\njson.ends-too-early \"/a/1/b\" 1:23\n");
  CHECK(found("[1,\n 2 3, x]") == "json.syntax \"\" 2:4\n");
  CHECK(found("[{\"a\":\n1}, {\"b\": [01]}]") == "json.syntax \"/1/b\" 2:13\n");
  CHECK(found("{\"a\": \"\xFF\"}") == "json.invalid-utf8 \"/a\" 1:8\n");
  CHECK(found("[\"\xEF\xBF\xBF\x01\"]") == "json.forbidden-character \"\" 1:4\n");
  CHECK(found("[\"\xEF\xBF\"]") == "json.invalid-utf8 \"\" 1:3\n");
  CHECK(found("[\"\\ud800\"]") == "json.lone-surrogate \"\" 1:3\n");
  CHECK(found("\"\\ud800\\u") == "json.ends-too-early \"\" 1:10\n");
  CHECK(found("\"\\ud800\\\\ud\"") == "json.lone-surrogate \"\" 1:2\n");
  CHECK(found("\"\\\\\\ud83d\\ude00\\ud800\\u0041\"") == "json.lone-surrogate \"\" 1:16\n");
  CHECK(found("\"\\uDC00\"") == "json.lone-surrogate \"\" 1:2\n");
  CHECK(found("[\"\\ud800\\\\udead\"]") == "json.lone-surrogate \"\" 1:3\n");
  const std::string_view cut("\"\\ud800\\\\u and more", 10);  // whatever stands behind the text
  CHECK(found(cut) == "json.lone-surrogate \"\" 1:2\n");
  CHECK(found("[" + std::string(400, '9') + "]") == "json.number-out-of-range \"\" 1:2\n");
  CHECK(found(std::string_view("[1]\0", 4)) == "json.nul \"\" 1:4\n");
}

TEST_CASE("the limits are those of reading", "[json]") {
  ReadLimits limits;
  limits.bytes = 8;
  CHECK_NOTHROW(check_json("[[1, 2]]", limits));
  CHECK_THROWS_AS(check_json("[[1, 2]] ", limits), LimitError);
  limits = {};
  limits.depth = 2;
  CHECK_NOTHROW(check_json("[[1], {}]", limits));
  CHECK_THROWS_AS(check_json("[[{}]]", limits), LimitError);
  limits = {};
  limits.values = 3;
  CHECK_NOTHROW(check_json("[1, 2]", limits));
  CHECK_THROWS_AS(check_json("[1, 2, 3]", limits), LimitError);
  limits = {};
  limits.findings = 3;
  CHECK(found("{\"a\":0,\n\"a\":1,\n\"a\":2,\n\"a\":3,\n\"a\":4}", limits) ==
        "json.duplicate-key \"/a\" 2:1\n"
        "read.more-findings \"/a\" 5:1\njson.duplicate-key \"/a\" 5:1\n");
}

TEST_CASE("a pointer ends before what nobody would read", "[json]") {
  const std::string key(1001, 'k');
  CHECK(found("{\"a\": {\"" + key + "\": {\"b\": 1, \"b\": 2}}}") == "json.duplicate-key \"/a\" 1:1022\n");
}

TEST_CASE("checking takes little memory", "[json]") {
  std::string keys = "{\"k\":0";
  for (int i = 0; i < 14'000; ++i) keys += ",\"a key of its own and number " + std::to_string(i) + "\":1";
  std::string same = "{\"" + std::string(400'000, 'k') + "\":{\"a\":0";
  for (int i = 0; i < 20'000; ++i) same += ",\"a\":1";
  for (const std::string& json : {keys + "}", same + "}}"}) {
    const kvalitet_test::HeapPeak peak;
    (void)check_json(json);
    CHECK(peak.bytes() <= std::size_t{16U << 20U});
  }
}
