#include "bind.hpp"

#include "kvalitet/base/version.hpp"

PYBIND11_MODULE(_native, module) {
  using namespace kvalitet::python;
  module.doc() = "The compiled part of kvalitet.";
  module.attr("__version__") = std::string(kvalitet::version());
  module.attr("__package__") = "kvalitet";
  bind_base(module);
  bind_errors(module);
  bind_model(module);
  bind_calendar(module);
  bind_documents(module);
  bind_dialogues(module);
  bind_guideline(module);
  bind_cycle(module);
  bind_disclosure(module);
  bind_rules(module);
  bind_system(module);
  bind_io(module);
  bind_docx(module);
  bind_ical(module);
  bind_csv(module);
  bind_arrow(module);
  bind_survey(module);
  bind_sarif(module);
  bind_pictures(module);
  bind_workspace(module);
  seal_classes(module);
}
