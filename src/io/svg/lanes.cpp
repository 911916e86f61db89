#include "io/svg/lanes.hpp"

#include "base/words.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <set>

namespace kvalitet::svg {
namespace {

template <class T>
const T* find(const std::vector<T>& all, const Id& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

Lanes::Lanes(const Guideline& guideline, const std::vector<Id>& ids) : guideline_(guideline) {
  if (ids.empty())
    for (const Concept& level : guideline.levels) lanes_.push_back({&level, nullptr});
  std::set<Id> seen;
  for (const Id& id : ids) {
    if (!seen.insert(id).second) continue;
    const Concept* const level = find(guideline.levels, id);
    const Actor* const actor = level == nullptr ? find(guideline.actors, id) : nullptr;
    if (level == nullptr && actor == nullptr) {
      std::vector<Named> known;
      for (const Concept& one : guideline.levels) known.push_back({one.title, one.id.str()});
      for (const Actor& one : guideline.actors) known.push_back({one.title, one.id.str()});
      const Localised all = in_one_line(known);
      throw NotFoundError("picture.no-such-lane", {{"id", Text(id.str())}, {"known_sv", all.sv}, {"known_en", all.en}});
    }
    lanes_.push_back({level, actor});
  }
}

std::string_view Lanes::name(std::size_t lane, Language language) const {
  const Lane& it = lanes_[lane];
  return it.level != nullptr ? it.level->title.in(language).view() : it.actor->title.in(language).view();
}

const Actor* Lanes::find_actor(const Id& id) const { return find(guideline_.actors, id); }

std::optional<std::size_t> Lanes::of_level(const Id& level) const {
  for (std::size_t i = 0; i < lanes_.size(); ++i)
    if (lanes_[i].level != nullptr && lanes_[i].level->id == level) return i;
  return std::nullopt;
}

std::optional<std::size_t> Lanes::of(const Id& actor) const {
  for (std::size_t i = 0; i < lanes_.size(); ++i)
    if (lanes_[i].actor != nullptr && lanes_[i].actor->id == actor) return i;
  const Actor* const found = find_actor(actor);
  return found == nullptr ? std::nullopt : of_level(found->level);
}

std::vector<std::size_t> Lanes::of(const Event& event) const {
  std::set<std::size_t> found;
  std::set<Id> told;  // levels of which somebody is named
  for (const Id& actor : event.actors) {
    if (const auto lane = of(actor)) found.insert(*lane);
    if (const Actor* const known = find_actor(actor)) told.insert(known->level);
  }
  for (const Id& level : event.levels)
    if (const auto lane = of_level(level); lane && told.count(level) == 0) found.insert(*lane);
  return {found.begin(), found.end()};
}

}  // namespace kvalitet::svg
