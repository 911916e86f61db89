// Word documents as packages: what is in them, and everything else that a file may be.
#include "io/docx/package.hpp"

#include "io/docx/outcome.hpp"
#include "io/docx/packages.hpp"
#include "io/heap.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kvalitet;
using namespace kvalitet::docx;
using namespace kvalitet_test;
using namespace std::string_view_literals;

namespace {

std::string small() { return pack(small_document()); }
std::string small_with(std::string_view part, std::optional<std::string> text) {
  return pack(small_document_with(part, std::move(text)));
}

/// The small document when its main relationship or its content type is another.
std::string replaced(std::string_view part, std::string_view from, std::string_view to) {
  Parts parts = small_document();
  for (auto& [name, text] : parts)
    if (name == part) text.replace(text.find(from), from.size(), to);
  return pack(parts);
}
std::string of_type(std::string_view type) {
  return replaced("[Content_Types].xml",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", type);
}

/// The small document with one entry changed byte by byte.
template <class Change>
std::string with_entry(std::string_view name, Change change) {
  std::vector<RawEntry> entries = raw_entries(small_document());
  for (RawEntry& entry : entries)
    if (entry.local.name == name) change(entry);
  return raw_zip(entries);
}
template <class Change>
std::string with_main(Change change) {
  return with_entry("word/document.xml", change);
}
std::string with_more(RawEntry entry) {
  std::vector<RawEntry> entries = raw_entries(small_document());
  entries.push_back(std::move(entry));
  return raw_zip(entries);
}
std::string named(const std::string& name) { return with_more(raw_entry(name, "x")); }
std::string ended(const RawEnd& end) { return raw_zip(raw_entries(small_document()), end); }

std::string_view what_sv(const Fault& fault) {
  for (const auto& [name, datum] : fault.data)
    if (name == "what_sv") return std::get<Text>(datum).view();
  return {};
}

}  // namespace

TEST_CASE("a small document", "[docx]") {
  const std::string bytes = small();
  const Package package(bytes);
  CHECK(package.main_part() == "word/document.xml");
  CHECK(package.read("word/document.xml") == small_document().back().second);
  CHECK(package.read("Word/Document.XML") == small_document().back().second);
  CHECK(package.has("[Content_Types].xml"));
  CHECK_FALSE(package.has("word/footnotes.xml"));
  CHECK(package.parts().size() == small_document().size());
  CHECK(package.related(package.main_part(), "styles") == "word/styles.xml");
  CHECK(package.related(package.main_part(), "hyperlink") == std::nullopt);
  CHECK(package.related(package.main_part(), "footnotes") == std::nullopt);
  CHECK(package.related("word/styles.xml", "styles") == std::nullopt);
  CHECK(code_of([&] { (void)package.read("word/footnotes.xml"); }) == "docx.missing-part");
}

TEST_CASE("what other programs write is read as well", "[docx]") {
  CHECK(opening(raw_zip(raw_entries(small_document()))) == "read");
  CHECK(opening(ended({.comment = "Gjord av ett annat program"})) == "read");
  CHECK(opening(ended({.comment = std::string(60'000, ' ')})) == "read");
  CHECK(opening(named("word/media/Bild på skolan.png")) == "read");
  CHECK(opening(with_more(stored_entry("word/media/", ""))) == "read");
  CHECK(opening(with_main([](RawEntry& entry) {  // sizes behind the entry, and in its own header none
          entry.local.flags = entry.central.flags = 1U << 3U;
          entry.local.crc = entry.local.packed = entry.local.unpacked = 0;
          entry.behind = "PK\x07\x08............";
        })) == "read");
  CHECK(opening(with_main([](RawEntry& entry) { entry.local.extra = std::string("\x20\xA2\x04\0....", 8); })) ==
        "read");

  std::vector<RawEntry> entries;
  for (const auto& [name, text] : small_document()) entries.push_back(stored_entry(name, text));
  CHECK(opening(raw_zip(entries)) == "read");
}

TEST_CASE("macros and templates are documents", "[docx]") {
  CHECK(opening(of_type("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")) == "read");
  CHECK(opening(of_type("application/vnd.ms-word.document.macroEnabled.main+xml")) == "read");
  CHECK(opening(of_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")) == "read");
}

TEST_CASE("the main part is found wherever it lies", "[docx]") {
  const auto main_part = [](std::string_view target) {
    const std::string bytes = replaced("_rels/.rels", "word/document.xml", target);
    return Package(bytes).main_part();
  };
  CHECK(main_part("/word/document.xml") == "word/document.xml");
  CHECK(main_part("./word/../word/document.xml") == "word/document.xml");
  CHECK(main_part("WORD/document.xml") == "word/document.xml");

  const std::string strict = replaced("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/",
                                      "http://purl.oclc.org/ooxml/officeDocument/");
  CHECK(opening(strict) == "read");
  CHECK(opening(replaced("[Content_Types].xml", "/word/document.xml", "/Word/Document.xml")) == "read");
}

TEST_CASE("what is no Word document is told by what it is", "[docx]") {
  CHECK(opening("") == "docx.empty");
  CHECK(opening(compound_file("WordDocument")) == "docx.old-word");
  CHECK(opening(compound_file("EncryptedPackage")) == "docx.encrypted");
  CHECK(opening(compound_file("Workbook")) == "docx.old-office");
  CHECK(opening("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == "docx.pdf");
  CHECK(opening("\xEF\xBB\xBF%PDF-1.4") == "docx.pdf");
  CHECK(opening("{\\rtf1\\ansi\\ansicpg1252 Plan}") == "docx.rtf");
  CHECK(opening("<!DOCTYPE html>\n<html lang=\"sv\">") == "docx.html");
  CHECK(opening("\xEF\xBB\xBF \n<HTML>") == "docx.html");
  CHECK(opening("MIME-Version: 1.0\nContent-Type: multipart/related") == "docx.html");
  CHECK(opening("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>") ==
        "docx.word-xml");
  CHECK(opening("<?xml version=\"1.0\"?><pkg:package/>") == "docx.word-xml");
  CHECK(opening("Åtagandeplan för läsåret") == "docx.plain-text");
  CHECK(opening("\xC5tagandeplan f\xF6r l\xE4s\xE5ret") == "docx.plain-text");
  CHECK(opening(R"({"format_version": 1})") == "docx.plain-text");
  CHECK(opening(std::string(1000, '\0')) == "docx.not-a-document");
  CHECK(opening("\x89PNG\r\n\x1A\n"sv) == "docx.not-a-document");
  CHECK(opening("P") == "docx.plain-text");
  CHECK(opening("PK") == "docx.plain-text");
  CHECK(opening("PK\x03\x04"sv) == "docx.cut-off");
  CHECK(opening("PK\x05\x06"sv) == "docx.only-a-zip");
  CHECK(opening(raw_zip({})) == "docx.only-a-zip");
  CHECK(opening(pack({{"plan.txt", "Åtagandeplan"}})) == "docx.only-a-zip");

  const auto open_document = [](const std::string& kind) {
    return raw_zip({stored_entry("mimetype", "application/vnd.oasis.opendocument." + kind),
                    raw_entry("content.xml", "<office:document-content/>"),
                    stored_entry("Configurations2/images/Bitmaps/", "")});
  };
  CHECK(opening(open_document("text")) == "docx.odt");
  CHECK(opening(open_document("spreadsheet")) == "docx.spreadsheet");
  CHECK(opening(open_document("presentation")) == "docx.presentation");
  CHECK(opening(open_document("formula")) == "docx.only-a-zip");

  CHECK(opening(of_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")) ==
        "docx.spreadsheet");
  CHECK(opening(of_type("application/vnd.ms-excel.sheet.macroEnabled.main+xml")) == "docx.spreadsheet");
  CHECK(opening(of_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")) ==
        "docx.presentation");
  CHECK(opening(of_type("application/vnd.ms-visio.drawing.main+xml")) == "docx.other-content");
  CHECK(opening(of_type("")) == "docx.other-content");
}

TEST_CASE("a package without what it must have", "[docx]") {
  CHECK(opening(small_with("[Content_Types].xml", {})) == "docx.only-a-zip");
  CHECK(opening(small_with("_rels/.rels", {})) == "docx.missing-part");
  CHECK(opening(small_with("word/document.xml", {})) == "docx.missing-part");
  CHECK(opening(small_with("word/_rels/document.xml.rels", {})) == "read");
  CHECK(opening(small_with("word/styles.xml", {})) == "read");
  CHECK(opening(replaced("_rels/.rels", "/officeDocument\"", "/thumbnail\"")) == "docx.no-main-part");
  CHECK(opening(replaced("_rels/.rels", "word/document.xml", "../document.xml")) == "docx.missing-part");
  CHECK(opening(replaced("_rels/.rels", "word/document.xml", "")) == "docx.missing-part");
  CHECK(opening(replaced("_rels/.rels", "word/document.xml", std::string(70'000, '/') + "word/document.xml")) ==
        "docx.missing-part");
  CHECK(opening(replaced("_rels/.rels", "Target=\"word/document.xml\"",
                         "Target=\"https://exempelby.example/plan.docx\" TargetMode=\"External\"")) ==
        "docx.external-main-part");

  const std::string bytes = small_with("word/styles.xml", {});
  CHECK(Package(bytes).related("word/document.xml", "styles") == std::nullopt);
}

TEST_CASE("names that mean something to a file system are refused, and those that occur twice", "[docx]") {
  for (const std::string name : {"../word/a.xml", "word/../../a.xml", "word/..", "/word/a.xml", "C:/word/a.xml",
                                 "c:a.xml", "word\\a.xml", "word//a.xml", "./a.xml", "a\nb.xml", "", "/"})
    CHECK(opening(named(name)) == "docx.unsafe-name");
  CHECK(opening(named(std::string("word/a.xml\0.png", 15))) == "docx.unsafe-name");
  CHECK(opening(named(std::string(0xFFFF, 'a'))) == "read");
  CHECK(opening(named("\xFF\xFE.xml")) == "read");

  CHECK(opening(named("word/document.xml")) == "docx.duplicate-part");
  CHECK(opening(named("Word/DOCUMENT.xml")) == "docx.duplicate-part");
  CHECK(opening(named("word/\xC3\xA5.xml")) == "read");
}

TEST_CASE("zip files that are damaged or lie", "[docx]") {
  const std::string sound = raw_zip(raw_entries(small_document()));
  SECTION("cut off anywhere") {
    for (std::size_t size = 4; size < sound.size(); ++size) {
      INFO(size);
      CHECK(opening(std::string_view(sound).substr(0, size)) == "docx.cut-off");
    }
  }
  SECTION("something before or after") {
    CHECK(opening(sound + "x") == "docx.damaged");
    CHECK(opening(sound + std::string(100'000, '\0')) == "docx.damaged");
    CHECK(opening("PK\x03\x04" + sound) == "docx.damaged");
    CHECK(opening("MZ" + sound) == "docx.not-a-document");
    CHECK(opening(sound + sound) == "docx.damaged");
    CHECK(opening(ended({.comment = raw_zip({})})) == "docx.damaged");
    CHECK(opening(ended({.comment = "PK\x05\x06"})) == "docx.cut-off");
  }
  SECTION("the end disagrees with the directory") {
    CHECK(opening(ended({.entries = 4})) == "docx.damaged");
    CHECK(opening(ended({.entries = 6})) == "docx.damaged");
    CHECK(opening(ended({.entries = 0})) == "docx.damaged");
    CHECK(opening(ended({.directory_size = 0})) == "docx.damaged");
    CHECK(opening(ended({.directory_size = 0xFFFFFFFF})) == "docx.damaged");
    CHECK(opening(ended({.directory_offset = 0})) == "docx.damaged");
    CHECK(opening(ended({.directory_offset = 0xFFFFFFFF})) == "docx.damaged");
    CHECK(opening(ended({.comment_size = 1})) == "docx.cut-off");
    CHECK(opening(ended({.before = "x"})) == "docx.damaged");
  }
  SECTION("zip64 that no document needs") {
    const std::string zeros(8, '\0');
    const std::string locator = "PK\x06\x07" + std::string(4, '\0') + zeros + std::string("\x01\0\0\0", 4);
    CHECK(opening(ended({.before = locator})) == "docx.damaged");
    CHECK(opening(ended({.entries = 0xFFFF, .directory_size = 0xFFFFFFFF, .directory_offset = 0xFFFFFFFF})) ==
          "docx.damaged");
    // A record of its own, which says that there are more entries than could be counted.
    std::string record = "PK\x06\x06" + std::string("\x2C\0\0\0\0\0\0\0", 8) + std::string(12, '\0');
    record += std::string(16, '\xFF') + std::string(16, '\xFF');
    std::string where = "PK\x06\x07" + std::string(4, '\0');
    std::size_t at = raw_zip(raw_entries(small_document())).size() - 22;
    for (int i = 0; i < 8; ++i, at >>= 8U) where += static_cast<char>(at & 0xFFU);
    where += std::string("\x01\0\0\0", 4);
    const std::string code = opening(ended({.before = record + where}));
    CHECK((code == "docx.too-many-parts" || code == "docx.damaged"));
  }
  SECTION("an entry disagrees with the directory") {
    CHECK(opening(with_main([](RawEntry& entry) { ++entry.local.packed; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { ++entry.local.unpacked; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { ++entry.local.crc; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { entry.local.method = 0; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { entry.local.name = "word/dokument.xml"; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { entry.local.name = "word/a.xml"; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { entry.offset = 0xFFFFFFF0; })) == "docx.damaged");
    CHECK(opening(with_main([](RawEntry& entry) { entry.local.packed = entry.central.packed = 0x7FFFFFFF; })) ==
          "docx.damaged");
  }
  SECTION("both headers are wrong together") {
    const auto both = [](auto change) {
      return opening(with_main([&](RawEntry& entry) {
        change(entry.local);
        change(entry.central);
      }));
    };
    CHECK(both([](RawEntry::Header& header) { ++header.crc; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { ++header.unpacked; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { --header.unpacked; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { header.unpacked = 0; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { header.unpacked = 8U << 20U; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { header.unpacked = 0xFFFFFFFE; }) == "docx.part-too-large");
    CHECK(both([](RawEntry::Header& header) { --header.packed; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { header.method = 0; }) == "docx.part-damaged");
    CHECK(both([](RawEntry::Header& header) { header.method = 12; }) == "docx.unknown-packing");
    CHECK(both([](RawEntry::Header& header) { header.method = 99; }) == "docx.unknown-packing");
    CHECK(both([](RawEntry::Header& header) { header.flags |= 1U; }) == "docx.encrypted-part");
    CHECK(both([](RawEntry::Header& header) { header.flags |= 1U << 6U; }) == "docx.encrypted-part");
  }
  SECTION("entries lie in each other") {
    std::vector<RawEntry> entries = raw_entries(small_document());
    RawEntry again = entries.back();
    again.central.name = again.local.name = "word/again.xml";
    entries.push_back(again);
    // As if the last were the fourth: its name differs from the one there.
    entries.back().offset = 0;
    CHECK(opening(raw_zip(entries)) == "docx.damaged");

    // One that has another in its stored bytes.
    const RawEntry inner = raw_entry("word/inner.xml", "<inner/>");
    const std::string whole_inner = raw_zip({inner}).substr(0, 30 + inner.local.name.size() + inner.bytes.size());
    entries = raw_entries(small_document());
    const std::size_t before = raw_zip(entries).find("PK\x01\x02");
    const RawEntry outer = stored_entry("word/outer.bin", whole_inner);
    entries.push_back(outer);
    entries.push_back(inner);
    entries.back().offset = static_cast<std::uint32_t>(before + 30 + outer.local.name.size());
    const std::string bytes = raw_zip(entries);
    CHECK_THROWS_AS(Package(bytes), Fault);
    try {
      const Package package(bytes);
    } catch (const Fault& fault) {
      CHECK(what_sv(fault) == "två delar ligger i varandra");
    }

    // One that has the directory in it.
    entries = raw_entries(small_document());
    RawEntry last = stored_entry("word/last.bin", "");
    last.local.packed = last.central.packed = last.local.unpacked = last.central.unpacked = 100;
    entries.push_back(last);
    CHECK(opening(raw_zip(entries)) == "docx.damaged");
  }
  SECTION("an archive within is bytes like others") {
    CHECK(opening(with_more(stored_entry("word/embeddings/plan.docx", sound))) == "read");
  }
  SECTION("any byte is another") {
    for (std::size_t at = 0; at < sound.size(); ++at)
      for (const int flip : {0x01, 0x80, 0xFF}) {
        std::string other = sound;
        other[at] = static_cast<char>(other[at] ^ flip);
        CHECK_NOTHROW(opening(other));
      }
  }
}

TEST_CASE("what unpacks to more than is accepted is not unpacked", "[docx]") {
  constexpr std::size_t megabyte = 1U << 20U;
  const std::string bomb = deflate_data(std::string(megabyte, ' '), 1024);
  CHECK(bomb.size() < 2 * megabyte);
  for (const std::uint32_t said :
       {std::uint32_t{0}, std::uint32_t{100}, std::uint32_t{8 * megabyte}, std::uint32_t{1024 * megabyte}}) {
    INFO(said);
    const std::string bytes = with_main([&](RawEntry& entry) {
      entry.bytes = bomb;
      entry.local.packed = entry.central.packed = static_cast<std::uint32_t>(bomb.size());
      entry.local.unpacked = entry.central.unpacked = said;
    });
    const HeapPeak peak;
    CHECK(opening(bytes) == (said < 8 * megabyte ? "docx.part-damaged" : "docx.part-too-large"));
    CHECK(peak.bytes() < 9 * megabyte);
  }
  // Just as much as is accepted.
  CHECK(opening(small_with("word/a.xml", std::string(8 * megabyte, ' '))) == "read");
  CHECK(opening(small_with("word/a.xml", std::string(8 * megabyte + 1, ' '))) == "docx.part-too-large");
}

TEST_CASE("limits of a package", "[docx]") {
  const std::string bytes = small();
  CHECK(opening(bytes, {bytes.size(), 2000, 5}) == "read");
  CHECK(opening(bytes, {bytes.size() - 1, 2000, 5}) == "docx.too-large");
  CHECK(opening(bytes, {bytes.size(), 200, 5}) == "docx.part-too-large");
  CHECK(opening(bytes, {bytes.size(), 2000, 4}) == "docx.too-many-parts");
  CHECK(opening(std::string((32U << 20U) + 1, 'x')) == "docx.too-large");

  std::vector<RawEntry> entries = raw_entries(small_document());
  while (entries.size() < 2000) entries.push_back(raw_entry("word/" + std::to_string(entries.size()), ""));
  CHECK(opening(raw_zip(entries)) == "read");
  entries.push_back(raw_entry("word/one-more", ""));
  CHECK(opening(raw_zip(entries)) == "docx.too-many-parts");
}

TEST_CASE("parts are replaced and added, and the rest is as it was", "[docx]") {
  std::vector<RawEntry> entries = raw_entries(small_document());
  entries.push_back(stored_entry("word/media/image1.png", "\x89PNG"));
  entries.back().local.flags = entries.back().central.flags = 1U << 3U | 1U << 11U;
  const std::string before = raw_zip(entries, {.comment = "Gjord av ett annat program"});
  const Package package(before);
  const std::string document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
  const std::string after = package.with({{"Word/document.xml", document}, {"word/comments.xml", "<w:comments/>"}});

  const std::vector<ZipEntry> old_entries = zip_entries(before, 2000);
  const std::vector<ZipEntry> new_entries = zip_entries(after, 2000);
  REQUIRE(new_entries.size() == old_entries.size() + 1);
  for (std::size_t i = 0; i < old_entries.size(); ++i) {
    CHECK(new_entries[i].name == old_entries[i].name);
    if (old_entries[i].name == "word/document.xml") continue;
    CHECK(new_entries[i].packed == old_entries[i].packed);
    CHECK(new_entries[i].crc == old_entries[i].crc);
    CHECK(new_entries[i].method == old_entries[i].method);
    CHECK(new_entries[i].date == old_entries[i].date);
  }
  CHECK(new_entries.at(5).flags == 1U << 11U);
  const Package changed(after);
  CHECK(changed.read("word/document.xml") == document);
  CHECK(changed.read("word/comments.xml") == "<w:comments/>");
  CHECK(changed.read("word/styles.xml") == package.read("word/styles.xml"));
  CHECK(opening(after) == "read");
  CHECK(Package(after).with({}) == after);
}

TEST_CASE("packing gives the same bytes each time", "[docx]") {
  const std::string bytes = small();
  CHECK(bytes == small());
  const std::vector<ZipEntry> entries = zip_entries(bytes, 2000);
  REQUIRE(entries.size() == small_document().size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CHECK(entries[i].name == small_document()[i].first);
    CHECK(entries[i].date == 0x00210000);  // 1 January 1980
    CHECK(entries[i].method == 8);
    CHECK(entries[i].flags == 0);
  }
}
