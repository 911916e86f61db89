#pragma once
// Parts with a separator between them.
#include "base/blank.hpp"
#include "kvalitet/base/text.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace kvalitet {

class Joined {
 public:
  explicit Joined(std::string_view separator) : separator_(separator) {}
  /// A blank part is left out, its separator too.
  void add(std::string_view part) {
    if (is_blank(part)) return;
    if (!all_.empty()) all_ += separator_;
    all_ += part;
  }
  [[nodiscard]] const std::string& str() const { return all_; }
  [[nodiscard]] Text text() && { return Text(std::move(all_)); }

 private:
  std::string_view separator_;
  std::string all_;
};

}  // namespace kvalitet
