#pragma once
// Elements of XML: whatever is put in them stays text.
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// Nested elements; what is opened first is closed last. Names must outlive it.
class Markup {
 public:
  Markup& open(std::string_view name);
  /// Of the element that has just been opened.
  Markup& with(std::string_view attribute, std::string_view value);
  /// Two decimals, whatever the locale.
  Markup& with(std::string_view attribute, double value);
  Markup& text(std::string_view words);
  Markup& close();
  /// What is markup already.
  Markup& raw(std::string_view markup);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void end_start_tag();
  bool in_start_tag_ = false;
  std::vector<std::string_view> open_;
  std::string out_;
};

/// Appends a number with at most two decimals.
void append_number(std::string& out, double value);

}  // namespace kvalitet
