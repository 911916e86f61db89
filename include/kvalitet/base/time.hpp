#pragma once
// Times: of a day, as a clock on the wall shows it, and moments, which are the same everywhere.
#include "kvalitet/base/date.hpp"
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

namespace kvalitet {

/// Of any day, in Sweden.
struct TimeOfDay {
  int hour = 0;    ///< 0-23
  int minute = 0;  ///< 0-59
  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// Strict `HH:MM`, `00:00` to `23:59`; otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<TimeOfDay> parse_time_of_day(std::string_view text) noexcept;
[[nodiscard]] KVALITET_API std::string to_string(TimeOfDay time);

/// Whether something that starts at a time of day may take so many minutes: from one to those of 24 hours.
[[nodiscard]] constexpr bool is_length_of_time(std::optional<int> minutes) noexcept {
  return minutes && *minutes >= 1 && *minutes <= 24 * 60;
}

/// A second in UTC.
struct Moment {
  Date date{1970, 1, 1};
  int hour = 0;    ///< 0-23
  int minute = 0;  ///< 0-59
  int second = 0;  ///< 0-59
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Strict `YYYY-MM-DDTHH:MM:SSZ`; otherwise nothing.
[[nodiscard]] KVALITET_API std::optional<Moment> parse_moment(std::string_view text) noexcept;
[[nodiscard]] KVALITET_API std::string to_string(const Moment& moment);

template <>
struct Describe<TimeOfDay> {
  static constexpr std::string_view name = "TimeOfDay";
  static constexpr Label label{"ett klockslag, TT:MM", "a time of day, HH:MM"};
  static constexpr std::string_view meaning = "A time of any day, in Sweden.";
  static constexpr std::string_view pattern = "^[0-9]{2}:[0-9]{2}$";
  static std::optional<TimeOfDay> parse(std::string_view text) { return parse_time_of_day(text); }
  static std::string format(TimeOfDay time) { return to_string(time); }
};

template <>
struct Describe<Moment> {
  static constexpr std::string_view name = "Moment";
  static constexpr Label label{"en tidpunkt i UTC, ÅÅÅÅ-MM-DDTTT:MM:SSZ", "a moment in UTC, YYYY-MM-DDTHH:MM:SSZ"};
  static constexpr std::string_view meaning = "A second in UTC, ISO 8601.";
  static constexpr std::string_view pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
  static std::optional<Moment> parse(std::string_view text) { return parse_moment(text); }
  static std::string format(const Moment& moment) { return to_string(moment); }
};

}  // namespace kvalitet
