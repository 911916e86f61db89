#pragma once
// What narrows a cycle, from keyword arguments.
#include "convert.hpp"

#include "kvalitet/cycle/annual_cycle.hpp"

namespace kvalitet::python {

/// The known ones narrow; any other is a TypeError.
[[nodiscard]] inline EventFilter filter_from(const py::kwargs& only) {
  EventFilter filter;
  for (const auto& [key, value] : only) {
    const auto name = py::cast<std::string>(key);
    if (name == "kind")
      filter.kind = from_python<std::optional<EventKind>>(value, name);
    else if (name == "actor")
      filter.actor = from_python<std::optional<Id>>(value, name);
    else if (name == "level")
      filter.level = from_python<std::optional<Id>>(value, name);
    else if (name == "audience")
      filter.audience = from_python<std::optional<Id>>(value, name);
    else if (name == "school_form")
      filter.school_form = from_python<std::optional<SchoolForm>>(value, name);
    else
      throw py::type_error("unknown filter " + name + "; known: kind, actor, level, audience, school_form");
  }
  return filter;
}

}  // namespace kvalitet::python
