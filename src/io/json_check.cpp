// Whether a text is JSON at all: what the parser has to say of it, and the keys.
#include "base/pointer.hpp"
#include "io/json_handler.hpp"
#include "kvalitet/io/json.hpp"

#include <set>

namespace kvalitet {
namespace {

class SyntaxCheck final : public JsonHandler {
 public:
  SyntaxCheck(std::string_view json, const ReadLimits& limits) : JsonHandler(json, limits) {}

  bool null() { return value(source_.literal(4)); }
  bool boolean(bool truth) { return value(source_.literal(truth ? 4 : 5)); }
  bool number_integer(number_integer_t) { return value(source_.number()); }
  bool number_unsigned(number_unsigned_t) { return value(source_.number()); }
  bool number_float(number_float_t, const string_t&) { return value(source_.number()); }
  bool string(string_t&) { return value(source_.token()); }
  bool start_object(std::size_t) { return open(); }
  bool start_array(std::size_t) { return open(); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& parsed) {
    const Place place = begin_key();
    Frame& frame = frames_.back();
    const auto [name, is_new] = frame.keys.emplace(source_.content(parsed));
    frame.key = &*name;
    if (!is_new)
      report("json.duplicate-key", place, [pointer = pointer_here(), shown = excerpt(*name)]() mutable {
        return Details{std::move(pointer), {{"key", std::move(shown)}}};
      });
    return true;
  }

  std::vector<Finding> findings() && {
    parse(*this);
    return std::move(findings_).take();
  }

 private:
  /// An object or list that has not ended.
  struct Frame {
    std::set<std::string> keys;
    const std::string* key = nullptr;  // the last of them; none in a list
    std::size_t items = 0;             // of a list, so far
  };

  bool value(const JsonToken& token) {
    begin_value(token);
    if (!frames_.empty()) ++frames_.back().items;
    return true;
  }
  bool open() {
    begin_nested();
    if (!frames_.empty()) ++frames_.back().items;
    frames_.emplace_back();
    return true;
  }
  bool close() {
    end_nested();
    frames_.pop_back();
    return true;
  }

  /// Or of something around it, where that would be endless.
  [[nodiscard]] Text pointer_here() const override {
    constexpr std::size_t longest = 1000;  // bytes, about, which many findings may repeat
    std::string pointer;
    for (const Frame& frame : frames_) {
      if (&frame == &frames_.back() && !after_key_) break;
      if (frame.key != nullptr && frame.key->size() > longest) break;
      const Text step = frame.key != nullptr ? escaped_text(*frame.key) : Text(std::to_string(frame.items - 1));
      if (pointer.size() + step.view().size() > longest) break;
      append_pointer(pointer, step);
    }
    return Text(std::move(pointer));
  }

  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Finding> check_json(std::string_view json, const ReadLimits& limits) {
  return SyntaxCheck(json, limits).findings();
}

}  // namespace kvalitet
