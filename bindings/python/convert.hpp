#pragma once
// Values of the model to Python and back, by the tables of their types.
#include "kvalitet/base/time.hpp"
#include "kvalitet/base/type_info.hpp"

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <string_view>

namespace kvalitet::python {

namespace py = pybind11;

/// Where in an argument a value stands, for messages: `CommitmentPlan.areas[0].title`.
struct Path {
  const Path* parent = nullptr;
  std::string_view name;  ///< of the type, for the root, or of a field; empty for an item of a list
  std::size_t index = 0;

  [[nodiscard]] std::string str() const;
};

/// The Python form of `object`, which lives in (or as) what `owner` holds: lists become tuples whose records share it.
[[nodiscard]] py::object to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const void* object);

template <class T>
[[nodiscard]] py::object to_python(T value) {
  const auto owner = std::make_shared<T>(std::move(value));
  return to_python(type_info<T>(), owner, owner.get());
}

/// What `compute`, which touches nothing of Python, gives.
template <class Compute>
[[nodiscard]] py::object without_gil(Compute compute) {
  return to_python([&] {
    const py::gil_scoped_release release;
    return compute();
  }());
}

/// Puts a Python value in `object`, freshly made. Throws TypeError or ValueError that says where and what is expected.
void from_python(const TypeInfo& type, void* object, py::handle value, const Path& path);

template <class T>
[[nodiscard]] T from_python(py::handle value, std::string_view name) {
  T result{};
  from_python(type_info<T>(), &result, value, Path{nullptr, name});
  return result;
}

/// The bytes of a `str`; throws ValueError when it has lone surrogates. Valid as long as the `str`.
[[nodiscard]] std::string_view utf8(py::handle text, std::string_view what);

/// The bytes of a `bytes` or `str`, at most `limit` of them; valid as long as it. Throws LimitError for a longer `str`.
[[nodiscard]] std::string_view bytes_of(py::handle data, int limit);

/// A scalar that has a Python type of its own; other scalars are `str`.
struct ScalarBinding {
  std::string_view python_type;
  py::object (*to_python)(const void* object);
  bool (*from_python)(void* object, py::handle value);
};
void add_scalar(const TypeInfo& type, const ScalarBinding& binding);
/// Nothing when the type has none of its own.
[[nodiscard]] const ScalarBinding* find_scalar(const TypeInfo& type);

template <class T>
void bind_scalar(std::string_view python_type) {
  add_scalar(type_info<T>(), {python_type, [](const void* object) { return py::cast(*static_cast<const T*>(object)); },
                              [](void* object, py::handle value) {
                                py::detail::make_caster<T> caster;
                                if (!caster.load(value, false)) return false;
                                *static_cast<T*>(object) = py::detail::cast_op<T>(caster);
                                return true;
                              }});
}

/// An enumeration becomes a Python enumeration whose values are its keys.
void bind_choices(py::module_& module, const TypeInfo& type);

template <class E>
void bind_enum(py::module_& module) {
  bind_choices(module, type_info<E>());
}

/// pybind11 takes None for an empty pointer; here it is a mistake like any other type.
template <class T>
[[nodiscard]] const std::shared_ptr<T>& given(const std::shared_ptr<T>& object) {
  if (object == nullptr) throw py::type_error("expected an object of kvalitet, not None");
  return object;
}

}  // namespace kvalitet::python

namespace pybind11::detail {

/// `datetime.date`, and not its subclass `datetime.datetime`, whose time of day would be lost.
template <>
struct type_caster<kvalitet::Date> {
  PYBIND11_TYPE_CASTER(kvalitet::Date, const_name("datetime.date"));
  bool load(handle source, bool convert);
  static handle cast(kvalitet::Date date, return_value_policy policy, handle parent);
};

/// `datetime.time` to the minute, without a time zone: Sweden's is meant.
template <>
struct type_caster<kvalitet::TimeOfDay> {
  PYBIND11_TYPE_CASTER(kvalitet::TimeOfDay, const_name("datetime.time"));
  bool load(handle source, bool convert);
  static handle cast(kvalitet::TimeOfDay time, return_value_policy policy, handle parent);
};

/// `datetime.datetime`: of any time zone to UTC, and without one taken as UTC; parts of a second are left out. A
/// `datetime.date` is its first second.
template <>
struct type_caster<kvalitet::Moment> {
  PYBIND11_TYPE_CASTER(kvalitet::Moment, const_name("datetime.datetime"));
  bool load(handle source, bool convert);
  static handle cast(const kvalitet::Moment& moment, return_value_policy policy, handle parent);
};

}  // namespace pybind11::detail
