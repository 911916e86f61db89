#pragma once
// Single values as people write them in a document, and what they mean. What is written is always read as the same
// value; people may write it in other ways as well.
#include "guideline/names.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kvalitet::docx {

/// A value as a person picks it from a list.
struct Option {
  std::string shown;
  std::string value;
};

class Values {
 public:
  /// Refers to the system, which must outlive it.
  Values(const QualitySystem& system, Language language);

  /// A value in the document's words; `collection` is what an id refers to, or empty. Lists: `a; b`.
  [[nodiscard]] std::string write(const TypeInfo& type, std::string_view collection, const void* value) const;

  /// Reads a value from what a person wrote. False: it is none, and `value` is as it was, but for the items of a list
  /// that could be read.
  [[nodiscard]] bool read(const TypeInfo& type, std::string_view collection, std::string_view text, void* value) const;

  /// What a value may be, when that is a short list: choices, yes or no, what an id refers to.
  [[nodiscard]] std::vector<Option> options(const TypeInfo& type, std::string_view collection) const;

  /// What would have been right, in words.
  [[nodiscard]] Localised expected(const TypeInfo& type, std::string_view collection) const;

 private:
  [[nodiscard]] bool read_one(const TypeInfo& type, std::string_view collection, std::string_view text,
                              void* value) const;
  [[nodiscard]] bool read_id(std::string_view collection, std::string_view text, Id& id) const;
  [[nodiscard]] bool read_tag(std::string_view text, void* tag) const;
  [[nodiscard]] bool read_list(const TypeInfo& type, std::string_view collection, std::string_view text,
                               void* list) const;
  [[nodiscard]] std::string write_id(std::string_view collection, const Id& id) const;
  [[nodiscard]] std::string write_tag(const void* tag) const;

  /// What an id may name, with its titles as they are compared.
  struct Choice {
    std::string id;
    std::string sv;
    std::string en;
    Localised title;
  };
  [[nodiscard]] const Names& names() const;
  [[nodiscard]] const std::vector<Choice>& choices(std::string_view collection) const;

  const QualitySystem& system_;
  Language language_;
  // As they are asked for; of one thread:
  mutable std::optional<Names> names_;
  mutable std::map<std::string, std::vector<Choice>, std::less<>> choices_;
};

/// A day as people write it: 2026-10-14, 14 oktober 2026, den 14 okt. 2026, 14/10 2026, 14.10.2026.
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

/// A school year as people write it: 2026/27, 26/27, 2026/2027, 2026-27, läsåret 2026–2027; in the strict form.
[[nodiscard]] std::optional<std::string> read_school_year(std::string_view text);

}  // namespace kvalitet::docx
