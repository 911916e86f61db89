#include "base/walk.hpp"

#include "kvalitet/guideline/rule.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

Rule rule() {
  Rule rule;
  rule.id = "r";
  rule.document = "d";
  rule.title.sv = "Regel";
  rule.areas = {"a", "b"};
  rule.max = 3;
  rule.basis.modal = Modal::shall;
  return rule;
}

}  // namespace

TEST_CASE("a walk visits what JSON would hold, in its order", "[walk]") {
  const Rule object = rule();
  std::string seen;
  walk(type_info<Rule>(), &object, [&](const Visit& visit) {
    seen += visit.pointer + " ";
    return visit.type.name != "Localised";
  });
  CHECK(seen == " /id /check /document /title /areas /areas/0 /areas/1 /max /basis /basis/origin /basis/modal ");
}

TEST_CASE("a visit says what it is at", "[walk]") {
  const Rule object = rule();
  bool item_seen = false;
  bool max_seen = false;
  walk(type_info<Rule>(), &object, [&](const Visit& visit) {
    if (visit.pointer.empty()) {
      CHECK(visit.field == nullptr);
      CHECK(visit.as<Rule>() == &object);
    }
    if (visit.pointer == "/areas/1") {
      item_seen = true;
      CHECK(visit.item);
      CHECK(visit.field->refers_to == "goal_areas");
      CHECK(visit.as<Id>() == &object.areas[1]);
      CHECK(visit.as<Basis>() == nullptr);
    }
    if (visit.pointer == "/max") {
      max_seen = true;
      CHECK_FALSE(visit.item);
      CHECK(visit.type.kind == TypeInfo::Kind::integer);
      CHECK(visit.value == &*object.max);
    }
    return true;
  });
  CHECK(item_seen);
  CHECK(max_seen);
}
