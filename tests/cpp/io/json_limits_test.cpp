// No document makes the reader take more than 16 MiB beyond it, and whatever it makes of it has a code.
#include "io/heap.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

constexpr std::size_t largest{ReadLimits{}.bytes};
constexpr std::size_t allowed = 16U << 20U;

/// As many of `unit` as fit between `head` and `tail`, the comma after the last left out.
std::string filled(std::string_view head, std::string_view unit, std::string_view tail, std::size_t size = largest) {
  std::string text(head);
  text.reserve(size);
  while (text.size() + unit.size() + tail.size() <= size) text += unit;
  if (!tail.empty() && text.back() == ',') text.pop_back();
  return text.append(tail);
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text += unit;
  return text;
}

/// The code of the error or of the first and the last finding, when memory stays within what is allowed.
template <class T>
std::string codes_of(const std::string& json) {
  std::string codes;
  const kvalitet_test::HeapPeak peak;
  try {
    T value;
    const Reading reading = read_json(type_info<T>(), &value, json);
    CHECK(peak.bytes() <= allowed);
    REQUIRE_FALSE(reading.findings.empty());
    codes = reading.findings.front().code.str() + " " + reading.findings.back().code.str();
  } catch (const LimitError& error) {
    CHECK(peak.bytes() <= allowed);
    codes = error.code();
  }
  return codes;
}

constexpr auto plan = codes_of<CommitmentPlan>;
constexpr auto guideline = codes_of<Guideline>;
constexpr auto findings = codes_of<std::vector<Finding>>;

}  // namespace

TEST_CASE("the heap is counted", "[json]") {
  if (!KVALITET_TEST_HEAP_IS_COUNTED) SKIP("the address sanitizer has an allocator of its own");
  const kvalitet_test::HeapPeak peak;
  const volatile std::size_t size = 1000;  // unknown to the compiler, or it may leave the allocation out
  CHECK(std::string(size, 'x').find('y') == std::string::npos);
  CHECK(peak.bytes() >= 1000);
  CHECK(peak.bytes() < 2000);
}

TEST_CASE("the size of a document is checked before anything is read", "[json]") {
  const kvalitet_test::HeapPeak peak;
  const std::string_view text(static_cast<const char*>(nullptr), 200U << 20U);
  CHECK_THROWS_AS(read_commitment_plan(text), LimitError);
  CHECK(peak.bytes() < 10'000);

  ReadLimits limits;
  limits.bytes = 2;
  CHECK_NOTHROW(read_commitment_plan("{}", limits));
  CHECK_THROWS_AS(read_commitment_plan("{} ", limits), LimitError);
}

TEST_CASE("deep documents", "[json]") {
  CHECK(plan(std::string(1'000'000, '[')) == "read.too-deep");
  CHECK(plan(filled("", "{\"a\":", "")) == "read.too-deep");
  CHECK(plan("{\"x\":" + std::string(1'000'000, '[')) == "read.too-deep");
  CHECK(plan("{\"x\":[" + filled("", std::string(30, '[') + std::string(30, ']') + ",", "1]}", largest - 6)) ==
        "read.too-many-values");
}

TEST_CASE("documents of many values", "[json]") {
  CHECK(plan(filled("{", "\"a\":1,", "}")) == "read.too-many-values");
  CHECK(plan(filled("{", "\"a\":1,", "}", 29'999 * 6)) == "json.unknown-key json.missing-key");
  CHECK(plan(filled("{", "\"years\":1,", "}", 29'999 * 10)) == "json.duplicate-key json.missing-key");
  CHECK(plan(filled("{\"areas\":[", "{},", "]}")) == "read.too-many-values");
  CHECK(plan(filled("{\"areas\":[", "1,", "]}")) == "read.too-many-values");
  CHECK(plan(filled("{\"units\":[", "{},", "]}", 9'000 * 3)) == "json.missing-key json.missing-key");
  CHECK(plan(filled("{\"units\":[", "{\"x\":0},", "]}", 7'000 * 8)) == "json.unknown-key json.missing-key");
  CHECK(plan(filled("{\"areas\":[{\"commitments\":[{\"activities\":[{\"effects\":[", "\"\",", "]}]}]}]}")) ==
        "read.too-many-values");
  CHECK(guideline(filled("{\"dialogues\":[", "{},", "]}")) == "read.too-many-values");
  CHECK(guideline(filled("{\"dialogues\":[", "{},", "]}", 1'500 * 3)) == "json.missing-key json.missing-key");
  CHECK(guideline(filled("{\"dialogues\":[", "1,", "]}")) == "read.too-many-values");
  CHECK(guideline(filled("{\"rules\":[", "{\"basis\":{\"origin\":\"x\",\"citation\":0}},", "]}")) ==
        "read.too-many-values");
  CHECK(guideline(filled("{\"text\":[{\"paragraphs\":[", "\"sixteen letters.\",", "]}]}")) == "read.too-many-values");
  CHECK(findings(filled("[", "{},", "]")) == "read.too-many-values");
  CHECK(findings(filled("[{\"data\":{", "\"the same key again and again\":1,", "}}]", 14'000 * 33)) ==
        "json.duplicate-key json.missing-key");
  std::string entries = "[{\"data\":{\"\":0";
  for (int i = 0; i < 14'000; ++i) entries += ",\"a key of its own and number " + std::to_string(i) + "\":1";
  CHECK(findings(entries + "}}]") == "json.missing-key json.missing-key");
}

TEST_CASE("documents of one text", "[json]") {
  CHECK(plan(filled("{\"principal\":\"", "a", "\"}")) == "json.missing-key json.missing-key");
  CHECK(plan(filled("{\"principal\":\"", "\\u00e5", "\"}")) == "json.missing-key json.missing-key");
  CHECK(plan(filled("{\"principal\":\"", "\\u0000", "\"}")) == "json.forbidden-character json.missing-key");
  CHECK(plan(filled("{\"principal\":\"", "a", "")) == "json.ends-too-early json.ends-too-early");
  CHECK(plan(filled("{\"principal\":\"", "a", "\x01\"}")) == "json.forbidden-character json.forbidden-character");
  CHECK(plan(filled("{\"principal\":\"", "a", "\\ud800\"}")) == "json.lone-surrogate json.lone-surrogate");
  CHECK(plan(filled("{\"principal\":\"", "a", "\xFF\"}")) == "json.invalid-utf8 json.invalid-utf8");
  CHECK(plan(filled("{\"years\":\"", "a", "\"}")) == "json.wrong-type json.missing-key");
  CHECK(plan(filled("{\"years\":\"", "\xEF\xBF\xBE", "\"}")) == "json.wrong-type json.missing-key");
  CHECK(plan(std::string(largest, '\xFF')) == "json.invalid-utf8 json.invalid-utf8");
  CHECK(plan(std::string(largest, '\0')) == "json.nul json.nul");
}

TEST_CASE("documents of few keys", "[json]") {
  for (const std::string_view letter : {"k", "~", "\\u0000", "\xEF\xBF\xBE"}) {
    CHECK(plan(filled("{\"", letter, "\":1}")) == "json.unknown-key json.missing-key");
    CHECK(plan(filled("{\"", letter, "\":{\"a\":[1]}}")) == "json.unknown-key json.missing-key");
    CHECK(plan(filled("{", "\"" + repeated(letter, 2'000 / letter.size()) + "\":1,", "}")) ==
          "json.unknown-key json.missing-key");
    CHECK(findings(filled("[{\"data\":{\"", letter, "\":true}}]")) == "json.wrong-type json.missing-key");
  }
}

TEST_CASE("documents of white space", "[json]") {
  CHECK(plan(std::string(largest, '\n')) == "json.ends-too-early json.ends-too-early");
  CHECK(plan(filled("[", "\n", "x")) == "json.wrong-type json.syntax");
  CHECK(plan(filled("[", "\n \t\r", "x")) == "json.wrong-type json.syntax");
  CHECK(plan(filled("{\"areas\":[", "true," + std::string(100, '\n'), "x")) == "json.wrong-type json.syntax");
}

TEST_CASE("documents of one number", "[json]") {
  CHECK(plan(filled("{\"years\":", "9", "}")) == "json.number-out-of-range json.number-out-of-range");
  CHECK(plan(filled("{\"years\":0.", "0", "1}")) == "json.number-out-of-range json.missing-key");
  CHECK(plan(filled("{\"years\":1e", "9", "}")) == "json.number-out-of-range json.missing-key");
  CHECK(plan(filled("{\"x\":[", "1e-4940,", "]}", 29'000 * 8)) == "json.unknown-key json.missing-key");
}
