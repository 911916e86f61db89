#pragma once
// What is said of a dialogue or meeting beside its title.
#include "kvalitet/guideline/parts.hpp"

#include <string>

namespace kvalitet::svg {

/// `Dialog · november–februari`; only the kind where the guideline says no time.
[[nodiscard]] std::string kind_and_time(EventKind kind, const Timing& timing, Language language);

}  // namespace kvalitet::svg
