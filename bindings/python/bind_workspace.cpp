// Status, and the folder that it is read from.
#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/io/files.hpp"
#include "kvalitet/io/workspace.hpp"
#include "kvalitet/status/status.hpp"

#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

/// Takes its documents from a document of Python, when it is of the class.
template <class T>
bool add_document(std::vector<Filed<T>>& list, const py::object& object) {
  if (!py::isinstance<T>(object)) return false;
  const auto document = py::cast<std::shared_ptr<T>>(object);
  if (const auto read = loaded(document); read != nullptr)
    list.push_back({Text::from(read->source).value_or(Text()), read->read});
  else
    list.push_back({{}, {*document, {}}});
  return true;
}

FiledDocuments documents_of(const py::iterable& documents) {
  FiledDocuments filed;
  for (const py::handle item : documents) {
    const auto document = py::reinterpret_borrow<py::object>(item);
    if (!add_document(filed.plans, document) && !add_document(filed.reports, document) &&
        !add_document(filed.operational_plans, document) && !add_document(filed.operational_reports, document) &&
        !add_document(filed.assessments, document) && !add_document(filed.sessions, document) &&
        !add_document(filed.matters, document) && !add_document(filed.measures, document) &&
        !add_document(filed.deviations, document) && !add_document(filed.surveys, document) &&
        !add_document(filed.instruments, document) && !add_document(filed.survey_counts, document))
      throw py::type_error("status: expected documents of kvalitet, got " +
                           std::string(py::str(py::type::handle_of(document).attr("__name__"))));
  }
  return filed;
}

struct Asked {
  SchoolYear year;
  StatusOptions options;
};

Asked asked(Date as_of, const std::optional<SchoolYear>& year, const std::optional<std::string>& actor,
            const std::optional<std::string>& principal, bool standing) {
  StatusOptions options;
  options.as_of = as_of;
  if (actor) options.actor = Id(*actor);
  if (principal) options.principal = Text(*principal);
  options.standing = standing;
  return {year.value_or(school_year_of(as_of)), options};
}

std::vector<StatusRow> status_of(const Workspace& workspace, const Asked& asked, const std::vector<Evidence>& more) {
  return status(workspace.system, workspace.municipality, workspace.documents, asked.year, asked.options, more);
}

/// The documents of a workspace, each with its origin.
template <class T>
py::object documents(const Workspace& workspace, std::vector<Filed<T>> FiledDocuments::*list) {
  const std::vector<Filed<T>>& all = workspace.documents.*list;
  py::tuple made(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto* copy = new Loaded<T>{all[i].read, all[i].file.str()};
    const std::shared_ptr<Loaded<T>> owner(copy, detail::DeleteLoaded<T>{copy});
    made[i] = py::cast(std::shared_ptr<T>(owner, &owner->read.value));
  }
  return records_to_python(type_info<T>(), made);
}

using Held = std::shared_ptr<Workspace>;

void bind_class(py::module_& module) {
  py::class_<Workspace, Held> cls(module, "Workspace",
                                  "The folder of a municipality: its units and principals, guideline and policy, and "
                                  "documents of any year.",
                                  py::is_final());
  cls.def_static(
         "open",
         [](const py::object& folder, int files, const py::object& limits) {
           const FilePath path = file_path(folder);
           const HowToRead how = how_to_read(limits, py::none());
           const WorkspaceLimits allowed{files, how.json, how.docx};
           const py::gil_scoped_release release;
           return std::make_shared<Workspace>(open_workspace(path.path, allowed));
         },
         py::arg("folder"), py::kw_only(), py::arg("files") = WorkspaceLimits{}.files, py::arg("limits") = py::none(),
         "Reads a folder: at most so many files, each within the limits of its format. What is wrong in it stands in `findings`, and "
         "all the rest is used. Raises FileError when the folder itself cannot be read.")
      .def_property_readonly(
          "system", [](const Held& self) { return std::shared_ptr<QualitySystem>(given(self), &self->system); },
          "Its guideline, policy and calendar.")
      .def_property_readonly(
          "municipality",
          [](const Held& self) { return std::shared_ptr<Municipality>(given(self), &self->municipality); },
          "Its units and principals.")
      .def_property_readonly(
          "findings", [](const Workspace& self) { return to_python(self.findings); },
          "What reading found, in the order of the files.")
      .def(
          "check",
          [](const Workspace& self, Date as_of) {
            return without_gil([&] { return check(self, CheckOptions{as_of}); });
          },
          py::kw_only(), py::arg("as_of"),
          "What reading found, what the rules find in each document, and what does not hold between files.")
      .def(
          "status",
          [](const Workspace& self, Date as_of, const std::optional<SchoolYear>& year,
             const std::optional<std::string>& actor, const std::optional<std::string>& principal, bool standing,
             const py::object& evidence) {
            const auto more = from_python<std::vector<Evidence>>(evidence, "evidence");
            const Asked question = asked(as_of, year, actor, principal, standing);
            return without_gil([&] { return status_of(self, question, more); });
          },
          py::kw_only(), py::arg("as_of"), py::arg("year") = py::none(), py::arg("actor") = py::none(),
          py::arg("principal") = py::none(), py::arg("standing") = false, py::arg("evidence") = py::tuple(),
          "Every actor's duties of a school year, by default that of the day, and whether they were done.")
      .def(
          "totals",
          [](const Workspace& self, Date as_of, const std::optional<SchoolYear>& year) {
            const Asked question = asked(as_of, year, std::nullopt, std::nullopt, false);
            return without_gil([&] { return totals(status_of(self, question, {}), self.municipality); });
          },
          py::kw_only(), py::arg("as_of"), py::arg("year") = py::none(),
          "How many units of each school form are in which state.");
  const auto list = [&]<class T>(const char* name, std::vector<Filed<T>> FiledDocuments::*member, const char* meaning) {
    cls.def_property_readonly(
        name, [member](const Workspace& self) { return documents(self, member); }, meaning);
  };
  list("plans", &FiledDocuments::plans, "The commitment plans, in the order of their files.");
  list("reports", &FiledDocuments::reports, "The school-year reports.");
  list("operational_plans", &FiledDocuments::operational_plans, "The operational plans.");
  list("operational_reports", &FiledDocuments::operational_reports, "The operational reports.");
  list("assessments", &FiledDocuments::assessments, "The child rights impact assessments.");
  list("sessions", &FiledDocuments::sessions, "The sessions of dialogues and meetings.");
  list("matters", &FiledDocuments::matters, "The registers of matters.");
  list("measures", &FiledDocuments::measures, "The registers of measures.");
  list("deviations", &FiledDocuments::deviations, "The registers of deviations from duties.");
  list("surveys", &FiledDocuments::surveys, "The registers of surveys.");
  list("instruments", &FiledDocuments::instruments, "What surveys ask.");
  list("survey_counts", &FiledDocuments::survey_counts, "How many answered what, of each round.");
  cls.def("__repr__", [](const Workspace& self) {
    return "<Workspace of " + self.municipality.name.str() + ": " + std::to_string(self.municipality.units.size()) +
           " units, " + std::to_string(self.findings.size()) + " findings>";
  });
  cls.attr("__module__") = "kvalitet";
}

}  // namespace

void bind_workspace(py::module_& module) {
  bind_record<Evidence>(module);
  bind_enum<DutyState>(module);
  bind_record<StatusRow>(module);
  bind_record<StatusTotal>(module);
  bind_record<FileFinding>(module);
  bind_class(module);
  module.def(
      "status",
      [](const QualitySystem& system, const Municipality& municipality, const py::iterable& documents, Date as_of,
         const std::optional<SchoolYear>& year, const std::optional<std::string>& actor,
         const std::optional<std::string>& principal, bool standing, const py::object& evidence) {
        const FiledDocuments filed = documents_of(documents);
        const auto more = from_python<std::vector<Evidence>>(evidence, "evidence");
        const Asked question = asked(as_of, year, actor, principal, standing);
        return without_gil([&] { return status(system, municipality, filed, question.year, question.options, more); });
      },
      py::arg("system"), py::arg("municipality"), py::arg("documents") = py::tuple(), py::kw_only(), py::arg("as_of"),
      py::arg("year") = py::none(), py::arg("actor") = py::none(), py::arg("principal") = py::none(),
      py::arg("standing") = false, py::arg("evidence") = py::tuple(),
      "Every actor's duties of a school year, by default that of the day, and whether the documents show that they were "
      "done.");
  module.def(
      "status_totals",
      [](const py::object& rows, const Municipality& municipality) {
        const auto all = from_python<std::vector<StatusRow>>(rows, "rows");
        return without_gil([&] { return totals(all, municipality); });
      },
      py::arg("rows"), py::arg("municipality"), "How many units of each school form are in which state.");
  module.def(
      "_replace_file",
      [](const py::object& path, const py::bytes& data) {
        const FilePath file = file_path(path);
        const std::string_view bytes = data;
        const py::gil_scoped_release release;
        replace_file(file.path, bytes);
      },
      py::arg("path"), py::arg("data"), "Replaces a file as a whole, or leaves it as it was.");
}

}  // namespace kvalitet::python
