#include "bind.hpp"
#include "filter.hpp"
#include "record.hpp"

namespace kvalitet::python {

void bind_cycle(py::module_& module) {
  bind_record<Event>(module);
  bind_record<Name>(module);
  bind_record<AnnualCycle>(module)
      .def(
          "on", [](const AnnualCycle& self, Date date) { return to_python(on(self, date)); }, py::arg("date"),
          "The events that a day lies in.")
      .def(
          "next",
          [](const AnnualCycle& self, Date date, std::size_t n, const py::kwargs& only) {
            return to_python(next(filtered(self, filter_from(only)), date, n));
          },
          py::arg("date"), py::arg("n") = 3,
          "The first events that have not ended before the day; keywords narrow them as in `filter`.")
      .def(
          "filter", [](const AnnualCycle& self, const py::kwargs& only) { return filtered(self, filter_from(only)); },
          "The events that fit all that is given: `kind`, `actor` (takes part), `level`, `audience` (has it in their "
          "calendar), `school_form`.")
      .def(
          "__str__", [](const py::object& self) { return py::module_::import("kvalitet._text").attr("cycle")(self); },
          "The year as a table, in Swedish.");
}

}  // namespace kvalitet::python
