#include "kvalitet/guideline/trace.hpp"

#include "base/among.hpp"
#include "base/walk.hpp"
#include "guideline/sentences.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

Bearing bearing_of(const Basis& basis) {
  if (!basis.modal) return Bearing::describes;
  return *basis.modal == Modal::may || *basis.modal == Modal::support ? Bearing::permits : Bearing::obliges;
}

/// What cites sentences.
struct Holder {
  Text pointer;
  Bearing bearing;
  const Id* carrier = nullptr;  ///< its name, when it is a duty or a rule
};

}  // namespace

std::vector<TraceRow> trace(const Guideline& guideline) {
  const Sentences sentences(guideline);
  std::vector<TraceRow> rows;
  for (const auto& sentence : sentences.all()) {
    const Passage& passage = guideline.text[sentence.passage];
    TraceRow& row = rows.emplace_back();
    row.section = passage.section;
    row.heading = passage.heading;
    row.sentence = Text(sentence.text);
    row.paraphrase = passage.paraphrase;
  }
  const auto account = [&](const Citation& citation, const Holder& holder) {
    for (const std::size_t index : sentences.quoted(citation)) {
      TraceRow& row = rows[index];
      row.bearing = std::min(row.bearing, holder.bearing);
      add_once(row.accounted_by, holder.pointer);
      if (holder.carrier != nullptr) add_once(row.carried_by, *holder.carrier);
    }
  };
  const Id* carrier = nullptr;
  std::string carrier_at;
  walk(type_info<Guideline>(), &guideline, [&](const Visit& visit) {
    const auto* const basis = visit.as<Basis>();
    if (basis == nullptr) {
      const auto* const duty = visit.as<Duty>();
      const auto* const rule = visit.as<Rule>();
      if (duty != nullptr || rule != nullptr) {
        carrier = duty != nullptr ? &duty->id : &rule->id;
        carrier_at = visit.pointer;
      }
      return true;
    }
    const std::string pointer = visit.pointer.substr(0, visit.pointer.rfind('/'));
    const Holder holder{Text(pointer), bearing_of(*basis), pointer == carrier_at ? carrier : nullptr};
    if (basis->citation) account(*basis->citation, holder);
    for (const Citation& citation : basis->also) account(citation, holder);
    return false;
  });
  for (const Citation& citation : guideline.informative)
    for (const std::size_t index : sentences.quoted(citation))
      rows[index].bearing = std::min(rows[index].bearing, Bearing::informs);
  return rows;
}

}  // namespace kvalitet
