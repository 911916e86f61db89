#pragma once
// A published figure: a number, or the reason why there is none. Never NaN.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kvalitet {

/// Follows Skolverket's signs: `..` is suppressed, `.` missing or not applicable, `~100` rounded on publication.
class KVALITET_API Value {
 public:
  enum class Kind { number, missing, suppressed, approximate };

  Value() = default;  ///< missing
  /// Throws std::invalid_argument for NaN and infinity.
  [[nodiscard]] static Value number(double value);
  [[nodiscard]] static Value approximate(double value);
  [[nodiscard]] static Value missing() noexcept { return {}; }
  [[nodiscard]] static Value suppressed() noexcept;

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  /// The number or the approximate number, or nothing.
  [[nodiscard]] std::optional<double> number_or_approximate() const noexcept;

  friend bool operator==(const Value&, const Value&) = default;

 private:
  Value(Kind kind, double value) : kind_(kind), value_(value) {}
  Kind kind_ = Kind::missing;
  double value_ = 0;
};

/// `12.5` (decimal point or comma), `1.5e-7`, `..`, `.` or `~100`, in at most 32 characters; otherwise nothing, as for
/// a number too large for a double. Independent of locale.
[[nodiscard]] KVALITET_API std::optional<Value> parse_value(std::string_view text);
/// The inverse, with a decimal point and the fewest digits that read back as the same number.
[[nodiscard]] KVALITET_API std::string to_string(const Value& value);

template <>
struct Describe<Value> {
  static constexpr std::string_view name = "Value";
  static constexpr Label label{"ett tal, ”..”, ”.” eller ett ungefärligt tal som ”~100”",
                               "a number, “..”, “.” or an approximate number such as “~100”"};
  static constexpr std::string_view meaning =
      "A published figure: a number, `..` (suppressed), `.` (missing or not applicable) or `~100` (rounded).";
  static constexpr std::string_view pattern = "^(\\.{1,2}|~?-?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?)$";
  static std::optional<Value> parse(std::string_view text) { return parse_value(text); }
  static std::string format(const Value& value) { return to_string(value); }
};

}  // namespace kvalitet
