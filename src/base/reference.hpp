#pragma once
// How a passage of the guideline is referred to.
#include "kvalitet/base/basis.hpp"

namespace kvalitet {

/// `riktlinjen, avsnitt 5, Dialoger`. Sections are numbers; other parts of a text go by their heading.
[[nodiscard]] inline Localised reference(const Citation& citation) {
  const std::string& section = citation.section.str();
  const std::string& heading = citation.heading.str();
  if (section.empty() || section[0] < '0' || section[0] > '9')
    return {Text("riktlinjen, " + heading), Text("the guideline, " + heading)};
  return {Text("riktlinjen, avsnitt " + section + ", " + heading),
          Text("the guideline, section " + section + ", " + heading)};
}

}  // namespace kvalitet
