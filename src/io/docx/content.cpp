#include "io/docx/content.hpp"

#include "base/clean.hpp"

#include "documents/same_title.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <set>

namespace kvalitet::docx {

Content::Content(std::string_view bytes, const DocxLimits& limits)
    : package_(bytes, {static_cast<std::size_t>(limits.file_bytes), static_cast<std::size_t>(limits.part_bytes),
                       static_cast<std::size_t>(limits.parts)}) {
  if (const auto part = package_.related(package_.main_part(), "styles")) {
    std::string text = package_.read(*part);
    pugi::xml_document tree;
    parse_xml(tree, text, *part);
    styles_ = Styles(tree.document_element());
  }
  main_text_ = package_.read(package_.main_part());
  parse_xml(main_, main_text_, package_.main_part());
  body_ = read_body(main_.document_element(), styles_, static_cast<std::size_t>(limits.paragraphs));
  read_notes_of(Aside::Kind::comment, "comments");
  read_notes_of(Aside::Kind::footnote, "footnotes");
  read_notes_of(Aside::Kind::endnote, "endnotes");
  read_margins(static_cast<std::size_t>(limits.part_bytes));
}

/// Headers and footers, whose texts may be the same on the first page as on others. Together they may be as large as
/// one part.
void Content::read_margins(std::size_t most_bytes) {
  std::set<std::string> known;
  std::size_t bytes = 0;
  for (const std::string_view relation : {std::string_view("header"), std::string_view("footer")})
    for (const std::string& part : package_.all_related(package_.main_part(), relation)) {
      std::string text = package_.read(part);
      bytes += text.size();
      if (bytes > most_bytes)
        throw LimitError("docx.part-too-large",
                         {{"part", Text(clean(part))}, {"limit", std::int64_t(most_bytes >> 20U)}});
      pugi::xml_document tree;
      parse_xml(tree, text, part);
      std::string said = read_margin(tree.document_element());
      if (known.insert(said).second) body_.asides.push_back({Aside::Kind::margin, 0, {}, std::move(said)});
    }
}

void Content::read_notes_of(Aside::Kind kind, std::string_view relation) {
  if (std::none_of(body_.asides.begin(), body_.asides.end(), [&](const Aside& a) { return a.kind == kind; })) return;
  const auto part = package_.related(package_.main_part(), relation);
  if (!part) return;
  std::string text = package_.read(*part);
  pugi::xml_document tree;
  parse_xml(tree, text, *part);
  const auto notes = read_notes(tree.document_element());
  for (Aside& aside : body_.asides) {
    if (aside.kind != kind) continue;
    const auto found = notes.find(aside.id);
    if (found != notes.end()) aside.text = found->second;
  }
}

const QualitySystem& system_of(const DocxOptions& options) {
  if (options.system != nullptr) return *options.system;
  static const QualitySystem own = QualitySystem::builtin(builtin_guidelines().front().str());
  return own;
}

namespace {

/// `commitment_plan` is CommitmentPlan.
bool is_of_kind(const TypeInfo& type, DocumentKind kind) {
  std::string name;
  for (const auto& choice : Describe<DocumentKind>::values)
    if (choice.value == kind) name = choice.key;
  name.erase(std::remove(name.begin(), name.end(), '_'), name.end());
  return name == folded_title(type.name);
}

}  // namespace

std::vector<const Document*> documents_of(const QualitySystem& system, const TypeInfo& type) {
  std::vector<const Document*> documents;
  for (const Document& document : system.guideline.documents)
    if (is_of_kind(type, document.kind)) documents.push_back(&document);
  return documents;
}

std::vector<DocumentForm> forms_of(const QualitySystem& system, const TypeInfo& type) {
  std::vector<DocumentForm> forms;
  for (const Document* document : documents_of(system, type))
    for (const DocumentForm& form : system.policy.forms)
      if (form.document == document->id) forms.push_back(form);
  return forms;
}

}  // namespace kvalitet::docx
