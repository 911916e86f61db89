#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/place_in_words.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/base/value.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

int year_in_range(int year) {
  if (year < 1400 || year > 9998)
    throw py::value_error("expected a year from 1400 to 9998, got " + std::to_string(year));
  return year;
}

template <class T, class Class>
void bind_ordered(Class& cls) {
  cls.def(py::self == py::self).def(py::self < py::self).def(py::self <= py::self).def(py::self > py::self);
  cls.def(py::self >= py::self);
  cls.attr("__module__") = "kvalitet";
}

void bind_years(py::module_& module) {
  py::class_<SchoolYear> school_year(module, "SchoolYear",
                                     "Läsår, named by the year in which it starts: 2026 is 2026/27.", py::is_final());
  school_year.def(py::init([](int start_year) { return SchoolYear{year_in_range(start_year)}; }), py::arg("start_year"))
      .def_static(
          "parse",
          [](const py::str& text) {
            const auto year = parse_school_year(utf8(text, "SchoolYear"));
            if (!year)
              throw py::value_error("expected a school year such as 2026/27, got " + std::string(py::repr(text)));
            return *year;
          },
          py::arg("text"), "From `2026/27`.")
      .def_static("of", &school_year_of, py::arg("date"), "The school year of a day; they start on 1 August.")
      .def_property_readonly(
          "start_year", [](SchoolYear self) { return self.start_year; }, "The year in which it starts.")
      .def_property_readonly(
          "period", [](SchoolYear self) { return to_python(days_of(self)); }, "1 August to 31 July.")
      .def("__str__", [](SchoolYear self) { return to_string(self); })
      .def("__repr__", [](SchoolYear self) { return "SchoolYear(" + std::to_string(self.start_year) + ")"; })
      .def("__hash__", [](SchoolYear self) { return self.start_year; })
      .def("__reduce__", [](const py::object& self) {
        return py::make_tuple(py::type::of(self), py::make_tuple(self.attr("start_year")));
      });
  bind_ordered<SchoolYear>(school_year);
  bind_scalar<SchoolYear>("SchoolYear");

  py::class_<CalendarYear> calendar_year(module, "CalendarYear", "Kalenderår.", py::is_final());
  calendar_year.def(py::init([](int year) { return CalendarYear{year_in_range(year)}; }), py::arg("year"))
      .def_property_readonly(
          "year", [](CalendarYear self) { return self.year; }, "The year.")
      .def_property_readonly(
          "period", [](CalendarYear self) { return to_python(days_of(self)); }, "1 January to 31 December.")
      .def("__str__", [](CalendarYear self) { return std::to_string(self.year); })
      .def("__repr__", [](CalendarYear self) { return "CalendarYear(" + std::to_string(self.year) + ")"; })
      .def("__hash__", [](CalendarYear self) { return self.year; })
      .def("__reduce__", [](const py::object& self) {
        return py::make_tuple(py::type::of(self), py::make_tuple(self.attr("year")));
      });
  bind_ordered<CalendarYear>(calendar_year);
  bind_scalar<CalendarYear>("CalendarYear");
}

void bind_value(py::module_& module) {
  const auto kind = [](const Value& value) {
    switch (value.kind()) {
      case Value::Kind::number: return "number";
      case Value::Kind::approximate: return "approximate";
      case Value::Kind::suppressed: return "suppressed";
      case Value::Kind::missing: break;
    }
    return "missing";
  };
  py::class_<Value> cls(module, "Value",
                        "A published figure: a number, an approximate one, or the reason why there is none.",
                        py::is_final());
  cls.def_static(
         "parse",
         [](const py::str& text) {
           const auto value = parse_value(utf8(text, "Value"));
           if (!value)
             throw py::value_error("expected a number, `..`, `.` or `~` and a number, got " +
                                   std::string(py::repr(text)));
           return *value;
         },
         py::arg("text"), "From `12.5`, `..` (suppressed), `.` (missing) or `~100` (approximate).")
      .def_static("number", &Value::number, py::arg("number"), "A figure as it is.")
      .def_static("approximate", &Value::approximate, py::arg("number"), "A figure rounded on publication, `~100`.")
      .def_static("missing", &Value::missing, "Missing or not applicable, `.`.")
      .def_static("suppressed", &Value::suppressed, "Withheld to protect persons, `..`.")
      .def_property_readonly("kind", kind, "`number`, `approximate`, `suppressed` or `missing`.")
      .def_property_readonly(
          "number_or_approximate", [](const Value& self) { return self.number_or_approximate(); },
          "The number, or None.")
      .def("__str__", [](const Value& self) { return to_string(self); })
      .def("__repr__",
           [kind](const Value& self) {
             const auto number = self.number_or_approximate();
             return "Value." + std::string(kind(self)) +
                    (number ? "(" + std::string(py::repr(py::float_(*number))) + ")" : "()");
           })
      .def(py::self == py::self)
      .def("__hash__", [](const Value& self) { return std::hash<std::string>()(to_string(self)); })
      .def("__reduce__", [](const Value& self) {
        return py::make_tuple(py::module_::import("kvalitet._restore").attr("restore_value"),
                              py::make_tuple(to_string(self)));
      });
  cls.attr("__module__") = "kvalitet";
}

/// An entry of the message catalogue.
py::class_<MessageTemplate> bind_message(py::module_& module) {
  py::class_<MessageTemplate> cls(module, "MessageTemplate", "An entry of the message catalogue.", py::is_final());
  const auto words = [](const Label& label) { return to_python(Localised{label.sv, label.en}); };
  cls.def_property_readonly(
         "code", [](const MessageTemplate& self) { return self.code; }, "Its stable name.")
      .def_property_readonly(
          "kind",
          [](const MessageTemplate& self) { return self.kind == MessageTemplate::Kind::error ? "error" : "finding"; },
          "`error` for what is raised, `finding` for what is said about a document.")
      .def_property_readonly(
          "message", [words](const MessageTemplate& self) { return words(self.message); },
          "What is wrong; `{name}` is filled in.")
      .def_property_readonly(
          "hint", [words](const MessageTemplate& self) { return words(self.hint); }, "What would make it right.")
      .def("__repr__", [](const MessageTemplate& self) { return "<MessageTemplate " + std::string(self.code) + ">"; });
  cls.attr("__module__") = "kvalitet";
  return cls;
}

py::object differences(const py::object& before, const py::object& after) {
  const HeldRecord a = held_record(before);
  const HeldRecord b = held_record(after);
  if (a.type == nullptr || a.type != b.type)
    throw py::type_error("diff: expected two objects of the same class of the model");
  std::vector<Change> changes;
  {
    const py::gil_scoped_release release;
    changes = diff(*a.type, a.object.get(), b.object.get());
  }
  return to_python(std::move(changes));
}

py::object words_for_place(const py::object& object, const py::str& pointer) {
  const HeldRecord held = held_record(object);
  if (held.type == nullptr) throw py::type_error("place_in_words: expected an object of the model");
  return to_python(place_in_words(*held.type, held.object.get(), utf8(pointer, "pointer")));
}

}  // namespace

void bind_base(py::module_& module) {
  bind_scalar<Value>("Value");
  bind_scalar<Date>("datetime.date");
  bind_scalar<TimeOfDay>("datetime.time");
  bind_scalar<Moment>("datetime.datetime");
  bind_record<Localised>(module).def(
      "__str__", [](const Localised& self) { return self.sv.str(); }, "The Swedish words.");
  bind_enum<Language>(module);
  bind_enum<Origin>(module);
  bind_enum<Modal>(module);
  bind_enum<Severity>(module);
  bind_enum<ChangeKind>(module);
  bind_record<Citation>(module);
  bind_record<Basis>(module);
  bind_record<Statement>(module);
  bind_record<Period>(module).def(
      "__contains__", [](const Period& self, Date date) { return self.contains(date); }, py::arg("date"),
      "Whether a day is one of its days.");
  bind_years(module);
  bind_record<Place>(module);
  bind_record<Deviation>(module);
  bind_record<Finding>(module).def(
      "__str__", [](const py::object& self) { return py::module_::import("kvalitet._text").attr("finding")(self); },
      "In Swedish, with the sentence of the guideline that it rests on.");
  bind_record<Change>(module).def(
      "__str__", [](const Change& self) { return self.message.sv.str(); }, "In Swedish.");
  bind_value(module);
  bind_message(module);
  module.def(
      "message_catalogue",
      [] {
        py::list result;
        for (const auto& entry : message_catalogue()) result.append(py::cast(entry));
        return py::tuple(result);
      },
      "Everything the library can say, by code.");
  module.def("diff", &differences, py::arg("before"), py::arg("after"),
             "What differs between two versions, in plain words.");
  module.def("place_in_words", &words_for_place, py::arg("object"), py::arg("pointer"),
             "Where in an object a JSON Pointer leads, in people's words.");
}

}  // namespace kvalitet::python
