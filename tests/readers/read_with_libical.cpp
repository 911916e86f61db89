// What libical makes of the iCalendar text on the standard input, as the JSON that test_ical_readers.py compares. Ends
// with 1 when libical finds fault with it.
#include <libical/ical.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

namespace {

using nlohmann::json;

json text(const char* words) { return words == nullptr ? json() : json(words); }

std::string time(icaltimetype value) {
  std::array<char, 32> out{};
  if (value.is_date == 0) {
    const icaltimezone* const utc = icaltimezone_get_utc_timezone();
    value = icaltime_from_timet_with_zone(icaltime_as_timet_with_zone(value, value.zone), 0, utc);
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", value.year, value.month, value.day,
                  value.hour, value.minute, value.second);
  } else {
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", value.year, value.month, value.day);
  }
  return out.data();
}

json read(icalcomponent* event) {
  json categories = json::array();
  for (icalproperty* property = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY))
    categories.push_back(icalproperty_get_categories(property));
  icalproperty* const status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
  const icaltimetype start = icalcomponent_get_dtstart(event);
  return {{"uid", text(icalcomponent_get_uid(event))},
          {"summary", text(icalcomponent_get_summary(event))},
          {"description", text(icalcomponent_get_description(event))},
          {"location", text(icalcomponent_get_location(event))},
          {"start", time(start)},
          {"end", time(icalcomponent_get_dtend(event))},
          {"all_day", start.is_date != 0},
          {"sequence", icalcomponent_get_sequence(event)},
          {"status", status == nullptr ? json() : json(icalproperty_status_to_string(icalproperty_get_status(status)))},
          {"categories", categories}};
}

}  // namespace

int main() {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  icalcomponent* const calendar = icalparser_parse_string(input.c_str());
  if (calendar == nullptr) return 1;
  json events = json::array();
  for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    events.push_back(read(event));
  const int faults = icalcomponent_count_errors(calendar);
  icalcomponent_free(calendar);
  std::cout << events.dump() << '\n';
  return faults == 0 ? 0 : 1;
}
