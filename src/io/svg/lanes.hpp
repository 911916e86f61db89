#pragma once
// The lanes of a system sketch: levels, and actors that have a lane of their own.
#include "kvalitet/cycle/annual_cycle.hpp"

#include <optional>
#include <vector>

namespace kvalitet::svg {

/// Refers to the guideline, which must outlive it.
class Lanes {
 public:
  /// Of these levels or actors; none: of all levels. Throws NotFoundError for an id that is neither.
  Lanes(const Guideline& guideline, const std::vector<Id>& ids);

  [[nodiscard]] std::size_t count() const { return lanes_.size(); }
  [[nodiscard]] std::string_view name(std::size_t lane, Language language) const;

  /// An actor's own, or else that of the level.
  [[nodiscard]] std::optional<std::size_t> of(const Id& actor) const;
  /// Of those who take part, and of the levels it concerns of which nobody is named; in order.
  [[nodiscard]] std::vector<std::size_t> of(const Event& event) const;

 private:
  struct Lane {
    const Concept* level = nullptr;
    const Actor* actor = nullptr;
  };
  [[nodiscard]] const Actor* find_actor(const Id& id) const;
  [[nodiscard]] std::optional<std::size_t> of_level(const Id& level) const;

  const Guideline& guideline_;
  std::vector<Lane> lanes_;
};

}  // namespace kvalitet::svg
