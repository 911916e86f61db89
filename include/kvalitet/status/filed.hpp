#pragma once
// What an organiser has in its files, as status looks at it.
#include "kvalitet/base/read.hpp"
#include "kvalitet/dialogues/session.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/documents/impact_assessment.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/documents/school_year_report.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "kvalitet/survey/counts.hpp"
#include "kvalitet/survey/register.hpp"

namespace kvalitet {

/// A document, how it was read, and the file that it was read from.
template <class Document>
struct Filed {
  Text file;
  Read<Document> read;
};

/// A file that nobody knows the content of: it could not be read, or is not of a format that is read.
struct UnreadFile {
  DocumentKind kind = DocumentKind::other;  ///< by its place
  Text file;
};

/// Documents of any year and in any state; an empty list where there are none.
struct FiledDocuments {
  std::vector<Filed<CommitmentPlan>> plans;
  std::vector<Filed<SchoolYearReport>> reports;
  std::vector<Filed<OperationalPlan>> operational_plans;
  std::vector<Filed<OperationalReport>> operational_reports;
  std::vector<Filed<ImpactAssessment>> assessments;
  std::vector<Filed<DialogueSession>> sessions;
  std::vector<Filed<Matters>> matters;
  std::vector<Filed<Measures>> measures;
  std::vector<Filed<Deviations>> deviations;
  std::vector<Filed<SurveyRegister>> surveys;
  std::vector<Filed<SurveyInstrument>> instruments;
  std::vector<Filed<SurveyCounts>> survey_counts;
  std::vector<UnreadFile> unread;  ///< as long as there are any, nobody can say that a document of the kind is missing
};

/// Something that shows that a duty was done, or how far it falls short of that. FiledDocuments give theirs by
/// themselves; whoever has more adds it.
struct Evidence {
  Id duty;
  Text event;                ///< the id of the occasion; empty: every one of the year
  std::vector<Id> units;     ///< the municipality's units that it is about; none: all
  std::optional<Date> date;  ///< the day that it tells of, when it tells of one
  Text file;
  Text pointer;            ///< RFC 6901, into the file
  bool sufficient = true;  ///< whether it shows that the duty was done
  Text code;               ///< of the message catalogue, for why not
  Localised note;          ///< why not
  Localised hint;          ///< what would make it so
  int findings = 0;        ///< errors and warnings in the document that no decision answers
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

template <>
struct Describe<Evidence> {
  static constexpr std::string_view name = "Evidence";
  static constexpr Label label{"Belägg", "Evidence"};
  static constexpr std::string_view meaning =
      "Something that shows that a duty was done, or how far it falls short of that.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"duty", &T::duty, Label{"Uppgift", "Duty"}, "The `id` of the duty.", required, "duties"},
      Field{"event", &T::event, Label{"Händelse", "Event"},
            "The `id` of the occasion; empty for every one of the year."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The `id`s of the units it is about; none means all."},
      Field{"date", &T::date, Label{"Dag", "Date"}, "The day that it tells of."},
      Field{"file", &T::file, Label{"Fil", "File"}, "The file in which it stands."},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "JSON Pointer into that file."},
      Field{"sufficient", &T::sufficient, Label{"Räcker", "Sufficient"}, "Whether it shows that the duty was done."},
      Field{"code", &T::code, Label{"Kod", "Code"}, "Of the message that says why not, in the catalogue."},
      Field{"note", &T::note, Label{"Varför inte", "Why not"}, "Why it does not show that the duty was done."},
      Field{"hint", &T::hint, Label{"Förslag", "Hint"}, "What would make it show that."},
      Field{"findings", &T::findings, Label{"Iakttagelser", "Findings"},
            "How many errors and warnings the document has that no decision answers."},
  };
};

}  // namespace kvalitet
