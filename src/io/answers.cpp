#include "kvalitet/io/answers.hpp"

#include "base/clean.hpp"
#include "base/parallel.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "io/arrow_input.hpp"
#include "io/group_columns.hpp"
#include "io/item_column.hpp"
#include "io/scored_block.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "survey/count_answers.hpp"
#include "survey/counted.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace kvalitet {
namespace {

/// So many rows are made into bytes at a time, where they do not lie ready.
constexpr std::size_t rows_at_once = std::size_t{1} << 20U;
/// What a thread makes of them is worth its beginning.
constexpr std::size_t many_groups = 1000;

unsigned threads_of(const AnswerOptions& options) {
  return options.threads > 0 ? static_cast<unsigned>(options.threads)
                             : std::max(1U, std::thread::hardware_concurrency());
}

/// Worth a closer look: an at sign, or the ten digits that an identity number has.
bool may_be_of_a_person(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 10 || text.find('@') != std::string_view::npos;
}

/// An item with its column, if the table has one.
struct Asked {
  const SurveyItem* item;
  std::optional<std::size_t> column;
  std::unique_ptr<ItemColumn> answers;
  std::vector<std::uint8_t> buffer;
};

/// Which of a table's columns are what.
class Layout {
 public:
  Layout(const ArrowRows& rows, const SurveyInstrument& instrument, const AnswerOptions& options) {
    uses_.resize(rows.columns());
    for (std::size_t i = 0; i < uses_.size(); ++i) uses_[i].column = Text(clean(rows.heading(i)));
    for (const Text& by : options.by) groups_.push_back(find_group(by));
    for (const SurveyItem& item : instrument.items) {
      const AnswerScale* const scale = scale_of(instrument, item);
      if (scale == nullptr) throw UsageError("survey.unusable-instrument", {{"instrument", Text(instrument.id)}});
      items_.push_back({&item, find_item(item), std::make_unique<ItemColumn>(*scale), {}});
      if (items_.back().answers->bins() >= AnswerWords::none)
        throw UsageError("survey.unusable-instrument", {{"instrument", Text(instrument.id)}});
    }
    if (std::none_of(items_.begin(), items_.end(), [](const Asked& asked) { return asked.column.has_value(); }))
      throw UsageError("survey.no-items", {{"columns", Text(headings())}});
  }

  [[nodiscard]] std::vector<Asked>& items() noexcept { return items_; }
  [[nodiscard]] const std::vector<std::size_t>& groups() const noexcept { return groups_; }

  [[nodiscard]] AnswerReport report(std::int64_t rows) const {
    AnswerReport report{rows, uses_, {}};
    for (const Asked& asked : items_) {
      if (asked.column)
        asked.answers->tell(report.columns[*asked.column]);
      else
        report.not_found.push_back(asked.item->id);
    }
    return report;
  }

 private:
  std::string headings() const {
    std::string all;
    for (const ReadColumn& use : uses_) all += (all.empty() ? "" : ", ") + cut(use.column);
    constexpr std::size_t most = 500;
    return cut(all, most);
  }

  std::size_t find_group(const Text& by) {
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      if (uses_[i].column != by) continue;
      uses_[i].use = ColumnUse::by;
      return i;
    }
    throw UsageError("survey.no-group-column", {{"column", by}, {"columns", Text(headings())}});
  }

  std::optional<std::size_t> find_item(const SurveyItem& item) {
    const std::vector<std::string> names = column_names(item);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      if (uses_[i].use == ColumnUse::by) continue;
      if (std::find(names.begin(), names.end(), folded_title(uses_[i].column)) == names.end()) continue;
      if (found)
        throw UsageError("survey.item-twice",
                         {{"item", Text(item.id)}, {"a", uses_[*found].column}, {"b", uses_[i].column}});
      uses_[i].use = ColumnUse::item;
      uses_[i].item = item.id;
      found = i;
    }
    return found;
  }

  std::vector<ReadColumn> uses_;
  std::vector<std::size_t> groups_;
  std::vector<Asked> items_;
};

/// The counts of what has come so far.
class Tally {
 public:
  Tally(Layout& layout, const SurveyInstrument& instrument, const AnswerOptions& options)
      : layout_(layout), by_(options.by), groups_(options.by.size()), threads_(threads_of(options)) {
    for (const Asked& asked : layout_.items()) bins_ += asked.answers->bins() + 1;
    others_.resize(layout_.items().size());
    if (!options.moments) return;
    for (const ScoredItems& scored : scored_items(instrument)) blocks_.emplace_back(instrument, scored);
  }

  void add(const ArrowRows& rows, const ArrowBatch& batch) {
    const auto size = static_cast<std::size_t>(batch.array.length);
    std::vector<ArrowInput> groups;
    for (const std::size_t column : layout_.groups()) groups.push_back(usable(rows, batch, column));
    std::vector<std::optional<ArrowInput>> items;
    bool ready = true;
    for (const Asked& asked : layout_.items()) {
      items.push_back(asked.column ? std::optional(usable(rows, batch, *asked.column)) : std::nullopt);
      ready = ready && (!items.back() || asked.answers->lies_ready(*items.back()));
    }
    const std::size_t step = ready && groups_.lying(groups, 0) != nullptr ? size : rows_at_once;
    for (std::size_t first = 0; first < size; first += step)
      add_rows(groups, items, first, std::min(step, size - first));
    rows_ += static_cast<std::int64_t>(size);
  }

  [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }

  [[nodiscard]] std::vector<GroupCounts> groups() const {
    std::vector<std::size_t> numbers;
    for (std::size_t g = 0; g < respondents_.size(); ++g)
      if (respondents_[g] != 0) numbers.push_back(g);
    std::vector<GroupCounts> all(numbers.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> is_suspect = false;
    const std::size_t worth = std::clamp<std::size_t>(all.size() / many_groups, 1, threads_);
    on_threads(static_cast<unsigned>(worth), [&] {
      for (std::size_t i = next++; i < all.size(); i = next++) {
        all[i] = group_of(numbers[i]);
        if (std::any_of(all[i].key.begin(), all[i].key.end(), may_be_of_a_person)) is_suspect = true;
      }
    });
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return is_before(a.key, b.key); });
    if (is_suspect)  // in order, so that it is always the same column that is told
      for (const GroupCounts& group : all) refuse_persons(group.key);
    return all;
  }

 private:
  static ArrowInput usable(const ArrowRows& rows, const ArrowBatch& batch, std::size_t index) {
    ArrowInput column = rows.column(batch, index);
    const bool is_nested_dictionary =
        column.kind() == ArrowInput::Kind::dictionary && column.dictionary().kind() == ArrowInput::Kind::dictionary;
    if (column.kind() == ArrowInput::Kind::other || is_nested_dictionary)
      throw UsageError("survey.column-type",
                       {{"column", shown(rows.heading(index))}, {"format", Text(column.format())}});
    return column;
  }

  void add_rows(const std::vector<ArrowInput>& groups, const std::vector<std::optional<ArrowInput>>& items,
                std::size_t first, std::size_t rows) {
    std::vector<Asked>& asked = layout_.items();
    std::vector<AnswerColumn> columns(asked.size());
    const auto make_bytes = [&](std::size_t i) {
      columns[i].levels = asked[i].answers->bins();
      if (!items[i]) return;
      if (asked[i].answers->lies_ready(*items[i])) {
        columns[i].values = items[i]->bytes() + first;
        asked[i].buffer.clear();
        return;
      }
      asked[i].buffer.assign(rows, AnswerWords::none);
      asked[i].answers->decode(*items[i], first, rows, asked[i].buffer.data());
      columns[i].values = asked[i].buffer.data();
    };
    if (threads_ > 1) in_parallel(columns.size(), make_bytes);
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].values == nullptr) make_bytes(i);  // says why, where it could not be done

    const Grouping grouping = grouping_of(groups, first, rows);
    respondents_.resize(groups_.size());
    counts_.resize(groups_.size() * bins_);
    count_answers(grouping, columns, threads_, respondents_, counts_);
    std::vector<const std::uint8_t*> values;
    values.reserve(columns.size());
    for (const AnswerColumn& column : columns) values.push_back(column.values);
    for (ScoredBlock& block : blocks_) block.add(grouping, groups_.size(), values, threads_);
    // Bytes that were counted where they lay are looked at once more when some of them are no answers.
    std::vector<std::int64_t> others = count_others();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (asked[i].buffer.empty() && others[i] != others_[i])
        asked[i].answers->look_for_unknown(columns[i].values, rows, *items[i]->format() == 'c');
    others_ = std::move(others);
  }

  /// Addresses and identity numbers are somebody's own, whatever their column is called.
  void refuse_persons(const std::vector<Text>& key) const {
    for (std::size_t i = 0; i < key.size(); ++i)
      if (may_be_of_a_person(key[i]))
        for (const FreeTextHit& hit : read_free_text(key[i]))
          if (hit.kind == FreeTextKind::identity_number || hit.kind == FreeTextKind::e_mail)
            throw UsageError("survey.personal-group", {{"column", by_[i]}});
  }

  Grouping grouping_of(const std::vector<ArrowInput>& groups, std::size_t first, std::size_t rows) {
    if (const std::uint32_t* const lying = rows == 0 ? nullptr : groups_.lying(groups, first)) {
      Grouping grouping = look_through({lying, rows}, threads_);
      if (groups_.stand_for_themselves(grouping.greatest, rows)) return grouping;
    }
    return look_through({groups_.numbers(groups, first, rows), rows}, threads_);
  }

  [[nodiscard]] GroupCounts group_of(std::size_t g) const {
    GroupCounts group;
    group.key = groups_.key(static_cast<std::uint32_t>(g));
    group.respondents = respondents_[g];
    group.counts.reserve(bins_);
    std::size_t at = g * bins_;
    for (const Asked& asked : layout_.items()) {
      for (unsigned bin = 0; bin < asked.answers->bins(); ++bin) group.counts.push_back(counts_[at++]);
      ++at;  // no answer
    }
    for (const ScoredBlock& block : blocks_) group.moments.push_back(block.of_group(g));
    return group;
  }

  /// For each item, how many have not answered it.
  [[nodiscard]] std::vector<std::int64_t> count_others() const {
    std::vector<std::size_t> bins;  // the last of each item
    std::size_t end = 0;
    for (const Asked& asked : layout_.items()) bins.push_back((end += asked.answers->bins() + 1) - 1);
    std::vector<std::int64_t> all(bins.size());
    for (std::size_t group = 0; group < counts_.size(); group += bins_)
      for (std::size_t i = 0; i < bins.size(); ++i) all[i] += counts_[group + bins[i]];
    return all;
  }

  Layout& layout_;
  const std::vector<Text> by_;
  GroupColumns groups_;
  unsigned threads_;
  std::size_t bins_ = 0;  // of a group
  std::int64_t rows_ = 0;
  std::vector<std::int64_t> respondents_;
  std::vector<std::int64_t> counts_;
  std::vector<std::int64_t> others_;  // for each item, so far
  std::vector<ScoredBlock> blocks_;
};

}  // namespace

CountedAnswers count_answers(ArrowArrayStream& stream, const SurveyInstrument& instrument,
                             const AnswerOptions& options) {
  ArrowRows rows(stream);
  Layout layout(rows, instrument, options);
  Tally tally(layout, instrument, options);
  for (ArrowBatch batch; rows.next(batch);) tally.add(rows, batch);
  CountedAnswers counted{empty_counts(instrument, options.round, options.by), layout.report(tally.rows())};
  counted.counts.groups = tally.groups();
  return counted;
}

}  // namespace kvalitet
