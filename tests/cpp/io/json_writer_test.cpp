#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("defaults are left out and keys stand in the order of the description", "[json]") {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  CHECK(to_json(plan, JsonStyle::compact) == R"({"format_version":1,"school_year":"2026/27"})");
  plan.areas.push_back({"kunskaper", "", {}});
  plan.areas.push_back({});
  plan.principal = "P";
  CHECK(to_json(plan, JsonStyle::compact) ==
        R"({"format_version":1,"school_year":"2026/27","principal":"P","areas":[{"kind":"kunskaper"},{}]})");
  CHECK(to_json(plan) == R"({
  "format_version": 1,
  "school_year": "2026/27",
  "principal": "P",
  "areas": [
    {
      "kind": "kunskaper"
    },
    {}
  ]
}
)");
}

TEST_CASE("only what must be escaped is escaped", "[json]") {
  CommitmentPlan plan;
  plan.principal = "\"\\/\n\r\t\x7F å 🙂 \xC2\x85 \xE2\x80\xA8";
  CHECK(
      to_json(plan, JsonStyle::compact) ==
      "{\"format_version\":1,\"school_year\":\"2000/01\",\"principal\":\"\\\"\\\\/\\n\\r\\t\x7F å 🙂 \xC2\x85 \xE2\x80\xA8\"}");
}

TEST_CASE("lists of findings, and an empty one", "[json]") {
  std::vector<Finding> findings;
  CHECK(to_json(findings, JsonStyle::compact) == "[]");
  CHECK(to_json(findings) == "[]\n");
  Finding finding;
  finding.code = finding.rule = "c";
  finding.place = Place{1, 2};
  finding.data = {{"n", std::int64_t{-5}}, {"\"", Text("x")}};
  findings.push_back(finding);
  CHECK(to_json(findings, JsonStyle::compact) ==
        R"([{"rule":"c","code":"c","severity":"error","pointer":"","place":{"line":1,"column":2},)"
        R"("message":{"sv":""},"hint":{"sv":""},"data":{"n":-5,"\"":"x"}}])");
}
