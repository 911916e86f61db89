#pragma once
// A picture that is read from the top down. What is written in it is told in its description too, so that nothing that
// is seen is left unsaid.
#include "io/svg/badge.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kvalitet::svg {

/// From x, so wide.
struct Column {
  double x = margin;
  double width = inner_width;
  /// Narrower by as much on the left, and on the right.
  [[nodiscard]] Column within(double left, double right = 0) const { return {x + left, width - left - right}; }
};

class Flow {
 public:
  /// Writes the heading; `about` says of whom it is, and may be empty. `name` begins the ids.
  Flow(const PictureOptions& options, std::string_view name, std::string_view title, std::string_view about);

  [[nodiscard]] Language language() const { return drawing.language(); }

  /// A paragraph, after which y is at its end. Words that show nothing leave nothing.
  void write(const Column& column, std::string_view words, const Style& style);
  /// A paragraph with a dot before it.
  void item(const Column& column, std::string_view words, const Style& style);
  /// A paragraph with the sign of a kind of event before it.
  void event(const Column& column, EventKind kind, std::string_view words, const Style& style);
  /// Sees to it that the description says what is seen and not written.
  void tell(std::string_view words);

  /// Ends the picture here.
  [[nodiscard]] Text finish() &&;

  Drawing drawing;
  double y = 0;

 private:
  std::string title_;
  std::string told_;
};

/// What stands in one box. The box is drawn when it ends, around what has been written in between.
class Panel {
 public:
  Panel(Flow& flow, const Column& column, const Paint& paint) : flow_(flow), outer_(column), paint_(paint) {
    top_ = flow.y;
    flow.y += padding;
  }
  [[nodiscard]] Column inside() const { return outer_.within(padding, padding); }
  void end();

  static constexpr double padding = 8;

 private:
  Flow& flow_;
  Column outer_;
  Paint paint_;
  double top_ = 0;
};

inline constexpr Style plain_small{{11, false}, Colour::ink};
inline constexpr Paint box_paint{Colour::surface, Colour::line, 1};
inline constexpr Paint arrow_paint{Colour::none, Colour::quiet, 2};

}  // namespace kvalitet::svg
