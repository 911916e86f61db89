// Findings about the texts of a document: where, and never the words.
#include "disclosure/sentences.hpp"
#include "kvalitet/io/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

CommitmentPlan plan_with(const std::string& reason) {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  plan.principal = "Karin Påhittad";
  Commitment commitment;
  commitment.title = "Alla elever läser med flyt";
  commitment.reason = reason;
  plan.areas = {GoalArea{"knowledge", "Kunskaper", {commitment}}};
  return plan;
}

}  // namespace

TEST_CASE("findings say where in the document and in the text", "[free-text]") {
  CommitmentPlan plan = plan_with("I våras nådde 2 av 7 elever målen.");
  plan.areas[0].commitments[0].follow_ups.push_back({{}, "Anna fick F i matematik.", "Numret är 121212-1212.", {}, {}});
  const auto findings = review_free_text(plan);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].code == "privacy.few-of-group");
  CHECK(findings[0].rule == findings[0].code);
  CHECK(findings[0].pointer == "/areas/0/commitments/0/reason");
  CHECK(findings[0].severity == Severity::advice);
  CHECK(findings[0].data.at(0) == std::pair<Text, Datum>("start", std::int64_t{14}));
  CHECK(findings[0].data.at(1) == std::pair<Text, Datum>("length", std::int64_t{13}));
  CHECK(findings[0].message.sv.str().find("från tecken 15") != std::string::npos);
  REQUIRE(findings[0].basis);
  CHECK(findings[0].basis->origin == Origin::local_policy);
  CHECK(findings[1].code == "privacy.judged-name");
  CHECK(findings[1].pointer == "/areas/0/commitments/0/follow_ups/0/text");
  CHECK(findings[2].code == "privacy.identity-number");
  CHECK(findings[2].severity == Severity::warning);
}

TEST_CASE("findings of what was read have their places", "[free-text]") {
  const auto read = read_commitment_plan(R"({"format_version": 1, "school_year": "2026/27",
  "areas": [{"title": "Tre elever saknar betyg"}]})");
  const auto findings = review_free_text(read);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place == Place{2, 23});
}

TEST_CASE("findings never repeat the words", "[free-text]") {
  for (const Sentence& sentence : sensitive_sentences()) {
    const std::string json = to_json(review_free_text(plan_with(sentence.words)));
    INFO(json);
    CHECK(json.find("privacy.") != std::string::npos);
    for (const FreeTextHit& hit : read_free_text(sentence.words))
      if (hit.words.str().size() > 3) CHECK(json.find(hit.words.str()) == std::string::npos);
    for (const char* name : {"Anna", "Elin", "Hugo", "Emil", "Torkelina", "1212", "070"})
      CHECK(json.find(name) == std::string::npos);
  }
}

TEST_CASE("what differs in the words only gives the same findings", "[free-text]") {
  CHECK(review_free_text(plan_with("Anna fick F i matematik.")) ==
        review_free_text(plan_with("Elin fick D i matematik.")));
  CHECK(review_free_text(plan_with("2 av 7 elever")) == review_free_text(plan_with("3 av 9 elever")));
  CHECK(review_free_text(plan_with("Numret 121212-1212")) == review_free_text(plan_with("Numret 900101+9802")));
}

TEST_CASE("names where names belong ask for no review", "[free-text]") {
  CommitmentPlan plan = plan_with("Var fjärde elev behövde läsa om provet.");
  plan.areas[0].commitments[0].activities.push_back({"Bedöma tillsammans", "", "Anna Exempel, lärare", {}, {}, {}});
  Deviation deviation;
  deviation.decided_by = "Skolchefen Bo Exempel";
  deviation.reason = "Två skolor blir en.";
  plan.deviations = {deviation};
  CHECK(review_free_text(plan).empty());
}

TEST_CASE("the example plans ask for no review", "[free-text]") {
  for (const char* name : {"complete", "flawed"}) {
    const auto path = std::filesystem::path(KVALITET_SOURCE_DIR) / "examples/plans" / (std::string(name) + ".json");
    CHECK(review_free_text(read_commitment_plan(text_of(path))).empty());
  }
}

TEST_CASE("texts in the data of findings are read too", "[free-text]") {
  Finding finding;
  finding.data = {{"where", Text("Anna fick F")}, {"count", std::int64_t{3}}};
  const auto findings = review_free_text(finding);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].pointer == "/data/where");
}

TEST_CASE("of too many findings the first and the last are kept", "[free-text]") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Tre elever saknar betyg. ";
  const auto findings = review_free_text(plan_with(text));
  CHECK(findings.size() == ReadLimits{}.findings);
  CHECK(findings[findings.size() - 2].code == "read.more-findings");
}
