#include "io/file_uri.hpp"

namespace kvalitet {
namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_unreserved(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string percent_encoded(std::string_view part) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : part) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      out.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
  }
  return out;
}

std::string encoded_parts(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size() < path.size() ? part.size() + 1 : part.size());
    if (part.empty() || part == ".") continue;
    if (!out.empty()) out += '/';
    out += percent_encoded(part);
  }
  return out;
}

}  // namespace

std::string file_uri(std::string_view path) {
  if (path.substr(0, 2) == "//") return "file://" + encoded_parts(path);  // of a host
  if (path.size() > 2 && is_letter(path[0]) && path.substr(1, 2) == ":/")
    return "file:///" + std::string(path.substr(0, 2)) + "/" + encoded_parts(path.substr(2));
  return (path.substr(0, 1) == "/" ? "file:///" : "") + encoded_parts(path);
}

}  // namespace kvalitet
