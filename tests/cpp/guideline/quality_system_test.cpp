#include "kvalitet/guideline/quality_system.hpp"

#include "base/walk.hpp"
#include "guideline/tiny.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/guideline/validate.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kvalitet;

namespace {

template <class E, class F>
std::string code_of(const F& call) {
  try {
    call();
  } catch (const E& error) {
    return std::string(error.code());
  }
  return "no error";
}

Guideline version(const char* id, Date from, std::optional<Date> to = {}) {
  Guideline guideline;
  guideline.id = id;
  guideline.valid_from = from;
  guideline.valid_to = to;
  return guideline;
}

}  // namespace

TEST_CASE("a guideline comes with the library, whole and sound", "[system]") {
  const std::vector<Id> ids = builtin_guidelines();
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::find(ids.begin(), ids.end(), Id("vetlanda-2024")) != ids.end());
  for (const Id& id : ids) {
    const QualitySystem system = QualitySystem::builtin(id);
    CHECK(system.guideline.id == id);
    CHECK(system.policy.guideline == id);
    CHECK(system.policy.is_default);
    CHECK(validate(system.guideline).empty());
    CHECK(validate(system.policy, system.guideline).empty());
  }
}

TEST_CASE("all words of a guideline that comes with the library are in both languages", "[system]") {
  for (const Id& id : builtin_guidelines()) {
    const QualitySystem system = QualitySystem::builtin(id);
    std::size_t readings = 0;
    const auto check = [&](const Visit& visit) {
      if (const auto* words = visit.as<Localised>()) {
        CAPTURE(visit.pointer, words->sv.str());
        CHECK(words->sv.empty() == words->en.empty());
        readings += visit.field->key == "reading" && !words->sv.empty() ? 1 : 0;
      }
      return true;
    };
    walk(type_info<Guideline>(), &system.guideline, check);
    walk(type_info<LocalPolicy>(), &system.policy, check);
    CHECK(readings > 0);
  }
}

TEST_CASE("an unknown guideline is answered with those that exist", "[system]") {
  for (const char* id : {"vetlanda", "", "vetlanda-2024.policy", "\xFF"}) {
    try {
      const Guideline guideline = builtin_guideline(id);
      FAIL("found");
    } catch (const NotFoundError& error) {
      CHECK(error.code() == "guideline.not-found");
      CHECK(error.hint().sv.view().find("vetlanda-2024") != std::string_view::npos);
    }
  }
  CHECK(code_of<NotFoundError>([] { return QualitySystem::builtin("x"); }) == "guideline.not-found");
}

TEST_CASE("the calendar has the policy's local days, as far as it reaches", "[system]") {
  LocalPolicy policy = tiny_policy();
  policy.local_days.push_back(LocalDay{Date(1900, 1, 2), "för länge sedan"});
  const QualitySystem system = QualitySystem::make(tiny_guideline(), policy);
  CHECK(system.calendar.day_class(Date(2026, 5, 15)) == DayClass::local_day);
  CHECK(system.calendar.local_days().size() == 1);
  CHECK(system.policy == policy);
}

TEST_CASE("a policy belongs to one guideline", "[system]") {
  LocalPolicy policy = tiny_policy();
  policy.guideline = "another";
  CHECK(code_of<UsageError>([&] { return QualitySystem::make(tiny_guideline(), policy); }) ==
        "guideline.policy-for-another");
}

TEST_CASE("the version in force is found by date", "[system]") {
  const std::vector<Guideline> versions{
      version("new", Date(2024, 6, 4)),
      version("old", Date(2019, 1, 1)),
      version("brief", Date(2024, 8, 1), Date(2024, 8, 31)),
  };
  const auto id_on = [&](Date date) {
    const Guideline* found = in_force(versions, date);
    return found == nullptr ? std::string("none") : found->id.str();
  };
  CHECK(id_on(Date(2018, 12, 31)) == "none");
  CHECK(id_on(Date(2019, 1, 1)) == "old");
  CHECK(id_on(Date(2024, 6, 3)) == "old");
  CHECK(id_on(Date(2024, 6, 4)) == "new");
  CHECK(id_on(Date(2024, 8, 31)) == "brief");
  CHECK(id_on(Date(2024, 9, 1)) == "new");
  CHECK(in_force({}, Date(2024, 9, 1)) == nullptr);
}
