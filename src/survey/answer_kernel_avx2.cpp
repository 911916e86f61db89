// Vectors of 32 bytes, for processors that have AVX2. (Those of 64 bytes were not faster: what takes time is memory.)
#if defined(__x86_64__)
#include "survey/answer_kernel.hpp"
#include "survey/count_levels.hpp"

#include <immintrin.h>

namespace kvalitet {

namespace {

[[gnu::target("avx2")]] inline __m256i load(const std::uint8_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

[[gnu::target("avx2")]] inline void store(std::uint8_t* to, __m256i bytes) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), bytes);
}

/// Of the thirty-two bytes.
[[gnu::target("avx2")]] inline std::int64_t sum(__m256i bytes) {
  const __m256i four = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
  const __m128i two = _mm_add_epi64(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
  return _mm_cvtsi128_si64(two) + _mm_cvtsi128_si64(_mm_unpackhi_epi64(two, two));
}

struct Vectors {
  static constexpr std::size_t width = 32;

  /// What is equal is -1 in a vector that is compared, hence the minus.
  template <std::size_t... level>
  [[gnu::target("avx2")]] static void count(const std::uint8_t* values, std::size_t vectors, const std::uint8_t* rest,
                                            unsigned first, std::int64_t* bins, std::index_sequence<level...>) {
    const __m256i wanted[] = {_mm256_set1_epi8(static_cast<char>(first + level))...};
    const __m256i last = load(rest);
    __m256i found[] = {_mm256_sub_epi8(_mm256_setzero_si256(), _mm256_cmpeq_epi8(last, wanted[level]))...};
    for (std::size_t i = 0; i < vectors; ++i) {
      const __m256i answers = load(values + i * width);
      ask_for_what_follows(values + i * width, width);
      ((found[level] = _mm256_sub_epi8(found[level], _mm256_cmpeq_epi8(answers, wanted[level]))), ...);
    }
    ((bins[level] += sum(found[level])), ...);
  }
};

/// Two levels of sixteen items at a time.
[[gnu::target("avx2")]] std::size_t tally(const std::uint8_t* rows, std::span<const std::uint32_t> groups,
                                          const Tallies& tallies) {
  const std::size_t size = std::size_t{tallies.levels} * tally_width;
  const __m128i above_highest = _mm_set1_epi8(static_cast<char>(tallies.levels + 1));
  for (std::size_t row = 0; row < groups.size(); ++row) {
    const std::size_t group = groups[row];
    std::uint8_t* const lower = tallies.lower + group * size;
    const __m128i items = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows + row * tally_width));
    const __m256i answers = _mm256_broadcastsi128_si256(items);
    for (std::size_t at = 0; at < size; at += Vectors::width) {
      const __m256i equal = _mm256_cmpeq_epi8(answers, load(level_of_byte.data() + at));
      store(lower + at, _mm256_sub_epi8(load(lower + at), equal));
    }
    const __m128i above = _mm_cmpeq_epi8(_mm_max_epu8(items, above_highest), items);
    if (_mm_movemask_epi8(above) != 0) {
      auto* const others = reinterpret_cast<__m128i*>(tallies.others + group * tally_width);
      _mm_storeu_si128(others, _mm_sub_epi8(_mm_loadu_si128(others), above));
    }
    if (++tallies.sizes[group] == tally_limit) return row + 1;
  }
  return groups.size();
}

/// Interleaves the first half of the vectors with the second, in each half of them by itself.
[[gnu::target("avx2")]] inline void interleave(const __m256i* from, __m256i* to) {
  for (std::size_t i = 0; i < tally_width / 2; ++i) {
    to[2 * i] = _mm256_unpacklo_epi8(from[i], from[i + tally_width / 2]);
    to[2 * i + 1] = _mm256_unpackhi_epi8(from[i], from[i + tally_width / 2]);
  }
}

/// Interleaved four times, columns are rows: half of them in the lower halves.
[[gnu::target("avx2")]] void transpose(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first,
                                       std::uint8_t* rows) {
  __m256i a[tally_width];
  __m256i b[tally_width];
  for (std::size_t i = 0; i < tally_width; ++i) a[i] = load(columns[i] + first);
  interleave(a, b);
  interleave(b, a);
  interleave(a, b);
  interleave(b, a);
  for (std::size_t i = 0; i < tally_width; ++i) {
    auto* const row = reinterpret_cast<__m128i*>(rows + i * tally_width);
    _mm_storeu_si128(row, _mm256_castsi256_si128(a[i]));
    _mm_storeu_si128(row + tally_width, _mm256_extracti128_si256(a[i], 1));
  }
}

}  // namespace

const AnswerKernel avx2_kernel = {"AVX2", count_levels<Vectors>, Vectors::width, transpose, 2, tally};

}  // namespace kvalitet
#endif
