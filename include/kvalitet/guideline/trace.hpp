#pragma once
// The trace matrix: every sentence of the decided text, with what accounts for it.
//
// Normalisation: white space is collapsed to single spaces. A sentence ends at `.`, `?` or `!`, closing quotes and
// brackets included, where the paragraph ends or a space and an upper-case letter, a digit or a quote follows. Section
// and heading of a citation must be those of the passage; the quote must be part of one of its paragraphs. A quote of
// whole sentences accounts for those, wherever under the heading they stand; any other for each sentence it stands in.
#include "kvalitet/base/export.hpp"
#include "kvalitet/guideline/guideline.hpp"

namespace kvalitet {

struct TraceRow {
  Text section;
  Text heading;
  Text sentence;
  std::vector<Text> accounted_by;  ///< JSON Pointers into the guideline, of what cites (part of) the sentence
  bool informative = false;        ///< listed as obliging nobody
  bool paraphrase = false;         ///< a summary, not the organiser's own words
  friend bool operator==(const TraceRow&, const TraceRow&) = default;
};

/// In the order of the text. A row neither informative nor accounted for by anything is a hole in the guideline's data.
[[nodiscard]] KVALITET_API std::vector<TraceRow> trace(const Guideline& guideline);

template <>
struct Describe<TraceRow> {
  static constexpr std::string_view name = "TraceRow";
  static constexpr Label label{"Spårrad", "Trace row"};
  static constexpr std::string_view meaning = "A sentence of the decided text, with what accounts for it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"section", &T::section, Label{"Avsnitt", "Section"}, "Section of the text.", required},
      Field{"heading", &T::heading, Label{"Rubrik", "Heading"}, "Nearest heading.", required},
      Field{"sentence", &T::sentence, Label{"Mening", "Sentence"}, "The sentence, white space collapsed.", required},
      Field{"accounted_by", &T::accounted_by, Label{"Bärs av", "Accounted for by"},
            "JSON Pointers into the guideline, of what cites it.", required},
      Field{"informative", &T::informative, Label{"Upplysande", "Informative"}, "Listed as obliging nobody.", required},
      Field{"paraphrase", &T::paraphrase, Label{"I sammandrag", "In summary"},
            "True where the words are a summary and not the organiser's own."},
  };
};

}  // namespace kvalitet
