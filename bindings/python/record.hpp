#pragma once
// Python classes made from the description of a record. Nothing here or in the bind_*.cpp lists a field.
#include "convert.hpp"

namespace kvalitet::python {

/// What the table of a type does not say: how objects of it are made, copied, compared and held by Python.
struct RecordOps {
  std::shared_ptr<void> (*make)();
  void (*assign)(void* to, const void* from);
  bool (*equal)(const void* a, const void* b);
  py::object (*wrap)(const std::shared_ptr<void>& object);
  std::shared_ptr<void> (*unwrap)(py::handle object);
};

/// Gives a class what every record has: properties, equality, hash, repr, replace, JSON and pickles.
void describe_record(py::module_& module, const py::object& cls, const TypeInfo& type, const RecordOps& ops);
/// From keyword arguments.
[[nodiscard]] std::shared_ptr<void> construct(const TypeInfo& type, const py::args& args, const py::kwargs& values);
[[nodiscard]] std::string class_doc(const TypeInfo& type);
/// The doc of its `__init__`: the signature, in the form that `inspect` reads.
[[nodiscard]] std::string init_doc(const TypeInfo& type);

[[nodiscard]] py::object record_to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const void* object);
/// Records of one class as `kvalitet.Records`, a tuple that knows of which class they are, or would be.
[[nodiscard]] py::object records_to_python(const TypeInfo& type, const py::tuple& records);
/// False when the value is no object of the class.
[[nodiscard]] bool record_from_python(const TypeInfo& type, void* object, py::handle value);

/// A record as Python holds it. `type` is none when the object is no record.
struct HeldRecord {
  const TypeInfo* type = nullptr;
  std::shared_ptr<void> object;
};
[[nodiscard]] HeldRecord held_record(py::handle object);
/// The record that a class of the model, or its name, stands for; `what` says for whom it is asked. Throws
/// NotFoundError.
[[nodiscard]] const TypeInfo& record_named(const py::object& type, std::string_view what);
/// A record from its compact JSON; ValueError when it is not exactly what was written.
[[nodiscard]] py::object restore(py::handle cls, const py::bytes& state);
/// What people are shown of a record: what its class is called, its title, and its fields in order, each with its key,
/// label, value and whether that says anything: it is required, or not the default.
[[nodiscard]] py::tuple shown_record(const py::object& object);
/// All records in the order in which they were bound, for the stubs.
[[nodiscard]] py::list describe_records();

template <class T>
py::class_<T, std::shared_ptr<T>> bind_record(py::module_& module) {
  static constexpr RecordOps ops{
      []() -> std::shared_ptr<void> { return std::make_shared<T>(); },
      [](void* to, const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); },
      [](const void* a, const void* b) { return *static_cast<const T*>(a) == *static_cast<const T*>(b); },
      [](const std::shared_ptr<void>& object) { return py::cast(std::static_pointer_cast<T>(object)); },
      [](py::handle object) -> std::shared_ptr<void> { return given(py::cast<std::shared_ptr<T>>(object)); },
  };
  const TypeInfo& type = type_info<T>();
  py::options options;
  options.disable_function_signatures();
  py::class_<T, std::shared_ptr<T>> cls(module, std::string(type.name).c_str(), class_doc(type).c_str(),
                                        py::is_final());
  cls.def(py::init([](const py::args& args, const py::kwargs& values) {
            return std::static_pointer_cast<T>(construct(type_info<T>(), args, values));
          }),
          init_doc(type).c_str());
  describe_record(module, cls, type, ops);
  return cls;
}

}  // namespace kvalitet::python
