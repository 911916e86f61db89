// Lists of records as Arrow columns, by Arrow's PyCapsule interface:
// https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
#include "bind.hpp"
#include "given_records.hpp"

#include "kvalitet/io/arrow.hpp"

namespace kvalitet::python {
namespace {

/// What Arrow exports, owned by a capsule until somebody takes it over.
template <class Exported, class Export>
py::object capsule(const char* name, Export write) {
  static const char* const called = name;
  auto exported = std::make_unique<Exported>();
  write(exported.get());
  PyObject* const made = PyCapsule_New(exported.get(), called, [](PyObject* object) {
    auto* const held = static_cast<Exported*>(PyCapsule_GetPointer(object, called));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  if (made == nullptr) {
    exported->release(exported.get());
    throw py::error_already_set();
  }
  exported.release();
  return py::reinterpret_steal<py::object>(made);
}

py::object schema_of(const ArrowTable& table) {
  return capsule<ArrowSchema>("arrow_schema", [&](ArrowSchema* out) { table.export_schema(out); });
}

py::object stream_of(const ArrowTable& table) {
  return capsule<ArrowArrayStream>("arrow_array_stream", [&](ArrowArrayStream* out) { table.export_stream(out); });
}

ArrowTable to_arrow(const py::object& given, const py::object& each, const py::object& type, const py::object& lang,
                    const py::object& names) {
  const GivenRecords records("to_arrow", given, type);
  const Text way = from_python<Text>(each, "each");
  const ArrowOptions options{from_python<Language>(lang, "lang"), from_python<CsvNames>(names, "names"), way};
  if (records.type() == nullptr)
    throw py::type_error("to_arrow: an empty list does not say of which class its records would be; give type=...");
  const py::gil_scoped_release release;
  return write_arrow(*records.type(), records.addresses(), options);
}

}  // namespace

void bind_arrow(py::module_& module) {
  py::class_<ArrowTable> cls(module, "ArrowTable",
                             "Records as columns, for whatever reads Arrow: `polars.DataFrame(table)`, "
                             "`pyarrow.table(table)`. Made by to_arrow().",
                             py::is_final());
  cls.def("__len__", &ArrowTable::rows)
      .def("__arrow_c_schema__", &schema_of, "The columns' names and types, as a capsule.")
      .def(
          "__arrow_c_stream__", [](const ArrowTable& self, const py::object&) { return stream_of(self); },
          py::arg("requested_schema") = py::none(), "All rows in one batch, as a capsule. No other schema is offered.")
      .def("__repr__", [](const ArrowTable& self) {
        return "<ArrowTable of " + std::to_string(self.rows()) + (self.rows() == 1 ? " row>" : " rows>");
      });
  cls.attr("__module__") = "kvalitet";
  module.def(
      "to_arrow", &to_arrow, py::arg("records"), py::kw_only(), py::arg("each") = "", py::arg("type") = py::none(),
      py::arg("lang") = "sv", py::arg("names") = "keys",
      "Records of one class, or a single one, as Arrow columns: those that `to_csv` has, with `each` and `names` as "
      "there. Days are date32, times time32, lists are lists; what is absent is null.");
}

}  // namespace kvalitet::python
