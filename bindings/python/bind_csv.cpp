// Lists of records as CSV.
#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/io/csv.hpp"

namespace kvalitet::python {
namespace {

/// Records of one class, as Python holds them.
struct Records {
  const TypeInfo* type = nullptr;  ///< none where nothing says of which class they would be
  std::vector<std::shared_ptr<void>> held;

  void add(py::handle object) {
    HeldRecord record = held_record(object);
    if (record.type == nullptr || (type != nullptr && record.type != type))
      throw py::type_error("to_csv: expected " +
                           (type == nullptr ? "objects of the model" : std::string(type->name) + " objects") +
                           ", got " + std::string(py::str(py::type::handle_of(object).attr("__name__"))));
    type = record.type;
    held.push_back(std::move(record.object));
  }
};

std::string to_csv(const py::object& given, const py::object& each, const py::object& type, const py::object& lang,
                   const py::object& dialect, const py::object& names) {
  Records records;
  if (!type.is_none()) records.type = &record_named(type, "to_csv");
  if (held_record(given).type != nullptr)
    records.add(given);
  else
    for (const py::handle item : py::iter(given)) records.add(item);
  const Text way = from_python<Text>(each, "each");
  const CsvOptions options{from_python<Language>(lang, "lang"), from_python<CsvDialect>(dialect, "dialect"),
                           from_python<CsvNames>(names, "names"), way};
  if (records.type == nullptr) return {};
  const py::gil_scoped_release release;
  std::vector<const void*> addresses;
  for (const auto& record : records.held) addresses.push_back(record.get());
  return write_csv(*records.type, addresses, options);
}

}  // namespace

void bind_csv(py::module_& module) {
  bind_enum<CsvDialect>(module);
  bind_enum<CsvNames>(module);
  module.def(
      "to_csv", &to_csv, py::arg("records"), py::kw_only(), py::arg("each") = "", py::arg("type") = py::none(),
      py::arg("lang") = "sv", py::arg("dialect") = "excel", py::arg("names") = "keys",
      "Records of one class, or a single one, as CSV: a row for each, or with `each` for each item of a list in them, "
      "such as `areas.commitments.activities` of a plan. An empty list has columns only when `type` says whose. Lines "
      "end with CRLF, so write it as bytes. Semicolons, decimal commas and a byte order mark for a Swedish Excel, where "
      "an apostrophe keeps words that begin like a formula from being one; the dialect `rfc4180` changes nothing. "
      "Headings and choices go by their `keys` or by their `labels`.");
}

}  // namespace kvalitet::python
