#include "status/register.hpp"

#include "documents/same_title.hpp"

#include <algorithm>
#include <iterator>

namespace kvalitet {

Register::Register(const Municipality& municipality_)
    : municipality(municipality_), leaders_(municipality_.units.size()) {
  for (std::size_t u = 0; u < municipality.units.size(); ++u) {
    const MunicipalUnit& unit = municipality.units[u];
    ids_.emplace(unit.id.str(), u);
    names_.emplace(folded_title(unit.name), u);
    for (const UnitCode& code : unit.codes) codes_.emplace(code.code.str(), std::pair(u, &code));
  }
  for (const Principal& principal : municipality.principals) {
    principals_.emplace(folded_title(principal.name), &principal);
    if (principal.id.str() != folded_title(principal.name)) principals_.emplace(principal.id.str(), &principal);
    for (const Leadership& leadership : principal.leads)
      for (const Id& id : leadership.units)
        if (const auto unit = find(id)) leaders_[*unit].push_back({&principal, &leadership});
  }
}

std::optional<std::size_t> Register::find(const Id& id) const {
  const auto found = ids_.find(id.str());
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Register::find(const Unit& unit, Date day) const {
  if (const auto found = find(unit.id)) return found;
  if (unit.code)
    if (const auto found = find(std::string_view(unit.code->str()), day)) return found;
  return find(std::string_view(unit.name), day);
}

std::optional<std::size_t> Register::find(std::string_view name, Date day) const {
  if (const auto id = ids_.find(name); id != ids_.end()) return id->second;
  std::vector<std::size_t> all;
  std::vector<std::size_t> on_the_day;
  const auto add = [&](std::size_t unit, bool holds) {
    if (std::find(all.begin(), all.end(), unit) == all.end()) all.push_back(unit);
    if (holds) on_the_day.push_back(unit);
  };
  const auto [first, last] = codes_.equal_range(name);
  for (auto code = first; code != last; ++code) add(code->second.first, holds_on(*code->second.second, day));
  if (all.empty()) {
    const auto [begin, end] = names_.equal_range(folded_title(name));
    for (auto unit = begin; unit != end; ++unit) add(unit->second, holds_on(municipality.units[unit->second], day));
  }
  if (on_the_day.size() == 1) return on_the_day.front();
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

std::vector<const Principal*> Register::leaders(std::size_t unit, Date day) const {
  std::vector<const Principal*> acting;
  std::vector<const Principal*> ordinary;
  for (const Leads& leads : leaders_[unit]) {
    if (!holds_on(*leads.leadership, day)) continue;
    auto& list = leads.leadership->kind == LeadershipKind::acting ? acting : ordinary;
    if (std::find(list.begin(), list.end(), leads.principal) == list.end()) list.push_back(leads.principal);
  }
  return acting.empty() ? ordinary : acting;
}

std::vector<std::size_t> Register::led_by(std::string_view principal, const Period& days) const {
  std::vector<std::size_t> units;
  const auto [first, last] = principals_.equal_range(folded_title(principal));
  if (first == last || std::next(first) != last) return units;
  for (const Leadership& leadership : first->second->leads) {
    if ((leadership.from && days.end < *leadership.from) || (leadership.to && *leadership.to < days.start)) continue;
    for (const Id& id : leadership.units)
      if (const auto unit = find(id)) units.push_back(*unit);
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

bool Register::is_called(const Principal& principal, std::string_view name) {
  return principal.id == name || folded_title(principal.name) == folded_title(name);
}

}  // namespace kvalitet
