#include "given_records.hpp"

namespace kvalitet::python {

GivenRecords::GivenRecords(std::string_view who, const py::object& given, const py::object& type) {
  const py::object said = type.is_none() ? py::getattr(given, "record_class", py::none()) : type;
  if (!said.is_none()) type_ = &record_named(said, who);
  if (held_record(given).type != nullptr)
    add(who, given);
  else
    for (const py::handle item : py::iter(given)) add(who, item);
}

void GivenRecords::add(std::string_view who, py::handle object) {
  HeldRecord record = held_record(object);
  if (record.type == nullptr || (type_ != nullptr && record.type != type_))
    throw py::type_error(std::string(who) + ": expected " +
                         (type_ == nullptr ? "objects of the model" : std::string(type_->name) + " objects") +
                         ", got " + std::string(py::str(py::type::handle_of(object).attr("__name__"))));
  type_ = record.type;
  held_.push_back(std::move(record.object));
}

std::vector<const void*> GivenRecords::addresses() const {
  std::vector<const void*> addresses;
  addresses.reserve(held_.size());
  for (const auto& record : held_) addresses.push_back(record.get());
  return addresses;
}

}  // namespace kvalitet::python
