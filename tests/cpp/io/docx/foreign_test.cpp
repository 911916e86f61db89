// Documents typed from nothing in LibreOffice on templates of other municipalities are read by a mapping of their
// words.
#include "io/docx/package.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::filesystem::path foreign = fixtures / "docx/foreign";

void change(CommitmentPlan& plan) {
  plan.principal = Text("Nya Rektorn");
  for (GoalArea& area : plan.areas) {
    // An area of a kind is known by its name where a document says no more of it.
    if (area.kind.empty()) area.title = Text("Mer " + area.title.str());
    for (Commitment& commitment : area.commitments) {
      commitment.title = Text("Nytt: " + commitment.title.str());
      if (!commitment.expected_effects.empty()) commitment.expected_effects.front().text = Text("En ny effekt.");
      if (!commitment.activities.empty()) commitment.activities.back().title = Text("En ny aktivitet");
      for (FollowUp& follow_up : commitment.follow_ups) follow_up.next_step = Text("Vi fortsätter.\nOch mer.");
    }
  }
}

void change(SchoolYearReport& report) {
  report.analysis = Text("Ett bra år.\n\nMed mycket att lära.");
  for (GoalAreaReport& area : report.areas)
    for (CommitmentReport& commitment : area.commitments) {
      commitment.results = Text("Resultaten är " + commitment.results.str());
      commitment.continuation = Continuation::carry_on;
    }
}

template <class T>
void check_foreign(const std::filesystem::path& path) {
  INFO(path.filename().string());
  QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const std::string policy = std::string("policy-") + path.filename().string()[0] + ".json";
  const Read<LocalPolicy> own = read_local_policy(text_of(foreign / policy));
  REQUIRE(own.reading.findings.empty());
  system.policy.forms = own.value.forms;
  DocxOptions options;
  options.system = &system;
  const Read<T> read = read_docx<T>(text_of(path), options);
  T expected;
  const Reading json =
      read_json(type_info<T>(), &expected, text_of(std::filesystem::path(path).replace_extension(".json")));
  REQUIRE(json.findings.empty());
  for (const Change& change : diff(expected, read.value)) UNSCOPED_INFO(change.message.sv.str());
  for (const Finding& finding : read.reading.findings)
    UNSCOPED_INFO("  " + finding.where.sv.str() + ": " + finding.message.sv.str());
  for (const Unplaced& unplaced : read.reading.unplaced) UNSCOPED_INFO("unplaced: " + unplaced.text.str());
  CHECK(read.value == expected);

  const std::string bytes = text_of(path);
  CHECK(write_back(expected, bytes, options).docx == bytes);
  // What people change in a program goes into their own document.
  T changed = expected;
  change(changed);
  const WrittenBack written = write_back(changed, bytes, options);
  for (const Change& left : written.left) UNSCOPED_INFO("left: " + left.message.sv.str());
  CHECK(written.left.empty());
  const docx::Package before(bytes);
  const docx::Package after(written.docx);
  CHECK(before.parts() == after.parts());
  for (const std::string& part : before.parts())
    if (part != before.main_part()) CHECK(before.read(part) == after.read(part));
}

}  // namespace

TEST_CASE("plans and reports on templates of others are read", "[docx]") {
  std::size_t documents = 0;
  for (const auto& entry : std::filesystem::directory_iterator(foreign)) {
    if (entry.path().extension() != ".docx") continue;
    ++documents;
    if (entry.path().string().find("rapport") != std::string::npos)
      check_foreign<SchoolYearReport>(entry.path());
    else
      check_foreign<CommitmentPlan>(entry.path());
  }
  CHECK(documents == 10);
}

namespace {

/// Of the words that a form gives a meaning, how many a proposal gives the same one.
template <class T>
std::pair<std::size_t, std::size_t> agreement(const std::string& name, const DocumentForm& form) {
  const FormProposal proposal = propose_form(type_info<T>(), text_of(foreign / name));
  std::size_t same = 0;
  std::size_t all = 0;
  for (const FormLabel& label : form.labels) {
    if (label.field.empty()) continue;
    for (const ProposedLabel& seen : proposal.labels) {
      std::string words = seen.label.str();
      if (!words.empty() && words.back() == ':') words.pop_back();
      if (words != label.label.str()) continue;
      ++all;
      const std::string meant = label.field.str();
      const std::string found = seen.field.str();
      const bool agrees = found == meant || found + ".text" == meant || found + ".title" == meant ||
                          found + ".name" == meant || meant + ".text" == found;
      if (agrees) ++same;
      INFO(name << ": " << words << " means " << meant << ", proposed " << found);
      // What is called certain is read so already, and must be right.
      if (seen.certainty == Certainty::certain) CHECK(agrees);
      if (!agrees) UNSCOPED_INFO(name << ": " << words << " means " << meant << ", proposed " << found);
      break;
    }
  }
  for (const FormHeading& heading : form.headings) {
    ++all;
    for (const FormHeading& proposed : proposal.form.headings) same += proposed == heading ? 1 : 0;
  }
  return {same, all};
}

DocumentForm form_of(const std::string& policy, std::size_t index) {
  return read_local_policy(text_of(foreign / policy)).value.forms.at(index);
}

}  // namespace

TEST_CASE("most of a template's words are proposed as a person would", "[docx]") {
  std::size_t same = 0;
  std::size_t all = 0;
  const auto add = [&](std::pair<std::size_t, std::size_t> agreement) {
    same += agreement.first;
    all += agreement.second;
  };
  add(agreement<CommitmentPlan>("a1-tallbacken.docx", form_of("policy-a.json", 0)));
  add(agreement<SchoolYearReport>("a4-rapport-tallbacken.docx", form_of("policy-a.json", 1)));
  add(agreement<CommitmentPlan>("b1-lindens.docx", form_of("policy-b.json", 0)));
  add(agreement<CommitmentPlan>("c1-hagens-forskola.docx", form_of("policy-c.json", 0)));
  add(agreement<SchoolYearReport>("c3-rapport-sjoviksskolan.docx", form_of("policy-c.json", 1)));
  INFO(same << " of " << all);
  CHECK(all > 40);
  CHECK(10 * same >= 9 * all);
}
