#pragma once
// Lists of records as Arrow columns, for data frames: pandas, polars, pyarrow, DuckDB and whatever else reads Apache
// Arrow's C data and C stream interfaces, whose structs stand here. Nothing of Arrow itself is needed.
//
// The columns are those of CSV (io/csv.hpp), with `each` as there. In them stand
//
//   numbers, yes or no   int32, int64 for counts, bool
//   days, times          date32, time32[s], timestamp[s, UTC]
//   words, ids, choices  large_string; published figures too, since `..` and `~100` are no numbers
//   lists                large_list of such values; of records what people call them, of named data `name=value`
//   what is absent       null: an option that is not there, and words or ids that are empty and need not be given
#include "kvalitet/io/csv.hpp"

#include <cstdint>
#include <memory>

extern "C" {

// https://arrow.apache.org/docs/format/CDataInterface.html
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif

// https://arrow.apache.org/docs/format/CStreamInterface.html
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif
}

namespace kvalitet {

struct ArrowColumn;

struct ArrowOptions {
  Language language = Language::sv;
  CsvNames names = CsvNames::keys;  ///< of columns and choices
  std::string_view each = {};       ///< empty: a row for each record
};

/// Columns that are filled, a copy of what the records said. Copies share them. What is exported keeps them as long as
/// it is not released, from any thread.
class KVALITET_API ArrowTable {
 public:
  explicit ArrowTable(std::shared_ptr<const ArrowColumn> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] std::int64_t rows() const noexcept;
  /// The columns' names and types. `out` is written over and has to be released.
  void export_schema(ArrowSchema* out) const;
  /// All rows in one batch. `out` is written over and has to be released.
  void export_stream(ArrowArrayStream* out) const;

 private:
  std::shared_ptr<const ArrowColumn> rows_;
};

/// The records are objects of `type`. Throws UsageError when `each` is no way to a list of records.
[[nodiscard]] KVALITET_API ArrowTable write_arrow(const TypeInfo& type, std::span<const void* const> records,
                                                  const ArrowOptions& options = {});

template <class T>
[[nodiscard]] ArrowTable to_arrow(const std::vector<T>& records, const ArrowOptions& options = {}) {
  std::vector<const void*> addresses;
  addresses.reserve(records.size());
  for (const T& record : records) addresses.push_back(&record);
  return write_arrow(type_info<T>(), addresses, options);
}

}  // namespace kvalitet
