#pragma once
// A school year's days as the organiser sets them, counted and held against the law. Which school forms the limits
// bind is the caller's to know.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/message.hpp"
#include "kvalitet/base/period.hpp"
#include "kvalitet/calendar/calendar.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kvalitet {

/// A break (lov), first and last day included; weekends and holidays in it do no harm. The one between the terms
/// (jullov) is free by the terms' dates and need not be listed.
struct Break {
  Text name;
  Period days;
  friend bool operator==(const Break&, const Break&) = default;
};

/// The dates of one school year: the pupils' terms, their breaks and the staff's training days (studiedagar).
struct SchoolYearDates {
  SchoolYear year;
  Period autumn_term;
  Period spring_term;
  std::vector<Break> breaks;
  std::vector<Date> staff_training_days;
  friend bool operator==(const SchoolYearDates&, const SchoolYearDates&) = default;
};

/// Days from the start of the autumn term to the end of the spring term. None of the three counts a Saturday, a Sunday,
/// a public holiday or a de facto holiday, and no day is in two of them.
struct SchoolYearCount {
  int school_days = 0;  ///< working days in a term, outside breaks and training days
  int leave_days = 0;   ///< lovdagar: pupils are free, between the first and the last school day; local days too
  int staff_training_days = 0;  ///< studiedagar, also those in a break, between the terms or on a local day
  friend bool operator==(const SchoolYearCount&, const SchoolYearCount&) = default;
};

/// What skolförordningen asks of a school year.
struct SchoolYearLimits {
  int min_school_days = 178;
  int min_leave_days = 12;
  int max_staff_training_days = 5;
  /// Named in the message of a limit broken.
  Label source{"skolförordningen (2011:185) 3 kap. 2 §", "the School Ordinance (2011:185), chapter 3, section 2"};
};

/// One thing that is wrong with a school year's dates: a finding of the message catalogue and its data.
struct SchoolYearProblem {
  std::string_view code;             ///< see check_school_year
  Data data;                         ///< for render(), with the template of the code
  std::optional<std::size_t> index;  ///< which break or training day, for the codes about one of them
  friend bool operator==(const SchoolYearProblem&, const SchoolYearProblem&) = default;
};

/// Counts any dates within the calendar, sensible or not. Throws UsageError "calendar.out-of-range".
[[nodiscard]] KVALITET_API SchoolYearCount count_school_days(const SchoolYearDates& dates, const Calendar& calendar);

/// Every contradiction in the dates; when there is none, every limit that they break. Never throws for the dates.
/// Contradictions: calendar.school-year-not-covered (alone), autumn-term-reversed, spring-term-reversed, terms-overlap,
/// school-year-months (August to June, 3 kap. 3 §), break-reversed, break-outside-year, training-day-outside-year,
/// training-day-not-working. Limits: calendar.too-few-school-days, too-few-leave-days, too-many-training-days.
[[nodiscard]] KVALITET_API std::vector<SchoolYearProblem> check_school_year(const SchoolYearDates& dates,
                                                                            const Calendar& calendar,
                                                                            const SchoolYearLimits& limits = {});

template <>
struct Describe<Break> {
  static constexpr std::string_view name = "Break";
  static constexpr Label label{"Lov", "Break"};
  static constexpr std::string_view meaning = "A break, first and last day included.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call it, such as \"sportlov\".", required},
      Field{"days", &T::days, Label{"Dagar", "Days"}, "Its days.", required},
  };
};

template <>
struct Describe<SchoolYearDates> {
  static constexpr std::string_view name = "SchoolYearDates";
  static constexpr Label label{"Läsårsdata", "School year dates"};
  static constexpr std::string_view meaning = "The pupils' terms, their breaks and the staff's training days.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"year", &T::year, Label{"Läsår", "School year"}, "Which school year.", required},
      Field{"autumn_term", &T::autumn_term, Label{"Hösttermin", "Autumn term"}, "From the first school day.", required},
      Field{"spring_term", &T::spring_term, Label{"Vårtermin", "Spring term"}, "To the last school day.", required},
      Field{"breaks", &T::breaks, Label{"Lov", "Breaks"}, "Breaks within the terms."},
      Field{"staff_training_days", &T::staff_training_days, Label{"Studiedagar", "Staff training days"},
            "Days for the staff, free for pupils."},
  };
};

template <>
struct Describe<SchoolYearCount> {
  static constexpr std::string_view name = "SchoolYearCount";
  static constexpr Label label{"Läsårets dagar", "Days of the school year"};
  static constexpr std::string_view meaning = "Days from the start of the autumn term to the end of the spring term.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"school_days", &T::school_days, Label{"Skoldagar", "School days"}, "Days with school.", required},
      Field{"leave_days", &T::leave_days, Label{"Lovdagar", "Leave days"}, "Working days free for pupils.", required},
      Field{"staff_training_days", &T::staff_training_days, Label{"Studiedagar", "Staff training days"},
            "Days for the staff.", required},
  };
};

}  // namespace kvalitet
