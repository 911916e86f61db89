#pragma once
// JSON in and out, and its schema, for every described type.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/documents/commitment_plan.hpp"
#include "kvalitet/rules/check.hpp"

namespace kvalitet {

struct TypeInfo;

/// Reading JSON (RFC 8259, UTF-8). Faults are findings with pointer, line and column; what has no place is kept in
/// `unplaced`. Duplicate and unknown keys are findings; of a duplicate the first value counts. Throws LimitError.
[[nodiscard]] KVALITET_API Read<Guideline> read_guideline(std::string_view json, const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<LocalPolicy> read_local_policy(std::string_view json, const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<CommitmentPlan> read_commitment_plan(std::string_view json,
                                                                     const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<SchoolYearReport> read_school_year_report(std::string_view json,
                                                                          const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<OperationalPlan> read_operational_plan(std::string_view json,
                                                                       const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<OperationalReport> read_operational_report(std::string_view json,
                                                                           const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<ImpactAssessment> read_impact_assessment(std::string_view json,
                                                                         const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<DialogueSession> read_dialogue_session(std::string_view json,
                                                                       const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<Matters> read_matters(std::string_view json, const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<Measures> read_measures(std::string_view json, const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<Deviations> read_deviations(std::string_view json, const ReadLimits& limits = {});
[[nodiscard]] KVALITET_API Read<Municipality> read_municipality(std::string_view json, const ReadLimits& limits = {});

/// The same for any described type; `record` points to a default-constructed object of it.
[[nodiscard]] KVALITET_API Reading read_json(const TypeInfo& type, void* record, std::string_view json,
                                             const ReadLimits& limits = {});

/// What keeps a text from being JSON (RFC 8259 in UTF-8), whatever it is meant to say: each key that an object has had
/// before, which RFC 8259 leaves open and I-JSON (RFC 7493) forbids, and the first fault of the syntax. Nothing: it is
/// JSON. Where RFC 8259 leaves the choice, a byte order mark may stand first; half a surrogate pair may not stand
/// anywhere, nor a number beyond what a double holds, unless its exponent makes it so. Throws LimitError.
[[nodiscard]] KVALITET_API std::vector<Finding> check_json(std::string_view json, const ReadLimits& limits = {});

enum class JsonStyle { compact, pretty };  ///< pretty: two spaces, one value a line, a newline at the end

/// Keys in the order of the description; fields that hold their default are left out. Reading it gives an equal object.
[[nodiscard]] KVALITET_API std::string write_json(const TypeInfo& type, const void* object,
                                                  JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Guideline& guideline, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const LocalPolicy& policy, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const CommitmentPlan& plan, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const SchoolYearReport& report, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const OperationalPlan& plan, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const OperationalReport& report, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const ImpactAssessment& assessment, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const DialogueSession& session, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Matters& matters, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Measures& measures, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Deviations& deviations, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Municipality& municipality, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const AnnualCycle& cycle, JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const std::vector<Finding>& findings,
                                               JsonStyle style = JsonStyle::pretty);
[[nodiscard]] KVALITET_API std::string to_json(const Draft& draft, JsonStyle style = JsonStyle::pretty);

/// JSON Schema 2020-12 of a described record. `title` and `description` are in English, labels in `x-label-sv`.
[[nodiscard]] KVALITET_API std::string json_schema(const TypeInfo& type);

}  // namespace kvalitet
