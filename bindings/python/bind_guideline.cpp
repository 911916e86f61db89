#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "kvalitet/guideline/validate.hpp"

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

void bind_parts(py::module_& module) {
  bind_enum<DocumentKind>(module);
  bind_enum<Check>(module);
  bind_enum<Bearing>(module);
  bind_record<Participant>(module);
  bind_record<Bring>(module);
  bind_record<Dialogue>(module);
  bind_record<DocumentPart>(module);
  bind_record<Document>(module);
  bind_record<Survey>(module);
  bind_record<Wheel>(module);
  bind_record<Rule>(module);
  bind_record<OpenQuestion>(module);
  bind_record<Decision>(module);
  bind_record<Passage>(module);
  bind_record<Chain>(module);
  bind_record<Principle>(module);
  bind_record<FactorSet>(module);
  bind_record<ChildRights>(module);
  bind_record<TraceRow>(module);
}

void bind_policy(py::module_& module) {
  bind_record<Booking>(module);
  bind_record<DueDate>(module);
  bind_record<FollowUpPoint>(module);
  bind_record<Audience>(module);
  bind_record<Answer>(module);
  bind_record<SupportLink>(module);
  bind_record<FormLabel>(module);
  bind_record<FormHeading>(module);
  bind_record<FormValue>(module);
  bind_record<DocumentForm>(module);
  bind_record<FreeTextLimits>(module);
  bind_data<LocalPolicy>(module).def(
      "validate",
      [](const LocalPolicy& self, const Guideline& guideline) {
        return without_gil([&] { return validate(self, guideline); });
      },
      py::arg("guideline"), "Everything that is wrong with it as data, against its guideline.");
}

/// The newest that is in force, as the very object that was given.
py::object in_force_of(const py::sequence& versions, Date date) {
  std::vector<Guideline> guidelines;
  for (const auto& version : versions) guidelines.push_back(py::cast<const Guideline&>(version));
  const Guideline* found = in_force(guidelines, date);
  if (found == nullptr) return py::none();
  return versions[static_cast<std::size_t>(found - guidelines.data())];
}

}  // namespace

void bind_guideline(py::module_& module) {
  bind_parts(module);
  bind_data<Guideline>(module)
      .def_static(
          "builtin", [](const py::str& id) { return builtin_guideline(utf8(id, "id")); }, py::arg("id"),
          "A guideline that comes with the library.")
      .def(
          "trace", [](const Guideline& self) { return without_gil([&] { return trace(self); }); },
          "Each sentence of the decided text, with what accounts for it.")
      .def(
          "validate", [](const Guideline& self) { return without_gil([&] { return validate(self); }); },
          "Everything that is wrong with it as data.");
  bind_policy(module);

  module.def(
      "builtin_guidelines", [] { return to_python(builtin_guidelines()); },
      "The ids of the guidelines that come with the library.");
  module.def("in_force", &in_force_of, py::arg("versions"), py::arg("date"),
             "The one of several versions that is in force on a day, or None.");
}

}  // namespace kvalitet::python
