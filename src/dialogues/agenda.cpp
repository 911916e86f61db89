#include "kvalitet/dialogues/agenda.hpp"

#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace kvalitet {
namespace {

const Dialogue& dialogue_named(const Guideline& guideline, std::string_view id) {
  const Dialogue* const found = find_dialogue(guideline, id);
  if (found != nullptr) return *found;
  std::string known;
  for (const auto* list : {&guideline.dialogues, &guideline.meetings})
    for (const Dialogue& dialogue : *list) known += (known.empty() ? "" : ", ") + dialogue.id.str();
  throw NotFoundError("dialogue.not-found", {{"id", Text::from(std::string(id)).value_or(Text("?"))},
                                             {"guideline", Text(guideline.id.str())},
                                             {"known", Text(known.empty() ? "–" : known)}});
}

/// The fewest groups of at least `min` and at most `max` that `count` splits into; 0 when there are none.
std::size_t number_of_groups(std::size_t count, std::size_t min, std::size_t max) {
  const std::size_t groups = (count + max - 1) / max;
  return groups * min <= count ? groups : 0;
}

}  // namespace

const Dialogue* find_dialogue(const Guideline& guideline, std::string_view id) {
  for (const auto* list : {&guideline.dialogues, &guideline.meetings})
    for (const Dialogue& dialogue : *list)
      if (dialogue.id == id) return &dialogue;
  return nullptr;
}

DialogueSession session_skeleton(const QualitySystem& system, std::string_view dialogue) {
  const Dialogue& held = dialogue_named(system.guideline, dialogue);
  DialogueSession session;
  session.dialogue = held.id;
  for (const Statement& topic : held.topics) session.notes.push_back({topic.words.sv, {}});
  return session;
}

Grouping group_members(const QualitySystem& system, std::string_view dialogue, std::vector<GroupMember> members) {
  const DialogueSession empty = session_skeleton(system, dialogue);
  const Dialogue& held = dialogue_named(system.guideline, dialogue);
  // Those who are grouped are those of whom there is to be a number.
  const auto grouped = std::find_if(held.participants.begin(), held.participants.end(),
                                    [](const Participant& one) { return one.min || one.max; });
  Grouping grouping;
  if (grouped == held.participants.end()) {
    grouping.ungrouped = std::move(members);
    return grouping;
  }
  const int least = std::max(grouped->min.value_or(1), 1);
  const auto min = static_cast<std::size_t>(least);
  const auto max = static_cast<std::size_t>(std::max(grouped->max.value_or(least), least));

  std::map<SchoolForm, std::vector<GroupMember>> pools;  // one for each school form, or one for all
  for (GroupMember& member : members) {
    const SchoolForm pool = grouped->same_school_form ? member.school_form : SchoolForm::FS;
    pools[pool].push_back(std::move(member));
  }
  for (auto& [form, pool] : pools) {
    const std::size_t groups = number_of_groups(pool.size(), min, max);
    if (groups == 0) {
      std::move(pool.begin(), pool.end(), std::back_inserter(grouping.ungrouped));
      continue;
    }
    std::size_t next = 0;
    for (std::size_t g = 0; g < groups; ++g) {
      DialogueSession& session = grouping.sessions.emplace_back(empty);
      const std::size_t size = pool.size() / groups + (g < pool.size() % groups ? 1 : 0);
      for (std::size_t i = 0; i < size; ++i, ++next)
        session.attendees.push_back({pool[next].name, grouped->actor, pool[next].unit, {pool[next].school_form}});
    }
  }
  return grouping;
}

}  // namespace kvalitet
