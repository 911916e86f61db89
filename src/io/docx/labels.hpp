#pragma once
// Whether words of a document are a label that a place goes by.
#include "io/docx/spot.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kvalitet::docx {

/// A label at the beginning of a text.
struct Labelled {
  std::size_t rest = 0;  ///< where what follows it begins
  bool open = false;     ///< something is to follow: a colon stands behind it
};

/// `Målområde`, `Målområde 2`, `2. Målområde 2: Trygghet`: one of the words, perhaps a number, perhaps a colon.
[[nodiscard]] std::optional<Labelled> begins_with(std::string_view text, const std::vector<std::string>& words);

/// Words of a document that may be a label and nothing else of weight: `Varför`, `Varför:`, `2.1 Varför`,
/// `Varför (analys)`.
class LabelText {
 public:
  /// A text longer than any label, by more than a number and a remark in brackets, is none.
  explicit LabelText(std::string_view text, std::size_t longest);
  [[nodiscard]] bool is(const std::vector<std::string>& words) const;
  /// Without a remark in brackets, unless that is one of the words too.
  [[nodiscard]] bool is_whole(const std::vector<std::string>& words) const;

 private:
  std::array<std::string, 4> readings_;  // folded; empty where it has no such reading
};

/// The mark of an item of a list that somebody typed: `- `, `• `, `1) `; its length.
[[nodiscard]] std::size_t typed_bullet(std::string_view text);

}  // namespace kvalitet::docx
