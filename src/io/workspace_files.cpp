#include "io/workspace_files.hpp"

#include "io/files.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

namespace kvalitet {
namespace {

namespace fs = std::filesystem;

struct Place {
  std::string_view name;
  Holding holding;
};
constexpr std::array single_files{
    Place{"municipality.json", Holding::municipality},
    Place{"guideline.json", Holding::guideline},
    Place{"policy.json", Holding::policy},
    Place{"deviations.json", Holding::deviations},
    Place{"matters.json", Holding::matters},
    Place{"measures.json", Holding::measures},
    Place{"surveys.json", Holding::surveys},
    Place{"deviations.docx", Holding::deviations},
    Place{"matters.docx", Holding::matters},
    Place{"measures.docx", Holding::measures},
};
constexpr std::array folders{
    Place{"plans", Holding::plan},
    Place{"reports", Holding::report},
    Place{"operational-plans", Holding::operational_plan},
    Place{"operational-reports", Holding::operational_report},
    Place{"assessments", Holding::assessment},
    Place{"sessions", Holding::session},
    Place{"instruments", Holding::instrument},
    Place{"survey-counts", Holding::survey_counts},
};

constexpr std::array<std::string_view, 3> formats_that_are_read{".json", ".docx", ".docm"};
/// In which people write documents as well.
constexpr std::array<std::string_view, 6> other_formats{".doc", ".odt", ".pdf", ".rtf", ".xls", ".xlsx"};

/// In which answers come.
constexpr std::array<std::string_view, 6> formats_of_answers{".csv", ".parquet", ".tsv", ".txt", ".xls", ".xlsx"};

/// What people do not write in Word.
bool is_only_json(Holding holding) { return holding == Holding::instrument || holding == Holding::survey_counts; }

template <class Formats>
bool is_among(const Formats& formats, const std::string& extension) {
  return std::find(formats.begin(), formats.end(), extension) != formats.end();
}

/// Some systems that files are shared with tell capitals and small letters apart, others do not.
std::string in_small_letters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

template <class Places>
std::optional<Holding> holding_at(const Places& places, const std::string& name) {
  const std::string small = in_small_letters(name);
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.name == small; });
  return found == places.end() ? std::nullopt : std::optional(found->holding);
}

/// Word puts `~$plan.docx` beside a document that somebody has open.
bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.front() == '.' || name.compare(0, 2, "~$") == 0;
}

class Walk {
 public:
  Walk(fs::path root, int most) : root_(std::move(root)), most_(static_cast<std::size_t>(std::max(most, 0))) {}

  WorkspaceFiles walk() {
    for (const fs::directory_entry& entry : entries_of(root_, std::nullopt)) {
      const std::string name = entry.path().filename().string();
      std::error_code failed;
      if (const auto single = holding_at(single_files, name))
        add(entry, *single);
      else if (const auto folder = holding_at(folders, name); folder && entry.is_directory(failed))
        look_into(entry, *folder, 0);
    }
    std::sort(found_.files.begin(), found_.files.end(),
              [](const WorkspaceFile& a, const WorkspaceFile& b) { return a.name < b.name; });
    return std::move(found_);
  }

 private:
  static constexpr int deepest = 16;

  /// The system tells with each entry what it is; to ask for each by its path would take as long as to read it.
  std::vector<fs::directory_entry> entries_of(const fs::path& folder, std::optional<Holding> holding) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
      if (!is_hidden(entry->path())) entries.push_back(*entry);
    if (failed && !holding)
      throw FileError(failed == std::errc::no_such_file_or_directory ? "workspace.not-found" : "workspace.unreadable",
                      {{"path", shown_path(folder)}, {"reason", Text::from(failed.message()).value_or(Text("?"))}});
    if (failed && holding) found_.closed.push_back({name_of(folder), *holding});
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void look_into(const fs::directory_entry& folder, Holding holding, int depth) {
    std::error_code failed;
    if (folder.is_symlink(failed)) {
      found_.links.push_back({name_of(folder.path()), holding});
      return;
    }
    for (const fs::directory_entry& entry : entries_of(folder.path(), holding)) {
      if (found_.more) return;
      if (entry.is_directory(failed)) {
        if (depth < deepest)
          look_into(entry, holding, depth + 1);
        else
          found_.closed.push_back({name_of(entry.path()), holding});
        continue;
      }
      const std::string extension = in_small_letters(entry.path().extension().string());
      if (holding == Holding::survey_counts && is_among(formats_of_answers, extension))
        found_.raw.push_back(name_of(entry.path()));
      else if (is_only_json(holding) ? extension == ".json" : is_among(formats_that_are_read, extension))
        add(entry, holding);
      else if (is_among(other_formats, extension))
        found_.foreign.push_back({name_of(entry.path()), holding});
    }
  }

  void add(const fs::directory_entry& entry, Holding holding) {
    std::error_code failed;
    if (entry.is_symlink(failed)) {
      found_.links.push_back({name_of(entry.path()), holding});
    } else if (found_.files.size() == most_) {
      found_.more = true;
    } else {
      found_.files.push_back({entry.path(), name_of(entry.path()), holding});
    }
  }

  [[nodiscard]] Text name_of(const fs::path& path) const { return shown_path(path.lexically_relative(root_)); }

  const fs::path root_;
  const std::size_t most_;
  WorkspaceFiles found_;
};

}  // namespace

WorkspaceFiles files_of_workspace(const fs::path& folder, int most) { return Walk(folder, most).walk(); }

}  // namespace kvalitet
