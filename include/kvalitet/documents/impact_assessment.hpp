#pragma once
// The child rights impact assessment (barnkonsekvensanalys) of a matter. Its steps are the policy's, its articles and
// perspectives the guideline's (section 3, Barnkonventionen och barnrättsperspektiv).
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/parts.hpp"

namespace kvalitet {

/// What is written under one step, article or perspective.
struct AssessmentPart {
  Id about;
  Text text;
  friend bool operator==(const AssessmentPart&, const AssessmentPart&) = default;
};

struct ImpactAssessment {
  int format_version = 1;
  Id matter;
  Text title;
  Text responsible;
  std::optional<Date> begun_on;
  DocumentState state = DocumentState::begun;
  std::vector<AssessmentPart> steps;
  std::vector<AssessmentPart> articles;
  std::vector<AssessmentPart> perspectives;
  std::vector<Deviation> deviations;
  friend bool operator==(const ImpactAssessment&, const ImpactAssessment&) = default;
};

template <>
struct Describe<AssessmentPart> {
  static constexpr std::string_view name = "AssessmentPart";
  static constexpr Label label{"Del", "Part"};
  static constexpr std::string_view meaning = "What is written under one step, article or perspective.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"about", &T::about, Label{"Gäller", "About"}, "The `id` of the step, article or perspective.", required},
      Field{"text", &T::text, Label{"Text", "Text"}, "What is written."},
  };
};

template <>
struct Describe<ImpactAssessment> {
  static constexpr std::string_view name = "ImpactAssessment";
  static constexpr Label label{"Barnkonsekvensanalys", "Child rights impact assessment"};
  static constexpr std::string_view meaning = "What a matter means for children, step by step.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"matter", &T::matter, Label{"Ärende", "Matter"}, "The `id` of the matter it is about.", required},
      Field{"title", &T::title, Label{"Titel", "Title"}, "What it is about, in words."},
      Field{"responsible", &T::responsible, Label{"Ansvarig", "Responsible"}, "Who makes it."},
      Field{"begun_on", &T::begun_on, Label{"Påbörjad", "Begun on"}, "The day on which the work began."},
      Field{"state", &T::state, Label{"Läge", "State"}, "How far it has come."},
      Field{"steps", &T::steps, Label{"Steg", "Steps"}, "By the `id`s of the policy's `assessment_steps`.",
            "assessment_steps"},
      Field{"articles", &T::articles, Label{"Artiklar", "Articles"}, "By the `id`s of the guideline's articles.",
            "articles"},
      Field{"perspectives", &T::perspectives, Label{"Perspektiv", "Perspectives"},
            "By the `id`s of the guideline's perspectives.", "perspectives"},
      Field{"deviations", &T::deviations, Label{"Avvikelser", "Deviations"},
            "Recorded decisions to depart from a rule."},
  };
};

}  // namespace kvalitet
