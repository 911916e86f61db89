#pragma once
// Word documents (.docx, Office Open XML): templates to fill in, and reading what people have made of them.
//
// In a document structure is the truth: headings, labels before a colon, columns of tables. Content controls only help
// the one who fills it in; a document that has lost them all, or was typed from nothing with the same words, is read
// the same. docs/decisions/017-word-forms.md says how a described type looks in a document.
#include "kvalitet/base/diff.hpp"
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// A picture in a document, before everything else that it says.
struct DocxPicture {
  std::string png;
  int width = 0;  ///< in pixels, as it is
  int height = 0;
  Text description;  ///< its alternative text: what it shows, for those who do not see it
};

struct DocxOptions {
  Language language = Language::sv;  ///< of labels and help when writing; when reading, both are understood
  /// Gives the names of goal areas, success factors and the like, the quotes that help, and (`policy.forms`) the
  /// municipality's own templates. None: the first guideline that comes with the library, with its default policy.
  const QualitySystem* system = nullptr;
  bool help = false;  ///< put the guideline's sentences beside what they are about, as in a template
  std::vector<DocxPicture> pictures = {};
};

/// How much of a document is read before it throws LimitError.
struct DocxLimits {
  int file_bytes = 32 << 20;
  int part_bytes = 8 << 20;  ///< of a part, unpacked
  int parts = 2000;
  int paragraphs = 30'000;
  int findings = 500;  ///< above this the first ones and the very last are kept, and the rest counted
  friend bool operator==(const DocxLimits&, const DocxLimits&) = default;
};

template <>
struct Describe<DocxLimits> {
  static constexpr std::string_view name = "DocxLimits";
  static constexpr Label label{"Gränser för Word-dokument", "Limits of Word documents"};
  static constexpr std::string_view meaning = "How much of a Word document a reader accepts before it gives up.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"file_bytes", &T::file_bytes, Label{"Filens byte", "Bytes of the file"}, "Size of the file."},
      Field{"part_bytes", &T::part_bytes, Label{"Delens byte", "Bytes of a part"}, "Size of a part, unpacked."},
      Field{"parts", &T::parts, Label{"Delar", "Parts"}, "Parts of the file."},
      Field{"paragraphs", &T::paragraphs, Label{"Stycken", "Paragraphs"}, "Paragraphs in all."},
      Field{"findings", &T::findings, Label{"Iakttagelser", "Findings"},
            "Above this the first ones and the very last are kept, and the rest counted."},
  };
};

/// Reads a document into a described type; `record` points to a default-constructed object of it. Findings and places
/// name paragraphs; what found no place is in `unplaced`. What is no Word document is a finding. Tracked changes count
/// as accepted; comments, notes and text boxes are unplaced. Throws LimitError.
[[nodiscard]] KVALITET_API Reading read_docx(const TypeInfo& type, void* record, std::string_view docx,
                                             const DocxOptions& options = {}, const DocxLimits& limits = {});
template <class T>
[[nodiscard]] Read<T> read_docx(std::string_view docx, const DocxOptions& options = {}, const DocxLimits& limits = {}) {
  Read<T> read;
  read.reading = read_docx(type_info<T>(), &read.value, docx, options, limits);
  return read;
}

/// Whether a file begins as a Word document does; reading says whether it is one.
[[nodiscard]] KVALITET_API bool looks_like_docx(std::string_view bytes) noexcept;

/// A document with everything that a record of a described type holds, and room for what it does not hold yet. Reading
/// it gives an equal record. The same input gives the same parts. A template is the document of a draft, with `help`.
[[nodiscard]] KVALITET_API std::string write_docx(const TypeInfo& type, const void* record,
                                                  const DocxOptions& options = {});
template <class T>
[[nodiscard]] std::string write_docx(const T& record, const DocxOptions& options = {}) {
  return write_docx(type_info<T>(), &record, options);
}

/// A document into which a record was written.
struct WrittenBack {
  std::string docx;
  std::vector<Change> left;  ///< what the document, read again, says otherwise than the record: it had no place for it
};

/// The person's own document with everything in which it differs from the record changed; all else stays as it is, and
/// every other part keeps its bytes. Without any difference, the same bytes. `before` and `again` point to
/// default-constructed objects of the type. Throws LimitError, and UsageError for what is no Word document.
[[nodiscard]] KVALITET_API WrittenBack write_back(const TypeInfo& type, void* before, void* again, const void* record,
                                                  std::string_view docx, const DocxOptions& options = {},
                                                  const DocxLimits& limits = {});
template <class T>
[[nodiscard]] WrittenBack write_back(const T& record, std::string_view docx, const DocxOptions& options = {},
                                     const DocxLimits& limits = {}) {
  T before;
  T again;
  return write_back(type_info<T>(), &before, &again, &record, docx, options, limits);
}

/// How sure a proposal is.
enum class Certainty {
  certain,  ///< the library's own word: it is read so without any form
  likely,   ///< a word by which such things go in municipalities' templates, in its place
  unsure,   ///< it looks like one
  unknown,  ///< nothing is proposed
};

/// A heading, column or label of a template, for a person to confirm.
struct ProposedLabel {
  Text label;
  int level = 0;  ///< of a heading; 0 for columns and labels
  Text field;     ///< what it is proposed to mean; empty where nothing is
  Certainty certainty = Certainty::unknown;
  std::vector<Text> examples;  ///< what stands there, the first of it
  friend bool operator==(const ProposedLabel&, const ProposedLabel&) = default;
};

/// A proposal of how a municipality's own template is read.
struct FormProposal {
  DocumentForm form;  ///< with everything that is likely, and the levels of headings without words; confirm it first
  std::vector<ProposedLabel> labels;  ///< all that was seen, in document order
  friend bool operator==(const FormProposal&, const FormProposal&) = default;
};

/// Proposes a form from a template or, better, a document that somebody has filled in. Throws LimitError, and
/// UsageError for what is no Word document.
[[nodiscard]] KVALITET_API FormProposal propose_form(const TypeInfo& type, std::string_view docx,
                                                     const DocxOptions& options = {}, const DocxLimits& limits = {});

template <>
struct Describe<Certainty> {
  static constexpr std::string_view name = "Certainty";
  static constexpr Label label{"Säkerhet", "Certainty"};
  static constexpr std::string_view meaning = "How sure a proposal is.";
  static constexpr auto values = std::array{
      Choice{Certainty::certain, "certain", Label{"säkert", "certain"}},
      Choice{Certainty::likely, "likely", Label{"troligt", "likely"}},
      Choice{Certainty::unsure, "unsure", Label{"osäkert", "unsure"}},
      Choice{Certainty::unknown, "unknown", Label{"okänt", "unknown"}},
  };
};

template <>
struct Describe<ProposedLabel> {
  static constexpr std::string_view name = "ProposedLabel";
  static constexpr Label label{"Föreslaget ord", "Proposed label"};
  static constexpr std::string_view meaning = "A heading, column or label of a template, for a person to confirm.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"label", &T::label, Label{"I mallen", "In the template"}, "Its words in the template.", required},
      Field{"level", &T::level, Label{"Rubriknivå", "Level"}, "Of a heading; 0 for columns and labels."},
      Field{"field", &T::field, Label{"Betyder", "Means"}, "What it is proposed to mean; empty where nothing is."},
      Field{"certainty", &T::certainty, Label{"Säkerhet", "Certainty"}, "How sure that is."},
      Field{"examples", &T::examples, Label{"Exempel", "Examples"}, "What stands there, the first of it."},
  };
};

template <>
struct Describe<FormProposal> {
  static constexpr std::string_view name = "FormProposal";
  static constexpr Label label{"Förslag till mall", "Form proposal"};
  static constexpr std::string_view meaning = "A proposal of how a municipality's own template is read.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"form", &T::form, Label{"Mall", "Form"}, "What is likely; confirm it first.", required},
      Field{"labels", &T::labels, Label{"Ord", "Labels"}, "All that was seen, in document order."},
  };
};

}  // namespace kvalitet
