#include "bind.hpp"
#include "record.hpp"

#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/calendar/iso_week.hpp"
#include "kvalitet/calendar/school_year.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

namespace kvalitet::python {
namespace {

void bind_iso_week(py::module_& module) {
  py::class_<IsoWeek> cls(module, "IsoWeek", "Vecka: a week of ISO 8601, from Monday to Sunday.", py::is_final());
  cls.def(py::init([](int year, int week) {
            const IsoWeek result{year, week};
            if (!days_of(result))
              throw py::value_error("there is no week " + std::to_string(week) + " in " + std::to_string(year));
            return result;
          }),
          py::arg("year"), py::arg("week"))
      .def_static(
          "parse",
          [](const py::str& text) {
            const auto week = parse_iso_week(utf8(text, "IsoWeek"));
            if (!week) throw py::value_error("expected a week such as 2026-W44, got " + std::string(py::repr(text)));
            return *week;
          },
          py::arg("text"), "From `2026-W44`.")
      .def_property_readonly(
          "year", [](IsoWeek self) { return self.year; }, "The year that the week is counted to.")
      .def_property_readonly(
          "week", [](IsoWeek self) { return self.week; }, "1-52, or 53 in a long year.")
      .def_property_readonly(
          "period", [](IsoWeek self) { return to_python(*days_of(self)); }, "Monday to Sunday.")
      .def_property_readonly(
          "school_days", [](IsoWeek self) { return to_python(*school_days_of(self)); }, "Monday to Friday.")
      .def("__str__", [](IsoWeek self) { return to_string(self); })
      .def("__repr__",
           [](IsoWeek self) { return "IsoWeek(" + std::to_string(self.year) + ", " + std::to_string(self.week) + ")"; })
      .def(py::self == py::self)
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](IsoWeek self) { return self.year * 64 + self.week; })
      .def("__reduce__",
           [](IsoWeek self) { return py::make_tuple(py::type::of<IsoWeek>(), py::make_tuple(self.year, self.week)); });
  cls.attr("__module__") = "kvalitet";
  bind_scalar<IsoWeek>("IsoWeek");
  module.def("iso_week", &iso_week, py::arg("date"), "The week of a day.");
}

void bind_calendar_class(py::module_& module) {
  py::class_<Calendar, std::shared_ptr<Calendar>> cls(
      module, "Calendar", "Kalender: which days people work, 1990-2100. Made by Calendar.sweden().", py::is_final());
  cls.def_static(
         "sweden",
         [](const py::object& local_days) {
           return Calendar::sweden(from_python<std::vector<LocalDay>>(local_days, "local_days"));
         },
         py::arg("local_days") = py::tuple(), "Sweden's days, and days that are free by local decision.")
      .def(
          "holidays", [](const Calendar& self, int year) { return to_python(self.holidays(year)); }, py::arg("year"),
          "The named days of a year, by date; Sundays are not listed.")
      .def_property_readonly(
          "local_days", [](const Calendar& self) { return to_python(self.local_days()); },
          "The days that are free by local decision, by date.")
      .def(
          "day_class", [](const Calendar& self, Date date) { return to_python(self.day_class(date)); }, py::arg("date"),
          "What kind of day it is.")
      .def("is_working_day", &Calendar::is_working_day, py::arg("date"), "Whether people work that day.")
      .def(
          "name",
          [](const Calendar& self, Date date) -> std::optional<std::string> {
            const auto name = self.name(date);
            if (!name) return std::nullopt;
            return name->str();
          },
          py::arg("date"), "The Swedish name of the day, or None.")
      .def(
          "roll",
          [](const Calendar& self, Date date, const py::object& convention) {
            return self.roll(date, from_python<Roll>(convention, "convention"));
          },
          py::arg("date"), py::arg("convention"), "The day, moved to a working day.")
      .def("add_working_days", &Calendar::add_working_days, py::arg("date"), py::arg("days"),
           "The working day so many working days after, or before when negative; 0 gives the day itself.")
      .def("working_days_between", &Calendar::working_days_between, py::arg("start"), py::arg("end"),
           "The working days after `start` up to and including `end`.")
      .def(py::self == py::self)
      .def("__hash__", [](const Calendar& self) { return py::hash(to_python(self.local_days())); })
      .def("__repr__",
           [](const Calendar& self) {
             const auto local = self.local_days();
             if (local.empty()) return std::string("Calendar.sweden()");
             return "Calendar.sweden(" + std::string(py::repr(to_python(local))) + ")";
           })
      .def("__reduce__", [](const Calendar& self) {
        return py::make_tuple(py::module_::import("kvalitet._restore").attr("restore_calendar"),
                              py::make_tuple(to_python(self.local_days())));
      });
  cls.attr("__module__") = "kvalitet";
}

/// A problem of a school year's dates with its words.
void bind_problem(py::module_& module) {
  py::class_<SchoolYearProblem> cls(module, "SchoolYearProblem", "One thing that is wrong with a school year's dates.",
                                    py::is_final());
  const auto message = [](const SchoolYearProblem& self) {
    return render(message_template(self.code).message, self.data);
  };
  cls.def_property_readonly(
         "code", [](const SchoolYearProblem& self) { return self.code; }, "In the message catalogue.")
      .def_property_readonly(
          "message", [message](const SchoolYearProblem& self) { return to_python(message(self)); }, "What is wrong.")
      .def_property_readonly(
          "hint",
          [](const SchoolYearProblem& self) { return to_python(render(message_template(self.code).hint, self.data)); },
          "What would make it right.")
      .def_property_readonly(
          "data", [](const SchoolYearProblem& self) { return to_python(self.data); }, "What the message was made of.")
      .def_readonly("index", &SchoolYearProblem::index, "Which break or training day it is about, or None.")
      .def("__str__", [message](const SchoolYearProblem& self) { return message(self).sv.str(); })
      .def("__repr__",
           [](const SchoolYearProblem& self) { return "<SchoolYearProblem " + std::string(self.code) + ">"; });
  cls.attr("__module__") = "kvalitet";
}

}  // namespace

void bind_calendar(py::module_& module) {
  bind_enum<DayClass>(module);
  bind_enum<Roll>(module);
  bind_record<Holiday>(module);
  bind_record<LocalDay>(module);
  bind_iso_week(module);
  bind_calendar_class(module);
  bind_record<Break>(module);
  bind_record<SchoolYearDates>(module);
  bind_record<SchoolYearCount>(module);
  bind_problem(module);
  module.def(
      "count_school_days",
      [](const SchoolYearDates& dates, const Calendar& calendar) { return count_school_days(dates, calendar); },
      py::arg("dates"), py::arg("calendar"), "The school days, leave days and staff training days of a school year.");
  module.def(
      "check_school_year",
      [](const SchoolYearDates& dates, const Calendar& calendar) {
        py::list problems;
        for (auto& problem : check_school_year(dates, calendar)) problems.append(py::cast(std::move(problem)));
        return py::tuple(problems);
      },
      py::arg("dates"), py::arg("calendar"),
      "Every contradiction in the dates; when there is none, every limit of the law that they break.");
}

}  // namespace kvalitet::python
