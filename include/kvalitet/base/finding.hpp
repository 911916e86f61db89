#pragma once
// Findings: everything the library has to say about a document, from a stray comma to a rule that is not met.
#include "kvalitet/base/basis.hpp"
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/period.hpp"

namespace kvalitet {

enum class Severity {
  error,    ///< the text says "ska", or the file cannot be understood
  warning,  ///< the text says how it is done
  advice,   ///< the text recommends or supports
};

/// Where in a file, counted from 1: line and character of a text, or paragraph of a Word document.
struct Place {
  int line = 0;
  int column = 0;
  int paragraph = 0;  ///< headings, list items and those in the cells of tables count
  friend bool operator==(const Place&, const Place&) = default;
};

/// A recorded decision to depart from a rule. It answers a finding without hiding it.
struct Deviation {
  Id rule;       ///< the rule departed from
  Text pointer;  ///< only below this place (JSON Pointer); empty: anywhere in the document
  Text decided_by;
  Text reason;
  std::optional<Date> decided_on;
  Date until{1970, 1, 1};  ///< the last day on which it holds
  friend bool operator==(const Deviation&, const Deviation&) = default;
};

struct Finding {
  Text rule;  ///< id of the guideline's or policy's rule; for faults of the file, the message's code
  Text code;  ///< of the message catalogue
  Severity severity = Severity::error;
  Text pointer;     ///< RFC 6901, into the document
  Localised where;  ///< the same in people's words, as place_in_words() says it
  std::optional<Place> place;
  Localised message;
  Localised hint;
  std::optional<Basis> basis;          ///< none for faults of the file
  Data data;                           ///< what the message was made of
  std::optional<Deviation> deviation;  ///< the decision that answers it
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// How serious the breach of a sentence with this verb is; nothing for a permission.
[[nodiscard]] constexpr std::optional<Severity> severity_of(Modal modal) noexcept {
  switch (modal) {
    case Modal::shall: return Severity::error;
    case Modal::present: return Severity::warning;
    case Modal::should:
    case Modal::support: return Severity::advice;
    case Modal::may: break;
  }
  return std::nullopt;
}

template <>
struct Describe<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr Label label{"Allvar", "Severity"};
  static constexpr std::string_view meaning = "How serious a finding is.";
  static constexpr auto values = std::array{
      Choice{Severity::error, "error", Label{"fel", "error"}},
      Choice{Severity::warning, "warning", Label{"varning", "warning"}},
      Choice{Severity::advice, "advice", Label{"råd", "advice"}},
  };
};

template <>
struct Describe<Place> {
  static constexpr std::string_view name = "Place";
  static constexpr Label label{"Plats", "Place"};
  static constexpr std::string_view meaning = "Where in a file.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"line", &T::line, Label{"Rad", "Line"}, "Line, from 1; 0 in a Word document."},
      Field{"column", &T::column, Label{"Tecken", "Column"}, "Character of the line, from 1; 0 in a Word document."},
      Field{
          "paragraph", &T::paragraph, Label{"Stycke", "Paragraph"},
          "Paragraph of a Word document, from 1: headings, list items and those in cells of tables count. 0 elsewhere."},
  };
};

template <>
struct Describe<Deviation> {
  static constexpr std::string_view name = "Deviation";
  static constexpr Label label{"Avvikelse", "Deviation"};
  static constexpr std::string_view meaning =
      "A recorded decision to depart from a rule. It answers a finding without hiding it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"rule", &T::rule, Label{"Regel", "Rule"}, "The `id` of the rule departed from.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Place"},
            "JSON Pointer; the decision holds at this place and below it. Empty: the whole document."},
      Field{"decided_by", &T::decided_by, Label{"Beslutat av", "Decided by"}, "Who decided.", required},
      Field{"reason", &T::reason, Label{"Skäl", "Reason"}, "Why.", required},
      Field{"decided_on", &T::decided_on, Label{"Beslutsdag", "Decided on"}, "The day of the decision."},
      Field{"until", &T::until, Label{"Gäller till och med", "Until"}, "The last day on which it holds.", required},
  };
};

template <>
struct Describe<Finding> {
  static constexpr std::string_view name = "Finding";
  static constexpr Label label{"Iakttagelse", "Finding"};
  static constexpr std::string_view meaning = "Something to be said about a document, and what would make it right.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"rule", &T::rule, Label{"Regel", "Rule"},
            "The `id` of the rule; for faults of the file, the code of the message.", required},
      Field{"code", &T::code, Label{"Kod", "Code"}, "The message's code in the catalogue.", required},
      Field{"severity", &T::severity, Label{"Allvar", "Severity"}, "How serious it is.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "RFC 6901 JSON Pointer into the document.", required},
      Field{"where", &T::where, Label{"Var", "Where"}, "The same in people's words."},
      Field{"place", &T::place, Label{"Rad och tecken", "Place"}, "Where in the file, when it was read from one."},
      Field{"message", &T::message, Label{"Meddelande", "Message"}, "What is wrong.", required},
      Field{"hint", &T::hint, Label{"Förslag", "Hint"}, "What would make it right.", required},
      Field{"basis", &T::basis, Label{"Grund", "Basis"}, "What the rule rests on; none for faults of the file."},
      Field{"data", &T::data, Label{"Uppgifter", "Data"}, "What the message was made of."},
      Field{"deviation", &T::deviation, Label{"Avvikelse", "Deviation"}, "The recorded decision that answers it."},
  };
};

}  // namespace kvalitet
