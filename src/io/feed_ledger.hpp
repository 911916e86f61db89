#pragma once
// Which number and which stamp an event has, from what has been written before.
#include "kvalitet/io/ical.hpp"

#include <map>

namespace kvalitet {

class FeedLedger {
 public:
  FeedLedger(const FeedState& before, const Moment& stamp);

  /// Enters what is written now and gives the entry its sequence and its stamp: those that it had when it says the same
  /// as before, otherwise the next number and now. False when it has been entered already.
  [[nodiscard]] bool enter(FeedEntry& entry);

  /// The entries of one feed (what stands after the `@`) that have not been entered this time although they lie in the
  /// period, by UID. They are called off until they are over; whatever is over is forgotten.
  [[nodiscard]] std::vector<FeedEntry> call_off(std::string_view feed, const Period& period);

  [[nodiscard]] FeedState take() &&;

 private:
  struct Line {
    FeedEntry entry;
    bool entered = false;
  };
  std::map<std::string, Line, std::less<>> lines_;  // by UID
  Moment stamp_;
};

/// FNV-1a of 64 bits, in hexadecimal digits.
[[nodiscard]] Text digest_of(std::string_view bytes);

}  // namespace kvalitet
