#pragma once
// What differs between two rounds, or between a group and all others: which items moved, for whom, by how much and how
// sure that is, in figures and in words. Never a ranking: groups stand in the counts' order.
//
// Rounds are two samples of whoever was asked; no pupil is followed. A difference is called one only where the
// intervals of both Cliff's delta and the means' difference (Welch) leave out 0, and answers are called similar only
// where delta's whole interval is below what counts as small; everything between is said to be unclear. With many items
// some differ by chance: `stands` says of which that holds when all of a group's items are tested together (Holm 1979);
// an area has moved only where one of its items stands, and its index has moved the same way.
// Where fewer than `least_answers` answered there are no figures, and an area's index is of the items that have
// figures, so that it tells nothing of the others.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/value.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/survey/audience.hpp"
#include "kvalitet/survey/counts.hpp"
#include "kvalitet/survey/statistics.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace kvalitet {

/// With what a group is compared.
enum class Reference {
  earlier_round,  ///< itself, in the round before
  others,         ///< all other groups of the same round together
};

/// What the evidence allows to be said.
enum class Outcome {
  above,           ///< answers are more favourable than in the reference
  below,           ///< less favourable
  mixed,           ///< of an area: some items are above, some below
  similar,         ///< about the same: any difference is smaller than small
  unclear,         ///< too few answers to tell whether there is a difference
  too_few,         ///< fewer answers than are compared at all
  not_comparable,  ///< the item is another, or new, or gone
  not_asked,       ///< nobody has answered on either side: an item for others
};

/// How groups are compared.
struct ComparisonOptions {
  double confidence = 0.95;
  std::int64_t least_answers = 5;   ///< on either side; fewer are not compared, nor counted among `others`
  int least_others = 3;             ///< groups that `others` are at least, or they would be known one by one
  DifferenceThresholds thresholds;  ///< of |Cliff's delta|
};

/// How a group's answers to one item compare. Positive differences: the group has the more favourable answers now.
struct ItemComparison {
  std::vector<Text> key;
  Id item;
  Id area;
  Outcome outcome = Outcome::too_few;
  bool stands = false;                            ///< also when all items of the group are tested together
  std::optional<std::int64_t> reference_answers;  ///< on the scale; none where they are too few
  std::optional<std::int64_t> answers;
  Value reference_mean;  ///< points, 0-10
  Value mean;
  Value difference;  ///< of the means, with Welch's interval
  Value difference_lower;
  Value difference_upper;
  Value reference_top_share;  ///< 0-1, those who did not know in the base
  Value top_share;
  Value top_difference;  ///< of the shares, with Newcombe's interval
  Value top_difference_lower;
  Value top_difference_upper;
  Value delta;  ///< Cliff's, -1 to 1
  Value delta_lower;
  Value delta_upper;
  Value p;  ///< of Mann and Whitney's test, by itself
  Localised words;
  SurveyAudience audience = SurveyAudience::unit;
  friend bool operator==(const ItemComparison&, const ItemComparison&) = default;
};

/// How a group's answers in one area compare, told by its items.
struct AreaComparison {
  std::vector<Text> key;
  Id area;
  Outcome outcome = Outcome::too_few;
  Value reference_index;  ///< of the items that are compared, points 0-10
  Value index;
  Value difference;
  int items = 0;  ///< those that are compared, of which:
  int above = 0;
  int below = 0;
  int similar = 0;
  int unclear = 0;
  int standing = 0;  ///< of those above and below, how many stand
  int left_out = 0;  ///< items with too few answers, or that are not comparable; not those that were not asked
  Localised words;
  SurveyAudience audience = SurveyAudience::unit;
  friend bool operator==(const AreaComparison&, const AreaComparison&) = default;
};

struct SurveyComparison {
  SurveyAudience audience = SurveyAudience::unit;
  Id instrument;
  Id survey;  ///< the guideline's survey that it is for
  Text round;
  Reference reference = Reference::earlier_round;
  Text reference_round;  ///< the same, when groups are compared with each other
  std::vector<Text> by;
  std::vector<Id> gone;               ///< items of the reference round that are no longer asked
  Localised method;                   ///< how it was judged, with its thresholds
  std::vector<AreaComparison> areas;  ///< for each group, every area of the instrument
  std::vector<ItemComparison> items;  ///< for each group, every item
  friend bool operator==(const SurveyComparison&, const SurveyComparison&) = default;
};

/// Each group now against the same group then; groups that only one round has are there, with too few answers. Throws
/// UsageError where counts are not of their instrument, the two are of different instruments, are divided by different
/// columns or do not follow each other, and for a confidence that is not between 0 and 1 or a `least_answers` below 2.
[[nodiscard]] KVALITET_API SurveyComparison compare_rounds(const SurveyCounts& before,
                                                           const SurveyInstrument& before_instrument,
                                                           const SurveyCounts& after,
                                                           const SurveyInstrument& after_instrument,
                                                           const ComparisonOptions& options = {});

/// Each group against all other groups of the round together: of each item those with at least `least_answers`, if they
/// are `least_others` or more. Rows that nobody has said the group of are no group.
[[nodiscard]] KVALITET_API SurveyComparison compare_with_others(const SurveyCounts& counts,
                                                                const SurveyInstrument& instrument,
                                                                const ComparisonOptions& options = {});

/// A round of a progression.
struct SurveyRound {
  SurveyCounts counts;
  SurveyInstrument instrument;
};

/// Rounds in the order given, each against the one before and, where labels are months such as `2026-10`, against the
/// same month a year before. Throws UsageError as compare_rounds does.
[[nodiscard]] KVALITET_API std::vector<SurveyComparison> progression(std::span<const SurveyRound> rounds,
                                                                     const ComparisonOptions& options = {});

/// What a group's plan may say of it: a follow-up for each area in which something differs or most is as it was, dated,
/// with the survey and the guideline's `round`, what was seen, and a next step to begin from. None where the evidence
/// allows nothing. Throws UsageError for a group that is not there.
[[nodiscard]] KVALITET_API std::vector<FollowUp> propose_follow_ups(const SurveyComparison& comparison,
                                                                    const SurveyInstrument& instrument,
                                                                    std::span<const Text> key, Date date,
                                                                    const Id& round);

template <>
struct Describe<Reference> {
  static constexpr std::string_view name = "Reference";
  static constexpr Label label{"Jämförelse med", "Reference"};
  static constexpr std::string_view meaning = "With what a group is compared.";
  static constexpr auto values = std::array{
      Choice{Reference::earlier_round, "earlier_round", Label{"tidigare omgång", "earlier round"}},
      Choice{Reference::others, "others", Label{"övriga", "others"}},
  };
};

template <>
struct Describe<Outcome> {
  static constexpr std::string_view name = "Outcome";
  static constexpr Label label{"Utfall", "Outcome"};
  static constexpr std::string_view meaning = "What the evidence allows to be said of a comparison.";
  static constexpr auto values = std::array{
      Choice{Outcome::above, "above", Label{"mer positivt", "more favourable"}},
      Choice{Outcome::below, "below", Label{"mindre positivt", "less favourable"}},
      Choice{Outcome::mixed, "mixed", Label{"åt olika håll", "in different directions"}},
      Choice{Outcome::similar, "similar", Label{"ungefär samma", "about the same"}},
      Choice{Outcome::unclear, "unclear", Label{"osäkert", "unclear"}},
      Choice{Outcome::too_few, "too_few", Label{"för få svar", "too few answers"}},
      Choice{Outcome::not_comparable, "not_comparable", Label{"går inte att jämföra", "not comparable"}},
      Choice{Outcome::not_asked, "not_asked", Label{"inga svar", "no answers"}},
  };
};

template <>
struct Describe<ItemComparison> {
  static constexpr std::string_view name = "ItemComparison";
  static constexpr Label label{"Jämförelse av en fråga", "Item comparison"};
  static constexpr std::string_view meaning =
      "How a group's answers to one item compare: the unit's own figures. Positive differences are in favour of the "
      "group, now.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "The group's values of `by`."},
      Field{"item", &T::item, Label{"Fråga", "Item"}, "The `id` of the item."},
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of its area."},
      Field{"outcome", &T::outcome, Label{"Utfall", "Outcome"}, "What may be said."},
      Field{"stands", &T::stands, Label{"Står sig", "Stands"},
            "Whether the difference is one also when all items of the group are tested together (Holm)."},
      Field{"reference_answers", &T::reference_answers, Label{"Svar då", "Reference answers"},
            "How many answered on the scale in the reference; absent where they are too few."},
      Field{"answers", &T::answers, Label{"Svar nu", "Answers"}, "How many answered; absent where they are too few."},
      Field{"reference_mean", &T::reference_mean, Label{"Medelvärde då", "Reference mean"}, "In points, 0 to 10."},
      Field{"mean", &T::mean, Label{"Medelvärde nu", "Mean"}, "In points, 0 to 10."},
      Field{"difference", &T::difference, Label{"Skillnad", "Difference"}, "Of the means, in points."},
      Field{"difference_lower", &T::difference_lower, Label{"Skillnad, lägst", "Difference, lower"},
            "Welch's interval."},
      Field{"difference_upper", &T::difference_upper, Label{"Skillnad, högst", "Difference, upper"},
            "Welch's interval."},
      Field{"reference_top_share", &T::reference_top_share, Label{"Andel positiva då", "Reference top share"},
            "The two most favourable answers, of all who answered; 0 to 1."},
      Field{"top_share", &T::top_share, Label{"Andel positiva nu", "Top share"}, "The same, now."},
      Field{"top_difference", &T::top_difference, Label{"Skillnad i andel", "Share difference"}, "-1 to 1."},
      Field{"top_difference_lower", &T::top_difference_lower,
            Label{"Skillnad i andel, lägst", "Share difference, lower"}, "Newcombe's interval."},
      Field{"top_difference_upper", &T::top_difference_upper,
            Label{"Skillnad i andel, högst", "Share difference, upper"}, "Newcombe's interval."},
      Field{"delta", &T::delta, Label{"Cliffs delta", "Cliff's delta"}, "-1 to 1."},
      Field{"delta_lower", &T::delta_lower, Label{"Delta, lägst", "Delta, lower"}, "Its interval."},
      Field{"delta_upper", &T::delta_upper, Label{"Delta, högst", "Delta, upper"}, "Its interval."},
      Field{"p", &T::p, Label{"p", "p"}, "Of Mann and Whitney's test of this item by itself."},
      Field{"words", &T::words, Label{"Med ord", "In words"}, "What may be said of it."},
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom it is.", required},
  };
};

template <>
struct Describe<AreaComparison> {
  static constexpr std::string_view name = "AreaComparison";
  static constexpr Label label{"Jämförelse av ett område", "Area comparison"};
  static constexpr std::string_view meaning =
      "How a group's answers in one area compare, told by the items that are compared: the unit's own figures.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "The group's values of `by`."},
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of the area."},
      Field{"outcome", &T::outcome, Label{"Utfall", "Outcome"}, "What may be said."},
      Field{"reference_index", &T::reference_index, Label{"Index då", "Reference index"},
            "Of the items that are compared, in points, 0 to 10."},
      Field{"index", &T::index, Label{"Index nu", "Index"}, "The same, now."},
      Field{"difference", &T::difference, Label{"Skillnad", "Difference"}, "Of the indexes."},
      Field{"items", &T::items, Label{"Frågor", "Items"}, "How many are compared."},
      Field{"above", &T::above, Label{"Mer positiva", "Above"}, "Items with more favourable answers."},
      Field{"below", &T::below, Label{"Mindre positiva", "Below"}, "Items with less favourable answers."},
      Field{"similar", &T::similar, Label{"Ungefär samma", "Similar"}, "Items that are about the same."},
      Field{"unclear", &T::unclear, Label{"Osäkra", "Unclear"}, "Items of which nothing can be said."},
      Field{"standing", &T::standing, Label{"Står sig", "Standing"},
            "Of the items above and below, how many differ also when all are tested together."},
      Field{"left_out", &T::left_out, Label{"Inte jämförda", "Left out"},
            "Items with too few answers, or that are not comparable; not those that nobody has answered."},
      Field{"words", &T::words, Label{"Med ord", "In words"}, "What may be said of it."},
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom it is.", required},
  };
};

template <>
struct Describe<SurveyComparison> {
  static constexpr std::string_view name = "SurveyComparison";
  static constexpr Label label{"Jämförelse av enkätsvar", "Survey comparison"};
  static constexpr std::string_view meaning =
      "What differs between two rounds, or between each group and all others: the units' own figures.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom it is.", required},
      Field{"instrument", &T::instrument, Label{"Enkät", "Instrument"}, "The `id` of the instrument."},
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "The guideline's survey that it is for.", "surveys"},
      Field{"round", &T::round, Label{"Omgång", "Round"}, "Such as `2027-04`."},
      Field{"reference", &T::reference, Label{"Jämförelse med", "Reference"}, "With what groups are compared."},
      Field{"reference_round", &T::reference_round, Label{"Jämförd omgång", "Reference round"}, "Such as `2026-10`."},
      Field{"by", &T::by, Label{"Uppdelat på", "By"}, "What the answers are divided by."},
      Field{"gone", &T::gone, Label{"Ställs inte längre", "Gone"},
            "The `id`s of items of the reference round that are no longer asked."},
      Field{"method", &T::method, Label{"Så är det bedömt", "Method"}, "How it was judged, with its thresholds."},
      Field{"areas", &T::areas, Label{"Områden", "Areas"}, "For each group, every area of the instrument."},
      Field{"items", &T::items, Label{"Frågor", "Items"}, "For each group, every item."},
  };
};

}  // namespace kvalitet
