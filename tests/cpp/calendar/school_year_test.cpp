// Counting a school year and holding it against the limits. The dates are invented.
#include "kvalitet/calendar/school_year.hpp"

#include "kvalitet/calendar/iso_week.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>

using namespace kvalitet;

namespace {

using Codes = std::vector<std::string_view>;

SchoolYearDates dates_2026() {
  SchoolYearDates dates;
  dates.year = SchoolYear{2026};
  dates.autumn_term = Period{Date(2026, 8, 18), Date(2026, 12, 18)};
  dates.spring_term = Period{Date(2027, 1, 11), Date(2027, 6, 11)};
  dates.breaks = {Break{"höstlov", *school_days_of(IsoWeek{2026, 44})},
                  Break{"sportlov", *school_days_of(IsoWeek{2027, 7})},
                  Break{"påsklov", Period{Date(2027, 3, 30), Date(2027, 4, 2)}},
                  Break{"lovdag", Period{Date(2027, 5, 7), Date(2027, 5, 7)}}};
  dates.staff_training_days = {Date(2026, 9, 21), Date(2026, 11, 16), Date(2027, 1, 8), Date(2027, 3, 15)};
  return dates;
}

Codes codes(const SchoolYearDates& dates, const SchoolYearLimits& limits = {},
            const Calendar& calendar = Calendar::sweden()) {
  Codes found;
  for (const SchoolYearProblem& problem : check_school_year(dates, calendar, limits)) found.push_back(problem.code);
  return found;
}

}  // namespace

TEST_CASE("a school year is counted", "[calendar]") {
  // School days: 89 + 107 weekdays of the terms without holidays, less 15 days of breaks and 3 of training.
  // Leave days: those 15, and between the terms 21-23 and 28-30 December, 4, 5 and 7 January; 8 January is training.
  CHECK(count_school_days(dates_2026(), Calendar::sweden()) == SchoolYearCount{178, 24, 4});
}

TEST_CASE("a local day is leave, unless staff are trained on it", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  const SchoolYearCount plain = count_school_days(dates, Calendar::sweden());
  const Calendar closed = Calendar::sweden({{Date(2026, 10, 9), "stängt"}});
  CHECK(count_school_days(dates, closed) ==
        SchoolYearCount{plain.school_days - 1, plain.leave_days + 1, plain.staff_training_days});
  dates.staff_training_days.push_back(Date(2026, 10, 9));
  CHECK(count_school_days(dates, closed) ==
        SchoolYearCount{plain.school_days - 1, plain.leave_days, plain.staff_training_days + 1});
}

TEST_CASE("no day is counted twice or outside the school year", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  const SchoolYearCount plain = count_school_days(dates, Calendar::sweden());

  SECTION("a training day listed twice") { dates.staff_training_days.push_back(Date(2026, 9, 21)); }
  SECTION("a training day before the autumn term") { dates.staff_training_days.push_back(Date(2026, 8, 14)); }
  SECTION("a break listed twice") { dates.breaks.push_back(dates.breaks.front()); }
  SECTION("a break with its weekends") { dates.breaks.front().days = *days_of(IsoWeek{2026, 44}); }
  SECTION("the break between the terms") {
    dates.breaks.push_back(Break{"jullov", Period{Date(2026, 12, 19), Date(2027, 1, 10)}});
  }
  SECTION("a term that ends on a Sunday") { dates.spring_term.end = Date(2027, 6, 13); }
  CHECK(count_school_days(dates, Calendar::sweden()) == plain);
}

TEST_CASE("free days before the first and after the last school day are no leave", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  const SchoolYearCount plain = count_school_days(dates, Calendar::sweden());
  dates.breaks.push_back(Break{"före", Period{Date(2026, 8, 18), Date(2026, 8, 19)}});
  dates.breaks.push_back(Break{"efter", Period{Date(2027, 6, 10), Date(2027, 6, 11)}});
  CHECK(count_school_days(dates, Calendar::sweden()) ==
        SchoolYearCount{plain.school_days - 4, plain.leave_days, plain.staff_training_days});
}

TEST_CASE("a leap day is a school day", "[calendar]") {
  SchoolYearDates dates;
  dates.year = SchoolYear{2027};
  dates.autumn_term = Period{Date(2027, 8, 17), Date(2027, 8, 17)};
  dates.spring_term = Period{Date(2028, 2, 28), Date(2028, 3, 1)};
  CHECK(count_school_days(dates, Calendar::sweden()).school_days == 4);
}

TEST_CASE("a year without a school day has no leave", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  dates.breaks = {Break{"lov", Period{Date(2026, 8, 1), Date(2027, 7, 31)}}};
  dates.staff_training_days.clear();
  CHECK(count_school_days(dates, Calendar::sweden()) == SchoolYearCount{});
}

TEST_CASE("each limit is judged at its border", "[calendar]") {
  const SchoolYearDates dates = dates_2026();
  const SchoolYearLimits at_border{178, 24, 4};
  CHECK(codes(dates, at_border).empty());
  CHECK(codes(dates, SchoolYearLimits{179, 24, 4}) == Codes{"calendar.too-few-school-days"});
  CHECK(codes(dates, SchoolYearLimits{178, 25, 4}) == Codes{"calendar.too-few-leave-days"});
  CHECK(codes(dates, SchoolYearLimits{178, 24, 3}) == Codes{"calendar.too-many-training-days"});
  CHECK(codes(dates, SchoolYearLimits{179, 25, 3}).size() == 3);
}

TEST_CASE("the law's limits are the default", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  CHECK(codes(dates).empty());
  dates.spring_term.end = Date(2027, 6, 10);
  CHECK(codes(dates) == Codes{"calendar.too-few-school-days"});

  dates = dates_2026();
  dates.breaks.clear();
  dates.spring_term.start = Date(2027, 1, 4);
  CHECK(codes(dates) == Codes{"calendar.too-few-leave-days"});

  dates = dates_2026();
  dates.spring_term.end = Date(2027, 6, 30);
  dates.staff_training_days.push_back(Date(2027, 5, 10));
  CHECK(codes(dates).empty());
  dates.staff_training_days.push_back(Date(2027, 5, 11));
  CHECK(codes(dates) == Codes{"calendar.too-many-training-days"});
}

TEST_CASE("a broken limit says what is wrong, by which rule, and what helps", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  dates.staff_training_days.push_back(Date(2027, 5, 10));
  const auto problems = check_school_year(dates, Calendar::sweden());
  REQUIRE(problems.size() == 1);
  const MessageTemplate& entry = message_template(problems[0].code);
  CHECK(render(entry.message, problems[0].data).sv ==
        "Läsåret 2026/27 har 177 skoldagar, men ska ha minst 178 (skolförordningen (2011:185) 3 kap. 2 §).");
  CHECK(render(entry.hint, problems[0].data).sv == "Lägg till 1 skoldag: förläng en termin eller korta ett lov.");
}

TEST_CASE("dates that contradict themselves are reported, and limits are not judged", "[calendar]") {
  struct Case {
    std::function<void(SchoolYearDates&)> change;
    Codes codes;
    std::optional<std::size_t> index;
  };
  const auto contradiction = GENERATE(
      Case{[](auto& d) { d.year.start_year = 1989; }, {"calendar.school-year-not-covered"}, {}},
      Case{[](auto& d) { d.year.start_year = 2100; }, {"calendar.school-year-not-covered"}, {}},
      Case{[](auto& d) { d.year.start_year = 2147483647; }, {"calendar.school-year-not-covered"}, {}},
      Case{[](auto& d) { d.autumn_term.end = Date(2026, 8, 17); }, {"calendar.autumn-term-reversed"}, {}},
      Case{[](auto& d) { d.spring_term.start = Date(2027, 6, 12); }, {"calendar.spring-term-reversed"}, {}},
      Case{[](auto& d) { d.spring_term.start = Date(2026, 12, 18); }, {"calendar.terms-overlap"}, {}},
      Case{[](auto& d) { d.autumn_term.start = Date(2026, 7, 31); }, {"calendar.school-year-months"}, {}},
      Case{[](auto& d) { d.autumn_term.start = Date(2026, 9, 1); }, {"calendar.school-year-months"}, {}},
      // now höstlov lies before the terms, but it is the term that is wrong
      Case{[](auto& d) { d.autumn_term.start = Date(2026, 11, 2); }, {"calendar.school-year-months"}, {}},
      Case{[](auto& d) { d.spring_term.end = Date(2027, 7, 1); }, {"calendar.school-year-months"}, {}},
      Case{[](auto& d) { d.spring_term.end = Date(2028, 6, 11); }, {"calendar.school-year-months"}, {}},
      Case{[](auto& d) { d.breaks[2].days.end = Date(2027, 3, 29); }, {"calendar.break-reversed"}, 2},
      Case{[](auto& d) {
             d.breaks[1].days = *school_days_of(IsoWeek{2026, 7});
           },
           {"calendar.break-outside-year"},
           1},
      Case{[](auto& d) { d.breaks[3].days.end = Date(2027, 6, 12); }, {"calendar.break-outside-year"}, 3},
      Case{[](auto& d) { d.staff_training_days[0] = Date(2025, 9, 22); }, {"calendar.training-day-outside-year"}, 0},
      Case{[](auto& d) { d.staff_training_days[3] = Date(2027, 3, 14); }, {"calendar.training-day-not-working"}, 3},
      Case{[](auto& d) { d.staff_training_days[3] = Date(2026, 12, 24); }, {"calendar.training-day-not-working"}, 3},
      Case{[](auto& d) {
             d.autumn_term.end = Date(2026, 8, 17);
             d.breaks[0].days.end = Date(2026, 10, 25);
             d.staff_training_days[3] = Date(2027, 3, 14);
           },
           {"calendar.autumn-term-reversed", "calendar.break-reversed", "calendar.training-day-not-working"},
           {}});
  SchoolYearDates dates = dates_2026();
  contradiction.change(dates);
  const auto problems = check_school_year(dates, Calendar::sweden());
  CHECK(codes(dates) == contradiction.codes);
  CHECK(problems.front().index == contradiction.index);
  for (const SchoolYearProblem& problem : problems) {
    const MessageTemplate& entry = message_template(problem.code);
    CHECK(entry.kind == MessageTemplate::Kind::finding);
    CHECK_FALSE(render(entry.message, problem.data).sv.empty());
    CHECK_FALSE(render(entry.hint, problem.data).en.empty());
  }
}

TEST_CASE("dates far outside the calendar are problems too, never errors", "[calendar]") {
  SchoolYearDates dates = dates_2026();
  dates.autumn_term = Period{Date(1400, 1, 1), Date(9999, 12, 31)};
  dates.spring_term = Period{Date(9999, 12, 31), Date(9999, 12, 31)};
  dates.staff_training_days = {Date(1400, 1, 1)};
  CHECK(codes(dates) ==
        Codes{"calendar.terms-overlap", "calendar.school-year-months", "calendar.training-day-outside-year"});
}
