#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/documents/follow_on.hpp"
#include "kvalitet/documents/follow_ups.hpp"
#include "kvalitet/documents/impact_assessment.hpp"

namespace kvalitet::python {
namespace {

void bind_plan(py::module_& module) {
  bind_record<ExpectedEffect>(module);
  bind_record<Activity>(module);
  bind_record<FollowUp>(module);
  bind_record<Commitment>(module);
  bind_record<GoalArea>(module);
  bind_record<LoggedFollowUp>(module);
  bind_document<CommitmentPlan>(module)
      .def_property_readonly(
          "period", [](const CommitmentPlan& self) { return to_python(days_of(self)); },
          "From the first day of its first school year to the last day of its last.")
      .def(
          "report_skeleton", [](const CommitmentPlan& self) { return to_python(report_skeleton(self)); },
          "A school-year report to be written: every goal area and commitment of the plan.")
      .def(
          "follow_up_log", [](const CommitmentPlan& self) { return to_python(follow_up_log(self)); },
          "All follow-ups in the order of their dates.")
      .def(
          "with_follow_up",
          [](const CommitmentPlan& self, const py::str& pointer, const FollowUp& follow_up) {
            return to_python(with_follow_up(self, utf8(pointer, "pointer"), follow_up));
          },
          py::arg("pointer"), py::arg("follow_up"),
          "The plan with a follow-up added to the commitment at `/areas/0/commitments/1`.");
}

void bind_reports(py::module_& module) {
  bind_enum<Continuation>(module);
  bind_record<CommitmentReport>(module);
  bind_record<GoalAreaReport>(module);
  bind_document<SchoolYearReport>(module);
  bind_record<DevelopmentGoal>(module);
  bind_document<OperationalPlan>(module).def(
      "report_skeleton", [](const OperationalPlan& self) { return to_python(report_skeleton(self)); },
      "An operational report to be written: every development goal of the plan.");
  bind_record<GoalReport>(module);
  bind_record<CarriedOver>(module);
  bind_document<OperationalReport>(module).def(
      "next_plan",
      [](const OperationalReport& self) {
        NextOperationalPlan next = next_plan(self);
        return py::make_tuple(to_python(std::move(next.plan)), to_python(std::move(next.carried)));
      },
      "The next calendar year's plan, and what became of each goal on the way into it.");
  bind_record<AssessmentPart>(module);
  bind_document<ImpactAssessment>(module);
}

}  // namespace

void bind_documents(py::module_& module) {
  bind_enum<DocumentState>(module);
  bind_plan(module);
  bind_reports(module);

  bind_enum<ChainNodeKind>(module);
  bind_enum<ChainGapKind>(module);
  bind_record<ChainNode>(module);
  bind_record<ChainEdge>(module);
  bind_record<ChainGap>(module);
  bind_record<EffectChain>(module);
  module.def(
      "effect_chain", [](const CommitmentPlan& plan) { return effect_chain(plan); }, py::arg("plan"),
      py::call_guard<py::gil_scoped_release>(), "The effect chain of a plan as a graph, with its gaps.");
}

}  // namespace kvalitet::python
