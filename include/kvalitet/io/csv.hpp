#pragma once
// Lists of records as CSV (RFC 4180), for spreadsheets and data frames: findings, events, duties, whatever is
// described.
//
//   columns   in the order of the description. A record inside a record has its own columns, `basis.citation.quote`;
//             words in two languages are one column, in the language asked for
//   cells     dates and times as ISO 8601, `true` and `false`, what is absent empty, named data as `name=value`
//   lists     in one cell, their items joined by ` | `: of records what people call them, or else what they hold
//   each      with `each`, a list of records in the record, such as `areas.commitments.activities` of a plan, there is
//             a row for every item of that list, with the columns of all that is around it; the list's own stand in its
//             place. Where the list is empty there is no row
//
// The dialect `excel` is what a Swedish Excel opens as it is: semicolons, decimal commas, a byte order mark. Of
// somebody's words that begin with `=`, `+`, `-`, `@`, tab, carriage return or line feed it makes text by an apostrophe
// in front, as OWASP advises, or the spreadsheet would take them for a formula; numbers and dates are left alone. The
// dialect `rfc4180` changes nothing: commas, decimal points, no mark. Lines end with CRLF in both.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/type_info.hpp"

#include <span>
#include <string>

namespace kvalitet {

enum class CsvDialect { excel, rfc4180 };

/// What headings, choices and yes or no are called.
enum class CsvNames {
  keys,    ///< as in JSON; they stay the same
  labels,  ///< as people say, in the language asked for
};

struct CsvOptions {
  Language language = Language::sv;
  CsvDialect dialect = CsvDialect::excel;
  CsvNames names = CsvNames::keys;
  std::string_view each = {};  ///< empty: a row for each record
};

/// The records are objects of `type`. Throws UsageError when `each` is no way to a list of records.
[[nodiscard]] KVALITET_API std::string write_csv(const TypeInfo& type, std::span<const void* const> records,
                                                 const CsvOptions& options = {});

template <class T>
[[nodiscard]] std::string to_csv(const std::vector<T>& records, const CsvOptions& options = {}) {
  std::vector<const void*> addresses;
  addresses.reserve(records.size());
  for (const T& record : records) addresses.push_back(&record);
  return write_csv(type_info<T>(), addresses, options);
}

template <>
struct Describe<CsvDialect> {
  static constexpr std::string_view name = "CsvDialect";
  static constexpr Label label{"Sorts CSV", "CSV dialect"};
  static constexpr std::string_view meaning = "For which programs CSV is written.";
  static constexpr auto values = std::array{
      Choice{CsvDialect::excel, "excel", Label{"svenskt Excel", "Swedish Excel"}},
      Choice{CsvDialect::rfc4180, "rfc4180", Label{"RFC 4180", "RFC 4180"}},
  };
};

template <>
struct Describe<CsvNames> {
  static constexpr std::string_view name = "CsvNames";
  static constexpr Label label{"Namn i CSV", "Names in CSV"};
  static constexpr std::string_view meaning = "What headings, choices and yes or no are called in CSV.";
  static constexpr auto values = std::array{
      Choice{CsvNames::keys, "keys", Label{"kortnamn", "keys"}},
      Choice{CsvNames::labels, "labels", Label{"ord", "labels"}},
  };
};

}  // namespace kvalitet
