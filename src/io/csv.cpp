#include "kvalitet/io/csv.hpp"

#include "base/blank.hpp"
#include "base/joined.hpp"
#include "base/path_words.hpp"
#include "base/shown.hpp"
#include "io/csv_writer.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/value.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;
/// Fields, each of the record that the one before leads to, or of the items of the list.
using Way = std::vector<const FieldInfo*>;

constexpr Label yes{"ja", "yes"};
constexpr Label no{"nej", "no"};
constexpr std::string_view between_items = " | ";

/// What an optional may hold; any other type itself.
const TypeInfo& inside(const TypeInfo& type) { return type.kind == Kind::optional ? *type.element : type; }

bool is_words(const TypeInfo& type) { return type.name == Describe<Localised>::name; }
bool is_record(const TypeInfo& type) { return type.kind == Kind::record && !is_words(type); }
bool is_list_of_records(const TypeInfo& type) { return type.kind == Kind::list && is_record(*type.element); }

bool leads_on(const FieldInfo& field) {
  const TypeInfo& type = inside(*field.type);
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

/// The way that `each` says; empty for an empty one.
Way way_to(const TypeInfo& type, std::string_view each) {
  Way way;
  const TypeInfo* at = &type;
  for (std::size_t start = 0; start <= each.size() && !each.empty();) {
    const std::size_t end = std::min(each.find('.', start), each.size());
    const std::string_view key = each.substr(start, end - start);
    start = end + 1;
    const auto field =
        std::find_if(at->fields.begin(), at->fields.end(), [&](const FieldInfo& f) { return f.key == key; });
    if (field == at->fields.end() || !leads_on(*field)) no_such_list(each, key, *at);
    const TypeInfo& found = inside(*field->type);
    if (end == each.size() && is_record(found)) no_such_list(each, key, *at);
    way.push_back(&*field);
    at = is_record(found) ? &found : found.element;
  }
  return way;
}

class Table {
 public:
  Table(const TypeInfo& type, const CsvOptions& options)
      : type_(type), options_(options), each_(way_to(type, options.each)), writer_(options.dialect) {
    Way way;
    add_columns(type, way, true);
    for (const Way& column : columns_) writer_.cell(heading(column));
    writer_.end_row();
  }

  void add(const void* record) { add_rows(record, record, 0); }
  [[nodiscard]] std::string take() && { return std::move(writer_).take(); }

 private:
  /// The columns of a record to which `way` leads; `on_each`: `each` begins with that way.
  void add_columns(const TypeInfo& record, Way& way, bool on_each) {
    for (const FieldInfo& field : record.fields) {
      const bool leads = on_each && way.size() < each_.size() && each_[way.size()] == &field;
      way.push_back(&field);
      const TypeInfo& type = inside(*field.type);
      if (is_record(type))
        add_columns(type, way, leads);
      else if (leads)
        add_columns(*type.element, way, true);
      else
        columns_.push_back(way);
      way.pop_back();
    }
  }

  [[nodiscard]] std::string heading(const Way& column) const {
    if (options_.names == CsvNames::labels) {
      PathWords words;
      for (const FieldInfo* field : column) words.add(field->label);
      return words.words().in(options_.language).str();
    }
    Joined keys(".");
    for (const FieldInfo* field : column) keys.add(field->key);
    return keys.str();
  }

  /// A row for each item that the rest of `each` leads to from an object.
  void add_rows(const void* record, const void* object, std::size_t step) {
    if (step == each_.size()) return add_row(record);
    const FieldInfo& field = *each_[step];
    const void* value = field.in(object);
    if (field.type->kind == Kind::optional) {
      if (field.type->size(value) == 0) return;
      value = field.type->item(value, 0);
    }
    const TypeInfo& found = inside(*field.type);
    if (is_record(found)) return add_rows(record, value, step + 1);
    for (std::size_t i = 0; i < found.size(value); ++i) {
      items_.push_back(found.item(value, i));
      add_rows(record, items_.back(), step + 1);
      items_.pop_back();
    }
  }

  void add_row(const void* record) {
    for (const Way& column : columns_) add_cell(record, column);
    writer_.end_row();
  }

  void add_cell(const void* record, const Way& column) {
    const TypeInfo* type = &type_;
    const void* object = record;
    auto item = items_.begin();
    for (const FieldInfo* field : column) {
      if (type->kind == Kind::list) object = *item++;
      object = field->in(object);
      type = field->type;
      if (type->kind != Kind::optional) continue;
      if (type->size(object) == 0) return writer_.cell({});
      object = type->item(object, 0);
      type = type->element;
    }
    const std::string text = words_of(*type, object);
    if (is_safe(*type, object))
      writer_.cell(text);
    else
      writer_.words(text);
  }

  /// Numbers, dates, ids and choices: not what somebody has put in words.
  static bool is_safe(const TypeInfo& type, const void* object) {
    switch (type.kind) {
      case Kind::boolean:
      case Kind::integer:
      case Kind::scalar:
      case Kind::enumeration: return true;
      case Kind::datum: return std::holds_alternative<std::int64_t>(*static_cast<const Datum*>(object));
      default: return false;
    }
  }

  [[nodiscard]] std::string words_of(const TypeInfo& type, const void* object) const {
    const bool labels = options_.names == CsvNames::labels;
    switch (type.kind) {
      case Kind::boolean: {
        const bool is = *static_cast<const bool*>(object);
        return labels ? std::string((is ? yes : no).in(options_.language)) : is ? "true" : "false";
      }
      case Kind::integer: return std::to_string(*static_cast<const int*>(object));
      case Kind::text: return static_cast<const Text*>(object)->str();
      case Kind::scalar: return scalar(type, object);
      case Kind::enumeration: {
        const ChoiceInfo& choice = type.choices[type.choice(object)];
        return std::string(labels ? choice.label.in(options_.language) : choice.key);
      }
      case Kind::datum:
        if (const auto* number = std::get_if<std::int64_t>(static_cast<const Datum*>(object)))
          return std::to_string(*number);
        return std::get<Text>(*static_cast<const Datum*>(object)).str();
      case Kind::data: {
        Joined entries(between_items);
        for (const auto& [name, datum] : *static_cast<const Data*>(object))
          entries.add(name.str() + "=" + words_of(*type.element, &datum));
        return entries.str();
      }
      case Kind::optional: return type.size(object) == 0 ? "" : words_of(*type.element, type.item(object, 0));
      case Kind::list: {
        Joined items(between_items);
        for (std::size_t i = 0; i < type.size(object); ++i) items.add(words_of(*type.element, type.item(object, i)));
        return items.str();
      }
      case Kind::record: return record(type, object);
    }
    return {};
  }

  [[nodiscard]] std::string scalar(const TypeInfo& type, const void* object) const {
    std::string text = type.format(object);
    if (options_.dialect == CsvDialect::excel && type.name == Describe<Value>::name &&
        static_cast<const Value*>(object)->number_or_approximate())
      std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }

  /// In one cell: what people call it, or else what it holds.
  [[nodiscard]] std::string record(const TypeInfo& type, const void* object) const {
    if (is_words(type)) return static_cast<const Localised*>(object)->in(options_.language).str();
    const Localised title = title_of(type, object);
    if (!is_blank(title.sv)) return title.in(options_.language).str();
    Joined held(", ");
    for (const FieldInfo& field : type.fields)
      if (field.required || !field.is_default(object)) held.add(words_of(*field.type, field.in(object)));
    return held.str();
  }

  const TypeInfo& type_;
  const CsvOptions& options_;
  Way each_;
  std::vector<Way> columns_;
  std::vector<const void*> items_;  // of the lists that `each` leads through: those that the row is about
  CsvWriter writer_;
};

}  // namespace

std::string write_csv(const TypeInfo& type, std::span<const void* const> records, const CsvOptions& options) {
  Table table(type, options);
  for (const void* record : records) table.add(record);
  return std::move(table).take();
}

}  // namespace kvalitet
