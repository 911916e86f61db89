// The checks of sessions. Section 5, Dialoger; the numbers are those of the dialogue.
#include "rules/session_case.hpp"

#include "documents/same_title.hpp"
#include "kvalitet/dialogues/agenda.hpp"
#include "rules/common.hpp"
#include "rules/consistency.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

Localised actor_title(const QualitySystem& system, const Id& id) {
  for (const Actor& actor : system.guideline.actors)
    if (actor.id == id)
      return {Text(with_small_letter(actor.title.sv)), Text(with_small_letter(in_both_languages(actor.title).en))};
  return {Text(id.str()), Text(id.str())};
}

Localised document_title(const QualitySystem& system, const Id& id) {
  for (const Document& document : system.guideline.documents)
    if (document.id == id) return document.title;
  return {Text(id.str()), Text(id.str())};
}

/// Whether there is one school form that all of them answer for.
bool share_a_form(const std::vector<const Attendee*>& people) {
  if (people.empty()) return true;
  return std::any_of(people[0]->school_forms.begin(), people[0]->school_forms.end(), [&](SchoolForm form) {
    return std::all_of(people.begin(), people.end(), [&](const Attendee* one) {
      return std::find(one->school_forms.begin(), one->school_forms.end(), form) != one->school_forms.end();
    });
  });
}

}  // namespace

void SessionCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, DialogueSession{}.format_version);
  const QualitySystem& system = consistency.system;
  if (find_dialogue(system.guideline, judged_.dialogue) == nullptr) {
    std::vector<Named> known;
    for (const auto* list : {&system.guideline.dialogues, &system.guideline.meetings})
      for (const Dialogue& dialogue : *list) known.push_back({dialogue.title, dialogue.id});
    consistency.unknown("document.unknown-part", "/dialogue", judged_.dialogue, known);
  }
}

void SessionCase::carry_out(RuleContext& context) const {
  if (context.rule.dialogue != judged_.dialogue) return;
  const Dialogue* const dialogue = find_dialogue(context.system.guideline, judged_.dialogue);
  if (dialogue == nullptr) return;
  switch (context.rule.check) {
    case Check::session_composed: return composed(context, *dialogue);
    case Check::session_within_window: return within_window(context, *dialogue);
    case Check::documents_brought: return brought(context, *dialogue);
    default: break;
  }
}

/// A session to which nobody has been named yet is not judged.
void SessionCase::composed(RuleContext& context, const Dialogue& dialogue) const {
  if (judged_.attendees.empty()) return;
  context.judged();
  for (const Participant& wanted : dialogue.participants) {
    std::vector<const Attendee*> people;
    for (const Attendee& one : judged_.attendees)
      if (one.actor == wanted.actor) people.push_back(&one);
    const Localised who = actor_title(context.system, wanted.actor);
    const Data data{{"who_sv", who.sv}, {"who_en", who.en}, {"count", number(people.size())}};
    const int least = wanted.min.value_or(1);  // somebody who takes part is there
    if (people.size() < static_cast<std::size_t>(least))
      context.report(people.empty() ? "check.nobody-there" : "check.too-few-there", "/attendees",
                     with(data, {{"min", std::int64_t{least}}}));
    if (wanted.max && people.size() > static_cast<std::size_t>(*wanted.max))
      context.report("check.too-many-there", "/attendees", with(data, {{"max", std::int64_t{*wanted.max}}}));
    const bool forms_known =
        std::none_of(people.begin(), people.end(), [](const Attendee* one) { return one->school_forms.empty(); });
    if (wanted.same_school_form && people.size() > 1 && forms_known && !share_a_form(people))
      context.report("check.different-school-forms", "/attendees", data);
  }
}

void SessionCase::within_window(RuleContext& context, const Dialogue& dialogue) const {
  if (!judged_.date || dialogue.timing.windows.empty()) return;
  context.judged();
  const int year = judged_.date->year();
  constexpr int first_year = 1401;  // so that the year before has dates
  constexpr int last_year = 9998;
  if (year < first_year || year > last_year) return;
  std::string windows;
  for (const Window& window : dialogue.timing.windows)
    for (const int start : {year - 1, year}) {
      const Period days = window_in_year(window.from, window.to, start);
      if (days.contains(*judged_.date)) return;
      if (days.end.year() == year)
        windows += (windows.empty() ? "" : ", ") + to_string(days.start) + " – " + to_string(days.end);
    }
  context.report("check.session-outside-window", "/date",
                 {{"date", Text(to_string(*judged_.date))},
                  {"dialogue_sv", dialogue.title.sv},
                  {"dialogue_en", dialogue.title.en},
                  {"windows", Text(windows.empty() ? "–" : windows)}});
}

/// Everyone who is to bring something has brought it. Judged when the record is complete: until then it may come.
void SessionCase::brought(RuleContext& context, const Dialogue& dialogue) const {
  if (judged_.state != DocumentState::complete) return;
  const TypeInfo& states = type_info<DocumentState>();
  for (const Bring& wanted : dialogue.brings)
    for (const Attendee& one : judged_.attendees) {
      if (one.actor != wanted.by) continue;
      context.judged();
      const auto found = std::find_if(judged_.brought.begin(), judged_.brought.end(), [&](const Brought& brought) {
        return brought.document == wanted.document && folded_title(brought.owner) == folded_title(one.name);
      });
      const Localised what = document_title(context.system, wanted.document);
      const Label state = states.choices[states.choice(&wanted.state)].label;
      Data data{{"name", one.name},
                {"document_sv", what.sv},
                {"document_en", what.en},
                {"state_sv", Text(state.sv)},
                {"state_en", Text(state.en)}};
      if (found == judged_.brought.end())
        context.report("check.not-brought", "/brought", std::move(data));
      else if (found->state < wanted.state)
        context.report("check.brought-unready",
                       make_pointer("", "brought", static_cast<std::size_t>(found - judged_.brought.begin()), "state"),
                       std::move(data));
    }
}

}  // namespace kvalitet
