#include "io/csv_writer.hpp"

namespace kvalitet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view begins_formula = "=+-@\t\r\n";

}  // namespace

CsvWriter::CsvWriter(CsvDialect dialect) : excel_(dialect == CsvDialect::excel), separator_(excel_ ? ';' : ',') {
  if (excel_) out_ = byte_order_mark;
  row_start_ = out_.size();
}

void CsvWriter::cell(std::string_view text) {
  if (!first_) out_ += separator_;
  first_ = false;
  if (text.find_first_of("\"\r\n") == std::string_view::npos && text.find(separator_) == std::string_view::npos) {
    out_ += text;
    return;
  }
  out_ += '"';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvWriter::words(std::string_view text) {
  const bool is_formula = excel_ && !text.empty() && begins_formula.find(text[0]) != std::string_view::npos;
  cell((is_formula ? "'" : "") + std::string(text));
}

void CsvWriter::end_row() {
  if (out_.size() == row_start_) out_ += "\"\"";  // a single empty cell, or there would be no row
  out_ += "\r\n";
  row_start_ = out_.size();
  first_ = true;
}

}  // namespace kvalitet
