#pragma once
// Collects findings up to a limit. The first ones and the very last are kept, so that both ends of a bad document show.
#include "kvalitet/base/finding.hpp"

#include <cstddef>
#include <functional>

namespace kvalitet {

/// A finding made from its entry in the message catalogue.
[[nodiscard]] Finding make_finding(std::string_view code, Severity severity, Text pointer, Data data);

struct TypeInfo;

/// Says of each finding about an object, in people's words, where it is.
void say_where(std::vector<Finding>& findings, const TypeInfo& type, const void* object);

class FindingList {
 public:
  explicit FindingList(std::size_t limit) : limit_(limit < 3 ? 3 : limit) {}

  /// `make` is called now or, if it proves to be the last of too many, by take(); those between are never made.
  template <class Make>
  void add(Make make) {
    if (findings_.size() + 1 < limit_) {  // one place is kept for the count
      findings_.push_back(make());
    } else {
      last_ = std::move(make);
      ++left_out_;
    }
  }
  /// What was collected; where some were left out, a finding that counts them stands before the last.
  [[nodiscard]] std::vector<Finding> take() &&;

 private:
  std::size_t limit_;
  std::size_t left_out_ = 0;
  std::vector<Finding> findings_;
  std::function<Finding()> last_;
};

}  // namespace kvalitet
