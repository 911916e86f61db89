#include "io/svg/wheel_layout.hpp"

#include "io/svg/badge.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kvalitet::svg {
namespace {

constexpr int months_in_year = 12;
constexpr double least_length = 3;  ///< of the arc of a single day
constexpr std::size_t most_rings = 40;

int days_in_month(Date day) { return static_cast<int>(day.end_of_month().day()); }

int month_number(Date day) {
  const auto ymd = day.year_month_day();
  return static_cast<int>(ymd.year) * months_in_year + static_cast<int>(ymd.month) - 1;
}

/// Puts arcs on rings, each on the first one that is free.
class Rings {
 public:
  Rings(double outer, double pitch, bool numbered) : outer_(outer), pitch_(pitch), numbered_(numbered) {}

  /// On a ring from `first` on; arcs come in the order of their beginnings.
  void put(Arc& arc, std::size_t first) {
    for (arc.ring = first;; ++arc.ring) {
      if (arc.ring == ends_.size()) ends_.push_back(0);
      fit(arc);
      if (begin_ >= ends_[arc.ring] || arc.ring + 1 == most_rings) break;
    }
    ends_[arc.ring] = end_;
  }
  [[nodiscard]] std::size_t count() const { return ends_.size(); }

 private:
  /// Room for the number, or for as much of an arc as can be seen.
  void fit(Arc& arc) {
    const double radius = std::max(outer_ - (static_cast<double>(arc.ring) + 0.5) * pitch_, hole_radius);
    const double half = (numbered_ ? half_width_of_badge("00") + 3 : least_length / 2) / radius;
    const double middle = std::clamp((arc.from + arc.to) / 2, half, turn - half);
    arc.badge = middle;
    begin_ = std::min(arc.from, middle - half);
    end_ = std::max(arc.to, middle + half);
  }

  double outer_;
  double pitch_;
  bool numbered_;
  double begin_ = 0;
  double end_ = 0;
  std::vector<double> ends_;
};

/// Each kind on rings of its own where there is room.
std::size_t put_all(std::vector<Arc>& arcs, const AnnualCycle& cycle, bool by_kind, double outer, double pitch,
                    bool numbered) {
  Rings rings(outer, pitch, numbered);
  if (!by_kind) {
    for (Arc& arc : arcs) rings.put(arc, 0);
    return rings.count();
  }
  for (const auto& choice : Describe<EventKind>::values) {
    const std::size_t first = rings.count();
    for (Arc& arc : arcs)
      if (cycle.events[arc.event].kind == choice.value) rings.put(arc, first);
  }
  return rings.count();
}

}  // namespace

Months::Months(const Period& period) : first_(month_number(period.start)) {
  if (months_from_first(period.end) >= months_in_year)
    throw UsageError("picture.longer-than-a-year",
                     {{"start", Text(to_string(period.start))}, {"end", Text(to_string(period.end))}});
}

int Months::months_from_first(Date day) const { return month_number(day) - first_; }

double Months::angle(Date day) const {
  const int month = months_from_first(day);
  if (month < 0) return 0;
  if (month >= months_in_year) return turn;
  const double within = (static_cast<double>(day.day()) - 1) / days_in_month(day);
  return (month + within) * turn / months_in_year;
}

std::size_t Months::index(Date day) const {
  return static_cast<std::size_t>(std::clamp(months_from_first(day), 0, months_in_year - 1));
}

int Months::month(std::size_t index) const { return (first_ + static_cast<int>(index)) % months_in_year + 1; }

bool Months::shows(const Period& days) const {
  return months_from_first(days.end) >= 0 && months_from_first(days.start) < months_in_year;
}

WheelLayout layout_of(const AnnualCycle& cycle, const std::vector<std::size_t>& events, const Months& months) {
  WheelLayout layout;
  for (const std::size_t at : events) {
    const Event& event = cycle.events[at];
    const Date end = std::max(event.start, event.end);
    if (!months.shows(Period{event.start, end})) continue;
    const auto after = add_days(end, 1);
    layout.arcs.push_back({at, months.angle(event.start), after ? months.angle(*after) : turn, 0, 0});
  }
  layout.outer = wheel_radius - month_ring - gap_of_rings;
  layout.pitch = badge_height + gap_of_rings;
  const auto room = static_cast<std::size_t>((layout.outer - hole_radius) / layout.pitch);
  for (const bool by_kind : {true, false}) {
    layout.rings = put_all(layout.arcs, cycle, by_kind, layout.outer, layout.pitch, true);
    if (layout.rings <= room && layout.arcs.size() < 100) return layout;
  }
  layout.numbered = false;
  layout.outer = wheel_radius - numbered_month_ring - gap_of_rings;
  layout.rings = put_all(layout.arcs, cycle, false, layout.outer, 0, false);
  layout.pitch = std::min(layout.pitch, (layout.outer - hole_radius) / static_cast<double>(layout.rings));
  return layout;
}

}  // namespace kvalitet::svg
