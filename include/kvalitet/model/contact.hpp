#pragma once
// People as they are written to.
#include "kvalitet/base/describe.hpp"

#include <optional>

namespace kvalitet {

/// An e-mail address of the plain kind: `asa.oberg@exempelby.example`; empty where there is none.
class EmailAddress {
 public:
  EmailAddress() = default;
  /// Throws std::invalid_argument for anything else.
  EmailAddress(std::string_view value) : value_(value) {  // NOLINT(google-explicit-constructor): reads as text in code
    if (!is_valid(value)) throw std::invalid_argument("kvalitet::EmailAddress: " + value_);
  }
  EmailAddress(const char* value) : EmailAddress(std::string_view(value)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] static constexpr bool is_valid(std::string_view s) noexcept {
    const std::size_t at = s.find('@');
    return at != std::string_view::npos && at <= 64 && s.size() <= 254 && has_parts(s.substr(0, at), "._+-'") &&
           has_parts(s.substr(at + 1), ".-");
  }

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  friend bool operator==(const EmailAddress&, const EmailAddress&) = default;

 private:
  /// ASCII letters and digits with `marks` between them; never two dots in a row, never a dot first or last.
  static constexpr bool has_parts(std::string_view s, std::string_view marks) noexcept {
    char previous = '.';
    for (const char c : s) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && (marks.find(c) == std::string_view::npos || (c == '.' && previous == '.'))) return false;
      previous = c;
    }
    return previous != '.';
  }

  std::string value_;
};

/// Somebody who can be written to.
struct Contact {
  Text name;
  EmailAddress address;
  friend bool operator==(const Contact&, const Contact&) = default;
};

template <>
struct Describe<EmailAddress> {
  static constexpr std::string_view name = "EmailAddress";
  static constexpr Label label{"en e-postadress", "an e-mail address"};
  static constexpr std::string_view meaning = "An e-mail address of ASCII letters, digits and a few marks.";
  static constexpr std::string_view pattern =
      "^[A-Za-z0-9_+'-]+(\\.[A-Za-z0-9_+'-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$";
  static std::optional<EmailAddress> parse(std::string_view s) {
    return EmailAddress::is_valid(s) ? std::optional<EmailAddress>(s) : std::nullopt;
  }
  static std::string format(const EmailAddress& address) { return address.str(); }
};

template <>
struct Describe<Contact> {
  static constexpr std::string_view name = "Contact";
  static constexpr Label label{"Kontakt", "Contact"};
  static constexpr std::string_view meaning = "Somebody who can be written to.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call them."},
      Field{"address", &T::address, Label{"E-post", "E-mail"}, "Where they are written to.", required},
  };
};

}  // namespace kvalitet
