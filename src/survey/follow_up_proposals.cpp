// Follow-ups that a plan may take in, from what a comparison allows to be said.
#include "base/words.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/message.hpp"
#include "kvalitet/survey/comparison.hpp"
#include "survey/comparison_words.hpp"

#include <algorithm>
#include <string>

namespace kvalitet {
namespace {

/// An item as it is asked, in Swedish if it can be.
Text question(const SurveyInstrument& instrument, const Id& id) {
  for (const SurveyItem& item : instrument.items) {
    if (item.id != id) continue;
    for (const Wording& wording : item.wordings)
      if (wording.language == "sv") return wording.text;
    if (!item.wordings.empty()) return item.wordings.front().text;
  }
  return Text(id);
}

bool is_of(const std::vector<Text>& key, std::span<const Text> wanted) {
  return std::equal(key.begin(), key.end(), wanted.begin(), wanted.end());
}

/// `”Jag känner mig trygg” (6,2 mot 7,4)`, and so on.
std::string items_in_words(const SurveyComparison& comparison, const SurveyInstrument& instrument,
                           const AreaComparison& area, Outcome outcome, bool stands) {
  std::string all;
  for (const ItemComparison& item : comparison.items) {
    if (item.area != area.area || item.outcome != outcome || item.key != area.key || item.stands != stands) continue;
    all += (all.empty() ? "”" : ", ”") + question(instrument, item.item).str() + "” (" +
           points_in_words(item.mean).sv.str() + " mot " + points_in_words(item.reference_mean).sv.str() + ')';
  }
  return all;
}

Text title_of(const SurveyInstrument& instrument, const Id& id) {
  for (const SurveyArea& area : instrument.areas)
    if (area.id == id) return area.title.sv;
  return Text(id);
}

/// What was seen, and a step to begin from. These are words for a plan, which is written in Swedish.
FollowUp proposal(const SurveyComparison& comparison, const SurveyInstrument& instrument, const AreaComparison& area) {
  const std::string than = comparison.reference == Reference::others
                               ? "hos övriga"
                               : "i " + round_in_words(comparison.reference_round).sv.str();
  std::string text = instrument.title.sv.str() + ", " + round_in_words(comparison.round).sv.str() + ", " +
                     title_of(instrument, area.area).str() + ", jämfört med svaren " + than + ":";
  std::string said;
  const auto say = [&](const char* what, Outcome outcome, bool stands) {
    const std::string items = items_in_words(comparison, instrument, area, outcome, stands);
    if (!items.empty()) said += (said.empty() ? " " : "; ") + std::string(what) + items;
  };
  say("mer positiva svar på ", Outcome::above, true);
  say("mindre positiva svar på ", Outcome::below, true);
  say("kanske mer positiva svar på ", Outcome::above, false);
  say("kanske mindre positiva svar på ", Outcome::below, false);
  if (said.empty())
    said = " ungefär samma svar, index " + points_in_words(area.index).sv.str() + " mot " +
           points_in_words(area.reference_index).sv.str();
  text += said + '.';
  FollowUp follow_up;
  follow_up.text = Text(text);
  follow_up.survey = comparison.survey;
  switch (area.outcome) {
    case Outcome::above:
      follow_up.next_step = "Beskriv vad som kan ha bidragit, och vad som behövs för att det ska hålla i sig.";
      break;
    case Outcome::below:
      follow_up.next_step =
          "Ta reda på tillsammans med barn och elever vad som ligger bakom, och bestäm vad som ska ändras före nästa mätning.";
      break;
    case Outcome::mixed:
      follow_up.next_step =
          "Behåll det som kan ha bidragit till det som gått framåt, och ta reda på tillsammans med barn och elever vad som "
          "ligger bakom det andra.";
      break;
    default: follow_up.next_step = "Pröva om det som görs når dem det är till för, eller om något annat behövs.";
  }
  return follow_up;
}

}  // namespace

std::vector<FollowUp> propose_follow_ups(const SurveyComparison& comparison, const SurveyInstrument& instrument,
                                         std::span<const Text> key, Date date, const Id& round) {
  std::vector<FollowUp> all;
  bool found = false;
  for (const AreaComparison& area : comparison.areas) {
    if (!is_of(area.key, key)) continue;
    found = true;
    if (area.outcome == Outcome::unclear || area.outcome == Outcome::too_few ||
        area.outcome == Outcome::not_comparable || area.outcome == Outcome::not_asked)
      continue;
    FollowUp& one = all.emplace_back(proposal(comparison, instrument, area));
    one.date = date;
    one.round = round;
  }
  if (found) return all;
  std::string group;
  for (const Text& part : key) group += (group.empty() ? "" : ", ") + part.str();
  std::string known;
  int shown = 0;
  const AreaComparison* last = nullptr;
  for (const AreaComparison& area : comparison.areas) {
    if (last != nullptr && last->key == area.key) continue;
    last = &area;
    if (++shown > 20) {
      known += " …";
      break;
    }
    std::string one;
    for (const Text& part : area.key) one += (one.empty() ? "" : ", ") + part.str();
    known += (known.empty() ? "" : "; ") + one;
  }
  throw UsageError("survey.no-such-group", {{"group", Text(group)}, {"known", Text(known.empty() ? "–" : known)}});
}

}  // namespace kvalitet
