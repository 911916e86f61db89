#pragma once
// Whatever there is of a described type can be written, and reads again as it was.
#include "require.hpp"

#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <algorithm>
#include <limits>

/// What is missing in a value is still missing when it is read again.
inline bool only_what_was_missing(const std::vector<kvalitet::Finding>& findings) {
  return std::all_of(findings.begin(), findings.end(), [](const kvalitet::Finding& finding) {
    return finding.code == "json.wrong-text" || finding.code == "json.missing-key";
  });
}

/// The findings of reading it again.
template <class T>
std::vector<kvalitet::Finding> round_trip(const T& value, kvalitet::JsonStyle style) {
  using namespace kvalitet;
  constexpr int any = std::numeric_limits<int>::max();
  const ReadLimits no_limits{any, any, any,
                             500};  // what is made of a document, or its layout, may exceed what was read
  const std::string written = write_json(type_info<T>(), &value, style);
  T again;
  const Reading reading = read_json(type_info<T>(), &again, written, no_limits);
  require(again == value, "what is written reads as it was");
  require(reading.unplaced.empty() || !reading.findings.empty(), "everything written has its place");
  require(only_what_was_missing(reading.findings), "reading what is written finds nothing new");
  require(write_json(type_info<T>(), &again, style) == written, "writing is stable");
  return reading.findings;
}
