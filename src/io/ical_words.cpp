#include "io/ical_words.hpp"

#include "base/basis_words.hpp"
#include "base/blank.hpp"
#include "base/joined.hpp"
#include "base/words.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

constexpr Label takes_part{"Deltar: ", "Takes part: "};
constexpr Label who{"Vilka: ", "Who: "};
constexpr Label brings{" har med sig: ", " brings: "};
constexpr Label starts{"Startar arbetet med: ", "Starts the work on: "};
constexpr Label forms{"Skolformer: ", "School forms: "};
constexpr Label begins{"Börjar: ", "Starts at: "};
constexpr Label undated{"Riktlinjen säger inte när under tiden.", "The guideline does not say when during this time."};
constexpr Label at_least{"minst ", "at least "};
constexpr Label at_most{"högst ", "at most "};
constexpr Label same_form{"från samma skolform", "from the same school form"};
constexpr Label off{"Inställt: ", "Cancelled: "};
constexpr std::string_view dash = " – ";

/// What people call it; its id where the cycle does not say.
std::string_view title_of(const std::vector<Name>& names, const Id& id, Language language) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.id == id; });
  return found == names.end() ? id.str() : found->title.in(language).str();
}

class Description {
 public:
  Description(const Event& event, const AnnualCycle& names, Language language)
      : event_(event), names_(names), language_(language) {}

  Text text() && {
    lines_.add(event_.form.in(language_));
    if (event_.start_time && !is_timed(event_)) add(begins, to_string(*event_.start_time));
    if (!event_.dated) lines_.add(undated.in(language_));
    add_people();
    for (const Bring& bring : event_.brings)
      lines_.add(with_capital(actor(bring.by)) + std::string(brings.in(language_)) +
                 std::string(document(bring.document)) + " (" + std::string(label_of(bring.state, language_)) + ")");
    Joined started(", ");
    for (const Id& id : event_.starts) started.add(document(id));
    add(starts, started.str());
    Joined schools(", ");
    for (const SchoolForm form : event_.school_forms) schools.add(label_of(form, language_));
    add(forms, schools.str());

    Joined paragraphs("\n\n");
    paragraphs.add(lines_.str());
    paragraphs.add(rests_on(event_.basis, language_));
    return std::move(paragraphs).text();
  }

 private:
  void add(const Label& label, std::string_view words) {
    if (!words.empty()) lines_.add(std::string(label.in(language_)) + std::string(words));
  }
  [[nodiscard]] std::string_view actor(const Id& id) const { return title_of(names_.actors, id, language_); }
  [[nodiscard]] std::string_view document(const Id& id) const { return title_of(names_.documents, id, language_); }

  void add_people() {
    const bool people_meet = event_.kind == EventKind::dialogue || event_.kind == EventKind::meeting;
    if (!people_meet && !event_.brings.empty() && event_.actors.size() == 1) return;  // it is they who bring it
    Joined people(", ");
    for (const Participant& participant : event_.participants) people.add(in_words(participant));
    if (people.str().empty())
      for (const Id& id : event_.actors) people.add(actor(id));
    add(people_meet ? takes_part : who, people.str());
  }

  /// `Rektor (3–4, från samma skolform)`
  [[nodiscard]] std::string in_words(const Participant& participant) const {
    Joined how(", ");
    const auto& [min, max] = std::pair(participant.min, participant.max);
    if (min && max)
      how.add(std::to_string(*min) + (*min == *max ? "" : "–" + std::to_string(*max)));
    else if (min || max)
      how.add(std::string((min ? at_least : at_most).in(language_)) + std::to_string(min ? *min : *max));
    if (participant.same_school_form) how.add(same_form.in(language_));
    const std::string who(actor(participant.actor));
    return how.str().empty() ? who : who + " (" + how.str() + ")";
  }

  const Event& event_;
  const AnnualCycle& names_;
  Language language_;
  Joined lines_{"\n"};
};

}  // namespace

Text calendar_name(const AnnualCycle& cycle, const FeedScope& scope, Language language) {
  if (!is_blank(scope.name)) return scope.name;
  const EventFilter& only = scope.only;
  Joined name(dash);
  name.add(Describe<AnnualCycle>::label.in(language));
  if (scope.unit) name.add(is_blank(scope.unit->name) ? scope.unit->id.str() : scope.unit->name.str());
  for (const auto& actor : {only.actor, only.audience})
    if (actor) name.add(title_of(cycle.actors, *actor, language));
  if (only.level) name.add(title_of(cycle.levels, *only.level, language));
  if (only.school_form) name.add(label_of(*only.school_form, language));
  if (only.kind) name.add(label_of(*only.kind, language));
  name.add(cycle.organiser);
  return std::move(name).text();
}

Text event_description(const Event& event, const AnnualCycle& names, Language language) {
  return Description(event, names, language).text();
}

Text event_category(EventKind kind, Language language) { return Text(with_capital(label_of(kind, language))); }

Text called_off(const Text& title, Language language) { return Text(std::string(off.in(language)) + title.str()); }

}  // namespace kvalitet
