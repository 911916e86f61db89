// For every machine: vectors of 16 bytes as g++ and clang have them, which they turn into what the machine has.
#include "survey/answer_kernel.hpp"

#include "survey/count_levels.hpp"

namespace kvalitet {

namespace {

using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using Words [[gnu::vector_size(16)]] = std::uint64_t;

inline Bytes load(const std::uint8_t* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

inline void store(std::uint8_t* to, Bytes bytes) { std::memcpy(to, &bytes, sizeof bytes); }

inline Bytes all(std::size_t value) { return Bytes{} + static_cast<std::uint8_t>(value); }

/// Of the sixteen bytes: in pairs, and then the eight pairs.
inline std::int64_t sum(Bytes bytes) {
  constexpr std::uint64_t every_other = 0x00FF00FF00FF00FF;
  Words words;
  std::memcpy(&words, &bytes, sizeof words);
  words = (words & every_other) + (words >> 8 & every_other);
  return static_cast<std::int64_t>((words[0] + words[1]) * 0x0001000100010001 >> 48);
}

struct Vectors {
  static constexpr std::size_t width = sizeof(Bytes);

  /// What is equal is -1 in a vector that is compared, hence the minus.
  template <std::size_t... level>
  static void count(const std::uint8_t* values, std::size_t vectors, const std::uint8_t* rest, unsigned first,
                    std::int64_t* bins, std::index_sequence<level...>) {
    const Bytes wanted[] = {all(first + level)...};
    const Bytes last = load(rest);
    Bytes found[] = {-Bytes(last == wanted[level])...};
    for (std::size_t i = 0; i < vectors; ++i) {
      const Bytes answers = load(values + i * width);
      ask_for_what_follows(values + i * width, width);
      ((found[level] -= Bytes(answers == wanted[level])), ...);
    }
    ((bins[level] += sum(found[level])), ...);
  }
};

/// Whether any byte is set.
inline bool any(Bytes bytes) {
  Words words;
  std::memcpy(&words, &bytes, sizeof words);
  return (words[0] | words[1]) != 0;
}

std::size_t tally(const std::uint8_t* rows, std::span<const std::uint32_t> groups, const Tallies& tallies) {
  const std::size_t size = std::size_t{tallies.levels} * tally_width;
  const Bytes highest = all(tallies.levels);
  for (std::size_t row = 0; row < groups.size(); ++row) {
    const std::size_t group = groups[row];
    std::uint8_t* const lower = tallies.lower + group * size;
    const Bytes answers = load(rows + row * tally_width);
    for (std::size_t at = 0; at < size; at += Vectors::width)
      store(lower + at, load(lower + at) - Bytes(answers == load(level_of_byte.data() + at)));
    if (const auto above = Bytes(answers > highest); any(above)) {
      std::uint8_t* const others = tallies.others + group * tally_width;
      store(others, load(others) - above);
    }
    if (++tallies.sizes[group] == tally_limit) return row + 1;
  }
  return groups.size();
}

/// Interleaves the first half of the vectors with the second.
void interleave(const Bytes* from, Bytes* to) {
  for (std::size_t i = 0; i < tally_width / 2; ++i) {
    const Bytes a = from[i];
    const Bytes b = from[i + tally_width / 2];
    to[2 * i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    to[2 * i + 1] = __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  }
}

/// Interleaved four times, columns are rows.
void transpose(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first, std::uint8_t* rows) {
  Bytes a[tally_width];
  Bytes b[tally_width];
  for (std::size_t i = 0; i < tally_width; ++i) a[i] = load(columns[i] + first);
  interleave(a, b);
  interleave(b, a);
  interleave(a, b);
  interleave(b, a);
  for (std::size_t i = 0; i < tally_width; ++i) store(rows + i * tally_width, a[i]);
}

}  // namespace

const AnswerKernel portable_kernel = {"portable", count_levels<Vectors>, Vectors::width, transpose, 1, tally};

std::span<const AnswerKernel> answer_kernels() {
#if defined(__x86_64__)
  static const AnswerKernel kernels[] = {portable_kernel, avx2_kernel};
  return std::span(kernels).first(__builtin_cpu_supports("avx2") ? 2 : 1);
#else
  return {&portable_kernel, 1};
#endif
}

}  // namespace kvalitet
