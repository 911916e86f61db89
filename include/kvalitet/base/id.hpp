#pragma once
// Identifiers: the names by which parts of a guideline refer to each other, and national codes, which are text.
#include "kvalitet/base/describe.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kvalitet {

/// `a-z`, `0-9` and single hyphens between them, at most 64 characters; empty where nothing is named.
class Id {
 public:
  Id() = default;
  /// Throws std::invalid_argument for anything else.
  Id(std::string_view value) : value_(value) {  // NOLINT(google-explicit-constructor): an id reads as text in code
    if (!is_valid(value)) throw std::invalid_argument("kvalitet::Id: " + value_);
  }
  Id(const char* value) : Id(std::string_view(value)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] static constexpr bool is_valid(std::string_view s) noexcept {
    if (s.empty() || s.size() > 64) return false;
    char previous = '-';
    for (const char c : s) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && previous != '-'))) return false;
      previous = c;
    }
    return previous != '-';
  }

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  operator std::string_view() const noexcept { return value_; }  // NOLINT(google-explicit-constructor)

  friend bool operator==(const Id&, const Id&) = default;
  friend bool operator==(const Id& a, std::string_view b) noexcept { return a.value_ == b; }
  friend bool operator==(const Id& a, const char* b) noexcept { return a.value_ == b; }
  friend std::strong_ordering operator<=>(const Id& a, const Id& b) noexcept {
    return a.value_.compare(b.value_) <=> 0;
  }

 private:
  std::string value_;
};

/// A national code of exactly N digits, kept as text since leading zeros count; empty where there is none.
template <std::size_t N>
class DigitCode {
 public:
  DigitCode() = default;
  DigitCode(std::string_view value) : value_(value) {  // NOLINT(google-explicit-constructor)
    if (!is_valid(value)) throw std::invalid_argument("kvalitet::DigitCode: " + value_);
  }
  DigitCode(const char* value) : DigitCode(std::string_view(value)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] static constexpr bool is_valid(std::string_view s) noexcept {
    if (s.size() != N) return false;
    for (const char c : s)
      if (c < '0' || c > '9') return false;
    return true;
  }

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  friend bool operator==(const DigitCode&, const DigitCode&) = default;

 private:
  std::string value_;
};

/// Skolverket's code of a school unit. Preschools have none.
using SchoolUnitCode = DigitCode<8>;
/// Statistics Sweden's code of a municipality, such as 0685.
using MunicipalityCode = DigitCode<4>;

template <>
struct Describe<Id> {
  static constexpr std::string_view name = "Id";
  static constexpr Label label{"ett kort namn av a–z, 0–9 och bindestreck", "a short name of a-z, 0-9 and hyphens"};
  static constexpr std::string_view meaning = "A name by which parts refer to each other.";
  static constexpr std::string_view pattern = "^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$";
  static std::optional<Id> parse(std::string_view s) { return Id::is_valid(s) ? std::optional<Id>(s) : std::nullopt; }
  static std::string format(const Id& id) { return id.str(); }
};

template <>
struct Describe<SchoolUnitCode> {
  static constexpr std::string_view name = "SchoolUnitCode";
  static constexpr Label label{"en skolenhetskod med åtta siffror", "a school unit code of eight digits"};
  static constexpr std::string_view meaning = "Skolverket's code of a school unit.";
  static constexpr std::string_view pattern = "^[0-9]{8}$";
  static std::optional<SchoolUnitCode> parse(std::string_view s) {
    return SchoolUnitCode::is_valid(s) ? std::optional<SchoolUnitCode>(s) : std::nullopt;
  }
  static std::string format(const SchoolUnitCode& code) { return code.str(); }
};

template <>
struct Describe<MunicipalityCode> {
  static constexpr std::string_view name = "MunicipalityCode";
  static constexpr Label label{"en kommunkod med fyra siffror", "a municipality code of four digits"};
  static constexpr std::string_view meaning = "Statistics Sweden's code of a municipality.";
  static constexpr std::string_view pattern = "^[0-9]{4}$";
  static std::optional<MunicipalityCode> parse(std::string_view s) {
    return MunicipalityCode::is_valid(s) ? std::optional<MunicipalityCode>(s) : std::nullopt;
  }
  static std::string format(const MunicipalityCode& code) { return code.str(); }
};

}  // namespace kvalitet
