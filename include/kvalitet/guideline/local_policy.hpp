#pragma once
// Local policy: everything that the decided text leaves open. A file of its own, since a new date must not look like a
// new decision.
#include "kvalitet/base/time.hpp"
#include "kvalitet/calendar/school_year.hpp"
#include "kvalitet/guideline/document_form.hpp"
#include "kvalitet/guideline/guideline.hpp"

namespace kvalitet {

/// A dialogue, meeting, document or survey round that has got its days.
struct Booking {
  Id event;   ///< the dialogue, meeting, survey or document
  Id window;  ///< which of its windows, when there are several
  Period days;
  Text place;
  std::optional<TimeOfDay> start_time = {};  ///< of a booking of one day
  std::optional<int> duration_minutes = {};  ///< when it is not the guideline's
  friend bool operator==(const Booking&, const Booking&) = default;
};

/// The day of the year by which a document is to be ready.
struct DueDate {
  Id document;
  MonthDay on;
  friend bool operator==(const DueDate&, const DueDate&) = default;
};

/// What following up "continuously" means here: times of the year to look at the plan.
struct FollowUpPoint {
  Id id;
  Localised title;
  Id actor;
  Timing timing;
  friend bool operator==(const FollowUpPoint&, const FollowUpPoint&) = default;
};

/// Who, besides those who take part or have a duty about it, has something in their calendar.
struct Audience {
  Id event;
  std::vector<Id> actors;
  friend bool operator==(const Audience&, const Audience&) = default;
};

/// The decision-maker's answer to an open question: whether the rule binds the school forms in question.
struct Answer {
  Id question;
  bool binds = true;
  Decision decided;
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Where a support that the guideline names is found here.
struct SupportLink {
  Id support;
  Localised title;
  Text url;
  friend bool operator==(const SupportLink&, const SupportLink&) = default;
};

/// How few is too few in what leaves the unit's own circle. The defaults are public practice: Skolverket withholds
/// figures on fewer than ten pupils of a unit and rounds a share when one to four did not reach it, and Skolenkäten
/// masks one to four answers.
struct FreeTextLimits {
  int fewest_pupils = 5;    ///< fewer are not told as a number, nor left over by one
  int smallest_group = 10;  ///< no share, grade or result is told of a smaller group
  friend bool operator==(const FreeTextLimits&, const FreeTextLimits&) = default;
};

struct LocalPolicy {
  int format_version = 1;
  Id id;
  Id guideline;
  bool is_default = false;
  std::optional<Decision> decided;
  std::optional<Date> last_reviewed;
  std::vector<Concept> goal_areas;
  std::vector<int> months_without_meeting;
  std::vector<Booking> bookings;
  std::vector<DueDate> due_dates;
  std::vector<Audience> audiences;
  std::vector<FollowUpPoint> follow_ups;
  std::vector<SchoolYearDates> school_years;
  std::vector<LocalDay> local_days;
  std::vector<Rule> rules;
  std::vector<Answer> answers;
  std::vector<FactorSet> tag_sets;
  std::vector<Concept> assessment_steps;
  std::vector<SupportLink> links;
  std::vector<DocumentForm> forms;
  int next_steps = 3;
  FreeTextLimits free_text;
  friend bool operator==(const LocalPolicy&, const LocalPolicy&) = default;
};

template <>
struct Describe<Booking> {
  static constexpr std::string_view name = "Booking";
  static constexpr Label label{"Bokning", "Booking"};
  static constexpr std::string_view meaning = "A dialogue, meeting, document or survey round that has got its days.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"event", &T::event, Label{"Vad", "What"}, "The dialogue, meeting, survey or document.", required,
            "scheduled"},
      Field{"window", &T::window, Label{"Tidsfönster", "Window"}, "Which of its windows, when there are several."},
      Field{"days", &T::days, Label{"Dagar", "Days"}, "The days it has got.", required},
      Field{"place", &T::place, Label{"Plats", "Place"}, "Where."},
      Field{"start_time", &T::start_time, Label{"Börjar", "Starts at"},
            "The time of the day at which it starts, for a booking of one day; absent: all day."},
      Field{"duration_minutes", &T::duration_minutes, Label{"Längd i minuter", "Duration in minutes"},
            "How long it takes, in minutes, when the guideline does not say or it is decided otherwise here."},
  };
};

template <>
struct Describe<DueDate> {
  static constexpr std::string_view name = "DueDate";
  static constexpr Label label{"Sista dag", "Due date"};
  static constexpr std::string_view meaning = "The day of the year by which a document is to be ready.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"document", &T::document, Label{"Dokument", "Document"}, "The document.", required, "documents"},
      Field{"on", &T::on, Label{"Dag", "Day"}, "The day, or the month whose last day it is.", required},
  };
};

template <>
struct Describe<FollowUpPoint> {
  static constexpr std::string_view name = "FollowUpPoint";
  static constexpr Label label{"Uppföljningstillfälle", "Follow-up point"};
  static constexpr std::string_view meaning =
      "What following up \"continuously\" means here: a time of the year to look at the plan. It makes nothing late.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to it.", required},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it.", required},
      Field{"actor", &T::actor, Label{"Vem", "Who"}, "Who follows up.", required, "actors"},
      Field{"timing", &T::timing, Label{"När", "When"}, "When.", required},
  };
};

template <>
struct Describe<Audience> {
  static constexpr std::string_view name = "Audience";
  static constexpr Label label{"Berörda", "Audience"};
  static constexpr std::string_view meaning = "Who, besides those who take part, has something in their calendar.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"event", &T::event, Label{"Vad", "What"}, "The dialogue, meeting, survey or document.", required,
            "scheduled"},
      Field{"actors", &T::actors, Label{"Vilka", "Who"}, "Who is told of it.", required, "actors"},
  };
};

template <>
struct Describe<Answer> {
  static constexpr std::string_view name = "Answer";
  static constexpr Label label{"Svar", "Answer"};
  static constexpr std::string_view meaning = "The decision-maker's answer to an open question.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"question", &T::question, Label{"Fråga", "Question"}, "The question.", required, "open_questions"},
      Field{"binds", &T::binds, Label{"Gäller", "Binds"}, "Whether the rule binds the school forms in question.",
            required},
      Field{"decided", &T::decided, Label{"Beslut", "Decision"}, "Who answered.", required},
  };
};

template <>
struct Describe<SupportLink> {
  static constexpr std::string_view name = "SupportLink";
  static constexpr Label label{"Länk", "Link"};
  static constexpr std::string_view meaning = "Where a support that the guideline names is found here.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"support", &T::support, Label{"Stöd", "Support"}, "The support.", required, "supports"},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call it; without one, the support's own name."},
      Field{"url", &T::url, Label{"Adress", "Address"}, "The address: https, http or mailto.", required},
  };
};

template <>
struct Describe<FreeTextLimits> {
  static constexpr std::string_view name = "FreeTextLimits";
  static constexpr Label label{"Gränser för fri text", "Limits for free text"};
  static constexpr std::string_view meaning = "How few is too few in what leaves the unit's own circle.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"fewest_pupils", &T::fewest_pupils, Label{"Minsta antal barn och elever", "Fewest pupils"},
            "Fewer children or pupils than this are not told as a number, nor left over by one."},
      Field{"smallest_group", &T::smallest_group, Label{"Minsta grupp", "Smallest group"},
            "No share, grade or result is told of a smaller group than this."},
  };
};

template <>
struct Describe<LocalPolicy> {
  static constexpr std::string_view name = "LocalPolicy";
  static constexpr Label label{"Lokala inställningar", "Local policy"};
  static constexpr std::string_view meaning = "Everything that the decided text leaves open.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name of these settings.", required},
      Field{"guideline", &T::guideline, Label{"Riktlinje", "Guideline"}, "The `id` of the guideline that they fill in.",
            required},
      Field{"is_default", &T::is_default, Label{"Förval", "Default"},
            "True when nobody in the municipality has decided this: the library's own suggestion."},
      Field{"decided", &T::decided, Label{"Beslut", "Decision"}, "Who decided these settings."},
      Field{"last_reviewed", &T::last_reviewed, Label{"Senast granskad", "Last reviewed"},
            "The day on which somebody last went through them."},
      Field{"goal_areas", &T::goal_areas, Label{"Övergripande målområden", "Goal areas"},
            "Goal areas besides those that the guideline names."},
      Field{"months_without_meeting", &T::months_without_meeting,
            Label{"Månader utan möte", "Months without a meeting"},
            "Months (1-12) in which a monthly meeting is not held."},
      Field{"bookings", &T::bookings, Label{"Bokningar", "Bookings"}, "What has got its days."},
      Field{"due_dates", &T::due_dates, Label{"Sista dagar", "Due dates"}, "When documents are to be ready."},
      Field{"audiences", &T::audiences, Label{"Berörda", "Audiences"},
            "Who, besides those who take part or have a duty about it, has something in their calendar."},
      Field{"follow_ups", &T::follow_ups, Label{"Uppföljningstillfällen", "Follow-up points"},
            "Times of the year to look at the plan."},
      Field{"school_years", &T::school_years, Label{"Läsårsdata", "School years"},
            "Terms, breaks and staff training days, decided by the organiser."},
      Field{"local_days", &T::local_days, Label{"Lokala dagar", "Local days"},
            "Eves, squeeze days and other days that are not working days here."},
      Field{"rules", &T::rules, Label{"Lokala regler", "Local rules"},
            "Rules besides the guideline's, of the same kinds."},
      Field{"answers", &T::answers, Label{"Svar", "Answers"}, "Answers to the guideline's open questions."},
      Field{"tag_sets", &T::tag_sets, Label{"Uppsättningar av mål", "Sets of goals"},
            "The board's goals, the national system's goals and other sets that documents point to with tags."},
      Field{"assessment_steps", &T::assessment_steps, Label{"Barnkonsekvensanalysens steg", "Assessment steps"},
            "The steps of a child rights impact assessment, in order."},
      Field{"links", &T::links, Label{"Länkar till stöd", "Links"}, "Where the guideline's supports are found here."},
      Field{"forms", &T::forms, Label{"Egna mallar", "Document forms"},
            "How the municipality's own templates of documents are read."},
      Field{"next_steps", &T::next_steps, Label{"Antal nästa steg", "Next steps"},
            "How many next steps the draft view shows."},
      Field{"free_text", &T::free_text, Label{"Gränser för fri text", "Limits for free text"},
            "How few is too few in what leaves the unit's own circle."},
  };
};

}  // namespace kvalitet
