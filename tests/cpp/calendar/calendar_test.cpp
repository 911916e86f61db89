// Day classes, names, working-day arithmetic and the edges of the calendar.
#include "kvalitet/calendar/calendar.hpp"

#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <array>
#include <thread>
#include <type_traits>

using namespace kvalitet;

namespace {

constexpr Date first(1990, 1, 1);
constexpr Date last(2100, 12, 31);
constexpr std::array all_rolls{Roll::unadjusted,         Roll::following,          Roll::preceding,
                               Roll::modified_following, Roll::modified_preceding, Roll::nearest};

std::vector<LocalDay> squeeze_days() { return {{Date(2027, 5, 7), "klämdag"}, {Date(2027, 1, 5), "trettondagsafton"}}; }

template <class Call>
std::string refused_as(Call call) {
  try {
    call();
  } catch (const UsageError& error) {
    return std::string(error.code());
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a date has the first class that fits it", "[calendar]") {
  const Calendar calendar = Calendar::sweden({{Date(2027, 5, 7), "klämdag"},
                                              {Date(2027, 5, 8), "stängt"},
                                              {Date(2027, 5, 6), "stängt"},
                                              {Date(2027, 12, 24), "stängt"}});
  CHECK(calendar.day_class(Date(2027, 5, 5)) == DayClass::working_day);
  CHECK(calendar.day_class(Date(2027, 5, 6)) == DayClass::public_holiday);  // Kristi himmelsfärdsdag, though local too
  CHECK(calendar.day_class(Date(2027, 5, 7)) == DayClass::local_day);
  CHECK(calendar.day_class(Date(2027, 5, 8)) == DayClass::saturday);  // though local too
  CHECK(calendar.day_class(Date(2027, 5, 9)) == DayClass::sunday);
  CHECK(calendar.day_class(Date(2027, 12, 24)) == DayClass::de_facto_holiday);
  CHECK(calendar.day_class(Date(2027, 3, 28)) == DayClass::public_holiday);     // påskdagen, a Sunday
  CHECK(calendar.day_class(Date(2028, 12, 24)) == DayClass::de_facto_holiday);  // julafton, a Sunday
  CHECK(calendar.day_class(Date(2026, 6, 6)) == DayClass::public_holiday);      // nationaldagen, a Saturday
  CHECK(calendar.day_class(Date(2028, 2, 29)) == DayClass::working_day);
}

TEST_CASE("only Monday to Friday without a name works", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  for (Date date = first; date <= last; date += boost::gregorian::date_duration(1)) {
    const DayClass found = calendar.day_class(date);
    if (calendar.is_working_day(date) != (found == DayClass::working_day)) FAIL(to_string(date));
    const int weekday = iso_weekday(date);
    if (found == DayClass::working_day || found == DayClass::local_day) {
      if (weekday > 5) FAIL(to_string(date));
    } else if (found == DayClass::saturday || found == DayClass::sunday) {
      if (weekday != (found == DayClass::saturday ? 6 : 7)) FAIL(to_string(date));
    } else if (!calendar.name(date)) {
      FAIL(to_string(date));
    }
  }
  SUCCEED();
}

TEST_CASE("days have names", "[calendar]") {
  const Calendar calendar =
      Calendar::sweden({{Date(2027, 5, 7), "klämdag"}, {Date(2027, 5, 6), "stängt"}, {Date(2027, 5, 8), "stängt"}});
  CHECK(calendar.name(Date(2027, 5, 6)) == Text("Kristi himmelsfärdsdag"));
  CHECK(calendar.name(Date(2027, 5, 7)) == Text("klämdag"));
  CHECK(calendar.name(Date(2027, 5, 8)) == Text("stängt"));
  CHECK(calendar.name(Date(2027, 12, 24)) == Text("julafton"));
  CHECK_FALSE(calendar.name(Date(2027, 5, 5)));
  CHECK_FALSE(calendar.name(Date(2027, 5, 9)));
}

TEST_CASE("two names may share a day", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  CHECK(calendar.name(Date(2008, 5, 1)) == Text("första maj och Kristi himmelsfärdsdag"));
  int listed = 0;
  for (const Holiday& holiday : calendar.holidays(2008)) listed += holiday.date == Date(2008, 5, 1) ? 1 : 0;
  CHECK(listed == 2);
}

TEST_CASE("local days are kept by date and make calendars differ", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  CHECK(calendar.local_days() ==
        std::vector<LocalDay>{{Date(2027, 1, 5), "trettondagsafton"}, {Date(2027, 5, 7), "klämdag"}});
  const std::vector<LocalDay> reordered{{Date(2027, 1, 5), "trettondagsafton"}, {Date(2027, 5, 7), "klämdag"}};
  CHECK(calendar == Calendar::sweden(reordered));
  CHECK_FALSE(calendar == Calendar::sweden());
  CHECK(calendar.holidays(2027) == Calendar::sweden().holidays(2027));
}

TEST_CASE("a date rolls by its convention", "[calendar]") {
  struct Case {
    Date date, following, preceding, modified_following, modified_preceding, nearest;
  };
  const auto [date, following, preceding, modified_following, modified_preceding, nearest] = GENERATE(
      // långfredagen 2027: Tuesday is five days later, Thursday one day earlier
      Case{Date(2027, 3, 26), Date(2027, 3, 30), Date(2027, 3, 25), Date(2027, 3, 30), Date(2027, 3, 25),
           Date(2027, 3, 25)},
      // annandag påsk
      Case{Date(2027, 3, 29), Date(2027, 3, 30), Date(2027, 3, 25), Date(2027, 3, 30), Date(2027, 3, 25),
           Date(2027, 3, 30)},
      // a Sunday that ends a month
      Case{Date(2027, 2, 28), Date(2027, 3, 1), Date(2027, 2, 26), Date(2027, 2, 26), Date(2027, 2, 26),
           Date(2027, 3, 1)},
      // a Saturday that begins a month
      Case{Date(2027, 5, 1), Date(2027, 5, 3), Date(2027, 4, 30), Date(2027, 5, 3), Date(2027, 5, 3),
           Date(2027, 4, 30)},
      // trettondedag jul 2027, a Wednesday as near to Tuesday as to Thursday
      Case{Date(2027, 1, 6), Date(2027, 1, 7), Date(2027, 1, 5), Date(2027, 1, 7), Date(2027, 1, 5), Date(2027, 1, 7)});
  const Calendar calendar = Calendar::sweden();
  CAPTURE(to_string(date));
  CHECK(calendar.roll(date, Roll::unadjusted) == date);
  CHECK(calendar.roll(date, Roll::following) == following);
  CHECK(calendar.roll(date, Roll::preceding) == preceding);
  CHECK(calendar.roll(date, Roll::modified_following) == modified_following);
  CHECK(calendar.roll(date, Roll::modified_preceding) == modified_preceding);
  CHECK(calendar.roll(date, Roll::nearest) == nearest);
}

TEST_CASE("rolling passes local days", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  CHECK(calendar.roll(Date(2027, 5, 6), Roll::following) == Date(2027, 5, 10));
  CHECK(calendar.roll(Date(2027, 1, 6), Roll::nearest) == Date(2027, 1, 7));
  CHECK(calendar.roll(Date(2027, 1, 6), Roll::preceding) == Date(2027, 1, 4));
}

TEST_CASE("rolling ends on a working day and then stays", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  const Roll convention = GENERATE(from_range(all_rolls));
  for (Date date(2026, 1, 1); date <= Date(2029, 1, 1); date += boost::gregorian::date_duration(1)) {
    const Date once = calendar.roll(date, convention);
    if (calendar.roll(once, convention) != once) FAIL(to_string(date));
    if (convention != Roll::unadjusted && !calendar.is_working_day(once)) FAIL(to_string(date));
    if (calendar.is_working_day(date) && once != date) FAIL(to_string(date));
  }
  SUCCEED();
}

TEST_CASE("working days are added from the day after", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  CHECK(calendar.add_working_days(Date(2027, 3, 25), 1) == Date(2027, 3, 30));  // over Easter
  CHECK(calendar.add_working_days(Date(2027, 3, 30), -1) == Date(2027, 3, 25));
  CHECK(calendar.add_working_days(Date(2027, 2, 27), 1) == Date(2027, 3, 1));  // from a Saturday
  CHECK(calendar.add_working_days(Date(2027, 2, 27), -1) == Date(2027, 2, 26));
  CHECK(calendar.add_working_days(Date(2027, 2, 27), 0) == Date(2027, 2, 27));
  CHECK(calendar.add_working_days(Date(2028, 2, 28), 1) == Date(2028, 2, 29));
  CHECK(calendar.add_working_days(Date(2027, 9, 1), 10) == Date(2027, 9, 15));
}

TEST_CASE("working days are counted without the first day and with the last", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  CHECK(calendar.working_days_between(Date(2027, 9, 6), Date(2027, 9, 6)) == 0);
  CHECK(calendar.working_days_between(Date(2027, 9, 6), Date(2027, 9, 10)) == 4);
  CHECK(calendar.working_days_between(Date(2027, 9, 10), Date(2027, 9, 6)) == -4);
  CHECK(calendar.working_days_between(Date(2027, 9, 10), Date(2027, 9, 12)) == 0);
  CHECK(calendar.working_days_between(Date(2027, 9, 12), Date(2027, 9, 10)) == -1);
  CHECK(calendar.working_days_between(Date(2026, 12, 31), Date(2027, 12, 31)) == 253);
}

TEST_CASE("adding undoes itself and agrees with counting", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  const int n = GENERATE(-260, -22, -5, -2, -1, 0, 1, 2, 5, 22, 260);
  CAPTURE(n);
  for (Date date(2025, 12, 1); date <= Date(2028, 3, 1); date += boost::gregorian::date_duration(1)) {
    const Date moved = calendar.add_working_days(date, n);
    if (calendar.working_days_between(date, moved) != n) FAIL(to_string(date));
    if (n != 0 && !calendar.is_working_day(moved)) FAIL(to_string(date));
    if (calendar.is_working_day(date) && calendar.add_working_days(moved, -n) != date) FAIL(to_string(date));
  }
  SUCCEED();
}

TEST_CASE("counting agrees with looking at each day", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  const Date from = GENERATE(Date(2026, 12, 20), Date(2027, 1, 5), Date(2027, 5, 7));
  long counted = 0;
  for (Date to = from; to <= Date(2028, 1, 1); to += boost::gregorian::date_duration(1)) {
    if (to != from && calendar.is_working_day(to)) ++counted;
    if (calendar.working_days_between(from, to) != counted) FAIL(to_string(to));
  }
  CHECK(counted > 150);
}

TEST_CASE("the calendar ends at its edges", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  CHECK(calendar.day_class(first) == DayClass::public_holiday);
  CHECK(calendar.day_class(last) == DayClass::de_facto_holiday);
  CHECK(calendar.name(last) == Text("nyårsafton"));
  CHECK(calendar.holidays(1990).front().date == first);
  CHECK(calendar.holidays(2100).back().date == last);

  const std::string outside = "calendar.out-of-range";
  for (const Date date : {Date(1989, 12, 31), Date(2101, 1, 1), Date(1400, 1, 1), Date(9999, 12, 31), Date()}) {
    CHECK(refused_as([&] { static_cast<void>(calendar.day_class(date)); }) == outside);
    CHECK(refused_as([&] { static_cast<void>(calendar.name(date)); }) == outside);
    CHECK(refused_as([&] { static_cast<void>(calendar.add_working_days(date, 0)); }) == outside);
    CHECK(refused_as([&] { static_cast<void>(calendar.working_days_between(date, first)); }) == outside);
    CHECK(refused_as([&] { static_cast<void>(calendar.working_days_between(first, date)); }) == outside);
    CHECK(refused_as([&] { static_cast<void>(Calendar::sweden({{date, "klämdag"}})); }) == outside);
    for (const Roll convention : all_rolls)
      CHECK(refused_as([&] { static_cast<void>(calendar.roll(date, convention)); }) == outside);
  }
  for (const int year : {1989, 2101, -1, 100000})
    CHECK(refused_as([&] { static_cast<void>(calendar.holidays(year)); }) == "calendar.year-out-of-range");
}

TEST_CASE("rolling and adding stop at the edges", "[calendar]") {
  const Calendar calendar = Calendar::sweden();
  const std::string beyond = "calendar.beyond-range";
  const Date first_working(1990, 1, 2);
  const Date last_working(2100, 12, 30);

  CHECK(refused_as([&] { static_cast<void>(calendar.roll(last, Roll::following)); }) == beyond);
  CHECK(refused_as([&] { static_cast<void>(calendar.roll(first, Roll::preceding)); }) == beyond);
  CHECK(calendar.roll(last, Roll::modified_following) == last_working);
  CHECK(calendar.roll(first, Roll::modified_preceding) == first_working);
  CHECK(calendar.roll(last, Roll::nearest) == last_working);
  CHECK(calendar.roll(first, Roll::nearest) == first_working);

  CHECK(calendar.add_working_days(last, -1) == last_working);
  CHECK(calendar.add_working_days(first, 1) == first_working);
  CHECK(calendar.add_working_days(last_working, 0) == last_working);
  CHECK(refused_as([&] { static_cast<void>(calendar.add_working_days(last_working, 1)); }) == beyond);
  CHECK(refused_as([&] { static_cast<void>(calendar.add_working_days(first_working, -1)); }) == beyond);
  const int far = GENERATE(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
  CHECK(refused_as([&] { static_cast<void>(calendar.add_working_days(Date(2027, 9, 1), far)); }) == beyond);

  const long all = calendar.working_days_between(first, last);
  CHECK(calendar.add_working_days(first, static_cast<int>(all)) == last_working);
}

TEST_CASE("a calendar without working days refuses to roll", "[calendar]") {
  std::vector<LocalDay> every_day;
  for (Date date = first; date <= last; date += boost::gregorian::date_duration(1))
    every_day.push_back({date, "stängt"});
  const Calendar closed = Calendar::sweden(every_day);
  const Roll convention =
      GENERATE(Roll::following, Roll::preceding, Roll::modified_following, Roll::modified_preceding, Roll::nearest);
  CHECK(refused_as([&] { static_cast<void>(closed.roll(Date(2027, 9, 1), convention)); }) == "calendar.beyond-range");
  CHECK(closed.working_days_between(first, last) == 0);
}

TEST_CASE("an error says which date and which years", "[calendar]") {
  try {
    static_cast<void>(Calendar::sweden().day_class(Date(1989, 12, 31)));
    FAIL("accepted");
  } catch (const UsageError& error) {
    CHECK(error.message().sv == "Datumet 1989-12-31 ligger utanför kalendern, som omfattar åren 1990–2100.");
  }
}

TEST_CASE("copies share their days between threads", "[calendar]") {
  const Calendar calendar = Calendar::sweden(squeeze_days());
  std::array<long, 4> counted{};
  std::vector<std::thread> threads;
  for (long& count : counted)
    threads.emplace_back([calendar, &count] { count = calendar.working_days_between(first, last); });
  for (std::thread& thread : threads) thread.join();
  for (const long count : counted) CHECK(count == calendar.working_days_between(first, last));
  STATIC_REQUIRE(std::is_copy_constructible_v<Calendar>);
}
