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

/// A group's tally has for each level `tally_width` counts of a byte each; they hold so many rows.
constexpr unsigned tally_limit = 255;

struct AnswerKernel {
  const char* name;

  /// Adds to `bins` how many of the values are 0, 1, … below `levels`, which is at most `few_levels`.
  void (*count)(const std::uint8_t* values, std::size_t size, unsigned levels, std::int64_t* bins);

  /// `levels` rounded up to what is tallied at once.
  unsigned levels_at_once;

  /// Adds rows, each of `tally_width` values, to the tallies of their groups, and 1 to the groups' sizes; stops after a
  /// row with which a group reaches `tally_limit`. Returns how many rows it added. `levels` is a multiple of
  /// `levels_at_once`.
  std::size_t (*tally)(const std::uint8_t* rows, std::span<const std::uint32_t> groups, unsigned levels,
                       std::uint8_t* tallies, std::uint8_t* sizes);
};

/// Those that this machine can run, the fastest last.
std::span<const AnswerKernel> answer_kernels();
inline const AnswerKernel& fastest_answer_kernel() { return answer_kernels().back(); }

extern const AnswerKernel portable_kernel;
#if defined(__x86_64__)
extern const AnswerKernel avx2_kernel;
#endif

/// From columns to rows: 16 values of each column, which become 16 rows.
void transpose(const std::array<const std::uint8_t*, tally_width>& columns, std::size_t first, std::uint8_t* rows);

/// `level_of_byte[i]` is the level that byte i of a tally counts.
constexpr std::array<std::uint8_t, few_levels* tally_width> level_of_byte = [] {
  std::array<std::uint8_t, few_levels * tally_width> levels{};
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = static_cast<std::uint8_t>(i / tally_width);
  return levels;
}();

}  // namespace kvalitet
