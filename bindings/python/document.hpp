#pragma once
// Documents: records that are read from files, and remember how.
#include "docx.hpp"
#include "files.hpp"
#include "record.hpp"

#include "base/parallel.hpp"
#include "io/document_format.hpp"
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

/// How documents are read: limits for each format, and for Word documents the system that gives names.
struct HowToRead {
  ReadLimits json;
  DocxLimits docx;
  const QualitySystem* system = nullptr;  ///< lives as long as Python's argument
  bool in_word = true;                    ///< what only programs write is never read as a Word document

  [[nodiscard]] DocumentFormat format_named(const std::filesystem::path& path) const {
    return in_word ? kvalitet::format_named(path) : DocumentFormat::json;
  }
  [[nodiscard]] DocumentFormat format_of(const std::filesystem::path& path, std::string_view bytes) const {
    return in_word ? kvalitet::format_of(path, bytes) : DocumentFormat::json;
  }
  [[nodiscard]] int bytes_of(DocumentFormat format) const {
    return format == DocumentFormat::docx ? docx.file_bytes : json.bytes;
  }
};
/// `limits` are those of either format, or None; the other format keeps its own.
[[nodiscard]] HowToRead how_to_read(const py::object& limits, const py::object& system);

/// Needs no interpreter.
template <class T>
std::shared_ptr<T> read_document(std::string_view bytes, DocumentFormat format, const HowToRead& how,
                                 std::string source) {
  auto* made = new Loaded<T>{{}, std::move(source)};
  const std::shared_ptr<Loaded<T>> owner(made, detail::DeleteLoaded<T>{made});
  Read<T>& read = owner->read;
  if (format == DocumentFormat::docx) {
    DocxOptions options;
    options.system = how.system;
    read.reading = read_docx(type_info<T>(), &read.value, bytes, options, how.docx);
  } else {
    read.reading = read_json(type_info<T>(), &read.value, bytes, how.json);
  }
  return {owner, &read.value};
}

template <class T>
py::object load(const py::object& path, const HowToRead& how) {
  FilePath file = file_path(path);
  const int most_of_docx = how.in_word ? how.docx.file_bytes : how.json.bytes;
  const py::bytes data = read_document_file(path, how.format_named(file.path), how.json.bytes, most_of_docx);
  const std::string_view bytes = data;
  std::shared_ptr<T> document;
  {
    const py::gil_scoped_release release;
    document = read_document<T>(bytes, how.format_of(file.path, bytes), how, std::move(file.shown));
  }
  return py::cast(document);
}

template <class T>
py::object load_all(const py::iterable& paths, const HowToRead& how) {
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
      const FilePath& file = files[i];
      const std::string bytes = read_ordinary_file(file.path, how.bytes_of(how.format_named(file.path)));
      read[i] = read_document<T>(bytes, how.format_of(file.path, bytes), how, file.shown);
    });
  }
  // What is no ordinary file, or fails, is left to `load`, which knows how to say so.
  py::tuple all(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    all[i] = read[i] != nullptr ? py::cast(read[i]) : load<T>(given[i], how);
  return records_to_python(type_info<T>(), all);
}

/// In the format that the name says; throws FileError for a name of any other in which people write.
void save_document(const TypeInfo& type, const void* record, const py::object& path, const py::object& system);
void save_json(const TypeInfo& type, const void* record, const py::object& path);

/// A record that is read from files, of either kind.
template <class T>
py::class_<T, std::shared_ptr<T>> bind_read(py::module_& module) {
  auto cls = bind_record<T>(module);
  cls.attr("from_json") = py::staticmethod(py::cpp_function(
      [](const py::object& data, const ReadLimits* limits) {
        HowToRead how;
        if (limits != nullptr) how.json = *limits;
        const std::string_view json = bytes_of(data, how.json.bytes);
        const py::gil_scoped_release release;
        return read_document<T>(json, DocumentFormat::json, how, {});
      },
      py::name("from_json"), py::arg("data"), py::arg("limits") = py::none(),
      "From JSON, bytes or str. What is wrong with it stands in `origin.findings`."));
  cls.def_property_readonly(
      "origin",
      [](const std::shared_ptr<T>& self) -> std::optional<DocumentOrigin> {
        const auto read = loaded(given(self));
        if (read == nullptr) return std::nullopt;
        return DocumentOrigin{{read, &read->read.reading}, read->source};
      },
      "How it was read; None for an object made otherwise.");
  return cls;
}

/// What people write: in Word or in JSON.
template <class T>
py::class_<T, std::shared_ptr<T>> bind_document(py::module_& module) {
  auto cls = bind_read<T>(module);
  cls.def_static(
         "from_docx",
         [](const py::object& data, const py::object& system, const py::object& limits) {
           HowToRead how;
           how.system = system_or_none(system);
           how.docx = docx_limits(limits);
           const std::string_view docx = docx_bytes(data);
           const py::gil_scoped_release release;
           return read_document<T>(docx, DocumentFormat::docx, how, {});
         },
         py::arg("data"), py::kw_only(), py::arg("system") = py::none(), py::arg("limits") = py::none(),
         "From the bytes of a Word document; the system gives names, and the words of the municipality's own "
         "templates. What is wrong with it stands in `origin.findings`, with the paragraph.")
      .def_static(
          "load",
          [](const py::object& path, const py::object& limits, const py::object& system) {
            return load<T>(path, how_to_read(limits, system));
          },
          py::arg("path"), py::arg("limits") = py::none(), py::kw_only(), py::arg("system") = py::none(),
          "From a file: JSON or a Word document, as its name says or else how it begins. What is wrong with it stands "
          "in `origin.findings`. For Word documents, the system gives names and the words of the municipality's own "
          "templates.")
      .def_static(
          "load_all",
          [](const py::iterable& paths, const py::object& limits, const py::object& system) {
            return load_all<T>(paths, how_to_read(limits, system));
          },
          py::arg("paths"), py::arg("limits") = py::none(), py::kw_only(), py::arg("system") = py::none(),
          "From many files, several at a time, in their order. Raises what `load` raises for the first that fails.")
      .def(
          "save",
          [](const T& self, const py::object& path, const py::object& system) {
            save_document(type_info<T>(), &self, path, system);
          },
          py::arg("path"), py::kw_only(), py::arg("system") = py::none(),
          "Writes a file, as a whole or not at all: a Word document when its name ends in .docx, otherwise JSON.");
  add_docx(cls);
  return cls;
}

/// What programs write, in JSON only.
template <class T>
py::class_<T, std::shared_ptr<T>> bind_data(py::module_& module) {
  auto cls = bind_read<T>(module);
  const auto how = [](const ReadLimits* limits) {
    HowToRead json;
    json.in_word = false;
    if (limits != nullptr) json.json = *limits;
    return json;
  };
  cls.def_static(
         "load", [how](const py::object& path, const ReadLimits* limits) { return load<T>(path, how(limits)); },
         py::arg("path"), py::arg("limits") = py::none(),
         "From a JSON file. What is wrong with it stands in `origin.findings`.")
      .def_static(
          "load_all",
          [how](const py::iterable& paths, const ReadLimits* limits) { return load_all<T>(paths, how(limits)); },
          py::arg("paths"), py::arg("limits") = py::none(),
          "From many JSON files, several at a time, in their order. Raises what `load` raises for the first that fails.")
      .def(
          "save", [](const T& self, const py::object& path) { save_json(type_info<T>(), &self, path); },
          py::arg("path"), "Writes a JSON file, as a whole or not at all.");
  return cls;
}

}  // namespace kvalitet::python
