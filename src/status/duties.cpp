#include "kvalitet/status/duties.hpp"

#include "cycle/ready_by.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

const Document* find_document(const Guideline& guideline, const Id& id) {
  const auto found = std::find_if(guideline.documents.begin(), guideline.documents.end(),
                                  [&](const Document& document) { return document.id == id; });
  return found == guideline.documents.end() ? nullptr : &*found;
}

std::vector<SupportLink> links_to(const std::vector<Id>& supports, const QualitySystem& system) {
  std::vector<SupportLink> links;
  for (const Id& id : supports) {
    SupportLink link{id, {}, {}};
    for (const Concept& support : system.guideline.supports)
      if (support.id == id) link.title = support.title;
    for (const SupportLink& local : system.policy.links) {
      if (local.support != id) continue;
      link.url = local.url;
      if (!local.title.sv.empty()) link.title = local.title;
    }
    links.push_back(std::move(link));
  }
  return links;
}

/// The document that shows a duty: the one it is about, or the one brought to, or started at, what it is about.
void name_document(DutyRow& row, const Duty& duty, const Event* event, const Guideline& guideline) {
  if (duty.proof != Proof::document) return;
  if (event == nullptr || find_document(guideline, duty.about) != nullptr) {
    row.document = duty.about;
    return;
  }
  for (const Bring& bring : event->brings) {
    row.document = bring.document;
    row.state = bring.state;
    return;
  }
  if (!event->starts.empty()) {
    row.document = event->starts.front();
    row.state = DocumentState::begun;
  }
}

void set_days(DutyRow& row, DutyMoment moment, const Event& event) {
  if (!event.dated) return;
  switch (moment) {
    case DutyMoment::any_time: break;
    case DutyMoment::before_start: row.due = add_days(event.start, -1); break;
    case DutyMoment::by_end: row.due = event.end; break;  // a document may be due before that
    case DutyMoment::after_end: row.from = add_days(event.end, 1); break;
  }
}

/// What is brought to a dialogue is to be ready when the year's days say so: when the dialogue begins, or on a local
/// day.
void due_for_document(DutyRow& row, DutyMoment moment, const Event& event, const QualitySystem& system) {
  if (row.document.empty() || moment != DutyMoment::by_end) return;
  const OwnYear year{event.clock, year_of(event.clock, event.start)};
  if (const auto day = ready_by(system, year, row.document, event.type)) row.due = day;
}

}  // namespace

std::vector<DutyRow> duties(const QualitySystem& system, const AnnualCycle& cycle, std::string_view actor) {
  std::vector<DutyRow> rows;
  for (const Duty& duty : system.guideline.duties) {
    if (!actor.empty() && duty.actor != actor) continue;
    DutyRow row;
    row.duty = duty.id;
    row.actor = duty.actor;
    row.what = duty.what;
    row.proof = duty.proof;
    row.supports = links_to(duty.supports, system);
    row.basis = duty.basis;
    bool found = false;
    for (const Event& event : cycle.events) {
      if (duty.about.empty() || event.type != duty.about) continue;
      found = true;
      DutyRow& occasion = rows.emplace_back(row);
      occasion.event = event.id;
      set_days(occasion, duty.moment, event);
      name_document(occasion, duty, &event, system.guideline);
      due_for_document(occasion, duty.moment, event, system);
    }
    if (found) continue;
    name_document(row, duty, nullptr, system.guideline);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const DutyRow& a, const DutyRow& b) {
    if (!a.due || !b.due) return a.due.has_value() && !b.due;
    return *a.due < *b.due;
  });
  return rows;
}

}  // namespace kvalitet
