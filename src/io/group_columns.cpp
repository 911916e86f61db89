#include "io/group_columns.hpp"

#include "base/clean.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/value.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet {
namespace {

/// Whole numbers below this may stand for themselves; each has room in the tables, whether it occurs or not.
constexpr std::uint32_t most_plain = 1U << 16U;
/// So many always may.
constexpr std::size_t few_plain = 1024;
/// More groups than any municipality or nation has; whoever has them has divided by something that is each person's
/// own.
constexpr std::size_t most_groups = std::size_t{1} << 18U;

constexpr std::uint32_t unknown = UINT32_MAX;

void require_room(std::size_t groups) {
  if (groups > most_groups)
    throw LimitError("survey.too-many-groups", {{"most", static_cast<std::int64_t>(most_groups)}});
}

std::uint32_t greatest(const std::uint32_t* values, std::size_t rows) {
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < rows; ++i) most = std::max(most, values[i]);
  return most;
}

}  // namespace

const std::uint32_t* GroupColumn::lying(const ArrowInput& column, std::size_t first) const {
  const bool may = column.kind() == ArrowInput::Kind::integer && column.words() != nullptr && !column.has_nulls();
  return may && plain_ == size_ ? column.words() + first : nullptr;
}

bool GroupColumn::stand_for_themselves(std::uint32_t greatest, std::size_t rows) {
  if (greatest >= most_plain || greatest >= size_ + rows + few_plain) return false;
  plain_ = size_ = std::max<std::size_t>(size_, greatest + 1);
  return true;
}

bool GroupColumn::numbers_of_small(const ArrowInput& column, std::size_t first, std::size_t rows,
                                   std::vector<std::uint32_t>& buffer) {
  if (column.kind() != ArrowInput::Kind::integer || column.has_nulls() || plain_ != size_) return false;
  buffer.resize(rows);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto value = static_cast<std::uint64_t>(column.integer(first + i));
    bits |= value;
    buffer[i] = static_cast<std::uint32_t>(value);
  }
  return bits < most_plain && stand_for_themselves(greatest(buffer.data(), rows), rows);
}

const std::uint32_t* GroupColumn::numbers(const ArrowInput& column, std::size_t first, std::size_t rows,
                                          std::vector<std::uint32_t>& buffer) {
  if (rows == 0) return nullptr;
  if (const std::uint32_t* const own = lying(column, first);
      own != nullptr && stand_for_themselves(greatest(own, rows), rows))
    return own;
  if (numbers_of_small(column, first, rows, buffer)) return buffer.data();
  const std::uint32_t* const words = column.words() == nullptr ? nullptr : column.words() + first;
  buffer.resize(rows);
  if (column.kind() == ArrowInput::Kind::dictionary) {
    const ArrowInput values = column.dictionary();
    std::vector<std::uint32_t> of(values.size());
    bool same = true;
    for (std::size_t i = 0; i < of.size(); ++i) {
      of[i] = of_row(values, i);
      same = same && of[i] == i;
    }
    if (same && words != nullptr && !column.has_nulls() && greatest(words, rows) < of.size()) return words;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::int64_t index = column.is_null(first + i) ? -1 : column.integer(first + i);
      buffer[i] =
          index < 0 || static_cast<std::size_t>(index) >= of.size() ? of_text({}) : of[static_cast<std::size_t>(index)];
    }
  } else {
    for (std::size_t i = 0; i < rows; ++i) buffer[i] = of_row(column, first + i);
  }
  return buffer.data();
}

std::uint32_t GroupColumn::of_row(const ArrowInput& column, std::size_t row) {
  if (column.is_null(row)) return of_text({});
  switch (column.kind()) {
    case ArrowInput::Kind::text: return of_text(column.text(row));
    case ArrowInput::Kind::boolean: return of_text(column.boolean(row) ? "true" : "false");
    case ArrowInput::Kind::real: {
      const double value = column.real(row);
      return of_text(std::isfinite(value) ? to_string(Value::number(value)) : std::string());
    }
    default: {
      const std::int64_t value = column.integer(row);
      return value == INT64_MAX ? of_text(column.digits(row)) : of_integer(value);
    }
  }
}

std::uint32_t GroupColumn::of_integer(std::int64_t value) {
  const auto small = static_cast<std::size_t>(value);
  if (value < 0 || small >= most_plain) return of_text(std::to_string(value));
  if (small < plain_) return static_cast<std::uint32_t>(small);
  if (integers_.empty()) integers_.assign(most_plain, unknown);
  if (integers_[small] == unknown) integers_[small] = of_text(std::to_string(value));
  return integers_[small];
}

std::uint32_t GroupColumn::of_text(std::string_view text) {
  if (const auto same = numbers_.find(text); same != numbers_.end()) return same->second;
  std::string name = clean(text);
  const auto found = numbers_.find(name);
  if (found != numbers_.end()) return found->second;
  require_room(size_ + 1);
  const auto number = static_cast<std::uint32_t>(size_++);
  numbers_.emplace(name, number);
  names_.emplace(number, std::move(name));
  return number;
}

Text GroupColumn::name(std::uint32_t number) const {
  if (number < plain_) return Text(std::to_string(number));
  const auto found = names_.find(number);
  return found == names_.end() ? Text() : Text(found->second);
}

const std::uint32_t* GroupColumns::numbers(const std::vector<ArrowInput>& columns, std::size_t first,
                                           std::size_t rows) {
  if (columns.empty()) {
    together_.assign(rows, 0);
    return together_.data();
  }
  const std::uint32_t* all = columns_[0].numbers(columns[0], first, rows, together_);
  for (std::size_t c = 1; c < columns.size(); ++c) {
    const std::uint32_t* const more = columns_[c].numbers(columns[c], first, rows, buffer_);
    Pairs& pairs = pairs_[c - 1];
    if (all != together_.data()) together_.assign(all, all + rows);
    std::uint64_t last = UINT64_MAX;
    std::uint32_t last_number = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::uint64_t pair = (std::uint64_t{together_[i]} << 32U) | more[i];
      if (pair != last) {
        const auto [at, is_new] = pairs.numbers.emplace(pair, static_cast<std::uint32_t>(pairs.of.size()));
        if (is_new) {
          pairs.of.emplace_back(together_[i], more[i]);
          require_room(pairs.of.size());
        }
        last = pair;
        last_number = at->second;
      }
      together_[i] = last_number;
    }
    all = together_.data();
  }
  return all;
}

std::size_t GroupColumns::size() const noexcept {
  return columns_.empty() ? 1 : pairs_.empty() ? columns_[0].size() : pairs_.back().of.size();
}

std::vector<Text> GroupColumns::key(std::uint32_t number) const {
  std::vector<Text> names(columns_.size());
  for (std::size_t c = columns_.size(); c-- > 0;) {
    if (c == 0) {
      names[c] = columns_[c].name(number);
    } else {
      const auto& [before, own] = pairs_[c - 1].of[number];
      names[c] = columns_[c].name(own);
      number = before;
    }
  }
  return names;
}

}  // namespace kvalitet
