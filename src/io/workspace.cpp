#include "kvalitet/io/workspace.hpp"

#include "base/finding_list.hpp"
#include "base/parallel.hpp"
#include "io/document_format.hpp"
#include "io/files.hpp"
#include "io/workspace_files.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

namespace kvalitet {
namespace {

/// A file on its way: what it holds, or why it could not be read.
class Item {
 public:
  Item() = default;
  Item(const Item&) = delete;
  Item& operator=(const Item&) = delete;
  virtual ~Item() = default;
  virtual void read(const WorkspaceFile& file, const WorkspaceLimits& limits, const QualitySystem& system) = 0;
  /// Whether it was tried; what failed on the way for want of memory was not.
  [[nodiscard]] virtual bool was_read() const = 0;
  [[nodiscard]] virtual bool has_failed() const = 0;
  /// Moves it to its place, and gives what there is to be said of it.
  virtual std::vector<Finding> settle(Workspace& workspace) = 0;
};

Finding finding_of(const Error& error) {
  Finding finding;
  finding.code = finding.rule = Text(error.code());
  finding.message = error.message();
  finding.hint = error.hint();
  return finding;
}

template <class T>
class ItemOf final : public Item {
 public:
  using Settle = std::function<void(Workspace&, Filed<T>)>;
  explicit ItemOf(Settle settle) : settle_(std::move(settle)) {}

  void read(const WorkspaceFile& file, const WorkspaceLimits& limits, const QualitySystem& system) override {
    filed_.file = file.name;
    try {
      read_bytes(file, limits, system);
    } catch (const Error& error) {
      failure_ = {finding_of(error)};
    }
    was_read_ = true;
  }
  [[nodiscard]] bool was_read() const override { return was_read_; }
  [[nodiscard]] bool has_failed() const override { return !failure_.empty(); }

  std::vector<Finding> settle(Workspace& workspace) override {
    if (has_failed()) return failure_;
    std::vector<Finding> findings = filed_.read.reading.findings;
    settle_(workspace, std::move(filed_));
    return findings;
  }

 private:
  void read_bytes(const WorkspaceFile& file, const WorkspaceLimits& limits, const QualitySystem& system) {
    const bool is_named = format_named(file.path) == DocumentFormat::docx;
    const std::string bytes = read_ordinary_file(file.path, is_named ? limits.docx.file_bytes : limits.document.bytes);
    Read<T>& read = filed_.read;
    if (format_of(file.path, bytes) == DocumentFormat::json) {
      read.reading = read_json(type_info<T>(), &read.value, bytes, limits.document);
      return;
    }
    DocxOptions options;
    options.system = &system;
    read.reading = read_docx(type_info<T>(), &read.value, bytes, options, limits.docx);
    if (!is_whole(read.reading)) failure_ = read.reading.findings;  // nothing of it
  }

  const Settle settle_;
  Filed<T> filed_;
  std::vector<Finding> failure_;
  bool was_read_ = false;
};

template <class T>
std::unique_ptr<Item> one_of(std::vector<Filed<T>> FiledDocuments::*list) {
  return std::make_unique<ItemOf<T>>(
      [list](Workspace& workspace, Filed<T> filed) { (workspace.documents.*list).push_back(std::move(filed)); });
}

/// The guideline and the policy are put together when both are there.
struct Parts {
  std::optional<Guideline> guideline;
  std::optional<LocalPolicy> policy;
  bool has_municipality = false;
};

DocumentKind kind_of(Holding holding) {
  switch (holding) {
    case Holding::plan: return DocumentKind::commitment_plan;
    case Holding::report: return DocumentKind::school_year_report;
    case Holding::operational_plan: return DocumentKind::operational_plan;
    case Holding::operational_report: return DocumentKind::operational_report;
    case Holding::assessment: return DocumentKind::impact_assessment;
    case Holding::session: return DocumentKind::dialogue_session;
    case Holding::matters: return DocumentKind::matters;
    case Holding::measures: return DocumentKind::measures;
    case Holding::deviations: return DocumentKind::deviations;
    case Holding::surveys:
    case Holding::instrument:
    case Holding::survey_counts:
    case Holding::municipality:
    case Holding::guideline:
    case Holding::policy: break;
  }
  return DocumentKind::other;
}

std::unique_ptr<Item> item_for(Holding holding, Parts& parts) {
  switch (holding) {
    case Holding::municipality:
      return std::make_unique<ItemOf<Municipality>>([&parts](Workspace& workspace, Filed<Municipality> filed) {
        workspace.municipality = std::move(filed.read.value);
        parts.has_municipality = true;
      });
    case Holding::guideline:
      return std::make_unique<ItemOf<Guideline>>(
          [&parts](Workspace&, Filed<Guideline> filed) { parts.guideline = std::move(filed.read.value); });
    case Holding::policy:
      return std::make_unique<ItemOf<LocalPolicy>>(
          [&parts](Workspace&, Filed<LocalPolicy> filed) { parts.policy = std::move(filed.read.value); });
    case Holding::deviations: return one_of(&FiledDocuments::deviations);
    case Holding::matters: return one_of(&FiledDocuments::matters);
    case Holding::measures: return one_of(&FiledDocuments::measures);
    case Holding::plan: return one_of(&FiledDocuments::plans);
    case Holding::report: return one_of(&FiledDocuments::reports);
    case Holding::operational_plan: return one_of(&FiledDocuments::operational_plans);
    case Holding::operational_report: return one_of(&FiledDocuments::operational_reports);
    case Holding::assessment: return one_of(&FiledDocuments::assessments);
    case Holding::session: return one_of(&FiledDocuments::sessions);
    case Holding::surveys: return one_of(&FiledDocuments::surveys);
    case Holding::instrument: return one_of(&FiledDocuments::instruments);
    case Holding::survey_counts: return one_of(&FiledDocuments::survey_counts);
  }
  return nullptr;
}

void say(Workspace& workspace, const Text& file, std::string_view code, Data data) {
  workspace.findings.push_back({file, make_finding(code, Severity::error, {}, std::move(data))});
}

bool is_builtin(const Id& id) {
  const std::vector<Id> all = builtin_guidelines();
  return std::find(all.begin(), all.end(), id) != all.end();
}

/// The guideline in the folder, or else the one that the municipality names; a policy that is not for it is left out.
void put_together(Workspace& workspace, const Parts& parts) {
  const Id& named = workspace.municipality.guideline;
  if (!parts.guideline && !is_builtin(named)) {
    if (parts.has_municipality) {
      std::string known;
      for (const Id& id : builtin_guidelines()) known += (known.empty() ? "" : ", ") + id.str();
      say(workspace, "municipality.json", "workspace.no-guideline",
          {{"name", Text(named.str())}, {"known", Text(known)}});
    }
    return;
  }
  const bool is_own = parts.guideline.has_value();
  const Guideline guideline = is_own ? *parts.guideline : builtin_guideline(named);
  if (is_own && !named.empty() && named != guideline.id)
    say(workspace, "guideline.json", "workspace.another-guideline",
        {{"named", Text(named.str())}, {"found", Text(guideline.id.str())}});
  if (parts.policy) {
    for (Finding& finding : validate(*parts.policy, guideline))
      workspace.findings.push_back({"policy.json", std::move(finding)});
    if (parts.policy->guideline == guideline.id) {
      workspace.system = QualitySystem::make(guideline, *parts.policy);
      return;
    }
  }
  if (!is_own) {
    workspace.system = QualitySystem::builtin(named);
    return;
  }
  LocalPolicy nothing;
  nothing.id = nothing.guideline = guideline.id;
  nothing.is_default = true;
  workspace.system = QualitySystem::make(guideline, std::move(nothing));
}

/// What documents are read and judged by.
bool is_ground(Holding holding) {
  return holding == Holding::municipality || holding == Holding::guideline || holding == Holding::policy;
}

/// Reads those files that are, or are not, what documents are read by.
void read_files(Workspace& workspace, Parts& parts, const std::vector<WorkspaceFile>& all, bool ground,
                const WorkspaceLimits& limits) {
  std::vector<const WorkspaceFile*> files;
  std::vector<std::unique_ptr<Item>> items;
  for (const WorkspaceFile& file : all) {
    if (is_ground(file.holding) != ground) continue;
    files.push_back(&file);
    items.push_back(item_for(file.holding, parts));
  }
  const QualitySystem& system = workspace.system;
  in_parallel(items.size(), [&](std::size_t i) { items[i]->read(*files[i], limits, system); });
  for (std::size_t i = 0; i < items.size(); ++i) {
    const WorkspaceFile& file = *files[i];
    if (!items[i]->was_read()) items[i]->read(file, limits, system);
    if (items[i]->has_failed()) workspace.documents.unread.push_back({kind_of(file.holding), file.name});
    for (Finding& finding : items[i]->settle(workspace)) workspace.findings.push_back({file.name, std::move(finding)});
    items[i].reset();
  }
}

/// A document that stands in both formats: nobody can say which of them people go on writing in.
void tell_of_both_formats(Workspace& workspace, const std::vector<WorkspaceFile>& files) {
  std::map<std::filesystem::path, const WorkspaceFile*> first;
  for (const WorkspaceFile& file : files) {
    const auto [other, is_new] = first.try_emplace(std::filesystem::path(file.path).replace_extension(), &file);
    if (!is_new)
      workspace.findings.push_back(
          {file.name, make_finding("workspace.both-formats", Severity::warning, {}, {{"other", other->second->name}})});
  }
}

}  // namespace

Workspace open_workspace(const std::filesystem::path& folder, const WorkspaceLimits& limits) {
  const WorkspaceFiles found = files_of_workspace(folder, limits.files);
  Parts parts;
  Workspace workspace{QualitySystem::make({}, {}), {}, {}, {}};  // until the guideline is known
  if (found.more) say(workspace, {}, "workspace.too-many-files", {{"limit", std::int64_t{limits.files}}});
  const auto left = [&](const std::vector<LeftFile>& files, std::string_view code) {
    for (const LeftFile& file : files) {
      say(workspace, file.name, code, {});
      workspace.documents.unread.push_back({kind_of(file.holding), file.name});
    }
  };
  left(found.links, "workspace.link");
  left(found.closed, "workspace.closed-folder");
  left(found.foreign, "workspace.other-format");
  for (const Text& file : found.raw) say(workspace, file, "workspace.raw-answers", {});
  if (found.more)
    for (const Holding holding :
         {Holding::plan, Holding::report, Holding::operational_plan, Holding::operational_report})
      workspace.documents.unread.push_back({kind_of(holding), {}});
  read_files(workspace, parts, found.files, true, limits);
  if (!parts.has_municipality) say(workspace, "municipality.json", "workspace.no-municipality", {});
  put_together(workspace, parts);
  read_files(workspace, parts, found.files, false, limits);
  tell_of_both_formats(workspace, found.files);
  std::stable_sort(workspace.findings.begin(), workspace.findings.end(),
                   [](const FileFinding& a, const FileFinding& b) { return a.file < b.file; });
  return workspace;
}

}  // namespace kvalitet
