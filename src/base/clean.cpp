#include "base/clean.hpp"

#include "kvalitet/base/text.hpp"

#include <algorithm>

namespace kvalitet {

std::size_t forbidden_character(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x20U) return 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (true) {
    const std::size_t at = find_forbidden(text);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += replacement;
    text.remove_prefix(at + std::max<std::size_t>(forbidden_character(text.substr(at)), 1));
  }
}

}  // namespace kvalitet
