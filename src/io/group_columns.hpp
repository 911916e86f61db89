#pragma once
// The columns that divide respondents into groups: numbers for their values, by which counting is fast.
#include "io/arrow_input.hpp"
#include "kvalitet/base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kvalitet {

/// One column. Each value has a number, and keeps it over all batches.
class GroupColumn {
 public:
  /// The numbers of the rows from `first` on: where they lie, or in `buffer`.
  [[nodiscard]] const std::uint32_t* numbers(const ArrowInput& column, std::size_t first, std::size_t rows,
                                             std::vector<std::uint32_t>& buffer);
  /// The rows' values where these may be numbers by themselves: whole, of four bytes, and all of them there. Whoever
  /// looks through them then asks whether they stand for themselves; otherwise `numbers` makes others.
  [[nodiscard]] const std::uint32_t* lying(const ArrowInput& column, std::size_t first) const;
  /// No larger tables than so many rows are worth.
  [[nodiscard]] bool stand_for_themselves(std::uint32_t greatest, std::size_t rows);
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// What people call the value with a number; empty where there is none.
  [[nodiscard]] Text name(std::uint32_t number) const;

 private:
  /// Whole numbers of any width that may stand for themselves, put into `buffer`; false where some may not.
  bool numbers_of_small(const ArrowInput& column, std::size_t first, std::size_t rows,
                        std::vector<std::uint32_t>& buffer);
  std::uint32_t of_text(std::string_view text);
  std::uint32_t of_integer(std::int64_t value);
  std::uint32_t of_row(const ArrowInput& column, std::size_t row);

  std::size_t size_ = 0;
  std::size_t plain_ = 0;  // numbers below it stand for themselves
  /// By the names, whichever kind of string asks.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::uint32_t> integers_;  // the numbers of small ones, once there is one
  std::unordered_map<std::uint32_t, std::string> names_;
};

/// All of them: a number for each of their values' combinations.
class GroupColumns {
 public:
  explicit GroupColumns(std::size_t columns) : columns_(columns), pairs_(columns < 2 ? 0 : columns - 1) {}

  [[nodiscard]] const std::uint32_t* numbers(const std::vector<ArrowInput>& columns, std::size_t first,
                                             std::size_t rows);
  /// As in a column by itself; nullptr where there are several.
  [[nodiscard]] const std::uint32_t* lying(const std::vector<ArrowInput>& columns, std::size_t first) const {
    return columns.size() == 1 ? columns_[0].lying(columns[0], first) : nullptr;
  }
  [[nodiscard]] bool stand_for_themselves(std::uint32_t greatest, std::size_t rows) {
    return columns_[0].stand_for_themselves(greatest, rows);
  }
  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::vector<Text> key(std::uint32_t number) const;

 private:
  /// Numbers for pairs of numbers.
  struct Pairs {
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of;
  };
  std::vector<GroupColumn> columns_;
  std::vector<Pairs> pairs_;
  std::vector<std::uint32_t> together_;
  std::vector<std::uint32_t> buffer_;
};

}  // namespace kvalitet
