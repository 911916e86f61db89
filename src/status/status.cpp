#include "kvalitet/status/status.hpp"

#include "base/pointer.hpp"
#include "base/words.hpp"
#include "rules/decided.hpp"
#include "status/evidence.hpp"
#include "survey/comparison_words.hpp"

#include <algorithm>
#include <map>

namespace kvalitet {
namespace {

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// An event that evidence or a decision names, or none: it holds for every one. A booking's own name means its
/// occasion.
bool is_about(std::string_view named, std::string_view event) {
  return named.empty() || named == event ||
         (named.size() > event.size() + 1 && named.substr(0, event.size()) == event && named[event.size()] == ':');
}

class Rows {
 public:
  Rows(const QualitySystem& system, const Register& units, const FiledDocuments& documents, const Shelf& shelf,
       const StatusOptions& options, std::span<const Evidence> more)
      : system_(system), units_(units), documents_(documents), shelf_(shelf), options_(options), more_(more) {}

  void add(const Occasion& occasion) {
    const bool of_principals = leads_units(occasion.row.actor, system_.guideline);
    if (!options_.principal.empty() && !of_principals) return;
    unread_.clear();
    if (occasion.row.proof == Proof::matter) return add_matters(occasion);
    std::vector<Exhibit> shown = shelf_.about(occasion);
    unread_ = shelf_.unread_about(occasion);
    add_more(occasion, shown);
    if (of_principals)
      add_principals(occasion, by_unit(shown));
    else if (occasion.event != nullptr && is_of_each_unit(occasion))
      add_units(occasion, by_unit(shown), nullptr, units_owing(occasion));
    else
      put(occasion, nullptr, {}, judged(occasion, all_of(shown), std::nullopt));
  }

  /// Files with raw answers: each has a row, and the day on which it is to be gone.
  void add_raw_answers(const Period& year) {
    if (!options_.principal.empty() || (!options_.actor.empty() && options_.actor != "organiser")) return;
    for (const Filed<SurveyRegister>& filed : documents_.surveys)
      for (std::size_t i = 0; i < filed.read.value.raw_answers.size(); ++i) {
        const RawAnswers& raw = filed.read.value.raw_answers[i];
        const bool is_gone = raw.erased_on && *raw.erased_on <= options_.as_of;
        if (is_gone && !year.contains(*raw.erased_on)) continue;
        if (raw.read_on && options_.as_of < *raw.read_on) continue;
        StatusRow& row = rows_.emplace_back();
        row.actor = "organiser";
        row.duty = "erase-raw-answers";
        row.what = render({"Radera råsvaren i ”{file}”", "Erase the raw answers in “{file}”"}, {{"file", raw.file}});
        row.event = raw.round;
        row.when = round_in_words(raw.round);
        row.from = raw.read_on;
        row.due = raw.erase_by;
        row.state = is_gone                                          ? DutyState::done
                    : raw.erase_by && options_.as_of > *raw.erase_by ? DutyState::late
                                                                     : DutyState::due;
        Evidence evidence;
        evidence.duty = row.duty;
        evidence.event = row.event;
        evidence.file = filed.file;
        evidence.pointer = Text(make_pointer("", "raw_answers", i));
        evidence.date = raw.erased_on;
        if (!is_gone) falls_short(evidence, "status.raw-answers-there", {{"file", raw.file}});
        row.evidence.push_back(std::move(evidence));
        row.basis.origin = Origin::local_policy;
      }
  }

  std::vector<StatusRow> take() { return std::move(rows_); }

 private:
  struct Judged {
    DutyState state = DutyState::unknown;
    const DutyDeviation* deviation = nullptr;
    std::vector<const Evidence*> evidence;
  };

  using ByUnit = std::vector<std::vector<const Evidence*>>;

  /// Whether somebody who leads no unit has something to do for each: meet it, or ask its pupils.
  [[nodiscard]] bool is_of_each_unit(const Occasion& occasion) const {
    switch (occasion.row.proof) {
      case Proof::dialogue_session: return occasion.event->kind == EventKind::dialogue && meets_units(*occasion.event);
      case Proof::survey_counts:
      case Proof::survey_link: return !units_.municipality.units.empty();
      default: return false;
    }
  }

  static std::vector<const Evidence*> all_of(const std::vector<Exhibit>& shown) {
    std::vector<const Evidence*> all;
    all.reserve(shown.size());
    for (const Exhibit& one : shown) all.push_back(&one.evidence);
    return all;
  }

  [[nodiscard]] bool meets_units(const Event& event) const {
    return std::any_of(event.actors.begin(), event.actors.end(),
                       [&](const Id& actor) { return leads_units(actor, system_.guideline); });
  }

  /// The units that are there on the day, of the school forms that the occasion is for.
  [[nodiscard]] std::vector<std::size_t> units_owing(const Occasion& occasion) const {
    std::vector<SchoolForm> forms =
        occasion.event == nullptr ? std::vector<SchoolForm>{} : occasion.event->school_forms;
    if (forms.empty())
      for (const Document& document : system_.guideline.documents)
        if (document.id == occasion.row.document) forms = document.school_forms;
    std::vector<std::size_t> owing;
    for (std::size_t u = 0; u < units_.municipality.units.size(); ++u) {
      const MunicipalUnit& unit = units_.municipality.units[u];
      const bool of_form = forms.empty() || std::any_of(forms.begin(), forms.end(), [&](SchoolForm form) {
                             return contains(unit.school_forms, form);
                           });
      if (of_form && holds_on(unit, occasion.owed_on())) owing.push_back(u);
    }
    return owing;
  }

  void add_more(const Occasion& occasion, std::vector<Exhibit>& shown) const {
    for (const Evidence& evidence : more_) {
      if (evidence.duty != occasion.row.duty || !is_about(evidence.event, occasion.row.event)) continue;
      Exhibit one{evidence, {}};
      for (const Id& id : evidence.units)
        if (const auto unit = units_.find(id)) one.units.push_back(*unit);
      if (evidence.units.empty() || !one.units.empty()) shown.push_back(std::move(one));
    }
  }

  /// The first decision in force about the duty, for the unit or for all.
  [[nodiscard]] const DutyDeviation* deviation_from(const Occasion& occasion, std::optional<std::size_t> unit) const {
    for (const Filed<Deviations>& filed : documents_.deviations)
      for (const DutyDeviation& one : filed.read.value.deviations)
        if (one.duty == occasion.row.duty && is_about(one.event, occasion.row.event) &&
            is_in_force(one, options_.as_of) &&
            (one.units.empty() || (unit && contains(one.units, units_.municipality.units[*unit].id))))
          return &one;
    return nullptr;
  }

  [[nodiscard]] DutyState when_not_shown(const Occasion& occasion) const {
    if (occasion.row.basis.modal == Modal::may) return DutyState::not_required;
    if (occasion.row.due && options_.as_of <= *occasion.row.due) return DutyState::due;
    if (!occasion.row.due && occasion.row.from && options_.as_of < *occasion.row.from) return DutyState::due;
    return occasion.row.due && occasion.asks_for_record ? DutyState::late : DutyState::unknown;
  }

  /// What there is about one unit, or about the occasion as such.
  [[nodiscard]] Judged judged(const Occasion& occasion, std::vector<const Evidence*> evidence,
                              std::optional<std::size_t> unit) const {
    Judged judged;
    const bool done =
        std::any_of(evidence.begin(), evidence.end(), [](const Evidence* one) { return one->sufficient; });
    judged.evidence = std::move(evidence);
    if (!done) judged.deviation = deviation_from(occasion, unit);
    judged.state = done                          ? DutyState::done
                   : judged.deviation != nullptr ? DutyState::deviation
                                                 : when_not_shown(occasion);
    if (judged.state == DutyState::late) do_justice(judged);
    return judged;
  }

  /// Nobody is late as long as a file that could not be read may be theirs.
  void do_justice(Judged& judged) const {
    const bool read_in_part = std::any_of(judged.evidence.begin(), judged.evidence.end(),
                                          [](const Evidence* one) { return one->code == "status.read-in-part"; });
    if (!read_in_part && unread_.empty()) return;
    judged.state = DutyState::unknown;
    for (const Evidence& one : unread_) judged.evidence.push_back(&one);
  }

  /// By unit, in the order of what is shown.
  [[nodiscard]] ByUnit by_unit(const std::vector<Exhibit>& shown) const {
    ByUnit of(units_.municipality.units.size());
    for (const Exhibit& one : shown) {
      for (const std::size_t unit : one.units) of[unit].push_back(&one.evidence);
      if (one.units.empty())
        for (auto& evidence : of) evidence.push_back(&one.evidence);
    }
    return of;
  }

  void add_principals(const Occasion& occasion, const ByUnit& shown) {
    std::map<const Principal*, std::vector<std::size_t>> led;  // nullptr: by nobody
    for (const std::size_t unit : units_owing(occasion)) {
      const std::vector<const Principal*> leaders = units_.leaders(unit, occasion.owed_on());
      for (const Principal* const leader : leaders) led[leader].push_back(unit);
      if (leaders.empty()) led[nullptr].push_back(unit);
    }
    for (const Principal& principal : units_.municipality.principals) {
      if (!options_.principal.empty() && !Register::is_called(principal, options_.principal)) continue;
      if (const auto own = led.find(&principal); own != led.end()) add_units(occasion, shown, &principal, own->second);
    }
    if (const auto vacant = led.find(nullptr); vacant != led.end() && options_.principal.empty())
      add_units(occasion, shown, nullptr, vacant->second);
  }

  /// A row for the units that are in the same state.
  void add_units(const Occasion& occasion, const ByUnit& shown, const Principal* principal,
                 const std::vector<std::size_t>& units) {
    struct Group {
      Judged judged;
      std::vector<std::size_t> units;
    };
    std::vector<Group> groups;
    for (const std::size_t unit : units) {
      Judged judged = this->judged(occasion, shown[unit], unit);
      const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
        return group.judged.state == judged.state && group.judged.deviation == judged.deviation;
      });
      Group& group = same == groups.end() ? groups.emplace_back() : *same;
      group.units.push_back(unit);
      if (group.units.size() == 1) {
        group.judged = std::move(judged);
        continue;
      }
      for (const Evidence* const one : judged.evidence)
        if (!contains(group.judged.evidence, one)) group.judged.evidence.push_back(one);
    }
    for (const Group& group : groups) put(occasion, principal, group.units, group.judged);
  }

  StatusRow& put(const Occasion& occasion, const Principal* principal, const std::vector<std::size_t>& units,
                 const Judged& judged) {
    StatusRow& row = rows_.emplace_back();
    const DutyRow& duty = occasion.row;
    row.actor = duty.actor;
    if (principal != nullptr) row.principal = principal->name;
    for (const std::size_t unit : units) row.units.push_back(units_.municipality.units[unit].id);
    row.duty = duty.duty;
    row.what = duty.what;
    row.event = duty.event;
    if (occasion.event != nullptr) row.when = occasion.event->title;
    row.state = judged.state;
    row.from = duty.from;
    row.due = duty.due;
    for (const Evidence* const one : judged.evidence) row.evidence.push_back(of_row(*one, row.units));
    if (judged.deviation != nullptr) row.deviation = *judged.deviation;
    row.supports = duty.supports;
    row.basis = duty.basis;
    return row;
  }

  /// Evidence as far as it is about the row's units.
  static Evidence of_row(Evidence evidence, const std::vector<Id>& units) {
    if (!units.empty())
      evidence.units.erase(std::remove_if(evidence.units.begin(), evidence.units.end(),
                                          [&](const Id& unit) { return !contains(units, unit); }),
                           evidence.units.end());
    return evidence;
  }

  /// Each matter has a row, and its own day: that on which it is decided.
  void add_matters(const Occasion& occasion) {
    for (const Shelf::JudgedMatter& one : shelf_.matters()) {
      Occasion own = occasion;
      own.row.event = Text(one.matter->id.str());
      own.row.due = one.matter->decided_on;
      Evidence evidence = one.evidence;
      evidence.duty = occasion.row.duty;
      evidence.event = own.row.event;
      if (one.matter->assessment) evidence.date = one.matter->assessment->decided_on;
      const Finding* const against = finding_against(occasion.row.basis, one.findings);
      if (against != nullptr)
        falls_short(evidence, *against);
      else if (!one.matter->touches_children)
        falls_short(evidence, "status.not-considered");
      std::vector<const Evidence*> all{&evidence};
      for (const Evidence& other : more_)
        if (other.duty == own.row.duty && is_about(other.event, own.row.event)) all.push_back(&other);
      Judged judged = this->judged(own, std::move(all), std::nullopt);
      if (one.matter->touches_children == Touches::not_at_all) judged.state = DutyState::not_required;
      std::optional<DutyDeviation> decided;
      if (judged.state != DutyState::done && against != nullptr && against->deviation) {
        const Deviation& from = *against->deviation;
        decided = DutyDeviation{occasion.row.duty, own.row.event,   {},        from.decided_by,
                                from.reason,       from.decided_on, from.until};
        judged.state = DutyState::deviation;
        judged.deviation = &*decided;
      }
      put(own, nullptr, {}, judged).when = {one.matter->title, one.matter->title};
    }
  }

  const QualitySystem& system_;
  const Register& units_;
  const FiledDocuments& documents_;
  const Shelf& shelf_;
  const StatusOptions& options_;
  std::span<const Evidence> more_;
  std::vector<Evidence> unread_;  // about the occasion at hand
  std::vector<StatusRow> rows_;
};

/// What has no occasion and leaves no trace: such as to lead the work, all the year.
bool is_standing(const Occasion& occasion) { return occasion.event == nullptr && occasion.row.proof == Proof::nothing; }

}  // namespace

std::vector<StatusRow> status(const QualitySystem& system, const Municipality& municipality,
                              const FiledDocuments& documents, SchoolYear year, const StatusOptions& options,
                              std::span<const Evidence> more) {
  if (options.as_of < system.guideline.valid_from) return {};
  const AnnualCycle cycle = annual_cycle(system, year);
  const Register units(municipality);
  const Shelf shelf(system, units, documents, cycle, options.as_of);
  Rows rows(system, units, documents, shelf, options, more);
  for (const Occasion& occasion : occasions_of(system, cycle, options.actor))
    if (options.standing || !is_standing(occasion)) rows.add(occasion);
  rows.add_raw_answers(cycle.period);
  return rows.take();
}

}  // namespace kvalitet
