#include "rules/municipality_case.hpp"

#include "rules/consistency.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kvalitet {
namespace {

constexpr auto own_name = [](const auto& item) { return Localised{item.name, item.name}; };

template <class A, class B>
bool overlap(const A& a, const B& b) {
  return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
}

/// The first day of those that two stretches share; none when both have always been.
template <class A, class B>
std::optional<Date> first_shared(const A& a, const B& b) {
  if (a.from && b.from) return std::max(*a.from, *b.from);
  return a.from ? a.from : b.from;
}

}  // namespace

void MunicipalityCase::check_consistency(Consistency& consistency) const {
  consistency.format_version(judged_.format_version, Municipality{}.format_version);
  consistency.once(judged_.units, &MunicipalUnit::id, "/units", "id", own_name);
  consistency.once(judged_.principals, &Principal::id, "/principals", "id", own_name);
  for (std::size_t u = 0; u < judged_.units.size(); ++u) {
    const MunicipalUnit& unit = judged_.units[u];
    consistency.in_order(unit.from, unit.to, make_pointer("", "units", u, "to"));
    for (std::size_t c = 0; c < unit.codes.size(); ++c)
      consistency.in_order(unit.codes[c].from, unit.codes[c].to, make_pointer("", "units", u, "codes", c, "to"));
  }
  check_codes(consistency);
  check_leaders(consistency);
}

/// A code means one unit at a time.
void MunicipalityCase::check_codes(Consistency& consistency) const {
  struct Held {
    const UnitCode* code;
    const MunicipalUnit* unit;
  };
  std::multimap<std::string_view, Held> held;
  for (std::size_t u = 0; u < judged_.units.size(); ++u) {
    const MunicipalUnit& unit = judged_.units[u];
    for (std::size_t c = 0; c < unit.codes.size(); ++c) {
      const UnitCode& code = unit.codes[c];
      const auto [first, last] = held.equal_range(code.code.str());
      const auto other = std::find_if(first, last, [&](const auto& one) { return overlap(*one.second.code, code); });
      if (other != last)
        consistency.add("municipality.code-twice", make_pointer("", "units", u, "codes", c, "code"),
                        {{"code", Text(code.code.str())}, {"other", other->second.unit->name}});
      held.emplace(code.code.str(), Held{&code, &unit});
    }
  }
}

/// Somebody acting stands in for the ordinary principal, so those two may lead a unit on the same day; two of the same
/// kind may not.
void MunicipalityCase::check_leaders(Consistency& consistency) const {
  std::map<std::string_view, const MunicipalUnit*> units;
  for (const MunicipalUnit& unit : judged_.units) units.emplace(unit.id, &unit);
  struct Leads {
    const Principal* principal;
    const Leadership* leadership;
  };
  std::multimap<std::string_view, Leads> leaders;
  for (std::size_t p = 0; p < judged_.principals.size(); ++p) {
    const Principal& principal = judged_.principals[p];
    for (std::size_t l = 0; l < principal.leads.size(); ++l) {
      const Leadership& leadership = principal.leads[l];
      const std::string at = make_pointer("", "principals", p, "leads", l);
      consistency.in_order(leadership.from, leadership.to, at + "/to");
      std::set<std::string_view> told;
      for (std::size_t u = 0; u < leadership.units.size(); ++u) {
        const Id& id = leadership.units[u];
        if (!told.insert(id).second) continue;
        const auto unit = units.find(id.str());
        if (unit == units.end()) {
          consistency.add("municipality.unknown-unit", make_pointer(at, "units", u), {{"name", Text(id.str())}});
          continue;
        }
        const auto [first, last] = leaders.equal_range(unit->first);
        const auto other = std::find_if(first, last, [&](const auto& one) {
          const Leadership& earlier = *one.second.leadership;
          const bool acting = leadership.kind == LeadershipKind::acting;
          return one.second.principal != &principal && overlap(earlier, leadership) &&
                 acting == (earlier.kind == LeadershipKind::acting) &&
                 (earlier.kind != LeadershipKind::shared || leadership.kind != LeadershipKind::shared);
        });
        if (other != last) {
          const std::optional<Date> day = first_shared(*other->second.leadership, leadership);
          const Text since = day ? Text(to_string(*day)) : Text("–");
          consistency.add("municipality.led-twice", make_pointer(at, "units", u),
                          {{"unit", unit->second->name},
                           {"one", other->second.principal->name},
                           {"other", principal.name},
                           {"from", since}});
        }
        leaders.emplace(unit->first, Leads{&principal, &leadership});
      }
    }
  }
}

}  // namespace kvalitet
