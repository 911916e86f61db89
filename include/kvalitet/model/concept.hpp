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

/// What an actor has to do.
struct Duty {
  Id id;
  Id actor;
  Localised what;
  Id about;  ///< the dialogue, meeting, document or survey it belongs to; may be empty
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
