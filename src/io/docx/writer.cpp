#include "io/docx/writer.hpp"

#include "base/blank.hpp"
#include "base/reference.hpp"
#include "guideline/tag_sets.hpp"
#include "io/docx/content.hpp"
#include "io/docx/own_words.hpp"
#include "io/docx/package.hpp"

#include <algorithm>
#include <numeric>

namespace kvalitet::docx {
namespace {

constexpr std::string_view prefixes[][2] = {
    {"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    {"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
};

/// The paragraphs that show a text of several lines. An empty line at either end is kept as a break, since empty
/// paragraphs around a text mean nothing.
std::vector<std::string_view> paragraphs_of(std::string_view text) {
  if (is_blank(text) || text.front() == '\n' || text.back() == '\n') return {text};
  std::vector<std::string_view> all;
  while (true) {
    const std::size_t at = text.find('\n');
    all.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return all;
    text.remove_prefix(at + 1);
  }
}

/// What would be taken for a template's own words, or for nothing, says that it is meant.
std::string_view style_of(std::string_view text) {
  const bool own = !prompt_behind(text).empty() || !prompt_before(text).empty();
  return own || (is_blank(text) && !text.empty()) ? meant_style : std::string_view();
}

/// How wide a column is beside others: long texts want more room than days and choices.
int weight(const Spot& spot) {
  const TypeInfo& type = held(*spot.field->type);
  if (spot.field->prose || spot.parent->title() == &spot) return 30;
  if (type.kind == TypeInfo::Kind::text) return 26;
  return type.kind == TypeInfo::Kind::scalar || type.kind == TypeInfo::Kind::enumeration ? 15 : 11;
}

/// Room for the longest word of a column's head, in twips; letters of two bytes have it to spare.
int least_width(std::string_view head) {
  constexpr int letter = 125;  // in bold
  constexpr int margins = 200;
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t end = std::min(head.find(' ', begin), head.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return static_cast<int>(longest) * letter + margins;
}

const void* in(const Spot& spot, const void* record) { return record == nullptr ? nullptr : spot.field->in(record); }

std::size_t size_of(const Spot& spot, const void* list) { return list == nullptr ? 0 : spot.field->type->size(list); }

bool is_default(const Spot& spot, const void* record) { return record == nullptr || spot.field->is_default(record); }

}  // namespace

Writer::Writer(const QualitySystem& system, const DocxOptions& options)
    : system_(system), options_(options), values_(system, options.language) {}

std::string_view Writer::word(Label label) const { return label.in(options_.language); }

std::string_view Writer::prompt(const TypeInfo& type, std::string_view collection) const {
  const TypeInfo& one = held(type);
  if (one.name == Describe<Date>::name) return word(prompt_date);
  return word(values_.options(one, collection).empty() ? prompt_text : prompt_choice);
}

std::string Writer::shown(const Spot& spot, const void* value) const {
  return value == nullptr ? std::string() : values_.write(*spot.field->type, spot.collection(), value);
}

Text Writer::title(const Spot& root, const void* record) const {
  std::string title(root.record->label.in(options_.language));
  for (const Spot& spot : root.children) {
    const std::string_view type = spot.field->type->name;
    if (type == Describe<SchoolYear>::name || type == Describe<CalendarYear>::name)
      title += ' ' + shown(spot, spot.field->in(record));
  }
  return Text(std::move(title));
}

std::string Writer::document(const Spot& root, const void* record) {
  documents_ = documents_of(system_, *root.record);
  out_.open("w:document");
  for (const auto& [name, value] : prefixes) out_.with(name, value);
  out_.open("w:body");
  out_.open("w:p").open("w:pPr");
  value("w:pStyle", "Title");
  out_.close();
  put_runs(title(root, record));
  out_.close();
  if (options_.help) put_help_of_document(root);
  put_fields(root, record, 1);
  put_pictures();
  out_.open("w:p").close();  // a table may not be the last that a document holds
  out_.open("w:sectPr");
  out_.open("w:footerReference").with("w:type", "default").with("r:id", "rIdFooter").close();
  out_.open("w:pgSz").with("w:w", std::to_string(page_width)).with("w:h", std::to_string(page_height)).close();
  out_.open("w:pgMar");
  for (const std::string_view side : {"w:top", "w:right", "w:bottom", "w:left"})
    out_.with(side, std::to_string(page_margin));
  out_.with("w:header", "567").with("w:footer", "567").with("w:gutter", "0").close();
  out_.close().close().close();
  return std::move(out_).take();
}

bool Writer::is_shown(const Spot& spot, const void* record) const {
  if (spot.field->required && spot.field->key != "format_version") return true;
  const bool used = !is_default(spot, record);
  if (spot.is_for_programs() || spot.field->type->kind == TypeInfo::Kind::integer) return used;
  // A deviation is written down where there is one.
  return used || held(*spot.field->type).name != Describe<Deviation>::name;
}

void Writer::put_fields(const Spot& of, const void* record, int level) {
  const Spot* const heading = of.shape == Shape::sections ? of.title() : nullptr;
  for (const Spot& spot : of.children)
    if (spot.shape == Shape::fact && &spot != heading && is_shown(spot, record)) put_fact(spot, in(spot, record));
  for (const Spot& spot : of.children) {
    if (spot.shape == Shape::fact || &spot == heading || !is_shown(spot, record)) continue;
    const void* const value = in(spot, record);
    switch (spot.shape) {
      case Shape::prose: put_prose(spot, value, level); break;
      case Shape::rows: put_table(spot, value, level); break;
      case Shape::sections: put_sections(spot, value, level); break;
      case Shape::part: put_part(spot, value, level); break;
      case Shape::fact: break;
    }
  }
}

void Writer::put_fact(const Spot& spot, const void* value) {
  out_.open("w:p");
  put_runs(std::string(spot.field->label.in(options_.language)) + ":", {}, true);
  put_runs(" ");
  put_control(spot, shown(spot, value));
  out_.close();
  put_help(spot);
}

void Writer::put_prose(const Spot& spot, const void* value, int level) {
  put_heading(level, spot.field->label.in(options_.language));
  put_help(spot);
  put_texts(spot, shown(spot, value));
}

/// A text as one paragraph or several.
void Writer::put_texts(const Spot& spot, std::string_view text) {
  const auto paragraphs = paragraphs_of(text);
  for (const std::string_view paragraph : paragraphs) {
    out_.open("w:p");
    if (paragraphs.size() == 1)
      put_control(spot, paragraph);
    else
      put_runs(paragraph, style_of(paragraph));
    out_.close();
  }
}

std::vector<const Spot*> Writer::columns_of(const Spot& rows, const void* list) const {
  std::vector<const Spot*> columns;
  const TypeInfo& type = *rows.field->type;
  for (const Spot& spot : rows.children) {
    bool shown = !spot.is_for_programs() || spot.field->required;
    for (std::size_t i = 0; i < size_of(rows, list) && !shown; ++i) shown = !spot.field->is_default(type.item(list, i));
    if (shown) columns.push_back(&spot);
  }
  return columns;
}

void Writer::put_header(const std::vector<const Spot*>& columns, const std::vector<int>& widths) {
  out_.open("w:tr").open("w:trPr");
  out_.open("w:cantSplit").close();
  out_.open("w:tblHeader").close();
  out_.close();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out_.open("w:tc").open("w:tcPr");
    out_.open("w:tcW").with("w:w", std::to_string(widths[i])).with("w:type", "dxa").close();
    out_.open("w:shd").with("w:val", "clear").with("w:color", "auto").with("w:fill", "E4EBF5").close();
    out_.close().open("w:p").open("w:pPr");
    out_.open("w:keepNext").close();
    out_.open("w:spacing").with("w:after", "0").close();
    out_.close();
    put_runs(columns[i]->field->label.in(options_.language), {}, true);
    out_.close().close();
  }
  out_.close();
}

void Writer::begin_cell_paragraph() {
  out_.open("w:p").open("w:pPr");
  out_.open("w:spacing").with("w:after", "0").close();
  out_.close();
}

void Writer::put_table(const Spot& spot, const void* list, int level) {
  const TypeInfo& type = *spot.field->type;
  const auto columns = columns_of(spot, list);
  put_heading(level, spot.field->label.in(options_.language));
  put_help(spot);

  std::vector<int> widths;
  widths.reserve(columns.size());
  int total = 0;
  for (const Spot* column : columns) {
    widths.push_back(least_width(column->field->label.in(options_.language)));
    total += weight(*column);
  }
  const int left = std::max(0, text_width - std::accumulate(widths.begin(), widths.end(), 0));
  for (std::size_t i = 0; i < columns.size(); ++i) widths[i] += left * weight(*columns[i]) / std::max(total, 1);
  out_.open("w:tbl").open("w:tblPr");
  out_.open("w:tblW").with("w:w", std::to_string(text_width)).with("w:type", "dxa").close();
  out_.open("w:tblBorders");
  for (const std::string_view side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
    out_.open(side).with("w:val", "single").with("w:sz", "4").with("w:space", "0").with("w:color", "7F8FA9").close();
  out_.close();
  out_.open("w:tblLayout").with("w:type", "fixed").close();
  out_.open("w:tblCellMar");
  for (const std::string_view side : {"w:top", "w:left", "w:bottom", "w:right"})
    out_.open(side).with("w:w", side == "w:top" || side == "w:bottom" ? "57" : "100").with("w:type", "dxa").close();
  out_.close();
  out_.open("w:tblLook").with("w:val", "0020").with("w:firstRow", "1").close();
  out_.open("w:tblCaption").with("w:val", spot.field->label.in(options_.language)).close();
  out_.close().open("w:tblGrid");
  for (const int width : widths) out_.open("w:gridCol").with("w:w", std::to_string(width)).close();
  out_.close();
  put_header(columns, widths);
  for (std::size_t i = 0; i < size_of(spot, list); ++i) put_row(columns, type.item(list, i));
  constexpr int rows_to_fill_in = 2;
  if (size_of(spot, list) == 0)
    for (int i = 0; i < rows_to_fill_in; ++i) put_row(columns, nullptr);
  out_.close();
}

void Writer::put_row(const std::vector<const Spot*>& columns, const void* item) {
  std::vector<std::string> texts;
  texts.reserve(columns.size());
  for (const Spot* column : columns)
    texts.push_back(column == nullptr ? std::string() : shown(*column, in(*column, item)));
  const bool says_nothing =
      item != nullptr && std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); });
  const bool says_header =
      std::equal(columns.begin(), columns.end(), texts.begin(), [&](const Spot* column, auto& text) {
        return column != nullptr && text == column->field->label.in(options_.language);
      });
  out_.open("w:tr");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out_.open("w:tc");
    if (columns[i] == nullptr) {
      out_.open("w:p").close().close();
      continue;
    }
    if ((says_nothing || says_header) && i == 0) {  // no row to fill in, and no header pasted in again
      begin_cell_paragraph();
      put_runs(says_nothing ? "\u2013" : texts[i], meant_style);
      out_.close().close();
      continue;
    }
    const auto paragraphs = paragraphs_of(texts[i]);
    for (const std::string_view paragraph : paragraphs) {
      begin_cell_paragraph();
      if (paragraphs.size() == 1)
        put_control(*columns[i], paragraph);
      else
        put_runs(paragraph, style_of(paragraph));
      out_.close();
    }
    out_.close();
  }
  out_.close();
}

void Writer::put_sections(const Spot& spot, const void* list, int level) {
  const TypeInfo& type = *spot.field->type;
  for (std::size_t i = 0; i < size_of(spot, list); ++i) put_section(spot, type.item(list, i), i + 1, level);
  if (size_of(spot, list) == 0) put_section(spot, nullptr, 1, level);
}

void Writer::put_section(const Spot& spot, const void* item, std::size_t number, int level) {
  const Spot* const title = spot.title();
  const std::string text = title == nullptr ? std::string() : shown(*title, in(*title, item));
  const bool says_nothing = item != nullptr && std::all_of(spot.children.begin(), spot.children.end(),
                                                           [&](const Spot& child) { return is_default(child, item); });
  begin_heading(level, std::string(spot.record->label.in(options_.language)) + ' ' + std::to_string(number));
  if (title != nullptr && !text.empty()) {
    put_runs(": ");
    put_control(*title, text);
  } else if (!says_nothing) {
    put_runs(": ");
    put_control(title != nullptr ? *title : spot, {});
  }
  out_.close();
  put_help(spot);
  put_fields(spot, item, level + 1);
}

void Writer::put_part(const Spot& spot, const void* held_value, int level) {
  const TypeInfo& type = *spot.field->type;
  const bool optional = type.kind == TypeInfo::Kind::optional;
  const bool there = held_value != nullptr && (!optional || type.size(held_value) > 0);
  begin_heading(level, spot.field->label.in(options_.language));
  if (!there) {
    put_runs(": ");
    put_placeholder(word(prompt_part));
  }
  out_.close();
  put_help(spot);
  put_fields(spot, !there ? nullptr : optional ? type.item(held_value, 0) : held_value, level + 1);
}

void Writer::begin_heading(int level, std::string_view text) {
  out_.open("w:p").open("w:pPr");
  value("w:pStyle", "Heading" + std::to_string(std::min(level, 9)));
  out_.close();
  put_runs(text);
}

void Writer::put_heading(int level, std::string_view text) {
  begin_heading(level, text);
  out_.close();
}

void Writer::put_help(std::string_view text) {
  out_.open("w:p").open("w:pPr");
  value("w:pStyle", help_style);
  out_.close();
  put_runs(text);
  out_.close();
}

void Writer::put_help(const Spot& spot) {
  if (!options_.help || std::find(helped_.begin(), helped_.end(), &spot) != helped_.end()) return;
  helped_.push_back(&spot);
  for (const Document* document : documents_)
    for (const DocumentPart& part : document->parts)
      if (part.field == spot.path && part.basis.citation) put_help(quote(*part.basis.citation));
  if (held(*spot.field->type).name != Describe<Tag>::name) return;
  std::string names;
  for (const auto* sets : tag_sets(system_))
    for (const FactorSet& set : *sets)
      for (const Concept& one : set.factors) {
        const Tag tag{set.id, one.id};
        names += (names.empty() ? "" : "; ") + values_.write(type_info<Tag>(), {}, &tag);
      }
  if (!names.empty()) put_help(std::string(word(before_choices)) + names);
}

std::string Writer::quote(const Citation& citation) const {
  return std::string(word(before_quote)) + citation.quote.str() + "” (" +
         reference(citation).in(options_.language).str() + ')';
}

void Writer::put_help_of_document(const Spot& root) {
  for (const Document* document : documents_) {
    const auto says_the_same = [&](const DocumentPart& part) {
      return part.basis.citation && document->basis.citation &&
             part.basis.citation->quote == document->basis.citation->quote;
    };
    const bool again = std::any_of(document->parts.begin(), document->parts.end(), says_the_same);
    if (document->basis.citation && !again) put_help(quote(*document->basis.citation));
    for (const DocumentPart& part : document->parts)
      if (part.field.empty() && part.basis.citation) put_help(quote(*part.basis.citation));
  }
  bool copies = false;
  for (const Spot& spot : root.children) copies = copies || spot.shape == Shape::sections;
  if (copies) put_help(word(how_to_copy));
  put_links();
}

void Writer::put_links() {
  for (const SupportLink& link : system_.policy.links) {
    out_.open("w:p").open("w:pPr");
    value("w:pStyle", help_style);
    out_.close();
    put_runs(word(before_link));
    related_.links.push_back(link.url.str());
    out_.open("w:hyperlink").with("r:id", "rIdLink" + std::to_string(related_.links.size()));
    put_runs(link.title.in(options_.language), "Hyperlink");
    out_.close().close();
  }
}

void Writer::put_pictures() {
  constexpr long long emu_in_twip = 635;
  for (const DocxPicture& picture : options_.pictures) {
    related_.pictures.push_back(picture.png);
    const std::string number = std::to_string(related_.pictures.size());
    // As wide as the text, but no higher than the page.
    const long long most_height = page_height - 3LL * page_margin;
    long long width = text_width;
    long long height = width * std::max(picture.height, 1) / std::max(picture.width, 1);
    if (height > most_height) {
      width = width * most_height / height;
      height = most_height;
    }
    const auto extent = [&](std::string_view element) {
      out_.open(element)
          .with("cx", std::to_string(width * emu_in_twip))
          .with("cy", std::to_string(height * emu_in_twip))
          .close();
    };
    out_.open("w:p").open("w:r").open("w:drawing").open("wp:inline");
    extent("wp:extent");
    out_.open("wp:docPr").with("id", number).with("name", "Bild " + number).with("descr", picture.description).close();
    out_.open("a:graphic").open("a:graphicData").with("uri", prefixes[4][1]).open("pic:pic");
    out_.open("pic:nvPicPr").open("pic:cNvPr").with("id", number).with("name", "picture" + number + ".png").close();
    out_.open("pic:cNvPicPr").close().close();
    out_.open("pic:blipFill").open("a:blip").with("r:embed", "rIdPicture" + number).close();
    out_.open("a:stretch").open("a:fillRect").close().close().close();
    out_.open("pic:spPr").open("a:xfrm").open("a:off").with("x", "0").with("y", "0").close();
    extent("a:ext");
    out_.close().open("a:prstGeom").with("prst", "rect").open("a:avLst").close().close().close();
    out_.close().close().close().close().close().close().close();
  }
}

void Writer::put_control(const Spot& spot, std::string_view text) {
  const TypeInfo& type = *spot.field->type;
  const TypeInfo& one = held(type);
  out_.open("w:sdt").open("w:sdtPr");
  value("w:alias", spot.field->label.in(options_.language));
  value("w:tag", std::string_view(spot.path).substr(0, 64));
  value("w:id", std::to_string(++controls_));
  if (text.empty()) out_.open("w:showingPlcHdr").close();
  const auto options = is_list(type) ? std::vector<Option>() : values_.options(type, spot.collection());
  if (!options.empty()) {
    // What the guideline does not know may be written all the same, where the value is a name.
    const std::string_view kind = one.name == Describe<Id>::name ? "w:comboBox" : "w:dropDownList";
    out_.open(kind);
    for (const Option& option : options)
      out_.open("w:listItem").with("w:displayText", option.shown).with("w:value", option.value).close();
    out_.close();
  } else if (!is_list(type) && one.name == Describe<Date>::name) {
    out_.open("w:date");
    if (!text.empty()) out_.with("w:fullDate", std::string(text) + "T00:00:00Z");
    value("w:dateFormat", "yyyy-MM-dd");
    value("w:lid", "sv-SE");
    value("w:storeMappedDataAs", "dateTime");
    value("w:calendar", "gregorian");
    out_.close();
  }
  out_.close().open("w:sdtContent");
  if (text.empty())
    put_placeholder(prompt(type, spot.collection()));
  else
    put_runs(text, style_of(text));
  out_.close().close();
}

void Writer::put_placeholder(std::string_view text) { put_runs(text, placeholder_style); }

void Writer::put_runs(std::string_view text, std::string_view style, bool bold) {
  out_.open("w:r");
  if (!style.empty() || bold) {
    out_.open("w:rPr");
    if (!style.empty()) value("w:rStyle", style);
    if (bold) out_.open("w:b").close();
    out_.close();
  }
  while (!text.empty()) {
    const std::size_t at = text.find_first_of("\n\t\r");
    if (at > 0) out_.open("w:t").with("xml:space", "preserve").text(text.substr(0, at)).close();
    if (at == std::string_view::npos) break;
    out_.open(text[at] == '\n' ? "w:br" : text[at] == '\t' ? "w:tab" : "w:cr").close();
    text.remove_prefix(at + 1);
  }
  out_.close();
}

void Writer::value(std::string_view element, std::string_view of) { out_.open(element).with("w:val", of).close(); }

namespace {

/// What is put into a writer of its own, without what surrounds it.
template <class Put>
std::string fragment(Markup& out, const Put& put) {
  out = Markup();
  put();
  return std::move(out).take();
}

}  // namespace

std::string Writer::row(const std::vector<const Spot*>& columns, const void* item) {
  return fragment(out_, [&] { put_row(columns, item); });
}

std::string Writer::section(const Spot& spot, const void* item, std::size_t number, int level) {
  return fragment(out_, [&] { put_section(spot, item, number, level); });
}

std::string Writer::field(const Spot& spot, const void* value, int level) {
  return fragment(out_, [&] {
    switch (spot.shape) {
      case Shape::fact: put_fact(spot, value); break;
      case Shape::prose: put_prose(spot, value, level); break;
      case Shape::rows: put_table(spot, value, level); break;
      case Shape::sections: put_sections(spot, value, level); break;
      case Shape::part: put_part(spot, value, level); break;
    }
  });
}

std::string Writer::runs(std::string_view text) {
  return fragment(out_, [&] { put_runs(text); });
}

}  // namespace kvalitet::docx

namespace kvalitet {

std::string write_docx(const TypeInfo& type, const void* record, const DocxOptions& options) {
  const QualitySystem& system = docx::system_of(options);
  const auto spots = docx::make_spots(type, {});
  docx::Writer writer(system, options);
  std::string main = writer.document(*spots, record);
  return docx::pack(docx::parts_of(std::move(main), writer.title(*spots, record), options.language, writer.related()));
}

}  // namespace kvalitet
