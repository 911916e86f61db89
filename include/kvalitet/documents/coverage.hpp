#pragma once
// What tags give: which success factors and goals the work points to, how often and where, and which nothing points to.
// Section 4: "Framgångsfaktorerna används som ett stöd i planering, genomförande och uppföljning …".
#include "kvalitet/base/export.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/guideline/quality_system.hpp"
#include "kvalitet/model/measure.hpp"

#include <span>

namespace kvalitet {

/// A tag and where it stands.
struct Tagged {
  Tag tag;
  Source source;
  friend bool operator==(const Tagged&, const Tagged&) = default;
};

/// Every tag of a document; `file` is where it was read from, for the sources.
[[nodiscard]] KVALITET_API std::vector<Tagged> tags_of(const CommitmentPlan& plan, const Guideline& guideline,
                                                       const Text& file = {});
[[nodiscard]] KVALITET_API std::vector<Tagged> tags_of(const SchoolYearReport& report, const Guideline& guideline,
                                                       const Text& file = {});
[[nodiscard]] KVALITET_API std::vector<Tagged> tags_of(const OperationalPlan& plan, const Guideline& guideline,
                                                       const Text& file = {});
[[nodiscard]] KVALITET_API std::vector<Tagged> tags_of(const OperationalReport& report, const Guideline& guideline,
                                                       const Text& file = {});
[[nodiscard]] KVALITET_API std::vector<Tagged> tags_of(const Measures& measures, const Guideline& guideline,
                                                       const Text& file = {});

/// One success factor or goal, and what points to it.
struct Coverage {
  Tag tag;
  Localised title;
  std::vector<Source> sources;  ///< none: nothing points to it
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// Every concept of the sets that tags can name, in their order. Tags of nothing known are left out: checking the
/// document finds them.
[[nodiscard]] KVALITET_API std::vector<Coverage> coverage(const QualitySystem& system, std::span<const Tagged> tags);

template <>
struct Describe<Coverage> {
  static constexpr std::string_view name = "Coverage";
  static constexpr Label label{"Täckning", "Coverage"};
  static constexpr std::string_view meaning = "One success factor or goal, and what points to it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"tag", &T::tag, Label{"Märkning", "Tag"}, "The tag that points to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"sources", &T::sources, Label{"Underlag", "Sources"}, "Where it is pointed to; none means nowhere."},
  };
};

}  // namespace kvalitet
