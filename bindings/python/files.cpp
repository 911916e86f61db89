#include "files.hpp"

#include <pybind11/stl/filesystem.h>

namespace kvalitet::python {

FilePath file_path(const py::object& path) {
  FilePath file;
  const auto told = py::reinterpret_steal<py::object>(PyOS_FSPath(path.ptr()));
  if (!told) throw py::error_already_set();
  PyObject* encoded = nullptr;
  if (PyUnicode_FSConverter(told.ptr(), &encoded) == 0) throw py::error_already_set();  // a NUL in it
  Py_DECREF(encoded);
  file.path = py::cast<std::filesystem::path>(told);
  PyObject* decoded = nullptr;
  if (PyUnicode_FSDecoder(told.ptr(), &decoded) == 0) throw py::error_already_set();
  const auto name = py::reinterpret_steal<py::object>(decoded);
  const auto shown = py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(name.ptr(), "utf-8", "replace"));
  if (!shown) throw py::error_already_set();
  file.shown = py::cast<std::string>(shown);
  return file;
}

py::bytes read_document_file(const py::object& path, DocumentFormat named, int json_limit, int docx_limit) {
  const py::object read = py::module_::import("kvalitet._files").attr("read_document");
  return read(path, named == DocumentFormat::docx, json_limit, docx_limit);
}

}  // namespace kvalitet::python
