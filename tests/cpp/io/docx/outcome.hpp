#pragma once
// What became of a file that may be hostile: its code, within bounds.
#include "io/docx/fault.hpp"
#include "io/docx/package.hpp"
#include "kvalitet/base/error.hpp"

#include <string>

namespace kvalitet_test {

/// The code of the fault or of the exceeded limit that `act` ends with; "read" when with neither. Both have words.
template <class Act>
std::string code_of(Act act) {
  try {
    act();
  } catch (const kvalitet::docx::Fault& fault) {
    (void)render(kvalitet::message_template(fault.code).message, fault.data);
    (void)render(kvalitet::message_template(fault.code).hint, fault.data);
    return std::string(fault.code);
  } catch (const kvalitet::LimitError& error) {
    return std::string(error.code());
  }
  return "read";
}

/// The same of opening a package and reading all that is in it.
inline std::string opening(std::string_view bytes, const kvalitet::docx::PackageLimits& limits = {}) {
  return code_of([&] {
    const kvalitet::docx::Package package(bytes, limits);
    for (const std::string& part : package.parts()) (void)package.read(part);
  });
}

}  // namespace kvalitet_test
