#pragma once
// What a session talks of, and who sits in which: from the guideline's dialogues.
#include "kvalitet/base/export.hpp"
#include "kvalitet/dialogues/session.hpp"
#include "kvalitet/guideline/quality_system.hpp"

namespace kvalitet {

/// The dialogue or meeting of that id, or nullptr.
[[nodiscard]] KVALITET_API const Dialogue* find_dialogue(const Guideline& guideline, std::string_view id);

/// A session to be filled in: a note for each topic of the dialogue. Throws NotFoundError.
[[nodiscard]] KVALITET_API DialogueSession session_skeleton(const QualitySystem& system, std::string_view dialogue);

/// Somebody who is to be placed in a group.
struct GroupMember {
  Text name;
  Text unit;
  SchoolForm school_form = SchoolForm::GR;
  friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

/// Groups for a dialogue that is held in groups: as even as the dialogue's numbers allow, in the order of the members,
/// of one school form each where it says so.
struct Grouping {
  std::vector<DialogueSession> sessions;
  /// Members whose school form has too few of them, or a number that no groups add up to; somebody has to decide, and
  /// a deviation to be recorded when a group is to have another size.
  std::vector<GroupMember> ungrouped;
};

/// Throws NotFoundError for an unknown dialogue.
[[nodiscard]] KVALITET_API Grouping group_members(const QualitySystem& system, std::string_view dialogue,
                                                  std::vector<GroupMember> members);

template <>
struct Describe<GroupMember> {
  static constexpr std::string_view name = "GroupMember";
  static constexpr Label label{"Gruppmedlem", "Group member"};
  static constexpr std::string_view meaning = "Somebody who is to be placed in a group.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"name", &T::name, Label{"Namn", "Name"}, "The person's name.", required},
      Field{"unit", &T::unit, Label{"Enhet", "Unit"}, "The unit that the person leads."},
      Field{"school_form", &T::school_form, Label{"Skolform", "School form"}, "By which the person is grouped.",
            required},
  };
};

}  // namespace kvalitet
