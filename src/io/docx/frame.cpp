#include "io/docx/frame.hpp"

#include "io/markup.hpp"

namespace kvalitet::docx {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view application = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string join(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

std::string finish(Markup&& markup) { return std::string(declaration) + std::move(markup).take() + '\n'; }

std::string content_types(const Related& related) {
  Markup out;
  out.open("Types").with("xmlns", join(packages, "content-types"));
  const auto of_ending = [&](std::string_view ending, std::string_view type) {
    out.open("Default").with("Extension", ending).with("ContentType", type).close();
  };
  of_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
  of_ending("xml", "application/xml");
  if (!related.pictures.empty()) of_ending("png", "image/png");
  const auto of_part = [&](std::string_view part, std::string_view type) {
    out.open("Override").with("PartName", part).with("ContentType", type).close();
  };
  of_part("/word/document.xml", join(application, "document.main+xml"));
  of_part("/word/styles.xml", join(application, "styles+xml"));
  of_part("/word/settings.xml", join(application, "settings+xml"));
  of_part("/word/footer1.xml", join(application, "footer+xml"));
  of_part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  out.close();
  return finish(std::move(out));
}

class Relationships {
 public:
  Relationships() { out_.open("Relationships").with("xmlns", join(packages, "relationships")); }
  void add(std::string_view id, std::string_view type, std::string_view target, bool external = false) {
    out_.open("Relationship").with("Id", id).with("Type", type).with("Target", target);
    if (external) out_.with("TargetMode", "External");
    out_.close();
  }
  std::string take() && {
    out_.close();
    return finish(std::move(out_));
  }

 private:
  Markup out_;
};

std::string package_relationships() {
  Relationships all;
  all.add("rId1", join(r, "/officeDocument"), "word/document.xml");
  all.add("rId2", join(packages, "relationships/metadata/core-properties"), "docProps/core.xml");
  return std::move(all).take();
}

std::string document_relationships(const Related& related) {
  Relationships all;
  all.add("rIdStyles", join(r, "/styles"), "styles.xml");
  all.add("rIdSettings", join(r, "/settings"), "settings.xml");
  all.add("rIdFooter", join(r, "/footer"), "footer1.xml");
  for (std::size_t i = 0; i < related.links.size(); ++i)
    all.add("rIdLink" + std::to_string(i + 1), join(r, "/hyperlink"), related.links[i], true);
  for (std::size_t i = 0; i < related.pictures.size(); ++i)
    all.add("rIdPicture" + std::to_string(i + 1), join(r, "/image"), "media/picture" + std::to_string(i + 1) + ".png");
  return std::move(all).take();
}

std::string core_properties(const Text& title, std::string_view language) {
  Markup out;
  out.open("cp:coreProperties")
      .with("xmlns:cp", join(packages, "metadata/core-properties"))
      .with("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  out.open("dc:title").text(title).close();
  out.open("dc:language").text(language).close();
  out.close();
  return finish(std::move(out));
}

std::string settings(std::string_view language) {
  Markup out;
  out.open("w:settings").with("xmlns:w", w);
  out.open("w:autoHyphenation").with("w:val", "false").close();
  out.open("w:compat");
  out.open("w:compatSetting")
      .with("w:name", "compatibilityMode")
      .with("w:uri", "http://schemas.microsoft.com/office/word")
      .with("w:val", "15")
      .close();
  out.close();
  out.open("w:themeFontLang").with("w:val", language).close();
  out.close();
  return finish(std::move(out));
}

/// One style; sizes are in half points, spaces in twentieths of a point.
class StyleSheet {
 public:
  StyleSheet() { out_.open("w:styles").with("xmlns:w", w); }

  void defaults(std::string_view language) {
    out_.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    out_.open("w:rFonts")
        .with("w:ascii", "Arial")
        .with("w:hAnsi", "Arial")
        .with("w:eastAsia", "Arial")
        .with("w:cs", "Arial")
        .close();
    value("w:sz", "21");
    out_.open("w:lang").with("w:val", language).with("w:eastAsia", language).with("w:bidi", "ar-SA").close();
    out_.close().close().open("w:pPrDefault").open("w:pPr");
    out_.open("w:spacing").with("w:after", "120").with("w:line", "276").with("w:lineRule", "auto").close();
    out_.close().close().close();
  }

  void begin(std::string_view type, std::string_view id, std::string_view name, bool is_default = false) {
    out_.open("w:style").with("w:type", type);
    if (is_default) out_.with("w:default", "1");
    out_.with("w:styleId", id);
    value("w:name", name);
  }
  void value(std::string_view element, std::string_view of) { out_.open(element).with("w:val", of).close(); }
  void flag(std::string_view element) { out_.open(element).close(); }
  Markup& out() { return out_; }

  void heading(std::string_view id, std::string_view name, std::string_view size, int before, int level) {
    begin("paragraph", id, name);
    value("w:basedOn", "Normal");
    value("w:next", "Normal");
    flag("w:qFormat");
    out_.open("w:pPr");
    flag("w:keepNext");
    flag("w:keepLines");
    out_.open("w:spacing").with("w:before", std::to_string(before)).with("w:after", "80").close();
    if (level >= 0) value("w:outlineLvl", std::to_string(level));
    out_.close().open("w:rPr");
    flag("w:b");
    value("w:color", "1F3864");
    value("w:sz", size);
    out_.close().close();
  }

  std::string take() && {
    out_.close();
    return finish(std::move(out_));
  }

 private:
  Markup out_;
};

std::string styles(std::string_view language) {
  StyleSheet sheet;
  sheet.defaults(language);
  sheet.begin("paragraph", "Normal", "Normal", true);
  sheet.flag("w:qFormat");
  sheet.out().close();
  sheet.heading("Title", "Title", "48", 0, -1);
  constexpr std::string_view sizes[] = {"32", "26", "23", "21", "21", "21", "21", "21", "21"};
  for (int level = 1; level <= 9; ++level)
    sheet.heading("Heading" + std::to_string(level), "heading " + std::to_string(level), sizes[level - 1],
                  level == 1 ? 480 : 240, level - 1);

  sheet.begin("paragraph", help_style, "kvalitet Hjälp");
  sheet.value("w:basedOn", "Normal");
  sheet.value("w:next", "Normal");
  sheet.flag("w:qFormat");
  sheet.out().open("w:pPr").open("w:pBdr");
  sheet.out()
      .open("w:left")
      .with("w:val", "single")
      .with("w:sz", "12")
      .with("w:space", "8")
      .with("w:color", "8EA9CF")
      .close();
  sheet.out().close();
  sheet.out().open("w:ind").with("w:left", "200").close();
  sheet.out().close().open("w:rPr");
  sheet.value("w:color", "44546A");
  sheet.value("w:sz", "19");
  sheet.out().close().close();

  sheet.begin("paragraph", "Footer", "footer");
  sheet.value("w:basedOn", "Normal");
  sheet.out().open("w:rPr");
  sheet.value("w:color", "595959");
  sheet.value("w:sz", "18");
  sheet.out().close().close();

  sheet.begin("character", "DefaultParagraphFont", "Default Paragraph Font", true);
  sheet.out().close();
  for (const auto& [id, name] : {std::pair{placeholder_style, std::string_view("Placeholder Text")},
                                 std::pair{meant_style, std::string_view("kvalitet Tom")}}) {
    sheet.begin("character", id, name);
    sheet.value("w:basedOn", "DefaultParagraphFont");
    sheet.out().open("w:rPr");
    sheet.value("w:color", "595959");
    sheet.out().close().close();
  }
  sheet.begin("character", "Hyperlink", "Hyperlink");
  sheet.value("w:basedOn", "DefaultParagraphFont");
  sheet.out().open("w:rPr");
  sheet.value("w:color", "0B4F9E");
  sheet.value("w:u", "single");
  sheet.out().close().close();

  sheet.begin("table", "TableNormal", "Normal Table", true);
  sheet.out().close();
  return std::move(sheet).take();
}

void field(Markup& out, std::string_view instruction) {
  const auto mark = [&](std::string_view type) {
    out.open("w:r").open("w:fldChar").with("w:fldCharType", type).close().close();
  };
  mark("begin");
  out.open("w:r").open("w:instrText").with("xml:space", "preserve").text(instruction).close().close();
  mark("separate");
  out.open("w:r").open("w:t").text("1").close().close();
  mark("end");
}

std::string footer(const Text& title, Language language) {
  const bool swedish = language == Language::sv;
  Markup out;
  const auto words = [&](std::string_view text) {
    out.open("w:r").open("w:t").with("xml:space", "preserve").text(text).close().close();
  };
  out.open("w:ftr").with("xmlns:w", w).open("w:p").open("w:pPr").open("w:pStyle").with("w:val", "Footer").close();
  out.open("w:tabs")
      .open("w:tab")
      .with("w:val", "right")
      .with("w:pos", std::to_string(text_width))
      .close()
      .close()
      .close();
  words(title);
  out.open("w:r").open("w:tab").close().close();
  words(swedish ? "Sida " : "Page ");
  field(out, " PAGE ");
  words(swedish ? " av " : " of ");
  field(out, " NUMPAGES ");
  out.close().close();
  return finish(std::move(out));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parts_of(std::string main, const Text& title, Language language,
                                                          const Related& related) {
  const std::string_view tag = language == Language::sv ? "sv-SE" : "en-GB";
  std::vector<std::pair<std::string, std::string>> parts;
  parts.emplace_back("[Content_Types].xml", content_types(related));
  parts.emplace_back("_rels/.rels", package_relationships());
  parts.emplace_back("word/document.xml", std::string(declaration) + std::move(main) + '\n');
  parts.emplace_back("word/_rels/document.xml.rels", document_relationships(related));
  parts.emplace_back("word/styles.xml", styles(tag));
  parts.emplace_back("word/settings.xml", settings(tag));
  parts.emplace_back("word/footer1.xml", footer(title, language));
  parts.emplace_back("docProps/core.xml", core_properties(title, tag));
  for (std::size_t i = 0; i < related.pictures.size(); ++i)
    parts.emplace_back("word/media/picture" + std::to_string(i + 1) + ".png", related.pictures[i]);
  return parts;
}

}  // namespace kvalitet::docx
