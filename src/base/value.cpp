#include "kvalitet/base/value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>
#include <stdexcept>

namespace kvalitet {
namespace {

// No figure is longer; standard libraries differ in what they make of longer ones.
constexpr std::size_t longest = 32;

double checked(double value) {
  if (!std::isfinite(value)) throw std::invalid_argument("kvalitet::Value: not a finite number");
  return value + 0.0;  // -0 becomes 0, so that equal values have equal texts
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

// Digits, perhaps decimals, perhaps an exponent: neither hexadecimal nor a name such as "inf".
bool is_decimal(std::string_view text) {
  const auto digits = [&](std::size_t& at) {
    const std::size_t start = at;
    at = skip_digits(text, start);
    return at > start;
  };
  const auto next_is = [&](std::size_t at, char a, char b) {
    return at < text.size() && (text[at] == a || text[at] == b);
  };
  std::size_t at = next_is(0, '-', '-') ? 1 : 0;
  if (!digits(at)) return false;
  if (next_is(at, '.', ',') && !digits(++at)) return false;
  if (next_is(at, 'e', 'E')) {
    ++at;
    if (next_is(at, '+', '-')) ++at;
    if (!digits(at)) return false;
  }
  return at == text.size();
}

std::optional<double> parse_number(std::string_view text) {
  if (text.size() > longest || !is_decimal(text)) return std::nullopt;
  std::string decimal(text);
  if (const auto comma = decimal.find(','); comma != std::string::npos) decimal[comma] = '.';
  std::istringstream stream(decimal);
  stream.imbue(std::locale::classic());
  double value = 0;
  stream >> value;
  // Of a text of this form only the magnitude can fail, and numbers next to zero only do so in some standard libraries.
  if (stream.fail() && !(std::abs(value) < 1)) return std::nullopt;
  return value;
}

std::string format_number(double value) {
  const double size = std::abs(value);
  const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    plain ? std::chars_format::fixed : std::chars_format::scientific);
  return {buffer.data(), result.ptr};
}

}  // namespace

Value Value::number(double value) { return {Kind::number, checked(value)}; }
Value Value::approximate(double value) { return {Kind::approximate, checked(value)}; }
Value Value::suppressed() noexcept { return {Kind::suppressed, 0}; }

std::optional<double> Value::number_or_approximate() const noexcept {
  if (kind_ == Kind::number || kind_ == Kind::approximate) return value_;
  return std::nullopt;
}

std::optional<Value> parse_value(std::string_view text) {
  if (text == ".") return Value::missing();
  if (text == "..") return Value::suppressed();
  const bool approximate = !text.empty() && text.front() == '~';
  const auto number = parse_number(text.substr(approximate ? 1 : 0));
  if (!number) return std::nullopt;
  return approximate ? Value::approximate(*number) : Value::number(*number);
}

std::string to_string(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::missing: return ".";
    case Value::Kind::suppressed: return "..";
    case Value::Kind::approximate: return "~" + format_number(*value.number_or_approximate());
    case Value::Kind::number: break;
  }
  return format_number(*value.number_or_approximate());
}

}  // namespace kvalitet
