#pragma once
// Which items of two lists belong together.
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace kvalitet {

/// Items that belong together, or one without the other.
struct Pair {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// Items in order: what is equal at both ends and by the longest common run between them belongs together; of the
/// rest, the first with the first and so on within each gap. Where comparing everything between the ends would take too
/// long, that is one gap.
[[nodiscard]] std::vector<Pair> pair_in_order(std::size_t before, std::size_t after,
                                              const std::function<bool(std::size_t, std::size_t)>& equal);

}  // namespace kvalitet
