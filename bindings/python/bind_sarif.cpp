// Findings as SARIF.
#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/io/sarif.hpp"

namespace kvalitet::python {

void bind_sarif(py::module_& module) {
  bind_record<CheckedFile>(module);
  module.def(
      "to_sarif",
      [](const py::object& checked, const QualitySystem* system, const py::object& lang) {
        const auto files = from_python<std::vector<CheckedFile>>(checked, "checked");
        const SarifOptions options{from_python<Language>(lang, "lang"), system};
        const py::gil_scoped_release release;
        return to_sarif(files, options);
      },
      py::arg("checked"), py::kw_only(), py::arg("system") = py::none(), py::arg("lang") = "sv",
      "What was found in files as one SARIF 2.1.0 log, for programs that show it in its place. With the quality system, "
      "rules are told of by their titles.");
}

}  // namespace kvalitet::python
