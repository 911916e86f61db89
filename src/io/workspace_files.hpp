#pragma once
// The files of a workspace, and what each is by its place.
#include "kvalitet/base/text.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace kvalitet {

/// What a file of a workspace holds.
enum class Holding {
  municipality,
  guideline,
  policy,
  deviations,
  matters,
  measures,
  plan,
  report,
  operational_plan,
  operational_report,
  assessment,
  session,
  surveys,
  instrument,
  survey_counts,
};

struct WorkspaceFile {
  std::filesystem::path path;
  Text name;  ///< in the workspace
  Holding holding = Holding::plan;
};

/// Something that was not read where documents are.
struct LeftFile {
  Text name;
  Holding holding = Holding::plan;
};

struct WorkspaceFiles {
  std::vector<WorkspaceFile> files;  ///< in the order of their names
  std::vector<LeftFile> links;       ///< that stand where a document would, and are not followed
  std::vector<LeftFile> closed;      ///< folders that cannot be opened, or lie too deep
  std::vector<LeftFile> foreign;     ///< documents of other formats
  std::vector<Text> raw;             ///< that look like raw answers, where counts are kept
  bool more = false;                 ///< than the limit
};

/// Throws FileError when there is no such folder.
[[nodiscard]] WorkspaceFiles files_of_workspace(const std::filesystem::path& folder, int most);

}  // namespace kvalitet
