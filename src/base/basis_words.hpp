#pragma once
// What something rests on, in words: for calendars and for logs.
#include "kvalitet/base/basis.hpp"

#include <string>

namespace kvalitet {

/// The quotation, where it stands, and what has been made of it, each on its line; empty where nothing is said.
[[nodiscard]] std::string rests_on(const Basis& basis, Language language);

}  // namespace kvalitet
