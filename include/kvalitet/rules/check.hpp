#pragma once
// Checking documents against the rules of a guideline and its policy.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/dialogues/session.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/documents/impact_assessment.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "kvalitet/model/municipality.hpp"

namespace kvalitet {

/// The library reads no clock: the day of the judgement is given.
struct CheckOptions {
  Date as_of{1970, 1, 1};
};

/// All findings in document order. Nothing is judged on days before the guideline is in force, nor a document on whose
/// first day it is not: such a document was made by another guideline. A deviation recorded in the document answers a
/// finding and stays visible in it; one that has run out, or does not say who decided it, why and when, is a finding of
/// its own. A report is judged against the plan that it follows where that is given.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const CommitmentPlan& plan, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const SchoolYearReport& report, const QualitySystem& system,
                                                      const CheckOptions& options,
                                                      const CommitmentPlan* plan = nullptr);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const OperationalPlan& plan, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const OperationalReport& report, const QualitySystem& system,
                                                      const CheckOptions& options,
                                                      const OperationalPlan* plan = nullptr);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const ImpactAssessment& assessment, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const Matters& matters, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const Measures& measures, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const DialogueSession& session, const QualitySystem& system,
                                                      const CheckOptions& options);
[[nodiscard]] KVALITET_API std::vector<Finding> check(const Deviations& deviations, const QualitySystem& system,
                                                      const CheckOptions& options);
/// Names and codes that stand once, leaders of units that exist, one leader at a time unless it is shared.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const Municipality& municipality, const QualitySystem& system,
                                                      const CheckOptions& options);

/// What reading found, then what was found in the value, with the places where it stood.
[[nodiscard]] KVALITET_API std::vector<Finding> after_reading(const Reading& reading, std::vector<Finding> checked);

/// The same for a document that was read.
template <class Document, class... Plan>
[[nodiscard]] std::vector<Finding> check(const Read<Document>& document, const QualitySystem& system,
                                         const CheckOptions& options, const Plan*... plan) {
  return after_reading(document.reading, check(document.value, system, options, plan...));
}

/// One line of the draft view.
struct Step {
  Text rule;       ///< as in Finding
  Localised what;  ///< the rule in plain words, or what to do next
  Text pointer;    ///< where; empty for the whole document
  std::optional<Basis> basis;
  friend bool operator==(const Step&, const Step&) = default;
};

/// For the author of a half-written document: what is in place, and only the next few things to do.
struct Draft {
  std::vector<Step> done;  ///< rules that the document meets, in the guideline's order
  std::vector<Step> next;  ///< at most the policy's `next_steps`, the most serious first, then in document order
  int later = 0;           ///< how many more there are
  friend bool operator==(const Draft&, const Draft&) = default;
};

[[nodiscard]] KVALITET_API Draft draft(const CommitmentPlan& plan, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const SchoolYearReport& report, const QualitySystem& system,
                                       const CheckOptions& options, const CommitmentPlan* plan = nullptr);
[[nodiscard]] KVALITET_API Draft draft(const OperationalPlan& plan, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const OperationalReport& report, const QualitySystem& system,
                                       const CheckOptions& options, const OperationalPlan* plan = nullptr);
[[nodiscard]] KVALITET_API Draft draft(const ImpactAssessment& assessment, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const Matters& matters, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const Measures& measures, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const DialogueSession& session, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const Deviations& deviations, const QualitySystem& system,
                                       const CheckOptions& options);
[[nodiscard]] KVALITET_API Draft draft(const Municipality& municipality, const QualitySystem& system,
                                       const CheckOptions& options);

template <>
struct Describe<Step> {
  static constexpr std::string_view name = "Step";
  static constexpr Label label{"Steg", "Step"};
  static constexpr std::string_view meaning = "One line of the draft view.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"rule", &T::rule, Label{"Regel", "Rule"}, "As in `Finding`.", required},
      Field{"what", &T::what, Label{"Vad", "What"}, "The rule in plain words, or what to do next.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "Where; empty for the whole document."},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What the rule rests on."},
  };
};

template <>
struct Describe<Draft> {
  static constexpr std::string_view name = "Draft";
  static constexpr Label label{"Utkast", "Draft"};
  static constexpr std::string_view meaning =
      "What is in place in a half-written document, and the next few things to do.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"done", &T::done, Label{"Klart", "Done"}, "Rules that the document meets.", required},
      Field{"next", &T::next, Label{"Nästa steg", "Next"}, "The next few things to do.", required},
      Field{"later", &T::later, Label{"Senare", "Later"}, "How many more there are.", required},
  };
};

}  // namespace kvalitet
