#include "convert.hpp"

#include "kvalitet/base/read.hpp"

#include "kvalitet/base/error.hpp"

#include "record.hpp"

#include <datetime.h>

#include <map>

namespace kvalitet::python {
namespace {

using Kind = TypeInfo::Kind;

std::map<const TypeInfo*, ScalarBinding>& scalars() {
  static std::map<const TypeInfo*, ScalarBinding> map;
  return map;
}

std::map<const TypeInfo*, py::handle>& choice_tuples() {
  static std::map<const TypeInfo*, py::handle> map;
  return map;
}

py::str text_to_python(std::string_view text) { return {text.data(), text.size()}; }

py::object items_to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const void* list) {
  const std::size_t size = type.size(list);
  py::tuple result(size);
  for (std::size_t i = 0; i < size; ++i) result[i] = to_python(*type.element, owner, type.item(list, i));
  const bool of_records = type.element->kind == Kind::record && type.element->name != Describe<Localised>::name;
  return of_records ? records_to_python(*type.element, result) : py::object(std::move(result));
}

py::object data_to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const Data& data) {
  py::dict result;
  for (const auto& [name, datum] : data) result[text_to_python(name)] = to_python(*type.element, owner, &datum);
  return result;
}

std::string type_name(py::handle value) { return std::string(py::str(py::type::handle_of(value).attr("__name__"))); }

[[noreturn]] void wrong_type(const Path& path, std::string_view expected, py::handle value) {
  throw py::type_error(path.str() + ": expected " + std::string(expected) + ", got " + type_name(value));
}

[[noreturn]] void wrong_value(const Path& path, std::string_view expected, py::handle value) {
  throw py::value_error(path.str() + ": expected " + std::string(expected) + ", got " +
                        std::string(py::str(py::repr(value))));
}

std::string_view text_of(py::handle value, std::string_view expected, const Path& path) {
  if (!PyUnicode_Check(value.ptr())) wrong_type(path, expected, value);
  return utf8(value, path.str());
}

Text text_from(py::handle value, const Path& path) {
  auto text = Text::from(std::string(text_of(value, "str", path)));
  if (!text)
    throw py::value_error(path.str() + ": the text holds NUL or another control character that is not allowed");
  return std::move(*text);
}

bool is_int(py::handle value) { return PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr()); }

std::string choices_of(const TypeInfo& type) {
  std::string result = "one of";
  for (const auto& choice : type.choices) result.append(" ").append(choice.key);
  return result;
}

void scalar_from(const TypeInfo& type, void* object, py::handle value, const Path& path) {
  if (const ScalarBinding* binding = find_scalar(type)) {
    if (!binding->from_python(object, value)) wrong_type(path, binding->python_type, value);
    return;
  }
  const std::string_view text = text_of(value, "str", path);
  // Where nothing is named, the name is empty; an item of a list always names something.
  const bool unnamed = text.empty() && !path.name.empty() && type.format(object).empty();
  if (!unnamed && !type.parse(object, text)) wrong_value(path, type.label.en, value);
}

void choice_from(const TypeInfo& type, void* object, py::handle value, const Path& path) {
  const std::string_view key = text_of(value, std::string(type.name) + " or str", path);
  for (std::size_t i = 0; i < type.choices.size(); ++i)
    if (type.choices[i].key == key) return type.choose(object, i);
  wrong_value(path, choices_of(type), value);
}

void items_from(const TypeInfo& type, void* list, py::handle value, const Path& path) {
  PyObject* sequence = value.ptr();
  if (PySequence_Check(sequence) == 0 || PyUnicode_Check(sequence) || PyBytes_Check(sequence) || PyDict_Check(sequence))
    wrong_type(path, "a sequence", value);
  const auto items = py::reinterpret_steal<py::tuple>(PySequence_Tuple(sequence));
  if (!items) throw py::error_already_set();
  for (std::size_t i = 0; i < items.size(); ++i)
    from_python(*type.element, type.append(list), items[i], Path{&path, {}, i});
}

void data_from(const TypeInfo& type, void* object, py::handle value, const Path& path) {
  if (!PyDict_Check(value.ptr())) wrong_type(path, "dict", value);
  auto& data = *static_cast<Data*>(object);
  for (const auto& [name, datum] : py::reinterpret_borrow<py::dict>(value)) {
    void* slot = type.append(object);
    data.back().first = text_from(name, path);
    const std::string key = data.back().first.str();
    from_python(*type.element, slot, datum, Path{&path, key});
  }
}

}  // namespace

std::string Path::str() const {
  if (parent == nullptr) return std::string(name);
  return parent->str() + (name.empty() ? "[" + std::to_string(index) + "]" : "." + std::string(name));
}

std::string_view utf8(py::handle text, std::string_view what) {
  Py_ssize_t size = 0;
  const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (data == nullptr) {
    PyErr_Clear();
    throw py::value_error(std::string(what) + ": the text holds half a character (a lone surrogate)");
  }
  return {data, static_cast<std::size_t>(size)};
}

std::string_view bytes_of(py::handle data, int limit) {
  if (PyUnicode_Check(data.ptr())) {
    // Each character takes at least a byte, so what is too long is not even encoded.
    const auto characters = static_cast<std::size_t>(PyUnicode_GET_LENGTH(data.ptr()));
    if (characters > static_cast<std::size_t>(limit))
      throw LimitError("read.too-large",
                       {{"size", static_cast<std::int64_t>(characters)}, {"limit", std::int64_t{limit}}});
    return utf8(data, "data");
  }
  if (!PyBytes_Check(data.ptr())) throw py::type_error("data: expected bytes or str");
  return {PyBytes_AS_STRING(data.ptr()), static_cast<std::size_t>(PyBytes_GET_SIZE(data.ptr()))};
}

void add_scalar(const TypeInfo& type, const ScalarBinding& binding) { scalars().emplace(&type, binding); }

const ScalarBinding* find_scalar(const TypeInfo& type) {
  const auto found = scalars().find(&type);
  return found == scalars().end() ? nullptr : &found->second;
}

void bind_choices(py::module_& module, const TypeInfo& type) {
  py::dict members;
  for (const auto& choice : type.choices) members[text_to_python(choice.key)] = text_to_python(choice.key);
  const py::object base = py::module_::import("kvalitet._choice").attr("Choice");
  const py::object cls = base(text_to_python(type.name), members, py::arg("module") = "kvalitet");
  cls.attr("__doc__") = text_to_python(type.meaning);
  for (const auto& choice : type.choices)
    py::object(cls.attr(text_to_python(choice.key))).attr("label") =
        to_python(Localised{choice.label.sv, choice.label.en});
  choice_tuples().emplace(&type, py::tuple(cls).release());
  module.attr(std::string(type.name).c_str()) = cls;
}

py::object to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const void* object) {
  switch (type.kind) {
    case Kind::boolean: return py::bool_(*static_cast<const bool*>(object));
    case Kind::integer: return py::int_(*static_cast<const int*>(object));
    case Kind::count: return py::int_(*static_cast<const std::int64_t*>(object));
    case Kind::text: return text_to_python(*static_cast<const Text*>(object));
    case Kind::scalar: {
      const ScalarBinding* binding = find_scalar(type);
      return binding != nullptr ? binding->to_python(object) : py::object(py::str(type.format(object)));
    }
    case Kind::enumeration: return py::reinterpret_borrow<py::tuple>(choice_tuples().at(&type))[type.choice(object)];
    case Kind::datum:
      if (const auto* number = std::get_if<std::int64_t>(static_cast<const Datum*>(object))) return py::int_(*number);
      return text_to_python(std::get<Text>(*static_cast<const Datum*>(object)));
    case Kind::data: return data_to_python(type, owner, *static_cast<const Data*>(object));
    case Kind::optional:
      return type.size(object) == 0 ? py::object(py::none()) : to_python(*type.element, owner, type.item(object, 0));
    case Kind::list: return items_to_python(type, owner, object);
    case Kind::record: break;
  }
  return record_to_python(type, owner, object);
}

void from_python(const TypeInfo& type, void* object, py::handle value, const Path& path) {
  switch (type.kind) {
    case Kind::boolean:
      if (!PyBool_Check(value.ptr())) wrong_type(path, "bool", value);
      *static_cast<bool*>(object) = value.ptr() == Py_True;
      return;
    case Kind::integer: {
      if (!is_int(value)) wrong_type(path, "int", value);
      int overflow = 0;
      const long number = PyLong_AsLongAndOverflow(value.ptr(), &overflow);
      if (overflow != 0 || number < 0 || number > std::numeric_limits<int>::max())
        wrong_value(path, type.label.en, value);
      *static_cast<int*>(object) = static_cast<int>(number);
      return;
    }
    case Kind::count: {
      if (!is_int(value)) wrong_type(path, "int", value);
      int overflow = 0;
      const long long number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
      if (overflow != 0 || number < 0 || number > kvalitet::detail::most_counted)
        wrong_value(path, type.label.en, value);
      *static_cast<std::int64_t*>(object) = number;
      return;
    }
    case Kind::text: *static_cast<Text*>(object) = text_from(value, path); return;
    case Kind::scalar: scalar_from(type, object, value, path); return;
    case Kind::enumeration: choice_from(type, object, value, path); return;
    case Kind::datum: {
      auto& datum = *static_cast<Datum*>(object);
      if (!is_int(value)) {
        if (!PyUnicode_Check(value.ptr())) wrong_type(path, "int or str", value);
        datum = text_from(value, path);
        return;
      }
      int overflow = 0;
      const long long number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
      if (overflow != 0) wrong_value(path, "a number of at most 64 bits", value);
      datum = std::int64_t{number};
      return;
    }
    case Kind::data: data_from(type, object, value, path); return;
    case Kind::optional:
      if (value.is_none()) return;
      if (type.element->kind == Kind::scalar && PyUnicode_Check(value.ptr()) && PyUnicode_GetLength(value.ptr()) == 0)
        wrong_value(path, type.element->label.en, value);
      from_python(*type.element, type.append(object), value, path);
      return;
    case Kind::list: items_from(type, object, value, path); return;
    case Kind::record: break;
  }
  if (!record_from_python(type, object, value)) wrong_type(path, type.name, value);
}

}  // namespace kvalitet::python

namespace pybind11::detail {
namespace {

void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw error_already_set();
}

}  // namespace

bool type_caster<kvalitet::TimeOfDay>::load(handle source, bool convert) {
  need_datetime();
  if (!PyTime_Check(source.ptr())) {
    if (!convert) return false;
    throw type_error("expected a datetime.time, got " + std::string(str(type::handle_of(source).attr("__name__"))));
  }
  if (!source.attr("tzinfo").is_none() || PyDateTime_TIME_GET_SECOND(source.ptr()) != 0 ||
      PyDateTime_TIME_GET_MICROSECOND(source.ptr()) != 0)
    throw value_error("expected a time of day in hours and minutes without a time zone, got " +
                      std::string(str(source)));
  value = {PyDateTime_TIME_GET_HOUR(source.ptr()), PyDateTime_TIME_GET_MINUTE(source.ptr())};
  return true;
}

handle type_caster<kvalitet::TimeOfDay>::cast(kvalitet::TimeOfDay time, return_value_policy, handle) {
  need_datetime();
  return PyTime_FromTime(time.hour, time.minute, 0, 0);
}

bool type_caster<kvalitet::Moment>::load(handle source, bool convert) {
  need_datetime();
  if (!PyDateTime_Check(source.ptr())) {
    type_caster<kvalitet::Date> day;
    if (!day.load(source, convert)) return false;
    value = {cast_op<kvalitet::Date>(day), 0, 0, 0};
    return true;
  }
  object moment = reinterpret_borrow<object>(source);
  if (!moment.attr("tzinfo").is_none()) {
    const handle utc(PyDateTime_TimeZone_UTC);
    moment = moment.attr("astimezone")(utc);
  }
  const auto date = kvalitet::make_date(PyDateTime_GET_YEAR(moment.ptr()), PyDateTime_GET_MONTH(moment.ptr()),
                                        PyDateTime_GET_DAY(moment.ptr()));
  if (!date) throw value_error("expected a moment in the years 1400-9999, got " + std::string(str(source)));
  value = {*date, PyDateTime_DATE_GET_HOUR(moment.ptr()), PyDateTime_DATE_GET_MINUTE(moment.ptr()),
           PyDateTime_DATE_GET_SECOND(moment.ptr())};
  return true;
}

handle type_caster<kvalitet::Moment>::cast(const kvalitet::Moment& moment, return_value_policy, handle) {
  need_datetime();
  const auto day = moment.date.year_month_day();
  return PyDateTimeAPI->DateTime_FromDateAndTime(day.year, day.month, day.day, moment.hour, moment.minute,
                                                 moment.second, 0, PyDateTime_TimeZone_UTC,
                                                 PyDateTimeAPI->DateTimeType);
}

bool type_caster<kvalitet::Date>::load(handle source, bool convert) {
  need_datetime();
  if (!PyDate_Check(source.ptr()) || PyDateTime_Check(source.ptr())) {
    if (!convert) return false;
    // Said here, since pybind11's own complaint would print every other argument at full length.
    throw type_error("expected a datetime.date, got " + std::string(str(type::handle_of(source).attr("__name__"))));
  }
  const auto date = kvalitet::make_date(PyDateTime_GET_YEAR(source.ptr()), PyDateTime_GET_MONTH(source.ptr()),
                                        PyDateTime_GET_DAY(source.ptr()));
  if (!date) throw value_error("expected a date in the years 1400-9999, got " + std::string(str(source)));
  value = *date;
  return true;
}

handle type_caster<kvalitet::Date>::cast(kvalitet::Date date, return_value_policy, handle) {
  need_datetime();
  const auto day = date.year_month_day();
  return PyDate_FromDate(day.year, day.month, day.day);
}

}  // namespace pybind11::detail
