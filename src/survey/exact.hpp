#pragma once
// Whole numbers wide enough that products of counts and sums of squares are exact: differences between numbers that are
// nearly the same are taken before anything is rounded.
#include "kvalitet/survey/statistics.hpp"

#include <cstdint>
#include <span>

#ifndef __SIZEOF_INT128__
#include <boost/multiprecision/cpp_int.hpp>
#endif

namespace kvalitet {

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 Int128;
#else
using Int128 = boost::multiprecision::int128_t;
#endif

inline constexpr std::int64_t most_answers = std::int64_t{1} << 53;  // what a double can count
inline constexpr std::size_t most_levels = 1000;                     // within 2^10, so n^2 levels^2 is within 2^126

inline double to_double(const Int128& number) { return static_cast<double>(number); }

/// UsageErrors, each for its own kind of misuse.
enum class Misuse { negative, too_many, more_than_all, levels, not_sums };
[[noreturn]] void refuse(Misuse misuse);
[[noreturn]] void refuse_scales(std::size_t a, std::size_t b);
void check_confidence(double confidence);
void check_share(Share share);

/// How many answers; checks the counts and the levels.
std::int64_t known_answers(const Distribution& item);

/// The number in 64 bits, or a UsageError.
std::int64_t narrow(const Int128& number);

/// n squares - sum^2, which is n (n - 1) variances. UsageError when no n numbers have these sums.
Int128 scaled_variance(std::int64_t n, std::int64_t sum, std::int64_t squares);

/// The sum of scores and of their squares, the levels as scores.
struct Scores {
  std::int64_t n = 0;
  Int128 sum = 0;
  Int128 squares = 0;
};
Scores scores(const Distribution& item);

/// The answers per level, the least favourable first.
std::vector<std::int64_t> by_favour(const Distribution& item);

}  // namespace kvalitet
