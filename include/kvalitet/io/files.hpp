#pragma once
// Files that are replaced as a whole.
#include "kvalitet/base/export.hpp"

#include <filesystem>
#include <string_view>

namespace kvalitet {

/// Replaces a file, or makes it. Whatever happens on the way (a full disk, a crash, a loss of power), the old file or
/// the new one is there, whole: the bytes are written to a file beside it, which takes its name when the disk has them.
/// Keeps the permissions of the file there was; follows a link to where it leads. Throws FileError, and leaves
/// everything as it was, also when the file may not be written to. What is no ordinary file, such as a pipe, is written
/// into. A process that is killed may leave a file whose name begins with a full stop and ends in
/// `.tmp`.
KVALITET_API void replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace kvalitet
