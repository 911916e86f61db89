#include "io/svg/flow.hpp"

#include "base/blank.hpp"

#include <algorithm>

namespace kvalitet::svg {
namespace {

constexpr double panel_corner = 7;
constexpr double dot = 1.75;
constexpr double indent_of_item = 10;
constexpr double indent_of_event = 26;

bool ends_a_sentence(std::string_view words) {
  return std::string_view(".?!:").find(words.back()) != std::string_view::npos;
}

}  // namespace

Flow::Flow(const PictureOptions& options, std::string_view name, std::string_view title, std::string_view about)
    : drawing(options, name), title_(title) {
  y = drawing.title(title, about) + 10;
  if (!is_blank(about)) title_.append(", ").append(about);
}

void Flow::write(const Column& column, std::string_view words, const Style& style) {
  if (plain(words).empty()) return;
  y = drawing.paragraph({column.x, y}, column.width, words, style);
  tell(words);
}

void Flow::item(const Column& column, std::string_view words, const Style& style) {
  if (plain(words).empty()) return;
  drawing.circle({column.x + 3, y + 0.62 * style.font.size}, dot, {style.colour});
  write(column.within(indent_of_item), words, style);
}

void Flow::event(const Column& column, EventKind kind, std::string_view words, const Style& style) {
  if (plain(words).empty()) return;
  const double top = y;
  badge(drawing, kind, {column.x + badge_height / 2 + 2, top + badge_height / 2}, {});
  y += 1;
  write(column.within(indent_of_event), words, style);
  y = std::max(y, top + badge_height);
}

void Flow::tell(std::string_view words) {
  const std::string said = plain(words);
  if (said.empty()) return;
  if (!told_.empty()) told_ += ' ';
  told_ += said;
  if (!ends_a_sentence(said)) told_ += '.';
}

Text Flow::finish() && { return std::move(drawing).finish(title_, told_, y + margin); }

void Panel::end() {
  flow_.y += padding;
  flow_.drawing.panel({outer_.x, top_, outer_.width, flow_.y - top_}, panel_corner, paint_);
}

}  // namespace kvalitet::svg
