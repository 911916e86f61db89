#include "io/json_writer.hpp"

#include "kvalitet/base/type_info.hpp"

namespace kvalitet {
namespace {

void append_json(std::string& out, std::string_view text) {
  std::size_t plain = 0;  // start of the stretch that needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: out += ' '; break;  // cannot occur in Text
    }
  }
  out += text.substr(plain);
}

void write(JsonWriter& writer, const TypeInfo& type, const void* object) {
  using Kind = TypeInfo::Kind;
  switch (type.kind) {
    case Kind::boolean: writer.boolean(*static_cast<const bool*>(object)); break;
    case Kind::integer: writer.number(*static_cast<const int*>(object)); break;
    case Kind::count: writer.number(*static_cast<const std::int64_t*>(object)); break;
    case Kind::text: writer.string(static_cast<const Text*>(object)->view()); break;
    case Kind::scalar: writer.string(type.format(object)); break;
    case Kind::enumeration: writer.string(type.choices[type.choice(object)].key); break;
    case Kind::datum:
      if (const auto* number = std::get_if<std::int64_t>(static_cast<const Datum*>(object)))
        writer.number(*number);
      else
        writer.string(std::get<Text>(*static_cast<const Datum*>(object)));
      break;
    case Kind::data:
      writer.begin_object();
      for (const auto& [name, datum] : *static_cast<const Data*>(object)) {
        writer.key(name);
        write(writer, *type.element, &datum);
      }
      writer.end_object();
      break;
    case Kind::optional:
      // An empty one is a default, which its record leaves out.
      write(writer, *type.element, type.item(object, 0));
      break;
    case Kind::list:
      writer.begin_array();
      for (std::size_t i = 0; i < type.size(object); ++i) write(writer, *type.element, type.item(object, i));
      writer.end_array();
      break;
    case Kind::record:
      writer.begin_object();
      for (const FieldInfo& field : type.fields) {
        if (!field.required && field.is_default(object)) continue;
        writer.key(field.key);
        write(writer, *field.type, field.in(object));
      }
      writer.end_object();
      break;
  }
}

template <class T>
std::string to_text(const T& object, JsonStyle style) {
  return write_json(type_info<T>(), &object, style);
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  before_item();
  out_ += '"';
  append_json(out_, name);
  out_ += pretty_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  before_item();
  out_ += '"';
  append_json(out_, text);
  out_ += '"';
}

std::string JsonWriter::take() && {
  if (pretty_) out_ += '\n';
  return std::move(out_);
}

void JsonWriter::raw(std::string_view token) {
  before_item();
  out_ += token;
}

void JsonWriter::begin(char bracket) {
  before_item();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::before_item() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0) new_line();
  first_ = false;
}

void JsonWriter::new_line() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

std::string write_json(const TypeInfo& type, const void* object, JsonStyle style) {
  JsonWriter writer(style);
  write(writer, type, object);
  return std::move(writer).take();
}

std::string to_json(const Guideline& guideline, JsonStyle style) { return to_text(guideline, style); }
std::string to_json(const LocalPolicy& policy, JsonStyle style) { return to_text(policy, style); }
std::string to_json(const CommitmentPlan& plan, JsonStyle style) { return to_text(plan, style); }
std::string to_json(const SchoolYearReport& report, JsonStyle style) { return to_text(report, style); }
std::string to_json(const OperationalPlan& plan, JsonStyle style) { return to_text(plan, style); }
std::string to_json(const OperationalReport& report, JsonStyle style) { return to_text(report, style); }
std::string to_json(const ImpactAssessment& assessment, JsonStyle style) { return to_text(assessment, style); }
std::string to_json(const DialogueSession& session, JsonStyle style) { return to_text(session, style); }
std::string to_json(const Matters& matters, JsonStyle style) { return to_text(matters, style); }
std::string to_json(const Measures& measures, JsonStyle style) { return to_text(measures, style); }
std::string to_json(const Deviations& deviations, JsonStyle style) { return to_text(deviations, style); }
std::string to_json(const Municipality& municipality, JsonStyle style) { return to_text(municipality, style); }
std::string to_json(const AnnualCycle& cycle, JsonStyle style) { return to_text(cycle, style); }
std::string to_json(const std::vector<Finding>& findings, JsonStyle style) { return to_text(findings, style); }
std::string to_json(const Draft& draft, JsonStyle style) { return to_text(draft, style); }

}  // namespace kvalitet
