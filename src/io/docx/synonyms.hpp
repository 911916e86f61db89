#pragma once
// Words by which Swedish municipalities' templates call what the library's types hold: a proposal for a person to
// confirm, never a way to read.
#include <span>
#include <string_view>

namespace kvalitet::docx {

struct Synonym {
  std::string_view record;  ///< the type that has the field
  std::string_view field;
  std::string_view word;  ///< folded, without question marks and colons
};

[[nodiscard]] std::span<const Synonym> synonyms() noexcept;

}  // namespace kvalitet::docx
