#include "kvalitet/base/version.hpp"

namespace kvalitet {

std::string_view version() noexcept { return KVALITET_VERSION; }

}  // namespace kvalitet
