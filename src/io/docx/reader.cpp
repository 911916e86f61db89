#include "io/docx/reader.hpp"

#include "base/blank.hpp"
#include "base/digits.hpp"
#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "io/docx/content.hpp"
#include "io/docx/fault.hpp"
#include "kvalitet/base/place_in_words.hpp"

#include <algorithm>
#include <map>

namespace kvalitet::docx {
namespace {

Severity severity_of_leftover(std::string_view code) {
  return code == "docx.no-header" || code == "docx.more-words" ? Severity::advice : Severity::warning;
}

/// An id made of a name: `Nyhems förskola` becomes nyhems-forskola; empty where nothing of it can stand in one.
std::string id_of(std::string_view name) {
  std::string id;
  const std::string folded = folded_title(name);
  for (std::size_t i = 0; i < folded.size() && id.size() < 64; ++i) {
    const std::string_view letter = std::string_view(folded).substr(i, 2);
    const char c = folded[i];
    if (letter == "å" || letter == "ä" || letter == "ö") {
      id += letter == "ö" ? 'o' : 'a';
      ++i;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

/// The words of a text, folded, without the signs around them; a school year is one however it is written.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded_title(text) + ' ') {
    if (std::string_view(" ,;:()[]").find(c) == std::string_view::npos) {
      word += c;
      continue;
    }
    while (!word.empty() && word.back() == '.') word.pop_back();
    if (!word.empty()) words.push_back(read_school_year(word).value_or(word));
    word.clear();
  }
  return words;
}

/// Words beside the numbers of pages, and signs between the words of a title.
bool is_of_pages(std::string_view word) {
  constexpr std::string_view words[] = {"sida", "sidan", "sid", "s",      "av",     "page",  "of",
                                        "/",    "-",     "|",   "\u2013", "\u2022", "\u00B7"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Nobody's document has a thousand pages; a year has four digits.
bool is_page_number(std::string_view word) { return word.size() <= 3 && parse_digits(word).has_value(); }

bool is_year(const TypeInfo& type) {
  return type.name == Describe<SchoolYear>::name || type.name == Describe<CalendarYear>::name;
}

/// The code and the weight of what stands beside the text.
std::pair<std::string_view, Severity> kind_of(const Aside& aside) {
  switch (aside.kind) {
    case Aside::Kind::comment: return {"docx.comment", Severity::advice};
    case Aside::Kind::margin: return {"docx.margin", Severity::advice};
    case Aside::Kind::text_box: return {"docx.text-box", Severity::warning};
    case Aside::Kind::formula: return {"docx.formula", Severity::warning};
    default: return {"docx.note", Severity::warning};
  }
}

class Reader {
 public:
  Reader(const TypeInfo& type, void* record, const Values& values, std::size_t most_findings)
      : type_(type), record_(record), values_(values), findings_(most_findings) {}

  Reading read(const Body& body, Outline& outline, const std::vector<std::string>& unknown_fields) && {
    for (const std::string& field : unknown_fields)
      report("docx.unknown-field", Severity::warning, {}, 0,
             {{"field", Text(field)}, {"type_sv", Text(type_.label.sv)}, {"type_en", Text(type_.label.en)}});
    const auto node = reading_.places.add(Places::none, {}, 0, 0, Place{0, 0, 1});
    if (outline.title != nullptr) title_ = outline.title->text;
    fields(*outline.root, record_, {}, node);
    reading_.places.close(node);
    if (!is_own_title(title_))
      leave(Leftover{"docx.more-words", outline.root.get(), outline.title->number, title_, {}});
    for (const Leftover& leftover : outline.leftovers) leave(leftover);
    for (const Aside& aside : body.asides) leave(aside);
    if (body.tracked) report("docx.tracked-changes", Severity::advice, {}, 0, {});
    return finish();
  }

  Reading refuse(const Fault& fault) && {
    report(fault.code, Severity::error, {}, 0, fault.data);
    return finish();
  }

 private:
  Reading finish() {
    reading_.findings = std::move(findings_).take();
    std::stable_sort(reading_.findings.begin(), reading_.findings.end(), [](const Finding& a, const Finding& b) {
      return (a.place ? a.place->paragraph : 0) < (b.place ? b.place->paragraph : 0);
    });
    say_where(reading_.findings, type_, record_);
    return std::move(reading_);
  }

  void report(std::string_view code, Severity severity, const std::string& pointer, int paragraph, const Data& data) {
    findings_.add([=] {
      Finding finding = make_finding(code, severity, Text(pointer), data);
      if (paragraph > 0) finding.place = Place{0, 0, paragraph};
      return finding;
    });
  }

  void leave(const Leftover& leftover) {
    const auto found = pointers_.find(leftover.within);
    const std::string pointer = found == pointers_.end() ? std::string() : found->second;
    report(leftover.code, severity_of_leftover(leftover.code), pointer, leftover.paragraph,
           {{"text", Text(cut(leftover.text))}, {"label", Text(cut(leftover.about))}});
    if (leftover.code != "docx.no-header") reading_.unplaced.push_back({Text(pointer), Text(leftover.text)});
  }

  void leave(const Aside& aside) {
    if (aside.kind == Aside::Kind::picture || is_blank(aside.text)) return;
    if (aside.kind == Aside::Kind::margin && is_own_title(aside.text)) return;
    const auto& [code, severity] = kind_of(aside);
    const auto behind = by_paragraph_.upper_bound(aside.paragraph);
    const std::string pointer = behind == by_paragraph_.begin() ? std::string() : std::prev(behind)->second;
    report(code, severity, pointer, aside.paragraph, {{"text", Text(cut(aside.text))}});
    reading_.unplaced.push_back({Text(pointer), Text(aside.text)});
  }

  /// What a document of the library's own has for a title, or at the foot of its pages: the type, the year and numbers
  /// of pages.
  [[nodiscard]] bool is_own_title(std::string_view text) const {
    std::vector<std::string> own = words_of(type_.label.sv);
    const auto add = [&](std::string_view words) {
      for (std::string& word : words_of(words)) own.push_back(std::move(word));
    };
    add(type_.label.en);
    add("för läsår läsåret for the school year");
    for (const FieldInfo& field : type_.fields)
      if (is_year(*field.type)) add(values_.write(*field.type, {}, field.in(record_)));
    const std::vector<std::string> words = words_of(text);
    bool of_page = std::all_of(words.begin(), words.end(), is_page_number);  // `1 (3)`
    for (const std::string& word : words) {
      of_page = is_of_pages(word) || (of_page && is_page_number(word));
      if (!of_page && std::find(own.begin(), own.end(), word) == own.end()) return false;
    }
    return true;
  }

  /// The fields of a record, in the order of its description.
  void fields(Part& part, void* object, const std::string& pointer, Places::Node node) {
    pointers_.emplace(&part, pointer);
    if (part.paragraph() > 0) by_paragraph_.emplace(part.paragraph(), pointer);
    for (const Spot& spot : part.spot->children) {
      Entry& entry = part.entry(spot);
      void* const value = spot.field->address(object);
      const std::string at = make_pointer(pointer, spot.field->key);
      if (spot.holds_fields())
        records(entry, spot, value, at, node);
      else
        single(part, entry, spot, value, at, node);
    }
  }

  void records(Entry& entry, const Spot& spot, void* value, const std::string& pointer, Places::Node parent) {
    const auto filled = std::stable_partition(entry.parts.begin(), entry.parts.end(),
                                              [](const auto& part) { return is_filled(*part); });
    std::move(filled, entry.parts.end(), std::back_inserter(entry.blanks));
    entry.parts.erase(filled, entry.parts.end());
    if (entry.parts.empty()) return;
    const TypeInfo& type = *spot.field->type;
    const auto place = [](const Part& part) { return Place{0, 0, part.paragraph()}; };
    if (!is_list(type)) {
      const bool optional = type.kind == TypeInfo::Kind::optional;
      const auto node = reading_.places.add(parent, spot.field->key, 0, 0, place(*entry.parts.front()));
      fields(*entry.parts.front(), optional ? type.append(value) : value, pointer, node);
      reading_.places.close(node);
      return;
    }
    const auto list = reading_.places.add(parent, spot.field->key, 0, 0, place(*entry.parts.front()));
    for (std::size_t i = 0; i < entry.parts.size(); ++i) {
      void* const item = type.append(value);
      const auto node = reading_.places.add(list, {}, i, i, place(*entry.parts[i]));
      fields(*entry.parts[i], item, make_pointer(pointer, i), node);
      reading_.places.close(node);
    }
    reading_.places.close(list);
  }

  void single(Part& part, Entry& entry, const Spot& spot, void* value, const std::string& pointer,
              Places::Node parent) {
    std::string text = entry.text();
    const int paragraph = entry.pieces.empty() ? part.paragraph() : entry.pieces.front().paragraph->number;
    if (is_blank(text) && spot.field->type->kind != TypeInfo::Kind::text) {
      text = otherwise(part, entry, spot);
      if (text.empty()) {
        if (spot.field->required && spot.field->key != "format_version")
          report("docx.missing", Severity::error, pointer, paragraph,
                 {{"label_sv", Text(spot.field->label.sv)}, {"label_en", Text(spot.field->label.en)}});
        return;
      }
    }
    if (text.empty()) return;
    const auto node = reading_.places.add(parent, spot.field->key, 0, 0, Place{0, 0, paragraph});
    reading_.places.close(node);
    for (const auto& [words, meant] : spot.values)
      if (words == folded_title(text)) text = meant;
    if (values_.read(*spot.field->type, spot.collection(), text, value)) return;
    entry.unreadable = true;
    const Localised expected = values_.expected(*spot.field->type, spot.collection());
    report("docx.wrong-value", Severity::error, pointer, paragraph,
           {{"found", Text(cut(text))}, {"expected_sv", expected.sv}, {"expected_en", expected.en}});
    reading_.unplaced.push_back({Text(pointer), Text(text)});
  }

  /// What a value is when the document has no place for it: a kind that the record's title names, an id made of a
  /// name, the year that the document's title tells.
  [[nodiscard]] std::string otherwise(Part& part, const Entry& entry, const Spot& spot) const {
    const bool unknown_id =
        spot.field->required && spot.collection().empty() && spot.field->type->name == Describe<Id>::name;
    if (entry.named && !unknown_id) return {};
    const TypeInfo& type = *spot.field->type;
    if (part.spot->field == nullptr) return year_in(title_, type);
    const Spot* const title = part.spot->title();
    if (title == nullptr || held(type).name != Describe<Id>::name) return {};
    const std::string name = part.entry(*title).text();
    Id id;
    if (!spot.collection().empty())
      return values_.read(type_info<Id>(), spot.collection(), name, &id) && id.str() != name ? name : std::string();
    return spot.field->required ? id_of(name) : std::string();
  }

  [[nodiscard]] std::string year_in(const std::string& title, const TypeInfo& type) const {
    if (!is_year(type)) return {};
    const bool school = type.name == Describe<SchoolYear>::name;
    for (std::size_t at = title.find_first_of("0123456789"); at < title.size();) {
      std::size_t end = at;
      while (end < title.size() && std::string_view(" ,;:)].").find(title[end]) == std::string_view::npos) ++end;
      std::string word = title.substr(at, end - at);
      if (school ? read_school_year(word).has_value() : parse_calendar_year(word).has_value()) return word;
      at = title.find_first_of("0123456789", end);
    }
    return {};
  }

  const TypeInfo& type_;
  void* record_;
  const Values& values_;
  FindingList findings_;
  Reading reading_;
  std::string title_;  // of the document
  std::map<const Part*, std::string> pointers_;
  std::map<int, std::string> by_paragraph_;
};

}  // namespace

Reading read_outline(const TypeInfo& type, void* record, const Values& values, const Body& body, Outline& outline,
                     std::size_t most_findings, const std::vector<std::string>& unknown_fields) {
  return Reader(type, record, values, most_findings).read(body, outline, unknown_fields);
}

bool is_filled(const Part& part) {
  if (part.there) return true;
  for (const Entry& entry : part.entries) {
    if (!entry.text().empty()) return true;
    for (const auto& inner : entry.parts)
      if (is_filled(*inner)) return true;
  }
  return false;
}

}  // namespace kvalitet::docx

namespace kvalitet {

bool looks_like_docx(std::string_view bytes) noexcept { return bytes.substr(0, 2) == "PK"; }

Reading read_docx(const TypeInfo& type, void* record, std::string_view bytes, const DocxOptions& options,
                  const DocxLimits& limits) {
  const QualitySystem& system = docx::system_of(options);
  const docx::Values values(system, options.language);
  const auto most_findings = static_cast<std::size_t>(std::max(limits.findings, 0));
  try {
    const docx::Content content(bytes, limits);
    const std::vector<DocumentForm> forms = docx::forms_of(system, type);
    const auto spots = docx::make_spots(type, forms);
    docx::Outline outline = docx::make_outline(*spots, content.body());
    return docx::read_outline(type, record, values, content.body(), outline, most_findings,
                              docx::unknown_fields(*spots, forms));
  } catch (const docx::Fault& fault) {
    return docx::Reader(type, record, values, most_findings).refuse(fault);
  }
}

}  // namespace kvalitet
