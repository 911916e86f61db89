#pragma once
// A column in memory, as Arrow lays it out.
#include "kvalitet/base/type_info.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

struct CellWords;

struct ArrowColumn {
  std::string name;
  std::string format;  ///< Arrow's word for its type
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  std::vector<std::uint8_t> validity;  ///< a bit for each value, the least first: whether there is one
  std::vector<std::int64_t> offsets;   ///< of strings and lists: where each begins, and where the last ends
  std::vector<std::uint8_t> data;
  std::vector<ArrowColumn> children;

  /// A column for what a field of the type holds.
  static ArrowColumn of(std::string name, const TypeInfo& type);

  /// A value of that type; nullptr is none. `empty_is_none`: so are blank words.
  void add(const TypeInfo& type, const void* value, bool empty_is_none, const CellWords& words);
  void add_row() { add_valid(true); }

 private:
  void add_valid(bool valid);
  void add_bytes(const void* bytes, std::size_t size);
  template <class Number>
  void add_number(Number number) {
    add_bytes(&number, sizeof number);
  }
  void add_text(std::string_view text);
  void add_items(const TypeInfo& list, const void* value, const CellWords& words);
};

}  // namespace kvalitet
