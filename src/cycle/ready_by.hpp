#pragma once
// Until when a document may become ready, judged by the same days that the annual cycle shows.
#include "cycle/slots.hpp"

namespace kvalitet {

/// The last day on which a document of a school or calendar year may become ready for a dialogue or meeting. A local
/// due date stands for all dialogues that ask for the document. Of several times a year the first counts; of several
/// bookings of that time the last, since nothing says who takes part in which. Nothing where the days are not known.
[[nodiscard]] std::optional<Date> ready_by(const QualitySystem& system, const OwnYear& year, const Id& document,
                                           const Id& dialogue);

}  // namespace kvalitet
