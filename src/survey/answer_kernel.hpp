#pragma once
// The two loops that every answer goes through, once for each kind of machine.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kvalitet {

/// More levels than this are counted one answer at a time.
constexpr unsigned few_levels = 16;

/// Items whose answers lie side by side when rows are tallied.
constexpr std::size_t tally_width = 16;

/// Counts of a byte hold so many rows.
constexpr unsigned tally_limit = 255;

/// What a group's rows have in bytes, until these are full: `tally_width` counts for each of the lower levels. So
/// little that the next memory has room for it: of the level above them there are as many as are left.
struct Tallies {
  unsigned levels = 0;             ///< a multiple of `levels_at_once`
  std::uint8_t* lower = nullptr;   ///< for each group, for each level below `levels`
  std::uint8_t* others = nullptr;  ///< for each group, of what is above `levels`, of which there is mostly none
  std::uint8_t* sizes = nullptr;   ///< of each group
};

struct AnswerKernel {
  const char* name;

  /// Adds to `bins` how many of the values are 0, 1, … below `levels`, which is at most `few_levels`.
  void (*count)(const std::uint8_t* values, std::size_t size, unsigned levels, std::int64_t* bins);

  /// From columns to rows, so many at a time, of `tally_width` values each.
  std::size_t rows_at_once;
  void (*transpose)(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first, std::uint8_t* rows);

  /// Adds rows to the tallies of their groups; stops after a row with which a group reaches `tally_limit`. Returns how
  /// many rows it added.
  unsigned levels_at_once;
  std::size_t (*tally)(const std::uint8_t* rows, std::span<const std::uint32_t> groups, const Tallies& tallies);
};

/// Those that this machine can run, the fastest last.
std::span<const AnswerKernel> answer_kernels();
inline const AnswerKernel& fastest_answer_kernel() { return answer_kernels().back(); }

extern const AnswerKernel portable_kernel;
#if defined(__x86_64__)
extern const AnswerKernel avx2_kernel;
#endif

/// `level_of_byte[i]` is the level that byte i of a tally counts.
constexpr std::array<std::uint8_t, few_levels* tally_width> level_of_byte = [] {
  std::array<std::uint8_t, few_levels * tally_width> levels{};
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = static_cast<std::uint8_t>(i / tally_width);
  return levels;
}();

}  // namespace kvalitet
