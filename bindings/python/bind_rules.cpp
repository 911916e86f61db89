#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/rules/check.hpp"

namespace kvalitet::python {

void bind_rules(py::module_& module) {
  bind_record<Step>(module);
  bind_record<Draft>(module);
}

}  // namespace kvalitet::python
