#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/disclosure/free_text.hpp"

namespace kvalitet::python {
namespace {

FreeTextLimits given_or_default(const FreeTextLimits* limits) { return limits != nullptr ? *limits : FreeTextLimits{}; }

/// How an object of the model was read, or nothing.
std::shared_ptr<const Reading> reading_of(const py::object& document) {
  const py::object origin = py::getattr(document, "origin", py::none());
  return py::isinstance<DocumentOrigin>(origin) ? py::cast<DocumentOrigin&>(origin).reading : nullptr;
}

py::object reviewed(const py::object& document, const FreeTextLimits* limits) {
  const HeldRecord held = held_record(document);
  if (held.type == nullptr) throw py::type_error("review_free_text: expected an object of the model");
  const auto reading = reading_of(document);
  return without_gil([&] {
    auto findings = review_free_text(*held.type, held.object.get(), given_or_default(limits));
    if (reading != nullptr)
      for (Finding& finding : findings) finding.place = reading->places.find(finding.pointer);
    return findings;
  });
}

}  // namespace

void bind_disclosure(py::module_& module) {
  bind_enum<FreeTextKind>(module);
  bind_record<FreeTextHit>(module);
  module.def(
      "read_free_text",
      [](const py::str& text, const FreeTextLimits* limits) {
        const std::string_view words = utf8(text, "text");
        return without_gil([&] { return read_free_text(words, given_or_default(limits)); });
      },
      py::arg("text"), py::arg("limits") = py::none(),
      "What in a Swedish text asks for review before it leaves the unit. The hits repeat the words.");
  module.def(
      "may_leave",
      [](const py::str& text, const FreeTextLimits* limits) {
        const std::string_view words = utf8(text, "text");
        const py::gil_scoped_release release;
        return may_leave(words, given_or_default(limits));
      },
      py::arg("text"), py::arg("limits") = py::none(), "Whether nothing in a text asks for review.");
  module.def("review_free_text", &reviewed, py::arg("document"), py::arg("limits") = py::none(),
             "What in the texts of a document asks for review before it leaves the unit, without the words.");
}

}  // namespace kvalitet::python
