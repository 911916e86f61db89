#include "kvalitet/calendar/calendar.hpp"

#include "calendar/sweden.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <iterator>

namespace kvalitet {
namespace {

constexpr Date first_date(Calendar::first_year, 1, 1);
constexpr Date last_date(Calendar::last_year, 12, 31);

[[noreturn]] void refuse(std::string_view code, Date date) {
  const Text text = date.is_special() ? Text("?") : Text(to_string(date));
  throw UsageError(
      code,
      {{"date", text}, {"first", std::int64_t{Calendar::first_year}}, {"last", std::int64_t{Calendar::last_year}}});
}

// The place of a date in the calendar; refuses one outside it.
std::size_t position(Date date) {
  if (!(first_date <= date && date <= last_date)) refuse("calendar.out-of-range", date);
  return static_cast<std::size_t>(days_between(first_date, date));
}

DayClass class_of_weekday(int weekday) {
  switch (weekday) {
    case 6: return DayClass::saturday;
    case 7: return DayClass::sunday;
    default: return DayClass::working_day;
  }
}

bool same_month(Date a, Date b) { return a.year() == b.year() && a.month() == b.month(); }

}  // namespace

struct Calendar::Days {
  std::vector<LocalDay> local;
  std::vector<DayClass> classes;  // of every day from first_date to last_date
  std::vector<Date> working_days;

  explicit Days(std::vector<LocalDay> local_days) : local(std::move(local_days)) {
    std::sort(local.begin(), local.end(), [](const LocalDay& a, const LocalDay& b) {
      return a.date != b.date ? a.date < b.date : a.name < b.name;
    });
    classes.reserve(position(last_date) + 1);
    for (int weekday = iso_weekday(first_date); classes.size() <= position(last_date); weekday = weekday % 7 + 1)
      classes.push_back(class_of_weekday(weekday));
    for (int year = first_year; year <= last_year; ++year)
      for (const NamedDay& named : swedish_named_days(year)) classes[position(named.date)] = named.day_class;
    for (const LocalDay& day : local)
      if (DayClass& found = classes[position(day.date)]; found == DayClass::working_day) found = DayClass::local_day;
    for (Date date = first_date; date <= last_date; date += boost::gregorian::date_duration(1))
      if (classes[position(date)] == DayClass::working_day) working_days.push_back(date);
  }

  using Place = std::vector<Date>::const_iterator;
  [[nodiscard]] Place at_or_after(Date date) const {
    return std::lower_bound(working_days.begin(), working_days.end(), date);
  }
  [[nodiscard]] Place after(Date date) const {
    return std::upper_bound(working_days.begin(), working_days.end(), date);
  }
};

Calendar Calendar::sweden(std::vector<LocalDay> local) {
  return Calendar(std::make_shared<const Days>(std::move(local)));
}

std::vector<Holiday> Calendar::holidays(int year) const {
  if (!covers(year))
    throw UsageError(
        "calendar.year-out-of-range",
        {{"year", std::int64_t{year}}, {"first", std::int64_t{first_year}}, {"last", std::int64_t{last_year}}});
  std::vector<Holiday> holidays;
  for (const NamedDay& day : swedish_named_days(year))
    holidays.push_back(Holiday{day.date, day.name.sv, day.name.en, day.day_class});
  return holidays;
}

std::vector<LocalDay> Calendar::local_days() const { return days_->local; }

DayClass Calendar::day_class(Date date) const { return days_->classes[position(date)]; }

std::optional<Text> Calendar::name(Date date) const {
  std::string names;
  const auto add = [&](std::string_view name) {
    if (!names.empty()) names += " och ";
    names += name;
  };
  const DayClass found = day_class(date);
  if (found == DayClass::public_holiday || found == DayClass::de_facto_holiday) {
    for (const NamedDay& day : swedish_named_days(date.year()))
      if (day.date == date) add(day.name.sv);
  } else {
    for (const LocalDay& day : days_->local)
      if (day.date == date) add(day.name);
  }
  if (names.empty()) return std::nullopt;
  return Text(std::move(names));
}

Date Calendar::roll(Date date, Roll convention) const {
  if (is_working_day(date) || convention == Roll::unadjusted) return date;
  const auto place = days_->after(date);
  std::optional<Date> next;
  std::optional<Date> previous;
  if (place != days_->working_days.end()) next = *place;
  if (place != days_->working_days.begin()) previous = *(place - 1);

  std::optional<Date> found;
  switch (convention) {
    case Roll::unadjusted: break;
    case Roll::following: found = next; break;
    case Roll::preceding: found = previous; break;
    case Roll::modified_following: found = next && same_month(*next, date) ? next : previous; break;
    case Roll::modified_preceding: found = previous && same_month(*previous, date) ? previous : next; break;
    case Roll::nearest: found = next && (!previous || *next - date <= date - *previous) ? next : previous; break;
  }
  if (!found) refuse("calendar.beyond-range", date);
  return *found;
}

Date Calendar::add_working_days(Date date, int days) const {
  static_cast<void>(position(date));
  if (days == 0) return date;
  const std::vector<Date>& all = days_->working_days;
  const std::ptrdiff_t at =
      days > 0 ? days_->after(date) - all.begin() + days - 1 : days_->at_or_after(date) - all.begin() + days;
  if (at < 0 || at >= std::ssize(all)) refuse("calendar.beyond-range", date);
  return all[static_cast<std::size_t>(at)];
}

long Calendar::working_days_between(Date from, Date to) const {
  static_cast<void>(position(from));
  static_cast<void>(position(to));
  return from <= to ? days_->after(to) - days_->after(from) : days_->at_or_after(to) - days_->at_or_after(from);
}

bool operator==(const Calendar& a, const Calendar& b) { return a.days_ == b.days_ || a.days_->local == b.days_->local; }

}  // namespace kvalitet
