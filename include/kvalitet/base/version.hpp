#pragma once
// Which kvalitet this is.
#include "kvalitet/base/export.hpp"

#include <string_view>

namespace kvalitet {

/// The version of the compiled library, `major.minor.patch` (Semantic Versioning).
[[nodiscard]] KVALITET_API std::string_view version() noexcept;

}  // namespace kvalitet
