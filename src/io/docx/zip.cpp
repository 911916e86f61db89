#include "io/docx/zip.hpp"

#include "base/shown.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/base/error.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace kvalitet::docx {

/// What minizip writes. Exceptions do not pass through C.
struct Sink {
  std::string bytes;
  std::uint64_t at = 0;
  bool out_of_memory = false;
};

namespace {

constexpr std::size_t header_size = 30;           // of an entry, before its name
constexpr std::size_t directory_entry_size = 46;  // before its name
constexpr std::size_t directory_end_size = 22;    // before the comment
constexpr std::size_t longest_comment = 0xFFFF;

[[noreturn]] void damaged(const Label& what) {
  throw Fault{"docx.damaged", {{"what_sv", Text(what.sv)}, {"what_en", Text(what.en)}}};
}
constexpr Label directory_differs{"innehållsförteckningen stämmer inte med innehållet",
                                  "its directory does not agree with what it holds"};
constexpr Label overlap{"två delar ligger i varandra", "two parts lie in each other"};
constexpr Label more_after{"det ligger något efter filens slut", "something lies after the end of the file"};

/// What minizip reads: bytes and a position among them.
struct Source {
  std::string_view bytes;
  std::uint64_t at = 0;
};

voidpf opened(voidpf opaque, const void* /*name*/, int /*mode*/) { return opaque; }
int closed(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
int no_error(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

template <class Stream>
ZPOS64_T tell(voidpf /*opaque*/, voidpf stream) {
  return static_cast<Stream*>(stream)->at;
}

/// No further than to the end.
template <class Stream>
long seek(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  auto& all = *static_cast<Stream*>(stream);
  const std::uint64_t size = all.bytes.size();
  const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? all.at : size;
  if (offset > size - from) return -1;
  all.at = from + offset;
  return 0;
}

uLong read(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
  auto& source = *static_cast<Source*>(stream);
  const std::size_t count = source.bytes.copy(static_cast<char*>(to), size, source.at);
  source.at += count;
  return static_cast<uLong>(count);
}

uLong write(voidpf /*opaque*/, voidpf stream, const void* from, uLong size) {
  auto& sink = *static_cast<Sink*>(stream);
  try {
    sink.bytes.replace(sink.at, size, static_cast<const char*>(from), size);
  } catch (const std::bad_alloc&) {
    sink.out_of_memory = true;
    return 0;
  }
  sink.at += size;
  return size;
}

uLong nothing_read(voidpf /*opaque*/, voidpf /*stream*/, void* /*to*/, uLong /*size*/) { return 0; }
uLong nothing_written(voidpf /*opaque*/, voidpf /*stream*/, const void* /*from*/, uLong /*size*/) { return 0; }

/// Where the directory ends and what tells so begins, which a comment may follow. minizip takes the last that looks
/// like it; here it must also be the right one, or another program would see another file.
std::size_t directory_end(std::string_view bytes) {
  constexpr std::string_view signature("PK\x05\x06", 4);
  const std::size_t at = bytes.rfind(signature);
  const std::size_t farthest = directory_end_size + longest_comment;
  if (at == std::string_view::npos || bytes.size() - at < directory_end_size) throw Fault{"docx.cut-off", {}};
  if (bytes.size() - at > farthest) damaged(more_after);
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[at + offset]); };
  const std::size_t comment = byte(20) + 256U * byte(21);
  const std::size_t end = at + directory_end_size + comment;
  if (end > bytes.size()) throw Fault{"docx.cut-off", {}};
  if (end < bytes.size()) damaged(more_after);
  return at;
}

/// Whether a file could be written outside the folder for it, or elsewhere than it says.
bool is_safe(std::string_view name) {
  if (name.empty() || name.front() == '/' || (name.size() > 1 && name[1] == ':')) return false;
  for (const char c : name)
    if (c == '\\' || static_cast<unsigned char>(c) < 0x20U || c == 0x7F) return false;
  while (!name.empty()) {
    const std::string_view segment = name.substr(0, name.find('/'));
    if (segment.empty() || segment == "." || segment == "..") return false;
    name.remove_prefix(std::min(segment.size() + 1, name.size()));
  }
  return true;
}

/// Where in the file an entry lies, with its header.
struct Stretch {
  std::uint64_t begin;
  std::uint64_t end;
};

void check_apart(std::vector<Stretch> stretches, std::uint64_t end) {
  std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  for (const Stretch& stretch : stretches) {
    if (&stretch != &stretches.back()) {
      if (stretch.end > (&stretch)[1].begin) damaged(overlap);
    } else if (stretch.end > end) {
      damaged(overlap);
    }
  }
}

using Unzip = std::unique_ptr<void, int (*)(unzFile)>;

/// The entry at which minizip stands.
ZipEntry current(unzFile file) {
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) damaged(directory_differs);
  ZipEntry entry;
  entry.name.resize(info.size_filename);
  if (unzGetCurrentFileInfo64(file, &info, entry.name.data(), static_cast<uLong>(entry.name.size()), nullptr, 0,
                              nullptr, 0) != UNZ_OK)
    damaged(directory_differs);
  if (!is_safe(entry.name)) throw Fault{"docx.unsafe-name", {{"name", shown(entry.name)}}};
  entry.unpacked = info.uncompressed_size;
  entry.crc = static_cast<std::uint32_t>(info.crc);
  entry.date = static_cast<std::uint32_t>(info.dosDate);
  entry.attributes = static_cast<std::uint32_t>(info.external_fa);
  entry.text = static_cast<std::uint16_t>(info.internal_fa);
  entry.made_by = static_cast<std::uint16_t>(info.version);
  entry.flags = static_cast<std::uint16_t>(info.flag);
  entry.method = static_cast<std::uint16_t>(info.compression_method);
  constexpr unsigned encrypted = 1U | 1U << 6U | 1U << 13U;
  if ((entry.flags & encrypted) != 0) throw Fault{"docx.encrypted-part", {{"part", shown(entry.name)}}};
  if (entry.method != stored && entry.method != deflated)
    throw Fault{"docx.unknown-packing", {{"part", shown(entry.name)}, {"method", std::int64_t{entry.method}}}};
  return entry;
}

/// Finds its packed bytes, by its own header, which must say the same as the directory.
Stretch locate(unzFile file, std::string_view bytes, ZipEntry& entry) {
  unz_file_info64 info{};
  int method = 0;
  int level = 0;
  if (unzGetCurrentFileInfo64(file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
      unzOpenCurrentFile2(file, &method, &level, 1) != UNZ_OK)
    damaged(directory_differs);
  const std::uint64_t begin = unzGetCurrentFileZStreamPos64(file);
  const int extra = unzGetLocalExtrafield(file, nullptr, 0);
  unzCloseCurrentFile(file);
  const std::uint64_t head = header_size + entry.name.size() + static_cast<std::uint64_t>(std::max(extra, 0));
  if (extra < 0 || begin > bytes.size() || head > begin || info.compressed_size > bytes.size() - begin)
    damaged(directory_differs);
  if (bytes.substr(begin - head + header_size, entry.name.size()) != entry.name) damaged(directory_differs);
  entry.packed = bytes.substr(begin, info.compressed_size);
  return {begin - head, begin + info.compressed_size};
}

std::uint64_t after_current(unzFile file) {
  unz_file_info64 info{};
  unzGetCurrentFileInfo64(file, &info, nullptr, 0, nullptr, 0, nullptr, 0);
  return unzGetOffset64(file) + directory_entry_size + info.size_filename + info.size_file_extra +
         info.size_file_comment;
}

}  // namespace

std::vector<ZipEntry> zip_entries(std::string_view bytes, std::size_t most) {
  const std::size_t end = directory_end(bytes);
  Source source{bytes};
  zlib_filefunc64_def functions{opened, read, nothing_written, tell<Source>, seek<Source>, closed, no_error, &source};
  const Unzip file(unzOpen2_64(nullptr, &functions), unzClose);
  unz_global_info64 info{};
  if (!file || unzGetGlobalInfo64(file.get(), &info) != UNZ_OK || info.number_entry == 0) damaged(directory_differs);
  if (info.number_entry > most) throw LimitError("docx.too-many-parts", {{"limit", static_cast<std::int64_t>(most)}});

  std::vector<ZipEntry> entries;
  entries.reserve(info.number_entry);
  std::vector<Stretch> stretches;
  stretches.reserve(info.number_entry);
  std::uint64_t directory = 0;
  for (std::uint64_t i = 0; i < info.number_entry; ++i) {
    if ((i == 0 ? unzGoToFirstFile(file.get()) : unzGoToNextFile(file.get())) != UNZ_OK) damaged(directory_differs);
    if (i == 0) directory = unzGetOffset64(file.get());
    entries.push_back(current(file.get()));
    stretches.push_back(locate(file.get(), bytes, entries.back()));
  }
  if (after_current(file.get()) != end) damaged(directory_differs);
  check_apart(std::move(stretches), directory);
  return entries;
}

std::string unzip(const ZipEntry& entry, std::size_t most) {
  const auto too_large = [&] {
    return LimitError("docx.part-too-large",
                      {{"part", shown(entry.name)}, {"limit", static_cast<std::int64_t>((most + 0xFFFFF) >> 20U)}});
  };
  const auto broken = [&] { return Fault{"docx.part-damaged", {{"part", shown(entry.name)}}}; };
  if (entry.unpacked > most) throw too_large();
  const auto size = static_cast<std::size_t>(entry.unpacked);

  std::string text;
  if (entry.method == stored) {
    text = entry.packed;
  } else {
    // One byte more than it says, to see whether there is more.
    text.resize(size + 1);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(entry.packed.data()));
    stream.avail_in = static_cast<uInt>(entry.packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int status = inflate(&stream, Z_FINISH);
    const bool whole = status == Z_STREAM_END && stream.avail_in == 0;
    const bool more = stream.avail_out == 0;
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (more && size == most) throw too_large();
    if (!whole) throw broken();
  }
  if (text.size() != size ||
      ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())) != entry.crc)
    throw broken();
  return text;
}

struct ZipWriter::File {
  Sink sink;
  zlib_filefunc64_def functions{opened, nothing_read, write, tell<Sink>, seek<Sink>, closed, no_error, &sink};
  zipFile zip = zipOpen2_64(nullptr, APPEND_STATUS_CREATE, nullptr, &functions);

  File() {
    if (zip == nullptr) throw std::bad_alloc();
  }
  ~File() {
    if (zip != nullptr) zipClose(zip, nullptr);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Only memory can be lacking.
  static void require(bool done) {
    if (!done) throw std::bad_alloc();
  }
  void write_all(std::string_view bytes) {
    require(zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK);
  }
};

namespace {

constexpr std::uint32_t first_of_january_1980 = (1U << 5U | 1U) << 16U;
constexpr std::size_t largest_entry = std::numeric_limits<std::uint32_t>::max() - 1;

}  // namespace

ZipWriter::ZipWriter() : file_(std::make_unique<File>()) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string_view text) {
  if (text.size() > largest_entry) throw std::bad_alloc();
  zip_fileinfo info{};
  info.dosDate = first_of_january_1980;
  File::require(zipOpenNewFileInZip2_64(file_->zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                        Z_DEFAULT_COMPRESSION, 0, 0) == ZIP_OK);
  file_->write_all(text);
  File::require(zipCloseFileInZip(file_->zip) == ZIP_OK);
}

void ZipWriter::copy(const ZipEntry& entry) {
  zip_fileinfo info{};
  info.dosDate = entry.date != 0 ? entry.date : first_of_january_1980;
  info.internal_fa = entry.text;
  info.external_fa = entry.attributes;
  // Sizes are written in the header, no longer behind the entry.
  constexpr unsigned sizes_behind = 1U << 3U;
  File::require(zipOpenNewFileInZip4_64(file_->zip, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                        entry.method, 0, 1, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                                        entry.made_by, entry.flags & ~sizes_behind, 0) == ZIP_OK);
  file_->write_all(entry.packed);
  File::require(zipCloseFileInZipRaw64(file_->zip, entry.unpacked, entry.crc) == ZIP_OK);
}

std::string ZipWriter::finish() {
  File::require(zipClose(std::exchange(file_->zip, nullptr), nullptr) == ZIP_OK);
  return std::move(file_->sink.bytes);
}

}  // namespace kvalitet::docx
