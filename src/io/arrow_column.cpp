#include "io/arrow_column.hpp"

#include "base/blank.hpp"
#include "io/columns.hpp"
#include "kvalitet/base/period.hpp"
#include "kvalitet/base/time.hpp"

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

constexpr std::string_view words_format = "U";
constexpr std::string_view list_format = "+L";
constexpr std::string_view day_format = "tdD";
constexpr std::string_view time_format = "tts";
constexpr std::string_view moment_format = "tss:UTC";
constexpr std::string_view integer_format = "i";
constexpr std::string_view count_format = "l";
constexpr std::string_view boolean_format = "b";

std::string_view arrow_format_of(const TypeInfo& type) {
  switch (type.kind) {
    case Kind::boolean: return boolean_format;
    case Kind::integer: return integer_format;
    case Kind::count: return count_format;
    case Kind::list:
    case Kind::data: return list_format;
    case Kind::scalar:
      if (type.name == Describe<Date>::name) return day_format;
      if (type.name == Describe<TimeOfDay>::name) return time_format;
      if (type.name == Describe<Moment>::name) return moment_format;
      return words_format;
    default: return words_format;
  }
}

std::int32_t days_since_1970(Date day) { return static_cast<std::int32_t>(days_between(Date(1970, 1, 1), day)); }

void set_bit(std::vector<std::uint8_t>& bits, std::int64_t at, bool value) {
  if (at % 8 == 0) bits.push_back(0);
  if (value) bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (at % 8)));
}

}  // namespace

ArrowColumn ArrowColumn::of(std::string name, const TypeInfo& type) {
  const TypeInfo& held = without_optional(type);
  ArrowColumn column;
  column.name = std::move(name);
  column.format = arrow_format_of(held);
  if (column.format == words_format || column.format == list_format) column.offsets.push_back(0);
  if (column.format == list_format) column.children.push_back(of("item", *held.element));
  return column;
}

void ArrowColumn::add(const TypeInfo& type, const void* value, bool empty_is_none, const CellWords& words) {
  if (format == list_format) {
    if (value != nullptr) add_items(type, value, words);
    offsets.push_back(children.front().length);
    return add_valid(value != nullptr);
  }
  if (format == words_format) {
    const std::string text = value != nullptr ? words.of(type, value) : std::string();
    add_text(text);
    return add_valid(value != nullptr && !(empty_is_none && is_blank(text)));
  }
  if (format == boolean_format) {
    set_bit(data, length, value != nullptr && *static_cast<const bool*>(value));
  } else if (format == integer_format) {
    add_number(std::int32_t{value != nullptr ? *static_cast<const int*>(value) : 0});
  } else if (format == count_format) {
    add_number(value != nullptr ? *static_cast<const std::int64_t*>(value) : std::int64_t{0});
  } else if (format == day_format) {
    add_number(value != nullptr ? days_since_1970(*static_cast<const Date*>(value)) : std::int32_t{0});
  } else if (format == time_format) {
    const TimeOfDay time = value != nullptr ? *static_cast<const TimeOfDay*>(value) : TimeOfDay{};
    add_number(std::int32_t{(time.hour * 60 + time.minute) * 60});
  } else {
    const Moment moment = value != nullptr ? *static_cast<const Moment*>(value) : Moment{};
    const std::int64_t hours = std::int64_t{days_since_1970(moment.date)} * 24 + moment.hour;
    add_number((hours * 60 + moment.minute) * 60 + moment.second);
  }
  add_valid(value != nullptr);
}

void ArrowColumn::add_items(const TypeInfo& list, const void* value, const CellWords& words) {
  ArrowColumn& items = children.front();
  if (list.kind == Kind::data) {
    for (const auto& entry : *static_cast<const Data*>(value)) {
      items.add_text(words.of_entry(entry));
      items.add_valid(true);
    }
    return;
  }
  for (std::size_t i = 0; i < list.size(value); ++i) items.add(*list.element, list.item(value, i), false, words);
}

void ArrowColumn::add_valid(bool valid) {
  set_bit(validity, length, valid);
  nulls += valid ? 0 : 1;
  ++length;
}

void ArrowColumn::add_bytes(const void* bytes, std::size_t size) {
  const auto* first = static_cast<const std::uint8_t*>(bytes);
  data.insert(data.end(), first, first + size);
}

void ArrowColumn::add_text(std::string_view text) {
  add_bytes(text.data(), text.size());
  offsets.push_back(static_cast<std::int64_t>(data.size()));
}

}  // namespace kvalitet
