#include "kvalitet/io/csv.hpp"

#include "io/columns.hpp"
#include "io/csv_writer.hpp"

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

/// Numbers, dates, ids and choices: not what somebody has put in words.
bool is_safe(const Cell& cell) {
  switch (cell.type->kind) {
    case Kind::boolean:
    case Kind::integer:
    case Kind::count:
    case Kind::scalar:
    case Kind::enumeration: return true;
    case Kind::datum: return std::holds_alternative<std::int64_t>(*static_cast<const Datum*>(cell.value));
    default: return false;
  }
}

}  // namespace

std::string write_csv(const TypeInfo& type, std::span<const void* const> records, const CsvOptions& options) {
  const Columns columns(type, options.each);
  const CellWords words{options.language, options.names, options.dialect == CsvDialect::excel};
  CsvWriter writer(options.dialect);
  for (std::size_t i = 0; i < columns.size(); ++i) writer.cell(columns.heading(i, options.names, options.language));
  writer.end_row();
  const auto write_row = [&](std::span<const Cell> cells) {
    for (const Cell& cell : cells) {
      if (cell.value == nullptr)
        writer.cell({});
      else if (is_safe(cell))
        writer.cell(words.of(*cell.type, cell.value));
      else
        writer.words(words.of(*cell.type, cell.value));
    }
    writer.end_row();
  };
  for (const void* record : records) columns.rows_of(record, write_row);
  return std::move(writer).take();
}

}  // namespace kvalitet
