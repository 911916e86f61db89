#include "cycle/entries.hpp"

#include "base/words.hpp"
#include "cycle/words.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

const Timing& some_time_in_the_school_year() {
  static const Timing timing;
  return timing;
}

bool contains(const std::vector<Id>& ids, const Id& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void add_once(std::vector<Id>& ids, const Id& id) {
  if (!id.empty() && !contains(ids, id)) ids.push_back(id);
}

std::optional<Id> id_of(const std::optional<Link>& link) { return link ? std::optional<Id>(link->id) : std::nullopt; }

class Entries {
 public:
  Entries(const Guideline& guideline, const LocalPolicy& policy) : guideline_(guideline), policy_(policy) {
    std::size_t most = guideline.dialogues.size() + guideline.meetings.size() + guideline.surveys.size() +
                       guideline.documents.size() + policy.follow_ups.size();
    for (const Dialogue& dialogue : guideline.dialogues) most += dialogue.brings.size();
    for (const Dialogue& meeting : guideline.meetings) most += meeting.brings.size();
    entries_.reserve(most);
  }

  std::vector<Entry> all() {
    for (const Dialogue& dialogue : guideline_.dialogues) add(EventKind::dialogue, dialogue);
    for (const Dialogue& meeting : guideline_.meetings) add(EventKind::meeting, meeting);
    for (const Survey& survey : guideline_.surveys) add(survey);
    for (const Document& document : guideline_.documents) add(document);
    for (const FollowUpPoint& point : policy_.follow_ups) add(point);
    return std::move(entries_);
  }

 private:
  void add(EventKind kind, const Dialogue& dialogue) {
    Event& event = begin(kind, dialogue.id, dialogue.timing);
    event.title = in_both_languages(dialogue.title);
    event.actors.reserve(dialogue.participants.size() + dialogue.brings.size());
    for (const Participant& participant : dialogue.participants) add_once(event.actors, participant.actor);
    for (const Bring& bring : dialogue.brings) add_once(event.actors, bring.by);
    event.participants = dialogue.participants;
    event.duration_minutes = dialogue.duration_minutes;
    event.form = dialogue.form;
    event.brings = dialogue.brings;
    event.starts = dialogue.starts;
    event.school_forms = dialogue.school_forms;
    event.dimension = id_of(dialogue.dimension);
    event.question = id_of(dialogue.question);
    event.basis = dialogue.basis;
    entries_.back().months_without = months_without(kind);
    finish(event, dialogue.between);
  }

  void add(const Survey& survey) {
    Event& event = begin(EventKind::survey, survey.id, survey.timing);
    event.title = in_both_languages(survey.title);
    add_once(event.actors, survey.asked_by);
    for (const Id& respondent : survey.respondents) add_once(event.actors, respondent);
    event.school_forms = survey.school_forms;
    event.question = id_of(survey.question);
    event.basis = survey.basis;
    finish(event);
  }

  void add(const Document& document) {
    if (document.timing) return add(document, *document.timing);
    const std::size_t before = entries_.size();
    for (const Dialogue& dialogue : guideline_.dialogues) add(document, EventKind::dialogue, dialogue);
    for (const Dialogue& meeting : guideline_.meetings) add(document, EventKind::meeting, meeting);
    if (entries_.size() == before && has_local_days(document.id)) add(document, some_time_in_the_school_year());
  }

  void add(const Document& document, const Timing& timing) {
    Event& event = begin(document, timing);
    event.title = in_both_languages(document.title);
    event.basis = document.basis;
    finish(event);
  }

  void add(const Document& document, EventKind kind, const Dialogue& dialogue) {
    for (const Bring& bring : dialogue.brings) {
      if (bring.document != document.id) continue;
      Event& event = begin(document, dialogue.timing);
      event.title = document_for(document.title, dialogue.title);
      add_once(event.actors, bring.by);
      event.brings = {bring};
      if (event.school_forms.empty()) event.school_forms = dialogue.school_forms;
      event.basis = bring.basis;
      entries_.back().dialogue = dialogue.id;
      entries_.back().months_without = months_without(kind);
      finish(event);
    }
  }

  void add(const FollowUpPoint& point) {
    Event& event = begin(EventKind::follow_up, point.id, point.timing);
    event.title = in_both_languages(point.title);
    add_once(event.actors, point.actor);
    event.basis.reading = policy_.is_default ? Localised{"Tillfället är ett förval som ingen har beslutat.",
                                                         "The occasion is a default that nobody has decided."}
                                             : Localised{"Tillfället är satt i de lokala inställningarna.",
                                                         "The occasion is set in the local policy."};
    finish(event);
  }

  Event& begin(EventKind kind, const Id& type, const Timing& timing) {
    Entry& entry = entries_.emplace_back(Entry{Event{}, &timing, {}, nullptr});
    entry.event.kind = kind;
    entry.event.type = type;
    entry.event.clock = timing.clock;
    return entry.event;
  }

  Event& begin(const Document& document, const Timing& timing) {
    Event& event = begin(EventKind::document, document.id, timing);
    add_once(event.actors, document.owner);
    event.school_forms = document.school_forms;
    event.question = id_of(document.question);
    return event;
  }

  void finish(Event& event, const std::vector<Id>& between = {}) const {
    event.audience = event.actors;
    if (event.kind != EventKind::follow_up)  // whose names are the policy's; duties are about the guideline's
      for (const Duty& duty : guideline_.duties)
        if (duty.about == event.type) add_once(event.audience, duty.actor);
    event.levels.reserve(guideline_.levels.size());
    for (const Audience& added : policy_.audiences)
      if (added.event == event.type)
        for (const Id& actor : added.actors) add_once(event.audience, actor);
    for (const Concept& level : guideline_.levels)
      if (contains(between, level.id) || acts_on(level.id, event.actors)) add_once(event.levels, level.id);
  }

  bool acts_on(const Id& level, const std::vector<Id>& actors) const {
    return std::any_of(guideline_.actors.begin(), guideline_.actors.end(),
                       [&](const Actor& actor) { return actor.level == level && contains(actors, actor.id); });
  }

  bool has_local_days(const Id& document) const {
    return std::any_of(policy_.due_dates.begin(), policy_.due_dates.end(),
                       [&](const DueDate& due) { return due.document == document; }) ||
           std::any_of(policy_.bookings.begin(), policy_.bookings.end(),
                       [&](const Booking& booking) { return booking.event == document; });
  }

  const std::vector<int>* months_without(EventKind kind) const {
    return kind == EventKind::meeting ? &policy_.months_without_meeting : nullptr;
  }

  const Guideline& guideline_;
  const LocalPolicy& policy_;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> entries_of(const Guideline& guideline, const LocalPolicy& policy) {
  return Entries(guideline, policy).all();
}

}  // namespace kvalitet
