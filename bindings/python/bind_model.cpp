#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/model/concept.hpp"
#include "kvalitet/model/contact.hpp"
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
  bind_record<Duty>(module);
  bind_record<Link>(module);
}

}  // namespace kvalitet::python
