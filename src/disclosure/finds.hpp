#pragma once
// What the patterns find, and the patterns themselves: each looks at the present token and those around it.
#include "disclosure/phrases.hpp"
#include "kvalitet/disclosure/free_text.hpp"

#include <algorithm>
#include <vector>

namespace kvalitet::disclosure {

/// A stretch of the text, from the beginning of one token to the end of another.
struct Find {
  FreeTextKind kind = FreeTextKind::few_pupils;
  std::size_t character = 0;
  std::size_t characters = 0;
  std::size_t byte = 0;
  std::size_t bytes = 0;
};

[[nodiscard]] inline Find find(FreeTextKind kind, const Token& first, const Token& last) {
  return {kind, first.characters_before, last.characters_before + last.characters - first.characters_before,
          first.bytes_before, last.bytes_before + last.bytes - first.bytes_before};
}

using Finds = std::vector<Find>;

/// Figures on few children, and on what small groups did.
class Figures {
 public:
  explicit Figures(const FreeTextLimits& limits)
      : fewest_(static_cast<std::uint64_t>(std::max(limits.fewest_pupils, 0))),
        smallest_group_(static_cast<std::uint64_t>(std::max(limits.smallest_group, 0))) {}
  void look(const TokenWindow& text, Finds& finds);

 private:
  void count(const TokenWindow& text, const Count& count, Finds& finds);
  bool part_of(const TokenWindow& text, const Count& part, Finds& finds);
  void of_group(const TokenWindow& text, const Count& part, const Count& group, int first, int last,
                Finds& finds) const;
  bool counted_of(const TokenWindow& text, const Count& count, const Noun& noun, Finds& finds) const;
  void counted(const TokenWindow& text, const Count& count, const Noun& noun, Finds& finds);
  void bare(const TokenWindow& text, const Count& count, Finds& finds) const;
  void listed(const TokenWindow& text, const Count& count, Finds& finds) const;
  void of_first(const TokenWindow& text, Finds& finds) const;
  void share_of(const TokenWindow& text, int first, int at, Finds& finds) const;
  void share(const TokenWindow& text, Finds& finds);

  [[nodiscard]] bool is_few(std::uint64_t number) const { return number >= 1 && number < fewest_; }
  [[nodiscard]] bool is_few(const Count& count) const { return is_few(count.low) || is_few(count.high); }
  [[nodiscard]] bool is_small(const Count& count) const { return count.low < smallest_group_; }

  /// What was said lately, since a share and the group that it is of may stand in two sentences.
  struct Said {
    std::uint32_t sentence = 0;
    Find find;
  };
  std::uint64_t fewest_;
  std::uint64_t smallest_group_;
  std::optional<Said> group_;
  std::optional<Said> share_;
};

/// One child: named, pointed out, or with something told that is nobody else's business.
void look_for_persons(const TokenWindow& text, Finds& finds);
/// Personal identity numbers, dates of birth, e-mail addresses and telephone numbers.
void look_for_identity(const TokenWindow& text, Finds& finds);

}  // namespace kvalitet::disclosure
