#pragma once
// The trace matrix: every sentence of the decided text, with what accounts for it and, where it obliges somebody, which
// duty or rule carries that.
//
// Normalisation: white space is collapsed to single spaces. A sentence ends at `.`, `?` or `!`, closing quotes and
// brackets included, where the paragraph ends or a space and an upper-case letter, a digit or a quote follows. Section
// and heading of a citation must be those of the passage; the quote must be part of one of its paragraphs. A quote of
// whole sentences accounts for those, wherever under the heading they stand; any other for each sentence it stands in.
#include "kvalitet/base/export.hpp"
#include "kvalitet/guideline/guideline.hpp"

namespace kvalitet {

/// What a sentence does, by the modals of what cites it.
enum class Bearing {
  obliges,      ///< something that cites it is to be done: `shall`, `present` or `should`
  permits,      ///< what cites it may be done, or is a support
  describes,    ///< what cites it has no modal: names, topics, meanings
  informs,      ///< listed as obliging nobody, and nothing else cites it
  unaccounted,  ///< neither listed nor cited: a hole in the guideline's data
};

struct TraceRow {
  Text section;
  Text heading;
  Text sentence;
  Bearing bearing = Bearing::unaccounted;
  std::vector<Id> carried_by;      ///< the duties and rules that cite (part of) the sentence
  std::vector<Text> accounted_by;  ///< JSON Pointers into the guideline, of all that cites (part of) it
  bool paraphrase = false;         ///< a summary, not the organiser's own words
  friend bool operator==(const TraceRow&, const TraceRow&) = default;
};

/// In the order of the text. An unaccounted row is a hole in the guideline's data, and so is, but in an excerpt, one
/// that obliges somebody and that nothing carries.
[[nodiscard]] KVALITET_API std::vector<TraceRow> trace(const Guideline& guideline);

template <>
struct Describe<Bearing> {
  static constexpr std::string_view name = "Bearing";
  static constexpr Label label{"Innebörd", "Bearing"};
  static constexpr std::string_view meaning = "What a sentence does.";
  static constexpr auto values = std::array{
      Choice{Bearing::obliges, "obliges", Label{"förpliktar", "obliges"}},
      Choice{Bearing::permits, "permits", Label{"medger eller stöder", "permits or supports"}},
      Choice{Bearing::describes, "describes", Label{"beskriver", "describes"}},
      Choice{Bearing::informs, "informs", Label{"upplyser", "informs"}},
      Choice{Bearing::unaccounted, "unaccounted", Label{"saknar motsvarighet", "unaccounted for"}},
  };
};

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
      Field{"bearing", &T::bearing, Label{"Innebörd", "Bearing"}, "What the sentence does.", required},
      Field{"carried_by", &T::carried_by, Label{"Bärs av", "Carried by"}, "The duties and rules that cite it.",
            required},
      Field{"accounted_by", &T::accounted_by, Label{"Återges av", "Accounted for by"},
            "JSON Pointers into the guideline, of all that cites it.", required},
      Field{"paraphrase", &T::paraphrase, Label{"I sammandrag", "In summary"},
            "True where the words are a summary and not the organiser's own."},
  };
};

}  // namespace kvalitet
