// Python has ways to make an object without its constructor: `cls.__new__(cls)`, and pickles that call it. pybind11
// would then hand out memory in which nothing was built.
#include "bind.hpp"

namespace py = pybind11;

namespace kvalitet::python {
namespace {

/// Builds the object at once. Calling the class initialises it again, which pybind11 ignores.
PyObject* new_and_built(PyTypeObject* type, PyObject* args, PyObject* values) {
  PyObject* const object = py::detail::pybind11_object_new(type, args, values);
  if (object == nullptr || type->tp_init(object, args, values) == 0) return object;
  Py_DECREF(object);
  return nullptr;
}

}  // namespace

void seal_classes(const py::module_& module) {
  const py::handle metaclass(reinterpret_cast<PyObject*>(py::detail::get_internals().default_metaclass));
  for (const auto& [name, cls] : module.attr("__dict__").cast<py::dict>()) {
    if (!py::isinstance(cls, metaclass)) continue;
    reinterpret_cast<PyTypeObject*>(cls.ptr())->tp_new = new_and_built;
    PyType_Modified(reinterpret_cast<PyTypeObject*>(cls.ptr()));
    if (cls.attr("__dict__").contains("__reduce__")) continue;
    cls.attr("__reduce__") = py::cpp_function(
        [](const py::object& self) -> py::object {
          throw py::type_error("cannot pickle " + std::string(py::str(py::type::handle_of(self).attr("__name__"))));
        },
        py::name("__reduce__"), py::is_method(cls), "What it is made from may be pickled, it itself not.");
  }
}

}  // namespace kvalitet::python
