#pragma once
// What a round's counts say: of each group, for each item and for each area. These are the unit's own figures, whatever
// their numbers; what of them may be shown to whom is decided on release.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/value.hpp"
#include "kvalitet/survey/audience.hpp"
#include "kvalitet/survey/counts.hpp"

#include <cstdint>
#include <vector>

namespace kvalitet {

/// What a group answered to one item. Figures are rounded to ten digits, and missing where there are too few answers to
/// compute them.
struct ItemFigures {
  std::vector<Text> key;
  Id item;
  Id area;
  std::int64_t answers = 0;  ///< on the scale
  std::int64_t outside = 0;  ///< such as *vet inte*
  Value mean;                ///< points, 0-10
  Value mean_lower;          ///< by the t distribution, 95 %
  Value mean_upper;
  Value deviation;        ///< of the sample, in points
  Value top_share;        ///< the two most favourable levels of all who answered, 0-1
  Value top_share_lower;  ///< Wilson's interval, 95 %
  Value top_share_upper;
  SurveyAudience audience = SurveyAudience::unit;
  friend bool operator==(const ItemFigures&, const ItemFigures&) = default;
};

/// What a group answered to the items of one area.
struct AreaFigures {
  std::vector<Text> key;
  Id area;
  std::int64_t answers = 0;  ///< to all its items
  Value index;               ///< the mean of all these answers, in points 0-10
  Value alpha;               ///< Cronbach's, of the items asked together that most answered in full
  Value alpha_lower;         ///< Feldt's interval, 95 %
  Value alpha_upper;
  SurveyAudience audience = SurveyAudience::unit;
  friend bool operator==(const AreaFigures&, const AreaFigures&) = default;
};

/// How many answered of those invited.
struct ResponseFigures {
  std::vector<Text> key;
  std::int64_t respondents = 0;
  std::optional<std::int64_t> invited;
  Value rate;  ///< 0-1; missing where nobody has said how many were invited, or where more answered
  SurveyAudience audience = SurveyAudience::unit;
  friend bool operator==(const ResponseFigures&, const ResponseFigures&) = default;
};

/// A row for each group and item, in the counts' order. Items that fewer than `least_answers` have answered on the
/// scale are left without figures, and out of their area's index. Throws UsageError where the counts are not of the
/// instrument (check), or an item of it has no scale.
[[nodiscard]] KVALITET_API std::vector<ItemFigures> item_figures(const SurveyCounts& counts,
                                                                 const SurveyInstrument& instrument,
                                                                 std::int64_t least_answers = 1);
/// A row for each group and area.
[[nodiscard]] KVALITET_API std::vector<AreaFigures> area_figures(const SurveyCounts& counts,
                                                                 const SurveyInstrument& instrument,
                                                                 std::int64_t least_answers = 1);
/// A row for each group.
[[nodiscard]] KVALITET_API std::vector<ResponseFigures> response_figures(const SurveyCounts& counts);

template <>
struct Describe<ItemFigures> {
  static constexpr std::string_view name = "ItemFigures";
  static constexpr Label label{"Frågans tal", "Item figures"};
  static constexpr std::string_view meaning = "What a group answered to one item: the unit's own figures.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "The group's values of `by`."},
      Field{"item", &T::item, Label{"Fråga", "Item"}, "The `id` of the item."},
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of its area."},
      Field{"answers", &T::answers, Label{"Svar", "Answers"}, "How many answered on the scale."},
      Field{"outside", &T::outside, Label{"Utanför skalan", "Outside"}, "How many answered such as *vet inte*."},
      Field{"mean", &T::mean, Label{"Medelvärde", "Mean"}, "In points, 0 to 10."},
      Field{"mean_lower", &T::mean_lower, Label{"Medelvärde, lägst", "Mean, lower"},
            "95 % interval by the t distribution; missing where answers are alike."},
      Field{"mean_upper", &T::mean_upper, Label{"Medelvärde, högst", "Mean, upper"}, "The same."},
      Field{"deviation", &T::deviation, Label{"Standardavvikelse", "Deviation"}, "Of the sample, in points."},
      Field{"top_share", &T::top_share, Label{"Andel positiva", "Top share"},
            "Of all who answered, those who gave one of the two most favourable answers; 0 to 1."},
      Field{"top_share_lower", &T::top_share_lower, Label{"Andel, lägst", "Share, lower"}, "Wilson's 95 % interval."},
      Field{"top_share_upper", &T::top_share_upper, Label{"Andel, högst", "Share, upper"}, "Wilson's 95 % interval."},
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom the figures are.", required},
  };
};

template <>
struct Describe<AreaFigures> {
  static constexpr std::string_view name = "AreaFigures";
  static constexpr Label label{"Områdets tal", "Area figures"};
  static constexpr std::string_view meaning = "What a group answered in one area: the unit's own figures.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "The group's values of `by`."},
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of the area."},
      Field{"answers", &T::answers, Label{"Svar", "Answers"}, "To all its items."},
      Field{"index", &T::index, Label{"Index", "Index"}, "The mean of all answers, in points, 0 to 10."},
      Field{"alpha", &T::alpha, Label{"Alfa", "Alpha"}, "Cronbach's alpha of those who answered every item."},
      Field{"alpha_lower", &T::alpha_lower, Label{"Lägst", "Lower"}, "Feldt's 95 % interval."},
      Field{"alpha_upper", &T::alpha_upper, Label{"Högst", "Upper"}, "Feldt's 95 % interval."},
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom the figures are.", required},
  };
};

template <>
struct Describe<ResponseFigures> {
  static constexpr std::string_view name = "ResponseFigures";
  static constexpr Label label{"Svarsfrekvens", "Response figures"};
  static constexpr std::string_view meaning = "How many answered of those invited.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"key", &T::key, Label{"Grupp", "Key"}, "The group's values of `by`."},
      Field{"respondents", &T::respondents, Label{"Svarande", "Respondents"}, "How many answered."},
      Field{"invited", &T::invited, Label{"Inbjudna", "Invited"}, "How many were asked, where somebody has said."},
      Field{"rate", &T::rate, Label{"Svarsfrekvens", "Rate"}, "0 to 1."},
      Field{"audience", &T::audience, Label{"Målgrupp", "Audience"}, "For whom the figures are.", required},
  };
};

}  // namespace kvalitet
