#include "io/docx/packages.hpp"

#include <zlib.h>

#include <stdexcept>

namespace kvalitet_test {
namespace {

std::string little(std::uint64_t value, int bytes) {
  std::string text;
  for (; bytes > 0; --bytes, value >>= 8U) text += static_cast<char>(value & 0xFFU);
  return text;
}

/// The fields that both headers have.
std::string fields(const RawEntry::Header& header) {
  return little(header.flags, 2) + little(header.method, 2) + little(0, 2) + little(0x21, 2) + little(header.crc, 4) +
         little(header.packed, 4) + little(header.unpacked, 4) + little(header.name.size(), 2) +
         little(header.extra.size(), 2);
}

RawEntry entry_of(const std::string& name, std::string_view text, std::string bytes, std::uint16_t method) {
  RawEntry::Header header;
  header.name = name;
  header.method = method;
  header.crc = static_cast<std::uint32_t>(
      ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
  header.packed = static_cast<std::uint32_t>(bytes.size());
  header.unpacked = static_cast<std::uint32_t>(text.size());
  return {header, header, std::move(bytes), {}, {}};
}

}  // namespace

Parts small_document() {
  return {
      {"[Content_Types].xml",
       R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>)"},
      {"_rels/.rels",
       R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
      {"word/_rels/document.xml.rels",
       R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://exempelby.example/" TargetMode="External"/></Relationships>)"},
      {"word/styles.xml", R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>)"},
      {"word/document.xml",
       R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">Åtagandeplan </w:t></w:r></w:p></w:body></w:document>)"},
  };
}

Parts small_document_with(std::string_view part, std::optional<std::string> text) {
  Parts parts = small_document();
  for (auto one = parts.begin(); one != parts.end(); ++one) {
    if (one->first != part) continue;
    if (text)
      one->second = std::move(*text);
    else
      parts.erase(one);
    return parts;
  }
  if (text) parts.emplace_back(part, std::move(*text));
  return parts;
}

std::string deflate_data(std::string_view text, std::size_t times) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string bytes(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  // Flushed, it may stand behind itself.
  deflate(&stream, Z_FULL_FLUSH);
  const std::string block = bytes.substr(0, stream.total_out);
  const std::size_t before = stream.total_out;
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::logic_error("does not fit");
  const std::string end = bytes.substr(before, stream.total_out - before);
  deflateEnd(&stream);
  std::string all;
  all.reserve(block.size() * times + end.size());
  for (; times > 0; --times) all += block;
  return all + end;
}

RawEntry raw_entry(const std::string& name, std::string_view text) {
  return entry_of(name, text, deflate_data(text), 8);
}

RawEntry stored_entry(const std::string& name, std::string_view text) {
  return entry_of(name, text, std::string(text), 0);
}

std::vector<RawEntry> raw_entries(const Parts& parts) {
  std::vector<RawEntry> entries;
  for (const auto& [name, text] : parts) entries.push_back(raw_entry(name, text));
  return entries;
}

std::string raw_zip(const std::vector<RawEntry>& entries, const RawEnd& end) {
  std::string file;
  std::string directory;
  for (const RawEntry& entry : entries) {
    directory += "PK\x01\x02" + little(20, 2) + little(20, 2) + fields(entry.central) + little(0, 2 + 2 + 2 + 4) +
                 little(entry.offset.value_or(static_cast<std::uint32_t>(file.size())), 4) + entry.central.name +
                 entry.central.extra;
    file += "PK\x03\x04" + little(20, 2) + fields(entry.local) + entry.local.name + entry.local.extra + entry.bytes +
            entry.behind;
  }
  const std::size_t offset = file.size();
  const std::size_t count = end.entries.value_or(static_cast<std::uint16_t>(entries.size()));
  return file + directory + end.before + "PK\x05\x06" + little(0, 2 + 2) + little(count, 2) + little(count, 2) +
         little(end.directory_size.value_or(static_cast<std::uint32_t>(directory.size())), 4) +
         little(end.directory_offset.value_or(static_cast<std::uint32_t>(offset)), 4) +
         little(end.comment_size.value_or(static_cast<std::uint16_t>(end.comment.size())), 2) + end.comment;
}

std::string compound_file(std::string_view stream) {
  std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  for (const char c : stream) file += {c, '\0'};
  return file + std::string(512, '\0');
}

}  // namespace kvalitet_test
