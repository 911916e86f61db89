#pragma once
// Collects findings up to a limit. The first ones and the very last are kept, so that both ends of a bad document show.
#include "kvalitet/base/finding.hpp"

#include <cstddef>

namespace kvalitet {

/// A finding made from its entry in the message catalogue.
[[nodiscard]] Finding make_finding(std::string_view code, Severity severity, Text pointer, Data data);

class FindingList {
 public:
  explicit FindingList(std::size_t limit) : limit_(limit < 3 ? 3 : limit) {}
  void add(Finding finding);
  /// What was collected; where some were left out, a finding that counts them stands before the last.
  [[nodiscard]] std::vector<Finding> take() &&;

 private:
  std::size_t limit_;
  std::size_t left_out_ = 0;
  std::vector<Finding> findings_;
};

}  // namespace kvalitet
