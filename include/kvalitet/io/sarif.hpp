#pragma once
// Findings as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS, for programs that show what was
// found in its place and follow it from one time to the next.
//
//   level     `error`, `warning`, and `note` for advice
//   message   what is wrong and what would make it right, in the language asked for
//   place     the file as a URI reference, line and column, which counts characters; as logical location the place in
//             people's words, and its JSON Pointer as the fully qualified name
//   rule      its title where the quality system is given, the sentence it rests on as help; for faults of the file, or
//             without the system, what the message says whatever it is about
//   decided   what a recorded deviation answers is a suppressed result: `external` and `accepted`, since it is people
//             who have decided, with the reason, who and until when
//
// A log holds what the findings hold and nothing more of the file: no line of it is copied. The findings' own words may
// name people, so a log goes where the files themselves may go.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/guideline/quality_system.hpp"

#include <string>

namespace kvalitet {

/// What was found in one file.
struct CheckedFile {
  Text file;  ///< its path as it was given, with `/` between the parts; empty for what stands in no file
  std::vector<Finding> findings;
  friend bool operator==(const CheckedFile&, const CheckedFile&) = default;
};

struct SarifOptions {
  Language language = Language::sv;
  const QualitySystem* system = nullptr;  ///< whose rules are then told of by their titles
};

/// One log of one run, in which a file without findings is there too. A path stays relative where it is,
/// percent-encoded; one with `..` in it is better made absolute first, since where that leads only the file system
/// knows.
[[nodiscard]] KVALITET_API std::string to_sarif(const std::vector<CheckedFile>& checked,
                                                const SarifOptions& options = {});

template <>
struct Describe<CheckedFile> {
  static constexpr std::string_view name = "CheckedFile";
  static constexpr Label label{"Granskad fil", "Checked file"};
  static constexpr std::string_view meaning = "What was found in one file.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"file", &T::file, Label{"Fil", "File"},
            "Its path as it was given, with `/` between the parts; empty for what stands in no file."},
      Field{"findings", &T::findings, Label{"Iakttagelser", "Findings"}, "In document order.", required},
  };
};

}  // namespace kvalitet
