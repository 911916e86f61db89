#include "io/item_column.hpp"

#include "base/blank.hpp"
#include "base/clean.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/base/value.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kvalitet {

AnswerWords::AnswerWords(const AnswerScale& scale)
    : bins_(static_cast<unsigned>(scale.levels.size() + scale.outside.size())) {
  std::uint8_t bin = 0;
  for (const auto* const levels : {&scale.levels, &scale.outside})
    for (const AnswerLevel& level : *levels) {
      are_bytes_ = are_bytes_ && level.code == bin;
      codes_.emplace(level.code, bin);
      for (const Text* const word : {&level.label.sv, &level.label.en})
        if (!word->empty()) words_.emplace(folded_title(*word), bin);
      for (const Text& word : level.also) words_.emplace(folded_title(word), bin);
      ++bin;
    }
}

std::uint8_t AnswerWords::of_code(std::int64_t code) const {
  const auto found = codes_.find(code);
  return found == codes_.end() ? none : found->second;
}

std::uint8_t AnswerWords::of_text(std::string_view text) const {
  const std::string folded = folded_title(text);
  const auto word = words_.find(folded);
  if (word != words_.end()) return word->second;
  // Numbers are often written as texts: `4`, `4,0`.
  const auto value = parse_value(folded);
  const auto number = value && value->kind() == Value::Kind::number ? value->number_or_approximate() : std::nullopt;
  constexpr double most = 1e9;
  if (!number || std::abs(*number) > most || *number != std::floor(*number)) return none;
  return of_code(static_cast<std::int64_t>(*number));
}

void UnknownAnswers::add(std::string_view value, std::int64_t count) {
  const auto found = counts_.find(value);
  if (found != counts_.end())
    found->second += count;
  else if (counts_.size() < most)
    counts_.emplace(value, count);
  else
    others_ += count;
}

std::vector<UnknownAnswer> UnknownAnswers::told() const {
  constexpr std::size_t most_letters = 40;
  std::vector<UnknownAnswer> all;
  std::int64_t rare = others_;
  for (const auto& [value, count] : counts_) {
    if (count < least_shown)
      rare += count;
    else
      all.push_back({Text(cut(clean(value), most_letters)), count});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  if (rare > 0) all.push_back({Text(), rare});
  return all;
}

std::uint8_t ItemColumn::of_integer(std::int64_t value) {
  const std::uint8_t bin = words_.of_code(value);
  if (bin == AnswerWords::none) unknown_.add(std::to_string(value));
  return bin;
}

std::uint8_t ItemColumn::of_real(double value) {
  if (std::isnan(value)) {  // as pandas writes a number that is missing
    ++missing_;
    return AnswerWords::none;
  }
  constexpr double most = 1e15;
  if (value == std::floor(value) && std::abs(value) < most) return of_integer(static_cast<std::int64_t>(value));
  unknown_.add(std::isinf(value) ? "inf" : to_string(Value::number(value)));
  return AnswerWords::none;
}

std::uint8_t ItemColumn::of_text(std::string_view value) {
  if (is_blank(value)) {
    ++missing_;
    return AnswerWords::none;
  }
  const std::string key(value);
  if (const auto found = seen_.find(key); found != seen_.end()) return found->second;
  const std::uint8_t bin = words_.of_text(value);
  constexpr std::size_t most_seen = 1000;
  if (bin == AnswerWords::none)
    unknown_.add(value);
  else if (seen_.size() < most_seen)
    seen_.emplace(key, bin);
  return bin;
}

std::uint8_t ItemColumn::one(const ArrowInput& column, std::size_t row) {
  if (column.is_null(row)) {
    ++missing_;
    return AnswerWords::none;
  }
  switch (column.kind()) {
    case ArrowInput::Kind::integer: return of_integer(column.integer(row));
    case ArrowInput::Kind::real: return of_real(column.real(row));
    case ArrowInput::Kind::text: return of_text(column.text(row));
    case ArrowInput::Kind::boolean: return of_integer(column.boolean(row) ? 1 : 0);
    default: return AnswerWords::none;
  }
}

void ItemColumn::decode(const ArrowInput& column, std::size_t first, std::size_t rows, std::uint8_t* out) {
  if (column.kind() != ArrowInput::Kind::dictionary) {
    // Small numbers, as answers mostly are, are looked up once.
    constexpr std::int64_t small = 64;
    std::array<std::uint8_t, small> known{};
    for (std::int64_t code = 0; code < small; ++code) known[static_cast<std::size_t>(code)] = words_.of_code(code);
    const bool whole = column.kind() == ArrowInput::Kind::integer;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t row = first + i;
      const std::int64_t value = whole && !column.is_null(row) ? column.integer(row) : -1;
      const std::uint8_t quick =
          value >= 0 && value < small ? known[static_cast<std::size_t>(value)] : AnswerWords::none;
      out[i] = quick != AnswerWords::none ? quick : one(column, row);
    }
    return;
  }
  const ArrowInput values = column.dictionary();
  std::vector<std::int64_t> used(values.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t index = column.is_null(first + i) ? -1 : column.integer(first + i);
    if (index < 0 || static_cast<std::size_t>(index) >= used.size()) {
      ++missing_;
      out[i] = AnswerWords::none;
    } else {
      ++used[static_cast<std::size_t>(index)];
    }
  }
  std::vector<std::uint8_t> bins(values.size(), AnswerWords::none);
  for (std::size_t i = 0; i < used.size(); ++i) {
    for (std::int64_t times = 0; times < used[i]; ++times) {
      bins[i] = one(values, i);
      if (bins[i] != AnswerWords::none) break;  // what is no answer counts each time
    }
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t index = column.is_null(first + i) ? -1 : column.integer(first + i);
    if (index >= 0 && static_cast<std::size_t>(index) < bins.size()) out[i] = bins[static_cast<std::size_t>(index)];
  }
}

void ItemColumn::look_for_unknown(const std::uint8_t* values, std::size_t rows, bool is_signed) {
  std::array<std::int64_t, 256> counts{};
  for (std::size_t i = 0; i < rows; ++i) ++counts[values[i]];
  for (std::size_t value = bins(); value < counts.size(); ++value) {
    const int shown = is_signed && value > 127 ? static_cast<int>(value) - 256 : static_cast<int>(value);
    if (counts[value] > 0) unknown_.add(std::to_string(shown), counts[value]);
  }
}

void ItemColumn::tell(ReadColumn& read) const {
  read.missing = missing_;
  read.unknown = unknown_.told();
}

}  // namespace kvalitet
