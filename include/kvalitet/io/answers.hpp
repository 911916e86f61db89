#pragma once
// Answers from a table, such as a data frame or a file: a row for each respondent, a column for each item. Only counts
// are kept of them. Tables come by Arrow's C stream interface, whatever made them; columns whose values are level codes
// in single bytes, from 0 without gaps, are counted where they lie.
#include "kvalitet/base/export.hpp"
#include "kvalitet/io/arrow.hpp"
#include "kvalitet/survey/counts.hpp"

#include <vector>

namespace kvalitet {

/// How answers are counted.
struct AnswerOptions {
  std::vector<Text> by;  ///< the columns that divide the respondents into groups, by their headings
  Text round;            ///< what the counts are called, such as `2026-10`
  bool moments = true;   ///< also what reliability follows from, which takes longer
  int threads = 0;       ///< 0: as many as the machine has
};

/// What a column was taken for.
enum class ColumnUse { item, by, left_out };

/// A value in an item's column that is none of its answers.
struct UnknownAnswer {
  Text value;  ///< cut; empty for all those that are too rare to be shown, since they may be somebody's own words
  std::int64_t count = 0;
  friend bool operator==(const UnknownAnswer&, const UnknownAnswer&) = default;
};

/// What became of one column.
struct ReadColumn {
  Text column;  ///< its heading
  ColumnUse use = ColumnUse::left_out;
  Id item;
  std::int64_t missing = 0;            ///< rows without a value
  std::vector<UnknownAnswer> unknown;  ///< the most frequent first
  friend bool operator==(const ReadColumn&, const ReadColumn&) = default;
};

/// What was read, what it was taken for and what was not understood.
struct AnswerReport {
  std::int64_t rows = 0;
  std::vector<ReadColumn> columns;  ///< in the table's order
  std::vector<Id> not_found;        ///< the items without a column
  friend bool operator==(const AnswerReport&, const AnswerReport&) = default;
};

struct CountedAnswers {
  SurveyCounts counts;
  AnswerReport report;
  friend bool operator==(const CountedAnswers&, const CountedAnswers&) = default;
};

/// A value that fewer rows than this have is not shown in a report.
inline constexpr std::int64_t least_shown = 5;

/// Reads the stream to its end and releases it. An item's column is known by the item's id, one of its wordings or one
/// of its `columns`, in small letters or capitals; its answers by code or by words. Throws UsageError for a table
/// without a column of `by`, with two columns for one item or none at all, or columns of types that hold no answers,
/// and FileError when the stream fails.
[[nodiscard]] KVALITET_API CountedAnswers count_answers(ArrowArrayStream& stream, const SurveyInstrument& instrument,
                                                        const AnswerOptions& options = {});

template <>
struct Describe<ColumnUse> {
  static constexpr std::string_view name = "ColumnUse";
  static constexpr Label label{"Användning", "Use"};
  static constexpr std::string_view meaning = "What a column was taken for.";
  static constexpr auto values = std::array{
      Choice{ColumnUse::item, "item", Label{"fråga", "item"}},
      Choice{ColumnUse::by, "by", Label{"uppdelning", "division"}},
      Choice{ColumnUse::left_out, "left_out", Label{"inte läst", "left out"}},
  };
};

template <>
struct Describe<UnknownAnswer> {
  static constexpr std::string_view name = "UnknownAnswer";
  static constexpr Label label{"Okänt svar", "Unknown answer"};
  static constexpr std::string_view meaning = "A value in an item's column that is none of its answers.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"value", &T::value, Label{"Värde", "Value"}, "Empty for all those that are too rare to be shown."},
      Field{"count", &T::count, Label{"Antal", "Count"}, "How many rows have it."},
  };
};

template <>
struct Describe<ReadColumn> {
  static constexpr std::string_view name = "ReadColumn";
  static constexpr Label label{"Läst kolumn", "Read column"};
  static constexpr std::string_view meaning = "What became of one column.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"column", &T::column, Label{"Kolumn", "Column"}, "Its heading."},
      Field{"use", &T::use, Label{"Användning", "Use"}, "What it was taken for."},
      Field{"item", &T::item, Label{"Fråga", "Item"}, "The `id` of the item."},
      Field{"missing", &T::missing, Label{"Utan svar", "Missing"}, "Rows without a value."},
      Field{"unknown", &T::unknown, Label{"Okända svar", "Unknown"}, "The most frequent first."},
  };
};

template <>
struct Describe<AnswerReport> {
  static constexpr std::string_view name = "AnswerReport";
  static constexpr Label label{"Inläsning", "Answer report"};
  static constexpr std::string_view meaning = "What was read, what it was taken for and what was not understood.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"rows", &T::rows, Label{"Rader", "Rows"}, "How many respondents."},
      Field{"columns", &T::columns, Label{"Kolumner", "Columns"}, "In the table's order."},
      Field{"not_found", &T::not_found, Label{"Saknade frågor", "Not found"}, "The items without a column."},
  };
};

}  // namespace kvalitet
