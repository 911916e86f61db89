#include "io/svg/years.hpp"

#include "base/words.hpp"
#include "kvalitet/calendar/school_year.hpp"

namespace kvalitet::svg {
std::string as_school_year(const Period& period) {
  const auto ymd = period.start.year_month_day();
  if (ymd.year < 1400 || ymd.year > 9998) return {};
  const SchoolYear year{static_cast<int>(ymd.year)};
  return days_of(year).start == period.start && days_of(year).end == period.end ? to_string(year) : std::string();
}

std::string years_of(const Period& period, Language language) {
  const std::string year = as_school_year(period);
  return year.empty() ? in_words(period).in(language).str() : year;
}

std::string years_in_words(const Period& period, Language language) {
  const std::string year = as_school_year(period);
  return year.empty() ? in_words(period).in(language).str() : std::string(school_year_word.in(language)) + " " + year;
}

}  // namespace kvalitet::svg
