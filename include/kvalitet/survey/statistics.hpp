#pragma once
// The statistics of a survey: pure functions of exact counts.
//
// Each says how few answers it needs; with fewer there is no figure. How few may be shown is policy, and the caller's.
// No figure is NaN or infinite. Intervals and p values take the respondents for a random sample of those who might have
// answered; `confidence` is the share of such intervals that hold the true value. Misuse is a UsageError: negative
// counts, more than 2^53 answers, a part larger than its whole, fewer than 2 or more than 1000 levels, and a confidence
// that is not between 0 and 1.
#include "kvalitet/base/export.hpp"
#include "kvalitet/survey/area_moments.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kvalitet {

/// How the answers to one item spread over its levels.
struct Distribution {
  std::vector<std::int64_t> counts;  ///< how many gave each level, the lowest level first
  std::int64_t dont_know = 0;        ///< how many did not know: never in a mean, but in the base of a share
  bool reversed = false;             ///< worded negatively: the lowest level is the most favourable
  friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// A figure with its interval, in the figure's own unit.
struct Estimate {
  double value = 0;
  double lower = 0;
  double upper = 0;
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Why there is no figure.
enum class NoFigure {
  too_few_answers,
  too_few_items,
  one_group,      ///< nothing to compare with
  groups_of_one,  ///< no group has two answers, so nothing is known of what varies within them
  no_variance,    ///< everybody answered alike, at least within each group
};

/// A figure, or else the reason why there is none.
template <class T>
struct Figure {
  std::optional<T> value;
  std::optional<NoFigure> reason;
  friend bool operator==(const Figure&, const Figure&) = default;
};

// Levels

/// In points 0-10: level r of L, from 0, is 10 r / (L - 1), or what is left to 10 in a reversed item.
struct Summary {
  std::int64_t n = 0;              ///< answers, without those who did not know
  double mean = 0;                 ///< in points
  std::optional<double> variance;  ///< of the sample (n - 1), in squared points; none of a single answer
  friend bool operator==(const Summary&, const Summary&) = default;
};

/// Needs 1 answer.
[[nodiscard]] KVALITET_API std::optional<Summary> summarise(const Distribution& item);

/// The mean with Student's (1908) interval, cut at 0 and 10. Needs 2 answers that vary.
[[nodiscard]] KVALITET_API Figure<Estimate> mean_interval(const Summary& item, double confidence = 0.95);

/// The middle answer in points, or the mean of the middle two. Needs 1 answer.
[[nodiscard]] KVALITET_API std::optional<double> median(const Distribution& item);

/// The index of a question area: the mean of all its answers, in points. It has no variance here: answers of the same
/// respondent to several items are no independent sample.
struct AreaIndex {
  std::int64_t n = 0;  ///< answers, not respondents
  double mean = 0;
  friend bool operator==(const AreaIndex&, const AreaIndex&) = default;
};

/// Pools all answers to the items, which may have different numbers of levels; the mean of the items' means is another
/// figure. Needs 1 answer.
[[nodiscard]] KVALITET_API std::optional<AreaIndex> area_index(std::span<const Distribution> items);

// Shares

/// So many of so many.
struct Share {
  std::int64_t count = 0;
  std::int64_t of = 0;
  friend bool operator==(const Share&, const Share&) = default;
};

/// Who gave one of the most favourable levels, of all who answered, those who did not know among them. Needs 1 answer
/// of any kind, and an item with more levels than that.
[[nodiscard]] KVALITET_API std::optional<Share> top_share(const Distribution& item, int levels = 2);

/// The share, 0-1, with Wilson's score interval (1927), without correction for continuity. Needs a base of 1.
[[nodiscard]] KVALITET_API std::optional<Estimate> wilson(Share share, double confidence = 0.95);

/// The share of those invited who answered, with Wilson's interval. Needs 1 invited; none when more answered than were
/// invited, since then one of the two is wrong.
[[nodiscard]] KVALITET_API std::optional<Estimate> response_rate(std::int64_t answered, std::int64_t invited,
                                                                 double confidence = 0.95);

/// The first share less the second, of two independent groups, with the interval of Newcombe (1998), his method 10:
/// made from both shares' Wilson intervals. Needs a base of 1 in each.
[[nodiscard]] KVALITET_API std::optional<Estimate> newcombe(Share a, Share b, double confidence = 0.95);

// Differences between two independent groups. Positive: the first has the more favourable answers.

struct Welch {
  Estimate difference;  ///< of the means, in points
  double t = 0;
  double df = 0;  ///< degrees of freedom by Welch and Satterthwaite
  double p = 0;   ///< two-sided
  friend bool operator==(const Welch&, const Welch&) = default;
};

/// Welch's (1947) t test. Needs 2 answers in each, and answers that vary in one of them.
[[nodiscard]] KVALITET_API Figure<Welch> welch(const Summary& a, const Summary& b, double confidence = 0.95);

struct MannWhitney {
  double u = 0;  ///< of the first: pairs in which it has the more favourable answer, ties as half
  double z = 0;
  double p = 0;  ///< two-sided
  friend bool operator==(const MannWhitney&, const MannWhitney&) = default;
};

/// Whether U is moved by a half towards its expectation, which makes small groups' p larger.
enum class Continuity { uncorrected, corrected };

/// The test of Mann and Whitney (1947): ties have midranks, p is of the normal approximation with the variance that
/// ties leave, which is rough below some 10 answers in each. Needs 1 answer in each, and answers that vary. UsageError
/// when the items do not have the same number of levels.
[[nodiscard]] KVALITET_API Figure<MannWhitney> mann_whitney(const Distribution& a, const Distribution& b,
                                                            Continuity continuity = Continuity::uncorrected);

/// Cliff's (1993) delta, from -1 to 1: how much likelier the first's answer is to be the more favourable one than the
/// second's, of an answer from each. The interval is the asymmetric one with the consistent estimate of the variance in
/// Cliff (1996) and normal quantiles; where the groups do not overlap at all, and there is no variance, it ends where
/// Wilson's does for a share of none in the smaller group. Needs 2 answers in each that are not all alike. UsageError
/// when the items do not have the same number of levels.
[[nodiscard]] KVALITET_API Figure<Estimate> cliffs_delta(const Distribution& a, const Distribution& b,
                                                         double confidence = 0.95);

/// The probability, 0-1, that an answer from the first is more favourable than one from the second, ties as half
/// (McGraw and Wong 1992, Vargha and Delaney 2000): (delta + 1) / 2. Needs 1 answer in each. UsageError as above.
[[nodiscard]] KVALITET_API std::optional<double> common_language_effect_size(const Distribution& a,
                                                                             const Distribution& b);

// Reliability

/// Cronbach's (1951) alpha, unstandardised, with the interval of Feldt (1965) by the F distribution. Up to 1, and below
/// 0 when items pull in different directions. Needs 2 respondents, 2 items and totals that vary. UsageError for sums
/// that no answers have.
[[nodiscard]] KVALITET_API Figure<Estimate> cronbachs_alpha(const AreaMoments& area, double confidence = 0.95);

/// Sums over the answers of one group, which are whole numbers.
struct GroupMoments {
  std::int64_t n = 0;
  std::int64_t sum = 0;
  std::int64_t squares = 0;  ///< sum of the squares

  /// Of both together. UsageError when the sums are too large.
  KVALITET_API GroupMoments& operator+=(const GroupMoments& other);
  friend bool operator==(const GroupMoments&, const GroupMoments&) = default;
};

/// With the levels as scores: from 0, the highest the most favourable.
[[nodiscard]] KVALITET_API GroupMoments moments(const Distribution& item);

/// How much of what varies lies between groups, by one-way analysis of variance.
struct Intraclass {
  std::int64_t n = 0;       ///< answers
  std::int64_t groups = 0;  ///< with an answer
  double ms_between = 0;    ///< mean squares, in squared scores
  double ms_within = 0;
  double f = 0;
  double p = 0;   ///< of an F at least as large if the groups did not differ
  double n0 = 0;  ///< the groups' size as it counts: their mean size, less for sizes that differ
  Estimate icc1;  ///< ICC(1): the share of the variance that lies between groups; negative when less than by chance
  std::optional<Estimate> icc2;  ///< ICC(2): reliability of the groups' means; none when these do not differ at all
  friend bool operator==(const Intraclass&, const Intraclass&) = default;
};

/// ICC(1) and ICC(2) of Bartko (1976), where groups of different sizes count by n0 and not by their mean size.
/// Intervals by the F distribution (Searle 1971), exact for groups of one size. Groups without answers are left out.
/// Needs 2 groups, one with 2 answers, and answers that vary within a group. UsageError for sums that no answers have.
[[nodiscard]] KVALITET_API Figure<Intraclass> intraclass_correlation(std::span<const GroupMoments> groups,
                                                                     double confidence = 0.95);

// What words may be used

/// What a difference may be called.
enum class DifferenceSize {
  none_shown,  ///< the interval holds 0
  negligible,
  small,
  medium,
  large,
};

/// The least |delta| of each size, by Romano et al. (2006).
struct DifferenceThresholds {
  double small = 0.147;
  double medium = 0.33;
  double large = 0.474;
  friend bool operator==(const DifferenceThresholds&, const DifferenceThresholds&) = default;
};

/// Of a Cliff's delta, whether or not it can be told from 0.
[[nodiscard]] KVALITET_API DifferenceSize difference_size(double delta,
                                                          const DifferenceThresholds& thresholds = {}) noexcept;
/// Of one with its interval.
[[nodiscard]] KVALITET_API DifferenceSize difference_size(const Estimate& delta,
                                                          const DifferenceThresholds& thresholds = {}) noexcept;

/// How well an area's items hang together.
enum class AlphaLevel { unacceptable, poor, questionable, acceptable, good, excellent };

/// The least alpha of each, by George and Mallery (2003), a rule of thumb.
struct AlphaThresholds {
  double poor = 0.5;
  double questionable = 0.6;
  double acceptable = 0.7;
  double good = 0.8;
  double excellent = 0.9;
  friend bool operator==(const AlphaThresholds&, const AlphaThresholds&) = default;
};

[[nodiscard]] KVALITET_API AlphaLevel alpha_level(double alpha, const AlphaThresholds& thresholds = {}) noexcept;

}  // namespace kvalitet
