// The public interface under any compiler, standard library and kind of library, without a test framework.
// Run with the path of the source tree; says on the standard error stream what differs first.
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/base/value.hpp"
#include "kvalitet/base/version.hpp"
#include "kvalitet/calendar/iso_week.hpp"
#include "kvalitet/calendar/school_year.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/io/csv.hpp"
#include "kvalitet/io/ical.hpp"
#include "kvalitet/io/json.hpp"
#include "kvalitet/io/sarif.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace kvalitet;

/// What stops the program.
struct Difference {
  std::string text;
};

void require(bool holds, const std::string& what) {
  if (!holds) throw Difference{what};
}
void same(std::string_view found, std::string_view expected, const std::string& what) {
  if (found != expected)
    throw Difference{what + ": found \"" + std::string(found) + "\", expected \"" + std::string(expected) + "\""};
}
void same(std::size_t found, std::size_t expected, const std::string& what) {
  same(std::to_string(found), std::to_string(expected), what);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  require(file.good(), "cannot read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class T>
void round_trip(const T& value, const std::string& what) {
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::pretty}) {
    const std::string json = write_json(type_info<T>(), &value, style);
    T again;
    const Reading reading = read_json(type_info<T>(), &again, json);
    require(reading.findings.empty(), what + ": findings in what was written");
    require(again == value, what + ": not equal after writing and reading");
    same(write_json(type_info<T>(), &again, style), json, what);
  }
}

void dates_and_values() {
  require(parse_date("2028-02-29") == Date(2028, 2, 29), "leap day");
  require(!parse_date("2026-02-29"), "no leap day");
  same(to_string(SchoolYear{2026}), "2026/27", "school year");
  same(to_string(window_in_year({11, 0}, {2, 0}, 2026).end), "2027-02-28", "window across New Year");
  same(to_string(iso_week(Date(2027, 1, 1))), "2026-W53", "ISO week");
  same(to_string(parse_value("7,5").value()), "7.5", "decimal comma");
  same(to_string(parse_value("~100").value()), "~100", "approximate value");
  require(!parse_value("NaN"), "NaN is no value");
  require(!Text::from("\xFF"), "text is UTF-8");
}

void calendar() {
  const Calendar sweden = Calendar::sweden({{Date(2027, 5, 7), "klämdag"}});
  same(sweden.holidays(2026).size(), 16, "named days of 2026");
  same(sweden.name(Date(2026, 6, 19)).value(), "midsommarafton", "name of a day");
  require(sweden.day_class(Date(2027, 5, 7)) == DayClass::local_day, "local day");
  same(to_string(sweden.add_working_days(Date(2027, 5, 5), 1)), "2027-05-10", "working day after a squeeze day");
  same(to_string(sweden.roll(Date(2026, 10, 31), Roll::modified_following)), "2026-10-30", "roll within the month");
}

void builtin_system() {
  same(builtin_guidelines().size(), 1, "guidelines in the library");
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  same(to_string(system.guideline.valid_from), "2024-06-04", "valid from");
  require(validate(system.guideline).empty(), "the guideline holds together");
  require(validate(system.policy, system.guideline).empty(), "the policy holds together");
  for (const TraceRow& row : trace(system.guideline))
    require(row.bearing != kvalitet::Bearing::unaccounted, "unaccounted: " + row.sentence.str());
  const std::vector<Guideline> versions{system.guideline};
  require(in_force(versions, Date(2024, 6, 3)) == nullptr, "not yet in force");
  require(in_force(versions, Date(2024, 6, 4)) == &versions.front(), "in force");
  round_trip(system.guideline, "guideline");
  round_trip(system.policy, "policy");
}

void year_2026_27() {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  std::string dialogues;
  for (const Event& event : filtered(cycle, EventFilter{EventKind::dialogue, {}, {}, {}, {}}).events)
    dialogues += event.id.str() + " " + to_string(event.start) + " " + to_string(event.end) + "\n";
  same(dialogues,
       "dialogue:preconditions:2026-27 2026-09-01 2026-09-30\n"
       "dialogue:process:2026-27 2026-11-01 2027-02-28\n"
       "dialogue:results:2026-27 2027-05-01 2027-06-30\n",
       "dialogues of 2026/27");
  for (const Event& event : on(cycle, Date(2026, 10, 5)))
    require(event.start <= Date(2026, 10, 5) && Date(2026, 10, 5) <= event.end, "on a day");
  same(next(cycle, Date(2026, 8, 17), 3).size(), 3, "the next events");
  round_trip(cycle, "annual cycle");
}

void calendar_file(const std::string& source) {
  const AnnualCycle cycle = annual_cycle(QualitySystem::builtin("vetlanda-2024"), SchoolYear{2026});
  CalendarOptions options;
  options.stamp = parse_moment("2026-08-01T00:00:00Z").value();
  const CalendarFile file = write_feed(cycle, options);
  same(file.text, bytes_of(source + "/tests/fixtures/ical/vetlanda-2026-27.ics"), "feed");
  round_trip(file.state, "feed state");
  require(write_feed(cycle, options, {}, file.state) == file, "nothing has changed");
}

void lists(const std::string& source) {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const std::string file = "examples/plans/flawed.json";
  const auto plan = read_commitment_plan(bytes_of(source + "/" + file));
  const auto findings = check(plan, system, {Date(2026, 10, 15)});
  SarifOptions options;
  options.system = &system;
  std::string log = to_sarif({{Text(file), findings}}, options);
  const std::string own_version = '"' + std::string(version()) + '"';
  log.replace(log.find(own_version), own_version.size(), "\"0.0.0\"");
  same(log, bytes_of(source + "/tests/fixtures/sarif/flawed.sarif"), "log of findings");

  const std::vector<Unplaced> records{{"/a", "=1;2"}};
  same(to_csv(records), "\xEF\xBB\xBFpointer;text\r\n/a;\"'=1;2\"\r\n", "list for Excel");
  CsvOptions plain;
  plain.dialect = CsvDialect::rfc4180;
  same(to_csv(records, plain), "pointer,text\r\n/a,=1;2\r\n", "list for others");
}

void checking() {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const auto [plan, reading] = read_commitment_plan(R"({"format_version": 1, "school_year": "2026/27",
 "areas": [{"title": "Trygghet"}], "yeras": 1})");
  const std::vector<Finding> findings =
      check(Read<CommitmentPlan>{plan, reading}, system, CheckOptions{Date(2026, 9, 1)});
  require(findings.size() > 1, "findings of a flawed plan");
  same(findings.front().code, "json.unknown-key", "what reading found comes first");
  bool quotes = false;
  for (const Finding& finding : findings) {
    quotes = quotes || (finding.rule == "knowledge-always-prioritised" && finding.pointer == "/areas" &&
                        finding.place == Place{2, 11} && finding.basis && finding.basis->citation);
    require(!finding.message.sv.empty() && !finding.message.en.empty(), "messages in both languages");
  }
  require(quotes, "a rule that is not met, with its place and its sentence");
  round_trip(findings, "findings");
  round_trip(draft(plan, system, CheckOptions{Date(2026, 9, 1)}), "draft");
}

void documents(const std::string& source) {
  for (const std::string name : {"alingsas", "goteborg", "solleftea", "svedala"}) {
    const std::string path = source + "/tests/fixtures/guidelines/" + name;
    const auto guideline = read_guideline(bytes_of(path + ".json"));
    const auto policy = read_local_policy(bytes_of(path + ".policy.json"));
    require(guideline.reading.findings.empty() && policy.reading.findings.empty(), name + ": findings");
    round_trip(guideline.value, name);
    round_trip(policy.value, name + " policy");
    const QualitySystem system = QualitySystem::make(guideline.value, policy.value);
    const int first_year = school_year_of(guideline.value.valid_from).start_year;
    require(!annual_cycle(system, SchoolYear{first_year + 1}).events.empty(), name + ": a year without events");
  }
  const auto [plan, reading] = read_commitment_plan(bytes_of(source + "/tests/fixtures/json/plan-full.json"));
  require(reading.findings.empty(), "plan-full.json: findings");
  same(plan.principal, "Åsa Öberg 🙂", "principal");
  same(plan.areas.at(0).commitments.at(0).reason, "Resultaten\tsjunker.\nVi behöver läsa mer.", "escapes");
  round_trip(plan, "plan");
  require(reading.places.find("/areas/0/commitments/0/activities/0/start") == Place{13, 33}, "place of a date");
}

void faults() {
  const Reading reading = read_commitment_plan("{\"years\": 1e400,\n \"principal\": \"\\ud800\"}").reading;
  same(reading.findings.size(), 2, "findings of a damaged plan");
  same(reading.findings[0].code, "json.number-out-of-range", "first finding");
  same(reading.findings[1].code, "json.lone-surrogate", "last finding");
  same(reading.findings[1].message.sv, "Ett tecken är halvt: \\uD800–\\uDFFF måste stå i par (rad 2, tecken 16).",
       "message");
  same(reading.unplaced.at(0).text, "1e400", "what has no place is kept");
}

// Errors keep their types on the way out of a shared library.
template <class Expected, class Call>
void throws(std::string_view code, Call call) {
  try {
    call();
  } catch (const Error& error) {
    same(error.code(), code, "code of an error");
    require(dynamic_cast<const Expected*>(&error) != nullptr, std::string(code) + ": another type of error");
    require(std::string_view(error.what()).find(error.message().sv.view()) == 0, std::string(code) + ": what()");
    return;
  }
  throw Difference{std::string(code) + ": nothing was thrown"};
}

void free_text() {
  const auto hits = read_free_text("Å! 2 av 7 elever når målen.");
  same(hits.size(), 1, "hits");
  same(hits[0].words, "2 av 7 elever", "words of a hit");
  require(hits[0].start == 3 && hits[0].length == 13, "place of a hit");
  require(may_leave("Alla elever läser med flyt."), "a neutral text");
}

void errors() {
  throws<LimitError>("read.too-large", [] { (void)read_commitment_plan(std::string(ReadLimits{}.bytes + 1, ' ')); });
  throws<LimitError>("read.too-deep", [] { (void)read_guideline(std::string(1000, '[')); });
  throws<UsageError>("calendar.out-of-range", [] { (void)Calendar::sweden().day_class(Date(1989, 12, 31)); });
  throws<NotFoundError>("guideline.not-found", [] { (void)QualitySystem::builtin("nowhere"); });
  bool misused = false;
  try {
    (void)message_template("no.such-code");
  } catch (const std::logic_error&) {
    misused = true;
  }
  require(misused, "std::logic_error for a code that is not in the catalogue");
}

}  // namespace

int main(int argc, char* argv[]) {
  try {
    require(argc == 2, "usage: portable <source tree>");
    require(!version().empty(), "a version");
    dates_and_values();
    calendar();
    builtin_system();
    year_2026_27();
    calendar_file(argv[1]);
    lists(argv[1]);
    checking();
    documents(argv[1]);
    faults();
    free_text();
    errors();
  } catch (const Difference& difference) {
    std::cerr << "portable: " << difference.text << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "portable: unexpected: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
