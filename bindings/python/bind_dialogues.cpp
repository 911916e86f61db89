#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/dialogues/agenda.hpp"

namespace kvalitet::python {

void bind_dialogues(py::module_& module) {
  bind_record<Attendee>(module);
  bind_record<Brought>(module);
  bind_record<SessionNote>(module);
  bind_record<Agreement>(module);
  bind_document<DialogueSession>(module);
  bind_record<GroupMember>(module);
}

}  // namespace kvalitet::python
