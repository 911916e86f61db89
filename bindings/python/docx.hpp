#pragma once
// Word documents, as Python hands them over.
#include "record.hpp"

#include "kvalitet/io/docx.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace kvalitet::python {

/// What the methods of documents take: None is the library's own guideline and limits.
[[nodiscard]] const QualitySystem* system_or_none(const py::object& system);
[[nodiscard]] DocxLimits docx_limits(const py::object& limits);
/// The bytes of `bytes`, valid as long as they.
[[nodiscard]] std::string_view docx_bytes(const py::object& data);

[[nodiscard]] py::bytes docx_of(const TypeInfo& type, const void* record, const py::object& lang,
                                const py::object& system, bool help, const py::object& pictures);
/// `before` and `again` are default-constructed.
[[nodiscard]] py::object written_back(const TypeInfo& type, void* before, void* again, const void* record,
                                      const py::object& docx, const py::object& system, const py::object& lang,
                                      const py::object& limits);

[[nodiscard]] py::object proposed_form(const TypeInfo& type, const py::object& docx, const py::object& system,
                                       const py::object& limits);

/// Gives a class `to_docx`.
template <class T>
void add_to_docx(py::class_<T, std::shared_ptr<T>>& cls) {
  cls.def(
      "to_docx",
      [](const T& self, const py::object& lang, const py::object& system, bool help, const py::object& pictures) {
        return docx_of(type_info<T>(), &self, lang, system, help, pictures);
      },
      py::kw_only(), py::arg("lang") = "sv", py::arg("system") = py::none(), py::arg("help") = false,
      py::arg("pictures") = py::tuple(),
      "As a Word document, with room for what it does not say yet; reading it gives an equal object. The system gives "
      "names and the municipality's own words; `help` puts the guideline's sentences beside what they are about.");
}

/// Gives a class what documents do with Word besides being read.
template <class T>
void add_docx(py::class_<T, std::shared_ptr<T>>& cls) {
  add_to_docx(cls);
  cls.def(
      "write_back",
      [](const T& self, const py::object& docx, const py::object& system, const py::object& lang,
         const py::object& limits) {
        const auto before = std::make_shared<T>();
        const auto again = std::make_shared<T>();
        return written_back(type_info<T>(), before.get(), again.get(), &self, docx, system, lang, limits);
      },
      py::arg("docx"), py::kw_only(), py::arg("system") = py::none(), py::arg("lang") = "sv",
      py::arg("limits") = py::none(),
      "Somebody's own Word document (bytes) with everything changed in which it differs from this; all else stays as "
      "it is. Raises UsageError for what is no Word document.");
  cls.def_static(
      "propose_form",
      [](const py::object& docx, const py::object& system, const py::object& limits) {
        return proposed_form(type_info<T>(), docx, system, limits);
      },
      py::arg("docx"), py::kw_only(), py::arg("system") = py::none(), py::arg("limits") = py::none(),
      "How a Word document (bytes) on a municipality's own template could be read, for a person to confirm. Raises "
      "UsageError for what is no Word document.");
}

}  // namespace kvalitet::python
