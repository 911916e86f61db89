// Word documents: what is neither a document nor a part of one.
#include "bind.hpp"
#include "docx.hpp"

#include "kvalitet/base/diff.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <optional>

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

using Bytes = std::string_view;

/// Width and height of a picture in PNG, which begins with them; nothing for what is none.
std::optional<std::pair<int, int>> size_of_png(Bytes png) {
  constexpr Bytes begin("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  constexpr std::size_t size_at = begin.size();
  if (!png.starts_with(begin) || png.size() < size_at + 8) return std::nullopt;
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (const char c : png.substr(at, 4)) value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
  };
  const std::uint32_t width = number(size_at);
  const std::uint32_t height = number(size_at + 4);
  constexpr std::uint32_t most = 0x7FFF'FFFF;
  if (width == 0 || height == 0 || width > most || height > most) return std::nullopt;
  return std::pair(static_cast<int>(width), static_cast<int>(height));
}

DocxPicture picture_from(const py::object& png, const py::object& description) {
  const Bytes bytes = docx_bytes(png);
  const auto size = size_of_png(bytes);
  if (!size) throw py::value_error("DocxPicture: expected a picture in PNG");
  return {std::string(bytes), size->first, size->second, from_python<Text>(description, "DocxPicture.description")};
}

bool is_same(const DocxPicture& a, const DocxPicture& b) { return a.png == b.png && a.description == b.description; }

void bind_picture(py::module_& module) {
  py::class_<DocxPicture, std::shared_ptr<DocxPicture>> cls(
      module, "DocxPicture", "A picture in a Word document, and what it shows, for those who do not see it.",
      py::is_final());
  cls.def(py::init(&picture_from), py::kw_only(), py::arg("png"), py::arg("description"))
      .def_property_readonly(
          "png", [](const DocxPicture& self) { return py::bytes(self.png); }, "The picture in PNG.")
      .def_property_readonly(
          "width", [](const DocxPicture& self) { return self.width; }, "Its width in pixels.")
      .def_property_readonly(
          "height", [](const DocxPicture& self) { return self.height; }, "Its height in pixels.")
      .def_property_readonly(
          "description", [](const DocxPicture& self) { return to_python(self.description); },
          "Its alternative text: what it shows.")
      .def("__eq__",
           [](const DocxPicture& self, const py::object& other) {
             return py::isinstance<DocxPicture>(other) && is_same(self, py::cast<const DocxPicture&>(other));
           })
      .def("__hash__",
           [](const DocxPicture& self) {
             return py::hash(py::make_tuple(py::bytes(self.png), to_python(self.description)));
           })
      .def("__repr__",
           [](const DocxPicture& self) {
             return "<DocxPicture " + std::to_string(self.width) + " x " + std::to_string(self.height) + ": " +
                    self.description.str() + ">";
           })
      .def("__reduce__", [](const py::object& self) {
        return py::make_tuple(py::module_::import("kvalitet._restore").attr("restore_picture"),
                              py::make_tuple(self.attr("png"), self.attr("description")));
      });
  cls.attr("__module__") = "kvalitet";
}

/// What Python sees of WrittenBack.
struct Written {
  std::string docx;
  std::shared_ptr<std::vector<Change>> left;
};

void bind_written(py::module_& module) {
  py::class_<Written> cls(module, "WrittenBack", "A Word document into which something was written.", py::is_final());
  cls.def_property_readonly(
         "docx", [](const Written& self) { return py::bytes(self.docx); },
         "The document; the same bytes where nothing was to be written.")
      .def_property_readonly(
          "left",
          [](const Written& self) { return to_python(type_info<std::vector<Change>>(), self.left, self.left.get()); },
          "What the document, read again, says otherwise: it had no place for it.")
      .def("__repr__", [](const Written& self) {
        return "<WrittenBack: " + std::to_string(self.docx.size()) + " bytes, " + std::to_string(self.left->size()) +
               " left>";
      });
  cls.attr("__module__") = "kvalitet";
}

DocxOptions options_from(const py::object& lang, const py::object& system) {
  DocxOptions options;
  options.language = from_python<Language>(lang, "lang");
  options.system = system_or_none(system);
  return options;
}

}  // namespace

const QualitySystem* system_or_none(const py::object& system) {
  if (system.is_none()) return nullptr;
  if (!py::isinstance<QualitySystem>(system)) throw py::type_error("system: expected a QualitySystem");
  return &py::cast<const QualitySystem&>(system);
}

DocxLimits docx_limits(const py::object& limits) {
  return from_python<std::optional<DocxLimits>>(limits, "limits").value_or(DocxLimits{});
}

std::string_view docx_bytes(const py::object& data) {
  if (!PyBytes_Check(data.ptr()))
    throw py::type_error("expected bytes, got " + std::string(py::str(py::type::handle_of(data).attr("__name__"))));
  return {PyBytes_AS_STRING(data.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(data.ptr()))};
}

py::bytes docx_of(const TypeInfo& type, const void* record, const py::object& lang, const py::object& system, bool help,
                  const py::object& pictures) {
  DocxOptions options = options_from(lang, system);
  options.help = help;
  for (const py::handle picture : py::iter(pictures)) {
    if (!py::isinstance<DocxPicture>(picture)) throw py::type_error("pictures: expected objects of DocxPicture");
    options.pictures.push_back(py::cast<const DocxPicture&>(picture));
  }
  std::string docx;
  {
    const py::gil_scoped_release release;
    docx = write_docx(type, record, options);
  }
  return docx;
}

py::object written_back(const TypeInfo& type, void* before, void* again, const void* record, const py::object& docx,
                        const py::object& system, const py::object& lang, const py::object& limits) {
  const Bytes bytes = docx_bytes(docx);
  const DocxOptions options = options_from(lang, system);
  const DocxLimits allowed = docx_limits(limits);
  WrittenBack written;
  {
    const py::gil_scoped_release release;
    written = write_back(type, before, again, record, bytes, options, allowed);
  }
  return py::cast(Written{std::move(written.docx), std::make_shared<std::vector<Change>>(std::move(written.left))});
}

py::object proposed_form(const TypeInfo& type, const py::object& docx, const py::object& system,
                         const py::object& limits) {
  const Bytes bytes = docx_bytes(docx);
  DocxOptions options;
  options.system = system_or_none(system);
  const DocxLimits allowed = docx_limits(limits);
  FormProposal proposal;
  {
    const py::gil_scoped_release release;
    proposal = propose_form(type, bytes, options, allowed);
  }
  return to_python(std::move(proposal));
}

void bind_docx(py::module_& module) {
  bind_enum<Certainty>(module);
  bind_record<ProposedLabel>(module);
  bind_record<FormProposal>(module);
  bind_record<DocxLimits>(module);
  bind_picture(module);
  bind_written(module);
}

}  // namespace kvalitet::python
