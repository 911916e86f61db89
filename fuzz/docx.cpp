// Any bytes as a Word document's package and as its XML: nothing crashes or takes more than it may, and what is
// accepted can be written and read again. The first byte says as what: 0 a whole file, 1 the XML of its main part, 2 of
// its relationships, 3 of its list of parts.
#include "require.hpp"

#include "io/docx/package.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/text.hpp"

#include <pugixml.hpp>

namespace {

using namespace kvalitet;
using namespace kvalitet::docx;

/// Runs what may be refused: with words for it.
template <class Verb>
bool accepted(Verb verb) {
  try {
    verb();
    return true;
  } catch (const Fault& fault) {
    (void)render(message_template(fault.code).message, fault.data);
    (void)render(message_template(fault.code).hint, fault.data);
  } catch (const LimitError&) {
  }
  return false;
}

void require_text(const char* words) {
  require(find_forbidden(words) == std::string_view::npos, "names and values are fit for Text");
}

void require_texts(const pugi::xml_node& top) {
  struct Walker final : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
      require(depth() < 200, "it is no deeper than is accepted");
      require_text(node.name());
      require_text(node.value());
      for (const pugi::xml_attribute one : node.attributes()) {
        require_text(one.name());
        require_text(one.value());
      }
      return true;
    }
  };
  Walker walker;
  pugi::xml_node node = top;
  node.traverse(walker);
}

void read_xml(std::string text) {
  pugi::xml_document document;
  if (!accepted([&] { parse_xml(document, text, "word/document.xml"); })) return;
  require_texts(document);
  const std::string saved = save_xml(document);
  std::string again = saved;
  pugi::xml_document second;
  // It may be longer than it was, but not deeper or of more elements.
  require(accepted([&] { parse_xml(second, again, "word/document.xml"); }), "what is saved is accepted");
  require(save_xml(second) == saved, "what is saved reads as it was");
}

void read_package(const std::string& bytes) {
  const PackageLimits limits{1U << 20U, 1U << 20U, 100};
  (void)accepted([&] {
    const Package package(bytes, limits);
    require(package.has(package.main_part()), "the main part is in the package");
    for (const char* const type : {"styles", "footnotes", "comments", "numbering", "footer"})
      (void)accepted([&] {
        if (const auto part = package.related(package.main_part(), type))
          require(package.has(*part), "what is related is in the package");
      });
    for (const std::string& part : package.parts()) {
      std::string text;
      if (accepted([&] { text = package.read(part); })) read_xml(text);
    }
    const std::string written = package.with({{package.main_part(), "<a/>"}, {"word/added.xml", "<b/>"}});
    const PackageLimits larger{16U << 20U, limits.part_bytes, 101};
    const Package again(written, larger);
    require(again.read(package.main_part()) == "<a/>" && again.read("word/added.xml") == "<b/>",
            "parts are replaced and added");
    require(again.with({}) == written, "what is written stays as it is");
  });
}

/// A document of which one part is the input.
std::string document_with(std::size_t index, std::string text) {
  std::vector<std::pair<std::string, std::string>> parts{
      {"word/document.xml", "<w:document/>"},
      {"_rels/.rels",
       R"(<Relationships><Relationship Type="/officeDocument" Target="word/document.xml"/></Relationships>)"},
      {"[Content_Types].xml",
       R"(<Types><Override PartName="/word/document.xml" ContentType=")"
       R"(application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"}};
  parts[index].second = std::move(text);
  return pack(parts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (static_cast<unsigned char>(data[0] - '0') % 4) {
    case 0: read_package(rest); break;
    case 1: read_xml(std::move(rest)); break;
    case 2: read_package(document_with(1, std::move(rest))); break;
    default: read_package(document_with(2, std::move(rest))); break;
  }
  return 0;
}
