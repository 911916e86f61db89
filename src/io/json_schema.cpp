// JSON Schema 2020-12, from the same descriptions as reader and writer.
#include "base/format_version.hpp"
#include "io/json_writer.hpp"
#include "kvalitet/base/type_info.hpp"

#include <map>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

bool has_definition(const TypeInfo& type) { return type.kind == Kind::record || type.kind == Kind::enumeration; }

/// `commitment-plan` of `CommitmentPlan`.
std::string hyphenated(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !out.empty()) out += '-';
    out += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

class SchemaWriter {
 public:
  std::string all(const TypeInfo& root) {
    define(root);
    writer_.begin_object();
    pair("$schema", "https://json-schema.org/draft/2020-12/schema");
    pair("$id", "urn:kvalitet:schema:" + hyphenated(root.name) + ":" + std::to_string(known_format_version));
    refer(root);
    writer_.key("$defs");
    writer_.begin_object();
    for (const auto& [name, type] : definitions_) {
      writer_.key(name);
      definition(*type);
    }
    writer_.end_object();
    writer_.end_object();
    return std::move(writer_).take();
  }

 private:
  /// Collects a type and all that it is made of.
  void define(const TypeInfo& type) {
    if (type.element != nullptr) define(*type.element);
    if (!has_definition(type) || !definitions_.emplace(type.name, &type).second) return;
    for (const FieldInfo& field : type.fields) define(*field.type);
  }

  void pair(std::string_view key, std::string_view value) {
    writer_.key(key);
    writer_.string(value);
  }

  void describe(Label label, std::string_view meaning) {
    pair("title", label.en);
    pair("description", meaning);
    pair("x-label-sv", label.sv);
  }

  void refer(const TypeInfo& type) { pair("$ref", "#/$defs/" + std::string(type.name)); }

  void definition(const TypeInfo& type) {
    writer_.begin_object();
    describe(type.label, type.meaning);
    if (type.kind == Kind::enumeration)
      choices(type);
    else
      properties(type);
    writer_.end_object();
  }

  void choices(const TypeInfo& type) {
    writer_.key("enum");
    writer_.begin_array();
    for (const ChoiceInfo& choice : type.choices) writer_.string(choice.key);
    writer_.end_array();
  }

  void properties(const TypeInfo& type) {
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    for (const FieldInfo& field : type.fields) {
      writer_.key(field.key);
      writer_.begin_object();
      describe(field.label, field.meaning);
      value(*field.type);
      writer_.end_object();
    }
    writer_.end_object();
    writer_.key("required");
    writer_.begin_array();
    for (const FieldInfo& field : type.fields)
      if (field.required) writer_.string(field.key);
    writer_.end_array();
    writer_.key("additionalProperties");
    writer_.boolean(false);
  }

  void nested(std::string_view key, const TypeInfo& type) {
    writer_.key(key);
    writer_.begin_object();
    value(type);
    writer_.end_object();
  }

  void value(const TypeInfo& type) {
    switch (type.kind) {
      case Kind::boolean: pair("type", "boolean"); break;
      case Kind::integer:
        pair("type", "integer");
        writer_.key("minimum");
        writer_.number(0);
        writer_.key("maximum");
        writer_.number(std::numeric_limits<int>::max());
        break;
      case Kind::count:
        pair("type", "integer");
        writer_.key("minimum");
        writer_.number(0);
        writer_.key("maximum");
        writer_.number(detail::most_counted);
        break;
      case Kind::text: pair("type", "string"); break;
      case Kind::scalar:
        pair("type", "string");
        pair("pattern", type.pattern);
        if (type.name == Describe<Date>::name) pair("format", "date");
        break;
      case Kind::datum:
        writer_.key("type");
        writer_.begin_array();
        writer_.string("integer");
        writer_.string("string");
        writer_.end_array();
        break;
      case Kind::data:
        pair("type", "object");
        nested("additionalProperties", *type.element);
        break;
      case Kind::list:
        pair("type", "array");
        nested("items", *type.element);
        break;
      case Kind::optional: value(*type.element); break;
      case Kind::enumeration:
      case Kind::record: refer(type); break;
    }
  }

  JsonWriter writer_{JsonStyle::pretty};
  std::map<std::string_view, const TypeInfo*> definitions_;
};

}  // namespace

std::string json_schema(const TypeInfo& type) { return SchemaWriter().all(type); }

}  // namespace kvalitet
