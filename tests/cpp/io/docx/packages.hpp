#pragma once
// Word documents for the tests: a small sound one, and zip files that lie, written byte by byte.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvalitet_test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A document of one paragraph. Its main part is the last.
Parts small_document();
/// The same with another text in a part, or without it where there is none.
Parts small_document_with(std::string_view part, std::optional<std::string> text);

/// An entry as its two headers tell of it. Those of raw_entry() agree with its bytes.
struct RawEntry {
  struct Header {
    std::string name;
    std::uint16_t flags = 0;
    std::uint16_t method = 8;
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t unpacked = 0;
    std::string extra;
  };
  Header local;
  Header central;
  std::string bytes;
  std::string behind;                   ///< such as the sizes, which may follow
  std::optional<std::uint32_t> offset;  ///< for the directory to tell, instead of its own
};
RawEntry raw_entry(const std::string& name, std::string_view text);
/// Stored, not deflated.
RawEntry stored_entry(const std::string& name, std::string_view text);
std::vector<RawEntry> raw_entries(const Parts& parts);

/// What stands at the end of a zip file.
struct RawEnd {
  std::optional<std::uint16_t> entries{};
  std::optional<std::uint32_t> directory_size{};
  std::optional<std::uint32_t> directory_offset{};
  std::string before{};  ///< between the directory and the end
  std::string comment{};
  std::optional<std::uint16_t> comment_size{};
};
std::string raw_zip(const std::vector<RawEntry>& entries, const RawEnd& end = {});

/// A run of Word's.
inline std::string run(const std::string& inside) { return "<w:r>" + inside + "</w:r>"; }

/// Deflate's data for this text again and again.
std::string deflate_data(std::string_view text, std::size_t times = 1);

/// The beginning of a compound file of Microsoft's with a stream of this name.
std::string compound_file(std::string_view stream);

}  // namespace kvalitet_test
