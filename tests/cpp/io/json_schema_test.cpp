// That the schema says what the reader accepts. Python's tests hold files against it.
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace kvalitet;
using nlohmann::json;

TEST_CASE("a schema describes records, enumerations and scalars", "[schema]") {
  const json schema = json::parse(json_schema(type_info<CommitmentPlan>()));
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["$id"] == "urn:kvalitet:schema:commitment-plan:1");
  CHECK(schema["$ref"] == "#/$defs/CommitmentPlan");

  const json& plan = schema["$defs"]["CommitmentPlan"];
  CHECK(plan["title"] == "Commitment plan");
  CHECK(plan["x-label-sv"] == "Åtagandeplan");
  CHECK(plan["required"] == json::array({"format_version", "school_year"}));
  CHECK(plan["additionalProperties"] == false);
  CHECK(plan["properties"].size() == type_info<CommitmentPlan>().fields.size());
  CHECK(plan["properties"]["years"]["minimum"] == 0);
  CHECK(plan["properties"]["years"]["maximum"] == 2147483647);
  CHECK(plan["properties"]["school_year"]["pattern"] == "^[0-9]{4}/[0-9]{2}$");
  CHECK(plan["properties"]["areas"]["items"]["$ref"] == "#/$defs/GoalArea");
  CHECK(plan["properties"]["state"]["$ref"] == "#/$defs/DocumentState");

  CHECK(schema["$defs"]["DocumentState"]["enum"] == json::array({"not_begun", "begun", "complete"}));
  CHECK(schema["$defs"]["Activity"]["properties"]["start"]["format"] == "date");
}

TEST_CASE("named data may be numbers or texts", "[schema]") {
  const json schema = json::parse(json_schema(type_info<Finding>()));
  const json& data = schema["$defs"]["Finding"]["properties"]["data"];
  CHECK(data["type"] == "object");
  CHECK(data["additionalProperties"]["type"] == json::array({"integer", "string"}));
}

TEST_CASE("every reference of a schema leads somewhere", "[schema]") {
  for (const TypeInfo* type : {&type_info<Guideline>(), &type_info<LocalPolicy>(), &type_info<CommitmentPlan>(),
                               &type_info<AnnualCycle>(), &type_info<Finding>(), &type_info<Draft>()}) {
    const std::string text = json_schema(*type);
    const json schema = json::parse(text);
    const std::string start = "\"$ref\": \"#/$defs/";
    std::size_t references = 0;
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1), ++references) {
      const std::size_t from = at + start.size();
      CHECK(schema["$defs"].contains(text.substr(from, text.find('"', from) - from)));
    }
    CHECK(references > schema["$defs"].size() / 2);
  }
}
