#pragma once
// Answers as they are kept: how many, never whose. Counts are exact and merge: the parts of a round give, in whatever
// order they come, what the whole would have given.
#include "kvalitet/base/export.hpp"
#include "kvalitet/survey/area_moments.hpp"
#include "kvalitet/survey/instrument.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kvalitet {

/// An item, and the order of its counts.
struct CountedItem {
  Id item;
  std::vector<int> codes;  ///< of the scale's levels from the least, then of those outside
  friend bool operator==(const CountedItem&, const CountedItem&) = default;
};

/// Items of an area that are asked of the same respondents, so that answers to all of them belong together.
struct ScoredItems {
  Id area;
  std::vector<Id> items;
  friend bool operator==(const ScoredItems&, const ScoredItems&) = default;
};

/// The answers of one group, such as a unit's grade.
struct GroupCounts {
  std::vector<Text> key;                ///< its values of `by`, in that order
  std::optional<std::int64_t> invited;  ///< how many were asked, where somebody has said
  std::int64_t respondents = 0;
  std::vector<std::int64_t> counts;  ///< for each item in order, for each of its codes
  std::vector<AreaMoments> moments;  ///< for each of `scored` in order; none where they were not asked for
  friend bool operator==(const GroupCounts&, const GroupCounts&) = default;
};

/// The counts of one round of a survey. They are the units' own: what of them may be shown to whom is decided on
/// release.
struct SurveyCounts {
  int format_version = 1;
  Id instrument;
  Text version;  ///< of the instrument
  Text round;    ///< such as `2026-10`
  std::vector<Text> by;
  std::vector<CountedItem> items;
  std::vector<ScoredItems> scored;  ///< what the moments are of
  std::vector<GroupCounts> groups;  ///< by key
  friend bool operator==(const SurveyCounts&, const SurveyCounts&) = default;
};

/// No answers yet: what the counts of this instrument begin with.
[[nodiscard]] KVALITET_API SurveyCounts empty_counts(const SurveyInstrument& instrument, const Text& round,
                                                     std::vector<Text> by);

/// The answers of both. How many were invited is known of a group where no part that has the group leaves it open.
/// Throws UsageError where they are not of the same instrument, version, round, items and division.
[[nodiscard]] KVALITET_API SurveyCounts merge(const SurveyCounts& a, const SurveyCounts& b);

/// How many of a group were asked to answer.
struct InvitedGroup {
  std::vector<Text> key;
  std::int64_t invited = 0;
};

/// The same counts with how many were asked. Groups of which nobody has answered are added, so that they show. Throws
/// UsageError for a key of another number of values than `by`, and for negative numbers.
[[nodiscard]] KVALITET_API SurveyCounts with_invited(SurveyCounts counts, std::span<const InvitedGroup> invited);

/// The same answers divided by fewer columns, in the order given: a unit's grades together, all units together. Throws
/// UsageError for a column that the counts do not have.
[[nodiscard]] KVALITET_API SurveyCounts by_columns(const SurveyCounts& counts, std::span<const Text> columns);

/// What is wrong with counts that were read: of another instrument or version, items that it does not have, more
/// answers than respondents, groups that are not in order or there twice.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const SurveyCounts& counts, const SurveyInstrument& instrument);

template <>
struct Describe<CountedItem> {
  static constexpr std::string_view name = "CountedItem";
  static constexpr Label label{"Räknad fråga", "Counted item"};
  static constexpr std::string_view meaning = "An item, and the order of its counts.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"item", &T::item, Label{"Fråga", "Item"}, "The `id` of the item.", required},
      Field{"codes", &T::codes, Label{"Koder", "Codes"},
            "The codes of the scale's levels from the least, then of those outside.", required},
  };
};

template <>
struct Describe<ScoredItems> {
  static constexpr std::string_view name = "ScoredItems";
  static constexpr Label label{"Sammanhörande frågor", "Scored items"};
  static constexpr std::string_view meaning = "Items of an area that are asked of the same respondents.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of the area.", required},
      Field{"items", &T::items, Label{"Frågor", "Items"}, "The `id`s of the items.", required},
  };
};

template <>
struct Describe<GroupCounts> {
  static constexpr std::string_view name = "GroupCounts";
  static constexpr Label label{"Gruppens svar", "Group counts"};
  static constexpr std::string_view meaning = "The answers of one group, such as a unit's grade.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "Its values of `by`, in that order."},
      Field{"invited", &T::invited, Label{"Inbjudna", "Invited"}, "How many were asked, where somebody has said."},
      Field{"respondents", &T::respondents, Label{"Svarande", "Respondents"}, "How many answered."},
      Field{"counts", &T::counts, Label{"Antal", "Counts"}, "For each item in order, for each of its codes."},
      Field{"moments", &T::moments, Label{"Summor", "Moments"},
            "For each of `scored` in order; none where they were not asked for."},
  };
};

template <>
struct Describe<SurveyCounts> {
  static constexpr std::string_view name = "SurveyCounts";
  static constexpr Label label{"Enkätsvar i antal", "Survey counts"};
  static constexpr std::string_view meaning =
      "The answers of one round of a survey: how many, never whose. They are the units' own.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"instrument", &T::instrument, Label{"Enkät", "Instrument"}, "The `id` of the instrument.", required},
      Field{"version", &T::version, Label{"Version", "Version"}, "Of the instrument."},
      Field{"round", &T::round, Label{"Omgång", "Round"}, "Such as `2026-10`."},
      Field{"by", &T::by, Label{"Uppdelat på", "By"}, "What the answers are divided by, such as `unit`."},
      Field{"items", &T::items, Label{"Frågor", "Items"}, "The items and the order of their counts."},
      Field{"scored", &T::scored, Label{"Sammanhörande frågor", "Scored"}, "What the moments are of."},
      Field{"groups", &T::groups, Label{"Grupper", "Groups"}, "The groups, by key."},
  };
};

}  // namespace kvalitet
