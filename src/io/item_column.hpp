#pragma once
// An item's column of a table: what its values mean, and what they are when they mean nothing.
#include "io/arrow_input.hpp"
#include "kvalitet/io/answers.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace kvalitet {

/// What stands for the answers of a scale: a byte for each of its levels, then for each answer outside.
class AnswerWords {
 public:
  static constexpr std::uint8_t none = 255;

  explicit AnswerWords(const AnswerScale& scale);
  [[nodiscard]] unsigned bins() const noexcept { return bins_; }
  [[nodiscard]] std::uint8_t of_code(std::int64_t code) const;
  [[nodiscard]] std::uint8_t of_text(std::string_view text) const;
  /// The codes are 0, 1, … in the order of the answers, so that bytes may stay what they are.
  [[nodiscard]] bool are_bytes() const noexcept { return are_bytes_; }

 private:
  unsigned bins_;
  bool are_bytes_ = true;
  std::map<std::int64_t, std::uint8_t> codes_;
  std::map<std::string, std::uint8_t> words_;  // folded
};

/// Values that are no answers, as far as there is room to remember them.
class UnknownAnswers {
 public:
  void add(std::string_view value, std::int64_t count = 1);
  /// The frequent ones, and all others together.
  [[nodiscard]] std::vector<UnknownAnswer> told() const;

 private:
  static constexpr std::size_t most = 1000;
  std::map<std::string, std::int64_t, std::less<>> counts_;
  std::int64_t others_ = 0;
};

class ItemColumn {
 public:
  explicit ItemColumn(const AnswerScale& scale) : words_(scale) {}

  [[nodiscard]] unsigned bins() const noexcept { return words_.bins(); }
  /// Whether its values can be counted where they lie.
  [[nodiscard]] bool lies_ready(const ArrowInput& column) const noexcept {
    return words_.are_bytes() && column.bytes() != nullptr && !column.has_nulls();
  }
  /// A byte for each of the rows from `first` on; what is no answer is AnswerWords::none.
  void decode(const ArrowInput& column, std::size_t first, std::size_t rows, std::uint8_t* out);
  /// What bytes that lay ready held besides answers.
  void look_for_unknown(const std::uint8_t* values, std::size_t rows, bool is_signed);
  void tell(ReadColumn& read) const;

 private:
  std::uint8_t of_integer(std::int64_t value);
  std::uint8_t of_real(double value);
  std::uint8_t of_text(std::string_view value);
  std::uint8_t one(const ArrowInput& column, std::size_t row);

  AnswerWords words_;
  UnknownAnswers unknown_;
  std::int64_t missing_ = 0;
  std::unordered_map<std::string, std::uint8_t> seen_;  // texts that are answers
};

}  // namespace kvalitet
