#include "io/ical_writer.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr std::size_t most_octets = 75;  // of a line, without its end
constexpr std::string_view line_end = "\r\n";
constexpr char del = '\x7F';

/// The length of the line break that the text begins with: CR, LF, CRLF, NEL, U+2028 or U+2029. What some readers take
/// for a line break must be none of the file's.
std::size_t line_break(std::string_view text) {
  switch (text[0]) {
    case '\r': return text.substr(0, 2) == line_end ? 2 : 1;
    case '\n': return 1;
    case '\xC2': return text.substr(0, 2) == "\xC2\x85" ? 2 : 0;
    case '\xE2': return text.substr(0, 3) == "\xE2\x80\xA8" || text.substr(0, 3) == "\xE2\x80\xA9" ? 3 : 0;
    default: return 0;
  }
}

/// Copies the text, but for its line breaks and for those ASCII characters for which `escape` gives other words.
template <class Escape>
void append_escaped(std::string& out, std::string_view text, std::string_view instead_of_break, Escape escape) {
  std::size_t plain = 0;  // start of the stretch that is copied as it is
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t skipped = line_break(text.substr(at));
    const std::size_t length = std::max<std::size_t>(skipped, 1);
    const std::string_view instead = skipped > 0 ? instead_of_break : escape(text[at]);
    at += length;
    if (instead.data() == nullptr) continue;
    out += text.substr(plain, at - length - plain);
    out += instead;
    plain = at;
  }
  out += text.substr(plain);
}

void append_folded(std::string& out, std::string_view line) {
  for (std::size_t room = most_octets; line.size() > room; room = most_octets - 1) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;  // never within a character
    out += line.substr(0, cut);
    out += line_end;
    out += ' ';
    line.remove_prefix(cut);
  }
  out += line;
  out += line_end;
}

}  // namespace

void IcalWriter::line(std::string_view line) { append_folded(out_, line); }

void IcalWriter::text(std::string_view name, const Text& words) {
  unfolded_ = name;
  unfolded_ += ':';
  append_escaped(unfolded_, words, "\\n", [](char c) -> std::string_view {
    switch (c) {
      case '\\': return "\\\\";
      case ';': return "\\;";
      case ',': return "\\,";
      case del: return "";
      default: return {};
    }
  });
  append_folded(out_, unfolded_);
}

std::string quoted_parameter(const Text& words) {
  std::string quoted = "\"";
  append_escaped(quoted, words, " ", [](char c) -> std::string_view {
    switch (c) {
      case '"': return "”";
      case '^': return "^^";
      case '\t': return " ";
      case del: return "";
      default: return {};
    }
  });
  return quoted += '"';
}

}  // namespace kvalitet
