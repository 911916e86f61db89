#pragma once
// What every picture is drawn with: shapes, texts that wrap, and the frame that says in words what is seen.
#include "io/markup.hpp"
#include "io/svg/measure.hpp"
#include "io/svg/palette.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kvalitet::svg {

inline constexpr double picture_width = 320;
inline constexpr double margin = 10;
inline constexpr double inner_width = picture_width - 2 * margin;

/// How a shape is filled and drawn around.
struct Paint {
  Colour fill = Colour::none;
  Colour stroke = Colour::none;
  double width = 1;
  std::string_view dash = {};
};

struct Style {
  Font font = {};
  Colour colour = Colour::ink;
};

inline constexpr Style heading{{15, true}, Colour::ink};
inline constexpr Style subheading{{13, true}, Colour::ink};
inline constexpr Style strong{{12, true}, Colour::ink};
inline constexpr Style body{{12, false}, Colour::ink};
inline constexpr Style small{{11, false}, Colour::quiet};

enum class Anchor { start, middle, end };

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// The `d` of a path.
class Path {
 public:
  Path& to(Point point) { return add(started_ ? 'L' : 'M', point); }
  /// Along a circle to a point, clockwise or back, by the longer way or the shorter.
  Path& arc(double radius, bool longer, bool clockwise, Point point);
  Path& close();
  [[nodiscard]] const std::string& str() const { return d_; }

 private:
  Path& add(char command, Point point);
  bool started_ = false;
  std::string d_;
};

class Drawing {
 public:
  /// `name` begins the ids where the options give no prefix. Throws UsageError for options that will not do.
  Drawing(const PictureOptions& options, std::string_view name);

  [[nodiscard]] Language language() const { return options_.language; }

  void rect(const Box& box, double radius, const Paint& paint);
  void circle(Point centre, double radius, const Paint& paint);
  void line(Point from, Point to, const Paint& paint);
  void path(const Path& path, const Paint& paint);
  /// A line with a head at its end, in the colour of its stroke.
  void arrow(Point from, Point to, const Paint& paint);
  /// A rectangle below everything else, and below the panels that come before it: drawn once it is known how high what
  /// stands on it is.
  void panel(const Box& box, double radius, const Paint& paint);

  /// One line, whose middle is at the height of the point; nobody breaks it.
  void word(Point at, std::string_view text, const Style& style, Anchor anchor = Anchor::start);
  /// Lines from `top` down, within a width; `x` is where they are anchored. Returns where they end.
  double paragraph(Point top, double width, std::string_view text, const Style& style, Anchor anchor = Anchor::start);
  /// The heading of the picture, and in small what it is about; returns where they end.
  double title(std::string_view words, std::string_view about);

  /// The picture of this height: what it is called, and what it says in words.
  [[nodiscard]] Text finish(std::string_view title, std::string_view description, double height) &&;

 private:
  void put_rect(Markup& out, const Box& box, double radius, const Paint& paint) const;
  void paint(Markup& out, const Paint& paint) const;
  [[nodiscard]] const std::string& of(Colour colour) const { return palette_.at(static_cast<std::size_t>(colour)); }
  [[nodiscard]] std::string rules_for_dark() const;

  PictureOptions options_;
  Palette palette_;
  std::string prefix_;
  std::vector<std::string> panels_;
  Markup body_;
};

}  // namespace kvalitet::svg
