#pragma once
// Sweden's named days by year: the one place that knows them.
#include "kvalitet/base/message.hpp"
#include "kvalitet/calendar/calendar.hpp"

namespace kvalitet {

struct NamedDay {
  Date date;
  DayClass day_class;
  Label name;
};

/// The named days of a year from 1990 on, by date.
[[nodiscard]] std::vector<NamedDay> swedish_named_days(int year);

}  // namespace kvalitet
