#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

const std::string begun = R"({"format_version": 1, "school_year": "2026/27")";

Read<CommitmentPlan> read_rest(const std::string& rest) { return read_commitment_plan(begun + rest + "}"); }

}  // namespace

TEST_CASE("a value is as certain as what stands in the file", "[json]") {
  const auto [plan, reading] =
      read_rest(R"(, "years": 2147483647, "years": 1, "principal": null, "state": "complete")");
  CHECK(plan.school_year == SchoolYear{2026});
  CHECK(plan.years == 2147483647);
  CHECK(plan.principal.empty());
  CHECK(plan.state == DocumentState::complete);
  REQUIRE(reading.findings.size() == 2);
  CHECK(reading.findings[0].code == "json.duplicate-key");
  CHECK(reading.findings[0].data == Data{{"key", Text("years")},
                                         {"known", reading.findings[0].data[1].second},
                                         {"line", std::int64_t{1}},
                                         {"column", std::int64_t{70}}});
  CHECK(reading.findings[1].pointer == "/principal");
  CHECK(reading.unplaced == std::vector<Unplaced>{{"/years", "1"}, {"/principal", "null"}});
}

TEST_CASE("no number is narrowed", "[json]") {
  for (const std::string number : {"2147483648", "4294967297", "-1", "-0", "-2147483649", "1.0", "1E2", "1e0", "0.5",
                                   "9223372036854775808", "18446744073709551616", "1e400", "-1e400", "1e-400"}) {
    INFO(number);
    const auto [plan, reading] = read_rest(", \"years\": " + number + ", \"principal\": \"P\"");
    CHECK(plan.years == 1);
    CHECK(plan.principal == "P");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].code == "json.number-out-of-range");
    CHECK(reading.findings[0].pointer == "/years");
    CHECK(reading.unplaced == std::vector<Unplaced>{{"/years", Text(number)}});
  }
}

TEST_CASE("what has no place is kept as it stood", "[json]") {
  const auto [plan, reading] =
      read_rest(",\n \"x\": [1, {\"y\":  \"]}\\\"\"} ] ,\"z\":-1.5e+3,\"areas\": [true, {\"title\": {}}]");
  CHECK(reading.unplaced ==
        std::vector<Unplaced>{
            {"/x", "[1, {\"y\":  \"]}\\\"\"} ]"}, {"/z", "-1.5e+3"}, {"/areas/0", "true"}, {"/areas/1/title", "{}"}});
  REQUIRE(plan.areas.size() == 1);
  CHECK(plan.areas[0] == GoalArea{});
}

TEST_CASE("places are found by pointers into the value", "[json]") {
  const auto [plan, reading] = read_commitment_plan(
      "{\"format_version\": 1,\r\n"
      " \"school_year\": \"2026/27\", \"principal\": \"Å🙂\", \"years\": 2,\n"
      " \"areas\": [7, {\"title\": \"A\"},\n"
      "           {\"commitments\": [{\"title\": \"B\"}]}]}");
  const Places& places = reading.places;
  CHECK(places.find("") == Place{1, 1});
  CHECK(places.find("/format_version") == Place{1, 20});
  CHECK(places.find("/principal") == Place{2, 41});
  CHECK(places.find("/years") == Place{2, 56});
  CHECK(places.find("/areas") == Place{3, 11});
  CHECK(places.find("/areas/0") == Place{3, 15});
  CHECK(places.find("/areas/0/title") == Place{3, 25});
  CHECK(places.find("/areas/1/commitments/0/title") == Place{4, 39});

  // What the file does not hold is looked for around it.
  CHECK(places.find("/areas/1/title") == Place{4, 12});
  CHECK(places.find("/areas/2") == Place{3, 11});
  CHECK(places.find("/area") == Place{1, 1});
  CHECK(places.find("/areas/10") == Place{3, 11});
  CHECK(places.find("years") == Place{1, 1});

  REQUIRE(plan.areas.size() == 2);
  REQUIRE(reading.findings.size() == 1);
  CHECK(reading.findings[0].pointer == "/areas/0");  // of the file
  CHECK(reading.findings[0].place == Place{3, 12});
}

TEST_CASE("a finding is said to be where the nearest value of the model is", "[json]") {
  const Reading reading =
      read_rest(
          R"(, "areas": [7, {"title": "Trygghet", "commitments": [null, {"activities": [{"start": "i dag", "x": 1}]}]}], "y": 2)")
          .reading;
  const auto where = [&](std::string_view pointer) -> std::string {
    for (const Finding& finding : reading.findings)
      if (finding.pointer == pointer) return finding.where.sv.str();
    return "nowhere";
  };
  CHECK(where("/areas/0") == "Prioriterade målområden");
  CHECK(where("/areas/1/commitments/0") == "Målområde 1 (Trygghet), åtaganden");
  CHECK(where("/areas/1/commitments/1/activities/0/start") ==
        "Målområde 1 (Trygghet), åtagande 1, aktivitet 1, börjar");
  CHECK(where("/areas/1/commitments/1/activities/0/x") == "Målområde 1 (Trygghet), åtagande 1, aktivitet 1");
  CHECK(where("/y") == "Åtagandeplan");

  const Places& places = reading.places;
  CHECK(places.model_pointer("/areas/1/title") == "/areas/0/title");
  CHECK(places.model_pointer("/areas/1/kind") == "/areas/0/kind");
  CHECK(places.model_pointer("/areas/0") == "/areas");
  CHECK(places.model_pointer("/areas/0/title") == "/areas");
  CHECK(places.model_pointer("").empty());
  CHECK(places.model_pointer("/" + std::string(200, 'k')).empty());
  CHECK(Places().model_pointer("/areas").empty());
}

TEST_CASE("the choices are told by their words and what to write", "[json]") {
  const Finding finding = read_rest(R"(, "state": "nearly")").reading.findings.at(0);
  CHECK(finding.hint == Localised{"Välj något av: inte påbörjad (not_begun), påbörjad (begun), klar (complete).",
                                  "Choose one of: not begun (not_begun), begun, complete."});
}

TEST_CASE("a document without any value has no places", "[json]") {
  for (const std::string_view json : {"", " ", "x", "[]", "1"})
    CHECK_FALSE(read_commitment_plan(json).reading.places.find(""));
}

TEST_CASE("the first findings and the very last are reported", "[json]") {
  const auto faults = [](int count) {
    std::string rest;
    for (int i = 1; i <= count; ++i) rest += ",\n\"x" + std::to_string(i) + "\": 1";
    return read_rest(rest).reading;
  };
  const Reading all = faults(499);
  REQUIRE(all.findings.size() == 499);
  CHECK(all.findings.back().pointer == "/x499");

  const Reading many = faults(1000);
  REQUIRE(many.findings.size() == 500);
  CHECK(many.findings[0].pointer == "/x1");
  CHECK(many.findings[497].pointer == "/x498");
  CHECK(many.findings[498].code == "read.more-findings");
  CHECK(many.findings[498].severity == Severity::warning);
  CHECK(many.findings[498].data == Data{{"count", std::int64_t{501}}});
  CHECK(many.findings[498].place == Place{1001, 1});
  CHECK(many.findings[499].pointer == "/x1000");
  CHECK(many.findings[499].place == Place{1001, 1});
  CHECK(many.unplaced.size() == 1000);

  const Reading missing = read_commitment_plan(R"({"x": [], "units": [1)" +
                                               [] {
                                                 std::string units;
                                                 for (int i = 0; i < 600; ++i) units += ", {}";
                                                 return units;
                                               }() +
                                               "], \"deviations\": [{}]")
                              .reading;
  CHECK(missing.findings.front().pointer == "/x");
  CHECK(missing.findings[498].code == "read.more-findings");
  CHECK(missing.findings.back().code == "json.ends-too-early");
}

TEST_CASE("limits can be set", "[json]") {
  ReadLimits limits;
  limits.depth = 2;
  CHECK_NOTHROW(read_commitment_plan(R"({"areas": []})", limits));
  CHECK_THROWS_AS(read_commitment_plan(R"({"areas": [{}]})", limits), LimitError);

  limits = {};
  limits.values = 3;
  CHECK_NOTHROW(read_commitment_plan(R"({"x": [1]})", limits));
  CHECK_THROWS_AS(read_commitment_plan(R"({"x": [1, 2]})", limits), LimitError);
  try {
    (void)read_commitment_plan("{\"x\": [1,\n 2]}", limits);
  } catch (const LimitError& error) {
    CHECK(error.code() == "read.too-many-values");
    CHECK(error.message().sv == "Dokumentet har fler än 3 värden (rad 2, tecken 2).");
  }
  limits.values = 5;  // an item counts by the memory that it takes
  CHECK_THROWS_AS(read_guideline(R"({"dialogues": [{}]})", limits), LimitError);

  limits = {};
  limits.findings = 3;
  CHECK(read_commitment_plan(R"({"a": 1, "b": 1, "c": 1, "d": 1})", limits).reading.findings.size() == 3);
}

TEST_CASE("a long key is shortened where it is shown, and only there", "[json]") {
  const std::string key = std::string(79, 'a') + "å" + std::string(1000, 'b');
  const Reading reading = read_rest(", \"" + key + "\": 1").reading;
  REQUIRE(reading.findings.size() == 1);
  CHECK(reading.findings[0].data[0].second == Datum(Text(std::string(79, 'a') + "…")));
  CHECK(reading.findings[0].pointer == "/" + key);
  CHECK(reading.unplaced.at(0).pointer == "/" + key);
}

TEST_CASE("a finding's data are an object of numbers and texts", "[json]") {
  const std::string head =
      R"([{"rule": "r", "code": "c", "severity": "advice", "pointer": "", "message": {"sv": "m"}, "hint": {"sv": "h"},
 "data": )";
  std::vector<Finding> findings;
  const Reading good =
      read_json(type_info<std::vector<Finding>>(), &findings,
                head + R"({"b": -9223372036854775808, "a": "å", "": 9223372036854775807, "a/b": 0}}])");
  CHECK(good.findings.empty());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].data == Data{{"b", std::numeric_limits<std::int64_t>::min()},
                                 {"a", Text("å")},
                                 {"", std::numeric_limits<std::int64_t>::max()},
                                 {"a/b", std::int64_t{0}}});
  CHECK(good.places.find("/0/data/b") == Place{2, 10});  // of the data as a whole

  findings.clear();
  const Reading bad = read_json(type_info<std::vector<Finding>>(), &findings,
                                head + R"({"a": 1, "a/b": 9223372036854775808, "a": 2, "a": [3], "z": "z"}}])");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].data == Data{{"a", std::int64_t{1}}, {"z", Text("z")}});
  CHECK(bad.unplaced ==
        std::vector<Unplaced>{{"/0/data/a~1b", "9223372036854775808"}, {"/0/data/a", "2"}, {"/0/data/a", "[3]"}});
  REQUIRE(bad.findings.size() == 3);
  CHECK(bad.findings[0].code == "json.wrong-type");
  CHECK(bad.findings[1].code == "json.duplicate-key");
  CHECK(bad.findings[2].code == "json.duplicate-key");
}

TEST_CASE("the same key may stand in the data of two findings", "[json]") {
  std::vector<Finding> findings;
  const Reading reading =
      read_json(type_info<std::vector<Finding>>(), &findings, R"([{"data": {"a": 1}}, {"data": {"a": 2}}])");
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].data == Data{{"a", std::int64_t{2}}});
  CHECK(reading.unplaced.empty());
}

TEST_CASE("whoever reads, in whatever order the keys stand, reads the same", "[json]") {
  const auto a = read_rest(R"(, "years": 3, "principal": "P", "areas": [{"title": "T", "kind": "k"}])");
  const auto b = read_commitment_plan(
      R"({"areas": [{"kind": "k", "title": "T"}], "principal": "P", "school_year": "2026/27", "years": 3, "format_version": 1})");
  CHECK(a.value == b.value);
  CHECK(a.reading.findings.empty());
  CHECK(b.reading.findings.empty());
}
