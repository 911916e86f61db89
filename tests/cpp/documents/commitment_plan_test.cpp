#include "kvalitet/documents/commitment_plan.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

Period days_of_plan(int start_year, int years) {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{start_year};
  plan.years = years;
  return days_of(plan);
}

}  // namespace

TEST_CASE("the days of a plan are those of its school years", "[documents]") {
  CHECK(days_of_plan(2026, 1) == Period{Date(2026, 8, 1), Date(2027, 7, 31)});
  CHECK(days_of_plan(2026, 3) == Period{Date(2026, 8, 1), Date(2029, 7, 31)});
}

TEST_CASE("a plan of no years counts as one", "[documents]") { CHECK(days_of_plan(2026, 0) == days_of_plan(2026, 1)); }

TEST_CASE("the days of a plan stay within what a date can hold", "[documents]") {
  CHECK(days_of_plan(2026, 2'147'483'647).end == Date(9999, 7, 31));
  CHECK(days_of_plan(9998, 1).end == Date(9999, 7, 31));
}
