#pragma once
// Names that are compared without regard to case, as OPC does: ASCII letters only, in no locale.
#include <string>
#include <string_view>

namespace kvalitet::docx {

[[nodiscard]] constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

}  // namespace kvalitet::docx
