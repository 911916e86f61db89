#include "survey/fitting.hpp"

#include "kvalitet/base/error.hpp"
#include "survey/counted.hpp"

#include <cmath>
#include <numeric>

namespace kvalitet {

Fitting::Fitting(const SurveyCounts& counts, const SurveyInstrument& instrument)
    : counts_(&counts), instrument_(&instrument) {
  for (const SurveyItem& item : instrument.items) {
    const AnswerScale* const scale = scale_of(instrument, item);
    if (scale == nullptr || scale->levels.size() < 2)
      throw UsageError("survey.unusable-instrument", {{"instrument", Text(instrument.id)}});
  }
  for (const Finding& fault : check(counts, instrument))
    if (fault.severity == Severity::error)
      throw UsageError("survey.counts-do-not-fit", {{"reason_sv", fault.message.sv}, {"reason_en", fault.message.en}});
}

std::vector<Distribution> Fitting::distributions(const GroupCounts& group) const {
  std::vector<Distribution> all;
  auto at = group.counts.begin();
  for (const SurveyItem& item : instrument_->items) {
    const AnswerScale& scale = *scale_of(*instrument_, item);
    Distribution answers;
    answers.reversed = item.reversed;
    for (std::size_t i = 0; i < scale.levels.size(); ++i) answers.counts.push_back(*at++);
    for (std::size_t i = 0; i < scale.outside.size(); ++i) answers.dont_know += *at++;
    all.push_back(std::move(answers));
  }
  return all;
}

std::int64_t on_scale(const Distribution& answers) {
  return std::accumulate(answers.counts.begin(), answers.counts.end(), std::int64_t{0});
}

Value rounded(double value) {
  if (value == 0) return Value::number(0);
  const double scale = std::pow(10.0, 9 - std::floor(std::log10(std::abs(value))));
  return Value::number(std::round(value * scale) / scale);
}

}  // namespace kvalitet
