// The quality system, where everything comes together.
#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/rules/check.hpp"

#include <algorithm>
#include <variant>

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

using System = std::shared_ptr<QualitySystem>;
using Year = std::variant<SchoolYear, CalendarYear, Period>;

/// A policy that decides nothing.
LocalPolicy empty_policy(const Guideline& guideline) {
  LocalPolicy policy;
  policy.id = guideline.id;
  policy.guideline = guideline.id;
  policy.is_default = true;
  return policy;
}

std::vector<Finding> checked(const QualitySystem& system, const std::shared_ptr<CommitmentPlan>& plan, Date as_of) {
  const auto read = loaded(given(plan));
  return read != nullptr ? check(read->read, system, {as_of}) : check(*plan, system, {as_of});
}

bool is_same(const QualitySystem& a, const QualitySystem& b) {
  return a.guideline == b.guideline && a.policy == b.policy && a.calendar == b.calendar;
}

std::vector<Finding> validated(const QualitySystem& system) {
  std::vector<Finding> findings = validate(system.guideline);
  for (Finding& finding : validate(system.policy, system.guideline)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace

void bind_system(py::module_& module) {
  py::class_<QualitySystem, System> cls(
      module, "QualitySystem", "A guideline, the local policy that fills it in, and the calendar.", py::is_final());
  cls.def(py::init([](const Guideline& guideline, const LocalPolicy* policy) {
            return QualitySystem::make(guideline, policy != nullptr ? *policy : empty_policy(guideline));
          }),
          py::kw_only(), py::arg("guideline"), py::arg("policy") = py::none())
      .def_static(
          "builtin", [](const py::str& id) { return QualitySystem::builtin(utf8(id, "id")); }, py::arg("id"),
          "A guideline that comes with the library, its default policy and the Swedish calendar.")
      .def_property_readonly(
          "guideline", [](const System& self) { return std::shared_ptr<Guideline>(given(self), &self->guideline); },
          "What is decided.")
      .def_property_readonly(
          "policy", [](const System& self) { return std::shared_ptr<LocalPolicy>(given(self), &self->policy); },
          "What is local.")
      .def_property_readonly(
          "calendar", [](const System& self) { return std::shared_ptr<Calendar>(given(self), &self->calendar); },
          "Which days people work.")
      .def(
          "annual_cycle",
          [](const QualitySystem& self, const Year& year) {
            return std::visit([&](const auto& days) { return annual_cycle(self, days); }, year);
          },
          py::arg("year"), py::call_guard<py::gil_scoped_release>(), "What happens in a year, or in a stretch of days.")
      .def(
          "wheel",
          [](const QualitySystem& self, const py::str& id, int year) {
            const std::string name(utf8(id, "id"));
            return without_gil([&] { return wheel(self, name, year); });
          },
          py::arg("id"), py::arg("year"),
          "What one of the guideline's wheels shows of the year of its clock that starts in `year`.")
      .def(
          "check",
          [](const QualitySystem& self, const std::shared_ptr<CommitmentPlan>& plan, Date as_of) {
            return without_gil([&] { return checked(self, plan, as_of); });
          },
          py::arg("plan"), py::kw_only(), py::arg("as_of"),
          "All findings of a plan in document order, as they stand on a day; those of its reading come first.")
      .def(
          "draft",
          [](const QualitySystem& self, const CommitmentPlan& plan, Date as_of) { return draft(plan, self, {as_of}); },
          py::arg("plan"), py::kw_only(), py::arg("as_of"), py::call_guard<py::gil_scoped_release>(),
          "What is in place in a half-written plan, and the next few things to do.")
      .def(
          "validate", [](const QualitySystem& self) { return without_gil([&] { return validated(self); }); },
          "Everything that is wrong with the guideline and the policy as data.")
      .def("__eq__",
           [](const QualitySystem& self, const py::object& other) {
             if (!py::isinstance<QualitySystem>(other)) return false;
             return is_same(self, py::cast<const QualitySystem&>(other));
           })
      .def("__hash__",
           [](const py::object& self) { return py::hash(py::make_tuple(self.attr("guideline"), self.attr("policy"))); })
      .def(
          "__repr__",
          [](const py::object& self) {
            const auto& system = py::cast<const QualitySystem&>(self);
            const Id& id = system.guideline.id;
            const auto known = builtin_guidelines();
            if (std::find(known.begin(), known.end(), id) != known.end() && is_same(QualitySystem::builtin(id), system))
              return "QualitySystem.builtin('" + id.str() + "')";
            return "QualitySystem(guideline=" + std::string(py::repr(self.attr("guideline"))) +
                   ", policy=" + std::string(py::repr(self.attr("policy"))) + ")";
          })
      .def("__str__",
           [](const QualitySystem& self) {
             return self.guideline.title.sv.str() + " (" + self.guideline.organiser.str() + ")";
           })
      .def("__reduce__", [](const py::object& self) {
        return py::make_tuple(py::module_::import("kvalitet._restore").attr("restore_system"),
                              py::make_tuple(self.attr("guideline"), self.attr("policy")));
      });
  cls.attr("__module__") = "kvalitet";
}

}  // namespace kvalitet::python
