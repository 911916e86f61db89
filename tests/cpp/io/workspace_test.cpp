// A workspace: what is read from where, and what is said of the rest. Units and people are invented.
#include "kvalitet/io/workspace.hpp"

#include "io/temporary_folder.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/files.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

using namespace kvalitet;
using kvalitet::tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string municipality = R"({"format_version": 1, "name": "Exempelby", "guideline": "vetlanda-2024",
  "units": [{"id": "gran", "name": "Granskolan", "school_forms": ["GR"]}],
  "principals": [{"id": "ann", "name": "Ann Ek", "leads": [{"units": ["gran"]}]}]})";
const std::string anns_plan = R"({"format_version": 1, "school_year": "2026/27", "principal": "Ann Ek",
  "units": [{"id": "gran"}]})";

using Found = std::vector<std::string>;

Found found(const std::vector<FileFinding>& findings) {
  Found all;
  for (const FileFinding& one : findings)
    all.push_back(one.file.str() + ": " + one.finding.code.str() + " " + one.finding.pointer.str());
  return all;
}

}  // namespace

TEST_CASE("everything readable is read, and each fault is told with its file", "[workspace]") {
  const TemporaryFolder folder;
  folder.write("municipality.json", municipality);
  folder.write("plans/2026-27/gran.json", anns_plan);
  folder.write("plans/2026-27/half.json", anns_plan.substr(0, 70));
  folder.write("plans/2026-27/strange.json", R"({"format_version": 1, "school_year": "2026/27", "colour": "red"})");
  folder.write("plans/empty.json", "");
  folder.write("plans/notes.txt", "not ours");
  folder.write("plans/word.DOCX", "PK");
  folder.write("plans/word.odt", "PK");
  folder.write("Plans/shared.JSON", anns_plan);
  folder.write("plans/.plan.json.tmp", "{");
  folder.write("reports/deep/deeper/report.json", anns_plan);
  folder.write("somewhere/else.json", "{");
  folder.write("plans/huge.json", std::string(2 << 20, ' '));
  fs::create_symlink("/etc/passwd", folder.path / "plans/link.json");
  REQUIRE(::mkfifo((folder.path / "plans/pipe.json").c_str(), 0600) == 0);
  const Workspace workspace = open_workspace(folder.path);
  CHECK(workspace.municipality.name == "Exempelby");
  CHECK(workspace.system.guideline.id == "vetlanda-2024");
  CHECK(workspace.documents.plans.size() == 5);  // whatever could be read of them
  CHECK(workspace.documents.reports.size() == 1);
  CHECK(workspace.documents.plans[0].file == "Plans/shared.JSON");
  CHECK(found(workspace.findings) ==
        Found{"plans/2026-27/half.json: json.ends-too-early ", "plans/2026-27/strange.json: json.unknown-key /colour",
              "plans/empty.json: json.ends-too-early ", "plans/huge.json: read.too-large ",
              "plans/link.json: workspace.link ", "plans/pipe.json: file.unreadable ",
              "plans/word.DOCX: docx.plain-text ", "plans/word.odt: workspace.other-format "});
  CHECK(workspace.documents.unread.size() == 5);
}

TEST_CASE("Word documents are read by the workspace's own guideline and templates", "[workspace][docx]") {
  const TemporaryFolder folder;
  folder.write("municipality.json", municipality);
  folder.write("policy.json", R"({"format_version": 1, "id": "local", "guideline": "vetlanda-2024", "forms": [
    {"document": "commitment-plan", "labels": [{"label": "Vem", "field": "principal"}]}]})");
  Read<CommitmentPlan> read;
  read.reading = read_json(type_info<CommitmentPlan>(), &read.value, anns_plan);
  const std::string docx = write_docx(read.value);
  folder.write("plans/gran.docx", docx);
  folder.write("plans/2026-27/Gran.DOCM", docx);
  folder.write("plans/~$gran.docx", "lock");
  folder.write("plans/.~lock.gran.docx#", "lock");
  folder.write("plans/mall.dotx", docx);
  folder.write("plans/old.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  Matters matters;
  matters.matters.resize(1);
  matters.matters[0].id = Id("ny-skola");
  matters.matters[0].title = "Ny skola";
  folder.write("matters.docx", write_docx(matters));
  const Workspace workspace = open_workspace(folder.path);
  CHECK(found(workspace.findings) == Found{"plans/old.docx: docx.old-office "});
  REQUIRE(workspace.documents.plans.size() == 2);
  for (const auto& filed : workspace.documents.plans) CHECK(filed.read.value == read.value);
  REQUIRE(workspace.documents.matters.size() == 1);
  CHECK(workspace.documents.matters[0].read.value == matters);
  REQUIRE(workspace.documents.unread.size() == 1);
  CHECK(workspace.documents.unread[0].file == "plans/old.docx");
  const Found all = found(check(workspace, {Date(2026, 10, 15)}));
  CHECK(std::find(all.begin(), all.end(), std::string("plans/gran.docx: workspace.twice ")) != all.end());
}

TEST_CASE("a document that is there in both formats is told of once", "[workspace][docx]") {
  const TemporaryFolder folder;
  folder.write("municipality.json", municipality);
  folder.write("plans/gran.json", anns_plan);
  Read<CommitmentPlan> read;
  read.reading = read_json(type_info<CommitmentPlan>(), &read.value, anns_plan);
  folder.write("plans/gran.docx", write_docx(read.value));
  const Workspace workspace = open_workspace(folder.path);
  CHECK(workspace.documents.plans.size() == 2);
  CHECK(found(workspace.findings) == Found{"plans/gran.json: workspace.both-formats "});
  const Found all = found(check(workspace, {Date(2026, 10, 15)}));
  CHECK(std::find(all.begin(), all.end(), std::string("plans/gran.json: workspace.twice ")) == all.end());
}

TEST_CASE("a workspace of nothing is read too", "[workspace]") {
  const TemporaryFolder folder;
  const Workspace workspace = open_workspace(folder.path);
  CHECK(found(workspace.findings) == Found{"municipality.json: workspace.no-municipality "});
  CHECK(check(workspace, {Date(2026, 10, 15)}).size() == 1);
  CHECK_THROWS_AS(open_workspace(folder.path / "none"), FileError);
}

TEST_CASE("a policy that fills in another guideline is said and left out", "[workspace]") {
  const TemporaryFolder folder;
  folder.write("municipality.json", municipality);
  folder.write("policy.json", R"({"format_version": 1, "id": "local", "guideline": "svedala-2022"})");
  const Workspace workspace = open_workspace(folder.path);
  CHECK(workspace.system.policy == QualitySystem::builtin("vetlanda-2024").policy);
  CHECK(found(workspace.findings) == Found{"policy.json: policy.another-guideline /guideline"});
}

TEST_CASE("what does not hold between files is found", "[workspace]") {
  const TemporaryFolder folder;
  folder.write("municipality.json", municipality);
  folder.write("plans/a.json", anns_plan);
  folder.write("plans/b.json", anns_plan);
  folder.write("deviations.json", R"({"format_version": 1, "deviations": [{"duty": "planning-done", "units": ["asp"],
    "decided_by": "Skolchefen", "reason": "Flytt", "decided_on": "2026-09-01", "until": "2026-12-31"}]})");
  const auto findings = check(open_workspace(folder.path), {Date(2026, 10, 15)});
  const Found all = found(findings);
  CHECK(std::find(all.begin(), all.end(), std::string("plans/b.json: workspace.twice ")) != all.end());
  CHECK(std::find(all.begin(), all.end(),
                  std::string("deviations.json: workspace.unknown-unit /deviations/0/units/0")) != all.end());
  for (const FileFinding& one : findings)
    if (one.finding.code == "workspace.unknown-unit") CHECK((one.finding.place && !one.finding.where.sv.empty()));
}

TEST_CASE("a file is replaced as a whole, with the permissions that it had", "[files]") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "plan.json";
  replace_file(file, "one");
  CHECK(folder.read("plan.json") == "one");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  replace_file(file, "two");
  CHECK(folder.read("plan.json") == "two");
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  fs::create_symlink("plan.json", folder.path / "link.json");
  replace_file(folder.path / "link.json", "three");
  CHECK(folder.read("plan.json") == "three");
  CHECK(fs::is_symlink(folder.path / "link.json"));
  fs::create_directory(folder.path / "folder");
  CHECK_THROWS_AS(replace_file(folder.path / "folder", "no"), FileError);
  CHECK_THROWS_AS(replace_file(folder.path / "none" / "plan.json", "no"), FileError);
  fs::permissions(file, fs::perms::owner_read);
  CHECK_THROWS_AS(replace_file(file, "no"), FileError);
  CHECK(folder.read("plan.json") == "three");
  replace_file("/dev/null", "whatever");
  CHECK(fs::is_character_file("/dev/null"));
  replace_file(folder.path / std::string(240, 'm'), "four");
  fs::remove(folder.path / std::string(240, 'm'));
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path)) ++entries;
  CHECK(entries == 3);  // nothing is left behind
}
