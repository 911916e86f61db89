#pragma once
// Checking documents against the rules of a guideline and its policy.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/guideline/quality_system.hpp"

namespace kvalitet {

/// The library reads no clock: the day of the judgement is given.
struct CheckOptions {
  Date as_of{1970, 1, 1};
};

/// All findings in document order. Nothing is judged on days before the guideline is in force, nor a plan on whose
/// first day it is not: such a plan was made by another guideline. A deviation recorded in the plan answers a finding
/// and stays visible in it; one that has run out, or does not say who decided it and why, is a finding of its own.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const CommitmentPlan& plan, const QualitySystem& system,
                                                      const CheckOptions& options);
/// The same for a plan that was read: what reading found comes first, and findings carry their places.
[[nodiscard]] KVALITET_API std::vector<Finding> check(const CommitmentPlan& plan, const Reading& reading,
                                                      const QualitySystem& system, const CheckOptions& options);

[[nodiscard]] inline std::vector<Finding> check(const Read<CommitmentPlan>& plan, const QualitySystem& system,
                                                const CheckOptions& options) {
  return check(plan.value, plan.reading, system, options);
}

/// One line of the draft view.
struct Step {
  Text rule;       ///< as in Finding
  Localised what;  ///< the rule in plain words, or what to do next
  Text pointer;    ///< where; empty for the whole document
  std::optional<Basis> basis;
  friend bool operator==(const Step&, const Step&) = default;
};

/// For the author of a half-written plan: what is in place, and only the next few things to do.
struct Draft {
  std::vector<Step> done;  ///< rules that the plan meets, in the guideline's order
  std::vector<Step> next;  ///< at most the policy's `next_steps`, the most serious first, then in document order
  int later = 0;           ///< how many more there are
  friend bool operator==(const Draft&, const Draft&) = default;
};

[[nodiscard]] KVALITET_API Draft draft(const CommitmentPlan& plan, const QualitySystem& system,
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
  static constexpr std::string_view meaning = "What is in place in a half-written plan, and the next few things to do.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"done", &T::done, Label{"Klart", "Done"}, "Rules that the plan meets.", required},
      Field{"next", &T::next, Label{"Nästa steg", "Next"}, "The next few things to do.", required},
      Field{"later", &T::later, Label{"Senare", "Later"}, "How many more there are.", required},
  };
};

}  // namespace kvalitet
