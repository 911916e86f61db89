#pragma once
// Where something that was gathered or concluded comes from, so that each figure can be traced.
#include "kvalitet/base/id.hpp"
#include "kvalitet/base/text.hpp"

namespace kvalitet {

/// A place in somebody's document.
struct Source {
  Id document;   ///< which of the guideline's documents
  Text year;     ///< as the document says it: 2026/27 or 2027
  Text owner;    ///< whose: a principal, or the administration
  Text pointer;  ///< RFC 6901, into that document
  Text file;     ///< where the document was read from, when it was
  friend bool operator==(const Source&, const Source&) = default;
};

template <>
struct Describe<Source> {
  static constexpr std::string_view name = "Source";
  static constexpr Label label{"Underlag", "Source"};
  static constexpr std::string_view meaning = "A place in somebody's document.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Which of the guideline's documents.",
            "documents"},
      Field{"year", &T::year, Label{"År", "Year"}, "The document's school year or calendar year."},
      Field{"owner", &T::owner, Label{"Vems", "Whose"}, "The principal or the part of the administration."},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "JSON Pointer into that document."},
      Field{"file", &T::file, Label{"Fil", "File"}, "The file that it was read from, when it was."},
  };
};

}  // namespace kvalitet
