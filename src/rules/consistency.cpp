#include "rules/consistency.hpp"

#include "base/blank.hpp"
#include "base/finding_list.hpp"
#include "guideline/tag_sets.hpp"

#include <initializer_list>

namespace kvalitet {
namespace {

template <class Item>
const Item* find(const Id& id, std::initializer_list<const std::vector<Item>*> lists) {
  for (const auto* list : lists)
    for (const Item& item : *list)
      if (item.id == id) return &item;
  return nullptr;
}

}  // namespace

void Consistency::add(std::string_view code, std::string pointer, Data data, std::optional<Basis> basis) {
  findings_.push_back(make_finding(code, Severity::warning, Text(std::move(pointer)), std::move(data)));
  findings_.back().basis = std::move(basis);
}

void Consistency::format_version(int found, int known) {
  if (found != known)
    add("document.unknown-format-version", "/format_version",
        {{"found", std::int64_t{found}}, {"known", std::int64_t{known}}});
}

void Consistency::unknown(std::string_view code, std::string pointer, std::string_view name,
                          const std::vector<Named>& known) {
  const Localised all = in_one_line(known);
  add(code, std::move(pointer), {{"name", Text(name)}, {"known_sv", all.sv}, {"known_en", all.en}});
}

std::vector<Named> Consistency::known_areas() const {
  std::vector<Named> known;
  for (const auto* areas : {&system.guideline.goal_areas, &system.policy.goal_areas})
    for (const Concept& area : *areas) known.push_back({area.title, area.id});
  return known;
}

void Consistency::goal_area(const Id& kind, std::string pointer) {
  if (kind.empty()) return;
  for (const auto* areas : {&system.guideline.goal_areas, &system.policy.goal_areas})
    for (const Concept& area : *areas)
      if (area.id == kind) return;
  unknown("document.unknown-goal-area", std::move(pointer), kind, known_areas());
}

void Consistency::tags(const std::vector<Tag>& tags, const std::string& pointer) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (find_tag(system, tags[i]) != nullptr) continue;
    std::vector<Named> known;
    for (const auto* sets : tag_sets(system))
      for (const FactorSet& set : *sets)
        for (const Concept& one : set.factors)
          if (set.id == tags[i].set) known.push_back({one.title, one.id});
    if (known.empty())
      for (const auto* sets : tag_sets(system))
        for (const FactorSet& set : *sets) known.push_back({set.title, set.id});
    unknown("document.unknown-tag", make_pointer(pointer, i), to_string(tags[i]), known);
  }
}

void Consistency::in_order(std::optional<Date> first, std::optional<Date> second, std::string pointer) {
  if (first && second && *second < *first)
    add("document.dates-reversed", std::move(pointer),
        {{"start", Text(to_string(*first))}, {"end", Text(to_string(*second))}});
}

void Consistency::deviations(const std::vector<Deviation>& deviations) {
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    const Deviation& deviation = deviations[i];
    const std::string at = make_pointer("", "deviations", i);
    const Rule* const rule = find(deviation.rule, {&system.guideline.rules, &system.policy.rules});
    if (rule == nullptr)
      add("document.deviation-from-unknown-rule", at + "/rule", {{"rule", Text(deviation.rule.str())}});
    const Localised title = title_or_id({rule == nullptr ? Localised{} : rule->title, deviation.rule});
    decision(deviation, at, {Text("regeln ”" + title.sv.str() + "”"), Text("the rule “" + title.en.str() + "”")});
  }
}

void Consistency::deviations(const std::vector<DutyDeviation>& deviations) {
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    const DutyDeviation& deviation = deviations[i];
    const std::string at = make_pointer("", "deviations", i);
    const Duty* const duty = find(deviation.duty, {&system.guideline.duties});
    if (duty == nullptr)
      add("document.deviation-from-unknown-duty", at + "/duty", {{"duty", Text(deviation.duty.str())}});
    const Localised title = title_or_id({duty == nullptr ? Localised{} : duty->what, deviation.duty});
    decision(deviation, at, {Text("uppgiften ”" + title.sv.str() + "”"), Text("the duty “" + title.en.str() + "”")});
  }
}

template <class Decided>
void Consistency::decision(const Decided& deviation, const std::string& pointer, const Localised& from) {
  const auto add_on = [&](std::string_view code, std::string_view key, Data more) {
    Data data{{"from_sv", from.sv}, {"from_en", from.en}};
    data.insert(data.end(), more.begin(), more.end());
    add(code, make_pointer(pointer, key), std::move(data));
  };
  const auto incomplete = [&](std::string_view key, const Label& missing) {
    add_on("document.deviation-incomplete", key, {{"missing_sv", Text(missing.sv)}, {"missing_en", Text(missing.en)}});
  };
  if (is_blank(deviation.decided_by)) incomplete("decided_by", {"vem som har beslutat", "who decided"});
  if (is_blank(deviation.reason)) incomplete("reason", {"varför", "why"});
  if (!deviation.decided_on) incomplete("decided_on", {"när beslutet togs", "when it was decided"});
  const Text until(to_string(deviation.until));
  if (deviation.decided_on && deviation.until < *deviation.decided_on)
    add_on("document.deviation-reversed", "decided_on",
           {{"decided_on", Text(to_string(*deviation.decided_on))}, {"until", until}});
  if (deviation.until < as_of_) add_on("document.deviation-expired", "until", {{"until", until}});
}

}  // namespace kvalitet
