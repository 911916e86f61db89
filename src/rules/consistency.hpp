#pragma once
// What must hold in a document whatever the rules: names that mean something and stand once, tags of known sets, dates
// in order, and decisions to depart that hold.
#include "base/pointer.hpp"
#include "base/words.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/tag.hpp"

#include <set>

namespace kvalitet {

class Consistency {
 public:
  Consistency(const QualitySystem& system_, Date as_of, std::vector<Finding>& findings)
      : system(system_), as_of_(as_of), findings_(findings) {}

  const QualitySystem& system;

  void add(std::string_view code, std::string pointer, Data data, std::optional<Basis> basis = std::nullopt);

  void format_version(int found, int known);
  void deviations(const std::vector<Deviation>& deviations);
  void deviations(const std::vector<DutyDeviation>& deviations);
  /// A goal area's kind is one of the guideline's or the policy's, or empty.
  void goal_area(const Id& kind, std::string pointer);
  void tags(const std::vector<Tag>& tags, const std::string& pointer);
  /// A reference to something that is not there, and what is.
  void unknown(std::string_view code, std::string pointer, std::string_view name, const std::vector<Named>& known);
  /// Each name that an earlier item of the list already has, and what people call it.
  template <class Item, class TitleOf>
  void once(const std::vector<Item>& items, Id Item::*name, const std::string& pointer, std::string_view key,
            TitleOf title_of) {
    std::set<std::string_view> taken;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Id& id = items[i].*name;
      if (id.empty() || taken.insert(id).second) continue;
      const Localised words = title_and_id({title_of(items[i]), id});
      add("document.duplicate-name", make_pointer(pointer, i, key),
          {{"name", Text(id.str())}, {"name_sv", words.sv}, {"name_en", words.en}});
    }
  }
  void each_unit_once(const std::vector<Unit>& units) {
    once(units, &Unit::id, "/units", "id", [](const Unit& unit) { return Localised{unit.name, unit.name}; });
  }
  /// The same of goal areas, which go by their kind.
  template <class Area>
  void each_area_once(const std::vector<Area>& areas) {
    once(areas, &Area::kind, "/areas", "kind", [&](const Area& area) {
      for (const Named& known : known_areas())
        if (area.kind == known.id) return known.title;
      return Localised{};
    });
  }
  /// Two days of which the second cannot come before the first.
  void in_order(std::optional<Date> first, std::optional<Date> second, std::string pointer);

 private:
  /// A decision to depart from what the words name says who took it, why, and from when until when it holds.
  template <class Decided>
  void decision(const Decided& deviation, const std::string& pointer, const Localised& from);
  [[nodiscard]] std::vector<Named> known_areas() const;

  const Date as_of_;
  std::vector<Finding>& findings_;
};

/// By its title, which is in one language; no title leaves the id to stand alone.
inline constexpr auto own_title = [](const auto& item) { return Localised{item.title, item.title}; };

}  // namespace kvalitet
