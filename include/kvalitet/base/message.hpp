#pragma once
// The message catalogue: every error and finding the library can give has one code and one entry, in both languages.
// Messages are part of the public interface: they say what is wrong, where, by which sentence, and what would be right.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kvalitet {

/// Words fixed at compile time, in Swedish and in English.
struct Label {
  std::string_view sv;
  std::string_view en;
  [[nodiscard]] constexpr std::string_view in(Language language) const noexcept {
    return language == Language::en ? en : sv;
  }
  friend constexpr bool operator==(const Label&, const Label&) = default;
};

/// What a message is about: a count or some text (dates as ISO 8601).
using Datum = std::variant<std::int64_t, Text>;
/// Named values, in the order in which they were given.
using Data = std::vector<std::pair<Text, Datum>>;

/// One entry of the catalogue. Templates hold `{name}`, replaced by the datum of that name, and `{name|one|other}`,
/// replaced by `one` when the datum is the number 1 and by `other` otherwise.
struct MessageTemplate {
  enum class Kind { error, finding };
  std::string_view code;
  Kind kind;
  Label message;
  Label hint;  ///< what would make it right; may be empty
};

/// All entries, sorted by code.
[[nodiscard]] KVALITET_API std::span<const MessageTemplate> message_catalogue() noexcept;

/// The entry of a code; throws std::logic_error for a code that is not in the catalogue.
[[nodiscard]] KVALITET_API const MessageTemplate& message_template(std::string_view code);

/// Both languages of a template with the data put in. A name without a datum throws std::logic_error.
[[nodiscard]] KVALITET_API Localised render(const Label& message, const Data& data);

}  // namespace kvalitet
