#pragma once
// What the library throws: misuse, input and output that fail, and limits that are exceeded. Faults in a document are
// findings, never exceptions.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/message.hpp"

#include <stdexcept>

namespace kvalitet {

/// Base of everything the library throws on purpose. `what()` holds the Swedish message with the English in brackets.
class KVALITET_API Error : public std::runtime_error {
 public:
  /// `code` names an entry of the message catalogue.
  explicit Error(std::string_view code, const Data& data = {});
  [[nodiscard]] std::string_view code() const noexcept { return code_; }
  [[nodiscard]] const Localised& message() const noexcept { return message_; }
  [[nodiscard]] const Localised& hint() const noexcept { return hint_; }

 private:
  Error(const MessageTemplate& entry, Localised message, const Data& data);
  std::string_view code_;
  Localised message_;
  Localised hint_;
};

/// An argument that the function does not accept.
class KVALITET_API UsageError : public Error {
  using Error::Error;
};
/// A file that cannot be read or written.
class KVALITET_API FileError : public Error {
  using Error::Error;
};
/// Input larger, deeper or with more parts than the limits allow.
class KVALITET_API LimitError : public Error {
  using Error::Error;
};
/// Something asked for by name that does not exist.
class KVALITET_API NotFoundError : public Error {
  using Error::Error;
};

}  // namespace kvalitet
