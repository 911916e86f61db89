// The XML of Word documents: what is kept, what is refused, and how much memory it takes.
#include "io/docx/xml.hpp"

#include "base/clean.hpp"
#include "io/docx/outcome.hpp"
#include "io/heap.hpp"
#include "kvalitet/base/text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

#include <new>

using namespace kvalitet;
using namespace kvalitet::docx;
using namespace kvalitet_test;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t largest = 8U << 20U;  // of a part

/// What is saved of a text that is read.
std::string saved(std::string text) {
  pugi::xml_document document;
  parse_xml(document, text, "word/document.xml");
  return save_xml(document);
}
std::string parsing(std::string_view text) {
  return code_of([&] { (void)saved(std::string(text)); });
}
/// The text of the root.
std::string value(std::string text) {
  pugi::xml_document document;
  parse_xml(document, text, "word/document.xml");
  return document.document_element().child_value();
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t c : text) {
    const auto low = static_cast<char>(c & 0xFFU);
    const auto high = static_cast<char>(c >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

std::string filled(std::string_view head, std::string_view unit, std::string_view tail, std::size_t size = largest) {
  std::string text(head);
  text.reserve(size);
  while (text.size() + unit.size() + tail.size() <= size) text += unit;
  return text.append(tail);
}
std::string nested(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += "<a>";
  for (std::size_t i = 0; i < levels; ++i) text += "</a>";
  return text;
}

/// pugixml's memory is counted as well, in every test of this program.
struct CountedMemory {
  CountedMemory() {
    pugi::set_memory_management_functions([](std::size_t size) { return ::operator new(size, std::nothrow); },
                                          [](void* memory) { ::operator delete(memory); });
  }
};
const CountedMemory counted_memory;

/// The code, when memory stays within what is allowed, the text included.
std::string bounded(std::string text) {
  const std::size_t size = text.capacity();
  const HeapPeak peak;
  std::string code = code_of([&] {
    pugi::xml_document document;
    parse_xml(document, text, "word/document.xml");
  });
  CHECK(size + peak.bytes() < 64U << 20U);
  return code;
}

}  // namespace

TEST_CASE("XML is saved as it was read", "[docx]") {
  for (const std::string text : {
           "<a/>",
           "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:a xmlns:w=\"x\"><w:b> </w:b>\n  "
           "<w:c w:d=\"1\"/></w:a>\n",
           "<a><!-- en kommentar & mer --><?pi värde?><![CDATA[a < b & &#1; c]]></a>",
           "<a b=\"&lt;&amp;&quot;'\">&lt;å&amp;</a>",
           "<a xml:space=\"preserve\"> \t\n </a>",
           "<mc:a mc:Ignorable=\"w14\" xmlns:w14=\"x\">a &gt; b</mc:a>",
       })
    CHECK(saved(text) == text);
  CHECK(saved("\xEF\xBB\xBF<a/>") == "<a/>");
  CHECK(saved("<a b='1'></a>") == "<a b=\"1\"/>");
  CHECK(value("<a>a &gt; b &#229; &#xE5; &#x1F600;</a>") == "a > b å å 😀");
}

TEST_CASE("UTF-16 becomes UTF-8", "[docx]") {
  for (const bool little : {true, false}) {
    CHECK(saved(utf16(u"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>å😀€</a>", little)) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>å😀€</a>");
    CHECK(saved(utf16(u"<a/>", little)) == "<a/>");
    CHECK(parsing(utf16(u"<a>\xD800</a>", little)) == "docx.xml-not-unicode");
    CHECK(parsing(utf16(u"<a>\xDC00</a>", little)) == "docx.xml-not-unicode");
    CHECK(parsing(utf16(u"<a>\xD800", little)) == "docx.xml-not-unicode");
    CHECK(parsing(utf16(u"<a/>", little) + "x") == "docx.xml-not-unicode");
  }
  CHECK(bounded(utf16(u"<a>", true) + filled("", "\xE5\xFF"sv, "<\0/\0a\0>\0"sv, largest - 6)) == "read");
}

TEST_CASE("characters that Text forbids become U+FFFD, and what is no UTF-8 is refused", "[docx]") {
  CHECK(value("<a>a\x01"
              "b\x0B</a>") == "a\uFFFDb\uFFFD");
  CHECK(value("<a>\xEF\xBF\xBE\xEF\xBF\xBF</a>") == "\uFFFD\uFFFD");
  CHECK(value("<a>a&#1;b&#x1F;&#xFFFE;&#65535;c</a>") == "a\uFFFDb\uFFFD\uFFFD\uFFFDc");
  CHECK(value("<a>&#9;&#10;&#xD;&#x10FFFF;</a>") == "\t\n\r\U0010FFFF");
  CHECK(value(std::string("<a>b\0c</a>", 10)) == "b\uFFFDc");
  CHECK(saved("<a b=\"&#2;\x02\"/>") == "<a b=\"\uFFFD\uFFFD\"/>");
  CHECK(parsing("<a>\xE5</a>") == "docx.xml-not-unicode");
  CHECK(parsing("<a>\xED\xA0\x80</a>") == "docx.xml-not-unicode");
  CHECK(parsing("<a>\xC0\x80</a>") == "docx.xml-not-unicode");
  CHECK(parsing("<a b=\"\xFF\"/>") == "docx.xml-not-unicode");
  CHECK(parsing(filled("<a>", "\x01", "</a>", 2000)) == "docx.xml-syntax");
  CHECK(parsing(filled("<a>", "&#1;", "</a>", 8000)) == "docx.xml-syntax");
  CHECK(parsing("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>") == "docx.xml-other-encoding");
  CHECK(parsing("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>") == "docx.xml-other-encoding");
  CHECK(parsing("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>") == "read");

  CHECK(clean("") == "");
  CHECK(clean("åäö\t") == "åäö\t");
  CHECK(clean("a\xE5z\x01\xEF\xBF\xBE.") == "a\uFFFDz\uFFFD\uFFFD.");
  CHECK(clean("\xE2\x82") == "\uFFFD\uFFFD");
}

TEST_CASE("XML that is malformed", "[docx]") {
  for (const std::string_view text : {
           ""sv,
           " "sv,
           "text"sv,
           "<"sv,
           "<a"sv,
           "<a>"sv,
           "<a></b>"sv,
           "</a>"sv,
           "<a b></a>"sv,
           "<a b=1/>"sv,
           "<a b=\"1/>"sv,
           "<a b=\"<\"/>"sv,
           "<a><b</a>"sv,
           "<a/><b/>"sv,
           "<a/>text"sv,
           "text<a/>"sv,
           "<a/><![CDATA[ ]]>"sv,
           "<!-- only -->"sv,
           "<a><!-- </a>"sv,
           "<a><![CDATA[</a>"sv,
           "<a><?pi</a>"sv,
           "<a>&lol;</a>"sv,
           "<a>& </a>"sv,
           "<a>&amp</a>"sv,
           "<a>&#0;</a>"sv,
           "<a>&#x100000000;</a>"sv,
           "<a>&#xD800;</a>"sv,
           "<a>&#x110000;</a>"sv,
           "<a>&#;</a>"sv,
           "<a>&#x;</a>"sv,
           "<a>&#-1;</a>"sv,
           "<a b=\"&lol;\"/>"sv,
           "<1a/>"sv,
           "<a><!x></a>"sv,
           "<a"
           "\0>"sv,
       }) {
    INFO(text);
    CHECK(parsing(text) == "docx.xml-syntax");
  }
}

TEST_CASE("half a document is told where it ends", "[docx]") {
  const std::string whole = "<?xml version=\"1.0\"?>\n<a b=\"c\"><d>å &amp; ä</d><!-- e --><f/></a>";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    const std::string code = parsing(whole.substr(0, size));
    CHECK((code == "docx.xml-syntax" || code == "docx.xml-not-unicode"));  // the latter within å
  }
  std::string half = "<a><b>text";
  pugi::xml_document document;
  try {
    parse_xml(document, half, "word/document.xml");
    FAIL();
  } catch (const Fault& fault) {
    const auto words = render(message_template(fault.code).message, fault.data);
    CHECK(words.sv.str() ==
          "Delen ”word/document.xml” är skadad: dess XML är inte giltig vid byte 10, den tar slut mitt i.");
    CHECK(words.en.str() ==
          "The part “word/document.xml” is damaged: its XML is not valid at byte 10, it ends in the middle.");
  }
}

TEST_CASE("document types are refused, with all that they could do", "[docx]") {
  CHECK(parsing("<!DOCTYPE a><a/>") == "docx.xml-doctype");
  CHECK(parsing("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>"
                "<lolz>&lol2;</lolz>") == "docx.xml-doctype");
  CHECK(parsing("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>") == "docx.xml-doctype");
  CHECK(parsing("<!DOCTYPE a SYSTEM \"https://exempelby.example/a.dtd\"><a/>") == "docx.xml-doctype");
  CHECK(parsing("<a><!DOCTYPE a></a>") == "docx.xml-doctype");
  CHECK(parsing("<!ENTITY a \"b\"><a/>") == "docx.xml-doctype");
  CHECK(parsing("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>") == "read");
}

TEST_CASE("XML that is deep or large ends within bounds", "[docx]") {
  CHECK(bounded(nested(200)) == "read");
  CHECK(bounded(nested(201)) == "docx.xml-too-deep");
  CHECK(bounded(nested(100'000)) == "docx.xml-too-deep");
  CHECK(bounded(nested(1'000'000)) == "docx.xml-too-large");
  CHECK(bounded(filled("", "<a>", "")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<a/>", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<a/>>", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<a/> ", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<![CDATA[]]>", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<!---->", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "<?a?>", "</b>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b", " a=''", "/>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<?xml", " a=''", "?><a/>")) == "docx.xml-too-large");
  CHECK(bounded(filled("<b>", "&lt;", "</b>")) == "read");
  CHECK(bounded(filled("<b>", "=", "</b>")) == "read");
  CHECK(bounded(filled("<b>", "&", "</b>")) == "docx.xml-syntax");
  CHECK(bounded(filled("<b a=\"", "å", "\"/>")) == "read");
  CHECK(bounded(filled("<b>", "\r\n", "</b>")) == "read");
  CHECK(bounded(filled("<!-- ", "-", " --><b/>")) == "read");
  CHECK(bounded(filled("", " ", "")) == "docx.xml-syntax");
  CHECK(bounded(std::string(largest, '<')) == "docx.xml-syntax");
  CHECK(bounded(std::string(largest, '\0')) == "docx.xml-syntax");
  CHECK(bounded(filled("<a>", "<w:p><w:r><w:t>Text om elever och deras lärande.</w:t></w:r></w:p>", "</a>")) == "read");
}

TEST_CASE("whatever is read is fit for Text", "[docx]") {
  std::string text = "<\x01 \x02=\"\x03&#3;\"><!--\x04--><![CDATA[\x05&#5;]]><?\x06 \x07?>\x08</\x01>";
  pugi::xml_document document;
  parse_xml(document, text, "word/document.xml");
  const pugi::xml_node root = document.document_element();
  CHECK(find_forbidden(root.name()) == std::string_view::npos);
  for (const pugi::xml_attribute one : root.attributes()) {
    CHECK(find_forbidden(one.name()) == std::string_view::npos);
    CHECK(find_forbidden(one.value()) == std::string_view::npos);
  }
  for (const pugi::xml_node one : root.children()) {
    CHECK(find_forbidden(one.name()) == std::string_view::npos);
    CHECK(find_forbidden(one.value()) == std::string_view::npos);
  }
}
