#pragma once
// One function for each folder of the library; module.cpp calls them in the order of the house.
#include <pybind11/pybind11.h>

namespace kvalitet::python {

void bind_errors(pybind11::module_& module);
void bind_base(pybind11::module_& module);
void bind_model(pybind11::module_& module);
void bind_calendar(pybind11::module_& module);
void bind_guideline(pybind11::module_& module);
void bind_cycle(pybind11::module_& module);
void bind_documents(pybind11::module_& module);
void bind_dialogues(pybind11::module_& module);
void bind_disclosure(pybind11::module_& module);
void bind_rules(pybind11::module_& module);
void bind_system(pybind11::module_& module);
void bind_io(pybind11::module_& module);
void bind_docx(pybind11::module_& module);
void bind_ical(pybind11::module_& module);
void bind_csv(pybind11::module_& module);
void bind_arrow(pybind11::module_& module);
void bind_survey(pybind11::module_& module);
void bind_sarif(pybind11::module_& module);
void bind_pictures(pybind11::module_& module);
void bind_workspace(pybind11::module_& module);
/// Last: closes the ways around the constructors of all classes bound before.
void seal_classes(const pybind11::module_& module);

}  // namespace kvalitet::python
