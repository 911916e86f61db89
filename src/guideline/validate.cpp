#include "kvalitet/guideline/validate.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "guideline/local_calendar.hpp"
#include "guideline/validation.hpp"
#include "kvalitet/guideline/trace.hpp"

#include <algorithm>
#include <unordered_map>

namespace kvalitet {
namespace {

Datum iso(Date date) { return Text(to_string(date)); }

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
      if (!is_new && !same_list && !id.empty())
        validation.report("guideline.duplicate-id", pointer + "/id",
                          {{"id", Text(id.str())}, {"first", Text(before->second)}});
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
    if (rows[i].informative || !rows[i].accounted_by.empty()) continue;
    const auto& place = sentences.all()[i];
    validation.report("guideline.sentence-unaccounted",
                      make_pointer("", "text", place.passage, "paragraphs", place.paragraph),
                      {{"sentence", rows[i].sentence}, {"section", rows[i].section}, {"heading", rows[i].heading}},
                      Severity::warning);
  }
}

class PolicyChecker {
 public:
  PolicyChecker(Validation& validation, const LocalPolicy& policy, const Guideline& guideline)
      : validation_(validation), policy_(policy), guideline_(guideline) {}

  void all() {
    if (policy_.guideline != guideline_.id)
      validation_.report("policy.another-guideline", "/guideline",
                         {{"meant", Text(policy_.guideline.str())}, {"guideline", Text(guideline_.id.str())}});
    check_taken("goal_areas", policy_.goal_areas, guideline_.goal_areas);
    for (std::size_t i = 0; i < policy_.months_without_meeting.size(); ++i) {
      const int month = policy_.months_without_meeting[i];
      if (month < 1 || month > 12)
        validation_.report("policy.month-out-of-range", make_pointer("", "months_without_meeting", i),
                           {{"month", std::int64_t{month}}});
    }
    for (std::size_t i = 0; i < policy_.bookings.size(); ++i)
      check_booking(policy_.bookings[i], make_pointer("", "bookings", i));
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
    for (std::size_t i = 0; i < policy_.rules.size(); ++i)
      if (policy_.rules[i].basis.origin != Origin::local_policy)
        validation_.report("policy.rule-not-local", make_pointer("", "rules", i, "basis", "origin"),
                           {{"rule", Text(policy_.rules[i].id.str())}});
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

  /// The timing of a dialogue, meeting, document or survey; none when there is no such thing or it has none.
  [[nodiscard]] const Timing* timing_of(const Id& event) const {
    for (const auto* list : {&guideline_.dialogues, &guideline_.meetings})
      for (const Dialogue& dialogue : *list)
        if (dialogue.id == event) return &dialogue.timing;
    for (const Survey& survey : guideline_.surveys)
      if (survey.id == event) return &survey.timing;
    for (const Document& document : guideline_.documents)
      if (document.id == event && document.timing) return &*document.timing;
    return nullptr;
  }

  void check_booking(const Booking& booking, const std::string& pointer) {
    const Date start = booking.days.start;
    const Date end = booking.days.end;
    if (end < start)
      return validation_.report("policy.booking-reversed", pointer + "/days",
                                {{"event", Text(booking.event.str())}, {"start", iso(start)}, {"end", iso(end)}});
    const Timing* const timing = timing_of(booking.event);
    std::vector<Window> windows = timing == nullptr ? std::vector<Window>{} : timing->windows;
    if (!booking.window.empty()) {
      std::vector<std::string_view> known;
      for (const Window& window : windows)
        if (!window.id.empty()) known.emplace_back(window.id);
      windows.erase(
          std::remove_if(windows.begin(), windows.end(), [&](const Window& w) { return w.id != booking.window; }),
          windows.end());
      if (windows.empty())
        return validation_.report("policy.unknown-window", pointer + "/window",
                                  {{"event", Text(booking.event.str())},
                                   {"window", Text(booking.window.str())},
                                   {"known", Text(in_one_line(known))}});
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
    validation_.report("policy.booking-outside-window", pointer + "/days",
                       {{"event", Text(booking.event.str())},
                        {"start", iso(start)},
                        {"end", iso(end)},
                        {"windows", Text(allowed.empty() ? "–" : allowed)}});
  }

  void check_school_years() {
    if (policy_.school_years.empty()) return;
    const Calendar calendar = local_calendar(policy_);
    for (std::size_t i = 0; i < policy_.school_years.size(); ++i) {
      for (SchoolYearProblem& problem : check_school_year(policy_.school_years[i], calendar)) {
        std::string pointer = make_pointer("", "school_years", i);
        if (problem.index) {
          const bool is_break = problem.code.substr(0, 15) == "calendar.break-";
          pointer = make_pointer(std::move(pointer), is_break ? "breaks" : "staff_training_days", *problem.index);
        }
        Finding finding =
            make_finding(problem.code, Severity::error, Text(std::move(pointer)), std::move(problem.data));
        for (const auto& [name, datum] : finding.data) {
          if (name != "source") continue;  // the law that sets the limit
          Basis basis;
          basis.origin = Origin::law;
          basis.modal = Modal::shall;
          basis.reading = std::get<Text>(datum);
          finding.basis = std::move(basis);
        }
        validation_.report(std::move(finding));
      }
    }
  }

  Validation& validation_;
  const LocalPolicy& policy_;
  const Guideline& guideline_;
};

}  // namespace

std::vector<Finding> validate(const Guideline& guideline) {
  const Names names(guideline);
  const Sentences sentences(guideline);
  Validation validation(names, sentences);
  validation.check_format_version(guideline.format_version);
  if (guideline.valid_to && *guideline.valid_to < guideline.valid_from)
    validation.report("guideline.ends-before-start", "/valid_to",
                      {{"from", iso(guideline.valid_from)}, {"to", iso(*guideline.valid_to)}});
  check_sentences(validation, guideline, sentences);
  check_scheduled_ids(validation, guideline);
  const TypeInfo& type = type_info<Guideline>();
  check_all(validation, type, &guideline);
  return std::move(validation).in_document_order(type);
}

std::vector<Finding> validate(const LocalPolicy& policy, const Guideline& guideline) {
  Names names(guideline);
  names.add(policy);
  const Sentences sentences(guideline);
  Validation validation(names, sentences);
  validation.check_format_version(policy.format_version);
  PolicyChecker(validation, policy, guideline).all();
  const TypeInfo& type = type_info<LocalPolicy>();
  check_all(validation, type, &policy);
  return std::move(validation).in_document_order(type);
}

}  // namespace kvalitet
