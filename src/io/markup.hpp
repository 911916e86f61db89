#pragma once
// Elements of SVG and HTML: whatever is put in them stays text.
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// Nested elements; what is opened first is closed last. Names must outlive it.
class Markup {
 public:
  enum class Syntax { xml, html };
  explicit Markup(Syntax syntax) : syntax_(syntax) {}

  Markup& open(std::string_view name);
  /// Of the element that has just been opened.
  Markup& with(std::string_view attribute, std::string_view value);
  /// Two decimals, whatever the locale.
  Markup& with(std::string_view attribute, double value);
  Markup& text(std::string_view words);
  Markup& close();
  /// An element that holds only text.
  Markup& element(std::string_view name, std::string_view words) { return open(name).text(words).close(); }
  /// What is markup already.
  Markup& raw(std::string_view markup);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void end_start_tag();
  Syntax syntax_;
  bool in_start_tag_ = false;
  std::vector<std::string_view> open_;
  std::string out_;
};

/// Appends a number with at most two decimals.
void append_number(std::string& out, double value);

}  // namespace kvalitet
