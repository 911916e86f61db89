// The quality system, where everything comes together.
#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/dialogues/agenda.hpp"
#include "kvalitet/disclosure/gathered.hpp"
#include "kvalitet/documents/coverage.hpp"
#include "kvalitet/documents/follow_on.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/duties.hpp"

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

/// The document given, when it is of this class.
template <class Document>
std::shared_ptr<Document> as(const py::object& object) {
  return py::isinstance<Document>(object) ? py::cast<std::shared_ptr<Document>>(object) : nullptr;
}

/// The plan that a report is judged against, or nullptr; of another class it is a mistake.
template <class Plan>
std::shared_ptr<Plan> plan_of(const py::object& plan) {
  if (plan.is_none()) return nullptr;
  const auto found = as<Plan>(plan);
  if (found == nullptr) throw py::type_error("plan: expected a " + std::string(type_info<Plan>().name));
  return found;
}

void refuse_plan(const py::object& plan) {
  if (!plan.is_none()) throw py::type_error("plan: only a report is judged against a plan");
}

/// Calls `judge(document, plan...)` with the document as the class that it is of.
template <class Judge>
py::object judged(const py::object& document, const py::object& plan, Judge judge) {
  if (const auto report = as<SchoolYearReport>(document)) return judge(report, plan_of<CommitmentPlan>(plan).get());
  if (const auto report = as<OperationalReport>(document)) return judge(report, plan_of<OperationalPlan>(plan).get());
  refuse_plan(plan);
  if (const auto other = as<CommitmentPlan>(document)) return judge(other);
  if (const auto other = as<OperationalPlan>(document)) return judge(other);
  if (const auto other = as<ImpactAssessment>(document)) return judge(other);
  if (const auto other = as<DialogueSession>(document)) return judge(other);
  if (const auto other = as<Matters>(document)) return judge(other);
  if (const auto other = as<Measures>(document)) return judge(other);
  if (const auto other = as<Deviations>(document)) return judge(other);
  if (const auto other = as<Municipality>(document)) return judge(other);
  throw py::type_error("expected a document of kvalitet, got " +
                       std::string(py::str(py::type::handle_of(document).attr("__name__"))));
}

py::object checked(const System& system, const py::object& document, const py::object& plan, Date as_of) {
  return judged(document, plan, [&](const auto& held, const auto*... against) {
    return without_gil([&] {
      const auto read = loaded(held);
      const CheckOptions options{as_of};
      return read != nullptr ? check(read->read, *system, options, against...)
                             : check(*held, *system, options, against...);
    });
  });
}

py::object drafted(const System& system, const py::object& document, const py::object& plan, Date as_of) {
  return judged(document, plan, [&](const auto& held, const auto*... against) {
    return without_gil([&] { return draft(*held, *system, CheckOptions{as_of}, against...); });
  });
}

/// The file that a document was read from, or nothing.
template <class T>
Text file_of(const std::shared_ptr<T>& document) {
  const auto read = loaded(document);
  return read == nullptr ? Text() : Text::from(read->source).value_or(Text());
}

Gathered gathered(const QualitySystem& system, const py::sequence& plans, bool reviewed) {
  std::vector<std::shared_ptr<CommitmentPlan>> held;  // as long as the plans are looked at
  std::vector<FiledPlan> filed;
  for (const auto& plan : plans) {
    held.push_back(given(py::cast<std::shared_ptr<CommitmentPlan>>(plan)));
    filed.push_back({held.back().get(), file_of(held.back())});
  }
  const py::gil_scoped_release release;
  return gather(filed, system, reviewed ? Review::done : Review::withhold);
}

template <class Document>
bool add_tags(std::vector<Tagged>& tags, const QualitySystem& system, const py::object& object) {
  const auto document = as<Document>(object);
  if (document == nullptr) return false;
  for (Tagged& tagged : tags_of(*document, system.guideline, file_of(document))) tags.push_back(std::move(tagged));
  return true;
}

std::vector<Coverage> covered(const QualitySystem& system, const py::sequence& documents) {
  std::vector<Tagged> tags;
  for (const auto& item : documents) {
    const auto document = py::reinterpret_borrow<py::object>(item);
    if (!add_tags<CommitmentPlan>(tags, system, document) && !add_tags<SchoolYearReport>(tags, system, document) &&
        !add_tags<OperationalPlan>(tags, system, document) && !add_tags<OperationalReport>(tags, system, document) &&
        !add_tags<Measures>(tags, system, document))
      throw py::type_error("coverage: expected plans, reports and measures");
  }
  return coverage(system, tags);
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
      .def("check", &checked, py::arg("document"), py::kw_only(), py::arg("plan") = py::none(), py::arg("as_of"),
           "All findings of a document in its order, as they stand on a day; those of its reading come first. A report "
           "is judged against its plan where that is given.")
      .def("draft", &drafted, py::arg("document"), py::kw_only(), py::arg("plan") = py::none(), py::arg("as_of"),
           "What is in place in a half-written document, and the next few things to do.")
      .def(
          "next_plan",
          [](const QualitySystem& self, const SchoolYearReport& report, const CommitmentPlan* plan) {
            NextCommitmentPlan next = next_plan(report, self, plan);
            return py::make_tuple(to_python(std::move(next.plan)), to_python(std::move(next.carried)));
          },
          py::arg("report"), py::kw_only(), py::arg("plan") = py::none(),
          "The next school year's plan, and what became of each commitment on the way into it.")
      .def(
          "gather",
          [](const QualitySystem& self, const py::sequence& plans, bool reviewed) {
            return to_python(gathered(self, plans, reviewed));
          },
          py::arg("plans"), py::kw_only(), py::arg("reviewed") = false,
          "What all principals prioritise, by school form. Titles that may tell of a child are withheld until somebody "
          "has reviewed them.")
      .def(
          "coverage",
          [](const QualitySystem& self, const py::sequence& documents) { return to_python(covered(self, documents)); },
          py::arg("documents"), "Which success factors and goals the documents point to with tags, and where.")
      .def(
          "duties",
          [](const QualitySystem& self, const Year& year, const std::optional<std::string>& actor) {
            return without_gil([&] {
              const AnnualCycle cycle = std::visit([&](const auto& days) { return annual_cycle(self, days); }, year);
              return duties(self, cycle, actor.value_or(""));
            });
          },
          py::arg("year"), py::kw_only(), py::arg("actor") = py::none(),
          "What each actor has to do in a year, by the days on which it is due.")
      .def(
          "session",
          [](const QualitySystem& self, const py::str& dialogue) {
            return to_python(session_skeleton(self, utf8(dialogue, "dialogue")));
          },
          py::arg("dialogue"), "A session to be filled in: a note for each topic of the dialogue.")
      .def(
          "group",
          [](const QualitySystem& self, const py::str& dialogue, const py::object& members) {
            Grouping grouping = group_members(self, utf8(dialogue, "dialogue"),
                                              from_python<std::vector<GroupMember>>(members, "members"));
            return py::make_tuple(to_python(std::move(grouping.sessions)), to_python(std::move(grouping.ungrouped)));
          },
          py::arg("dialogue"), py::arg("members"),
          "Sessions in groups as even as the dialogue's numbers allow, and those whom no group has room for.")
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
