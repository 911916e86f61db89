#include "kvalitet/calendar/school_year.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr int august = 8;
constexpr int june = 6;
constexpr Label source_of_months{"skolförordningen (2011:185) 3 kap. 3 §",
                                 "the School Ordinance (2011:185), chapter 3, section 3"};

Datum iso(Date date) { return Text(to_string(date)); }

bool reversed(const Period& days) { return days.end < days.start; }

bool in_month(Date date, int year, int month) { return date.year() == year && date.month() == month; }

// A weekday that is no holiday: working days, and those that only a local decision makes free.
bool ordinary_weekday(DayClass day) { return day == DayClass::working_day || day == DayClass::local_day; }

Period school_year_days(const SchoolYearDates& dates) { return Period{dates.autumn_term.start, dates.spring_term.end}; }

bool trained_on(const SchoolYearDates& dates, Date date) {
  return std::find(dates.staff_training_days.begin(), dates.staff_training_days.end(), date) !=
         dates.staff_training_days.end();
}

bool taught_on(const SchoolYearDates& dates, Date date) {
  return (dates.autumn_term.contains(date) || dates.spring_term.contains(date)) &&
         std::none_of(dates.breaks.begin(), dates.breaks.end(), [&](const Break& b) { return b.days.contains(date); });
}

class Checker {
 public:
  Checker(const SchoolYearDates& dates, const Calendar& calendar) : dates_(dates), calendar_(calendar) {}

  std::vector<SchoolYearProblem> all(const SchoolYearLimits& limits) {
    const int start_year = dates_.year.start_year;
    if (!Calendar::covers(start_year) || !Calendar::covers(start_year + 1)) {
      report("calendar.school-year-not-covered", {{"year", std::int64_t{start_year}},
                                                  {"first", std::int64_t{Calendar::first_year}},
                                                  {"last", std::int64_t{Calendar::last_year}}});
      return std::move(problems_);
    }
    check_terms();
    check_breaks(problems_.empty());
    check_training_days();
    if (problems_.empty()) check_limits(limits);
    return std::move(problems_);
  }

 private:
  void report(std::string_view code, Data data, std::optional<std::size_t> index = std::nullopt) {
    problems_.push_back(SchoolYearProblem{code, std::move(data), index});
  }

  void check_terms() {
    const Period& autumn = dates_.autumn_term;
    const Period& spring = dates_.spring_term;
    if (reversed(autumn))
      report("calendar.autumn-term-reversed", {{"start", iso(autumn.start)}, {"end", iso(autumn.end)}});
    if (reversed(spring))
      report("calendar.spring-term-reversed", {{"start", iso(spring.start)}, {"end", iso(spring.end)}});
    if (!reversed(autumn) && !reversed(spring) && spring.start <= autumn.end)
      report("calendar.terms-overlap", {{"start", iso(spring.start)}, {"end", iso(autumn.end)}});
    const int first = dates_.year.start_year;
    if (!in_month(autumn.start, first, august) || !in_month(spring.end, first + 1, june))
      report("calendar.school-year-months", {{"year", Text(to_string(dates_.year))},
                                             {"first", std::int64_t{first}},
                                             {"last", std::int64_t{first + 1}},
                                             {"start", iso(autumn.start)},
                                             {"end", iso(spring.end)},
                                             {"source_sv", Text(source_of_months.sv)},
                                             {"source_en", Text(source_of_months.en)}});
  }

  void check_breaks(bool terms_hold) {
    const Period whole = school_year_days(dates_);
    for (std::size_t i = 0; i < dates_.breaks.size(); ++i) {
      const auto& [name, days] = dates_.breaks[i];
      if (reversed(days))
        report("calendar.break-reversed", {{"name", name}, {"start", iso(days.start)}, {"end", iso(days.end)}}, i);
      else if (terms_hold && !(whole.contains(days.start) && whole.contains(days.end)))
        report("calendar.break-outside-year",
               {{"name", name},
                {"start", iso(days.start)},
                {"end", iso(days.end)},
                {"first", iso(whole.start)},
                {"last", iso(whole.end)}},
               i);
    }
  }

  void check_training_days() {
    const Period whole = days_of(dates_.year);
    for (std::size_t i = 0; i < dates_.staff_training_days.size(); ++i) {
      const Date date = dates_.staff_training_days[i];
      if (!whole.contains(date))
        report("calendar.training-day-outside-year",
               {{"date", iso(date)},
                {"year", Text(to_string(dates_.year))},
                {"first", iso(whole.start)},
                {"last", iso(whole.end)}},
               i);
      else if (!ordinary_weekday(calendar_.day_class(date)))
        report("calendar.training-day-not-working", {{"date", iso(date)}}, i);
    }
  }

  void check_limits(const SchoolYearLimits& limits) {
    const SchoolYearCount count = count_school_days(dates_, calendar_);
    const auto report_limit = [&](std::string_view code, int found, int limit) {
      report(code, {{"year", Text(to_string(dates_.year))},
                    {"found", std::int64_t{found}},
                    {"limit", std::int64_t{limit}},
                    {"difference", std::int64_t{std::max(found, limit) - std::min(found, limit)}},
                    {"source_sv", Text(limits.source.sv)},
                    {"source_en", Text(limits.source.en)}});
    };
    if (count.school_days < limits.min_school_days)
      report_limit("calendar.too-few-school-days", count.school_days, limits.min_school_days);
    if (count.leave_days < limits.min_leave_days)
      report_limit("calendar.too-few-leave-days", count.leave_days, limits.min_leave_days);
    if (count.staff_training_days > limits.max_staff_training_days)
      report_limit("calendar.too-many-training-days", count.staff_training_days, limits.max_staff_training_days);
  }

  const SchoolYearDates& dates_;
  const Calendar& calendar_;
  std::vector<SchoolYearProblem> problems_;
};

}  // namespace

SchoolYearCount count_school_days(const SchoolYearDates& dates, const Calendar& calendar) {
  SchoolYearCount count;
  int free_days = 0;  // since the last school day: leave days once another school day follows
  const Period whole = school_year_days(dates);
  for (Date date = whole.start; date <= whole.end; date += boost::gregorian::date_duration(1)) {
    const DayClass day = calendar.day_class(date);
    if (!ordinary_weekday(day)) continue;
    if (trained_on(dates, date)) {
      ++count.staff_training_days;
    } else if (day == DayClass::working_day && taught_on(dates, date)) {
      if (count.school_days > 0) count.leave_days += free_days;
      free_days = 0;
      ++count.school_days;
    } else {
      ++free_days;
    }
  }
  return count;
}

std::vector<SchoolYearProblem> check_school_year(const SchoolYearDates& dates, const Calendar& calendar,
                                                 const SchoolYearLimits& limits) {
  return Checker(dates, calendar).all(limits);
}

}  // namespace kvalitet
