// Pictures of the quality system.
#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/io/html.hpp"
#include "kvalitet/io/mermaid.hpp"
#include "kvalitet/io/svg.hpp"

#include <variant>

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

/// The arguments that every picture takes.
struct PictureArguments {
  const py::object& language;
  const py::object& scheme;
  const py::object& theme;
  const py::object& dark_theme;
  const py::object& id_prefix;

  [[nodiscard]] PictureOptions options() const {
    return {from_python<Language>(language, "lang"), from_python<PictureScheme>(scheme, "scheme"),
            theme_from(theme, "theme"), theme_from(dark_theme, "dark_theme"),
            from_python<Text>(id_prefix, "id_prefix")};
  }

 private:
  static PictureTheme theme_from(const py::object& theme, std::string_view name) {
    return from_python<std::optional<PictureTheme>>(theme, name).value_or(PictureTheme{});
  }
};

/// Adds a method that draws: its own arguments, then those of every picture.
template <class Draw, class... Own>
void add_picture(const py::object& cls, const char* name, const char* doc, Draw draw, const Own&... own) {
  cls.attr(name) = py::cpp_function(draw, py::name(name), py::is_method(cls), own..., py::arg("lang") = "sv",
                                    py::arg("scheme") = "light", py::arg("theme") = py::none(),
                                    py::arg("dark_theme") = py::none(), py::arg("id_prefix") = "", doc);
}

py::object wheel_of(const AnnualCycle& self, const py::object& kinds, std::optional<Date> mark,
                    const py::object& language, const py::object& scheme, const py::object& theme,
                    const py::object& dark_theme, const py::object& id_prefix) {
  const PictureOptions options = PictureArguments{language, scheme, theme, dark_theme, id_prefix}.options();
  WheelOptions what;
  if (!kinds.is_none()) what.kinds = from_python<std::vector<EventKind>>(kinds, "kinds");
  what.mark = mark;
  return without_gil([&] { return draw_wheel(self, what, options); });
}

py::object picture_of(const Guideline& self, const py::str& picture, const py::object& language,
                      const py::object& scheme, const py::object& theme, const py::object& dark_theme,
                      const py::object& id_prefix) {
  const std::string_view name = utf8(picture, "picture");
  if (name != "frame-factors" && name != "chain")
    throw py::value_error("to_svg: expected the picture frame-factors or chain, got " + std::string(py::repr(picture)));
  const PictureOptions options = PictureArguments{language, scheme, theme, dark_theme, id_prefix}.options();
  return without_gil([&] { return name == "chain" ? draw_chain(self, options) : draw_frame_factors(self, options); });
}

py::object system_of(const std::shared_ptr<QualitySystem>& self,
                     const std::variant<SchoolYear, CalendarYear, Period>& year, const py::object& lanes,
                     const py::object& language, const py::object& scheme, const py::object& theme,
                     const py::object& dark_theme, const py::object& id_prefix) {
  const PictureOptions options = PictureArguments{language, scheme, theme, dark_theme, id_prefix}.options();
  SystemOptions what;
  if (!lanes.is_none()) what.lanes = from_python<std::vector<Id>>(lanes, "lanes");
  return without_gil([&, system = given(self)] {
    const AnnualCycle cycle = std::visit([&](const auto& days) { return annual_cycle(*system, days); }, year);
    return draw_system(*system, cycle, what, options);
  });
}

py::object effect_chain_of(const EffectChain& self, const py::object& about, const py::object& language,
                           const py::object& scheme, const py::object& theme, const py::object& dark_theme,
                           const py::object& id_prefix) {
  const PictureOptions options = PictureArguments{language, scheme, theme, dark_theme, id_prefix}.options();
  const EffectChainOptions what{from_python<Text>(about, "about")};
  return without_gil([&] { return draw_effect_chain(self, what, options); });
}

py::object principles_of(const Guideline& self, bool page, const py::object& language, const py::object& scheme,
                         const py::object& theme, const py::object& dark_theme) {
  const PictureOptions given = PictureArguments{language, scheme, theme, dark_theme, py::str()}.options();
  const HtmlOptions options{given.language, page, given.scheme, given.theme, given.dark_theme};
  return without_gil([&] { return write_principles(self, options); });
}

py::object mermaid_of(const EffectChain& self, const py::object& lang) {
  const auto language = from_python<Language>(lang, "lang");
  return without_gil([&] { return write_mermaid(self, language); });
}

}  // namespace

void bind_pictures(py::module_& module) {
  bind_enum<PictureScheme>(module);
  bind_record<PictureTheme>(module);
  add_picture(module.attr("AnnualCycle"), "to_svg",
              "The year as a wheel, in SVG: dialogues and survey rounds, or the kinds that are asked for; a day may be "
              "marked. `theme` replaces colours; give each picture on a page an `id_prefix` of its own.",
              &wheel_of, py::kw_only(), py::arg("kinds") = py::none(), py::arg("mark") = py::none());
  add_picture(
      module.attr("Guideline"), "to_svg",
      "A picture of the guideline, in SVG: `frame-factors`, what quality is looked at as, and what each dialogue "
      "looks at in it. `theme` replaces colours; give each picture on a page an `id_prefix` of its own.",
      &picture_of, py::arg("picture"), py::kw_only());
  const py::object guideline = module.attr("Guideline");
  guideline.attr("principles_html") = py::cpp_function(
      &principles_of, py::name("principles_html"), py::is_method(guideline), py::kw_only(), py::arg("page") = false,
      py::arg("lang") = "sv", py::arg("scheme") = "automatic", py::arg("theme") = py::none(),
      py::arg("dark_theme") = py::none(),
      "The governing principles as an HTML table: why each is there and what it is to lead to. With `page` it is a page "
      "of its own, in the colours of the scheme; otherwise it takes those of the page it is put in.");
  add_picture(
      module.attr("QualitySystem"), "to_svg",
      "The system sketch in SVG: the levels side by side through a year, what ties them, and what goes from one to "
      "another. `lanes` are ids of levels, and of actors that have a lane of their own: none means all levels. "
      "`theme` replaces colours; give each picture on a page an `id_prefix` of its own.",
      &system_of, py::arg("year"), py::kw_only(), py::arg("lanes") = py::none());
  const py::object chain = module.attr("EffectChain");
  add_picture(chain, "to_svg",
              "The effect chain in SVG, with what is missing in its place; `about` says below the heading whose it is. "
              "`theme` replaces colours; give each picture on a page an `id_prefix` of its own.",
              &effect_chain_of, py::kw_only(), py::arg("about") = "");
  chain.attr("to_mermaid") = py::cpp_function(
      &mermaid_of, py::name("to_mermaid"), py::is_method(chain), py::kw_only(), py::arg("lang") = "sv",
      "The effect chain as a flowchart in the language of Mermaid. Mermaid itself refuses more than 500 arrows and "
      "50,000 characters unless the page that draws it allows more.");
}

}  // namespace kvalitet::python
