#include "rules/plan_consistency.hpp"

#include "base/blank.hpp"
#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "base/words.hpp"

#include <algorithm>
#include <set>

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
    years();
    once(plan_.units, &Unit::id, "/units", "id", [](const Unit& unit) { return Localised{unit.name, unit.name}; });
    for (std::size_t a = 0; a < plan_.areas.size(); ++a) area(a);
    once(plan_.areas, &GoalArea::kind, "/areas", "kind", [&](const GoalArea& area) {
      for (const Named& known : known_areas())
        if (area.kind == known.id) return known.title;
      return Localised{};
    });
    for (std::size_t i = 0; i < plan_.deviations.size(); ++i) deviation(i);
  }

 private:
  /// The guideline may have several such documents, as for different school forms; the plan is one of them.
  void years() {
    std::optional<int> wanted;
    std::optional<Basis> basis;
    for (const Document& document : system_.guideline.documents) {
      if (document.kind != DocumentKind::commitment_plan) continue;
      if (document.years.value_or(1) == plan_.years) return;
      if (wanted) continue;
      wanted = document.years.value_or(1);
      if (document.years) basis = document.basis;
    }
    if (!wanted && plan_.years == 1) return;
    add("plan.years-differ", "/years",
        {{"years", std::int64_t{plan_.years}}, {"wanted", std::int64_t{wanted.value_or(1)}}});
    findings_.back().basis = std::move(basis);
  }

  void area(std::size_t a) {
    const GoalArea& area = plan_.areas[a];
    if (!area.kind.empty() && !has_id(system_.guideline.goal_areas, area.kind) &&
        !has_id(system_.policy.goal_areas, area.kind)) {
      const Localised known = in_one_line(known_areas());
      add("plan.unknown-goal-area", make_pointer("", "areas", a, "kind"),
          {{"kind", Text(area.kind.str())}, {"known_sv", known.sv}, {"known_en", known.en}});
    }
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      const std::string at = make_pointer("", "areas", a, "commitments", c);
      once(area.commitments[c].expected_effects, &ExpectedEffect::id, at + "/expected_effects", "id",
           [](const ExpectedEffect&) { return Localised{}; });
      const auto& activities = area.commitments[c].activities;
      for (std::size_t i = 0; i < activities.size(); ++i) activity(activities[i], make_pointer(at, "activities", i));
    }
  }

  void activity(const Activity& activity, const std::string& at) {
    if (activity.start && activity.end && *activity.end < *activity.start)
      add("plan.dates-reversed", at + "/end",
          {{"start", Text(to_string(*activity.start))}, {"end", Text(to_string(*activity.end))}});
  }

  /// Each name that an earlier item of the list already has, and what people call it.
  template <class Item, class TitleOf>
  void once(const std::vector<Item>& items, Id Item::*name, const std::string& pointer, std::string_view key,
            TitleOf title_of) {
    std::set<std::string_view> taken;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Id& id = items[i].*name;
      if (id.empty() || taken.insert(id).second) continue;
      const Localised words = title_and_id({title_of(items[i]), id});
      add("plan.duplicate-name", make_pointer(pointer, i, key),
          {{"name", Text(id.str())}, {"name_sv", words.sv}, {"name_en", words.en}});
    }
  }

  void deviation(std::size_t i) {
    const Deviation& deviation = plan_.deviations[i];
    const std::string at = make_pointer("", "deviations", i);
    if (!has_id(system_.guideline.rules, deviation.rule) && !has_id(system_.policy.rules, deviation.rule))
      add("plan.deviation-from-unknown-rule", at + "/rule", {{"rule", Text(deviation.rule.str())}});
    const Localised title = title_of(deviation.rule);
    const auto add_on = [&](std::string_view code, std::string_view key, Data more) {
      Data data{{"rule", Text(deviation.rule.str())}, {"title_sv", title.sv}, {"title_en", title.en}};
      data.insert(data.end(), more.begin(), more.end());
      add(code, make_pointer(at, key), std::move(data));
    };
    if (is_blank(deviation.decided_by))
      add_on("plan.deviation-incomplete", "decided_by",
             {{"missing_sv", Text("vem som har beslutat")}, {"missing_en", Text("who decided")}});
    if (is_blank(deviation.reason))
      add_on("plan.deviation-incomplete", "reason", {{"missing_sv", Text("varför")}, {"missing_en", Text("why")}});
    const Text until(to_string(deviation.until));
    if (deviation.decided_on && deviation.until < *deviation.decided_on)
      add_on("plan.deviation-reversed", "decided_on",
             {{"decided_on", Text(to_string(*deviation.decided_on))}, {"until", until}});
    if (deviation.until < as_of_) add_on("plan.deviation-expired", "until", {{"until", until}});
  }

  [[nodiscard]] Localised title_of(const Id& id) const {
    for (const auto* rules : {&system_.guideline.rules, &system_.policy.rules})
      for (const Rule& rule : *rules)
        if (rule.id == id) return title_or_id({rule.title, rule.id});
    return title_or_id({{}, id});
  }

  [[nodiscard]] std::vector<Named> known_areas() const {
    std::vector<Named> known;
    for (const auto* areas : {&system_.guideline.goal_areas, &system_.policy.goal_areas})
      for (const Concept& area : *areas) known.push_back({area.title, area.id});
    return known;
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
