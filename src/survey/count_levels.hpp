#pragma once
// Counting levels with vectors of any width: what is the same for all of them.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace kvalitet {

/// What a vector's bytes can count, but for one: that is for the rest.
constexpr std::size_t vectors_at_once = 254;

/// Counting keeps a processor too busy to look so far ahead by itself; without this it takes nearly twice the time.
/// Behind the last answer there is nothing to ask for, which does no harm.
inline void ask_for_what_follows(const std::uint8_t* values) {
  constexpr std::size_t ahead = 2048;
  __builtin_prefetch(values + ahead);
}

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
  // What is left behind the last whole vector, filled up with what is no level.
  std::uint8_t rest[width];
  std::uint8_t no_rest[width];
  std::memset(rest, 0xFF, width);
  std::memset(no_rest, 0xFF, width);
  if (size % width != 0) std::memcpy(rest, values + size / width * width, size % width);

  std::size_t vectors = size / width;
  for (; vectors > vectors_at_once; vectors -= vectors_at_once) {
    count_levels<Vectors>(values, vectors_at_once, no_rest, levels, bins);
    values += vectors_at_once * width;
  }
  count_levels<Vectors>(values, vectors, rest, levels, bins);
}

}  // namespace kvalitet
