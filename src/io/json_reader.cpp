// Reads JSON into any described type through nlohmann/json's SAX interface, keeping places and losing nothing.
#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace kvalitet {
namespace {

// long double, so that 1e400 is a number out of range with a place of its own rather than a fault of syntax.
using Json = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, long double>;

/// Follows the tokens through the text: the parser says what it met, this says where.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = line_start_ = 3;  // a byte order mark, as Windows programs write
  }

  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] Place place() const {
    return Place{line_, static_cast<int>(at_ - line_start_ - continuation_bytes_) + 1};
  }

  /// Moves to the start of the next token.
  void to_token() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n')
        new_line();
      else if (c != ' ' && c != '\t' && c != '\r' && c != ',' && c != ':')
        return;
    }
  }
  /// Moves past the string that starts here and whose content, escapes resolved, is `value`.
  void past_string(std::string_view value) {
    const std::size_t start = at_ + 1;
    std::size_t end = start + value.size();
    const bool has_no_escapes = end < text_.size() && text_.substr(start, value.size()) == value && text_[end] == '"';
    if (!has_no_escapes)
      for (end = start; text_[end] != '"'; ++end) end += text_[end] == '\\' ? 1 : 0;
    count_continuation_bytes(start, end);
    at_ = end + 1;
  }
  /// Moves past a number, true, false or null.
  void past_scalar() {
    while (at_ < text_.size() && std::strchr(",]} \t\r\n", text_[at_]) == nullptr) ++at_;
  }
  void past_bracket() { ++at_; }
  void to_offset(std::size_t offset) {
    std::size_t from = at_;
    for (; at_ < offset; ++at_) {
      if (text_[at_] != '\n') continue;
      new_line();
      from = at_ + 1;
    }
    if (from < at_) count_continuation_bytes(from, at_);
  }

 private:
  void new_line() {
    ++line_;
    line_start_ = at_ + 1;
    continuation_bytes_ = 0;
  }
  void count_continuation_bytes(std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (; from < to; ++from) count += (text_[from] & 0xC0) == 0x80 ? 1 : 0;
    continuation_bytes_ += count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t continuation_bytes_ = 0;  // of the line so far, so that columns count characters
};

Label kind_of_json(char first) {
  switch (first) {
    case '{': return {"ett objekt", "an object"};
    case '[': return {"en lista", "a list"};
    case '"': return {"en text", "a text"};
    case 't':
    case 'f': return {"sant eller falskt", "a truth value"};
    case 'n': return {"null", "null"};
    default: return {"ett tal", "a number"};
  }
}

/// Any stretch of valid UTF-8 as Text: what XML forbids is written as a JSON escape, which means the same in JSON.
Text escaped_text(std::string_view raw) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t bad = find_forbidden(raw); bad != std::string_view::npos; bad = find_forbidden(raw)) {
    const auto byte = static_cast<unsigned char>(raw[bad]);
    const bool noncharacter = byte == 0xEF;  // U+FFFE or U+FFFF in three bytes; all else forbidden is one byte
    text += raw.substr(0, bad);
    text += noncharacter ? "\\uff" : "\\u00";
    const auto low = noncharacter ? static_cast<unsigned char>(raw[bad + 2]) | 0xC0U : byte;
    text += digits[low >> 4U];
    text += digits[low & 0xFU];
    raw.remove_prefix(bad + (noncharacter ? 3 : 1));
  }
  return Text(text.append(raw));
}

class Builder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  Builder(const TypeInfo& type, void* record, std::string_view text, const ReadLimits& limits)
      : text_(text), limits_(limits), cursor_(text), findings_(limits.findings), root_type_(type), root_(record) {}

  bool null() { return scalar([](Slot&) { return false; }); }
  bool boolean(bool value) {
    return scalar([&](Slot& slot) {
      if (slot.type->kind != TypeInfo::Kind::boolean) return false;
      *static_cast<bool*>(slot.object) = value;
      return true;
    });
  }
  bool number_integer(number_integer_t value) {
    return scalar([&](Slot& slot) { return put_datum(slot, Datum(value)) || out_of_range(slot); });
  }
  bool number_unsigned(number_unsigned_t value) {
    return scalar([&](Slot& slot) {
      if (value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()) &&
          put_datum(slot, Datum(static_cast<std::int64_t>(value))))
        return true;
      if (slot.type->kind != TypeInfo::Kind::integer) return false;
      if (value > static_cast<number_unsigned_t>(std::numeric_limits<int>::max())) return out_of_range(slot);
      *static_cast<int*>(slot.object) = static_cast<int>(value);
      return true;
    });
  }
  bool number_float(number_float_t, const string_t&) { return scalar([](Slot& slot) { return out_of_range(slot); }); }
  bool binary(binary_t&) { return false; }  // does not occur in JSON text
  bool string(string_t& value) {
    begin_value();
    cursor_.past_string(value);
    put([&](Slot& slot) { return take_string(slot, value); });
    return true;
  }
  bool start_object(std::size_t) { return open(TypeInfo::Kind::record); }
  bool start_array(std::size_t) { return open(TypeInfo::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    cursor_.to_token();
    const Place place = cursor_.place();
    cursor_.past_string(name);
    if (skipping_ > 0) return true;
    Frame& frame = frames_.back();
    if (frame.type->kind == TypeInfo::Kind::data) {
      data_key_ = escaped_text(name);
      return true;
    }
    const auto fields = frame.type->fields;
    frame.field = nullptr;
    // Files mostly keep the order of the description, so the search starts behind the field found last.
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::size_t index = (frame.next_field + i) % fields.size();
      if (fields[index].key != name) continue;
      frame.next_field = index + 1;
      const std::uint64_t bit = std::uint64_t{1} << index;
      if ((frame.seen & bit) != 0) {
        unplaced_key("json.duplicate-key", frame, name, place);
      } else {
        frame.seen |= bit;
        frame.field = &fields[index];
      }
      return true;
    }
    unplaced_key("json.unknown-key", frame, name, place);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    // The position counts the characters read, of which the last is the one that did not fit.
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    std::string_view code = "json.syntax";
    if (offset == text_.size()) {
      code = "json.ends-too-early";
    } else if (error.id == 406) {
      code = "json.number-out-of-range";
    } else if (std::string_view(error.what()).find("surrogate") != std::string_view::npos) {
      code = "json.lone-surrogate";
    } else {
      cursor_.to_token();
      const std::size_t token = std::min(cursor_.offset(), offset);
      const std::size_t bad = find_forbidden(text_.substr(token, offset + 4 - token));
      if (bad != std::string_view::npos && token + bad <= offset && (text_[token + bad] & 0x80) != 0)
        code = "json.invalid-utf8";
    }
    fault_at(code, offset);
    return false;
  }

  void fault_at(std::string_view code, std::size_t offset) {
    cursor_.to_offset(std::min(offset, text_.size()));
    report(code, frames_.empty() ? Text() : places_.file_pointer(frames_.back().node), cursor_.place(), {});
  }

  Reading finish() && { return Reading{std::move(findings_).take(), std::move(places_), std::move(unplaced_)}; }

 private:
  /// Where the next value goes.
  struct Slot {
    const TypeInfo* type;
    void* object;
    std::string_view fault;  // code for a value of the right JSON type that does not fit
  };
  /// A record or list that is being read.
  struct Frame {
    const TypeInfo* type;
    void* object;
    Places::Node node;
    const FieldInfo* field = nullptr;  // of the last key; none when it has no place
    std::size_t next_field = 0;
    std::size_t next_file_index = 0;
    std::uint64_t seen = 0;
  };

  static bool put_datum(Slot& slot, Datum datum) {
    if (slot.type->kind != TypeInfo::Kind::datum) return false;
    *static_cast<Datum*>(slot.object) = std::move(datum);
    return true;
  }
  static bool out_of_range(Slot& slot) {
    if (slot.type->kind == TypeInfo::Kind::integer) slot.fault = "json.number-out-of-range";
    return false;
  }
  static bool take_string(Slot& slot, string_t& value) {
    const TypeInfo& type = *slot.type;
    switch (type.kind) {
      case TypeInfo::Kind::text:
      case TypeInfo::Kind::datum: {
        auto text = Text::from(value);
        if (!text)
          slot.fault = "json.forbidden-character";
        else if (!put_datum(slot, Datum(*text)))
          *static_cast<Text*>(slot.object) = std::move(*text);
        return text.has_value();
      }
      case TypeInfo::Kind::scalar: {
        const bool parsed = type.parse(slot.object, value);
        if (!parsed) slot.fault = "json.wrong-text";
        return parsed;
      }
      case TypeInfo::Kind::enumeration:
        for (std::size_t i = 0; i < type.choices.size(); ++i) {
          if (type.choices[i].key != value) continue;
          type.choose(slot.object, i);
          return true;
        }
        slot.fault = "json.unknown-choice";
        return false;
      default: return false;
    }
  }

  void begin_value() {
    if (++values_ > limits_.values)
      throw LimitError("read.too-many-values", {{"limit", static_cast<std::int64_t>(limits_.values)}});
    cursor_.to_token();
    start_ = cursor_.offset();
    place_ = cursor_.place();
  }

  template <class Fill>
  bool scalar(Fill fill) {
    begin_value();
    cursor_.past_scalar();
    put(fill);
    return true;
  }

  /// Makes room for a value where it belongs and lets `fill` fill it; what does not fit is reported and kept.
  template <class Fill>
  bool put(Fill fill) {
    if (skipping_ > 0) return false;
    Slot slot{&root_type_, root_, {}};
    const TypeInfo* holder = nullptr;  // a list or optional that was given a new item
    void* held = nullptr;
    Places::Node parent = Places::none;
    std::string_view key;
    std::size_t index = 0;
    std::size_t file_index = 0;
    if (!frames_.empty()) {
      Frame& frame = frames_.back();
      parent = frame.node;
      if (frame.type->kind == TypeInfo::Kind::list || frame.type->kind == TypeInfo::Kind::data) {
        file_index = frame.next_file_index++;
        index = frame.type->size(frame.object);
        holder = frame.type;
        held = frame.object;
        slot.type = holder->element;
        slot.object = holder->append(held);
        if (frame.type->kind == TypeInfo::Kind::data) static_cast<Data*>(held)->back().first = data_key_;
      } else {
        if (frame.field == nullptr) {  // the key was reported
          keep(unplaced_pointer_);
          return false;
        }
        key = frame.field->key;
        slot.type = frame.field->type;
        slot.object = frame.field->address(frame.object);
        if (slot.type->kind == TypeInfo::Kind::optional) {
          holder = slot.type;
          held = slot.object;
          slot.type = holder->element;
          slot.object = holder->append(held);
        }
      }
    }
    node_ = places_.add(parent, key, index, file_index, place_);
    if (fill(slot)) return true;
    misfit(slot, places_.file_pointer(node_));
    places_.drop_last();
    if (holder != nullptr) holder->drop_last(held);
    return false;
  }

  bool open(TypeInfo::Kind kind) {
    begin_value();
    if (++depth_ > limits_.depth)
      throw LimitError("read.too-deep", {{"limit", static_cast<std::int64_t>(limits_.depth)},
                                         {"line", std::int64_t{place_.line}},
                                         {"column", std::int64_t{place_.column}}});
    cursor_.past_bracket();
    if (skipping_ > 0) {
      ++skipping_;
      return true;
    }
    const auto descend = [&](Slot& slot) {
      const bool object = slot.type->kind == TypeInfo::Kind::data && kind == TypeInfo::Kind::record;
      if (slot.type->kind != kind && !object) return false;
      frames_.push_back(Frame{slot.type, slot.object, node_});
      return true;
    };
    skip_start_ = start_;
    if (!put(descend)) {
      unplaced_.pop_back();  // so far only the bracket; close() keeps the whole
      skipping_ = 1;
    }
    return true;
  }

  bool close() {
    cursor_.to_token();
    cursor_.past_bracket();
    --depth_;
    if (skipping_ > 0) {
      if (--skipping_ == 0) {
        start_ = skip_start_;
        keep(unplaced_pointer_);
      }
      return true;
    }
    const Frame& frame = frames_.back();
    for (std::size_t i = 0; i < frame.type->fields.size(); ++i) {
      const FieldInfo& field = frame.type->fields[i];
      if (!field.required || (frame.seen & (std::uint64_t{1} << i)) != 0) continue;
      report("json.missing-key", below(frame, field.key), places_.place(frame.node),
             {{"key", Text(field.key)}, {"label_sv", Text(field.label.sv)}, {"label_en", Text(field.label.en)}});
    }
    frames_.pop_back();
    return true;
  }

  [[nodiscard]] Text below(const Frame& frame, std::string_view key) const {
    return Text(make_pointer(places_.file_pointer(frame.node).str(), key));
  }

  void unplaced_key(std::string_view code, const Frame& frame, const std::string& name, Place place) {
    const Text shown = escaped_text(name);
    unplaced_pointer_ = below(frame, shown);
    std::string known;
    for (const auto& field : frame.type->fields) {
      if (!known.empty()) known += ", ";
      known += field.key;
    }
    report(code, unplaced_pointer_, place, {{"key", shown}, {"known", Text(std::move(known))}});
  }

  void keep(const Text& pointer) {
    unplaced_.push_back(Unplaced{pointer, escaped_text(text_.substr(start_, cursor_.offset() - start_))});
  }

  void misfit(const Slot& slot, Text pointer) {
    const TypeInfo& type = *slot.type;
    const Label expected = type.kind == TypeInfo::Kind::list     ? Label{"en lista", "a list"}
                           : type.kind == TypeInfo::Kind::record ? Label{"ett objekt", "an object"}
                                                                 : type.label;
    const Label found = kind_of_json(text_[start_]);
    std::string choices;
    for (const auto& choice : type.choices) {
      if (!choices.empty()) choices += ", ";
      choices += choice.key;
    }
    unplaced_pointer_ = pointer;
    keep(pointer);
    report(slot.fault.empty() ? std::string_view("json.wrong-type") : slot.fault, std::move(pointer), place_,
           {{"expected_sv", Text(expected.sv)},
            {"expected_en", Text(expected.en)},
            {"found_sv", Text(found.sv)},
            {"found_en", Text(found.en)},
            {"choices", Text(std::move(choices))}});
  }

  void report(std::string_view code, Text pointer, Place place, Data data) {
    data.emplace_back("line", std::int64_t{place.line});
    data.emplace_back("column", std::int64_t{place.column});
    Finding finding = make_finding(code, Severity::error, std::move(pointer), std::move(data));
    finding.place = place;
    findings_.add(std::move(finding));
  }

  std::string_view text_;
  const ReadLimits& limits_;
  Cursor cursor_;
  FindingList findings_;
  const TypeInfo& root_type_;
  void* root_;

  Places places_;
  std::vector<Unplaced> unplaced_;
  std::vector<Frame> frames_;
  std::size_t values_ = 0;
  std::size_t depth_ = 0;
  std::size_t skipping_ = 0;     // depth inside something that has no place
  std::size_t skip_start_ = 0;   // offset where that began
  Text unplaced_pointer_;        // and its pointer
  Text data_key_;                // the last key of a Data object
  std::size_t start_ = 0;        // of the value that is being read
  Place place_;
  Places::Node node_ = Places::none;
};

}  // namespace

Reading read_json(const TypeInfo& type, void* record, std::string_view json, const ReadLimits& limits) {
  if (json.size() > limits.bytes)
    throw LimitError("read.too-large", {{"size", static_cast<std::int64_t>(json.size())},
                                        {"limit", static_cast<std::int64_t>(limits.bytes)}});
  // nlohmann/json takes NUL for the end of the text; here it is what RFC 8259 makes of it, a fault.
  const std::size_t end = std::min(json.find('\0'), json.size());
  Builder builder(type, record, json.substr(0, end), limits);
  Json::sax_parse(json.data(), json.data() + end, &builder);
  if (end != json.size()) builder.fault_at("json.nul", end);
  return std::move(builder).finish();
}

namespace {

template <class T>
Read<T> read(std::string_view json, const ReadLimits& limits) {
  Read<T> result;
  result.reading = read_json(type_info<T>(), &result.value, json, limits);
  return result;
}

}  // namespace

Read<Guideline> read_guideline(std::string_view json, const ReadLimits& limits) {
  return read<Guideline>(json, limits);
}
Read<LocalPolicy> read_local_policy(std::string_view json, const ReadLimits& limits) {
  return read<LocalPolicy>(json, limits);
}
Read<CommitmentPlan> read_commitment_plan(std::string_view json, const ReadLimits& limits) {
  return read<CommitmentPlan>(json, limits);
}

}  // namespace kvalitet
