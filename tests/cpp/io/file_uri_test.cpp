#include "io/file_uri.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("a relative path stays relative", "[sarif]") {
  CHECK(file_uri("plan.json") == "plan.json");
  CHECK(file_uri("examples/plans/flawed.json") == "examples/plans/flawed.json");
  CHECK(file_uri("./plans//./a.json") == "plans/a.json");
  CHECK(file_uri("../plan.json") == "../plan.json");
  CHECK(file_uri("").empty());
  CHECK(file_uri(".").empty());
}

TEST_CASE("an absolute path is a file URI", "[sarif]") {
  CHECK(file_uri("/srv/planer/norra.json") == "file:///srv/planer/norra.json");
  CHECK(file_uri("C:/planer/norra.json") == "file:///C:/planer/norra.json");
  CHECK(file_uri("//server/planer/norra.json") == "file://server/planer/norra.json");
}

TEST_CASE("what a URI cannot hold is percent-encoded", "[sarif]") {
  CHECK(file_uri("Åsas plan.json") == "%C3%85sas%20plan.json");
  CHECK(file_uri("a:b.json") == "a%3Ab.json");
  CHECK(file_uri("50%.json") == "50%25.json");
  CHECK(file_uri("a#b?c\\d[1].json") == "a%23b%3Fc%5Cd%5B1%5D.json");
  CHECK(file_uri("A-z_0.9~") == "A-z_0.9~");
  CHECK(file_uri("/räv/😀") == "file:///r%C3%A4v/%F0%9F%98%80");
}
