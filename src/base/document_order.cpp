#include "base/document_order.hpp"

#include "base/digits.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

/// A pointer as numbers that sort like the document: the order of the description for keys, the index for items.
std::vector<int> place_in(const TypeInfo& document, std::string_view pointer) {
  std::vector<int> order;
  const TypeInfo* type = &document;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view step = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(step.size());
    int rank = 0;
    const TypeInfo* below = nullptr;
    if (type != nullptr && type->kind == TypeInfo::Kind::list) {
      rank = parse_digits(step).value_or(0);
      below = type->element;
    } else if (type != nullptr) {
      for (; static_cast<std::size_t>(rank) < type->fields.size(); ++rank) {
        const FieldInfo& field = type->fields[static_cast<std::size_t>(rank)];
        if (field.key != step) continue;
        below = field.type->kind == TypeInfo::Kind::optional ? field.type->element : field.type;
        break;
      }
    }
    order.push_back(rank);
    type = below;
  }
  return order;
}

}  // namespace

void sort_in_document_order(std::vector<Finding>& findings, const TypeInfo& document) {
  if (findings.size() < 2) return;
  std::vector<std::pair<std::vector<int>, Finding>> keyed;
  keyed.reserve(findings.size());
  for (Finding& finding : findings) {
    auto order = place_in(document, finding.pointer);
    keyed.emplace_back(std::move(order), std::move(finding));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) findings[i] = std::move(keyed[i].second);
}

}  // namespace kvalitet
