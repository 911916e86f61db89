#include "rules/plan_consistency.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

template <class List>
bool has_id(const List& list, std::string_view id) {
  return std::any_of(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
}

class Consistency {
 public:
  Consistency(const CommitmentPlan& plan, const QualitySystem& system, Date as_of, std::vector<Finding>& findings)
      : plan_(plan), system_(system), as_of_(as_of), findings_(findings) {}

  void run() {
    if (plan_.format_version != CommitmentPlan{}.format_version)
      add("plan.unknown-format-version", "/format_version",
          {{"found", std::int64_t{plan_.format_version}}, {"known", std::int64_t{CommitmentPlan{}.format_version}}});
    if (plan_.years < 1) add("plan.no-years", "/years", {});
    for (std::size_t i = 0; i < plan_.units.size(); ++i) once(plan_.units, &Unit::id, i, "/units", "id");
    for (std::size_t a = 0; a < plan_.areas.size(); ++a) area(a);
    for (std::size_t i = 0; i < plan_.deviations.size(); ++i) deviation(i);
  }

 private:
  void area(std::size_t a) {
    const GoalArea& area = plan_.areas[a];
    if (!area.kind.empty()) {
      if (!has_id(system_.guideline.goal_areas, area.kind) && !has_id(system_.policy.goal_areas, area.kind))
        add("plan.unknown-goal-area", make_pointer("", "areas", a, "kind"),
            {{"kind", Text(area.kind.str())}, {"known", known_areas()}});
      once(plan_.areas, &GoalArea::kind, a, "/areas", "kind");
    }
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const auto& effects = area.commitments[c].expected_effects;
      const std::string at = make_pointer("", "areas", a, "commitments", c, "expected_effects");
      for (std::size_t i = 0; i < effects.size(); ++i)
        if (!effects[i].id.empty()) once(effects, &ExpectedEffect::id, i, at, "id");
    }
  }

  /// A name that an earlier item of the list already has.
  template <class Item>
  void once(const std::vector<Item>& items, Id Item::*name, std::size_t index, const std::string& pointer,
            std::string_view key) {
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(index);
    if (std::any_of(items.begin(), end, [&](const Item& item) { return item.*name == items[index].*name; }))
      add("plan.duplicate-name", make_pointer(pointer, index, key), {{"name", Text((items[index].*name).str())}});
  }

  void deviation(std::size_t i) {
    const Deviation& deviation = plan_.deviations[i];
    const std::string at = make_pointer("", "deviations", i);
    if (!has_id(system_.guideline.rules, deviation.rule) && !has_id(system_.policy.rules, deviation.rule))
      add("plan.deviation-from-unknown-rule", at + "/rule", {{"rule", Text(deviation.rule.str())}});
    if (deviation.until < as_of_)
      add("plan.deviation-expired", at + "/until",
          {{"rule", Text(deviation.rule.str())},
           {"title_sv", title_of(deviation.rule).sv},
           {"title_en", title_of(deviation.rule).en},
           {"until", Text(to_string(deviation.until))}});
  }

  [[nodiscard]] Localised title_of(const Id& id) const {
    for (const auto* rules : {&system_.guideline.rules, &system_.policy.rules})
      for (const Rule& rule : *rules)
        if (rule.id == id) return rule.title;
    return {Text(id.str()), Text(id.str())};
  }

  [[nodiscard]] Text known_areas() const {
    std::string text;
    for (const auto* areas : {&system_.guideline.goal_areas, &system_.policy.goal_areas})
      for (const Concept& area : *areas) text += (text.empty() ? "" : ", ") + area.id.str();
    return Text(std::move(text));
  }

  void add(std::string_view code, std::string pointer, Data data) {
    findings_.push_back(make_finding(code, Severity::warning, Text(std::move(pointer)), std::move(data)));
  }

  const CommitmentPlan& plan_;
  const QualitySystem& system_;
  const Date as_of_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_consistency(const CommitmentPlan& plan, const QualitySystem& system, Date as_of,
                       std::vector<Finding>& findings) {
  Consistency(plan, system, as_of, findings).run();
}

}  // namespace kvalitet
