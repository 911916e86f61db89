#pragma once
// A Word document as the zip file it is: finding its parts, reading them, and writing it with some of them replaced.
// Whatever the file says of itself is checked before it is believed.
#include "io/docx/zip.hpp"

#include <optional>
#include <utility>

namespace kvalitet::docx {

/// How much a package may ask for before it is refused with LimitError.
struct PackageLimits {
  std::size_t file_bytes = 32U << 20U;
  std::size_t part_bytes = 8U << 20U;  ///< of a part that is read, unpacked
  std::size_t parts = 2000;
};

/// A .docx as the zip file it is. Nothing is unpacked but what is asked for, nothing goes to disk. Names of parts are
/// those of the entries (word/document.xml, without a slash before it); case makes no difference, as in OPC.
class Package {
 public:
  /// Throws Fault for what is no Word document, LimitError beyond the limits. `bytes` must outlive it.
  explicit Package(std::string_view bytes, const PackageLimits& limits = {});

  [[nodiscard]] bool has(std::string_view part) const { return find(part) != nullptr; }
  /// A part, unpacked. Throws Fault, also when there is no such part, and LimitError.
  [[nodiscard]] std::string read(std::string_view part) const;
  /// The names of all parts, in the order of the file.
  [[nodiscard]] std::vector<std::string> parts() const;
  /// Such as word/document.xml; found through _rels/.rels and [Content_Types].xml.
  [[nodiscard]] const std::string& main_part() const { return main_part_; }
  /// The part that another is related to, by the last segment of the relationship's type ("styles", "footnotes",
  /// "comments", "numbering", "footer"). Only what is in the package; the first, where there are several.
  [[nodiscard]] std::optional<std::string> related(std::string_view from, std::string_view type) const;
  /// All of them, each once, in the order of the relationships.
  [[nodiscard]] std::vector<std::string> all_related(std::string_view from, std::string_view type) const;
  /// The package with these parts in place of its own, or added at the end. Every other entry keeps its bytes, packed
  /// as it was, in the same order.
  [[nodiscard]] std::string with(const std::vector<std::pair<std::string, std::string>>& parts) const;

 private:
  [[nodiscard]] const ZipEntry* find(std::string_view part) const;
  [[nodiscard]] std::string find_main_part() const;
  [[nodiscard]] std::string content_type(std::string_view part) const;

  PackageLimits limits_;
  std::vector<ZipEntry> entries_;                             // in the order of the file
  std::vector<std::pair<std::string, std::size_t>> by_name_;  // in lower case, sorted
  std::string main_part_;
};

/// A new package: deflated, entries in the order given, times 1980-01-01, same bytes everywhere.
[[nodiscard]] std::string pack(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace kvalitet::docx
