#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/model/concept.hpp"
#include "kvalitet/model/contact.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "kvalitet/model/municipality.hpp"
#include "kvalitet/model/school_form.hpp"
#include "kvalitet/model/timing.hpp"

namespace kvalitet::python {

void bind_model(py::module_& module) {
  bind_enum<SchoolForm>(module);
  bind_record<Unit>(module);
  bind_record<Contact>(module);
  bind_enum<Clock>(module);
  bind_enum<EventKind>(module);
  bind_record<Window>(module);
  bind_record<Timing>(module);
  bind_record<Concept>(module);
  bind_record<Actor>(module);
  bind_enum<DutyMoment>(module);
  bind_enum<Proof>(module);
  bind_record<Duty>(module);
  bind_record<Link>(module);

  bind_enum<Touches>(module);
  bind_record<AssessmentDecision>(module);
  bind_record<Matter>(module);
  bind_document<Matters>(module);
  bind_record<Source>(module);
  bind_enum<MeasureState>(module);
  bind_record<Measure>(module).def_property_readonly(
      "state", [](const Measure& self) { return to_python(state_of(self)); }, "How far it has come, by its dates.");
  bind_document<Measures>(module);
  bind_record<DutyDeviation>(module);
  bind_document<Deviations>(module);

  bind_record<UnitCode>(module);
  bind_record<MunicipalUnit>(module);
  bind_enum<LeadershipKind>(module);
  bind_record<Leadership>(module);
  bind_record<Principal>(module);
  bind_document<Municipality>(module);
}

}  // namespace kvalitet::python
