#include "kvalitet/guideline/trace.hpp"

#include "base/walk.hpp"
#include "guideline/sentences.hpp"

namespace kvalitet {

std::vector<TraceRow> trace(const Guideline& guideline) {
  const Sentences sentences(guideline);
  std::vector<TraceRow> rows;
  for (const auto& sentence : sentences.all()) {
    const Passage& passage = guideline.text[sentence.passage];
    rows.push_back(TraceRow{passage.section, passage.heading, Text(sentence.text), {}, false, passage.paraphrase});
  }
  for (const Citation& citation : guideline.informative)
    for (const std::size_t index : sentences.quoted(citation)) rows[index].informative = true;

  const auto account = [&](const Citation& citation, const Text& holder) {
    for (const std::size_t index : sentences.quoted(citation)) {
      auto& accounted_by = rows[index].accounted_by;
      if (accounted_by.empty() || accounted_by.back() != holder) accounted_by.push_back(holder);
    }
  };
  walk(type_info<Guideline>(), &guideline, [&](const Visit& visit) {
    const auto* const basis = visit.as<Basis>();
    if (basis == nullptr) return true;
    const Text holder(visit.pointer.substr(0, visit.pointer.rfind('/')));
    if (basis->citation) account(*basis->citation, holder);
    for (const Citation& citation : basis->also) account(citation, holder);
    return false;
  });
  return rows;
}

}  // namespace kvalitet
