#pragma once
// The zip file below a Word document, by zlib's minizip in memory. What the file says of itself is held against what it
// is: no entry lies in another, outside the file, or under a name that means something to a file system.
#include "io/docx/fault.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet::docx {

struct ZipEntry {
  std::string name;
  std::string_view packed;       ///< its bytes in the file
  std::uint64_t unpacked = 0;    ///< how many they become, as the file says
  std::uint32_t crc = 0;         ///< of the unpacked bytes, as the file says
  std::uint32_t date = 0;        ///< as DOS wrote it
  std::uint32_t attributes = 0;  ///< of the file system that it came from
  std::uint16_t text = 0;        ///< whether it is said to be text, and the like
  std::uint16_t made_by = 0;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;  ///< 0 stored, 8 deflated
};

/// How things are packed.
inline constexpr std::uint16_t stored = 0;
inline constexpr std::uint16_t deflated = 8;

/// All entries, in the order of the directory; they refer to `bytes`. Throws Fault, and LimitError for more than
/// `most`.
[[nodiscard]] std::vector<ZipEntry> zip_entries(std::string_view bytes, std::size_t most);

/// An entry of the file, unpacked. Throws Fault where it is damaged, and LimitError as soon as there are more than
/// `most` bytes, whatever the file said.
[[nodiscard]] std::string unzip(const ZipEntry& entry, std::size_t most);

/// A zip file that is written.
class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// A new entry, deflated.
  void add(const std::string& name, std::string_view text);
  /// An entry of another file as it is packed there.
  void copy(const ZipEntry& entry);
  /// The whole file; nothing is written afterwards.
  [[nodiscard]] std::string finish();

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace kvalitet::docx
