#pragma once
// Documents: records that are read from files, and remember how.
#include "record.hpp"

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

/// The bytes of a file, within the limit of a document; throws FileError and LimitError.
[[nodiscard]] py::bytes read_file(const py::object& path, int limit);
/// Replaces a file as a whole.
void write_file(const py::object& path, const std::string& text);

template <class T>
std::shared_ptr<T> read_document(const py::object& data, const ReadLimits& limits, std::string source) {
  const std::string_view json = bytes_of(data, limits.bytes);
  const py::gil_scoped_release release;
  auto* made = new Loaded<T>{{}, std::move(source)};
  const std::shared_ptr<Loaded<T>> owner(made, detail::DeleteLoaded<T>{made});
  owner->read.reading = read_json(type_info<T>(), &owner->read.value, json, limits);
  return {owner, &owner->read.value};
}

template <class T>
py::class_<T, std::shared_ptr<T>> bind_document(py::module_& module) {
  auto cls = bind_record<T>(module);
  cls.attr("from_json") = py::staticmethod(py::cpp_function(
      [](const py::object& data, const ReadLimits* limits) {
        return read_document<T>(data, limits != nullptr ? *limits : ReadLimits{}, {});
      },
      py::name("from_json"), py::arg("data"), py::arg("limits") = py::none(),
      "From JSON, bytes or str. What is wrong with it stands in `origin.findings`."));
  cls.def_static(
      "load",
      [](const py::object& path, const ReadLimits* limits) {
        const ReadLimits allowed = limits != nullptr ? *limits : ReadLimits{};
        const py::bytes data = read_file(path, allowed.bytes);
        const std::string name{py::str(py::module_::import("os").attr("fsdecode")(path))};
        return read_document<T>(data, allowed, name);
      },
      py::arg("path"), py::arg("limits") = py::none(),
      "From a JSON file. What is wrong with it stands in `origin.findings`.");
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
