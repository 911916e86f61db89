#pragma once
// What a survey asks: areas, items, the scales on which they are answered, and the words in which each audience meets
// them. An instrument is local data (the guideline says only *några få frågor*), and every wording is a version of it:
// whoever changes one breaks the item's trend (trend_breaks).
#include "kvalitet/base/date.hpp"
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/text.hpp"
#include "kvalitet/model/school_form.hpp"

#include <optional>
#include <vector>

namespace kvalitet {

/// One answer that can be chosen.
struct AnswerLevel {
  int code = 0;            ///< what stands for it in files with numbers, and in counts
  Localised label;         ///< what the respondent reads
  std::vector<Text> also;  ///< other words for it, in other languages or in files
  friend bool operator==(const AnswerLevel&, const AnswerLevel&) = default;
};

/// The answers to choose from. `levels` go from the least agreement to the most, evenly spaced: the lowest is worth 0
/// points, the highest 10. Those `outside` ("vet inte") are counted and never in a mean.
struct AnswerScale {
  Id id;
  std::vector<AnswerLevel> levels;
  std::vector<AnswerLevel> outside;
  friend bool operator==(const AnswerScale&, const AnswerScale&) = default;
};

/// For whom something is: in which school forms and grades.
struct Respondents {
  std::vector<SchoolForm> school_forms;  ///< none: all
  std::optional<int> from_grade;
  std::optional<int> to_grade;  ///< both inclusive
  friend bool operator==(const Respondents&, const Respondents&) = default;
};

/// A question or an instruction in one language, for one audience.
struct Wording {
  Text language;  ///< a tag of BCP 47, such as `sv`, `en`, `ar`
  Text text;
  std::optional<Respondents> respondents;  ///< none: all that the item is for
  friend bool operator==(const Wording&, const Wording&) = default;
};

/// An item: what is asked once, however it is worded for the youngest and the oldest.
struct SurveyItem {
  Id id;
  Id area;
  Id scale;
  bool reversed = false;  ///< worded negatively: agreement is worth 0 points
  std::vector<Wording> wordings;
  std::vector<Respondents> respondents;  ///< who is asked it; none: everybody
  std::vector<Text> columns;             ///< headings by which files call it, besides its id and wordings
  friend bool operator==(const SurveyItem&, const SurveyItem&) = default;
};

/// An area whose items give one index, such as safety.
struct SurveyArea {
  Id id;
  Localised title;
  friend bool operator==(const SurveyArea&, const SurveyArea&) = default;
};

/// A survey's questions in one version.
struct SurveyInstrument {
  int format_version = 1;
  Id id;
  Text version;
  Localised title;
  Id survey;  ///< the guideline's survey that it is for
  std::optional<Date> valid_from;
  std::vector<Wording> instructions;
  std::vector<SurveyArea> areas;
  std::vector<AnswerScale> scales;
  std::vector<SurveyItem> items;
  friend bool operator==(const SurveyInstrument&, const SurveyInstrument&) = default;
};

/// What is wrong with an instrument: names that are missing, given twice or refer to nothing, scales of fewer than two
/// levels, levels that cannot be told apart, items without words.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const SurveyInstrument& instrument);

/// The items that cannot be compared with what they were in an earlier version, and why: another wording, scale,
/// direction, area or respondents; new or gone. In the order of `after`, then of `before`. Wordings in languages that
/// only one version has break nothing, nor does other white space.
[[nodiscard]] KVALITET_API std::vector<Finding> trend_breaks(const SurveyInstrument& before,
                                                             const SurveyInstrument& after);

template <>
struct Describe<AnswerLevel> {
  static constexpr std::string_view name = "AnswerLevel";
  static constexpr Label label{"Svarsalternativ", "Answer level"};
  static constexpr std::string_view meaning = "One answer that can be chosen.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"code", &T::code, Label{"Kod", "Code"}, "The number that stands for it in files and counts.", required},
      Field{"label", &T::label, Label{"Svar", "Answer"}, "What the respondent reads.", required},
      Field{"also", &T::also, Label{"Även", "Also"}, "Other words for it, in other languages or in files."},
  };
};

template <>
struct Describe<AnswerScale> {
  static constexpr std::string_view name = "AnswerScale";
  static constexpr Label label{"Skala", "Scale"};
  static constexpr std::string_view meaning =
      "The answers to choose from: evenly spaced levels worth 0 to 10 points, and those outside that are never in a "
      "mean.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which items refer to it.", required},
      Field{"levels", &T::levels, Label{"Svar", "Levels"}, "From the least agreement to the most.", required},
      Field{"outside", &T::outside, Label{"Utanför skalan", "Outside"},
            "Answers such as *vet inte*, which are counted and never in a mean."},
  };
};

template <>
struct Describe<Respondents> {
  static constexpr std::string_view name = "Respondents";
  static constexpr Label label{"Svarande", "Respondents"};
  static constexpr std::string_view meaning = "For whom something is: in which school forms and grades.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "None means all."},
      Field{"from_grade", &T::from_grade, Label{"Från årskurs", "From grade"}, "The first grade."},
      Field{"to_grade", &T::to_grade, Label{"Till årskurs", "To grade"}, "The last grade."},
  };
};

template <>
struct Describe<Wording> {
  static constexpr std::string_view name = "Wording";
  static constexpr Label label{"Ordalydelse", "Wording"};
  static constexpr std::string_view meaning = "A question or an instruction in one language, for one audience.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"language", &T::language, Label{"Språk", "Language"}, "A language tag (BCP 47), such as `sv`.", required},
      Field{"text", &T::text, Label{"Text", "Text"}, "The words.", required},
      Field{"respondents", &T::respondents, Label{"Svarande", "Respondents"},
            "For whom; none means all the item is for."},
  };
};

template <>
struct Describe<SurveyItem> {
  static constexpr std::string_view name = "SurveyItem";
  static constexpr Label label{"Fråga", "Item"};
  static constexpr std::string_view meaning =
      "What is asked once, however it is worded for the youngest and the oldest.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Its name in files and counts.", required},
      Field{"area", &T::area, Label{"Område", "Area"}, "The `id` of its area.", required},
      Field{"scale", &T::scale, Label{"Skala", "Scale"}, "The `id` of the scale it is answered on.", required},
      Field{"reversed", &T::reversed, Label{"Omvänd", "Reversed"},
            "It is worded negatively: agreement is worth 0 points."},
      Field{"wordings", &T::wordings, Label{"Ordalydelser", "Wordings"}, "The question, by language and audience."},
      Field{"respondents", &T::respondents, Label{"Ställs till", "Asked of"}, "Who is asked it; none means everybody."},
      Field{"columns", &T::columns, Label{"Kolumner", "Columns"},
            "Headings by which files call it, besides its id and its wordings."},
  };
};

template <>
struct Describe<SurveyArea> {
  static constexpr std::string_view name = "SurveyArea";
  static constexpr Label label{"Område", "Area"};
  static constexpr std::string_view meaning = "An area whose items give one index, such as safety.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which items refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
  };
};

template <>
struct Describe<SurveyInstrument> {
  static constexpr std::string_view name = "SurveyInstrument";
  static constexpr Label label{"Enkät", "Survey instrument"};
  static constexpr std::string_view meaning = "A survey's questions in one version.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "Its name in counts.", required},
      Field{"version", &T::version, Label{"Version", "Version"}, "Changes when a wording does.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it."},
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "The guideline's survey it is for.", "surveys"},
      Field{"valid_from", &T::valid_from, Label{"Gäller från", "Valid from"}, "The first day of its use."},
      Field{"instructions", &T::instructions, Label{"Instruktioner", "Instructions"}, "What respondents are told."},
      Field{"areas", &T::areas, Label{"Områden", "Areas"}, "What it asks about."},
      Field{"scales", &T::scales, Label{"Skalor", "Scales"}, "How it is answered."},
      Field{"items", &T::items, Label{"Frågor", "Items"}, "What it asks."},
  };
};

}  // namespace kvalitet
