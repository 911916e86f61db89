#pragma once
// When things come back: windows of a year, on one of two clocks.
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/period.hpp"

#include <vector>

namespace kvalitet {

enum class Clock { school_year, calendar_year };

enum class EventKind { dialogue, survey, meeting, document, follow_up };

/// One occasion of the year. `to` before `from` means that it ends in the next calendar year.
struct Window {
  Id id;  ///< needed when there are several
  Localised title;
  MonthDay from;
  MonthDay to;
  friend bool operator==(const Window&, const Window&) = default;
};

/// When something comes back.
struct Timing {
  Clock clock = Clock::school_year;
  std::vector<Window> windows;  ///< none: some time in the year
  bool monthly = false;         ///< once in every month of each window
  int every_years = 1;
  std::optional<int> first_year;  ///< a year (of the clock) in which it happens; needed when every_years is above 1
  friend bool operator==(const Timing&, const Timing&) = default;
};

template <>
struct Describe<Clock> {
  static constexpr std::string_view name = "Clock";
  static constexpr Label label{"Årsräkning", "Clock"};
  static constexpr std::string_view meaning = "Which year something follows.";
  static constexpr auto values = std::array{
      Choice{Clock::school_year, "school_year", Label{"läsår", "school year"}},
      Choice{Clock::calendar_year, "calendar_year", Label{"kalenderår", "calendar year"}},
  };
};

template <>
struct Describe<EventKind> {
  static constexpr std::string_view name = "EventKind";
  static constexpr Label label{"Slag", "Kind"};
  static constexpr std::string_view meaning = "What kind of thing happens.";
  static constexpr auto values = std::array{
      Choice{EventKind::dialogue, "dialogue", Label{"dialog", "dialogue"}},
      Choice{EventKind::survey, "survey", Label{"mätning", "survey"}},
      Choice{EventKind::meeting, "meeting", Label{"möte", "meeting"}},
      Choice{EventKind::document, "document", Label{"dokument", "document"}},
      Choice{EventKind::follow_up, "follow_up", Label{"uppföljning", "follow-up"}},
  };
};

template <>
struct Describe<Window> {
  static constexpr std::string_view name = "Window";
  static constexpr Label label{"Tidsfönster", "Window"};
  static constexpr std::string_view meaning =
      "One occasion of the year. `to` before `from` means that it ends in the next calendar year.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Needed when there are several."},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call this occasion."},
      Field{"from", &T::from, Label{"Från", "From"}, "The first day, or the month whose first day it is.", required},
      Field{"to", &T::to, Label{"Till", "To"}, "The last day, or the month whose last day it is.", required},
  };
};

template <>
struct Describe<Timing> {
  static constexpr std::string_view name = "Timing";
  static constexpr Label label{"Tid", "Timing"};
  static constexpr std::string_view meaning = "When something comes back.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"clock", &T::clock, Label{"Årsräkning", "Clock"}, "Which year it follows."},
      Field{"windows", &T::windows, Label{"Tidsfönster", "Windows"},
            "The occasions of a year; none means some time in the year."},
      Field{"monthly", &T::monthly, Label{"Varje månad", "Monthly"}, "Once in every month of each window."},
      Field{"every_years", &T::every_years, Label{"Vart n:te år", "Every n years"},
            "1 for every year, 3 for a three-year plan."},
      Field{"first_year", &T::first_year, Label{"Första år", "First year"},
            "The year of the clock in which it first happens; needed when `every_years` is above 1."},
  };
};

}  // namespace kvalitet
