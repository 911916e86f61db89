#pragma once
// Documents: records that are read from files, and remember how.
#include "files.hpp"
#include "record.hpp"

#include "base/parallel.hpp"
#include "io/files.hpp"
#include "kvalitet/io/json.hpp"

#include <pybind11/stl.h>

namespace kvalitet::python {

/// A document as it was read. Python's object is the value in it, and so finds the rest again; copies do not.
template <class T>
struct Loaded {
  Read<T> read;
  std::string source;  ///< the path of the file, or empty
};

namespace detail {

template <class T>
struct DeleteLoaded {
  Loaded<T>* loaded;
  void operator()(Loaded<T>* object) const { delete object; }
};

}  // namespace detail

/// How the document was read, or nothing when it was made otherwise.
template <class T>
std::shared_ptr<const Loaded<T>> loaded(const std::shared_ptr<T>& document) {
  const auto* deleter = std::get_deleter<detail::DeleteLoaded<T>>(document);
  if (deleter == nullptr || &deleter->loaded->read.value != document.get()) return nullptr;
  return {document, deleter->loaded};
}

/// What Python sees of it.
struct DocumentOrigin {
  std::shared_ptr<const Reading> reading;
  std::string source;
};

/// Needs no interpreter.
template <class T>
std::shared_ptr<T> read_document(std::string_view json, const ReadLimits& limits, std::string source) {
  auto* made = new Loaded<T>{{}, std::move(source)};
  const std::shared_ptr<Loaded<T>> owner(made, detail::DeleteLoaded<T>{made});
  owner->read.reading = read_json(type_info<T>(), &owner->read.value, json, limits);
  return {owner, &owner->read.value};
}

template <class T>
py::object load_all(const py::iterable& paths, const ReadLimits* limits) {
  const ReadLimits allowed = limits != nullptr ? *limits : ReadLimits{};
  if (PyUnicode_Check(paths.ptr()) || PyBytes_Check(paths.ptr()))
    throw py::type_error("load_all: expected several paths, got one");
  const py::tuple given(paths);
  std::vector<FilePath> files;
  files.reserve(given.size());
  for (const py::handle path : given) files.push_back(file_path(py::reinterpret_borrow<py::object>(path)));
  std::vector<std::shared_ptr<T>> read(files.size());
  {
    const py::gil_scoped_release release;
    in_parallel(files.size(), [&](std::size_t i) {
      read[i] = read_document<T>(read_ordinary_file(files[i].path, allowed.bytes), allowed, files[i].shown);
    });
  }
  // What is no ordinary file, or fails, is left to `load`, which knows how to say so.
  const py::object load = py::type::of<T>().attr("load");
  py::tuple all(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    all[i] = read[i] != nullptr ? py::cast(read[i]) : load(given[i], allowed);
  return records_to_python(type_info<T>(), all);
}

template <class T>
py::class_<T, std::shared_ptr<T>> bind_document(py::module_& module) {
  auto cls = bind_record<T>(module);
  cls.attr("from_json") = py::staticmethod(py::cpp_function(
      [](const py::object& data, const ReadLimits* limits) {
        const ReadLimits allowed = limits != nullptr ? *limits : ReadLimits{};
        const std::string_view json = bytes_of(data, allowed.bytes);
        const py::gil_scoped_release release;
        return read_document<T>(json, allowed, {});
      },
      py::name("from_json"), py::arg("data"), py::arg("limits") = py::none(),
      "From JSON, bytes or str. What is wrong with it stands in `origin.findings`."));
  cls.def_static(
      "load",
      [](const py::object& path, const ReadLimits* limits) {
        const ReadLimits allowed = limits != nullptr ? *limits : ReadLimits{};
        FilePath file = file_path(path);
        const py::bytes data = read_file(path, allowed.bytes);
        const std::string_view json = bytes_of(data, allowed.bytes);
        const py::gil_scoped_release release;
        return read_document<T>(json, allowed, std::move(file.shown));
      },
      py::arg("path"), py::arg("limits") = py::none(),
      "From a JSON file. What is wrong with it stands in `origin.findings`.");
  cls.def_static(
      "load_all", &load_all<T>, py::arg("paths"), py::arg("limits") = py::none(),
      "From many JSON files, several at a time, in their order. Raises what `load` raises for the first that "
      "fails.");
  cls.def(
      "save",
      [](const T& self, const py::object& path) {
        write_file(path, write_json(type_info<T>(), &self, JsonStyle::pretty));
      },
      py::arg("path"), "Writes a JSON file, as a whole or not at all.");
  cls.def_property_readonly(
      "origin",
      [](const std::shared_ptr<T>& self) -> std::optional<DocumentOrigin> {
        const auto read = loaded(given(self));
        if (read == nullptr) return std::nullopt;
        return DocumentOrigin{{read, &read->read.reading}, read->source};
      },
      "How it was read from text; None for an object made otherwise.");
  return cls;
}

}  // namespace kvalitet::python
