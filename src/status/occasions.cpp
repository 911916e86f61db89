#include "status/occasions.hpp"

#include "base/digits.hpp"

#include <algorithm>
#include <map>

namespace kvalitet {
namespace {

/// `dialogue:process:2026-27` of it and of its second booking, `dialogue:process:2026-27:2`. A number of more than
/// three digits is a year.
std::string_view without_ordinal(std::string_view event) {
  const std::size_t colon = event.rfind(':');
  if (colon == std::string_view::npos) return event;
  const std::string_view last = event.substr(colon + 1);
  return last.size() <= 3 && parse_digits(last) ? event.substr(0, colon) : event;
}

/// A duty that the text only recommends may be asked for by another sentence, that somebody has the document with them:
/// then it is that sentence which makes it late.
void rest_on_bring(DutyRow& row, const Event& event) {
  const Modal own = row.basis.modal.value_or(Modal::present);
  if (own == Modal::shall || own == Modal::present) return;
  for (const Bring& bring : event.brings) {
    const Modal modal = bring.basis.modal.value_or(Modal::present);
    if (bring.document == row.document && bring.by == row.actor && (modal == Modal::shall || modal == Modal::present))
      row.basis = bring.basis;
  }
}

bool brings(const Event& event, const Id& document) {
  return std::any_of(event.brings.begin(), event.brings.end(),
                     [&](const Bring& bring) { return bring.document == document; });
}

/// The kind of document that would show a duty; none when something else would.
std::optional<DocumentKind> kind_shown_by(Proof proof) {
  switch (proof) {
    case Proof::dialogue_session: return DocumentKind::dialogue_session;
    case Proof::measure: return DocumentKind::measures;
    case Proof::matter: return DocumentKind::matters;
    case Proof::nothing:
    case Proof::document:
    case Proof::survey_counts:
    case Proof::survey_link:
    case Proof::follow_up: break;
  }
  return std::nullopt;
}

/// "Ska" and the plain present ask for a document; "bör" and "stöd" do not, nor does local policy.
bool asks_for(const Document& document) {
  const Modal modal = document.basis.modal.value_or(Modal::present);
  return (modal == Modal::shall || modal == Modal::present) && document.basis.origin != Origin::local_policy;
}

bool asks_for_record(const DutyRow& row, const Guideline& guideline) {
  const auto kind = kind_shown_by(row.proof);
  return std::any_of(guideline.documents.begin(), guideline.documents.end(), [&](const Document& document) {
    const bool would_show = row.proof == Proof::document ? document.id == row.document : document.kind == kind;
    return would_show && document.kind != DocumentKind::other && asks_for(document);
  });
}

/// A duty about a dialogue, meeting or survey that is not held this year.
bool is_about_nothing(const DutyRow& row, const Guideline& guideline) {
  const auto is_id = [](const Id& about) { return [&](const auto& one) { return one.id == about; }; };
  for (const Duty& duty : guideline.duties)
    if (duty.id == row.duty)
      return std::any_of(guideline.dialogues.begin(), guideline.dialogues.end(), is_id(duty.about)) ||
             std::any_of(guideline.meetings.begin(), guideline.meetings.end(), is_id(duty.about)) ||
             std::any_of(guideline.surveys.begin(), guideline.surveys.end(), is_id(duty.about));
  return false;
}

}  // namespace

std::vector<Occasion> occasions_of(const QualitySystem& system, const AnnualCycle& cycle, std::string_view actor) {
  std::map<std::string_view, const Event*> events;
  for (const Event& event : cycle.events) events.emplace(event.id, &event);
  std::vector<Occasion> occasions;
  std::map<std::pair<std::string, std::string>, std::size_t> first;  // by duty and event
  for (DutyRow& row : duties(system, cycle, actor)) {
    const auto found = events.find(row.event);
    const Event* const event = found == events.end() ? nullptr : found->second;
    if (event != nullptr) {
      const auto [known, is_new] =
          first.try_emplace(std::pair(row.duty.str(), std::string(without_ordinal(row.event))), occasions.size());
      if (!is_new) {
        Occasion& earlier = occasions[known->second];
        earlier.days = {std::min(earlier.days.start, event->start), std::max(earlier.days.end, event->end)};
        if (row.due) earlier.row.due = earlier.row.due ? std::max(*earlier.row.due, *row.due) : row.due;
        if (row.from) earlier.row.from = earlier.row.from ? std::min(*earlier.row.from, *row.from) : row.from;
        continue;
      }
    }
    if (event == nullptr && is_about_nothing(row, system.guideline)) continue;
    Occasion& occasion = occasions.emplace_back();
    occasion.event = event;
    occasion.days = event == nullptr ? cycle.period : Period{event->start, event->end};
    occasion.starts_document =
        event != nullptr && !row.document.empty() && event->type != row.document && !brings(*event, row.document) &&
        std::find(event->starts.begin(), event->starts.end(), row.document) != event->starts.end();
    occasion.asks_for_record = asks_for_record(row, system.guideline);
    occasion.row = std::move(row);
    if (event == nullptr) continue;
    occasion.row.event = Text(without_ordinal(event->id));
    rest_on_bring(occasion.row, *event);
  }
  return occasions;
}

}  // namespace kvalitet
