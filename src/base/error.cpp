#include "kvalitet/base/error.hpp"

namespace kvalitet {
namespace {

std::string both(const Localised& message) { return message.sv.str() + " (" + message.en.str() + ")"; }

}  // namespace

Error::Error(std::string_view code, const Data& data)
    : Error(message_template(code), render(message_template(code).message, data), data) {}

Error::Error(const MessageTemplate& entry, Localised message, const Data& data)
    : std::runtime_error(both(message)),
      code_(entry.code),
      message_(std::move(message)),
      hint_(render(entry.hint, data)) {}

}  // namespace kvalitet
