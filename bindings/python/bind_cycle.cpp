#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/cycle/annual_cycle.hpp"

namespace kvalitet::python {
namespace {

EventFilter filter_from(const py::kwargs& only) {
  EventFilter filter;
  for (const auto& [key, value] : only) {
    const auto name = py::cast<std::string>(key);
    if (name == "kind")
      filter.kind = from_python<std::optional<EventKind>>(value, name);
    else if (name == "actor")
      filter.actor = from_python<std::optional<Id>>(value, name);
    else if (name == "level")
      filter.level = from_python<std::optional<Id>>(value, name);
    else if (name == "audience")
      filter.audience = from_python<std::optional<Id>>(value, name);
    else if (name == "school_form")
      filter.school_form = from_python<std::optional<SchoolForm>>(value, name);
    else
      throw py::type_error("unknown filter " + name + "; known: kind, actor, level, audience, school_form");
  }
  return filter;
}

}  // namespace

void bind_cycle(py::module_& module) {
  bind_record<Event>(module);
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
