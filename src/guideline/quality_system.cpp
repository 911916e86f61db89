#include "kvalitet/guideline/quality_system.hpp"

#include "guideline/local_calendar.hpp"
#include "guidelines/embedded.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/io/json.hpp"

#include <algorithm>
#include <stdexcept>

namespace kvalitet {
namespace {

constexpr std::string_view policy_suffix = ".policy";

std::optional<std::string_view> find_embedded(std::string_view name) {
  for (const EmbeddedFile& file : embedded_guidelines())
    if (file.name == name) return file.text;
  return std::nullopt;
}

template <class T>
T without_faults(std::string_view name, Read<T> read) {
  if (!read.reading.findings.empty())
    throw std::logic_error(std::string(name) + ": " + read.reading.findings.front().message.en.str());
  return std::move(read.value);
}

[[noreturn]] void throw_not_found(std::string_view id) {
  std::string known;
  for (const Id& existing : builtin_guidelines()) {
    if (!known.empty()) known += ", ";
    known += existing.str();
  }
  const Text shown = Text::from(std::string(id)).value_or(Text("?"));
  throw NotFoundError("guideline.not-found", {{"id", shown}, {"known", Text(std::move(known))}});
}

LocalPolicy builtin_policy(std::string_view id) {
  const std::string name = std::string(id) + std::string(policy_suffix);
  const auto text = find_embedded(name);
  if (!text) throw std::logic_error(name + ": missing");
  return without_faults(name, read_local_policy(*text));
}

}  // namespace

QualitySystem QualitySystem::make(Guideline guideline, LocalPolicy policy) {
  if (policy.guideline != guideline.id)
    throw UsageError("guideline.policy-for-another", {{"policy", Text(policy.id.str())},
                                                      {"meant", Text(policy.guideline.str())},
                                                      {"guideline", Text(guideline.id.str())}});
  Calendar calendar = local_calendar(policy);
  return QualitySystem{std::move(guideline), std::move(policy), std::move(calendar)};
}

QualitySystem QualitySystem::builtin(std::string_view id) {
  Guideline guideline = builtin_guideline(id);
  return make(std::move(guideline), builtin_policy(id));
}

std::vector<Id> builtin_guidelines() {
  std::vector<Id> ids;
  for (const EmbeddedFile& file : embedded_guidelines())
    if (Id::is_valid(file.name)) ids.emplace_back(file.name);  // a policy's name has a point
  std::sort(ids.begin(), ids.end());
  return ids;
}

Guideline builtin_guideline(std::string_view id) {
  const auto text = Id::is_valid(id) ? find_embedded(id) : std::nullopt;
  if (!text) throw_not_found(id);
  return without_faults(id, read_guideline(*text));
}

const Guideline* in_force(std::span<const Guideline> versions, Date date) {
  const Guideline* found = nullptr;
  for (const Guideline& version : versions) {
    if (version.valid_from > date || (version.valid_to && *version.valid_to < date)) continue;
    if (found == nullptr || found->valid_from <= version.valid_from) found = &version;
  }
  return found;
}

}  // namespace kvalitet
