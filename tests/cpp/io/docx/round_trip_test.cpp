// Whatever a record holds, the document that is written of it says, and reading says it again.
#include "io/docx/package.hpp"
#include "io/random_values.hpp"
#include "kvalitet/dialogues/session.hpp"
#include "kvalitet/documents/impact_assessment.hpp"
#include "kvalitet/documents/operational_plan.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/json.hpp"
#include "kvalitet/model/deviations.hpp"
#include "kvalitet/model/matter.hpp"
#include "kvalitet/model/measure.hpp"
#include "kvalitet/model/municipality.hpp"

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>

using namespace kvalitet;

namespace {

/// Cuts out all that begins and ends so. A regular expression would recurse once for each character.
void cut_all(std::string& text, std::string_view begin, std::string_view end) {
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at))
    text.erase(at, text.find(end, at + begin.size()) + end.size() - at);
}

/// The document without any content control: what they hold stays.
std::string without_controls(const std::string& bytes) {
  const docx::Package package(bytes);
  std::string main = package.read(package.main_part());
  cut_all(main, "<w:sdtPr>", "</w:sdtPr>");
  for (const std::string_view tag : {"<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>"})
    cut_all(main, tag, {});
  return package.with({{package.main_part(), main}});
}

template <class T>
void check_read(const T& record, const std::string& bytes, const char* what) {
  const Read<T> read = read_docx<T>(bytes);
  if (read.value == record) {
    CHECK(read.reading.unplaced.empty());
    return;
  }
  INFO(what);
  for (const Change& change : diff(record, read.value)) UNSCOPED_INFO(change.message.en.str());
  for (const Finding& finding : read.reading.findings) UNSCOPED_INFO(finding.message.en.str());
  FAIL("the document says something else");
}

}  // namespace

TEMPLATE_TEST_CASE("a document says what it was written of", "[docx]", CommitmentPlan, SchoolYearReport,
                   OperationalPlan, OperationalReport, ImpactAssessment, DialogueSession, Matters, Measures, Deviations,
                   Municipality) {
  kvalitet_test::RandomValues random(20260604);
  for (int i = 0; i < 60; ++i) {
    TestType record;
    if (i > 0) random.fill(type_info<TestType>(), &record, 3);
    record.format_version = 1 + static_cast<int>(random.up_to(1));
    DocxOptions options;
    options.language = i % 2 == 0 ? Language::sv : Language::en;
    options.help = i % 3 == 0;
    const std::string bytes = write_docx(record, options);
    check_read(record, bytes, "as written");
    check_read(record, without_controls(bytes), "without controls");
    const WrittenBack same = write_back(record, bytes);
    CHECK(same.docx == bytes);
    CHECK(same.left.empty());
  }
}

TEMPLATE_TEST_CASE("a record is written into the document of another", "[docx]", CommitmentPlan, SchoolYearReport,
                   OperationalPlan, OperationalReport, ImpactAssessment, DialogueSession, Matters, Measures,
                   Deviations) {
  kvalitet_test::RandomValues random(20260605);
  for (int i = 0; i < 60; ++i) {
    TestType before;
    TestType after;
    if (i > 0) random.fill(type_info<TestType>(), &before, 3);
    after = before;
    random.fill(type_info<TestType>(), &after, 1);  // lists grow, values change
    before.format_version = after.format_version = 1;
    const std::string bytes = write_docx(before);
    const WrittenBack written = write_back(after, bytes);
    if (!written.left.empty()) {
      for (const Change& change : written.left) UNSCOPED_INFO(change.message.en.str());
      for (const Finding& finding : read_docx<TestType>(written.docx).reading.findings)
        UNSCOPED_INFO(finding.message.en.str());
      FAIL("it had no place for everything");
    }
    const WrittenBack back = write_back(before, written.docx);
    CHECK(back.left.empty());
  }
}

TEST_CASE("a row that says what stands above its column is no header pasted in again", "[docx]") {
  CommitmentPlan plan;
  plan.areas = {GoalArea{{}, Text("Läsning"), {Commitment{}}}};
  plan.areas[0].commitments[0].expected_effects = {ExpectedEffect{{}, Text(Describe<ExpectedEffect>::label.sv)}};
  CHECK(read_docx<CommitmentPlan>(write_docx(plan)).value == plan);
}

TEST_CASE("a place in a document is its paragraph", "[docx]") {
  CommitmentPlan plan;
  plan.principal = Text("Karin Påfund");
  plan.areas = {GoalArea{"knowledge", Text("Kunskaper"), {Commitment{}, Commitment{}}}};
  plan.areas[0].commitments[1].activities = {Activity{Text("Läsa"), {}, {}, {}, {}, {}}};
  const auto read = read_docx<CommitmentPlan>(write_docx(plan));
  REQUIRE(read.value == plan);
  const auto paragraph = [&](const char* pointer) { return read.reading.places.find(pointer).value().paragraph; };
  CHECK(paragraph("/principal") < paragraph("/areas/0"));
  CHECK(paragraph("/areas/0/title") == paragraph("/areas/0"));
  CHECK(paragraph("/areas/0") < paragraph("/areas/0/commitments/0"));
  CHECK(paragraph("/areas/0/commitments/0") < paragraph("/areas/0/commitments/1"));
  CHECK(paragraph("/areas/0/commitments/1") < paragraph("/areas/0/commitments/1/activities/0/title"));
}

TEST_CASE("a plan is written into a template with room for less", "[docx]") {
  const std::string blank = write_docx(CommitmentPlan());
  CommitmentPlan plan;
  for (const char* area : {"Kunskaper", "Trygghet", "Delaktighet"}) {
    GoalArea& added = plan.areas.emplace_back();
    added.title = Text(area);
    for (const char* commitment : {"Ett", "Två"}) {
      added.commitments.emplace_back().title = Text(std::string(area) + ' ' + commitment);
      added.commitments.back().activities = {Activity{Text("Läsa"), {}, {}, {}, {}, {}}};
    }
  }
  const WrittenBack written = write_back(plan, blank);
  CHECK(written.left.empty());
  CHECK(read_docx<CommitmentPlan>(written.docx).value == plan);
  CommitmentPlan fewer = plan;
  fewer.areas.resize(1);
  const std::string one = write_docx(fewer);
  CHECK(write_back(plan, one).left.empty());
  fewer.areas[0].commitments.clear();
  CHECK(write_back(plan, write_docx(fewer)).left.empty());
}
