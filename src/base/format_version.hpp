#pragma once

namespace kvalitet {

/// The version of the files that this library reads and writes.
inline constexpr int known_format_version = 1;

}  // namespace kvalitet
