#include "kvalitet/base/time.hpp"

#include "base/digits.hpp"

namespace kvalitet {

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) noexcept {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = parse_digits(text.substr(0, 2));
  const auto minute = parse_digits(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return TimeOfDay{*hour, *minute};
}

std::string to_string(TimeOfDay time) {
  std::string text;
  append_digits(text, time.hour, 2);
  text += ':';
  append_digits(text, time.minute, 2);
  return text;
}

std::optional<Moment> parse_moment(std::string_view text) noexcept {
  if (text.size() != 20 || text[10] != 'T' || text[16] != ':' || text[19] != 'Z') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto time = parse_time_of_day(text.substr(11, 5));
  const auto second = parse_digits(text.substr(17, 2));
  if (!date || !time || !second || *second > 59) return std::nullopt;
  return Moment{*date, time->hour, time->minute, *second};
}

std::string to_string(const Moment& moment) {
  std::string text = to_string(moment.date) + 'T' + to_string(TimeOfDay{moment.hour, moment.minute}) + ':';
  append_digits(text, moment.second, 2);
  return text + 'Z';
}

}  // namespace kvalitet
