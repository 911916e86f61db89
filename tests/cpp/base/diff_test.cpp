// What differs between two versions, in plain words.
#include "kvalitet/base/diff.hpp"

#include "base/shown.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace kvalitet;

namespace {

Guideline guideline() {
  Guideline guideline;
  guideline.id = "g";
  guideline.title = Localised{"Riktlinje", "Guideline"};
  for (const char* id : {"first", "second", "third"}) {
    Rule rule;
    rule.id = id;
    rule.title = Localised{Text(std::string("Regeln ") + id), Text(std::string("The rule ") + id)};
    rule.max = 3;
    guideline.rules.push_back(rule);
  }
  guideline.text = {Passage{"1", "Bakgrund", {"Ett.", "Två.", "Tre."}}};
  return guideline;
}

std::vector<Change> changed(const std::function<void(Guideline&)>& change) {
  const Guideline before = guideline();
  Guideline after = before;
  change(after);
  return diff(before, after);
}

/// The one change, as `pointer | kind | message`.
std::string one(const std::function<void(Guideline&)>& change) {
  const std::vector<Change> changes = changed(change);
  REQUIRE(changes.size() == 1);
  const std::size_t kind = static_cast<std::size_t>(changes[0].kind);
  return changes[0].pointer.str() + " | " + std::string(Describe<ChangeKind>::values[kind].key) + " | " +
         changes[0].message.sv.str();
}

}  // namespace

TEST_CASE("nothing differs from itself", "[diff]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  CHECK(diff(system.guideline, system.guideline).empty());
  CHECK(diff(system.policy, system.policy).empty());
  CHECK(diff(Guideline{}, Guideline{}).empty());
  CHECK_FALSE(diff(system.guideline, Guideline{}).empty());
}

TEST_CASE("a changed value is named by where it stands", "[diff]") {
  CHECK(one([](Guideline& g) { g.rules[1].max = 2; }) ==
        "/rules/1/max | changed | Regel 2 (Regeln second), högst: 3 → 2");
  CHECK(one([](Guideline& g) { g.excerpt = true; }) == "/excerpt | changed | Utdrag: nej → ja");
  CHECK(one([](Guideline& g) { g.title.sv = "Ny"; }) == "/title/sv | changed | Titel, svenska: ”Riktlinje” → ”Ny”");
  CHECK(one([](Guideline& g) { g.valid_from = Date(2024, 6, 4); }) ==
        "/valid_from | changed | Giltig från och med: 1970-01-01 → 2024-06-04");
  CHECK(
      one([](Guideline& g) { g.rules[0].basis.origin = Origin::law; }) ==
      "/rules/0/basis/origin | changed | Regel 1 (Regeln first), grund, ursprung: lokal inställning → lag eller förordning");

  const Change change = changed([](Guideline& g) { g.rules[1].max = 2; }).at(0);
  CHECK(change.where == Localised{"Regel 2 (Regeln second), högst", "Rule 2 (The rule second), at most"});
  CHECK(change.message.en == "Rule 2 (The rule second), at most: 3 → 2");
  CHECK(change.before == "3");
  CHECK(change.after == "2");
}

TEST_CASE("what appears is added and what disappears is removed", "[diff]") {
  CHECK(one([](Guideline& g) { g.rules[1].max.reset(); }) ==
        "/rules/1/max | removed | Borttaget: Regel 2 (Regeln second), högst (3)");
  CHECK(one([](Guideline& g) { g.rules[1].min = 1; }) ==
        "/rules/1/min | added | Tillagt: Regel 2 (Regeln second), minst (1)");
  CHECK(one([](Guideline& g) { g.responsible = "Skolchef"; }) ==
        "/responsible | added | Tillagt: Dokumentansvarig (”Skolchef”)");
  CHECK(one([](Guideline& g) { g.title.en = ""; }) == "/title/en | removed | Borttaget: Titel, engelska (”Guideline”)");
  CHECK(one([](Guideline& g) { g.rules.erase(g.rules.begin()); }) ==
        "/rules/0 | removed | Borttaget: Regel 1 (”Regeln first”)");
  CHECK(one([](Guideline& g) {
          g.rules.insert(g.rules.begin(), Rule{"new", {}, "d", {"Ny", ""}, {}, {}, {}, {}, {}, {}, {}});
        }) == "/rules/0 | added | Tillagt: Regel 1 (”Ny”)");
  CHECK(one([](Guideline& g) { g.rules[0].areas = {"knowledge"}; }) ==
        "/rules/0/areas/0 | added | Tillagt: Regel 1 (Regeln first), målområden (knowledge)");

  const Change removed = changed([](Guideline& g) { g.rules[1].max.reset(); }).at(0);
  CHECK(removed.before == "3");
  CHECK(removed.after.empty());
}

TEST_CASE("items without a name are paired by what stayed", "[diff]") {
  CHECK(one([](Guideline& g) { g.text[0].paragraphs.erase(g.text[0].paragraphs.begin()); }) ==
        "/text/0/paragraphs/0 | removed | Borttaget: Textavsnitt 1 (Bakgrund), stycken, nr 1 (”Ett.”)");
  CHECK(one([](Guideline& g) { g.text[0].paragraphs[1] = "Annat."; }) ==
        "/text/0/paragraphs/1 | changed | Textavsnitt 1 (Bakgrund), stycken, nr 2: ”Två.” → ”Annat.”");
  CHECK(one([](Guideline& g) {
          g.text.push_back(Passage{"2", "Begrepp", {}});
        }) == "/text/1 | added | Tillagt: Textavsnitt 2 (2, Begrepp)");
}

TEST_CASE("a new order is one change", "[diff]") {
  CHECK(one([](Guideline& g) { std::swap(g.rules[0], g.rules[2]); }) ==
        "/rules | changed | Regler står i en annan ordning: third, second, first");
}

TEST_CASE("lists of one kind of thing are told apart", "[diff]") {
  CHECK(one([](Guideline& g) {
          g.levels.push_back(Concept{"unit", {"Enhet", "Unit"}, {}, {}});
        }) == "/levels/0 | added | Tillagt: Nivåer, nr 1 (”Enhet”)");
}

TEST_CASE("ids that are not unique do not confuse", "[diff]") {
  Guideline before = guideline();
  before.rules[1].id = "first";
  Guideline after = before;
  after.rules[1].max = 2;
  const auto changes = diff(before, after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].pointer == "/rules/1/max");
}

TEST_CASE("named data are compared by name", "[diff]") {
  Finding before;
  before.data = {{"a/b", std::int64_t{1}}, {"c", Text("x")}};
  Finding after = before;
  after.data = {{"a/b", std::int64_t{2}}, {"d", Text("y")}};
  const auto changes = diff(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].pointer == "/data/c");
  CHECK(changes[1].message.sv == "Uppgifter ”a/b”: 1 → 2");
  CHECK(changes[1].pointer == "/data/a~1b");
  CHECK(changes[2].message.en == "Added: Data “d” (“y”)");
}

TEST_CASE("long texts are shown shortly, by characters", "[diff]") {
  std::string long_text;
  for (int i = 0; i < 81; ++i) long_text += "å";
  CHECK(cut(long_text) == long_text.substr(0, 160) + "…");
  CHECK(cut(long_text.substr(0, 160)) == long_text.substr(0, 160));
  const Change change = changed([&](Guideline& g) { g.responsible = long_text; }).at(0);
  CHECK(change.after == long_text);
  CHECK(change.message.sv.view().size() < long_text.size() + 60);
}
