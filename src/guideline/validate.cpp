#include "kvalitet/guideline/validate.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "base/words.hpp"
#include "guideline/local_calendar.hpp"
#include "guideline/suitable.hpp"
#include "guideline/validation.hpp"
#include "kvalitet/guideline/trace.hpp"

#include <algorithm>
#include <unordered_map>

namespace kvalitet {
namespace {

Datum iso(Date date) { return Text(to_string(date)); }

/// The law that sets a limit of the school year, when that is what the data are about.
std::optional<Localised> law_of(const Data& data) {
  Localised law;
  for (const auto& [name, datum] : data) {
    if (name == "source_sv") law.sv = std::get<Text>(datum);
    if (name == "source_en") law.en = std::get<Text>(datum);
  }
  return law.sv.empty() ? std::nullopt : std::optional(std::move(law));
}

void check_all(Validation& validation, const TypeInfo& type, const void* object) {
  walk(type, object, [&](const Visit& visit) {
    validation.check(visit);
    return true;
  });
}

/// Dialogues, meetings, documents and surveys are referred to together, so their ids are one space of names.
void check_scheduled_ids(Validation& validation, const Guideline& guideline) {
  std::unordered_map<std::string_view, std::string> first;
  const auto check = [&](std::string_view collection, const auto& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Id& id = entries[i].id;
      const std::string pointer = make_pointer("", collection, i);
      const auto [before, is_new] = first.emplace(id, pointer);
      const bool same_list = before->second.substr(1, collection.size() + 1) == std::string(collection) + "/";
      if (!is_new && !same_list && !id.empty()) validation.report_duplicate(id, before->second, pointer + "/id");
    }
  };
  check("dialogues", guideline.dialogues);
  check("meetings", guideline.meetings);
  check("documents", guideline.documents);
  check("surveys", guideline.surveys);
}

void check_sentences(Validation& validation, const Guideline& guideline, const Sentences& sentences) {
  const std::vector<TraceRow> rows = trace(guideline);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool is_carried = guideline.excerpt || rows[i].bearing != Bearing::obliges || !rows[i].carried_by.empty();
    if (rows[i].bearing != Bearing::unaccounted && is_carried) continue;
    const auto& place = sentences.all()[i];
    validation.report(is_carried ? "guideline.sentence-unaccounted" : "guideline.obligation-not-carried",
                      make_pointer("", "text", place.passage, "paragraphs", place.paragraph),
                      {{"sentence", rows[i].sentence}, {"section", rows[i].section}, {"heading", rows[i].heading}},
                      Severity::warning);
  }
}

/// A rule whose check its document cannot be put to would never be carried out.
void check_rules_suit(Validation& validation, const std::vector<Rule>& rules, const Guideline& guideline) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto document = std::find_if(guideline.documents.begin(), guideline.documents.end(),
                                       [&](const Document& one) { return one.id == rules[i].document; });
    if (document == guideline.documents.end() || suits(rules[i].check, document->kind)) continue;
    const Localised title = title_or_id({rules[i].title, rules[i].id});
    const Localised what = title_or_id({document->title, document->id});
    const TypeInfo& checks = type_info<Check>();
    const Label check = checks.choices[checks.choice(&rules[i].check)].label;
    validation.report("guideline.check-not-for-document", make_pointer("", "rules", i, "check"),
                      {{"title_sv", title.sv},
                       {"title_en", title.en},
                       {"check_sv", Text(check.sv)},
                       {"check_en", Text(check.en)},
                       {"document_sv", what.sv},
                       {"document_en", what.en}});
  }
}

class PolicyChecker {
 public:
  PolicyChecker(Validation& validation, const LocalPolicy& policy, const Guideline& guideline)
      : validation_(validation), policy_(policy), guideline_(guideline) {}

  void all() {
    if (policy_.guideline != guideline_.id) {
      const Localised title = title_and_id({guideline_.title, guideline_.id});
      validation_.report("policy.another-guideline", "/guideline",
                         {{"meant", Text(policy_.guideline.str())},
                          {"guideline", Text(guideline_.id.str())},
                          {"guideline_sv", title.sv},
                          {"guideline_en", title.en}});
    }
    check_taken("goal_areas", policy_.goal_areas, guideline_.goal_areas);
    for (std::size_t i = 0; i < policy_.months_without_meeting.size(); ++i) {
      const int month = policy_.months_without_meeting[i];
      if (month < 1 || month > 12)
        validation_.report("policy.month-out-of-range", make_pointer("", "months_without_meeting", i),
                           {{"month", std::int64_t{month}}});
    }
    for (std::size_t i = 0; i < policy_.bookings.size(); ++i)
      check_booking(policy_.bookings[i], make_pointer("", "bookings", i));
    for (std::size_t i = 0; i < policy_.due_dates.size(); ++i)
      check_due_date(policy_.due_dates[i], make_pointer("", "due_dates", i, "on"));
    for (std::size_t i = 0; i < policy_.bookings.size(); ++i)
      check_time(policy_.bookings[i], make_pointer("", "bookings", i));
    check_school_years();
    for (std::size_t i = 0; i < policy_.local_days.size(); ++i) {
      const Date date = policy_.local_days[i].date;
      if (!Calendar::covers(date.year()))
        validation_.report("policy.day-outside-calendar", make_pointer("", "local_days", i, "date"),
                           {{"date", iso(date)},
                            {"first", std::int64_t{Calendar::first_year}},
                            {"last", std::int64_t{Calendar::last_year}}});
    }
    check_taken("rules", policy_.rules, guideline_.rules);
    for (std::size_t i = 0; i < policy_.rules.size(); ++i) {
      const Rule& rule = policy_.rules[i];
      if (rule.basis.origin == Origin::local_policy) continue;
      const Localised title = title_or_id({rule.title, rule.id});
      validation_.report("policy.rule-not-local", make_pointer("", "rules", i, "basis", "origin"),
                         {{"rule", Text(rule.id.str())}, {"title_sv", title.sv}, {"title_en", title.en}});
    }
    check_limit("fewest_pupils", policy_.free_text.fewest_pupils, FreeTextLimits{}.fewest_pupils);
    check_limit("smallest_group", policy_.free_text.smallest_group, FreeTextLimits{}.smallest_group);
  }

 private:
  void check_limit(std::string_view key, int found, int usual) {
    if (found < usual)
      validation_.report("policy.free-text-limit-low", make_pointer("", "free_text", key),
                         {{"found", std::int64_t{found}}, {"usual", std::int64_t{usual}}}, Severity::warning);
  }

  template <class T>
  void check_taken(std::string_view collection, const std::vector<T>& ours, const std::vector<T>& theirs) {
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const Id& id = ours[i].id;
      if (std::any_of(theirs.begin(), theirs.end(), [&](const T& entry) { return entry.id == id; }) && !id.empty())
        validation_.report("policy.id-taken", make_pointer("", collection, i, "id"), {{"id", Text(id.str())}});
    }
  }

  /// The timing and title of a dialogue, meeting, document or survey.
  struct Scheduled {
    const Timing* timing = nullptr;  ///< none when there is no such thing or it has none
    Localised title;
  };
  [[nodiscard]] Scheduled scheduled(const Id& event) const {
    for (const auto* list : {&guideline_.dialogues, &guideline_.meetings})
      for (const Dialogue& dialogue : *list)
        if (dialogue.id == event) return {&dialogue.timing, in_both_languages(dialogue.title)};
    for (const Survey& survey : guideline_.surveys)
      if (survey.id == event) return {&survey.timing, in_both_languages(survey.title)};
    for (const Document& document : guideline_.documents)
      if (document.id == event)
        return {document.timing ? &*document.timing : nullptr, in_both_languages(document.title)};
    return {nullptr, {Text(event.str()), Text(event.str())}};
  }

  void check_booking(const Booking& booking, const std::string& pointer) {
    const Date start = booking.days.start;
    const Date end = booking.days.end;
    const Scheduled event = scheduled(booking.event);
    Data data{{"event", Text(booking.event.str())},
              {"event_sv", event.title.sv},
              {"event_en", event.title.en},
              {"start", iso(start)},
              {"end", iso(end)}};
    if (end < start) return validation_.report("policy.booking-reversed", pointer + "/days", std::move(data));
    check_working_days(booking.days, pointer + "/days", data);
    std::vector<Window> windows = event.timing == nullptr ? windows_of(booking.event) : event.timing->windows;
    if (!booking.window.empty()) {
      const std::vector<Window> known = windows;
      windows.erase(
          std::remove_if(windows.begin(), windows.end(), [&](const Window& w) { return w.id != booking.window; }),
          windows.end());
      if (windows.empty()) {
        data.emplace_back("window", Text(booking.window.str()));
        std::vector<Named> choices;
        for (const Window& window : known)
          if (!window.id.empty()) choices.push_back({window.title, window.id});
        const Localised line = in_one_line(choices);
        data.emplace_back("known_sv", line.sv);
        data.emplace_back("known_en", line.en);
        return validation_.report("policy.unknown-window", pointer + "/window", std::move(data));
      }
    }
    if (windows.empty()) return;  // any day will do
    std::string allowed;
    for (const Window& window : windows) {
      for (const int year : {start.year() - 1, int{start.year()}}) {  // a window may cross New Year
        if (!Calendar::covers(year)) continue;
        const Period days = window_in_year(window.from, window.to, year);
        if (days.contains(start) && days.contains(end)) return;
        if (days.end.year() != start.year()) continue;
        if (!allowed.empty()) allowed += ", ";
        allowed += to_string(days.start) + " – " + to_string(days.end);
      }
    }
    data.emplace_back("windows", Text(allowed.empty() ? "–" : allowed));
    validation_.report("policy.booking-outside-window", pointer + "/days", std::move(data));
  }

  /// Weekends within a longer booking do no harm.
  void check_working_days(const Period& days, std::string pointer, Data data) {
    if (!Calendar::covers(days.start.year()) || !Calendar::covers(days.end.year())) return;
    const Calendar& works = calendar();
    if (works.is_working_day(days.start) || works.working_days_between(days.start, days.end) > 0) return;
    const bool one_day = days.start == days.end;
    const TypeInfo& classes = type_info<DayClass>();
    const DayClass found = works.day_class(days.start);
    const Label label = classes.choices[classes.choice(&found)].label;
    const std::string first = to_string(days.start);
    const std::string range = first + " – " + to_string(days.end);
    const Text name = works.name(days.start).value_or(Text(label.sv));
    data.emplace_back("days_sv", Text(one_day ? first + " (" + name.str() + ")" : range));
    data.emplace_back("days_en", Text(one_day ? first + " (" + std::string(label.en) + ")" : range));
    data.emplace_back("days", std::int64_t{days_between(days.start, days.end)} + 1);
    validation_.report("policy.booking-without-working-day", std::move(pointer), std::move(data), Severity::warning);
  }

  /// A document's own windows, or else those of the dialogues and meetings that it is brought to; none where any day of
  /// the year will do.
  [[nodiscard]] std::vector<Window> windows_of(const Id& document) const {
    for (const Document& known : guideline_.documents)
      if (known.id == document && known.timing) return known.timing->windows;
    std::vector<Window> windows;
    for (const auto* list : {&guideline_.dialogues, &guideline_.meetings})
      for (const Dialogue& dialogue : *list) {
        const auto& brings = dialogue.brings;
        if (std::none_of(brings.begin(), brings.end(), [&](const Bring& b) { return b.document == document; }))
          continue;
        if (dialogue.timing.windows.empty()) return {};
        windows.insert(windows.end(), dialogue.timing.windows.begin(), dialogue.timing.windows.end());
      }
    return windows;
  }

  static bool lies_in(MonthDay day, const Window& window) {
    constexpr int leap_year = 2000;
    const Period days = window_in_year(window.from, window.to, leap_year);
    return days.contains(window_in_year(day, day, days.start.year()).end) ||
           days.contains(window_in_year(day, day, days.end.year()).end);
  }

  void check_due_date(const DueDate& due, std::string pointer) {
    const std::vector<Window> windows = windows_of(due.document);
    if (windows.empty() ||
        std::any_of(windows.begin(), windows.end(), [&](const Window& window) { return lies_in(due.on, window); }))
      return;
    std::string sv;
    std::string en;
    for (const Window& window : windows) {
      const Localised words = in_words(window.from, window.to);
      sv += (sv.empty() ? "" : ", ") + words.sv.str();
      en += (en.empty() ? "" : ", ") + words.en.str();
    }
    const Localised title = scheduled(due.document).title;
    const Localised day = in_words(due.on);
    validation_.report("policy.due-date-outside-window", std::move(pointer),
                       {{"document", Text(due.document.str())},
                        {"document_sv", title.sv},
                        {"document_en", title.en},
                        {"day_sv", day.sv},
                        {"day_en", day.en},
                        {"windows_sv", Text(std::move(sv))},
                        {"windows_en", Text(std::move(en))}},
                       Severity::warning);
  }

  /// Made when first asked for.
  const Calendar& calendar() {
    if (!calendar_) calendar_ = local_calendar(policy_);
    return *calendar_;
  }

  /// How long the guideline says that a dialogue or meeting takes.
  [[nodiscard]] std::optional<int> duration_of(const Id& event) const {
    for (const auto* list : {&guideline_.dialogues, &guideline_.meetings})
      for (const Dialogue& dialogue : *list)
        if (dialogue.id == event) return dialogue.duration_minutes;
    return std::nullopt;
  }

  /// A time of day needs one day and a length, or what is booked is still all day in calendars.
  void check_time(const Booking& booking, const std::string& pointer) {
    if (!booking.start_time) return;
    const Localised title = scheduled(booking.event).title;
    Data data{{"event_sv", title.sv}, {"event_en", title.en}, {"time", Text(to_string(*booking.start_time))}};
    if (booking.days.start < booking.days.end) {
      data.emplace_back("start", iso(booking.days.start));
      data.emplace_back("end", iso(booking.days.end));
      return validation_.report("policy.time-on-several-days", pointer + "/start_time", std::move(data));
    }
    if (!is_length_of_time(booking.duration_minutes ? booking.duration_minutes : duration_of(booking.event)))
      validation_.report("policy.time-without-duration", pointer + "/start_time", std::move(data), Severity::warning);
  }

  void check_school_years() {
    for (std::size_t i = 0; i < policy_.school_years.size(); ++i) {
      for (SchoolYearProblem& problem : check_school_year(policy_.school_years[i], calendar())) {
        std::string pointer = make_pointer("", "school_years", i);
        if (problem.index) {
          const bool is_break = problem.code.substr(0, 15) == "calendar.break-";
          pointer = make_pointer(std::move(pointer), is_break ? "breaks" : "staff_training_days", *problem.index);
        }
        Finding finding =
            make_finding(problem.code, Severity::error, Text(std::move(pointer)), std::move(problem.data));
        if (const auto law = law_of(finding.data)) {
          finding.basis = Basis{};
          finding.basis->origin = Origin::law;
          finding.basis->modal = Modal::shall;
          finding.basis->reading = *law;
        }
        validation_.report(std::move(finding));
      }
    }
  }

  Validation& validation_;
  const LocalPolicy& policy_;
  const Guideline& guideline_;
  std::optional<Calendar> calendar_;
};

}  // namespace

std::vector<Finding> validate(const Guideline& guideline) {
  const Names names(guideline);
  const Sentences sentences(guideline);
  const TypeInfo& type = type_info<Guideline>();
  Validation validation(type, &guideline, names, sentences);
  validation.check_format_version(guideline.format_version);
  if (guideline.valid_to && *guideline.valid_to < guideline.valid_from)
    validation.report("guideline.ends-before-start", "/valid_to",
                      {{"from", iso(guideline.valid_from)}, {"to", iso(*guideline.valid_to)}});
  check_sentences(validation, guideline, sentences);
  check_scheduled_ids(validation, guideline);
  check_rules_suit(validation, guideline.rules, guideline);
  check_all(validation, type, &guideline);
  return std::move(validation).found();
}

std::vector<Finding> validate(const LocalPolicy& policy, const Guideline& guideline) {
  Names names(guideline);
  names.add(policy);
  const Sentences sentences(guideline);
  const TypeInfo& type = type_info<LocalPolicy>();
  Validation validation(type, &policy, names, sentences);
  validation.check_format_version(policy.format_version);
  PolicyChecker(validation, policy, guideline).all();
  check_rules_suit(validation, policy.rules, guideline);
  check_all(validation, type, &policy);
  return std::move(validation).found();
}

}  // namespace kvalitet
