#pragma once
// What validating a guideline and validating a policy have in common.
#include "base/walk.hpp"
#include "guideline/names.hpp"
#include "guideline/sentences.hpp"
#include "kvalitet/base/finding.hpp"

namespace kvalitet {

/// Of one object; refers to it, the names and the sentences, which must outlive it.
class Validation {
 public:
  Validation(const TypeInfo& type, const void* object, const Names& names, const Sentences& sentences)
      : type_(type), object_(object), names_(names), sentences_(sentences) {}

  void report(std::string_view code, std::string pointer, Data data, Severity severity = Severity::error);
  void report(Finding finding) { findings_.push_back(std::move(finding)); }

  /// That an id stands where another of its name stood before.
  void report_duplicate(const Id& id, const std::string& first, std::string pointer);

  void check_format_version(int version);
  /// Whatever can be said of a value wherever it stands: references, names, bases, quotes, numbers, rules, times.
  void check(const Visit& visit);

  /// What was found, in document order, with the words for where it is.
  [[nodiscard]] std::vector<Finding> found() &&;

 private:
  void check_id(const Visit& visit, const Id& id);
  void check_reference(std::string_view collection, const Id& id, Label field, std::string pointer);
  void check_duplicates(const Visit& visit);
  void check_basis(const Visit& visit, const Basis& basis);
  void check_citation(const Visit& visit, const Citation& citation);
  void check_paraphrase(const Visit& visit, const Citation& citation, const std::vector<std::size_t>& quoted);
  void check_link(const Visit& visit, const Link& link);
  void check_limits(const Visit& visit, std::optional<int> min, std::optional<int> max);
  void check_levels(const Visit& visit, const Dialogue& dialogue);
  void check_document(const Visit& visit, const Document& document);
  void check_timing(const Visit& visit, const Timing& timing);
  void check_rule(const Visit& visit, const Rule& rule);

  const TypeInfo& type_;
  const void* object_;
  const Names& names_;
  const Sentences& sentences_;
  std::vector<Finding> findings_;
};

}  // namespace kvalitet
