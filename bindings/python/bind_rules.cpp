#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/disclosure/gathered.hpp"
#include "kvalitet/documents/coverage.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/duties.hpp"

namespace kvalitet::python {

void bind_rules(py::module_& module) {
  bind_record<Step>(module);
  bind_record<Draft>(module);
  bind_record<GatheredCommitment>(module);
  bind_record<GatheredArea>(module);
  auto gathered = bind_record<Gathered>(module);
  add_to_docx(gathered);
  bind_record<Coverage>(module);
  bind_record<DutyRow>(module);
}

}  // namespace kvalitet::python
