#include "io/feed_ledger.hpp"

#include <cstdint>
#include <limits>

namespace kvalitet {
namespace {

constexpr int after(int sequence) { return sequence < std::numeric_limits<int>::max() ? sequence + 1 : sequence; }

std::string_view feed_of(std::string_view uid) {
  const std::size_t at = uid.rfind('@');
  return at == std::string_view::npos ? std::string_view() : uid.substr(at + 1);
}

/// Whether a cycle of the period shows what has these days; what may be any day of its year is in one cycle only.
bool would_be_in(const Period& period, const FeedEntry& entry) {
  return entry.dated ? period.overlaps({entry.start, entry.end}) : period.contains(entry.start);
}

}  // namespace

FeedLedger::FeedLedger(const FeedState& before, const Moment& stamp) : stamp_(stamp) {
  for (const FeedEntry& entry : before.entries) lines_.try_emplace(entry.uid.str(), Line{entry});
}

bool FeedLedger::enter(FeedEntry& entry) {
  const auto [place, is_new] = lines_.try_emplace(entry.uid.str());
  Line& line = place->second;
  if (line.entered) return false;
  if (!is_new && line.entry.digest == entry.digest && line.entry.cancelled == entry.cancelled) {
    entry.sequence = line.entry.sequence;
    entry.stamp = line.entry.stamp;
  } else {
    const int first = entry.cancelled ? 1 : 0;  // 0 was what is called off
    entry.sequence = is_new ? first : after(line.entry.sequence);
    entry.stamp = stamp_;
  }
  line = Line{entry, true};
  return true;
}

std::vector<FeedEntry> FeedLedger::call_off(std::string_view feed, const Period& period) {
  std::vector<FeedEntry> cancelled;
  for (auto next = lines_.begin(); next != lines_.end();) {
    const auto place = next++;
    FeedEntry& entry = place->second.entry;
    if (place->second.entered || feed_of(entry.uid) != feed) continue;
    if (entry.end < stamp_.date) {
      lines_.erase(place);
      continue;
    }
    if (!would_be_in(period, entry)) continue;
    if (!entry.cancelled) {
      entry.cancelled = true;
      entry.sequence = after(entry.sequence);
      entry.stamp = stamp_;
    }
    cancelled.push_back(entry);
  }
  return cancelled;
}

FeedState FeedLedger::take() && {
  FeedState state;
  state.entries.reserve(lines_.size());
  for (auto& [uid, line] : lines_) state.entries.push_back(std::move(line.entry));
  return state;
}

Text digest_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  return Text(std::move(text));
}

}  // namespace kvalitet
