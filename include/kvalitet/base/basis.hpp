#pragma once
// What something rests on: the decided text, a reading of it, a local setting, or the law.
#include "kvalitet/base/describe.hpp"

#include <optional>
#include <vector>

namespace kvalitet {

/// Where something comes from. An invention never wears a citation.
enum class Origin {
  guideline,       ///< the decided text says so; there is a citation
  interpretation,  ///< the text leaves a choice; there is a citation and the reading chosen
  local_policy,    ///< the text leaves it open and the municipality, or a default, fills it in
  law,             ///< Swedish law, named in the reading
};

/// The text's own verb, which decides how serious a breach is. Which verb is which: docs/decisions/008-modals.md.
enum class Modal {
  shall,    ///< ska: error
  present,  ///< any other present tense, "görs", "har med sig", "krävs": warning
  should,   ///< bör, behöver, behövs: advice
  support,  ///< "ett stöd": advice
  may,      ///< "kan", "är möjligt", "har möjlighet": a permission, never a finding
};

/// A passage of the decided text.
struct Citation {
  Text section;             ///< number, or the name of an unnumbered part
  Text heading;             ///< nearest heading above the quote
  Text quote;               ///< verbatim, white space and list markup aside
  bool paraphrase = false;  ///< as the passage's; shown without quotation marks
  friend bool operator==(const Citation&, const Citation&) = default;
};

struct Basis {
  Origin origin = Origin::local_policy;
  std::optional<Modal> modal;
  std::optional<Citation> citation;
  Localised reading;           ///< of an interpretation: the reading chosen; of law: its name and paragraph
  std::vector<Citation> also;  ///< further passages that say the same
  friend bool operator==(const Basis&, const Basis&) = default;
};

/// Words together with what they rest on.
struct Statement {
  Localised words;
  Basis basis;
  friend bool operator==(const Statement&, const Statement&) = default;
};

template <>
struct Describe<Origin> {
  static constexpr std::string_view name = "Origin";
  static constexpr Label label{"Ursprung", "Origin"};
  static constexpr std::string_view meaning = "Where something comes from.";
  static constexpr auto values = std::array{
      Choice{Origin::guideline, "guideline", Label{"riktlinjen", "the guideline"}},
      Choice{Origin::interpretation, "interpretation", Label{"en tolkning", "an interpretation"}},
      Choice{Origin::local_policy, "local_policy", Label{"lokal inställning", "local policy"}},
      Choice{Origin::law, "law", Label{"lag eller förordning", "law"}},
  };
};

template <>
struct Describe<Modal> {
  static constexpr std::string_view name = "Modal";
  static constexpr Label label{"Styrka", "Strength"};
  static constexpr std::string_view meaning = "The text's own verb, which decides how serious a breach is.";
  static constexpr auto values = std::array{
      Choice{Modal::shall, "shall", Label{"ska", "shall"}},
      Choice{Modal::present, "present", Label{"görs", "is done"}},
      Choice{Modal::should, "should", Label{"bör", "should"}},
      Choice{Modal::support, "support", Label{"stöd", "support"}},
      Choice{Modal::may, "may", Label{"möjligt", "may"}},
  };
};

template <>
struct Describe<Citation> {
  static constexpr std::string_view name = "Citation";
  static constexpr Label label{"Källa", "Citation"};
  static constexpr std::string_view meaning = "A passage of the decided text.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"section", &T::section, Label{"Avsnitt", "Section"},
            "Number of the section, or the name of an unnumbered part.", required},
      Field{"heading", &T::heading, Label{"Rubrik", "Heading"}, "The nearest heading above the quote.", required},
      Field{"quote", &T::quote, Label{"Citat", "Quote"},
            "The words of the text, verbatim but for white space and list markup.", required},
      Field{"paraphrase", &T::paraphrase, Label{"I sammandrag", "In summary"},
            "True where the passage is a summary and the words are not the organiser's own: they are shown without "
            "quotation marks."},
  };
};

template <>
struct Describe<Basis> {
  static constexpr std::string_view name = "Basis";
  static constexpr Label label{"Grund", "Basis"};
  static constexpr std::string_view meaning = "What something rests on.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"origin", &T::origin, Label{"Ursprung", "Origin"}, "Where it comes from.", required},
      Field{"modal", &T::modal, Label{"Styrka", "Strength"}, "The text's own verb."},
      Field{"citation", &T::citation, Label{"Källa", "Citation"},
            "The passage; required for `guideline` and `interpretation`, absent otherwise."},
      Field{"reading", &T::reading, Label{"Tolkning", "Reading"},
            "Of an interpretation: the reading chosen. Of law: its name and paragraph."},
      Field{"also", &T::also, Label{"Se även", "See also"}, "Further passages that say the same."},
  };
};

template <>
struct Describe<Statement> {
  static constexpr std::string_view name = "Statement";
  static constexpr Label label{"Utsaga", "Statement"};
  static constexpr std::string_view meaning = "Words together with what they rest on.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"words", &T::words, Label{"Ord", "Words"}, "What is said.", required},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What it rests on.", required},
  };
};

}  // namespace kvalitet
