#include "io/svg/measure.hpp"

#include "base/utf8.hpp"
#include "io/svg/advances.hpp"

#include <algorithm>

namespace kvalitet::svg {
namespace {

bool in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool is_space(char32_t c) {
  return c == ' ' || in(c, '\t', '\r') || c == 0x85 || c == 0x1680 || in(c, 0x2000, 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x205F || c == 0x3000;
}

/// Controls, soft hyphens, marks and overrides of direction, and other format characters that show nothing.
bool shows_nothing(char32_t c) {
  return in(c, 0x7F, 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || in(c, 0x200E, 0x200F) ||
         in(c, 0x202A, 0x202E) || in(c, 0x2060, 0x206F) || c == 0xFEFF || in(c, 0xFFF9, 0xFFFB) ||
         in(c, 0xE0000, 0xE007F);
}

/// Stands on, or joins, the character before.
bool is_attached(char32_t c) {
  return in(c, 0x300, 0x36F) || in(c, 0x200C, 0x200D) || in(c, 0x20D0, 0x20FF) || in(c, 0xFE00, 0xFE0F) ||
         in(c, 0x1F3FB, 0x1F3FF);
}

constexpr double unknown_sign = 1.2;
constexpr double unknown_pictograph = 1.5;

/// In font sizes.
double advance_of(char32_t c, bool bold) {
  if (in(c, 0x20, 0x17F)) return (bold ? bold_advances : regular_advances).at(c - 0x20) / 100.0;
  const auto* const found = std::lower_bound(std::begin(other_advances), std::end(other_advances), c,
                                             [](const Advance& a, char32_t code) { return a.character < code; });
  if (found != std::end(other_advances) && found->character == c) return (bold ? found->bold : found->regular) / 100.0;
  if (in(c, 0xFDF0, 0xFDFD)) return 12;  // whole sentences in one character
  return c > 0xFFFF ? unknown_pictograph : unknown_sign;
}

/// Breaks a word into lines, the first of which has less room; what is left is shorter than a line.
class Lines {
 public:
  Lines(double width, Font font) : width_(width), font_(font), space_(width_of(" ", font)) {}

  void add(std::string_view word) {
    const double wide = width_of(word, font_);
    if (used_ > 0 && used_ + space_ + wide > width_) end();
    if (used_ > 0) {
      line_ += ' ';
      used_ += space_;
    }
    if (used_ + wide <= width_) {
      line_ += word;
      used_ += wide;
      return;
    }
    for (std::size_t size = fitting(word); size < word.size(); size = fitting(word)) {
      line_ = word.substr(0, size);
      end();
      word.remove_prefix(size);
    }
    line_ = word;
    used_ = width_of(word, font_);
  }

  std::vector<std::string> take() && {
    if (used_ > 0) end();
    return std::move(lines_);
  }

 private:
  void end() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  /// How many bytes of the word fit: one character at least.
  [[nodiscard]] std::size_t fitting(std::string_view word) const {
    double used = 0;
    std::size_t fits = 0;
    std::size_t after_hyphen = 0;
    for (std::size_t at = 0; at < word.size();) {
      const auto [code, size] = decode(word.substr(at));
      if (!is_attached(code)) fits = at;  // before it
      used += advance_of(code, font_.bold) * font_.size;
      at += size;
      if (used > width_ && after_hyphen > 0) return after_hyphen;
      if (used > width_ && fits > 0) return fits;
      if (used > width_ && (at == word.size() || !is_attached(decode(word.substr(at)).code))) return at;
      if (code == '-' || code == 0x2010 || code == 0x2013 || code == '/') after_hyphen = at;
    }
    return word.size();
  }

  double width_;
  Font font_;
  double space_;
  double used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string plain(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = decode(text.substr(at));
    if (is_space(code)) {
      space = true;
    } else if (!shows_nothing(code)) {
      if (space && !all.empty()) all += ' ';
      space = false;
      all += text.substr(at, size);
    }
    at += size;
  }
  return all;
}

double width_of(std::string_view text, Font font) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = decode(text.substr(at));
    width += advance_of(code, font.bold);
    at += size;
  }
  return width * font.size;
}

std::vector<std::string> wrapped(std::string_view text, double width, Font font) {
  const std::string all = plain(text);
  Lines lines(width, font);
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = std::min(all.find(' ', start), all.size());
    lines.add(std::string_view(all).substr(start, end - start));
    start = end + 1;
  }
  return std::move(lines).take();
}

}  // namespace kvalitet::svg
