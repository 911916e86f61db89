#include "io/svg/badge.hpp"

#include <algorithm>

namespace kvalitet::svg {
namespace {

constexpr Style number_style{{11, true}, Colour::paper};
constexpr double half_height = badge_height / 2;
constexpr double corner = 5;

/// Through points around a centre.
Path around(Point centre, std::initializer_list<Point> points) {
  Path path;
  for (const Point& point : points) path.to({centre.x + point.x, centre.y + point.y});
  return path.close();
}

}  // namespace

double half_width_of_badge(std::string_view number) {
  return std::max(half_height, width_of(number, number_style.font) / 2 + 2);
}

void badge(Drawing& drawing, EventKind kind, Point centre, std::string_view number) {
  const double half = half_width_of_badge(number);
  const Paint paint{colour_of(kind), Colour::paper, 1.25};
  const Box box{centre.x - half, centre.y - half_height, 2 * half, badge_height};
  const double h = half_height;
  switch (kind) {
    case EventKind::dialogue: drawing.rect(box, half_height, paint); break;
    case EventKind::survey: drawing.rect(box, 1.5, paint); break;
    case EventKind::meeting:
      drawing.path(
          around(centre,
                 {{-half + 3, -h}, {half - 3, -h}, {half + 2, 0}, {half - 3, h}, {-half + 3, h}, {-half - 2, 0}}),
          paint);
      break;
    case EventKind::document:
      drawing.path(around(centre, {{-half, -h}, {half - corner, -h}, {half, -h + corner}, {half, h}, {-half, h}}),
                   paint);
      drawing.path(Path()
                       .to({centre.x + half - corner, centre.y - h})
                       .to({centre.x + half - corner, centre.y - h + corner})
                       .to({centre.x + half, centre.y - h + corner}),
                   {Colour::none, Colour::paper, 1});
      break;
    case EventKind::follow_up:
      drawing.path(around(centre, {{-half, -h}, {half - 1, -h}, {half + 4, 0}, {half - 1, h}, {-half, h}}), paint);
      break;
  }
  if (!number.empty()) drawing.word(centre, number, number_style, Anchor::middle);
}

}  // namespace kvalitet::svg
