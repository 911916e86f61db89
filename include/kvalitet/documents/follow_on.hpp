#pragma once
// Documents that follow from each other: a report from its plan, the next plan from the report. What is made is begun,
// names the same people and units, and leaves out rows of a template that nobody has filled in.
#include "kvalitet/base/export.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/guideline/quality_system.hpp"

namespace kvalitet {

/// A school-year report to be written: every goal area and commitment of the plan, of which nothing is said yet.
[[nodiscard]] KVALITET_API SchoolYearReport report_skeleton(const CommitmentPlan& plan);
/// An operational report to be written: every development goal of the plan.
[[nodiscard]] KVALITET_API OperationalReport report_skeleton(const OperationalPlan& plan);

/// What became of one commitment or goal on the way into the next plan.
struct CarriedOver {
  Text title;
  std::optional<Continuation> continuation;
  Text why;
  Text from;  ///< RFC 6901, into the report
  Text to;    ///< RFC 6901, into the next plan; empty when it is not there
  friend bool operator==(const CarriedOver&, const CarriedOver&) = default;
};

/// The next plan, with the account of what is in it and what is not.
struct NextCommitmentPlan {
  CommitmentPlan plan;
  std::vector<CarriedOver> carried;  ///< in the report's order
};
struct NextOperationalPlan {
  OperationalPlan plan;
  std::vector<CarriedOver> carried;
};

/// A report means a commitment of a plan by its id, or else by its title, in the goal area of that kind or title.
///
/// The plan of the school year after the report's. What is finished or dropped stays out; what carries on, what changes
/// and what nobody has decided on comes along, its `reason` being the report's `why` or else its analysis, with the
/// expected effects that `plan`, when it is given, had for it; activities are planned anew. Goal areas without anything
/// carried over stay out, but those that the guideline always asks for are there, empty if need be. Throws UsageError
/// when no year comes after the report's.
[[nodiscard]] KVALITET_API NextCommitmentPlan next_plan(const SchoolYearReport& report, const QualitySystem& system,
                                                        const CommitmentPlan* plan = nullptr);
/// The operational plan of the calendar year after the report's, which takes its starting point in the report.
[[nodiscard]] KVALITET_API NextOperationalPlan next_plan(const OperationalReport& report);

template <>
struct Describe<CarriedOver> {
  static constexpr std::string_view name = "CarriedOver";
  static constexpr Label label{"Överfört", "Carried over"};
  static constexpr std::string_view meaning = "What became of one commitment or goal on the way into the next plan.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"title", &T::title, Label{"Vad", "What"}, "The commitment or the goal.", required},
      Field{"continuation", &T::continuation, Label{"Fortsättning", "Continuation"},
            "What the report says becomes of it; absent while undecided."},
      Field{"why", &T::why, Label{"Varför", "Why"}, "What the report says of why."},
      Field{"from", &T::from, Label{"Från", "From"}, "JSON Pointer into the report.", required},
      Field{"to", &T::to, Label{"Till", "To"}, "JSON Pointer into the next plan; empty when it is not in it."},
  };
};

}  // namespace kvalitet
