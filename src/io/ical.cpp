#include "kvalitet/io/ical.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "io/feed_ledger.hpp"
#include "io/ical_words.hpp"
#include "io/ical_writer.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr std::string_view zone = "Europe/Stockholm";
constexpr std::string_view refresh = "PT12H";  // a booking made in the morning is seen the next

std::string basic(Date date) {
  const auto ymd = date.year_month_day();
  std::string text;
  append_digits(text, static_cast<int>(ymd.year), 4);
  append_digits(text, static_cast<int>(ymd.month), 2);
  append_digits(text, static_cast<int>(ymd.day), 2);
  return text;
}

std::string basic(Date date, int hour, int minute, int second) {
  std::string text = basic(date) + 'T';
  for (const int part : {hour, minute, second}) append_digits(text, part, 2);
  return text;
}

std::string basic(const Moment& moment) { return basic(moment.date, moment.hour, moment.minute, moment.second) + 'Z'; }

Date days_after(Date date, long days) { return add_days(date, days).value_or(date); }

/// The EU's rule since 1996. Nothing of a guideline's year is older.
void write_zone(IcalWriter& out) {
  out.line("BEGIN:VTIMEZONE");
  out.line("TZID:" + std::string(zone));
  for (const std::string_view line :
       {"BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET",
        "END:STANDARD", "END:VTIMEZONE"})
    out.line(line);
}

/// All day, the end is the day after the last; otherwise the clock on the wall after so many minutes.
void write_days(IcalWriter& out, const Event& event) {
  if (!is_timed(event)) {
    out.line("DTSTART;VALUE=DATE:" + basic(event.start));
    const Date end = days_after(std::max(event.start, event.end), 1);
    if (event.start < end) out.line("DTEND;VALUE=DATE:" + basic(end));  // not on the last day that there is
    return;
  }
  const std::string in_zone = ";TZID=" + std::string(zone) + ":";
  const TimeOfDay from = *event.start_time;
  const int to = from.hour * 60 + from.minute + *event.duration_minutes;
  out.line("DTSTART" + in_zone + basic(event.start, from.hour, from.minute, 0));
  out.line("DTEND" + in_zone + basic(days_after(event.start, to / (24 * 60)), to / 60 % 24, to % 60, 0));
}

/// Outlook shows as busy what does not say that it is free in its own words.
void write_free(IcalWriter& out) {
  out.line("TRANSP:TRANSPARENT");
  out.line("X-MICROSOFT-CDO-BUSYSTATUS:FREE");
}

/// ASCII letters, digits, - and _; the colons of an id become dots, and any other byte its number.
std::string in_uid(std::string_view id) {
  std::string uid;
  for (const char c : id) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (plain || c == ':') {
      uid += plain ? c : '.';
      continue;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    uid += '%';
    uid += digits[byte >> 4U];
    uid += digits[byte & 0xFU];
  }
  return uid;
}

template <class E>
std::string key_of(E value) {
  for (const auto& choice : Describe<E>::values)
    if (choice.value == value) return std::string(choice.key);
  return {};
}

/// What comes before the domain in the UIDs of a feed that is somebody's: `actor-principal.`
std::string scope_in_uid(const FeedScope& scope) {
  std::string label;
  const auto add = [&](std::string_view what, std::string_view which) {
    label.append(what).append("-").append(which).append(".");
  };
  const EventFilter& only = scope.only;
  if (scope.unit) add("unit", scope.unit->id);
  if (only.kind) add("kind", key_of(*only.kind));
  if (only.actor) add("actor", *only.actor);
  if (only.level) add("level", *only.level);
  if (only.audience) add("audience", *only.audience);
  if (only.school_form) add("form", key_of(*only.school_form));
  return label;
}

bool concerns(const Event& event, const Unit& unit) {
  const auto& forms = event.school_forms;
  return forms.empty() || unit.school_forms.empty() || std::any_of(forms.begin(), forms.end(), [&](SchoolForm form) {
           return std::find(unit.school_forms.begin(), unit.school_forms.end(), form) != unit.school_forms.end();
         });
}

const Event& event_of(const AnnualCycle& cycle, std::string_view id) {
  const auto& events = cycle.events;
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.id == id; });
  if (found == events.end())
    throw NotFoundError("ical.no-such-event",
                        {{"id", Text::from(std::string(id)).value_or(Text("?"))},
                         {"example", events.empty() ? Text("dialogue:process:2026-27") : events.front().id}});
  return *found;
}

/// The lines of one file, and what is remembered of them.
class File {
 public:
  File(const AnnualCycle& cycle, const CalendarOptions& options, const FeedState& before, const std::string& scope)
      : cycle_(cycle), language_(options.language), ledger_(before, options.stamp) {
    if (!options.domain.empty() && !EmailAddress::is_valid("uid@" + options.domain.str()))
      throw UsageError("ical.not-a-domain", {{"domain", options.domain}});
    const std::string guideline = cycle.guideline.empty() ? "" : cycle.guideline.str() + ".";
    feed_ = scope + (options.domain.empty() ? guideline + "kvalitet.invalid" : options.domain.str());
  }

  void add(const Event& event, const Invitation* invitation = nullptr) {
    IcalWriter lines;
    write_days(lines, event);
    lines.text("SUMMARY", event.title.in(language_));
    if (!is_blank(event.place)) lines.text("LOCATION", event.place);
    const Text description = event_description(event, cycle_, language_);
    if (!description.empty()) lines.text("DESCRIPTION", description);
    lines.text("CATEGORIES", event_category(event.kind, language_));
    if (is_timed(event))
      lines.line("TRANSP:OPAQUE");
    else
      write_free(lines);
    if (invitation != nullptr) write_people(lines, *invitation);

    FeedEntry entry;
    entry.uid = Text(in_uid(event.id) + "@" + feed_);
    entry.digest = digest_of(lines.str());
    entry.cancelled = invitation != nullptr && invitation->cancelled;
    entry.title = event.title.in(language_);
    entry.start = event.start;
    entry.end = event.end;
    entry.start_time = event.start_time;
    entry.duration_minutes = event.duration_minutes;
    entry.dated = event.dated;
    if (!ledger_.enter(entry)) throw UsageError("ical.same-id", {{"id", event.id}});
    write(entry, event, lines);
  }

  void call_off_what_is_no_longer_there() {
    for (const FeedEntry& entry : ledger_.call_off(feed_, cycle_.period)) {
      Event event;  // as much of it as is remembered
      event.start = entry.start;
      event.end = entry.end;
      event.start_time = entry.start_time;
      event.duration_minutes = entry.duration_minutes;
      IcalWriter lines;
      write_days(lines, event);
      lines.text("SUMMARY", called_off(entry.title, language_));
      write_free(lines);
      write(entry, event, lines);
    }
  }

  /// Outlook makes a new calendar of whatever has a name, so only feeds are named.
  CalendarFile take(std::string_view method, const Text& name = {}) && {
    IcalWriter out;
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(language_ == Language::en ? "PRODID:-//kvalitet//kvalitet//EN" : "PRODID:-//kvalitet//kvalitet//SV");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:" + std::string(method));
    if (!name.empty()) {
      out.text("NAME", name);
      out.text("X-WR-CALNAME", name);
      out.line("REFRESH-INTERVAL;VALUE=DURATION:" + std::string(refresh));
      out.line("X-PUBLISHED-TTL:" + std::string(refresh));
    }
    if (timed_ || events_.str().empty()) write_zone(out);  // a file without any component is none
    out.raw(events_.str());
    out.line("END:VCALENDAR");
    return {Text(std::move(out).take()), std::move(ledger_).take()};
  }

 private:
  static void write_people(IcalWriter& lines, const Invitation& invitation) {
    const auto common_name = [](const Contact& contact) {
      return is_blank(contact.name) ? std::string() : ";CN=" + quoted_parameter(contact.name);
    };
    const Contact& inviter = invitation.inviter;
    lines.line("ORGANIZER" + common_name(inviter) + ":mailto:" + inviter.address.str());
    for (const Contact& contact : invitation.invited)
      lines.line("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE" + common_name(contact) +
                 ":mailto:" + contact.address.str());
  }

  void write(const FeedEntry& entry, const Event& event, const IcalWriter& lines) {
    timed_ = timed_ || is_timed(event);
    events_.line("BEGIN:VEVENT");
    events_.text("UID", entry.uid);
    events_.line("DTSTAMP:" + basic(entry.stamp));
    events_.line("LAST-MODIFIED:" + basic(entry.stamp));
    events_.line("SEQUENCE:" + std::to_string(entry.sequence));
    events_.line(entry.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    events_.raw(lines.str());
    events_.line("END:VEVENT");
  }

  const AnnualCycle& cycle_;
  Language language_;
  FeedLedger ledger_;
  std::string feed_;  ///< what stands after the @ of its UIDs
  IcalWriter events_;
  bool timed_ = false;
};

}  // namespace

CalendarFile write_feed(const AnnualCycle& cycle, const CalendarOptions& options, const FeedScope& scope,
                        const FeedState& before) {
  File file(cycle, options, before, scope_in_uid(scope));
  for (const Event& event : cycle.events)
    if (fits(event, scope.only) && (!scope.unit || concerns(event, *scope.unit))) file.add(event);
  file.call_off_what_is_no_longer_there();
  return std::move(file).take("PUBLISH", calendar_name(cycle, scope, options.language));
}

CalendarFile write_event(const AnnualCycle& cycle, std::string_view event, const CalendarOptions& options,
                         const FeedState& before) {
  File file(cycle, options, before, {});
  file.add(event_of(cycle, event));
  return std::move(file).take("PUBLISH");
}

CalendarFile write_invitation(const AnnualCycle& cycle, std::string_view event, const Invitation& invitation,
                              const CalendarOptions& options, const FeedState& before) {
  File file(cycle, options, before, "invitation.");
  file.add(event_of(cycle, event), &invitation);
  return std::move(file).take(invitation.cancelled ? "CANCEL" : "REQUEST");
}

}  // namespace kvalitet
