#pragma once
// Findings in the order of the document that they are about.
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/type_info.hpp"

namespace kvalitet {

/// Fields in the order of the description, items by their index, what is around something before it; findings about
/// the same place keep their order.
void sort_in_document_order(std::vector<Finding>& findings, const TypeInfo& document);

}  // namespace kvalitet
