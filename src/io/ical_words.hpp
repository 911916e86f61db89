#pragma once
// What calendars say in words.
#include "kvalitet/io/ical.hpp"

namespace kvalitet {

/// `Årshjul – Rektor – Vetlanda kommun`
[[nodiscard]] Text calendar_name(const AnnualCycle& cycle, const FeedScope& scope, Language language);

/// What helps who looks at the event: how it is held, who takes part, what is brought, and the sentence it rests on.
[[nodiscard]] Text event_description(const Event& event, const AnnualCycle& names, Language language);

/// `Dialog`
[[nodiscard]] Text event_category(EventKind kind, Language language);

/// `Inställt: Processdialog`, since Outlook shows nothing else of a cancelled event.
[[nodiscard]] Text called_off(const Text& title, Language language);

}  // namespace kvalitet
