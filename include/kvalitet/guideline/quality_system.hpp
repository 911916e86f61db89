#pragma once
// A quality system: what is decided, what is local, and the calendar. Everything else is computed from it.
#include "kvalitet/base/export.hpp"
#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/guideline/local_policy.hpp"

#include <span>

namespace kvalitet {

struct KVALITET_API QualitySystem {
  Guideline guideline;
  LocalPolicy policy;
  Calendar calendar;  ///< Sweden's, with the policy's local days

  /// Puts the parts together. Throws UsageError when the policy fills in another guideline.
  [[nodiscard]] static QualitySystem make(Guideline guideline, LocalPolicy policy);
  /// A guideline that comes with the library, its default policy and the Swedish calendar. Throws NotFoundError.
  [[nodiscard]] static QualitySystem builtin(std::string_view id);
};

/// The ids of the guidelines that come with the library, sorted.
[[nodiscard]] KVALITET_API std::vector<Id> builtin_guidelines();
[[nodiscard]] KVALITET_API Guideline builtin_guideline(std::string_view id);

/// The version in force on a date among those of one organiser, or nothing: valid from that day or earlier, not ended,
/// and of several the one that came last.
[[nodiscard]] KVALITET_API const Guideline* in_force(std::span<const Guideline> versions, Date date);

}  // namespace kvalitet
