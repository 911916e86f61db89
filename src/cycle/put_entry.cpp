#include "base/among.hpp"
#include "base/words.hpp"
#include "cycle/entries.hpp"
#include "cycle/words.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

void add_named(std::vector<Id>& ids, const Id& id) {
  if (!id.empty()) add_once(ids, id);
}

std::optional<Id> id_of(const std::optional<Link>& link) { return link ? std::optional<Id>(link->id) : std::nullopt; }

void describe(Event& event, const Entry& /*entry*/, const Dialogue& dialogue) {
  event.title = in_both_languages(dialogue.title);
  event.actors.reserve(dialogue.participants.size() + dialogue.brings.size());
  for (const Participant& participant : dialogue.participants) add_named(event.actors, participant.actor);
  for (const Bring& bring : dialogue.brings) add_named(event.actors, bring.by);
  event.participants = dialogue.participants;
  event.duration_minutes = dialogue.duration_minutes;
  event.form = dialogue.form;
  event.brings = dialogue.brings;
  event.starts = dialogue.starts;
  event.school_forms = dialogue.school_forms;
  event.dimension = id_of(dialogue.dimension);
  event.question = id_of(dialogue.question);
  event.basis = dialogue.basis;
}

void describe(Event& event, const Entry& /*entry*/, const Survey& survey) {
  event.title = in_both_languages(survey.title);
  add_named(event.actors, survey.asked_by);
  for (const Id& respondent : survey.respondents) add_named(event.actors, respondent);
  event.school_forms = survey.school_forms;
  event.question = id_of(survey.question);
  event.basis = survey.basis;
}

void describe(Event& event, const Entry& entry, const Document& document) {
  add_named(event.actors, document.owner);
  event.school_forms = document.school_forms;
  event.question = id_of(document.question);
  if (entry.bring == nullptr) {
    event.title = in_both_languages(document.title);
    event.basis = document.basis;
    return;
  }
  event.title = document_for(document.title, entry.brought_to->title);
  add_named(event.actors, entry.bring->by);
  event.brings = {*entry.bring};
  if (event.school_forms.empty()) event.school_forms = entry.brought_to->school_forms;
  event.basis = entry.bring->basis;
}

void describe(Event& event, const Entry& /*entry*/, const FollowUpPoint& point) {
  event.title = in_both_languages(point.title);
  add_named(event.actors, point.actor);
}

bool acts_on(const Id& level, const std::vector<Id>& actors, const Guideline& guideline) {
  return std::any_of(guideline.actors.begin(), guideline.actors.end(),
                     [&](const Actor& actor) { return actor.level == level && contains(actors, actor.id); });
}

/// Who takes part, has a duty about it, or is added by the policy.
std::vector<Id> audience_of(const Event& event, const QualitySystem& system) {
  std::vector<Id> audience = event.actors;
  if (event.kind != EventKind::follow_up)  // whose names are the policy's; duties are about the guideline's
    for (const Duty& duty : system.guideline.duties)
      if (duty.about == event.type) add_named(audience, duty.actor);
  for (const Audience& added : system.policy.audiences)
    if (added.event == event.type)
      for (const Id& actor : added.actors) add_named(audience, actor);
  return audience;
}

}  // namespace

void put_entry(Event& event, const Entry& entry, const QualitySystem& system) {
  event.kind = entry.kind;
  event.type = *entry.type;
  event.clock = entry.clock();
  std::visit([&](const auto* what) { describe(event, entry, *what); }, entry.what);
  if (entry.kind == EventKind::follow_up)
    event.basis.reading = system.policy.is_default ? Localised{"Tillfället är ett förval som ingen har beslutat.",
                                                               "The occasion is a default that nobody has decided."}
                                                   : Localised{"Tillfället är satt i de lokala inställningarna.",
                                                               "The occasion is set in the local policy."};
  event.audience = audience_of(event, system);
  event.levels.reserve(system.guideline.levels.size());
  const bool is_meeting = entry.kind == EventKind::dialogue || entry.kind == EventKind::meeting;
  const auto is_between = [&](const Id& level) {
    return is_meeting && contains(std::get<const Dialogue*>(entry.what)->between, level);
  };
  for (const Concept& level : system.guideline.levels)
    if (is_between(level.id) || acts_on(level.id, event.actors, system.guideline)) add_named(event.levels, level.id);
}

}  // namespace kvalitet
