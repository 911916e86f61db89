#pragma once
// What all principals prioritise, gathered for the organiser by school form. Every figure counts plans, never pupils,
// and can be traced to the places that it counts.
#include "kvalitet/base/export.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/model/source.hpp"

#include <span>

namespace kvalitet {

/// A plan with the name of its file, for the sources.
struct FiledPlan {
  const CommitmentPlan* plan = nullptr;
  Text file;
};

/// One commitment among those gathered.
struct GatheredCommitment {
  Text title;  ///< empty when it was withheld
  Source source;
  bool withheld = false;  ///< its words may tell of a child: somebody is to review them before they are passed on
  friend bool operator==(const GatheredCommitment&, const GatheredCommitment&) = default;
};

/// One goal area as the plans of one school form prioritise it.
struct GatheredArea {
  std::optional<SchoolForm> school_form;  ///< none: of plans that name no school form
  Id kind;
  Text title;                   ///< the first title met, which may be withheld too; areas of the units' own are one
                                ///< when their titles are
  int plans = 0;                ///< how many plans prioritise it
  std::vector<Source> sources;  ///< one for each
  std::vector<GatheredCommitment> commitments;
  friend bool operator==(const GatheredArea&, const GatheredArea&) = default;
};

/// A plan whose units run several school forms counts under each.
struct Gathered {
  int plans = 0;                    ///< how many plans were gathered
  int withheld = 0;                 ///< how many titles were left out until somebody has reviewed them
  std::vector<GatheredArea> areas;  ///< by school form, then by the number of plans, the most first
  friend bool operator==(const Gathered&, const Gathered&) = default;
};

enum class Review { withhold, done };

/// By default a title in which free text may tell of a child is withheld (disclosure/free_text.hpp, with the policy's
/// limits); `Review::done` says that somebody has read them all.
[[nodiscard]] KVALITET_API Gathered gather(std::span<const FiledPlan> plans, const QualitySystem& system,
                                           Review review = Review::withhold);

template <>
struct Describe<GatheredCommitment> {
  static constexpr std::string_view name = "GatheredCommitment";
  static constexpr Label label{"Åtagande", "Commitment"};
  static constexpr std::string_view meaning = "One commitment among those gathered.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"title", &T::title, Label{"Åtagande", "Commitment"}, "The commitment; empty when it was withheld."},
      Field{"source", &T::source, Label{"Underlag", "Source"}, "Where it stands.", required},
      Field{"withheld", &T::withheld, Label{"Undanhållet", "Withheld"},
            "True when its words may tell of a child and wait for a review."},
  };
};

template <>
struct Describe<GatheredArea> {
  static constexpr std::string_view name = "GatheredArea";
  static constexpr Label label{"Målområde", "Goal area"};
  static constexpr std::string_view meaning = "One goal area as the plans of one school form prioritise it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"school_form", &T::school_form, Label{"Skolform", "School form"},
            "Absent for plans that name no school form."},
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "As in the plans; empty for an area of the units' own."},
      Field{"title", &T::title, Label{"Målområde", "Goal area"}, "What the plans call it."},
      Field{"plans", &T::plans, Label{"Planer", "Plans"}, "How many plans prioritise it.", required},
      Field{"sources", &T::sources, Label{"Underlag", "Sources"}, "One for each of them.", required},
      Field{"commitments", &T::commitments, Label{"Åtaganden", "Commitments"}, "The commitments within it."},
  };
};

template <>
struct Describe<Gathered> {
  static constexpr std::string_view name = "Gathered";
  static constexpr Label label{"Samlade prioriteringar", "Gathered priorities"};
  static constexpr std::string_view meaning = "What all principals prioritise, by school form.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"plans", &T::plans, Label{"Planer", "Plans"}, "How many plans were gathered.", required},
      Field{"withheld", &T::withheld, Label{"Undanhållna", "Withheld"},
            "How many titles wait for a review and were left out.", required},
      Field{"areas", &T::areas, Label{"Målområden", "Goal areas"}, "By school form, the most prioritised first.",
            required},
  };
};

}  // namespace kvalitet
