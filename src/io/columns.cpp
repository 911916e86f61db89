#include "io/columns.hpp"

#include "base/blank.hpp"
#include "base/joined.hpp"
#include "base/path_words.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/title.hpp"
#include "kvalitet/base/value.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

constexpr Label yes{"ja", "yes"};
constexpr Label no{"nej", "no"};
constexpr std::string_view between_items = " | ";

bool is_words(const TypeInfo& type) { return type.name == Describe<Localised>::name; }
bool is_record(const TypeInfo& type) { return type.kind == Kind::record && !is_words(type); }
bool is_list_of_records(const TypeInfo& type) { return type.kind == Kind::list && is_record(*type.element); }

bool leads_on(const FieldInfo& field) {
  const TypeInfo& type = without_optional(*field.type);
  return is_record(type) || is_list_of_records(type);
}

[[noreturn]] void no_such_list(std::string_view each, std::string_view key, const TypeInfo& at) {
  const auto shown = [](std::string_view words) { return Text::from(std::string(words)).value_or(Text("?")); };
  Joined known(", ");
  for (const FieldInfo& field : at.fields)
    if (leads_on(field)) known.add(field.key);
  throw UsageError("csv.no-such-list", {{"each", shown(each)},
                                        {"key", shown(key)},
                                        {"type", Text(at.name)},
                                        {"known", known.str().empty() ? Text("–") : Text(known.str())}});
}

}  // namespace

/// A row in the making.
struct Columns::Visit {
  const void* record;
  const Row& row;
  std::vector<const void*> items;  ///< of the lists that `each` leads through: those that the row is about
  std::vector<Cell> cells;
};

Columns::Columns(const TypeInfo& type, std::string_view each) : type_(type), each_(way_to(type, each)) {
  Way way;
  add_columns(type, way, true);
}

/// The way that `each` says; empty for an empty one.
Columns::Way Columns::way_to(const TypeInfo& type, std::string_view each) {
  Way way;
  const TypeInfo* at = &type;
  for (std::size_t start = 0; start <= each.size() && !each.empty();) {
    const std::size_t end = std::min(each.find('.', start), each.size());
    const std::string_view key = each.substr(start, end - start);
    start = end + 1;
    const auto field =
        std::find_if(at->fields.begin(), at->fields.end(), [&](const FieldInfo& f) { return f.key == key; });
    if (field == at->fields.end() || !leads_on(*field)) no_such_list(each, key, *at);
    const TypeInfo& found = without_optional(*field->type);
    if (end == each.size() && is_record(found)) no_such_list(each, key, *at);
    way.push_back(&*field);
    at = is_record(found) ? &found : found.element;
  }
  return way;
}

/// The columns of a record to which `way` leads; `on_each`: `each` begins with that way.
void Columns::add_columns(const TypeInfo& record, Way& way, bool on_each) {
  for (const FieldInfo& field : record.fields) {
    const bool leads = on_each && way.size() < each_.size() && each_[way.size()] == &field;
    way.push_back(&field);
    const TypeInfo& type = without_optional(*field.type);
    if (is_record(type))
      add_columns(type, way, leads);
    else if (leads)
      add_columns(*type.element, way, true);
    else
      columns_.push_back(way);
    way.pop_back();
  }
}

std::string Columns::heading(std::size_t column, CsvNames names, Language language) const {
  if (names == CsvNames::labels) {
    PathWords words;
    for (const FieldInfo* field : columns_[column]) words.add(field->label);
    return words.words().in(language).str();
  }
  Joined keys(".");
  for (const FieldInfo* field : columns_[column]) keys.add(field->key);
  return keys.str();
}

void Columns::rows_of(const void* record, const Row& row) const {
  Visit at{record, row, {}, {}};
  visit(at, record, 0);
}

/// A row for each item that the rest of `each` leads to from an object.
void Columns::visit(Visit& at, const void* object, std::size_t step) const {
  if (step == each_.size()) {
    at.cells.clear();
    for (const Way& column : columns_) at.cells.push_back(cell(at, column));
    return at.row(at.cells);
  }
  const FieldInfo& field = *each_[step];
  const void* value = field.in(object);
  if (field.type->kind == Kind::optional) {
    if (field.type->size(value) == 0) return;
    value = field.type->item(value, 0);
  }
  const TypeInfo& found = without_optional(*field.type);
  if (is_record(found)) return visit(at, value, step + 1);
  for (std::size_t i = 0; i < found.size(value); ++i) {
    at.items.push_back(found.item(value, i));
    visit(at, at.items.back(), step + 1);
    at.items.pop_back();
  }
}

Cell Columns::cell(const Visit& at, const Way& column) const {
  const TypeInfo* type = &type_;
  const void* object = at.record;
  auto item = at.items.begin();
  for (const FieldInfo* field : column) {
    if (type->kind == Kind::list) object = *item++;
    object = field->in(object);
    type = field->type;
    if (type->kind != Kind::optional) continue;
    if (type->size(object) == 0) return {&without_optional(*column.back()->type), nullptr};
    object = type->item(object, 0);
    type = type->element;
  }
  return {type, object};
}

std::string CellWords::of(const TypeInfo& type, const void* value) const {
  switch (type.kind) {
    case Kind::boolean: {
      const bool is = *static_cast<const bool*>(value);
      return names == CsvNames::labels ? std::string((is ? yes : no).in(language)) : is ? "true" : "false";
    }
    case Kind::integer: return std::to_string(*static_cast<const int*>(value));
    case Kind::count: return std::to_string(*static_cast<const std::int64_t*>(value));
    case Kind::text: return static_cast<const Text*>(value)->str();
    case Kind::scalar: return of_scalar(type, value);
    case Kind::enumeration: {
      const ChoiceInfo& choice = type.choices[type.choice(value)];
      return std::string(names == CsvNames::labels ? choice.label.in(language) : choice.key);
    }
    case Kind::datum:
      if (const auto* number = std::get_if<std::int64_t>(static_cast<const Datum*>(value)))
        return std::to_string(*number);
      return std::get<Text>(*static_cast<const Datum*>(value)).str();
    case Kind::data: {
      Joined entries(between_items);
      for (const auto& entry : *static_cast<const Data*>(value)) entries.add(of_entry(entry));
      return entries.str();
    }
    case Kind::optional: return type.size(value) == 0 ? "" : of(*type.element, type.item(value, 0));
    case Kind::list: {
      Joined items(between_items);
      for (std::size_t i = 0; i < type.size(value); ++i) items.add(of(*type.element, type.item(value, i)));
      return items.str();
    }
    case Kind::record: return of_record(type, value);
  }
  return {};
}

std::string CellWords::of_entry(const Data::value_type& entry) const {
  return entry.first.str() + "=" + of(type_info<Datum>(), &entry.second);
}

std::string CellWords::of_scalar(const TypeInfo& type, const void* value) const {
  std::string text = type.format(value);
  if (decimal_comma && type.name == Describe<Value>::name && static_cast<const Value*>(value)->number_or_approximate())
    std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string CellWords::of_record(const TypeInfo& type, const void* record) const {
  if (is_words(type)) return static_cast<const Localised*>(record)->in(language).str();
  const Localised title = title_of(type, record);
  if (!is_blank(title.sv)) return title.in(language).str();
  Joined held(", ");
  for (const FieldInfo& field : type.fields)
    if (field.required || !field.is_default(record)) held.add(of(*field.type, field.in(record)));
  return held.str();
}

}  // namespace kvalitet
