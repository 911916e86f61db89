#pragma once
// What must be known of a question area's answers for its reliability, as whole numbers that can be added up.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/export.hpp"

#include <cstdint>
#include <vector>

namespace kvalitet {

/// Sums over the respondents who answered every item of an area; "don't know" is no answer. Items are scored with whole
/// numbers on one scale, in one direction: 0-4 for five levels, the highest being the most favourable. Where four and
/// five levels meet, twelfths of ten points are whole: 0, 4, 8, 12 and 0, 3, 6, 9, 12.
struct AreaMoments {
  std::int64_t respondents = 0;     ///< who answered every item
  std::vector<std::int64_t> sums;   ///< of each item's scores
  std::int64_t squares = 0;         ///< sum of the squares of all scores
  std::int64_t squared_totals = 0;  ///< sum of the squares of the respondents' total scores

  /// Of both together, when they are of different respondents and the same items. One without items takes the other's.
  /// UsageError when they have different numbers of items, or when the sums are too large.
  KVALITET_API AreaMoments& operator+=(const AreaMoments& other);
  friend bool operator==(const AreaMoments&, const AreaMoments&) = default;
};

template <>
struct Describe<AreaMoments> {
  static constexpr std::string_view name = "AreaMoments";
  static constexpr Label label{"Summor för ett område", "Area moments"};
  static constexpr std::string_view meaning =
      "Sums over the respondents who answered every item of an area: what its reliability follows from.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"respondents", &T::respondents, Label{"Svarande", "Respondents"}, "Who answered every item."},
      Field{"sums", &T::sums, Label{"Summor", "Sums"}, "Of each item's scores."},
      Field{"squares", &T::squares, Label{"Kvadrater", "Squares"}, "The sum of the squares of all scores."},
      Field{"squared_totals", &T::squared_totals, Label{"Totalernas kvadrater", "Squared totals"},
            "The sum of the squares of the respondents' total scores."},
  };
};

}  // namespace kvalitet
