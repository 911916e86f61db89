#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/guideline/parts.hpp"

namespace kvalitet::python {

void bind_documents(py::module_& module) {
  bind_enum<DocumentState>(module);
  bind_record<ExpectedEffect>(module);
  bind_record<Activity>(module);
  bind_record<FollowUp>(module);
  bind_record<Commitment>(module);
  bind_record<GoalArea>(module);
  bind_document<CommitmentPlan>(module).def_property_readonly(
      "period", [](const CommitmentPlan& self) { return to_python(days_of(self)); },
      "From the first day of its first school year to the last day of its last.");

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
