#pragma once
// A calendar is lines that any reader can take apart, whatever the words in it.
#include "require.hpp"

#include "kvalitet/io/ical.hpp"

#include <string>
#include <string_view>

inline bool begins_as_known(std::string_view line) {
  constexpr std::string_view known =
      ":ATTENDEE:BEGIN:CALSCALE:CATEGORIES:DESCRIPTION:DTEND:DTSTAMP:DTSTART:END:LAST-MODIFIED:LOCATION:METHOD:NAME:"
      "ORGANIZER:PRODID:REFRESH-INTERVAL:RRULE:SEQUENCE:STATUS:SUMMARY:TRANSP:TZID:TZNAME:TZOFFSETFROM:TZOFFSETTO:UID:"
      "VERSION:X-MICROSOFT-CDO-BUSYSTATUS:X-PUBLISHED-TTL:X-WR-CALNAME:";
  const std::string name(line.substr(0, line.find_first_of(":;")));
  return line[0] == ' ' || known.find(":" + name + ":") != std::string_view::npos;
}

inline void require_calendar(std::string_view text) {
  constexpr std::size_t most_octets = 75;
  int open = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    require(end != std::string_view::npos && text.substr(end, 2) == "\r\n",
            "lines end with CRLF and hold no other break");
    const std::string_view line = text.substr(0, end);
    require(!line.empty() && line.size() <= most_octets, "lines are not empty and at most 75 octets long");
    require(kvalitet::find_forbidden(line) == std::string_view::npos, "lines end between characters");
    require(begins_as_known(line), "lines begin with a known property or go on");
    open += line.substr(0, 6) == "BEGIN:" ? 1 : line.substr(0, 4) == "END:" ? -1 : 0;
    text.remove_prefix(end + 2);
    require(open > 0 || text.empty(), "there is one calendar and nothing around it");
  }
  require(open == 0, "what begins ends");
}
