#pragma once
// Counting levels with vectors of any width: what is the same for all of them.
#include "survey/reading_ahead.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace kvalitet {

/// What a vector's bytes can count, but for one: that is for the rest.
constexpr std::size_t vectors_at_once = 254;

/// `Vectors::count` takes as many levels as there are registers for.
template <class Vectors>
void count_levels(const std::uint8_t* values, std::size_t vectors, const std::uint8_t* rest, unsigned levels,
                  std::int64_t* bins) {
  const auto count = [&](unsigned first, auto some) {
    Vectors::count(values, vectors, rest, first, bins + first, some);
    return first + static_cast<unsigned>(some.size());
  };
  unsigned first = 0;
  while (levels - first > 6) first = count(first, std::make_index_sequence<4>());
  switch (levels - first) {
    case 6: count(first, std::make_index_sequence<6>()); break;
    case 5: count(first, std::make_index_sequence<5>()); break;
    case 4: count(first, std::make_index_sequence<4>()); break;
    case 3: count(first, std::make_index_sequence<3>()); break;
    case 2: count(first, std::make_index_sequence<2>()); break;
    case 1: count(first, std::make_index_sequence<1>()); break;
    default: break;
  }
}

/// As `AnswerKernel::count`.
template <class Vectors>
void count_levels(const std::uint8_t* values, std::size_t size, unsigned levels, std::int64_t* bins) {
  constexpr std::size_t width = Vectors::width;
  // The last values, and behind them what is no level: from where what is left begins, a vector of both.
  std::uint8_t last[2 * width];
  std::memset(last, 0xFF, sizeof last);
  const std::size_t left = size % width;
  if (size >= width)
    std::memcpy(last, values + size - width, width);
  else if (left != 0)
    std::memcpy(last + width - left, values, left);
  const std::uint8_t* const no_rest = last + width;

  std::size_t vectors = size / width;
  for (; vectors > vectors_at_once; vectors -= vectors_at_once) {
    count_levels<Vectors>(values, vectors_at_once, no_rest, levels, bins);
    values += vectors_at_once * width;
  }
  count_levels<Vectors>(values, vectors, no_rest - left, levels, bins);
}

}  // namespace kvalitet
