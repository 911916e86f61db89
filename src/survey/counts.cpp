#include "kvalitet/survey/counts.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "survey/counted.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string>

namespace kvalitet {
namespace {

std::int64_t sum(std::int64_t a, std::int64_t b) {
  if (a > detail::most_counted - b) throw UsageError("survey.too-many-answers");
  return a + b;
}

void add(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& more) {
  to.resize(std::max(to.size(), more.size()));
  for (std::size_t i = 0; i < more.size(); ++i) to[i] = sum(to[i], more[i]);
}

void add(GroupCounts& to, const GroupCounts& more) {
  to.invited = to.invited && more.invited ? std::optional(sum(*to.invited, *more.invited)) : std::nullopt;
  to.respondents = sum(to.respondents, more.respondents);
  add(to.counts, more.counts);
  // Sums that only some of the answers have say nothing of all.
  if (to.moments.size() != more.moments.size()) return to.moments.clear();
  for (std::size_t i = 0; i < more.moments.size(); ++i) {
    AreaMoments& both = to.moments[i] += more.moments[i];
    for (const std::int64_t number : {both.respondents, both.squares, both.squared_totals}) (void)sum(number, 0);
    for (const std::int64_t number : both.sums) (void)sum(number, 0);
  }
}

/// Groups that are put together by their keys.
class Gathering {
 public:
  void take(std::vector<Text> key, const GroupCounts& group) {
    const auto [at, is_new] = groups_.emplace(std::move(key), group);
    if (!is_new) add(at->second, group);
  }
  std::vector<GroupCounts> take_all() && {
    std::vector<GroupCounts> all;
    all.reserve(groups_.size());
    for (auto& [key, group] : groups_) {
      group.key = key;
      all.push_back(std::move(group));
    }
    return all;
  }

 private:
  struct Before {
    bool operator()(const std::vector<Text>& a, const std::vector<Text>& b) const { return is_before(a, b); }
  };
  std::map<std::vector<Text>, GroupCounts, Before> groups_;
};

std::string in_one_line(const std::vector<Text>& texts) {
  std::string line;
  for (const Text& text : texts) line += (line.empty() ? "" : ", ") + text.str();
  return line;
}

std::string in_one_line(const std::vector<CountedItem>& items) {
  std::string line;
  for (const CountedItem& item : items) {
    line += (line.empty() ? "" : ", ") + item.item.str() + " (";
    for (const int code : item.codes) line += (line.back() == '(' ? "" : " ") + std::to_string(code);
    line += ')';
  }
  return line;
}

std::string in_one_line(const std::vector<ScoredItems>& scored) {
  std::string line;
  for (const ScoredItems& one : scored) {
    line += (line.empty() ? "" : ", ") + one.area.str() + " (";
    for (const Id& item : one.items) line += (line.back() == '(' ? "" : " ") + item.str();
    line += ')';
  }
  return line;
}

void require_same(Label what, const std::string& a, const std::string& b) {
  if (a == b) return;
  throw UsageError("survey.different-counts",
                   {{"what_sv", Text(what.sv)}, {"what_en", Text(what.en)}, {"a", Text(a)}, {"b", Text(b)}});
}

}  // namespace

bool is_before(const std::vector<Text>& a, const std::vector<Text>& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (const int order = a[i].view().compare(b[i].view()); order != 0) return order < 0;
  return a.size() < b.size();
}

SurveyCounts empty_counts(const SurveyInstrument& instrument, const Text& round, std::vector<Text> by) {
  SurveyCounts counts;
  counts.instrument = instrument.id;
  counts.version = instrument.version;
  counts.round = round;
  counts.by = std::move(by);
  for (const SurveyItem& item : instrument.items) {
    CountedItem counted{item.id, {}};
    if (const AnswerScale* const scale = scale_of(instrument, item)) {
      for (const AnswerLevel& level : scale->levels) counted.codes.push_back(level.code);
      for (const AnswerLevel& level : scale->outside) counted.codes.push_back(level.code);
    }
    counts.items.push_back(std::move(counted));
  }
  counts.scored = scored_items(instrument);
  return counts;
}

std::vector<std::string> column_names(const SurveyItem& item) {
  std::vector<std::string> names{item.id.str()};
  for (const Wording& wording : item.wordings) names.push_back(folded_title(wording.text));
  for (const Text& column : item.columns) names.push_back(folded_title(column));
  names.erase(std::remove(names.begin(), names.end(), std::string()), names.end());
  return names;
}

std::vector<ScoredItems> scored_items(const SurveyInstrument& instrument) {
  std::vector<ScoredItems> all;
  for (const SurveyArea& area : instrument.areas) {
    std::vector<const SurveyItem*> firsts;  // of each list of respondents
    const std::size_t before = all.size();
    for (const SurveyItem& item : instrument.items) {
      if (item.area != area.id) continue;
      const auto known = std::find_if(firsts.begin(), firsts.end(),
                                      [&](const SurveyItem* first) { return first->respondents == item.respondents; });
      if (known == firsts.end()) {
        firsts.push_back(&item);
        all.push_back({area.id, {item.id}});
      } else {
        all[before + static_cast<std::size_t>(known - firsts.begin())].items.push_back(item.id);
      }
    }
  }
  return all;
}

const AnswerScale* scale_of(const SurveyInstrument& instrument, const SurveyItem& item) {
  const auto found = std::find_if(instrument.scales.begin(), instrument.scales.end(),
                                  [&](const AnswerScale& scale) { return scale.id == item.scale; });
  return found == instrument.scales.end() ? nullptr : &*found;
}

SurveyCounts merge(const SurveyCounts& a, const SurveyCounts& b) {
  require_same({"enkäten", "the survey"}, a.instrument.str(), b.instrument.str());
  require_same({"versionen", "the version"}, a.version.str(), b.version.str());
  require_same({"omgången", "the round"}, a.round.str(), b.round.str());
  require_same({"uppdelningen", "the division"}, in_one_line(a.by), in_one_line(b.by));
  require_same({"frågorna", "the items"}, in_one_line(a.items), in_one_line(b.items));
  require_same({"sammanhörande frågor", "the scored items"}, in_one_line(a.scored), in_one_line(b.scored));
  Gathering all;
  for (const GroupCounts& group : a.groups) all.take(group.key, group);
  for (const GroupCounts& group : b.groups) all.take(group.key, group);
  SurveyCounts merged = a;
  merged.groups = std::move(all).take_all();
  return merged;
}

SurveyCounts with_invited(SurveyCounts counts, std::span<const InvitedGroup> invited) {
  std::size_t codes = 0;
  for (const CountedItem& item : counts.items) codes += item.codes.size();
  const auto before = [](const GroupCounts& a, const GroupCounts& b) { return is_before(a.key, b.key); };
  std::vector<GroupCounts> added;
  for (const InvitedGroup& one : invited) {
    if (one.key.size() != counts.by.size() || one.invited < 0 || one.invited > detail::most_counted)
      throw UsageError(
          "survey.unusable-invited",
          {{"group", Text(in_one_line(one.key))}, {"count", one.invited}, {"by", Text(in_one_line(counts.by))}});
    const auto at =
        std::lower_bound(counts.groups.begin(), counts.groups.end(), one.key,
                         [](const GroupCounts& group, const auto& key) { return is_before(group.key, key); });
    if (at != counts.groups.end() && at->key == one.key) {
      at->invited = one.invited;
      continue;
    }
    GroupCounts group;
    group.key = one.key;
    group.invited = one.invited;
    group.counts.resize(codes);
    if (counts.groups.empty() || !counts.groups.front().moments.empty())
      for (const ScoredItems& scored : counts.scored)
        group.moments.push_back({0, std::vector<std::int64_t>(scored.items.size()), 0, 0});
    added.push_back(std::move(group));
  }
  std::stable_sort(added.begin(), added.end(), before);
  // Of a group that is there twice the last is meant.
  const auto last =
      std::unique(added.rbegin(), added.rend(), [](const auto& a, const auto& b) { return a.key == b.key; });
  const auto old = static_cast<std::ptrdiff_t>(counts.groups.size());
  counts.groups.insert(counts.groups.end(), std::make_move_iterator(last.base()), std::make_move_iterator(added.end()));
  std::inplace_merge(counts.groups.begin(), counts.groups.begin() + old, counts.groups.end(), before);
  return counts;
}

SurveyCounts by_columns(const SurveyCounts& counts, std::span<const Text> columns) {
  std::vector<std::size_t> kept;
  for (const Text& column : columns) {
    const auto found = std::find(counts.by.begin(), counts.by.end(), column);
    if (found == counts.by.end())
      throw UsageError("survey.no-such-column", {{"column", column}, {"known", Text(in_one_line(counts.by))}});
    kept.push_back(static_cast<std::size_t>(found - counts.by.begin()));
  }
  Gathering all;
  for (const GroupCounts& group : counts.groups) {
    std::vector<Text> key;
    key.reserve(kept.size());
    for (const std::size_t at : kept) key.push_back(at < group.key.size() ? group.key[at] : Text());
    all.take(std::move(key), group);
  }
  SurveyCounts fewer = counts;
  fewer.by.assign(columns.begin(), columns.end());
  fewer.groups = std::move(all).take_all();
  return fewer;
}

std::vector<Finding> check(const SurveyCounts& counts, const SurveyInstrument& instrument) {
  std::vector<Finding> findings;
  const auto report = [&](std::string_view code, std::string pointer, Data data) {
    findings.push_back(make_finding(code, Severity::error, Text(std::move(pointer)), std::move(data)));
  };
  const SurveyCounts expected = empty_counts(instrument, counts.round, counts.by);
  const auto compare = [&](Label what, const std::string& found, const std::string& is, std::string pointer) {
    if (found != is)
      report("survey.other-instrument", std::move(pointer),
             {{"what_sv", Text(what.sv)}, {"what_en", Text(what.en)}, {"found", Text(found)}, {"expected", Text(is)}});
  };
  compare({"Enkäten", "The survey"}, counts.instrument.str(), expected.instrument.str(), "/instrument");
  compare({"Versionen", "The version"}, counts.version.str(), expected.version.str(), "/version");
  compare({"Listan över frågor", "The list of items"}, in_one_line(counts.items), in_one_line(expected.items),
          "/items");
  compare({"Listan över sammanhörande frågor", "The list of scored items"}, in_one_line(counts.scored),
          in_one_line(expected.scored), "/scored");

  const std::size_t numbers =
      std::accumulate(counts.items.begin(), counts.items.end(), std::size_t{0},
                      [](std::size_t sum, const CountedItem& item) { return sum + item.codes.size(); });
  for (std::size_t g = 0; g < counts.groups.size(); ++g) {
    const GroupCounts& group = counts.groups[g];
    const std::string pointer = make_pointer("", "groups", g);
    const Text name(in_one_line(group.key));
    if (group.key.size() != counts.by.size() || group.counts.size() != numbers) {
      report("survey.group-shape", pointer,
             {{"group", name},
              {"found", static_cast<std::int64_t>(group.key.size() + group.counts.size())},
              {"expected", static_cast<std::int64_t>(counts.by.size() + numbers)}});
      continue;
    }
    if (group.invited && *group.invited < group.respondents)
      findings.push_back(
          make_finding("survey.more-answered-than-invited", Severity::warning, Text(pointer + "/invited"),
                       {{"group", name}, {"respondents", group.respondents}, {"invited", *group.invited}}));
    if (g > 0 && !is_before(counts.groups[g - 1].key, group.key))
      report("survey.group-order", pointer + "/key", {{"group", name}});
    std::size_t at = 0;
    for (const CountedItem& item : counts.items) {
      std::int64_t answers = 0;
      for (std::size_t i = 0; i < item.codes.size(); ++i) answers += group.counts[at++];
      if (answers > group.respondents)
        report("survey.more-answers-than-respondents", pointer + "/counts",
               {{"group", name}, {"answers", answers}, {"item", Text(item.item)}, {"respondents", group.respondents}});
    }
  }
  say_where(findings, type_info<SurveyCounts>(), &counts);
  return findings;
}

}  // namespace kvalitet
