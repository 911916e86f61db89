// Reads JSON into any described type through nlohmann/json's SAX interface, keeping places and losing nothing.
#include "base/pointer.hpp"
#include "base/words.hpp"
#include "io/json_handler.hpp"
#include "kvalitet/base/place_in_words.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <limits>
#include <optional>
#include <set>

namespace kvalitet {
namespace {

Label kind_of_json(char first) {
  switch (first) {
    case '{': return {"ett objekt", "an object"};
    case '[': return {"en lista", "a list"};
    case '"': return {"en text", "a text"};
    case 't':
    case 'f': return {"true eller false", "true or false"};
    case 'n': return {"null", "null"};
    default: return {"ett tal", "a number"};
  }
}

Label json_for(const TypeInfo& type) {
  switch (type.kind) {
    case TypeInfo::Kind::list: return {"en lista", "a list"};
    case TypeInfo::Kind::record: return {"ett objekt", "an object"};
    case TypeInfo::Kind::boolean: return {"true eller false", "true or false"};
    case TypeInfo::Kind::enumeration: return {"en text", "a text"};
    default: return type.label;
  }
}

Text keys_of(std::span<const FieldInfo> fields) {
  std::string keys;
  for (const FieldInfo& field : fields) {
    if (!keys.empty()) keys += ", ";
    keys += field.key;
  }
  return Text(std::move(keys));
}

class Builder final : public JsonHandler {
 public:
  Builder(const TypeInfo& type, void* record, std::string_view json, const ReadLimits& limits)
      : JsonHandler(json, limits), root_type_(type), root_(record) {
    constexpr std::size_t bytes_of_a_value = 32;  // about, in documents as people write them
    places_.reserve(std::min(text_.size() / bytes_of_a_value, size_of(limits.values)));
  }

  bool null() {
    return value(source_.literal(4), [](Slot&) { return false; });
  }
  bool boolean(bool truth) {
    return value(source_.literal(truth ? 4 : 5), [&](Slot& slot) {
      if (slot.type->kind != TypeInfo::Kind::boolean) return false;
      *static_cast<bool*>(slot.object) = truth;
      return true;
    });
  }
  bool number_integer(number_integer_t number) {
    return value(source_.number(), [&](Slot& slot) { return put_datum(slot, Datum(number)) || out_of_range(slot); });
  }
  bool number_unsigned(number_unsigned_t number) {
    return value(source_.number(), [&](Slot& slot) {
      if (number <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()) &&
          put_datum(slot, Datum(static_cast<std::int64_t>(number))))
        return true;
      if (slot.type->kind == TypeInfo::Kind::count) {
        if (number > static_cast<number_unsigned_t>(detail::most_counted)) return out_of_range(slot);
        *static_cast<std::int64_t*>(slot.object) = static_cast<std::int64_t>(number);
        return true;
      }
      if (slot.type->kind != TypeInfo::Kind::integer) return false;
      if (number > static_cast<number_unsigned_t>(std::numeric_limits<int>::max())) return out_of_range(slot);
      *static_cast<int*>(slot.object) = static_cast<int>(number);
      return true;
    });
  }
  bool number_float(number_float_t, const string_t&) { return value(source_.number(), out_of_range); }
  bool string(string_t& parsed) {
    const std::string_view content = source_.content(parsed);
    return value(source_.token(), [&](Slot& slot) { return take_string(slot, content); });
  }
  bool start_object(std::size_t) { return open(TypeInfo::Kind::record); }
  bool start_array(std::size_t) { return open(TypeInfo::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& parsed) {
    const std::string_view name = source_.content(parsed);
    const Place place = begin_key();
    if (skipping_ > 0) return true;
    Frame& frame = frames_.back();
    if (frame.type->kind == TypeInfo::Kind::data) {
      if (data_keys_.emplace(name).second) {
        data_key_ = escaped_text(name);
      } else {
        data_key_.reset();
        unplaced_key("json.duplicate-key", frame, name, place);
      }
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

  Reading read() && {
    parse(*this);
    for (const Frame& frame : frames_) places_.close(frame.node);  // of a text that ends too early
    Reading reading{std::move(findings_).take(), std::move(places_), std::move(unplaced_)};
    for (Finding& finding : reading.findings)
      finding.where = place_in_words(root_type_, root_, reading.places.model_pointer(finding.pointer));
    return reading;
  }

 private:
  /// Where the next value goes.
  struct Slot {
    const TypeInfo* type;
    void* object;
    std::string_view fault = {};       // code for a value of the right JSON type that does not fit
    const TypeInfo* holder = nullptr;  // a list, optional or data object that was given a new item for it
    void* held = nullptr;
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
    if (slot.type->kind == TypeInfo::Kind::integer || slot.type->kind == TypeInfo::Kind::count)
      slot.fault = "json.number-out-of-range";
    return false;
  }
  bool take_string(Slot& slot, std::string_view value) const {
    const TypeInfo& type = *slot.type;
    switch (type.kind) {
      case TypeInfo::Kind::text:
      case TypeInfo::Kind::datum: {
        auto text = source_.is_aside() ? Text::unchecked(std::string(value)) : Text::from(std::string(value));
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

  template <class Fill>
  bool value(const JsonToken& token, Fill fill) {
    begin_value(token);
    if (!put(fill) && skipping_ == 0) keep(start_, end_of_token(text_, start_));
    return true;
  }

  /// Makes room for a value where it belongs and lets `fill` fill it; what does not fit is reported and kept.
  template <class Fill>
  bool put(Fill fill) {
    if (skipping_ > 0) return false;
    Slot slot{&root_type_, root_};
    if (frames_.empty()) {
      node_ = places_.add(Places::none, {}, 0, 0, place_);
    } else if (!find_slot(frames_.back(), slot)) {
      return false;
    }
    if (fill(slot)) return true;
    misfit(slot);
    if (node_ != Places::none) places_.drop_last();
    if (slot.holder != nullptr) slot.holder->drop_last(slot.held);
    return false;
  }
  /// Whether there is one: a key that has no place was reported.
  bool find_slot(Frame& frame, Slot& slot) {
    switch (frame.type->kind) {
      case TypeInfo::Kind::list:
        node_ = places_.add(frame.node, {}, frame.type->size(frame.object), frame.next_file_index++, place_);
        append(slot, *frame.type, frame.object);
        return true;
      case TypeInfo::Kind::data:
        if (!data_key_) return false;
        node_ = Places::none;
        append(slot, *frame.type, frame.object);
        static_cast<Data*>(frame.object)->back().first = *data_key_;
        return true;
      default:
        if (frame.field == nullptr) return false;
        node_ = places_.add(frame.node, frame.field->key, 0, 0, place_);
        slot.type = frame.field->type;
        slot.object = frame.field->address(frame.object);
        if (slot.type->kind == TypeInfo::Kind::optional) append(slot, *slot.type, slot.object);
        return true;
    }
  }
  void append(Slot& slot, const TypeInfo& holder, void* held) {
    spend(holder.item_bytes / bytes_per_value);
    slot.type = holder.element;
    slot.object = holder.append(held);
    slot.holder = &holder;
    slot.held = held;
  }

  bool open(TypeInfo::Kind kind) {
    begin_nested();
    if (skipping_ > 0) {
      ++skipping_;
      return true;
    }
    const auto descend = [&](Slot& slot) {
      const bool object = slot.type->kind == TypeInfo::Kind::data && kind == TypeInfo::Kind::record;
      if (slot.type->kind != kind && !object) return false;
      frames_.push_back(Frame{slot.type, slot.object, node_});
      data_keys_.clear();
      return true;
    };
    skip_start_ = start_;
    if (!put(descend)) skipping_ = 1;  // close() keeps the whole
    return true;
  }

  bool close() {
    end_nested();
    if (skipping_ > 0) {
      if (--skipping_ == 0) keep(skip_start_, start_ + 1);
      return true;
    }
    const Frame& frame = frames_.back();
    for (std::size_t i = 0; i < frame.type->fields.size(); ++i) {
      const FieldInfo* const field = &frame.type->fields[i];
      if (!field->required || (frame.seen & (std::uint64_t{1} << i)) != 0) continue;
      report("json.missing-key", places_.place(frame.node), [this, node = frame.node, field] {
        return Details{
            below(node, field->key),
            {{"key", Text(field->key)}, {"label_sv", Text(field->label.sv)}, {"label_en", Text(field->label.en)}}};
      });
    }
    places_.close(frame.node);
    frames_.pop_back();
    return true;
  }

  [[nodiscard]] Text pointer_here() const override {
    if (skipping_ > 0) return unplaced_pointer_;
    if (frames_.empty()) return {};
    const Frame& frame = frames_.back();
    if (!after_key_) return places_.file_pointer(frame.node);
    if (frame.field != nullptr) return below(frame.node, frame.field->key);
    return frame.type->kind == TypeInfo::Kind::data && data_key_ ? below(frame.node, *data_key_) : unplaced_pointer_;
  }
  [[nodiscard]] Text below(Places::Node node, std::string_view key) const {
    std::string pointer = places_.file_pointer(node).str();
    pointer.reserve(pointer.size() + 1 + key.size());
    append_pointer(pointer, key);
    return Text(std::move(pointer));
  }

  void unplaced_key(std::string_view code, const Frame& frame, std::string_view name, Place place) {
    unplaced_pointer_ = below(frame.node, escaped_text(name));
    report(code, place, [pointer = unplaced_pointer_, key = excerpt(name), type = frame.type]() mutable {
      return Details{std::move(pointer), {{"key", key}, {"known", keys_of(type->fields)}}};
    });
  }

  void keep(std::size_t start, std::size_t end) {
    unplaced_.push_back(Unplaced{unplaced_pointer_, escaped_text(text_.substr(start, end - start))});
  }

  void misfit(const Slot& slot) {
    unplaced_pointer_ = node_ == Places::none ? below(frames_.back().node, *data_key_) : places_.file_pointer(node_);
    const std::string_view code = slot.fault.empty() ? std::string_view("json.wrong-type") : slot.fault;
    report(code, place_,
           [code, pointer = unplaced_pointer_, type = slot.type, found = kind_of_json(text_[start_])]() mutable {
             const Label expected = code == "json.wrong-type" ? json_for(*type) : type->label;
             std::vector<Named> keys;
             for (const ChoiceInfo& choice : type->choices)
               keys.push_back({Localised{choice.label.sv, choice.label.en}, choice.key});
             const Localised choices = in_one_line(keys);
             return Details{std::move(pointer),
                            {{"expected_sv", Text(expected.sv)},
                             {"expected_en", Text(expected.en)},
                             {"found_sv", Text(found.sv)},
                             {"found_en", Text(found.en)},
                             {"choices_sv", choices.sv},
                             {"choices_en", choices.en}}};
           });
  }

  static constexpr std::size_t bytes_per_value = 64;  // an item of a list counts as many values as it takes memory

  const TypeInfo& root_type_;
  void* root_;

  Places places_;
  std::vector<Unplaced> unplaced_;
  std::vector<Frame> frames_;
  std::size_t skipping_ = 0;         // depth inside something that has no place
  std::size_t skip_start_ = 0;       // offset where that began
  Text unplaced_pointer_;            // and its pointer
  std::set<std::string> data_keys_;  // of the Data object that is being read
  std::optional<Text> data_key_;     // the last of them; none when it has no place
  Places::Node node_ = Places::none;
};

}  // namespace

Reading read_json(const TypeInfo& type, void* record, std::string_view json, const ReadLimits& limits) {
  return Builder(type, record, json, limits).read();
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
Read<SchoolYearReport> read_school_year_report(std::string_view json, const ReadLimits& limits) {
  return read<SchoolYearReport>(json, limits);
}
Read<OperationalPlan> read_operational_plan(std::string_view json, const ReadLimits& limits) {
  return read<OperationalPlan>(json, limits);
}
Read<OperationalReport> read_operational_report(std::string_view json, const ReadLimits& limits) {
  return read<OperationalReport>(json, limits);
}
Read<ImpactAssessment> read_impact_assessment(std::string_view json, const ReadLimits& limits) {
  return read<ImpactAssessment>(json, limits);
}
Read<DialogueSession> read_dialogue_session(std::string_view json, const ReadLimits& limits) {
  return read<DialogueSession>(json, limits);
}
Read<Matters> read_matters(std::string_view json, const ReadLimits& limits) { return read<Matters>(json, limits); }
Read<Measures> read_measures(std::string_view json, const ReadLimits& limits) { return read<Measures>(json, limits); }
Read<Deviations> read_deviations(std::string_view json, const ReadLimits& limits) {
  return read<Deviations>(json, limits);
}
Read<Municipality> read_municipality(std::string_view json, const ReadLimits& limits) {
  return read<Municipality>(json, limits);
}

}  // namespace kvalitet
