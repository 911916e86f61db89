#pragma once
// How a municipality's own template of a document is read: which of its words mean what. Data of the local policy.
#include "kvalitet/base/describe.hpp"
#include "kvalitet/base/id.hpp"

#include <vector>

namespace kvalitet {

/// A heading, a column or a label before a colon.
struct FormLabel {
  Text label;
  Text field;  ///< what is written there: keys of the document type, such as `areas.commitments.activities.title`;
               ///< empty: nothing, these are the template's own words
  friend bool operator==(const FormLabel&, const FormLabel&) = default;
};

/// Headings of a level that say no more than the title of what stands below them.
struct FormHeading {
  int level = 1;
  Text field;  ///< what each of them begins: `areas` or `areas.commitments`
  friend bool operator==(const FormHeading&, const FormHeading&) = default;
};

/// Words of a template for a value.
struct FormValue {
  Text field;  ///< of which value: `areas.commitments.continuation`
  Text words;  ///< as the template says it: `Ja`
  Text value;  ///< as files have it: `carry_on`
  friend bool operator==(const FormValue&, const FormValue&) = default;
};

struct DocumentForm {
  Id document;  ///< of the guideline's documents
  Localised title;
  std::vector<FormLabel> labels;
  std::vector<FormHeading> headings;
  std::vector<FormValue> values;
  friend bool operator==(const DocumentForm&, const DocumentForm&) = default;
};

template <>
struct Describe<FormLabel> {
  static constexpr std::string_view name = "FormLabel";
  static constexpr Label label{"Ord i mallen", "Form label"};
  static constexpr std::string_view meaning = "A heading, a column or a label of a template, and what it means.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"label", &T::label, Label{"I mallen", "In the template"},
            "The words in the template, in small letters or capitals.", required},
      Field{"field", &T::field, Label{"Betyder", "Means"},
            "What is written there, by the document type's keys: `areas.commitments.activities.title`. Empty: nothing, "
            "these are the template's own words."},
  };
};

template <>
struct Describe<FormHeading> {
  static constexpr std::string_view name = "FormHeading";
  static constexpr Label label{"Rubriknivå i mallen", "Form heading"};
  static constexpr std::string_view meaning =
      "Headings of a level that say no more than the title of what stands below them.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"level", &T::level, Label{"Rubriknivå", "Level"}, "The level of the headings, from 1.", required},
      Field{"field", &T::field, Label{"Betyder", "Means"},
            "What each of them begins, by the document type's keys: `areas`, `areas.commitments`.", required},
  };
};

template <>
struct Describe<FormValue> {
  static constexpr std::string_view name = "FormValue";
  static constexpr Label label{"Värde i mallen", "Form value"};
  static constexpr std::string_view meaning = "Words of a template for a value.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"field", &T::field, Label{"Av", "Field"},
            "Of which value, by the document type's keys: `areas.commitments.continuation`.", required},
      Field{"words", &T::words, Label{"I mallen", "In the template"}, "As the template says it.", required},
      Field{"value", &T::value, Label{"Betyder", "Means"}, "The value as files have it: `carry_on`.", required},
  };
};

template <>
struct Describe<DocumentForm> {
  static constexpr std::string_view name = "DocumentForm";
  static constexpr Label label{"Egen mall", "Document form"};
  static constexpr std::string_view meaning =
      "How the municipality's own template of a document is read, beside the library's.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Which document it is a template of.", required,
            "documents"},
      Field{"title", &T::title, Label{"Namn", "Title"}, "What people call the template."},
      Field{"labels", &T::labels, Label{"Ord i mallen", "Labels"}, "What its headings, columns and labels mean."},
      Field{"headings", &T::headings, Label{"Rubriknivåer", "Headings"},
            "What headings without such words begin, by their level."},
      Field{"values", &T::values, Label{"Värden i mallen", "Values"}, "What its words for values mean."},
  };
};

}  // namespace kvalitet
