#include "io/html/page.hpp"

#include "io/markup.hpp"
#include "io/svg/palette.hpp"

#include <tuple>

namespace kvalitet::html {
namespace {

constexpr std::string_view common_style =
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 Arial,'Liberation Sans',Helvetica,'DejaVu Sans',sans-serif;overflow-wrap:anywhere}"
    "main{max-width:70rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}";

/// `--paper:#ffffff;` and so on.
std::string properties(bool dark, const PictureTheme& theme) {
  const svg::Palette palette = svg::palette_of(dark, theme);
  std::string all;
  std::size_t at = 0;
  const auto add = [&](const auto& field) {
    all.append("--").append(field.key).append(":").append(palette.at(at++)).append(";");
  };
  std::apply([&](const auto&... fields) { (add(fields), ...); }, Describe<PictureTheme>::fields<PictureTheme>);
  return all;
}

std::string colours(const HtmlOptions& options) {
  switch (options.scheme) {
    case PictureScheme::light: return ":root{color-scheme:light;" + properties(false, options.theme) + "}";
    case PictureScheme::dark: return ":root{color-scheme:dark;" + properties(true, options.theme) + "}";
    case PictureScheme::automatic: break;
  }
  return ":root{color-scheme:light dark;" + properties(false, options.theme) +
         "}@media (prefers-color-scheme:dark){:root{" + properties(true, options.dark_theme) + "}}";
}

}  // namespace

Text page(const HtmlOptions& options, std::string_view title, std::string_view style, std::string_view main) {
  Markup out;
  out.raw("<!doctype html>\n").open("html").with("lang", options.language == Language::en ? "en" : "sv");
  out.open("head").open("meta").with("charset", "utf-8").close();
  out.open("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1").close();
  out.open("title").text(title).close();
  out.open("style").raw(colours(options)).raw(common_style).raw(style).close().close();
  out.open("body").open("main").raw(main).close().close().close();
  return Text(std::move(out).take() + "\n");
}

}  // namespace kvalitet::html
