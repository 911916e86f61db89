#pragma once
// A workspace: a folder that a municipality keeps in a file share or in git. The place of a file says what it is:
//
//   municipality.json        units and principals; all that has to be there
//   guideline.json           the guideline, unless it comes with the library and the municipality names it
//   policy.json              the local policy; without it, the guideline's default
//   deviations.json  matters.json  measures.json        (or .docx)
//   surveys.json             links to surveys, and the days on which raw answers are erased
//   instruments/  survey-counts/
//                            what surveys ask, and how many answered what (`*.json`); raw answers are kept elsewhere
//   plans/  reports/  operational-plans/  operational-reports/  assessments/  sessions/
//                            documents (`*.docx`, `*.docm` or `*.json`), in folders of their own if one likes, such as
//                            one for each year
//
// Anything else is left alone, and so is what begins with a full stop or with `~$`, as the files by which Word locks a
// document do, or leads out of the folder by a link.
#include "kvalitet/base/export.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/filed.hpp"

#include <filesystem>

namespace kvalitet {

/// Something to be said about a file of the workspace.
struct FileFinding {
  Text file;  ///< its path in the workspace, with `/` between the parts; empty: the workspace itself
  Finding finding;
  friend bool operator==(const FileFinding&, const FileFinding&) = default;
};

struct Workspace {
  QualitySystem system;
  Municipality municipality;
  FiledDocuments documents;
  /// What reading found, in the order of the files: faults within them, and those that could not be read at all.
  /// Everything else is used.
  std::vector<FileFinding> findings;
};

/// How much of a folder is read.
struct WorkspaceLimits {
  int files = 100'000;   ///< above this the rest is left, and a finding says so
  ReadLimits document;   ///< of each file in JSON
  DocxLimits docx = {};  ///< of each Word document
};

/// Reads all of a workspace, on as many threads as the machine has. Throws FileError when the folder itself cannot be
/// read; whatever is wrong in it is a finding.
[[nodiscard]] KVALITET_API Workspace open_workspace(const std::filesystem::path& folder,
                                                    const WorkspaceLimits& limits = {});

/// What reading found, then what the rules find in each document, reports against the plans that they follow, and what
/// does not hold between files: units and principals that the municipality does not have, two plans or reports for the
/// same unit and year.
[[nodiscard]] KVALITET_API std::vector<FileFinding> check(const Workspace& workspace, const CheckOptions& options);

template <>
struct Describe<FileFinding> {
  static constexpr std::string_view name = "FileFinding";
  static constexpr Label label{"Iakttagelse i en fil", "Finding in a file"};
  static constexpr std::string_view meaning = "Something to be said about a file of a workspace.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"file", &T::file, Label{"Fil", "File"}, "The file's path in the workspace; empty: the workspace itself."},
      Field{"finding", &T::finding, Label{"Iakttagelse", "Finding"}, "What is to be said.", required},
  };
};

}  // namespace kvalitet
