#pragma once
// Content lines of RFC 5545: escaped by the type of their value, folded, ended by CRLF.
#include "kvalitet/base/text.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

class IcalWriter {
 public:
  /// A line that holds nothing but what the format itself lays down: names, dates, numbers, fixed words.
  void line(std::string_view line);
  /// A value of type TEXT. Every kind of line break becomes the format's own; a DEL, which it forbids, is left out.
  void text(std::string_view name, const Text& words);
  /// A line with lines of its own, as another writer made them.
  void raw(std::string_view lines) { out_ += lines; }

  [[nodiscard]] const std::string& str() const { return out_; }
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  std::string out_;
  std::string unfolded_;  // kept, so that few lines need memory of their own
};

/// The value of a parameter, in quotation marks. It can hold none: they become ”, and line breaks and tabs spaces.
/// `^` is written as RFC 6868 has it.
[[nodiscard]] std::string quoted_parameter(const Text& words);

}  // namespace kvalitet
