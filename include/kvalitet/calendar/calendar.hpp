#pragma once
// Which days people work. A calendar is made once and passed to whatever counts days; nothing here knows today.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/period.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace kvalitet {

/// What kind of day a date is. A date that is several of these is the first that fits, in this order: public_holiday,
/// de_facto_holiday, sunday, saturday, local_day, working_day. Names go before weekdays, so that påskdagen is a public
/// holiday although it is a Sunday, and julafton keeps its class in the years when it falls on one.
enum class DayClass : unsigned char {
  working_day,       ///< Monday to Friday and none of the others
  saturday,          ///< a Saturday without a name of its own
  sunday,            ///< a Sunday without a name of its own; all Sundays are helgdagar by lag (1989:253)
  public_holiday,    ///< a helgdag with a name, lag (1989:253) om allmänna helgdagar, as it stood that year
  de_facto_holiday,  ///< midsommarafton, julafton, nyårsafton: not helgdagar, but Sundays in semesterlagen (1977:480)
  local_day,         ///< a weekday that is free by local decision: an eve, a squeeze day (klämdag), a closed day
};

/// A named day of the year, public or de facto.
struct Holiday {
  Date date{1970, 1, 1};
  Text name;     ///< in Swedish, as in running text: "påskdagen", "Kristi himmelsfärdsdag"
  Text name_en;  ///< in English: "Easter Sunday"
  DayClass day_class = DayClass::public_holiday;  ///< public_holiday or de_facto_holiday
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// A day on which nobody works by local decision. On a day that is free anyway it changes nothing but, when that day
/// has no name, its name.
struct LocalDay {
  Date date{1970, 1, 1};
  Text name;
  friend bool operator==(const LocalDay&, const LocalDay&) = default;
};

/// How a date that is not a working day moves to one; a working day never moves.
enum class Roll : unsigned char {
  unadjusted,          ///< it stays
  following,           ///< to the first working day after it
  preceding,           ///< to the last working day before it
  modified_following,  ///< following, or preceding where following would leave the month
  modified_preceding,  ///< preceding, or following where preceding would leave the month
  nearest,             ///< to the nearer of following and preceding; following when they are equally near
};

/// An immutable calendar of whole years. Copies share their days; const use from several threads is safe.
/// Every function throws UsageError "calendar.out-of-range" for a date outside the calendar, and
/// "calendar.beyond-range" when the calendar has no such working day.
class KVALITET_API Calendar {
 public:
  static constexpr int first_year = 1990;
  static constexpr int last_year = 2100;

  /// Sweden's days, with local ones in any order.
  [[nodiscard]] static Calendar sweden(std::vector<LocalDay> local = {});

  [[nodiscard]] static constexpr bool covers(int year) noexcept { return first_year <= year && year <= last_year; }

  /// The named days of a year by date, de facto holidays whatever their weekday; Sundays are not listed. Two may share
  /// a date (2008-05-01). Throws UsageError "calendar.year-out-of-range".
  [[nodiscard]] std::vector<Holiday> holidays(int year) const;
  /// The local days by date.
  [[nodiscard]] std::vector<LocalDay> local_days() const;

  [[nodiscard]] DayClass day_class(Date date) const;
  [[nodiscard]] bool is_working_day(Date date) const { return day_class(date) == DayClass::working_day; }
  /// The Swedish name of a named day, or else the name of a local day; names that share a date are joined by "och".
  [[nodiscard]] std::optional<Text> name(Date date) const;

  [[nodiscard]] Date roll(Date date, Roll convention) const;
  /// The `days`-th working day after `date`, or before it when `days` is negative. `date` itself is never counted,
  /// working day or not (one working day from a Saturday is Monday); 0 gives `date` back, unrolled.
  [[nodiscard]] Date add_working_days(Date date, int days) const;
  /// The working days after `from` up to and including `to`; when `to` is the earlier, minus those before `from` back
  /// to and including `to`. So working_days_between(d, add_working_days(d, n)) is n for every d and n.
  [[nodiscard]] long working_days_between(Date from, Date to) const;

  /// Calendars are equal when their days are.
  friend KVALITET_API bool operator==(const Calendar& a, const Calendar& b);

 private:
  struct Days;
  explicit Calendar(std::shared_ptr<const Days> days) noexcept : days_(std::move(days)) {}
  std::shared_ptr<const Days> days_;
};

template <>
struct Describe<DayClass> {
  static constexpr std::string_view name = "DayClass";
  static constexpr Label label{"Dagtyp", "Day class"};
  static constexpr std::string_view meaning = "What kind of day a date is; the first that fits, names before weekdays.";
  static constexpr auto values = std::array{
      Choice{DayClass::working_day, "working_day", Label{"arbetsdag", "working day"}},
      Choice{DayClass::saturday, "saturday", Label{"lördag", "Saturday"}},
      Choice{DayClass::sunday, "sunday", Label{"söndag", "Sunday"}},
      Choice{DayClass::public_holiday, "public_holiday", Label{"helgdag", "public holiday"}},
      Choice{DayClass::de_facto_holiday, "de_facto_holiday",
             Label{"afton som räknas som söndag", "eve that counts as a Sunday"}},
      Choice{DayClass::local_day, "local_day", Label{"ledig dag enligt lokalt beslut", "free by local decision"}},
  };
};

template <>
struct Describe<Roll> {
  static constexpr std::string_view name = "Roll";
  static constexpr Label label{"Flytt till arbetsdag", "Roll"};
  static constexpr std::string_view meaning = "How a date that is not a working day moves to one.";
  static constexpr auto values = std::array{
      Choice{Roll::unadjusted, "unadjusted", Label{"flyttas inte", "it stays"}},
      Choice{Roll::following, "following", Label{"nästa arbetsdag", "the next working day"}},
      Choice{Roll::preceding, "preceding", Label{"föregående arbetsdag", "the working day before"}},
      Choice{
          Roll::modified_following, "modified_following",
          Label{"nästa arbetsdag i samma månad, annars föregående", "the next in the month, or else the one before"}},
      Choice{
          Roll::modified_preceding, "modified_preceding",
          Label{"föregående arbetsdag i samma månad, annars nästa", "the one before in the month, or else the next"}},
      Choice{Roll::nearest, "nearest", Label{"närmaste arbetsdag", "the nearest working day"}},
  };
};

template <>
struct Describe<Holiday> {
  static constexpr std::string_view name = "Holiday";
  static constexpr Label label{"Helgdag eller afton", "Holiday"};
  static constexpr std::string_view meaning = "A named day of the year, public or de facto.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"date", &T::date, Label{"Datum", "Date"}, "The day.", required},
      Field{"name", &T::name, Label{"Namn", "Name"}, "In Swedish, as in running text.", required},
      Field{"name_en", &T::name_en, Label{"Namn på engelska", "Name in English"}, "In English.", required},
      Field{"day_class", &T::day_class, Label{"Dagtyp", "Day class"}, "`public_holiday` or `de_facto_holiday`.",
            required},
  };
};

template <>
struct Describe<LocalDay> {
  static constexpr std::string_view name = "LocalDay";
  static constexpr Label label{"Lokal dag", "Local day"};
  static constexpr std::string_view meaning = "A day on which nobody works by local decision.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"date", &T::date, Label{"Datum", "Date"}, "The day.", required},
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call it, such as \"klämdag\".", required},
  };
};

}  // namespace kvalitet
