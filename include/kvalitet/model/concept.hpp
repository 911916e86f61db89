#pragma once
// The small words of a guideline: things that have a name, a meaning and a basis, and people by their parts in it.
#include "kvalitet/base/basis.hpp"
#include "kvalitet/base/id.hpp"

namespace kvalitet {

/// Something a guideline names: a level, a quality dimension, a question, a goal area, an article, a factor.
struct Concept {
  Id id;
  Localised title;
  Localised meaning;
  Basis basis;
  friend bool operator==(const Concept&, const Concept&) = default;
};

/// Somebody who acts in the quality system.
struct Actor {
  Id id;
  Localised title;
  Id level;
  Basis basis;
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// When an actor has to do it, seen from what it is about.
enum class DutyMoment {
  any_time,      ///< the text sets no time, or says "kontinuerligt", which alone never makes anything late
  before_start,  ///< before what it is about begins
  by_end,        ///< at the latest when it ends
  after_end,     ///< when it has ended
};

/// What shows that it was done.
enum class Proof {
  nothing,           ///< the text requires no record; nobody can tell from one that it was not done
  document,          ///< the document that it is about, as far as `state`
  dialogue_session,  ///< the record of the dialogue or meeting that it is about
  survey_counts,     ///< the counts of the survey that it is about
  survey_link,       ///< the register of surveys, where it says how far a link has come; or answers that came by it
  follow_up,         ///< a follow-up in the commitment plan that names the survey
  measure,           ///< a measure of the organiser
  matter,            ///< the entry of a matter
};

/// What an actor has to do.
struct Duty {
  Id id;
  Id actor;
  Localised what;
  Id about;  ///< the dialogue, meeting, document or survey it belongs to; may be empty
  DutyMoment moment = DutyMoment::any_time;
  Proof proof = Proof::nothing;
  std::vector<Id> supports;  ///< tools, templates and statistics that help
  Basis basis;
  friend bool operator==(const Duty&, const Duty&) = default;
};

/// A tie to something else the guideline names, with what the tie rests on.
struct Link {
  Id id;
  Basis basis;
  friend bool operator==(const Link&, const Link&) = default;
};

template <>
struct Describe<Concept> {
  static constexpr std::string_view name = "Concept";
  static constexpr Label label{"Begrepp", "Concept"};
  static constexpr std::string_view meaning =
      "Something a guideline names: a level, a quality dimension, a question, a goal area, an article, a factor.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"meaning", &T::meaning, Label{"Innebörd", "Meaning"}, "What it means, when the text says so."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on."},
  };
};

template <>
struct Describe<Actor> {
  static constexpr std::string_view name = "Actor";
  static constexpr Label label{"Aktör", "Actor"};
  static constexpr std::string_view meaning = "Somebody who acts in the quality system.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"level", &T::level, Label{"Nivå", "Level"}, "The level it belongs to.", required, "levels"},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<DutyMoment> {
  static constexpr std::string_view name = "DutyMoment";
  static constexpr Label label{"När", "When"};
  static constexpr std::string_view meaning = "When a duty is to be done, seen from what it is about.";
  static constexpr auto values = std::array{
      Choice{DutyMoment::any_time, "any_time", Label{"ingen bestämd tid", "no set time"}},
      Choice{DutyMoment::before_start, "before_start", Label{"innan det börjar", "before it begins"}},
      Choice{DutyMoment::by_end, "by_end", Label{"senast när det slutar", "by its end"}},
      Choice{DutyMoment::after_end, "after_end", Label{"när det är slut", "after its end"}},
  };
};

template <>
struct Describe<Proof> {
  static constexpr std::string_view name = "Proof";
  static constexpr Label label{"Visas av", "Proof"};
  static constexpr std::string_view meaning = "What shows that a duty was done.";
  static constexpr auto values = std::array{
      Choice{Proof::nothing, "nothing", Label{"texten kräver inget underlag", "the text requires no record"}},
      Choice{Proof::document, "document", Label{"dokumentet", "the document"}},
      Choice{Proof::dialogue_session, "dialogue_session", Label{"ett genomfört tillfälle", "a session that was held"}},
      Choice{Proof::survey_counts, "survey_counts", Label{"mätningens svar", "the survey's counts"}},
      Choice{Proof::survey_link, "survey_link", Label{"mätningens länk", "the survey's link"}},
      Choice{Proof::follow_up, "follow_up", Label{"en uppföljning i planen", "a follow-up in the plan"}},
      Choice{Proof::measure, "measure", Label{"en insats", "a measure"}},
      Choice{Proof::matter, "matter", Label{"ärendets uppgifter", "the entry of the matter"}},
  };
};

template <>
struct Describe<Duty> {
  static constexpr std::string_view name = "Duty";
  static constexpr Label label{"Uppgift", "Duty"};
  static constexpr std::string_view meaning = "What an actor has to do; its strength is the modal of its basis.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Who has to do it.", required, "actors"},
      Field{"what", &T::what, Label{"Vad", "What"}, "What is to be done.", required},
      Field{"about", &T::about, Label{"Hör till", "About"},
            "The dialogue, meeting, document or survey it belongs to, and which is therefore in the actor's calendar.",
            "scheduled"},
      Field{"moment", &T::moment, Label{"När", "When"}, "When, seen from what it is about."},
      Field{"proof", &T::proof, Label{"Visas av", "Shown by"}, "What shows that it was done."},
      Field{"supports", &T::supports, Label{"Stöd", "Supports"}, "Tools, templates and statistics that help.",
            "supports"},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

template <>
struct Describe<Link> {
  static constexpr std::string_view name = "Link";
  static constexpr Label label{"Koppling", "Link"};
  static constexpr std::string_view meaning = "A tie to something else the guideline names, with what it rests on.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "What it is tied to.", required},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What the tie rests on.", required},
  };
};

}  // namespace kvalitet
