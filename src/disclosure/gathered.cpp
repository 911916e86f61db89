#include "kvalitet/disclosure/gathered.hpp"

#include "base/pointer.hpp"
#include "documents/filled.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/disclosure/free_text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kvalitet {
namespace {

std::vector<std::optional<SchoolForm>> forms_of(const CommitmentPlan& plan) {
  std::vector<std::optional<SchoolForm>> forms;
  for (const Unit& unit : plan.units)
    for (const SchoolForm form : unit.school_forms)
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.emplace_back(form);
  if (forms.empty()) forms.emplace_back(std::nullopt);
  return forms;
}

Id id_of_plan(const Guideline& guideline) {
  for (const Document& document : guideline.documents)
    if (document.kind == DocumentKind::commitment_plan) return document.id;
  return {};
}

class Gatherer {
 public:
  Gatherer(const QualitySystem& system, Review review)
      : document_(id_of_plan(system.guideline)), limits_(system.policy.free_text), review_(review) {}

  void add(const FiledPlan& filed) {
    ++gathered_.plans;
    const CommitmentPlan& plan = *filed.plan;
    for (const std::optional<SchoolForm> form : forms_of(plan)) {
      seen_.clear();
      for (std::size_t a = 0; a < plan.areas.size(); ++a)
        if (is_filled(plan.areas[a])) add(form, filed, a);
    }
  }

  Gathered take() && {
    for (auto& [key, area] : areas_) gathered_.areas.push_back(std::move(area));
    std::stable_sort(gathered_.areas.begin(), gathered_.areas.end(), [](const GatheredArea& a, const GatheredArea& b) {
      const bool a_last = !a.school_form;
      const bool b_last = !b.school_form;
      return std::tuple(a_last, a.school_form, b.plans) < std::tuple(b_last, b.school_form, a.plans);
    });
    return std::move(gathered_);
  }

 private:
  using Key = std::tuple<std::optional<SchoolForm>, Id, std::string>;

  void add(std::optional<SchoolForm> form, const FiledPlan& filed, std::size_t index) {
    const CommitmentPlan& plan = *filed.plan;
    const GoalArea& area = plan.areas[index];
    const Key key(form, area.kind, area.kind.empty() ? folded_title(area.title) : std::string());
    const auto [found, is_new] = areas_.try_emplace(key);
    GatheredArea& row = found->second;
    const std::string pointer = make_pointer("", "areas", index);
    if (is_new) {
      row.school_form = form;
      row.kind = area.kind;
    }
    if (row.title.empty()) row.title = shown(area.title);
    if (std::find(seen_.begin(), seen_.end(), &row) == seen_.end()) {  // a plan counts once, however often it names it
      seen_.push_back(&row);
      ++row.plans;
      row.sources.push_back(source(filed, pointer));
    }
    for (std::size_t c = 0; c < area.commitments.size(); ++c) {
      if (!is_filled(area.commitments[c])) continue;
      const Text& title = area.commitments[c].title;
      GatheredCommitment& commitment = row.commitments.emplace_back();
      commitment.title = shown(title);
      commitment.withheld = commitment.title != title;
      commitment.source = source(filed, make_pointer(pointer, "commitments", c));
    }
  }

  Text shown(const Text& title) {
    if (review_ == Review::done || may_leave(title, limits_)) return title;
    ++gathered_.withheld;
    return {};
  }

  [[nodiscard]] Source source(const FiledPlan& filed, const std::string& pointer) const {
    return Source{document_, Text(to_string(filed.plan->school_year)), filed.plan->principal, Text(pointer),
                  filed.file};
  }

  const Id document_;
  const FreeTextLimits limits_;
  const Review review_;
  std::map<Key, GatheredArea> areas_;
  std::vector<const GatheredArea*> seen_;  // areas that the plan has been counted in
  Gathered gathered_;
};

}  // namespace

Gathered gather(std::span<const FiledPlan> plans, const QualitySystem& system, Review review) {
  Gatherer gatherer(system, review);
  for (const FiledPlan& plan : plans) gatherer.add(plan);
  return std::move(gatherer).take();
}

}  // namespace kvalitet
