#include "cycle/entries.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

const Timing& some_time_in_the_school_year() {
  static const Timing timing;
  return timing;
}

class Entries {
 public:
  Entries(const Guideline& guideline, const LocalPolicy& policy) : guideline_(guideline), policy_(policy) {}

  std::vector<Entry> all() {
    for (const Dialogue& dialogue : guideline_.dialogues) add(EventKind::dialogue, dialogue, dialogue.timing);
    for (const Dialogue& meeting : guideline_.meetings)
      add(EventKind::meeting, meeting, meeting.timing).months_without = &policy_.months_without_meeting;
    for (const Survey& survey : guideline_.surveys) add(EventKind::survey, survey, survey.timing);
    for (const Document& document : guideline_.documents) add(document);
    for (const FollowUpPoint& point : policy_.follow_ups) add(EventKind::follow_up, point, point.timing);
    return std::move(entries_);
  }

 private:
  template <class T>
  Entry& add(EventKind kind, const T& what, const Timing& timing) {
    return entries_.emplace_back(Entry{kind, &what, &what.id, &timing});
  }

  void add(const Document& document) {
    if (document.timing) {
      add(EventKind::document, document, *document.timing);
      return;
    }
    const std::size_t before = entries_.size();
    for (const Dialogue& dialogue : guideline_.dialogues) add(document, dialogue, nullptr);
    for (const Dialogue& meeting : guideline_.meetings) add(document, meeting, &policy_.months_without_meeting);
    if (entries_.size() == before && has_local_days(document.id))
      add(EventKind::document, document, some_time_in_the_school_year());
  }

  void add(const Document& document, const Dialogue& dialogue, const std::vector<int>* months_without) {
    for (const Bring& bring : dialogue.brings) {
      if (bring.document != document.id) continue;
      Entry& entry = add(EventKind::document, document, dialogue.timing);
      entry.brought_to = &dialogue;
      entry.bring = &bring;
      entry.months_without = months_without;
    }
  }

  bool has_local_days(const Id& document) const {
    return std::any_of(policy_.due_dates.begin(), policy_.due_dates.end(),
                       [&](const DueDate& due) { return due.document == document; }) ||
           std::any_of(policy_.bookings.begin(), policy_.bookings.end(),
                       [&](const Booking& booking) { return booking.event == document; });
  }

  const Guideline& guideline_;
  const LocalPolicy& policy_;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> entries_of(const Guideline& guideline, const LocalPolicy& policy) {
  return Entries(guideline, policy).all();
}

}  // namespace kvalitet
