// The cycle for people's own calendars.
#include "bind.hpp"
#include "document.hpp"
#include "filter.hpp"

#include "kvalitet/io/ical.hpp"

namespace kvalitet::python {
namespace {

CalendarOptions options_from(Moment stamp, const py::object& lang, const py::object& domain) {
  return {stamp, from_python<Language>(lang, "lang"), from_python<Text>(domain, "domain")};
}

FeedState before(const FeedState* state) { return state != nullptr ? *state : FeedState{}; }

/// An event or its id; None is the only one that there is.
std::string event_id(const AnnualCycle& cycle, const py::object& event) {
  if (py::isinstance<Event>(event)) return py::cast<const Event&>(event).id.str();
  if (!event.is_none()) return from_python<Text>(event, "event").str();
  if (cycle.events.size() != 1)
    throw py::type_error("event: say which, by its id; the cycle has " + std::to_string(cycle.events.size()) +
                         " events");
  return cycle.events.front().id.str();
}

py::object feed(const AnnualCycle& cycle, Moment stamp, const FeedState* state, const py::object& lang,
                const py::object& domain, const py::object& unit, const py::object& name, const py::kwargs& only) {
  const CalendarOptions options = options_from(stamp, lang, domain);
  const FeedScope scope{filter_from(only), from_python<std::optional<Unit>>(unit, "unit"),
                        from_python<Text>(name, "name")};
  return without_gil([&] { return write_feed(cycle, options, scope, before(state)); });
}

py::object single_event(const AnnualCycle& cycle, const py::object& event, Moment stamp, const FeedState* state,
                        const py::object& lang, const py::object& domain) {
  const CalendarOptions options = options_from(stamp, lang, domain);
  const std::string id = event_id(cycle, event);
  return without_gil([&] { return write_event(cycle, id, options, before(state)); });
}

py::object invitation(const AnnualCycle& cycle, const py::object& event, const Contact& inviter,
                      const py::object& invited, bool cancelled, Moment stamp, const FeedState* state,
                      const py::object& lang, const py::object& domain) {
  const CalendarOptions options = options_from(stamp, lang, domain);
  const Invitation who{inviter, from_python<std::vector<Contact>>(invited, "invited"), cancelled};
  const std::string id = event_id(cycle, event);
  return without_gil([&] { return write_invitation(cycle, id, who, options, before(state)); });
}

py::object to_ics(const py::object& cycle, const py::str& profile, const py::kwargs& how) {
  const std::string name(utf8(profile, "profile"));
  if (name != "feed" && name != "event" && name != "invitation")
    throw py::value_error("to_ics: expected the profile feed, event or invitation, got " +
                          std::string(py::repr(profile)));
  const py::object write = py::module_::import("kvalitet._native").attr(("calendar_" + name).c_str());
  return write(cycle, **how).attr("text");
}

}  // namespace

void bind_ical(py::module_& module) {
  bind_record<FeedEntry>(module);
  bind_data<FeedState>(module);
  bind_record<CalendarFile>(module);
  module.def("calendar_feed", &feed, py::arg("cycle"), py::kw_only(), py::arg("stamp"), py::arg("state") = py::none(),
             py::arg("lang") = "sv", py::arg("domain") = "", py::arg("unit") = py::none(), py::arg("name") = "",
             "A calendar to subscribe to, and what to remember for the next time. It is narrowed as in "
             "`AnnualCycle.filter`, and to what concerns a unit; its name and its UIDs say whose it is.");
  module.def("calendar_event", &single_event, py::arg("cycle"), py::arg("event") = py::none(), py::kw_only(),
             py::arg("stamp"), py::arg("state") = py::none(), py::arg("lang") = "sv", py::arg("domain") = "",
             "One event, to be put in whatever calendar somebody has.");
  module.def("calendar_invitation", &invitation, py::arg("cycle"), py::arg("event") = py::none(), py::kw_only(),
             py::arg("inviter"), py::arg("invited") = py::tuple(), py::arg("cancelled") = false, py::arg("stamp"),
             py::arg("state") = py::none(), py::arg("lang") = "sv", py::arg("domain") = "",
             "One event as an invitation for mail, or the word that it is off.");
  const py::object cls = module.attr("AnnualCycle");
  cls.attr("to_ics") =
      py::cpp_function(&to_ics, py::name("to_ics"), py::is_method(cls), py::arg("profile") = "feed",
                       "As iCalendar: the text of `calendar_feed`, `calendar_event` or `calendar_invitation`, which "
                       "take the same arguments. Lines end with CRLF, so write it as bytes.");
}

}  // namespace kvalitet::python
