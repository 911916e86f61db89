#include "io/svg/palette.hpp"

#include "io/markup.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace kvalitet::svg {
namespace {

using Defaults = std::array<std::string_view, colour_count>;

constexpr Defaults light{"#ffffff", "#eff4f7", "#14212b", "#465764", "#6f808c", "#00567f",
                         "#8f4300", "#6a3aa2", "#1c6637", "#a11550", "#b3201a"};
constexpr Defaults dark{"#12191f", "#1d2830", "#eef3f6", "#b6c3cc", "#80919c", "#7cc5f2",
                        "#f3b05c", "#cbaaf7", "#84d69c", "#f79bc1", "#ff9d92"};

constexpr double for_words = 4.5;
constexpr double for_lines = 3;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return hex_digit(c) >= 0; });
}

/// WCAG's relative luminance.
double luminance(std::string_view colour) {
  const auto channel = [&](std::size_t at) {
    const double value = (hex_digit(colour[at]) * 16 + hex_digit(colour[at + 1])) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view a, std::string_view b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

Label label_of(Colour colour) {
  Label found;
  std::size_t at = 0;
  const auto look = [&](const auto& field) {
    if (at++ == static_cast<std::size_t>(colour)) found = field.label;
  };
  std::apply([&](const auto&... fields) { (look(fields), ...); }, Describe<PictureTheme>::fields<PictureTheme>);
  return found;
}

/// Rounded down, so that what is too little never looks enough.
Text ratio_in_words(double ratio, char point) {
  std::string text;
  append_number(text, std::floor(ratio * 10) / 10);
  std::replace(text.begin(), text.end(), '.', point);
  return Text(text);
}

void require_contrast(const Palette& palette, Colour colour, Colour ground) {
  const auto& of = [&](Colour c) -> const std::string& { return palette.at(static_cast<std::size_t>(c)); };
  const double least = colour == Colour::line ? for_lines : for_words;
  const double found = contrast(of(colour), of(ground));
  if (found >= least) return;
  const Label name = label_of(colour);
  const Label against = label_of(ground);
  throw UsageError("picture.too-little-contrast", {{"name_sv", Text(name.sv)},
                                                   {"name_en", Text(name.en)},
                                                   {"colour", Text(of(colour))},
                                                   {"ground_sv", Text(against.sv)},
                                                   {"ground_en", Text(against.en)},
                                                   {"against", Text(of(ground))},
                                                   {"found_sv", ratio_in_words(found, ',')},
                                                   {"found_en", ratio_in_words(found, '.')},
                                                   {"least_sv", ratio_in_words(least, ',')},
                                                   {"least_en", ratio_in_words(least, '.')}});
}

}  // namespace

Palette palette_of(bool on_dark, const PictureTheme& theme) {
  const Defaults& defaults = on_dark ? dark : light;
  Palette palette;
  std::size_t at = 0;
  const auto take = [&](const auto& field) {
    const Text& given = theme.*field.member;
    if (!given.empty() && !is_colour(given))
      throw UsageError("picture.not-a-colour",
                       {{"name_sv", Text(field.label.sv)}, {"name_en", Text(field.label.en)}, {"value", given}});
    palette.at(at) = given.empty() ? std::string(defaults.at(at)) : given.str();
    ++at;
  };
  std::apply([&](const auto&... fields) { (take(fields), ...); }, Describe<PictureTheme>::fields<PictureTheme>);
  for (auto colour = Colour::ink; colour != Colour::none; colour = static_cast<Colour>(static_cast<int>(colour) + 1))
    for (const Colour ground : {Colour::paper, Colour::surface}) require_contrast(palette, colour, ground);
  return palette;
}

Colour colour_of(EventKind kind) {
  switch (kind) {
    case EventKind::dialogue: return Colour::dialogue;
    case EventKind::survey: return Colour::survey;
    case EventKind::meeting: return Colour::meeting;
    case EventKind::document: return Colour::document;
    case EventKind::follow_up: return Colour::follow_up;
  }
  return Colour::ink;
}

}  // namespace kvalitet::svg
