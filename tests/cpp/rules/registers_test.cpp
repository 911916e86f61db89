// The register of deviations from duties, and the description of a municipality. Units and people are invented.
#include "kvalitet/io/json.hpp"
#include "kvalitet/rules/check.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

const QualitySystem& a_system() {
  static const QualitySystem built = QualitySystem::builtin("vetlanda-2024");
  return built;
}

using Found = std::vector<std::pair<std::string, std::string>>;  // code and pointer

template <class Register>
Found found(const Read<Register>& read, Date as_of = Date(2026, 10, 15)) {
  Found all;
  for (const Finding& finding : check(read, a_system(), {as_of})) {
    all.emplace_back(finding.code.str(), finding.pointer.str());
    CHECK((finding.place && !finding.where.sv.empty() && !finding.where.en.empty()));
  }
  return all;
}

}  // namespace

TEST_CASE("a decision to depart from a duty says who took it, why and when, and ends", "[rules][deviations]") {
  const auto read = [](const std::string& fields) {
    return read_deviations(R"({"format_version": 1, "deviations": [{)" + fields + "}]}");
  };
  const std::string whole =
      R"("duty": "planning-done", "units": ["gransoskolan"], "decided_by": "Skolchefen", "reason": "Skolan flyttar.",
         "decided_on": "2026-08-20", )";
  CHECK(found(read(whole + R"("until": "2026-10-15")")).empty());  // its last day
  CHECK(found(read(whole + R"("until": "2026-10-14")")) ==
        Found{{"document.deviation-expired", "/deviations/0/until"}});
  CHECK(found(read(whole + R"("until": "2026-08-19")"), Date(2026, 8, 19)) ==
        Found{{"document.deviation-reversed", "/deviations/0/decided_on"}});
  CHECK(found(read(R"("duty": "drink-tea", "decided_by": " ", "reason": "", "until": "2027-01-01")")) ==
        Found{{"document.deviation-from-unknown-duty", "/deviations/0/duty"},
              {"document.deviation-incomplete", "/deviations/0/decided_by"},
              {"document.deviation-incomplete", "/deviations/0/reason"},
              {"document.deviation-incomplete", "/deviations/0/decided_on"}});
}

TEST_CASE("a municipality has each name and code once, and one leader of a unit at a time", "[rules][municipality]") {
  const auto read = [](const std::string& units, const std::string& principals) {
    return read_municipality(R"({"format_version": 1, "name": "Exempelby", "units": [)" + units +
                             R"(], "principals": [)" + principals + "]}");
  };
  const std::string school =
      R"({"id": "gransoskolan", "name": "Gransöskolan", "school_forms": ["GR"], "codes": [{"code": "12345678"}]})";
  const std::string preschool = R"({"id": "kotten", "name": "Kotten", "school_forms": ["FS"]})";
  const auto leads = [](const std::string& id, const std::string& more) {
    return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "leads": [{"units": ["gransoskolan"])" + more + "}]}";
  };
  const std::string ann = leads("ann", R"(, "to": "2026-12-31")");

  CHECK(found(read(school + ", " + preschool, ann)).empty());
  CHECK(found(read(school, ann + ", " + leads("bo", R"(, "from": "2027-01-01")"))).empty());
  CHECK(found(read(school, ann + ", " + leads("bo", R"(, "from": "2026-12-31")"))) ==
        Found{{"municipality.led-twice", "/principals/1/leads/0/units/0"}});
  CHECK(found(read(school, ann + ", " + leads("bo", R"(, "kind": "acting")"))).empty());
  CHECK(
      found(read(school, leads("ann", R"(, "kind": "shared")") + ", " + leads("bo", R"(, "kind": "shared")"))).empty());
  CHECK(found(read(school, leads("ann", R"(, "kind": "shared")") + ", " + leads("bo", ""))) ==
        Found{{"municipality.led-twice", "/principals/1/leads/0/units/0"}});
  CHECK(found(read(preschool, ann)) == Found{{"municipality.unknown-unit", "/principals/0/leads/0/units/0"}});
  CHECK(found(read(preschool + ", " + preschool, "")) == Found{{"document.duplicate-name", "/units/1/id"}});
  CHECK(found(read("", leads("ann", R"(, "from": "2026-02-01", "to": "2026-01-31")"))) ==
        Found{{"municipality.unknown-unit", "/principals/0/leads/0/units/0"},
              {"document.dates-reversed", "/principals/0/leads/0/to"}});

  const auto coded = [](const std::string& id, const std::string& more) {
    return R"({"id": ")" + id + R"(", "name": ")" + id + R"(", "school_forms": ["GR"], "codes": [{"code": "12345678")" +
           more + "}]}";
  };
  CHECK(
      found(read(coded("a", R"(, "to": "2025-07-31")") + ", " + coded("b", R"(, "from": "2025-08-01")"), "")).empty());
  CHECK(found(read(coded("a", R"(, "to": "2025-08-01")") + ", " + coded("b", R"(, "from": "2025-08-01")"), "")) ==
        Found{{"municipality.code-twice", "/units/1/codes/0/code"}});
}
