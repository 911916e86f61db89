#include "kvalitet/survey/comparison.hpp"

#include "kvalitet/base/error.hpp"
#include "kvalitet/base/message.hpp"
#include "survey/comparison_words.hpp"
#include "survey/counted.hpp"
#include "survey/fitting.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace kvalitet {
namespace {

/// Whether anybody has answered an item; a side that is not there has no distributions.
bool has_answers(const std::vector<Distribution>& side, std::size_t item) {
  return !side.empty() && (on_scale(side[item]) > 0 || side[item].dont_know > 0);
}

void check_options(const ComparisonOptions& options) {
  if (!(options.confidence > 0 && options.confidence < 1)) throw UsageError("statistics.confidence-out-of-range");
  if (options.least_answers < 2 || options.least_others < 1)
    throw UsageError("survey.unusable-options",
                     {{"least", options.least_answers}, {"others", std::int64_t{options.least_others}}});
}

Value share_of(const Share& share) { return rounded(static_cast<double>(share.count) / static_cast<double>(share.of)); }

/// Whether the means differ as delta says; where nothing varies, there is no interval to tell by.
bool agrees(const ItemComparison& item, double delta) {
  const double difference = *item.difference.number_or_approximate();
  const double near = delta > 0 ? item.difference_lower.number_or_approximate().value_or(difference)
                                : -item.difference_upper.number_or_approximate().value_or(difference);
  return near > 0;
}

/// What the intervals allow to be said.
Outcome outcome_of(const ItemComparison& item, const DifferenceThresholds& thresholds) {
  if (!item.delta.number_or_approximate()) {
    // Everybody gave the same answer. How many may still differ is Wilson's limit of a share of none.
    const std::int64_t fewest = std::min(*item.answers, *item.reference_answers);
    return wilson({0, fewest}).value().upper < thresholds.small ? Outcome::similar : Outcome::unclear;
  }
  const double delta = *item.delta.number_or_approximate();
  const double lower = *item.delta_lower.number_or_approximate();
  const double upper = *item.delta_upper.number_or_approximate();
  if (difference_size(Estimate{delta, lower, upper}, thresholds) != DifferenceSize::none_shown && agrees(item, delta))
    return delta > 0 ? Outcome::above : Outcome::below;
  return std::max(std::abs(lower), std::abs(upper)) < thresholds.small ? Outcome::similar : Outcome::unclear;
}

/// The figures of two distributions with enough answers.
void compare(const Distribution& reference, const Distribution& now, const ComparisonOptions& options,
             ItemComparison& item) {
  const Summary was = summarise(reference).value();
  const Summary is = summarise(now).value();
  item.reference_answers = was.n;
  item.answers = is.n;
  item.reference_mean = rounded(was.mean);
  item.mean = rounded(is.mean);
  item.difference = rounded(is.mean - was.mean);
  if (const auto test = welch(is, was, options.confidence); test.value) {
    item.difference_lower = rounded(test.value->difference.lower);
    item.difference_upper = rounded(test.value->difference.upper);
  }
  const auto share_was = top_share(reference);
  const auto share_is = top_share(now);
  if (share_was && share_is) {
    item.reference_top_share = share_of(*share_was);
    item.top_share = share_of(*share_is);
    const Estimate difference = newcombe(*share_is, *share_was, options.confidence).value();
    item.top_difference = rounded(difference.value);
    item.top_difference_lower = rounded(difference.lower);
    item.top_difference_upper = rounded(difference.upper);
  }
  if (const auto delta = cliffs_delta(now, reference, options.confidence); delta.value) {
    item.delta = rounded(delta.value->value);
    item.delta_lower = rounded(delta.value->lower);
    item.delta_upper = rounded(delta.value->upper);
  }
  if (const auto test = mann_whitney(now, reference); test.value) item.p = rounded(test.value->p);
  item.outcome = outcome_of(item, options.thresholds);
}

/// Holm's step-down procedure over the items of one group that have a p.
void say_which_stand(std::span<ItemComparison> items, double confidence) {
  std::vector<ItemComparison*> tested;
  for (ItemComparison& item : items)
    if (item.p.number_or_approximate()) tested.push_back(&item);
  const auto p = [](const ItemComparison* item) { return *item->p.number_or_approximate(); };
  std::stable_sort(tested.begin(), tested.end(),
                   [&](const ItemComparison* a, const ItemComparison* b) { return p(a) < p(b); });
  for (std::size_t i = 0; i < tested.size(); ++i) {
    if (p(tested[i]) * static_cast<double>(tested.size() - i) > 1 - confidence) return;
    tested[i]->stands = tested[i]->outcome == Outcome::above || tested[i]->outcome == Outcome::below;
  }
}

/// `instead`: what is to be said where no item is compared.
Outcome outcome_of(const AreaComparison& area, Outcome instead) {
  if (area.items == 0) return instead;
  if (area.standing > 0) {
    const double moved = *area.difference.number_or_approximate();
    if (area.above > 0 && area.below > 0) return Outcome::mixed;
    if (area.above > 0 && moved > 0) return Outcome::above;
    if (area.below > 0 && moved < 0) return Outcome::below;
  }
  return area.similar == area.items ? Outcome::similar : Outcome::unclear;
}

/// Compares groups one after the other; the two sides have the instrument's items in order.
class Comparer {
 public:
  Comparer(SurveyComparison& comparison, const SurveyInstrument& instrument, const ComparedWith& with)
      : comparison_(comparison), instrument_(instrument), with_(with) {}

  /// Why an item cannot be compared.
  std::map<Id, Localised> not_comparable;

  /// A side that is not there has no distributions. `is_enough` says of an item whether the reference may be compared
  /// with.
  template <class IsEnough>
  void add(const std::vector<Text>& key, const std::vector<Distribution>& reference,
           const std::vector<Distribution>& now, const IsEnough& is_enough) {
    const std::size_t first = comparison_.items.size();
    const std::int64_t least = with_.options.least_answers;
    for (std::size_t i = 0; i < instrument_.items.size(); ++i) {
      ItemComparison& item = comparison_.items.emplace_back();
      item.key = key;
      item.item = instrument_.items[i].id;
      item.area = instrument_.items[i].area;
      if (const auto reason = not_comparable.find(item.item); reason != not_comparable.end()) {
        item.outcome = Outcome::not_comparable;
        item.words = reason->second;
      } else if (!has_answers(reference, i) && !has_answers(now, i)) {
        item.outcome = Outcome::not_asked;
      } else if (!reference.empty() && !now.empty() && on_scale(reference[i]) >= least && on_scale(now[i]) >= least &&
                 is_enough(i)) {
        compare(reference[i], now[i], with_.options, item);
      }
    }
    const std::span<ItemComparison> items(comparison_.items.data() + first, instrument_.items.size());
    say_which_stand(items, with_.options.confidence);
    const auto tested = std::count_if(items.begin(), items.end(), [](const ItemComparison& item) {
      return item.p.number_or_approximate().has_value();
    });
    for (ItemComparison& item : items) item.words = words_of(item, with_, tested > 1);
    for (const SurveyArea& area : instrument_.areas) add_area(key, area.id, items, reference, now);
  }

 private:
  void add_area(const std::vector<Text>& key, const Id& id, std::span<const ItemComparison> items,
                const std::vector<Distribution>& reference, const std::vector<Distribution>& now) {
    AreaComparison& area = comparison_.areas.emplace_back();
    area.key = key;
    area.area = id;
    Outcome instead = Outcome::not_asked;
    std::vector<Distribution> was;
    std::vector<Distribution> is;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].area != id) continue;
      if (items[i].outcome == Outcome::not_asked) continue;
      if (!items[i].answers) {
        if (instead != Outcome::too_few) instead = items[i].outcome;
        ++area.left_out;
        continue;
      }
      was.push_back(reference[i]);
      is.push_back(now[i]);
      ++area.items;
      area.above += items[i].outcome == Outcome::above ? 1 : 0;
      area.below += items[i].outcome == Outcome::below ? 1 : 0;
      area.similar += items[i].outcome == Outcome::similar ? 1 : 0;
      area.unclear += items[i].outcome == Outcome::unclear ? 1 : 0;
      area.standing += items[i].stands ? 1 : 0;
    }
    if (area.items > 0) {
      const double index = area_index(is).value().mean;
      const double reference_index = area_index(was).value().mean;
      area.index = rounded(index);
      area.reference_index = rounded(reference_index);
      area.difference = rounded(index - reference_index);
    }
    area.outcome = outcome_of(area, instead);
    area.words = words_of(area, with_);
  }

  SurveyComparison& comparison_;
  const SurveyInstrument& instrument_;
  const ComparedWith& with_;
};

SurveyComparison begun(const SurveyCounts& counts, const SurveyInstrument& instrument, const ComparedWith& with) {
  SurveyComparison comparison;
  comparison.instrument = instrument.id;
  comparison.survey = instrument.survey;
  comparison.round = counts.round;
  comparison.reference = with.reference;
  comparison.by = counts.by;
  comparison.method = method_in_words(with);
  return comparison;
}

Text in_one_text(std::span<const Text> all) {
  std::string text;
  for (const Text& one : all) text += (text.empty() ? "" : ", ") + one.str();
  return Text(text);
}

/// Adds a group's answers to others of the same item, or takes them away.
void add(Distribution& to, const Distribution& more, std::int64_t times) {
  to.counts.resize(more.counts.size());
  for (std::size_t level = 0; level < more.counts.size(); ++level) to.counts[level] += times * more.counts[level];
  to.dont_know += times * more.dont_know;
  to.reversed = more.reversed;
}

void require_same(const Label& what, const Text& a, const Text& b) {
  if (a != b)
    throw UsageError("survey.cannot-compare",
                     {{"what_sv", Text(what.sv)}, {"what_en", Text(what.en)}, {"a", a}, {"b", b}});
}

/// Months are told by their labels; other labels only have to differ.
void require_order(const Text& before, const Text& after) {
  const bool both_months = is_month(before) && is_month(after);
  if (both_months ? before < after : before != after) return;
  throw UsageError("survey.rounds-out-of-order", {{"before", before}, {"after", after}});
}

Text text_of(const Finding& finding, std::string_view name) {
  for (const auto& [key, value] : finding.data)
    if (key == name) return std::get<Text>(value);
  return {};
}

Localised why_not_comparable(const Finding& broken) {
  if (broken.code == "survey.item-new")
    return {"Frågan ställs för första gången.", "The item is asked for the first time."};
  return render({"Går inte att jämföra: {what_sv}.", "Cannot be compared: {what_en}."}, broken.data);
}

/// Each item's answers of the earlier instrument where the later one has the item.
std::vector<Distribution> in_order_of(const SurveyInstrument& after, const SurveyInstrument& before,
                                      const std::vector<Distribution>& answers) {
  std::vector<Distribution> ordered(after.items.size());
  for (std::size_t i = 0; i < after.items.size(); ++i)
    for (std::size_t j = 0; j < before.items.size(); ++j)
      if (before.items[j].id == after.items[i].id) ordered[i] = answers[j];
  return ordered;
}

bool is_year_before(const Text& earlier, const Text& later) {
  const std::string& a = earlier.str();
  const std::string& b = later.str();
  if (!is_month(earlier) || !is_month(later)) return false;
  return a.substr(4) == b.substr(4) && std::stoi(a.substr(0, 4)) + 1 == std::stoi(b.substr(0, 4));
}

}  // namespace

SurveyComparison compare_rounds(const SurveyCounts& before, const SurveyInstrument& before_instrument,
                                const SurveyCounts& after, const SurveyInstrument& after_instrument,
                                const ComparisonOptions& options) {
  check_options(options);
  const Fitting was(before, before_instrument);
  const Fitting is(after, after_instrument);
  require_same({"enkäten", "the survey"}, Text(before.instrument), Text(after.instrument));
  require_same({"uppdelningen", "the division"}, in_one_text(before.by), in_one_text(after.by));
  require_order(before.round, after.round);
  const ComparedWith with{Reference::earlier_round, round_in_words(before.round), options};
  SurveyComparison comparison = begun(after, after_instrument, with);
  comparison.reference_round = before.round;
  Comparer comparer(comparison, after_instrument, with);
  for (const Finding& broken : trend_breaks(before_instrument, after_instrument)) {
    const Id item(text_of(broken, "item"));
    if (broken.code == "survey.item-gone")
      comparison.gone.push_back(item);
    else
      comparer.not_comparable.emplace(item, why_not_comparable(broken));
  }

  // Both are in the order of their keys.
  auto a = was.groups().begin();
  auto b = is.groups().begin();
  const auto always = [](std::size_t) { return true; };
  const auto then = [&](const GroupCounts& group) {
    return in_order_of(after_instrument, before_instrument, was.distributions(group));
  };
  while (a != was.groups().end() || b != is.groups().end()) {
    const bool only_before = b == is.groups().end() || (a != was.groups().end() && is_before(a->key, b->key));
    const bool only_after = a == was.groups().end() || (b != is.groups().end() && is_before(b->key, a->key));
    if (only_before) {
      comparer.add(a->key, then(*a), {}, always);
      ++a;
    } else if (only_after) {
      comparer.add(b->key, {}, is.distributions(*b), always);
      ++b;
    } else {
      comparer.add(b->key, then(*a), is.distributions(*b), always);
      ++a;
      ++b;
    }
  }
  return comparison;
}

SurveyComparison compare_with_others(const SurveyCounts& counts, const SurveyInstrument& instrument,
                                     const ComparisonOptions& options) {
  check_options(options);
  const Fitting fitting(counts, instrument);
  const ComparedWith with{Reference::others, round_in_words(counts.round), options};
  SurveyComparison comparison = begun(counts, instrument, with);
  comparison.reference_round = counts.round;
  Comparer comparer(comparison, instrument, with);

  // Of each item, all groups with enough answers together; the others are what is left without a group. Whoever is left
  // out here is in nobody's others, so that nothing of them follows from what is shown.
  std::vector<const GroupCounts*> groups;
  std::vector<std::vector<Distribution>> answers;
  for (const GroupCounts& group : fitting.groups()) {
    const auto& key = group.key;
    if (!key.empty() && std::all_of(key.begin(), key.end(), [](const Text& value) { return value.empty(); })) continue;
    groups.push_back(&group);
    answers.push_back(fitting.distributions(group));
  }
  const auto is_enough = [&](const Distribution& item) { return on_scale(item) >= options.least_answers; };
  std::vector<Distribution> all;
  std::vector<int> enough(instrument.items.size());
  for (std::size_t i = 0; i < enough.size(); ++i) {
    Distribution& together = all.emplace_back();
    for (const std::vector<Distribution>& group : answers) {
      if (!is_enough(group[i])) continue;
      ++enough[i];
      add(together, group[i], 1);
    }
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<Distribution> others = all;
    for (std::size_t i = 0; i < others.size(); ++i)
      if (is_enough(answers[g][i])) add(others[i], answers[g][i], -1);
    comparer.add(groups[g]->key, others, answers[g],
                 [&](std::size_t i) { return enough[i] - (is_enough(answers[g][i]) ? 1 : 0) >= options.least_others; });
  }
  return comparison;
}

std::vector<SurveyComparison> progression(std::span<const SurveyRound> rounds, const ComparisonOptions& options) {
  std::vector<SurveyComparison> all;
  const auto add = [&](const SurveyRound& before, const SurveyRound& after) {
    all.push_back(compare_rounds(before.counts, before.instrument, after.counts, after.instrument, options));
  };
  for (std::size_t later = 1; later < rounds.size(); ++later) {
    add(rounds[later - 1], rounds[later]);
    for (std::size_t earlier = 0; earlier + 1 < later; ++earlier)
      if (is_year_before(rounds[earlier].counts.round, rounds[later].counts.round)) add(rounds[earlier], rounds[later]);
  }
  return all;
}

}  // namespace kvalitet
