#include "io/docx/package.hpp"

#include "base/shown.hpp"
#include "io/docx/ascii.hpp"
#include "io/docx/other_format.hpp"
#include "io/docx/xml.hpp"
#include "kvalitet/base/error.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <set>

namespace kvalitet::docx {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view main_relationship = "officeDocument";

/// Of the main part of a document, of a template, and of both with macros.
constexpr std::string_view document_types[] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
};

/// Behind the last separator; the whole where there is none.
std::string_view after_last(std::string_view text, char separator) {
  return text.substr(text.rfind(separator) + 1);  // npos + 1 is 0
}

/// The folder of a part, with the slash that ends it.
std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

std::string relationships_of(std::string_view part) {
  const std::string_view folder = folder_of(part);
  return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

/// The part that a relationship's target names, or nothing when that is none in the package.
std::optional<std::string> resolve(std::string_view folder, std::string_view target) {
  constexpr std::size_t longest = 0xFFFF;  // of names in zip files
  if (target.size() > longest) return std::nullopt;
  std::string path(target.starts_with('/') ? std::string_view() : folder);
  path += target;
  std::vector<std::string_view> segments;
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
    if (segment == "..") {
      if (segments.empty()) return std::nullopt;
      segments.pop_back();
    } else if (!segment.empty() && segment != ".") {
      segments.push_back(segment);
    }
  }
  std::string part;
  for (const std::string_view segment : segments) {
    if (!part.empty()) part += '/';
    part += segment;
  }
  return part;
}

/// The children of a part's root by their local name.
template <class Visit>
void each(const pugi::xml_document& document, std::string_view name, Visit visit) {
  for (const pugi::xml_node node : document.document_element().children())
    if (after_last(node.name(), ':') == name) visit(node);
}

struct Relationship {
  std::string target;
  bool external = false;
};

std::vector<Relationship> relationships_of_type(std::string text, std::string_view part, std::string_view type) {
  pugi::xml_document document;
  parse_xml(document, text, part);
  std::vector<Relationship> found;
  each(document, "Relationship", [&](const pugi::xml_node& node) {
    if (after_last(node.attribute("Type").value(), '/') == type)
      found.push_back({node.attribute("Target").value(), node.attribute("TargetMode").value() == "External"sv});
  });
  return found;
}

}  // namespace

Package::Package(std::string_view bytes, const PackageLimits& limits) : limits_(limits) {
  if (bytes.size() > limits.file_bytes) {
    const auto megabytes = [](std::size_t size) { return static_cast<std::int64_t>((size + 0xFFFFF) >> 20U); };
    throw LimitError("docx.too-large", {{"size", megabytes(bytes.size())}, {"limit", megabytes(limits.file_bytes)}});
  }
  if (!bytes.starts_with("PK\x03\x04"sv)) throw other_format(bytes);
  entries_ = zip_entries(bytes, limits.parts);

  by_name_.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) by_name_.emplace_back(lower(entries_[i].name), i);
  std::sort(by_name_.begin(), by_name_.end());
  const auto twice = std::adjacent_find(by_name_.begin(), by_name_.end(),
                                        [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != by_name_.end()) throw Fault{"docx.duplicate-part", {{"part", shown(entries_[twice->second].name)}}};

  if (!has(types_part)) throw other_zip(entries_);
  main_part_ = find_main_part();
}

const ZipEntry* Package::find(std::string_view part) const {
  const std::string name = lower(part);
  const auto found = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                      [](const auto& entry, const std::string& n) { return entry.first < n; });
  return found != by_name_.end() && found->first == name ? &entries_[found->second] : nullptr;
}

std::string Package::read(std::string_view part) const {
  const ZipEntry* const entry = find(part);
  if (entry == nullptr) throw Fault{"docx.missing-part", {{"part", shown(part)}}};
  return unzip(*entry, limits_.part_bytes);
}

std::vector<std::string> Package::parts() const {
  std::vector<std::string> names;
  names.reserve(entries_.size());
  for (const ZipEntry& entry : entries_)
    if (!entry.name.ends_with('/')) names.push_back(entry.name);
  return names;
}

std::string Package::find_main_part() const {
  const std::string relationships = relationships_of("");
  const auto found = relationships_of_type(read(relationships), relationships, main_relationship);
  if (found.empty()) throw Fault{"docx.no-main-part", {}};
  const Relationship& relationship = found.front();
  if (relationship.external) throw Fault{"docx.external-main-part", {{"target", shown(relationship.target)}}};
  const auto part = resolve("", relationship.target);
  if (!part) throw Fault{"docx.missing-part", {{"part", shown(relationship.target)}}};
  const ZipEntry* const entry = find(*part);
  if (entry == nullptr) throw Fault{"docx.missing-part", {{"part", shown(*part)}}};
  const std::string type = content_type(entry->name);
  const std::string known = lower(type);
  if (std::find(std::begin(document_types), std::end(document_types), known) == std::end(document_types))
    throw other_content(entry->name, type);
  return entry->name;
}

/// What the list of parts says of one; the part's own entry goes before that of its extension.
std::string Package::content_type(std::string_view part) const {
  std::string text = read(types_part);
  pugi::xml_document document;
  parse_xml(document, text, types_part);
  const std::string name = "/" + lower(part);
  std::string type;
  each(document, "Default", [&](const pugi::xml_node& node) {
    if (type.empty() && lower(node.attribute("Extension").value()) == after_last(name, '.'))
      type = node.attribute("ContentType").value();
  });
  bool own = false;
  each(document, "Override", [&](const pugi::xml_node& node) {
    if (own || lower(node.attribute("PartName").value()) != name) return;
    own = true;
    type = node.attribute("ContentType").value();
  });
  return type;
}

std::optional<std::string> Package::related(std::string_view from, std::string_view type) const {
  auto all = all_related(from, type);
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::vector<std::string> Package::all_related(std::string_view from, std::string_view type) const {
  const std::string relationships = relationships_of(from);
  if (!has(relationships)) return {};
  std::vector<std::string> names;
  std::set<const ZipEntry*> known;
  for (const Relationship& one : relationships_of_type(read(relationships), relationships, type)) {
    const auto part = one.external ? std::nullopt : resolve(folder_of(from), one.target);
    const ZipEntry* const entry = part ? find(*part) : nullptr;
    if (entry != nullptr && known.insert(entry).second) names.push_back(entry->name);
  }
  return names;
}

std::string Package::with(const std::vector<std::pair<std::string, std::string>>& parts) const {
  std::vector<const std::string*> replaced(entries_.size());
  for (const auto& [name, text] : parts)
    if (const ZipEntry* const entry = find(name)) replaced[static_cast<std::size_t>(entry - entries_.data())] = &text;
  ZipWriter writer;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (replaced[i] != nullptr)
      writer.add(entries_[i].name, *replaced[i]);
    else
      writer.copy(entries_[i]);
  }
  for (const auto& [name, text] : parts)
    if (!has(name)) writer.add(name, text);
  return writer.finish();
}

std::string pack(const std::vector<std::pair<std::string, std::string>>& parts) {
  ZipWriter writer;
  for (const auto& [name, text] : parts) writer.add(name, text);
  return writer.finish();
}

}  // namespace kvalitet::docx
