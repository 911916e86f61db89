#include "kvalitet/survey/figures.hpp"

#include "survey/fitting.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet {
namespace {

ItemFigures figures_of(const GroupCounts& group, const SurveyItem& item, const Distribution& answers) {
  ItemFigures figures;
  figures.key = group.key;
  figures.item = item.id;
  figures.area = item.area;
  figures.outside = answers.dont_know;
  if (const auto summary = summarise(answers)) {
    figures.answers = summary->n;
    figures.mean = rounded(summary->mean);
    if (const auto interval = mean_interval(*summary); interval.value) {
      figures.mean_lower = rounded(interval.value->lower);
      figures.mean_upper = rounded(interval.value->upper);
    }
    if (summary->variance) figures.deviation = rounded(std::sqrt(*summary->variance));
  }
  if (const auto share = top_share(answers)) {
    figures.top_share = rounded(static_cast<double>(share->count) / static_cast<double>(share->of));
    if (const auto interval = wilson(*share)) {
      figures.top_share_lower = rounded(interval->lower);
      figures.top_share_upper = rounded(interval->upper);
    }
  }
  return figures;
}

/// What is said of an item that too few have answered; where nobody has, there is nothing to suppress.
ItemFigures without_figures(const GroupCounts& group, const SurveyItem& item, const Distribution& answers) {
  ItemFigures figures;
  figures.key = group.key;
  figures.item = item.id;
  figures.area = item.area;
  if (on_scale(answers) == 0 && answers.dont_know == 0) return figures;
  for (Value* const value : {&figures.mean, &figures.mean_lower, &figures.mean_upper, &figures.deviation,
                             &figures.top_share, &figures.top_share_lower, &figures.top_share_upper})
    *value = Value::suppressed();
  return figures;
}

/// Of the area's items that are asked together, those that most answered.
std::optional<Estimate> alpha_of(const SurveyCounts& counts, const GroupCounts& group, const Id& area) {
  const AreaMoments* most = nullptr;
  for (std::size_t i = 0; i < group.moments.size() && i < counts.scored.size(); ++i)
    if (counts.scored[i].area == area && (most == nullptr || group.moments[i].respondents > most->respondents))
      most = &group.moments[i];
  return most == nullptr || most->sums.size() < 2 ? std::nullopt : cronbachs_alpha(*most).value;
}

}  // namespace

std::vector<ItemFigures> item_figures(const SurveyCounts& counts, const SurveyInstrument& instrument,
                                      std::int64_t least_answers) {
  const Fitting fitting(counts, instrument);
  std::vector<ItemFigures> all;
  for (const GroupCounts& group : fitting.groups()) {
    const auto answers = fitting.distributions(group);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const bool shown = least_answers <= 1 || on_scale(answers[i]) >= least_answers;
      all.push_back(shown ? figures_of(group, instrument.items[i], answers[i])
                          : without_figures(group, instrument.items[i], answers[i]));
    }
  }
  return all;
}

std::vector<AreaFigures> area_figures(const SurveyCounts& counts, const SurveyInstrument& instrument,
                                      std::int64_t least_answers) {
  const Fitting fitting(counts, instrument);
  std::vector<AreaFigures> all;
  for (const GroupCounts& group : fitting.groups()) {
    const auto answers = fitting.distributions(group);
    for (const SurveyArea& area : instrument.areas) {
      AreaFigures figures;
      figures.key = group.key;
      figures.area = area.id;
      std::vector<Distribution> own;
      for (std::size_t i = 0; i < answers.size(); ++i)
        if (instrument.items[i].area == figures.area && on_scale(answers[i]) >= least_answers)
          own.push_back(answers[i]);
      if (const auto index = area_index(own)) {
        figures.answers = index->n;
        figures.index = rounded(index->mean);
      }
      // Alpha is of those who answered every item of a block, and tells of items that are left out of the index.
      const auto alpha = least_answers > 1 ? std::nullopt : alpha_of(counts, group, figures.area);
      if (alpha) {
        figures.alpha = rounded(alpha->value);
        figures.alpha_lower = rounded(alpha->lower);
        figures.alpha_upper = rounded(alpha->upper);
      }
      all.push_back(std::move(figures));
    }
  }
  return all;
}

std::vector<ResponseFigures> response_figures(const SurveyCounts& counts) {
  std::vector<ResponseFigures> all;
  for (const GroupCounts& group : counts.groups) {
    ResponseFigures figures;
    figures.key = group.key;
    figures.respondents = group.respondents;
    figures.invited = group.invited;
    if (group.invited)
      if (const auto rate = response_rate(group.respondents, *group.invited)) figures.rate = rounded(rate->value);
    all.push_back(std::move(figures));
  }
  return all;
}

}  // namespace kvalitet
