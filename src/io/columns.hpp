#pragma once
// The columns of a list of records, and what stands in them: what CSV and Arrow have in common.
#include "kvalitet/io/csv.hpp"

#include <functional>
#include <vector>

namespace kvalitet {

/// A value in a column; none where an option is absent.
struct Cell {
  const TypeInfo* type = nullptr;  ///< what an optional may hold; any other type itself
  const void* value = nullptr;
};

/// What an optional may hold; any other type itself.
[[nodiscard]] inline const TypeInfo& without_optional(const TypeInfo& type) {
  return type.kind == TypeInfo::Kind::optional ? *type.element : type;
}

/// Columns in the order of the description; include/kvalitet/io/csv.hpp says which there are.
class Columns {
 public:
  /// Throws UsageError when `each` is no way to a list of records.
  Columns(const TypeInfo& type, std::string_view each);

  [[nodiscard]] std::size_t size() const { return columns_.size(); }
  [[nodiscard]] std::string heading(std::size_t column, CsvNames names, Language language) const;
  /// The field whose values stand in a column.
  [[nodiscard]] const FieldInfo& field(std::size_t column) const { return *columns_[column].back(); }

  using Row = std::function<void(std::span<const Cell>)>;
  /// Calls `row` for every row that a record has.
  void rows_of(const void* record, const Row& row) const;

 private:
  /// Fields, each of the record that the one before leads to, or of the items of the list.
  using Way = std::vector<const FieldInfo*>;
  struct Visit;

  static Way way_to(const TypeInfo& type, std::string_view each);
  void add_columns(const TypeInfo& record, Way& way, bool on_each);
  void visit(Visit& at, const void* object, std::size_t step) const;
  [[nodiscard]] Cell cell(const Visit& at, const Way& column) const;

  const TypeInfo& type_;
  Way each_;
  std::vector<Way> columns_;
};

/// How a value is put in words.
struct CellWords {
  Language language = Language::sv;
  CsvNames names = CsvNames::keys;
  bool decimal_comma = false;

  /// A value in one cell: of lists the items joined by ` | `, of records what people call them, or else what they hold.
  [[nodiscard]] std::string of(const TypeInfo& type, const void* value) const;
  /// An entry of named data, `name=value`.
  [[nodiscard]] std::string of_entry(const Data::value_type& entry) const;

 private:
  [[nodiscard]] std::string of_scalar(const TypeInfo& type, const void* value) const;
  [[nodiscard]] std::string of_record(const TypeInfo& type, const void* record) const;
};

}  // namespace kvalitet
