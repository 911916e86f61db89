// Lists of records as CSV.
#include "bind.hpp"
#include "given_records.hpp"

namespace kvalitet::python {
namespace {

std::string to_csv(const py::object& given, const py::object& each, const py::object& type, const py::object& lang,
                   const py::object& dialect, const py::object& names) {
  const GivenRecords records("to_csv", given, type);
  const Text way = from_python<Text>(each, "each");
  const CsvOptions options{from_python<Language>(lang, "lang"), from_python<CsvDialect>(dialect, "dialect"),
                           from_python<CsvNames>(names, "names"), way};
  if (records.type() == nullptr) return {};
  const py::gil_scoped_release release;
  return write_csv(*records.type(), records.addresses(), options);
}

}  // namespace

void bind_csv(py::module_& module) {
  bind_enum<CsvDialect>(module);
  bind_enum<CsvNames>(module);
  module.def(
      "to_csv", &to_csv, py::arg("records"), py::kw_only(), py::arg("each") = "", py::arg("type") = py::none(),
      py::arg("lang") = "sv", py::arg("dialect") = "excel", py::arg("names") = "keys",
      "Records of one class, or a single one, as CSV: a row for each, or with `each` for each item of a list in them, "
      "such as `areas.commitments.activities` of a plan. An empty list has columns only when it or `type` says whose. "
      "Lines end with CRLF, so write it as bytes. Semicolons, decimal commas and a byte order mark for a Swedish Excel, "
      "where an apostrophe keeps words that begin like a formula from being one; the dialect `rfc4180` changes nothing. "
      "Headings and choices go by their `keys` or by their `labels`.");
}

}  // namespace kvalitet::python
