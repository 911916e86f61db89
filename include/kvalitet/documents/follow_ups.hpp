#pragma once
// The follow-up log of a plan, and how a follow-up gets into it. Section 5, Åtagandeplanen: "I åtagandeplanen
// dokumenterar rektor, uppföljningar som görs kontinuerligt under läsåret."
#include "kvalitet/base/export.hpp"
#include "kvalitet/documents/commitment_plan.hpp"

namespace kvalitet {

/// One line of the log.
struct LoggedFollowUp {
  Text area;
  Text commitment;
  FollowUp follow_up;
  Text pointer;  ///< RFC 6901, into the plan
  friend bool operator==(const LoggedFollowUp&, const LoggedFollowUp&) = default;
};

/// All follow-ups in the order of their dates, those without one last; otherwise in document order.
[[nodiscard]] KVALITET_API std::vector<LoggedFollowUp> follow_up_log(const CommitmentPlan& plan);

/// The plan with a follow-up added to the commitment at `pointer` (`/areas/0/commitments/1`): what a survey's October
/// result leads to within the year, for instance, when the follow-up names the survey and its round. Throws
/// NotFoundError when no commitment stands there.
[[nodiscard]] KVALITET_API CommitmentPlan with_follow_up(CommitmentPlan plan, std::string_view pointer,
                                                         FollowUp follow_up);

template <>
struct Describe<LoggedFollowUp> {
  static constexpr std::string_view name = "LoggedFollowUp";
  static constexpr Label label{"Uppföljning", "Follow-up"};
  static constexpr std::string_view meaning = "One line of a plan's follow-up log.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"area", &T::area, Label{"Målområde", "Goal area"}, "The goal area's title."},
      Field{"commitment", &T::commitment, Label{"Åtagande", "Commitment"}, "The commitment's title."},
      Field{"follow_up", &T::follow_up, Label{"Uppföljning", "Follow-up"}, "The follow-up.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "JSON Pointer into the plan.", required},
  };
};

}  // namespace kvalitet
