#include "record.hpp"

#include "kvalitet/base/error.hpp"
#include "kvalitet/base/title.hpp"
#include "kvalitet/io/json.hpp"

#include <deque>
#include <functional>

namespace kvalitet::python {
namespace {

struct Record {
  const TypeInfo* type;
  RecordOps ops;
  py::handle cls;                  // lives as long as the interpreter
  std::vector<std::string> names;  // of the fields in Python, where `from` is a word of the language
};

std::deque<Record>& records() {  // keeps addresses
  static std::deque<Record> all;
  return all;
}

const Record& record_of(const TypeInfo& type) {
  for (const Record& record : records())
    if (record.type == &type) return record;
  throw std::logic_error("kvalitet: not bound: " + std::string(type.name));
}

const Record* record_of(py::handle cls) {
  for (const Record& record : records())
    if (record.cls.is(cls)) return &record;
  return nullptr;
}

std::vector<std::string> python_names(const TypeInfo& type) {
  const py::object is_keyword = py::module_::import("keyword").attr("iskeyword");
  std::vector<std::string> names;
  for (const FieldInfo& field : type.fields) {
    names.emplace_back(field.key);
    if (py::cast<bool>(is_keyword(names.back()))) names.back() += '_';
  }
  return names;
}

/// An object in memory is always of the current version of the format, so that nobody has to say so.
bool must_be_given(const FieldInfo& field) { return field.required && field.key != "format_version"; }

std::string doc_of(const FieldInfo& field) {
  std::string doc(field.label.sv);
  doc.append(" / ").append(field.label.en).append(". ").append(field.meaning);
  return doc;
}

std::string json_of(const Record& record, const void* object, JsonStyle style) {
  const py::gil_scoped_release release;
  return write_json(*record.type, object, style);
}

std::string repr(const Record& record, const std::shared_ptr<void>& object) {
  std::string result(record.type->name);
  result += '(';
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const FieldInfo& field = record.type->fields[i];
    if (!must_be_given(field) && field.is_default(object.get())) continue;
    if (result.back() != '(') result += ", ";
    const py::object value = to_python(*field.type, object, field.in(object.get()));
    result.append(record.names[i]).append("=").append(std::string(py::repr(value)));
  }
  return result + ')';
}

py::object replaced(const Record& record, const std::shared_ptr<void>& object, const py::kwargs& changes) {
  py::dict values;
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const FieldInfo& field = record.type->fields[i];
    values[record.names[i].c_str()] = to_python(*field.type, object, field.in(object.get()));
  }
  values.attr("update")(changes);
  return record.cls(**values);
}

[[noreturn]] void unknown_field(const Record& record, const py::kwargs& values) {
  for (const auto& [name, value] : values) {
    const std::string given{py::str(name)};
    std::string known;
    bool found = false;
    for (const std::string& field : record.names) {
      found = found || field == given;
      known += (known.empty() ? "" : ", ") + field;
    }
    if (!found)
      throw py::type_error(std::string(record.type->name) + " has no field '" + given + "'; its fields are: " + known);
  }
  throw std::logic_error("kvalitet: every field is known");
}

Reading read(const Record& record, void* object, std::string_view json, const ReadLimits& limits) {
  const py::gil_scoped_release release;
  return read_json(*record.type, object, json, limits);
}

/// Only for parts of documents: documents keep what was found when they were read.
py::object from_json(const Record& record, const py::object& data) {
  const auto object = record.ops.make();
  const Reading reading = read(record, object.get(), bytes_of(data, ReadLimits{}.bytes), {});
  if (!reading.findings.empty()) {
    const Finding& first = reading.findings.front();
    throw py::value_error(std::string(record.type->name) + first.pointer.str() + ": " + first.message.en.str());
  }
  return record.ops.wrap(object);
}

template <class Function, class... Extra>
void add_method(const py::object& cls, const char* name, Function&& function, const char* doc, const Extra&... extra) {
  cls.attr(name) =
      py::cpp_function(std::forward<Function>(function), py::name(name), py::is_method(cls), doc, extra...);
}

void add_property(const py::object& cls, const std::string& name, const py::cpp_function& getter,
                  const std::string& doc) {
  const py::handle property(reinterpret_cast<PyObject*>(&PyProperty_Type));
  cls.attr(name.c_str()) = property(getter, py::none(), py::none(), doc);
}

/// What a basis says, one step closer.
void add_basis_properties(const Record& record, const FieldInfo& basis) {
  const TypeInfo& type = type_info<Basis>();
  for (const FieldInfo& part : type.fields) {
    if (part.key != "origin" && part.key != "citation" && part.key != "reading") continue;
    const auto getter = [&record, &basis, &part](const py::object& self) -> py::object {
      const auto object = record.ops.unwrap(self);
      const void* value = basis.in(object.get());
      if (basis.type->kind == TypeInfo::Kind::optional) {
        if (basis.type->size(value) == 0) return py::none();
        value = basis.type->item(value, 0);
      }
      return to_python(*part.type, object, part.in(value));
    };
    add_property(record.cls.cast<py::object>(), std::string(part.key), py::cpp_function(getter), doc_of(part));
  }
}

py::object type_description(const TypeInfo& type) {
  using Kind = TypeInfo::Kind;
  const auto named = [](const char* kind, std::string_view name) { return py::make_tuple(kind, std::string(name)); };
  switch (type.kind) {
    case Kind::boolean: return named("plain", "bool");
    case Kind::integer:
    case Kind::count: return named("plain", "int");
    case Kind::text: return named("plain", "str");
    case Kind::datum: return named("plain", "int | str");
    case Kind::data: return named("data", "int | str");
    case Kind::scalar: {
      const ScalarBinding* binding = find_scalar(type);
      if (binding != nullptr) return named("plain", binding->python_type);
      return py::make_tuple("text", std::string(type.pattern));
    }
    case Kind::enumeration: return named("choice", type.name);
    case Kind::optional: return py::make_tuple("optional", type_description(*type.element));
    case Kind::list: return py::make_tuple("list", type_description(*type.element));
    case Kind::record: break;
  }
  return named("plain", type.name);
}

}  // namespace

std::string class_doc(const TypeInfo& type) {
  std::string doc(type.label.sv);
  return doc.append(" / ").append(type.label.en).append(". ").append(type.meaning);
}

std::string init_doc(const TypeInfo& type) {
  std::string doc = "__init__(self, /, *";
  const auto names = python_names(type);
  for (std::size_t i = 0; i < names.size(); ++i)
    doc.append(", ").append(names[i]).append(must_be_given(type.fields[i]) ? "" : "=...");
  return doc + ")\n--\n\nFrom its fields, by name.";
}

void describe_record(py::module_& module, const py::object& cls, const TypeInfo& type, const RecordOps& ops) {
  cls.attr("__module__") = module.attr("__package__");
  records().push_back(Record{&type, ops, cls, python_names(type)});
  const Record& record = records().back();

  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const FieldInfo& field = type.fields[i];
    const auto getter = [&record, &field](const py::object& self) {
      const auto object = record.ops.unwrap(self);
      return to_python(*field.type, object, field.in(object.get()));
    };
    add_property(cls, record.names[i], py::cpp_function(getter), doc_of(field));
    if (field.key == "basis") add_basis_properties(record, field);
  }

  add_method(
      cls, "__setattr__",
      [&record](const py::object&, const py::object& name, const py::object&) {
        const std::string text{py::str(name)};
        throw py::attribute_error(std::string(record.type->name) + " is frozen; replace(" + text +
                                  "=...) gives a changed copy");
      },
      "Objects of the model are frozen.");
  add_method(
      cls, "__delattr__",
      [&record](const py::object&, const py::object&) {
        throw py::attribute_error(std::string(record.type->name) + " is frozen");
      },
      "Objects of the model are frozen.");
  add_method(
      cls, "__eq__",
      [&record](const py::object& self, const py::object& other) -> py::object {
        if (!py::type::handle_of(other).is(record.cls)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
        return py::bool_(record.ops.equal(record.ops.unwrap(self).get(), record.ops.unwrap(other).get()));
      },
      "Whether all fields are equal.");
  add_method(
      cls, "__hash__",
      [&record](const py::object& self) {
        return static_cast<Py_hash_t>(
            std::hash<std::string>()(json_of(record, record.ops.unwrap(self).get(), JsonStyle::compact)));
      },
      "Of all fields.");
  add_method(
      cls, "__repr__", [&record](const py::object& self) { return repr(record, record.ops.unwrap(self)); },
      "The expression that makes an equal object.");
  for (const char* name : {"replace", "__replace__"})
    add_method(
        cls, name,
        [&record](const py::object& self, const py::kwargs& changes) {
          return replaced(record, record.ops.unwrap(self), changes);
        },
        "A copy in which the given fields are changed.");
  add_method(
      cls, "__copy__", [](const py::object& self) { return self; }, "The object itself, since it is frozen.");
  add_method(
      cls, "__deepcopy__", [](const py::object& self, const py::object&) { return self; },
      "The object itself, since it is frozen.");
  add_method(
      cls, "__reduce__",
      [&record](const py::object& self) {
        const py::bytes state(json_of(record, record.ops.unwrap(self).get(), JsonStyle::compact));
        return py::make_tuple(py::module_::import("kvalitet._restore").attr("restore"),
                              py::make_tuple(record.cls, state));
      },
      "Pickles are compact JSON.");
  add_method(
      cls, "_repr_mimebundle_",
      [](const py::object& self, const py::object&, const py::object&) -> py::object {
        return py::module_::import("kvalitet._display").attr("bundle")(self);
      },
      "For notebooks: as text, as HTML and, where there is one, as a picture.", py::arg("include") = py::none(),
      py::arg("exclude") = py::none());
  add_method(
      cls, "to_json",
      [&record](const py::object& self, bool pretty) {
        return json_of(record, record.ops.unwrap(self).get(), pretty ? JsonStyle::pretty : JsonStyle::compact);
      },
      "As JSON; fields that hold their default are left out.", py::arg("pretty") = true);
  cls.attr("from_json") = py::staticmethod(
      py::cpp_function([&record](const py::object& data) { return from_json(record, data); }, py::name("from_json"),
                       py::arg("data"), "From JSON, bytes or str. ValueError when it does not fit."));
}

std::shared_ptr<void> construct(const TypeInfo& type, const py::args& args, const py::kwargs& values) {
  const Record& record = record_of(type);
  if (!args.empty())
    throw py::type_error(std::string(type.name) + " takes its fields by name: " + std::string(type.name) + "(" +
                         record.names.front() + "=...)");
  auto object = record.ops.make();
  const Path root{nullptr, type.name};
  std::size_t used = 0;
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const FieldInfo& field = type.fields[i];
    PyObject* value = PyDict_GetItemString(values.ptr(), record.names[i].c_str());
    if (value != nullptr) {
      from_python(*field.type, field.address(object.get()), value, Path{&root, record.names[i]});
      ++used;
    } else if (must_be_given(field)) {
      throw py::type_error(std::string(type.name) + "." + record.names[i] + " is missing: " + doc_of(field));
    }
  }
  if (used != values.size()) unknown_field(record, values);
  return object;
}

py::object record_to_python(const TypeInfo& type, const std::shared_ptr<void>& owner, const void* object) {
  return record_of(type).ops.wrap(std::shared_ptr<void>(owner, const_cast<void*>(object)));
}

py::object records_to_python(const TypeInfo& type, const py::tuple& records) {
  static const py::handle cls = py::object(py::module_::import("kvalitet._records").attr("Records")).release();
  const py::tuple arguments = py::make_tuple(records);
  auto result = py::reinterpret_steal<py::object>(
      PyTuple_Type.tp_new(reinterpret_cast<PyTypeObject*>(cls.ptr()), arguments.ptr(), nullptr));
  if (!result) throw py::error_already_set();
  result.attr("_of") = record_of(type).cls;
  return result;
}

bool record_from_python(const TypeInfo& type, void* object, py::handle value) {
  const Record& record = record_of(type);
  if (!py::type::handle_of(value).is(record.cls)) return false;
  record.ops.assign(object, record.ops.unwrap(value).get());
  return true;
}

HeldRecord held_record(py::handle object) {
  const Record* record = record_of(py::type::handle_of(object));
  if (record == nullptr) return {};
  return {record->type, record->ops.unwrap(object)};
}

const TypeInfo& record_named(const py::object& type, std::string_view what) {
  const py::object name = PyType_Check(type.ptr()) != 0 ? py::object(type.attr("__name__")) : type;
  if (!PyUnicode_Check(name.ptr()))
    throw py::type_error(std::string(what) + ": expected a class of the model or its name");
  const std::string_view text = utf8(name, "type");
  for (const Record& record : records())
    if (record.type->name == text) return *record.type;
  throw NotFoundError("model.no-such-type", {{"name", Text(text)}});
}

py::object restore(py::handle cls, const py::bytes& state) {
  const Record* record = record_of(cls);
  if (record == nullptr) throw py::value_error("restore: expected a class of the model");
  const std::string text = state;
  ReadLimits limits;
  limits.bytes = limits.values = std::numeric_limits<int>::max();  // what was written once may be read again
  const auto object = record->ops.make();
  // A draft may lack what reading asks for, so the findings do not tell; the same bytes do.
  (void)read(*record, object.get(), text, limits);
  if (json_of(*record, object.get(), JsonStyle::compact) != text)
    throw py::value_error("restore: the pickled " + std::string(record->type->name) + " is damaged");
  return record->ops.wrap(object);
}

py::tuple shown_record(const py::object& object) {
  const HeldRecord held = held_record(object);
  if (held.type == nullptr) throw py::type_error("expected an object of the model");
  const auto words = [](const Label& label) { return to_python(Localised{label.sv, label.en}); };
  py::list fields;
  for (const FieldInfo& field : held.type->fields)
    fields.append(py::make_tuple(std::string(field.key), words(field.label),
                                 to_python(*field.type, held.object, field.in(held.object.get())),
                                 field.required || !field.is_default(held.object.get())));
  return py::make_tuple(words(held.type->label), to_python(title_of(*held.type, held.object.get())), fields);
}

py::list describe_records() {
  py::list result;
  for (const Record& record : records()) {
    py::list fields;
    for (std::size_t i = 0; i < record.names.size(); ++i) {
      const FieldInfo& field = record.type->fields[i];
      fields.append(
          py::make_tuple(record.names[i], type_description(*field.type), must_be_given(field), doc_of(field)));
    }
    result.append(py::make_tuple(std::string(record.type->name), fields));
  }
  return result;
}

}  // namespace kvalitet::python
