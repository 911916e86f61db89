#include "kvalitet/disclosure/free_text.hpp"

#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "base/walk.hpp"
#include "disclosure/finds.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using disclosure::Find;
using disclosure::Finds;

std::string_view code_of(FreeTextKind kind) {
  switch (kind) {
    case FreeTextKind::few_of_group: return "privacy.few-of-group";
    case FreeTextKind::few_pupils: return "privacy.few-pupils";
    case FreeTextKind::small_group: return "privacy.small-group";
    case FreeTextKind::result_of_few: return "privacy.result-of-few";
    case FreeTextKind::judged_name: return "privacy.judged-name";
    case FreeTextKind::identity_number: return "privacy.identity-number";
    case FreeTextKind::e_mail: return "privacy.e-mail";
    case FreeTextKind::phone: return "privacy.phone";
    case FreeTextKind::sensitive: return "privacy.sensitive";
    case FreeTextKind::single_child: break;
  }
  return "privacy.single-child";
}

/// A number of this kind is certain and belongs in no text; the rest is for a person to judge.
Severity severity_of(FreeTextKind kind) {
  return kind == FreeTextKind::identity_number ? Severity::warning : Severity::advice;
}

/// What the message is made of. Never the words.
Data data_of(const Find& find, const FreeTextLimits& limits) {
  const bool of_group = find.kind == FreeTextKind::small_group || find.kind == FreeTextKind::result_of_few;
  Data data{{"start", static_cast<std::int64_t>(find.character)},
            {"length", static_cast<std::int64_t>(find.characters)},
            {"character", static_cast<std::int64_t>(find.character + 1)}};
  if (of_group) data.emplace_back("limit", std::int64_t{limits.smallest_group});
  if (find.kind == FreeTextKind::few_of_group || find.kind == FreeTextKind::few_pupils)
    data.emplace_back("limit", std::int64_t{limits.fewest_pupils});
  return data;
}

/// In the order of the text. Of two about the same words the one that says more stays.
Finds in_order(Finds finds) {
  std::sort(finds.begin(), finds.end(), [](const Find& a, const Find& b) {
    if (a.byte != b.byte) return a.byte < b.byte;
    if (a.bytes != b.bytes) return a.bytes > b.bytes;
    return a.kind < b.kind;
  });
  const auto is_figure = [](FreeTextKind kind) { return kind <= FreeTextKind::result_of_few; };
  const auto says_all = [&](FreeTextKind before, FreeTextKind kind) {
    return before == kind || (is_figure(before) && is_figure(kind)) ||
           (before == FreeTextKind::sensitive && kind == FreeTextKind::single_child);
  };
  std::size_t kept = 0;
  for (const Find& find : finds) {
    bool said = false;
    for (std::size_t i = kept; i > 0 && i + 8 > kept && !said; --i) {
      const Find& before = finds[i - 1];
      const bool inside = find.byte >= before.byte && find.byte + find.bytes <= before.byte + before.bytes;
      said = inside && says_all(before.kind, find.kind);
    }
    if (!said) finds[kept++] = find;
  }
  finds.resize(kept);
  return finds;
}

/// All of them, or only what the first token with any gives.
Finds finds_in(std::string_view text, const FreeTextLimits& limits, bool only_first = false) {
  if (text.size() > longest_free_text)
    throw LimitError("read.too-large", {{"size", static_cast<std::int64_t>(text.size())},
                                        {"limit", static_cast<std::int64_t>(longest_free_text)}});
  Finds finds;
  disclosure::Figures figures(limits);
  for (disclosure::TokenWindow window(text); !window.at_end() && !(only_first && !finds.empty()); window.advance()) {
    figures.look(window, finds);
    disclosure::look_for_persons(window, finds);
    disclosure::look_for_identity(window, finds);
  }
  return in_order(std::move(finds));
}

/// The words as Text, whatever bytes the caller gave.
Text as_text(std::string_view words) {
  std::string valid(words);
  for (std::size_t at = find_forbidden(valid); at != std::string_view::npos; at = find_forbidden(valid))
    valid[at] = '?';
  return valid;
}

/// Every text that the object's JSON holds.
template <class Visitor>
void for_each_text(const TypeInfo& type, const void* object, Visitor visitor) {
  const auto datum = [&](const Datum& value, const std::string& pointer) {
    if (const auto* text = std::get_if<Text>(&value)) visitor(*text, pointer);
  };
  walk(type, object, [&](const Visit& visit) {
    if (visit.type.kind == TypeInfo::Kind::text) visitor(*static_cast<const Text*>(visit.value), visit.pointer);
    if (visit.type.kind == TypeInfo::Kind::datum) datum(*static_cast<const Datum*>(visit.value), visit.pointer);
    if (visit.type.kind == TypeInfo::Kind::data)
      for (const auto& [key, value] : *static_cast<const Data*>(visit.value))
        datum(value, make_pointer(visit.pointer, key.view()));
    return true;
  });
}

}  // namespace

std::vector<FreeTextHit> read_free_text(std::string_view text, const FreeTextLimits& limits) {
  std::vector<FreeTextHit> hits;
  for (const Find& find : finds_in(text, limits))
    hits.push_back({find.kind, static_cast<int>(find.character), static_cast<int>(find.characters),
                    as_text(text.substr(find.byte, find.bytes)),
                    render(message_template(code_of(find.kind)).message, data_of(find, limits))});
  return hits;
}

bool may_leave(std::string_view text, const FreeTextLimits& limits) { return finds_in(text, limits, true).empty(); }

std::vector<Finding> review_free_text(const TypeInfo& type, const void* object, const FreeTextLimits& limits) {
  FindingList findings(ReadLimits{}.findings);
  for_each_text(type, object, [&](const Text& text, const std::string& pointer) {
    for (const Find& find : finds_in(text, limits))
      findings.add([find, pointer, limits] {
        Finding finding =
            make_finding(code_of(find.kind), severity_of(find.kind), Text(pointer), data_of(find, limits));
        finding.basis = Basis{};  // local policy: the guideline says nothing of it
        return finding;
      });
  });
  return std::move(findings).take();
}

}  // namespace kvalitet
