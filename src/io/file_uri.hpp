#pragma once
// Paths of files as URI references (RFC 3986, RFC 8089).
#include <string>
#include <string_view>

namespace kvalitet {

/// `plans/a%20b.json` of a relative path, `file:///home/plan.json` of an absolute one; a drive letter and a share of
/// Windows count as absolute. Parts have `/` between them; empty ones and `.` are left out. `..` stays, since where it
/// leads only the file system knows. All else but letters, digits and `-._~` of ASCII is percent-encoded.
[[nodiscard]] std::string file_uri(std::string_view path);

}  // namespace kvalitet
