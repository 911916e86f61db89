#pragma once
// The register of an organiser's surveys: the links on their way from the organiser by way of principals to those who
// answer, and the files with raw answers, which stay where they are and are erased on a day. No answer stands in it.
#include "kvalitet/base/date.hpp"
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/text.hpp"

#include <optional>
#include <vector>

namespace kvalitet {

/// The link to a round of a survey for one unit, and how far it has come.
struct SurveyLink {
  Id survey;   ///< of the guideline's surveys
  Text round;  ///< such as `2026-10`
  Id unit;     ///< of the municipality's units
  Text link;
  std::optional<Date> given_on;   ///< to the principal, by the organiser
  std::optional<Date> passed_on;  ///< to those who are to answer, by the principal
  friend bool operator==(const SurveyLink&, const SurveyLink&) = default;
};

/// A file with raw answers, which are personal data: only counts of it are kept.
struct RawAnswers {
  Text file;  ///< where it is, in words or as a path
  Id survey;
  Text round;
  std::optional<Date> read_on;
  std::optional<Date> erase_by;   ///< the last day on which it may be there
  std::optional<Date> erased_on;  ///< when it was erased
  friend bool operator==(const RawAnswers&, const RawAnswers&) = default;
};

struct SurveyRegister {
  int format_version = 1;
  std::vector<SurveyLink> links;
  std::vector<RawAnswers> raw_answers;
  friend bool operator==(const SurveyRegister&, const SurveyRegister&) = default;
};

/// What is wrong with a register: raw answers without a day of erasure, or erased before they were read, and links that
/// were passed on before they were given, or stand there twice.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const SurveyRegister& surveys);

template <>
struct Describe<SurveyLink> {
  static constexpr std::string_view name = "SurveyLink";
  static constexpr Label label{"Enkätlänk", "Survey link"};
  static constexpr std::string_view meaning = "The link to a round of a survey for one unit, and how far it has come.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "Of the guideline's surveys.", required, "surveys"},
      Field{"round", &T::round, Label{"Omgång", "Round"}, "Such as `2026-10`.", required},
      Field{"unit", &T::unit, Label{"Enhet", "Unit"}, "The `id` of the municipality's unit.", required},
      Field{"link", &T::link, Label{"Länk", "Link"}, "Where the survey is answered."},
      Field{"given_on", &T::given_on, Label{"Lämnad till rektor", "Given on"}, "The day the principal got it."},
      Field{"passed_on", &T::passed_on, Label{"Sänd vidare", "Passed on"},
            "The day the principal passed it on to those who are to answer."},
  };
};

template <>
struct Describe<RawAnswers> {
  static constexpr std::string_view name = "RawAnswers";
  static constexpr Label label{"Fil med råsvar", "Raw answers"};
  static constexpr std::string_view meaning =
      "A file with raw answers, which are personal data: it stays where it is and is erased on a day.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"file", &T::file, Label{"Fil", "File"}, "Where it is, in words or as a path.", required},
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "Of the guideline's surveys.", "surveys"},
      Field{"round", &T::round, Label{"Omgång", "Round"}, "Such as `2026-10`."},
      Field{"read_on", &T::read_on, Label{"Läst", "Read on"}, "The day its answers were counted."},
      Field{"erase_by", &T::erase_by, Label{"Raderas senast", "Erase by"}, "The last day on which it may be there."},
      Field{"erased_on", &T::erased_on, Label{"Raderad", "Erased on"}, "The day it was erased."},
  };
};

template <>
struct Describe<SurveyRegister> {
  static constexpr std::string_view name = "SurveyRegister";
  static constexpr Label label{"Register över mätningar", "Survey register"};
  static constexpr std::string_view meaning =
      "An organiser's surveys: how far links have come, and when files with raw answers are erased.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"links", &T::links, Label{"Länkar", "Links"}, "The links, by unit and round."},
      Field{"raw_answers", &T::raw_answers, Label{"Råsvar", "Raw answers"}, "The files with raw answers."},
  };
};

}  // namespace kvalitet
