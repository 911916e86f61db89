#include "kvalitet/io/ical.hpp"
#include "io/count.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

constexpr std::string_view end_of_line = "\r\n";

CalendarOptions on(const char* day) { return {Moment{*parse_date(day), 0, 0, 0}, Language::sv, {}}; }

AnnualCycle cycle_of(const QualitySystem& system) { return annual_cycle(system, SchoolYear{2026}); }
AnnualCycle vetlanda() { return cycle_of(QualitySystem::builtin("vetlanda-2024")); }

/// The lines as they are meant, without folding.
std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = text.find(end_of_line);
    REQUIRE(end != std::string_view::npos);
    if (text[0] == ' ')
      all.back() += text.substr(1, end - 1);
    else
      all.emplace_back(text.substr(0, end));
    text.remove_prefix(end + end_of_line.size());
  }
  return all;
}

/// The lines of the event whose UID begins so.
std::vector<std::string> event(const CalendarFile& file, std::string_view uid) {
  std::vector<std::string> found;
  bool inside = false;
  for (const std::string& line : lines(file.text.view())) {
    if (line.rfind("UID:" + std::string(uid), 0) == 0) inside = true;
    if (line == "END:VEVENT") inside = false;
    if (inside) found.push_back(line);
  }
  return found;
}

bool has(const std::vector<std::string>& lines, std::string_view line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::string value(const std::vector<std::string>& lines, const std::string& name) {
  for (const std::string& line : lines)
    if (line.rfind(name + ":", 0) == 0) return line.substr(name.size() + 1);
  return "none";
}

/// The October meeting at one o'clock.
QualitySystem with_a_time(std::optional<int> minutes = 240) {
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const Date day(2026, 10, 21);
  system.policy.bookings = {Booking{"october", {}, {day, day}, "Sal B; plan 2", TimeOfDay{13, 0}, minutes}};
  return system;
}

}  // namespace

TEST_CASE("Vetlanda's feed 2026/27 as it stands in the fixture", "[ical]") {
  const auto path = fixtures / "ical" / "vetlanda-2026-27.ics";
  const std::string text = write_feed(vetlanda(), on("2026-08-01")).text.str();
  if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << text;
  CHECK(text_of(path) == text);
  CHECK(write_feed(vetlanda(), on("2026-08-01")).text == text);
}

TEST_CASE("a feed is named after whose it is", "[ical]") {
  const auto first_lines = [](const FeedScope& scope, Language language = Language::sv) {
    return lines(write_feed(vetlanda(), {{}, language, {}}, scope).text.view());
  };
  for (const std::string name : {"NAME", "X-WR-CALNAME"}) {
    CHECK(value(first_lines({}), name) == "Årshjul – Vetlanda kommun");
    CHECK(value(first_lines({{.audience = Id("principal")}}), name) == "Årshjul – Rektor – Vetlanda kommun");
    CHECK(value(first_lines({{.actor = Id("board")}}, Language::en), name) ==
          "Annual cycle – The Child and Education Board – Vetlanda kommun");
    CHECK(value(first_lines({{.kind = EventKind::meeting, .level = Id("organiser"), .school_form = SchoolForm::GR}}),
                name) == "Årshjul – Huvudmannanivån – grundskola – möte – Vetlanda kommun");
    CHECK(value(first_lines({{}, Unit{"norra", {}, "Norra skolan", {}}, {}}), name) ==
          "Årshjul – Norra skolan – Vetlanda kommun");
    CHECK(value(first_lines({{}, {}, "Mitt, eget; namn"}), name) == "Mitt\\, eget\\; namn");
  }
  const auto all = first_lines({});
  for (const char* line : {"METHOD:PUBLISH", "VERSION:2.0", "CALSCALE:GREGORIAN",
                           "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"})
    CHECK(has(all, line));
}

TEST_CASE("a feed holds what is somebody's, and its UIDs say so", "[ical]") {
  const AnnualCycle cycle = vetlanda();
  const auto uids = [&](const FeedScope& scope) {
    std::vector<std::string> all;
    for (const FeedEntry& entry : write_feed(cycle, {}, scope).state.entries) all.push_back(entry.uid.str());
    return all;
  };
  CHECK(uids({}).size() == cycle.events.size());
  const auto dialogues = uids({{.kind = EventKind::dialogue, .actor = Id("unit-participants")}});
  CHECK(dialogues ==
        std::vector<std::string>{
            "dialogue.process.2026-27@kind-dialogue.actor-unit-participants.vetlanda-2024.kvalitet.invalid"});

  AnnualCycle by_form = cycle;
  for (Event& each : by_form.events) each.school_forms = {SchoolForm::FS};
  by_form.events.front().school_forms = {SchoolForm::GR, SchoolForm::FKLASS};
  by_form.events.back().school_forms = {};
  const auto forms = [&](const FeedScope& scope) { return write_feed(by_form, {}, scope).state.entries.size(); };
  CHECK(forms({{.school_form = SchoolForm::GR}}) == 2);
  CHECK(forms({{}, Unit{"norra", {}, "Norra skolan", {SchoolForm::FKLASS, SchoolForm::FTH}}, {}}) == 2);
  CHECK(forms({{}, Unit{"norra", {}, "Norra skolan", {}}, {}}) == cycle.events.size());
}

TEST_CASE("a UID is ASCII whatever the id is, and no two ids share one", "[ical]") {
  AnnualCycle cycle;
  for (const char* id : {"å:ä", "a.b", "a:b", "a%2Eb", "a b", "a@b", "A", "a", "\n", ""}) {
    Event made;
    made.id = id;
    cycle.events.push_back(made);
  }
  const CalendarFile file = write_feed(cycle, {{}, Language::sv, "kalender.exempelby.example"});
  REQUIRE(file.state.entries.size() == cycle.events.size());
  for (const FeedEntry& entry : file.state.entries)
    for (const char c : entry.uid.str()) CHECK((c > ' ' && c < '\x7F'));
  CHECK(has(lines(file.text.view()), "UID:%C3%A5.%C3%A4@kalender.exempelby.example"));
  for (const char* domain : {"a b", "å.se", "a..b", ".a", "a.", "a@b", "a\r\nX:b"})
    CHECK_THROWS_AS(write_feed(cycle, {{}, Language::sv, domain}), UsageError);
}

TEST_CASE("all day, the end is the day after and nobody is busy", "[ical]") {
  const auto all = event(write_feed(vetlanda(), {}), "dialogue.process");
  CHECK(has(all, "DTSTART;VALUE=DATE:20261101"));
  CHECK(has(all, "DTEND;VALUE=DATE:20270301"));
  CHECK(has(all, "TRANSP:TRANSPARENT"));
  CHECK(has(all, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"));
  CHECK(has(all, "CATEGORIES:Dialog"));
  CHECK(has(all, "STATUS:CONFIRMED"));
  CHECK(count(write_feed(vetlanda(), {}).text.str(), "VTIMEZONE") == 0);
}

TEST_CASE("an event with a time is in Sweden's time zone, which the file holds", "[ical]") {
  const CalendarFile file = write_feed(cycle_of(with_a_time()), {});
  const auto all = event(file, "meeting.october.2026");
  CHECK(has(all, "DTSTART;TZID=Europe/Stockholm:20261021T130000"));
  CHECK(has(all, "DTEND;TZID=Europe/Stockholm:20261021T170000"));
  CHECK(has(all, "TRANSP:OPAQUE"));
  CHECK(has(all, "LOCATION:Sal B\\; plan 2"));
  CHECK(count(file.text.str(), "BEGIN:VTIMEZONE") == 1);
  CHECK(count(file.text.str(), "VALUE=DATE:20261021") == 0);

  const auto late = event(write_feed(cycle_of(with_a_time(24 * 60)), {}), "meeting.october.2026");
  CHECK(has(late, "DTEND;TZID=Europe/Stockholm:20261022T130000"));
}

TEST_CASE("a time without a length is told, and the event is all day", "[ical]") {
  for (const std::optional<int> minutes : {std::optional<int>(), std::optional<int>(0), std::optional<int>(1441)}) {
    const auto all = event(write_feed(cycle_of(with_a_time(minutes)), {}), "meeting.october.2026");
    CHECK(has(all, "DTSTART;VALUE=DATE:20261021"));
    CHECK(value(all, "DESCRIPTION").find("\\nBörjar: 13:00\\n") != std::string::npos);
  }
}

TEST_CASE("odd days do no harm", "[ical]") {
  AnnualCycle cycle;
  cycle.events.resize(2);
  cycle.events[0].id = "last";
  cycle.events[0].start = cycle.events[0].end = Date(9999, 12, 31);
  cycle.events[1].id = "reversed";
  cycle.events[1].start = Date(2026, 9, 2);
  cycle.events[1].end = Date(2026, 9, 1);
  const CalendarFile file = write_feed(cycle, {});
  CHECK(value(event(file, "last"), "DTEND;VALUE=DATE") == "none");
  CHECK(value(event(file, "reversed"), "DTEND;VALUE=DATE") == "20260903");
  CHECK(count(write_feed(AnnualCycle{}, {}).text.str(), "BEGIN:VTIMEZONE") == 1);  // a file without parts is none
}

TEST_CASE("the description says how, who, with what and why", "[ical]") {
  const CalendarOptions english{{}, Language::en, {}};
  const AnnualCycle cycle = vetlanda();
  CHECK(value(event(write_feed(cycle, {}), "dialogue.results"), "DESCRIPTION") ==
        "I grupper om 3–4 rektorer från samma skolform\\n"
        "Deltar: Rektor (3–4\\, från samma skolform)\\, Representanter från huvudmannanivån\\n"
        "Rektor har med sig: Läsårsrapport (påbörjad)\\n\\n"
        "”Huvudman bjuder in till dialog med rektorsnivå vid tre tillfällen under ett läsår.”\\n"
        "Riktlinjen\\, avsnitt 5\\, Dialoger");
  const auto last = event(write_feed(cycle, english), "dialogue.process");
  CHECK(value(last, "SUMMARY") == "Process dialogue");
  CHECK(value(last, "CATEGORIES") == "Dialogue");
  CHECK(value(last, "DESCRIPTION").find("Takes part: Principal (1)\\, Some from the principal’s unit (at least 1)") !=
        std::string::npos);
  CHECK(value(event(write_feed(cycle, {}), "document.operational-report"), "DESCRIPTION")
            .rfind("Riktlinjen säger inte när under tiden.\\nVilka: ", 0) == 0);
}

TEST_CASE("an event keeps its number and its stamp until it says something else", "[ical]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const CalendarFile first = write_feed(cycle_of(system), on("2026-08-01"));
  const CalendarFile same = write_feed(cycle_of(system), on("2026-08-02"), {}, first.state);
  CHECK(same == first);

  const CalendarFile changed = write_feed(cycle_of(with_a_time()), on("2026-08-03"), {}, first.state);
  const auto october = event(changed, "meeting.october.2026");
  CHECK(has(october, "SEQUENCE:1"));
  CHECK(has(october, "DTSTAMP:20260803T000000Z"));
  CHECK(has(october, "LAST-MODIFIED:20260803T000000Z"));
  CHECK(count(changed.text.str(), "SEQUENCE:1\r\n") == 1);
  CHECK(count(changed.text.str(), "DTSTAMP:20260801T000000Z") == changed.state.entries.size() - 1);

  const CalendarFile back = write_feed(cycle_of(system), on("2026-08-04"), {}, changed.state);
  CHECK(has(event(back, "meeting.october.2026"), "SEQUENCE:2"));
}

TEST_CASE("what is no longer there is called off until it is over", "[ical]") {
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const CalendarFile first = write_feed(cycle_of(system), on("2026-08-01"));
  system.policy.months_without_meeting = {3};
  const AnnualCycle without_march = cycle_of(system);

  const CalendarFile off = write_feed(without_march, on("2027-01-10"), {}, first.state);
  const auto march = event(off, "meeting.monthly.2027-03");
  CHECK(has(march, "STATUS:CANCELLED"));
  CHECK(has(march, "SEQUENCE:1"));
  CHECK(has(march, "DTSTAMP:20270110T000000Z"));
  CHECK(has(march, "SUMMARY:Inställt: Månatligt möte\\, mars"));
  CHECK(has(march, "DTSTART;VALUE=DATE:20270301"));
  CHECK(count(off.text.str(), "STATUS:CANCELLED") == 1);
  CHECK(write_feed(without_march, on("2027-03-31"), {}, off.state) == off);  // who comes late still sees it

  const CalendarFile over = write_feed(without_march, on("2027-04-01"), {}, off.state);
  CHECK(event(over, "meeting.monthly.2027-03").empty());
  CHECK(over.state.entries.size() == without_march.events.size());

  const CalendarFile again = write_feed(vetlanda(), on("2027-01-11"), {}, off.state);
  CHECK(has(event(again, "meeting.monthly.2027-03"), "SEQUENCE:2"));
  CHECK(has(event(again, "meeting.monthly.2027-03"), "STATUS:CONFIRMED"));
}

TEST_CASE("what is not this feed's is left alone", "[ical]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const CalendarFile whole = write_feed(cycle_of(system), on("2026-08-01"));
  const FeedScope principal{{.audience = Id("principal")}};
  const CalendarFile both = write_feed(cycle_of(system), on("2026-08-01"), principal, whole.state);
  CHECK(count(both.text.str(), "CANCELLED") == 0);
  CHECK(write_feed(cycle_of(system), on("2026-08-02"), {}, both.state).text == whole.text);
  // Next year's cycle says nothing of this year's events: they are no more than out of sight, then over.
  const AnnualCycle next_year = annual_cycle(system, SchoolYear{2027});
  const CalendarFile june = write_feed(next_year, on("2027-06-20"), {}, whole.state);
  CHECK(count(june.text.str(), "CANCELLED") == 0);
  CHECK(std::any_of(june.state.entries.begin(), june.state.entries.end(),
                    [](const FeedEntry& entry) { return entry.uid.str().rfind("dialogue.results.2026-27@", 0) == 0; }));
  CHECK(write_feed(next_year, on("2028-01-01"), {}, june.state).state.entries.size() == next_year.events.size());
}

TEST_CASE("a state that somebody has been at does no harm", "[ical]") {
  FeedState state;
  FeedEntry entry;
  entry.uid = "x\r\nEND:VCALENDAR\r\n@vetlanda-2024.kvalitet.invalid";
  entry.title = "a\nb";
  entry.start = Date(2027, 1, 2);
  entry.end = Date(2027, 1, 1);
  entry.sequence = 2147483647;
  state.entries = {entry, entry};
  AnnualCycle cycle = vetlanda();
  const std::string text = write_feed(cycle, on("2026-08-01"), {}, state).text.str();
  CHECK(count(text, "END:VCALENDAR\r\n") == 1);
  CHECK(count(text, "BEGIN:VEVENT") == cycle.events.size() + 1);
  const auto all = lines(text);
  CHECK(has(all, "SEQUENCE:2147483647"));
  CHECK(has(all, "UID:x\\nEND:VCALENDAR\\n@vetlanda-2024.kvalitet.invalid"));
}

TEST_CASE("a state is read as it was written", "[ical]") {
  const FeedState state = write_feed(cycle_of(with_a_time()), on("2026-08-01")).state;
  FeedState again;
  CHECK(read_json(type_info<FeedState>(), &again, write_json(type_info<FeedState>(), &state)).findings.empty());
  CHECK(again == state);
}

TEST_CASE("a single event has no calendar name", "[ical]") {
  const CalendarFile file = write_event(vetlanda(), "dialogue:process:2026-27", on("2026-08-01"));
  CHECK(count(file.text.str(), "BEGIN:VEVENT") == 1);
  for (const char* name : {"NAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}) CHECK(count(file.text.str(), name) == 0);
  CHECK(has(lines(file.text.view()), "METHOD:PUBLISH"));
  // It is the same event as in the whole feed.
  const CalendarFile feed = write_feed(vetlanda(), on("2026-08-02"), {}, file.state);
  CHECK(has(event(feed, "dialogue.process"), "DTSTAMP:20260801T000000Z"));
  CHECK_THROWS_AS(write_event(vetlanda(), "dialogue:process", {}), NotFoundError);
}

TEST_CASE("an invitation is sent, changed and called off", "[ical]") {
  const std::string id = "meeting:october:2026";
  Invitation invitation{Contact{"Åsa \"Annie\" Öberg", "asa.oberg@exempelby.example"},
                        {Contact{"Bo; rektor", "bo@exempelby.example"}, Contact{{}, "cia@exempelby.example"}}};
  const CalendarFile sent = write_invitation(cycle_of(with_a_time()), id, invitation, on("2026-08-01"));
  const auto all = lines(sent.text.view());
  CHECK(has(all, "METHOD:REQUEST"));
  CHECK(has(all, "UID:meeting.october.2026@invitation.vetlanda-2024.kvalitet.invalid"));
  CHECK(has(all, "SEQUENCE:0"));
  CHECK(has(all, "ORGANIZER;CN=\"Åsa ”Annie” Öberg\":mailto:asa.oberg@exempelby.example"));
  CHECK(has(all,
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Bo; rektor\":mailto:"
            "bo@exempelby.example"));
  CHECK(has(all, "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:cia@exempelby.example"));
  CHECK(count(sent.text.str(), "CALNAME:") == 0);

  const CalendarFile longer =
      write_invitation(cycle_of(with_a_time(300)), id, invitation, on("2026-08-02"), sent.state);
  CHECK(has(lines(longer.text.view()), "SEQUENCE:1"));
  invitation.cancelled = true;
  const CalendarFile off = write_invitation(cycle_of(with_a_time(300)), id, invitation, on("2026-08-03"), longer.state);
  CHECK(has(lines(off.text.view()), "METHOD:CANCEL"));
  CHECK(has(lines(off.text.view()), "STATUS:CANCELLED"));
  CHECK(has(lines(off.text.view()), "SEQUENCE:2"));
  CHECK(write_invitation(cycle_of(with_a_time(300)), id, invitation, on("2026-08-04"), off.state) == off);
  CHECK(has(lines(write_invitation(vetlanda(), id, invitation, {}).text.view()), "SEQUENCE:1"));
}

TEST_CASE("addresses are of the plain kind", "[ical]") {
  for (const char* address : {"a@b", "asa.oberg+ska@exempelby.example", "o'neill_x-1@a-b.c"})
    CHECK(EmailAddress::is_valid(address));
  for (const char* address : {"", "@", "a@", "@b", "a b@c", "a@b@c", "a..b@c", ".a@b", "a.@b", "a@b.", "a@b..c", "å@b",
                              "a@b\r\nX:y", "\"a\"@b", "a@[1.2.3.4]", "mailto:a@b", "a@b?c=d", "a%40b@c"})
    CHECK_FALSE(EmailAddress::is_valid(address));
  CHECK_FALSE(EmailAddress::is_valid(std::string(65, 'a') + "@b"));
  CHECK_FALSE(EmailAddress::is_valid("a@" + std::string(253, 'b')));
}
