#include "io/svg/drawing.hpp"

#include "base/blank.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet::svg {
namespace {

constexpr std::string_view fonts = "Arial, Liberation Sans, Helvetica, DejaVu Sans, sans-serif";
constexpr double line_height = 1.3;
constexpr double ascent = 0.95;  ///< of any font in the stack, above the base line
constexpr double shown_width = 480;
constexpr double head = 7;  ///< of an arrow

/// A letter, then letters, digits, - and _: an id in CSS too.
bool begins_an_id(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && text.size() <= 64 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

void append_point(std::string& d, Point point) {
  append_number(d, point.x);
  d += ' ';
  append_number(d, point.y);
}

std::string_view name_of(Anchor anchor) {
  return anchor == Anchor::middle ? std::string_view("middle") : std::string_view("end");
}

}  // namespace

Path& Path::add(char command, Point point) {
  started_ = true;
  d_ += command;
  append_point(d_, point);
  return *this;
}

Path& Path::arc(double radius, bool longer, bool clockwise, Point point) {
  d_ += 'A';
  append_point(d_, {radius, radius});
  d_ += longer ? " 0 1 " : " 0 0 ";
  d_ += clockwise ? "1 " : "0 ";
  append_point(d_, point);
  return *this;
}

Path& Path::close() {
  d_ += 'Z';
  started_ = false;
  return *this;
}

Drawing::Drawing(const PictureOptions& options, std::string_view name)
    : options_(options),
      palette_(palette_of(options.scheme == PictureScheme::dark, options.theme)),
      prefix_(options.id_prefix.empty() ? name : options.id_prefix.view()) {
  if (!begins_an_id(prefix_)) throw UsageError("picture.not-a-prefix", {{"prefix", options.id_prefix}});
}

void Drawing::paint(Markup& out, const Paint& paint) const {
  out.with("fill", paint.fill == Colour::none ? "none" : of(paint.fill));
  if (paint.stroke == Colour::none) return;
  out.with("stroke", of(paint.stroke)).with("stroke-width", paint.width);
  if (!paint.dash.empty()) out.with("stroke-dasharray", paint.dash);
}

void Drawing::put_rect(Markup& out, const Box& box, double radius, const Paint& how) const {
  out.open("rect").with("x", box.x).with("y", box.y).with("width", box.width).with("height", box.height);
  if (radius > 0) out.with("rx", radius);
  paint(out, how);
  out.close();
}

void Drawing::rect(const Box& box, double radius, const Paint& how) { put_rect(body_, box, radius, how); }

void Drawing::panel(const Box& box, double radius, const Paint& how) {
  Markup out;
  put_rect(out, box, radius, how);
  panels_.push_back(std::move(out).take());
}

void Drawing::circle(Point centre, double radius, const Paint& how) {
  body_.open("circle").with("cx", centre.x).with("cy", centre.y).with("r", radius);
  paint(body_, how);
  body_.close();
}

void Drawing::arrow(Point from, Point to, const Paint& how) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length == 0) return;
  const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
  const Point neck{to.x - along.x * head, to.y - along.y * head};
  const double half = head / 2 + how.width / 2;
  line(from, neck, how);
  path(Path()
           .to(to)
           .to({neck.x - along.y * half, neck.y + along.x * half})
           .to({neck.x + along.y * half, neck.y - along.x * half})
           .close(),
       {how.stroke});
}

void Drawing::line(Point from, Point to, const Paint& how) { path(Path().to(from).to(to), how); }

void Drawing::path(const Path& path, const Paint& how) {
  body_.open("path").with("d", path.str());
  paint(body_, how);
  if (how.stroke != Colour::none) body_.with("stroke-linejoin", "round");
  if (how.stroke != Colour::none && how.dash.empty()) body_.with("stroke-linecap", "round");
  body_.close();
}

void Drawing::word(Point at, std::string_view text, const Style& style, Anchor anchor) {
  body_.open("text").with("x", at.x).with("y", at.y + 0.35 * style.font.size).with("font-size", style.font.size);
  if (style.font.bold) body_.with("font-weight", "bold");
  if (anchor != Anchor::start) body_.with("text-anchor", name_of(anchor));
  body_.with("fill", of(style.colour)).text(plain(text)).close();
}

double Drawing::paragraph(Point top, double width, std::string_view text, const Style& style, Anchor anchor) {
  const double size = style.font.size;
  const auto lines = wrapped(text, width, style.font);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double base_line = top.y + ascent * size + static_cast<double>(i) * line_height * size;
    body_.open("text").with("x", top.x).with("y", base_line).with("font-size", size);
    if (style.font.bold) body_.with("font-weight", "bold");
    if (anchor != Anchor::start) body_.with("text-anchor", name_of(anchor));
    body_.with("fill", of(style.colour)).text(lines[i]).close();
  }
  return top.y + static_cast<double>(lines.size()) * line_height * size;
}

double Drawing::title(std::string_view words, std::string_view about) {
  const double end = paragraph({margin, margin}, inner_width, words, heading);
  return is_blank(about) ? end : paragraph({margin, end + 1}, inner_width, about, small);
}

/// An attribute selector for each colour: where the program knows no style sheet, the attributes themselves stand.
std::string Drawing::rules_for_dark() const {
  const Palette dark = palette_of(true, options_.dark_theme);
  std::string rules;
  for (std::size_t i = 0; i < colour_count; ++i)
    for (const std::string_view attribute : {"fill", "stroke"})
      rules.append("#")
          .append(prefix_)
          .append(" [")
          .append(attribute)
          .append("=\"")
          .append(palette_.at(i))
          .append("\"]{")
          .append(attribute)
          .append(":")
          .append(dark.at(i))
          .append("}");
  return "@media (prefers-color-scheme:dark){" + rules + "}";
}

Text Drawing::finish(std::string_view title, std::string_view description, double height) && {
  const std::string_view lang = options_.language == Language::en ? "en" : "sv";
  std::string box = "0 0 ";
  append_number(box, picture_width);
  box += ' ';
  append_number(box, height);
  Markup out;
  out.open("svg").with("xmlns", "http://www.w3.org/2000/svg").with("id", prefix_).with("viewBox", box);
  out.with("width", shown_width).with("height", height * shown_width / picture_width);
  out.with("style", "max-width:100%;height:auto").with("role", "img");
  out.with("aria-labelledby", prefix_ + "-title " + prefix_ + "-desc").with("lang", lang).with("xml:lang", lang);
  out.with("font-family", fonts);
  out.open("title").with("id", prefix_ + "-title").text(plain(title)).close();
  out.open("desc").with("id", prefix_ + "-desc").text(plain(description)).close();
  if (options_.scheme == PictureScheme::automatic) out.open("style").raw(rules_for_dark()).close();
  out.open("rect").with("width", picture_width).with("height", height).with("fill", of(Colour::paper)).close();
  for (auto panel = panels_.rbegin(); panel != panels_.rend(); ++panel) out.raw(*panel);
  out.raw(std::move(body_).take()).close();
  return Text(std::move(out).take() + "\n");
}

}  // namespace kvalitet::svg
