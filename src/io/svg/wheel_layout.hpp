#pragma once
// Where the events of a wheel go: angles from its months, and rings so that no two overlap.
#include "kvalitet/cycle/annual_cycle.hpp"

#include <vector>

namespace kvalitet::svg {

inline constexpr double turn = 6.283185307179586;

/// The twelve months of a wheel, thirty degrees each; angles are clockwise from the top.
class Months {
 public:
  /// Twelve from the month of the period's first day. Throws UsageError when its last day comes later.
  explicit Months(const Period& period);

  /// Where a day begins; before the first month 0, after the last one a whole turn.
  [[nodiscard]] double angle(Date day) const;
  /// 0-11; of a day outside, the nearest.
  [[nodiscard]] std::size_t index(Date day) const;
  /// 1-12, of the month at this place.
  [[nodiscard]] int month(std::size_t index) const;
  [[nodiscard]] bool shows(const Period& days) const;
  [[nodiscard]] bool shows(Date day) const { return shows(Period{day, day}); }

 private:
  [[nodiscard]] int months_from_first(Date day) const;
  int first_;  ///< months since the year 0
};

/// An event on its ring; 0 is the outermost.
struct Arc {
  std::size_t event = 0;  ///< index into the cycle's events
  double from = 0;
  double to = 0;
  double badge = 0;  ///< the angle at which its number stands
  std::size_t ring = 0;
};

struct WheelLayout {
  bool numbered = true;  ///< the numbers stand on the arcs; otherwise there are too many
  std::size_t rings = 0;
  double outer = 0;  ///< radius of the rings
  double pitch = 0;  ///< from ring to ring
  std::vector<Arc> arcs;
};

inline constexpr double wheel_radius = 151;
inline constexpr double hole_radius = 39;
inline constexpr double gap_of_rings = 3;
/// Of the ring with the months' names: wider where it also says which numbers begin in each.
inline constexpr double month_ring = 25;
inline constexpr double numbered_month_ring = 41;

/// Of the events at these places in the cycle, in order.
[[nodiscard]] WheelLayout layout_of(const AnnualCycle& cycle, const std::vector<std::size_t>& events,
                                    const Months& months);

}  // namespace kvalitet::svg
