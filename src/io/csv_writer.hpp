#pragma once
// Writes CSV cell by cell.
#include "kvalitet/io/csv.hpp"

#include <string>
#include <string_view>

namespace kvalitet {

class CsvWriter {
 public:
  explicit CsvWriter(CsvDialect dialect);

  /// As it is.
  void cell(std::string_view text);
  /// Somebody's words, which no spreadsheet may take for a formula.
  void words(std::string_view text);
  void end_row();
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  bool excel_;
  char separator_;
  std::size_t row_start_ = 0;
  bool first_ = true;  // nothing yet in the row
  std::string out_;
};

}  // namespace kvalitet
