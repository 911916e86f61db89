#pragma once
// Writes JSON text token by token, compact or indented.
#include "kvalitet/io/json.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style) : pretty_(style == JsonStyle::pretty) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void string(std::string_view text);
  void number(std::int64_t value) { raw(std::to_string(value)); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  [[nodiscard]] std::string take() &&;

 private:
  void raw(std::string_view token);
  void begin(char bracket);
  void end(char bracket);
  void before_item();
  void new_line();

  bool pretty_;
  bool first_ = true;  // nothing yet inside the innermost bracket
  bool after_key_ = false;
  std::size_t depth_ = 0;
  std::string out_;
};

}  // namespace kvalitet
