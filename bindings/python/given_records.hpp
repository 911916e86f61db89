#pragma once
// Records of one class, as an argument of a function that makes something of all of them.
#include "record.hpp"

#include "kvalitet/io/csv.hpp"

namespace kvalitet::python {

class GivenRecords {
 public:
  /// One record, or several; `type` is a class or its name, None where the records or the list itself tell. `who` asks.
  GivenRecords(std::string_view who, const py::object& given, const py::object& type);

  /// None where nothing says of which class the records would be; then there are none.
  [[nodiscard]] const TypeInfo* type() const { return type_; }
  [[nodiscard]] std::vector<const void*> addresses() const;

 private:
  void add(std::string_view who, py::handle object);

  const TypeInfo* type_ = nullptr;
  std::vector<std::shared_ptr<void>> held_;
};

}  // namespace kvalitet::python
