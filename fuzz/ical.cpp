// Whatever words an event has, its calendar is lines of the format. Stretches of the input between NULs are the words.
#include "calendar.hpp"

#include <algorithm>
#include <string>

namespace {

using namespace kvalitet;

/// The next of the stretches between NULs, without what Text does not allow.
Text next_text(std::string_view& data) {
  const std::string_view raw = data.substr(0, data.find('\0'));
  data.remove_prefix(std::min(raw.size() + 1, data.size()));
  std::string words(raw);
  for (std::size_t bad = find_forbidden(words); bad != std::string::npos; bad = find_forbidden(words))
    words.erase(bad, 1);
  return Text(std::move(words));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  std::string_view data(reinterpret_cast<const char*>(bytes), size);
  const auto next = [&] { return next_text(data); };

  AnnualCycle cycle;
  cycle.period = {Date(2026, 8, 1), Date(2027, 7, 31)};
  cycle.organiser = next();
  Event event;
  event.id = next();
  event.title = {next(), next()};
  event.place = next();
  event.form = {next(), next()};
  event.start = event.end = Date(2026, 10, 14);
  event.participants.emplace_back().actor = "principal";
  if (size % 2 == 0) {
    event.start_time = TimeOfDay{9, 30};
    event.duration_minutes = 90;
  }
  event.actors = {"principal"};
  cycle.actors = {{"principal", {next(), next()}}};
  event.basis.reading = Localised{next(), next()};
  cycle.events = {event};
  const Contact contact{next(), "asa.oberg@exempelby.example"};
  FeedScope scope;
  scope.name = next();

  for (const Language language : {Language::sv, Language::en}) {
    const CalendarOptions options{Moment{Date(2026, 8, 1)}, language};
    const CalendarFile feed = write_feed(cycle, options, scope);
    require_calendar(feed.text);
    AnnualCycle called_off = cycle;
    called_off.events.clear();
    require_calendar(write_feed(called_off, options, scope, feed.state).text);
    require_calendar(write_event(cycle, event.id, options).text);
    require_calendar(write_invitation(cycle, event.id, {contact, {contact, contact}}, options).text);
  }
  return 0;
}
