#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/io/files.hpp"

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

void bind_origin(py::module_& module) {
  py::class_<DocumentOrigin> cls(module, "Reading", "How a document was read.", py::is_final());
  const auto part = [](const std::shared_ptr<const Reading>& reading, const auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    return to_python(type_info<Member>(), std::const_pointer_cast<Reading>(reading), &member);
  };
  cls.def_property_readonly(
         "findings", [part](const DocumentOrigin& self) { return part(self.reading, self.reading->findings); },
         "What is wrong with the file, in document order.")
      .def_property_readonly(
          "unplaced", [part](const DocumentOrigin& self) { return part(self.reading, self.reading->unplaced); },
          "What found no place in the model; nothing of it is lost.")
      .def_property_readonly(
          "source",
          [](const DocumentOrigin& self) -> std::optional<std::string> {
            if (self.source.empty()) return std::nullopt;
            return self.source;
          },
          "The path of the file, or None.")
      .def(
          "place",
          [](const DocumentOrigin& self, const py::str& pointer) {
            return to_python(self.reading->places.find(utf8(pointer, "pointer")));
          },
          py::arg("pointer"), "Where in the file a value stands (JSON Pointer), or the nearest value around it.")
      .def("__repr__", [](const DocumentOrigin& self) {
        return "<Reading of " + (self.source.empty() ? "text" : self.source) + ": " +
               std::to_string(self.reading->findings.size()) + " findings>";
      });
  cls.attr("__module__") = "kvalitet";
}

}  // namespace

HowToRead how_to_read(const py::object& limits, const py::object& system) {
  HowToRead how;
  how.system = system_or_none(system);
  if (py::isinstance<DocxLimits>(limits))
    how.docx = py::cast<const DocxLimits&>(limits);
  else if (py::isinstance<ReadLimits>(limits))
    how.json = py::cast<const ReadLimits&>(limits);
  else if (!limits.is_none())
    throw py::type_error("limits: expected ReadLimits or DocxLimits");
  return how;
}

void save_document(const TypeInfo& type, const void* record, const py::object& path, const py::object& system) {
  DocxOptions options;
  options.system = system_or_none(system);
  const FilePath file = file_path(path);
  const py::gil_scoped_release release;
  replace_file(file.path, format_to_write(file.path) == DocumentFormat::docx
                              ? write_docx(type, record, options)
                              : write_json(type, record, JsonStyle::pretty));
}

void save_json(const TypeInfo& type, const void* record, const py::object& path) {
  const FilePath file = file_path(path);
  const py::gil_scoped_release release;
  replace_file(file.path, write_json(type, record, JsonStyle::pretty));
}

void bind_io(py::module_& module) {
  bind_origin(module);
  bind_record<Unplaced>(module);
  bind_record<ReadLimits>(module);
  module.def(
      "check_json",
      [](const py::object& data, const ReadLimits* limits) {
        const ReadLimits allowed = limits != nullptr ? *limits : ReadLimits{};
        const std::string_view json = bytes_of(data, allowed.bytes);
        return without_gil([&] { return check_json(json, allowed); });
      },
      py::arg("data"), py::arg("limits") = py::none(),
      "What keeps bytes or str from being JSON, whatever it is meant to say: the first fault of the syntax (RFC 8259 in "
      "UTF-8), and before it each key that an object has had already. Empty for JSON.");
  module.def(
      "json_schema", [](const py::object& type) { return json_schema(record_named(type, "json_schema")); },
      py::arg("type"), "The JSON Schema (2020-12) of a class of the model, or of its name.");
  module.def(
      "_is_whole",
      [](const py::object& findings) {
        Reading reading;
        reading.findings = from_python<std::vector<Finding>>(findings, "findings");
        return is_whole(reading);
      },
      py::arg("findings"), "Whether a file with these findings was JSON to its end.");
  module.def("_restore", &restore, py::arg("cls"), py::arg("state"), "A record from its pickled state.");
  module.def(
      "_shown", &shown_record, py::arg("record"),
      "What people are shown of a record: what its class is called, its title, and of each field its key, label, "
      "value and whether that says anything.");
  module.def("_describe", &describe_records, "The records with their fields, for the stubs.");
}

}  // namespace kvalitet::python
