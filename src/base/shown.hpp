#pragma once
// Any described value in few words, for messages.
#include "kvalitet/base/title.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

/// A value as people are shown it: a record by its title or, without one, by what it holds.
struct Shown {
  std::string plain;  ///< in full, independent of language where the value is
  std::string sv;     ///< for a Swedish message: texts in quotation marks, cut at 80 characters
  std::string en;
};

[[nodiscard]] Shown show(const TypeInfo& type, const void* value);

/// The first `most` characters, with an ellipsis when there were more.
[[nodiscard]] std::string cut(std::string_view text, std::size_t most = 80);
/// What comes from outside, as far as it can be shown, cut.
[[nodiscard]] Text shown(std::string_view words);

}  // namespace kvalitet
