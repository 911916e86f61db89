#include "kvalitet/io/csv.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/base/value.hpp"
#include "kvalitet/documents/follow_ups.hpp"
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/duties.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

/// A bit of everything that a record can hold.
struct Everything {
  Text words;
  Localised title;
  int count = 0;
  bool is_known = false;
  std::optional<int> limit;
  Value share;
  Severity severity = Severity::error;
  std::optional<Date> day;
  Data data;
  std::vector<SchoolForm> forms;
  std::vector<Bring> brings;
  std::optional<Place> place;
};

struct OneText {
  Text text;
};

}  // namespace

namespace kvalitet {

template <>
struct Describe<Everything> {
  static constexpr std::string_view name = "Everything";
  static constexpr Label label{"Allt", "Everything"};
  static constexpr std::string_view meaning = "A bit of everything.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"words", &T::words, Label{"Ord", "Words"}, "Words."},
      Field{"title", &T::title, Label{"Titel", "Title"}, "A title."},
      Field{"count", &T::count, Label{"Antal", "Count"}, "A count."},
      Field{"is_known", &T::is_known, Label{"Känd", "Known"}, "Known."},
      Field{"limit", &T::limit, Label{"Gräns", "Limit"}, "A limit."},
      Field{"share", &T::share, Label{"Andel", "Share"}, "A share."},
      Field{"severity", &T::severity, Label{"Allvar", "Severity"}, "How serious."},
      Field{"day", &T::day, Label{"Dag", "Day"}, "A day."},
      Field{"data", &T::data, Label{"Uppgifter", "Data"}, "Data."},
      Field{"forms", &T::forms, Label{"Skolformer", "School forms"}, "School forms."},
      Field{"brings", &T::brings, Label{"Har med sig", "Brings"}, "What is brought."},
      Field{"place", &T::place, Label{"Plats", "Place"}, "Where."},
  };
};

template <>
struct Describe<OneText> {
  static constexpr std::string_view name = "OneText";
  static constexpr Label label{"En text", "One text"};
  static constexpr std::string_view meaning = "A text.";
  template <class T>
  static constexpr auto fields = std::tuple{Field{"text", &T::text, Label{"Text", "Text"}, "A text."}};
};

}  // namespace kvalitet

namespace {

constexpr CsvOptions plain{Language::sv, CsvDialect::rfc4180, CsvNames::keys, {}};

Everything full() {
  Everything all;
  all.words = "Hej";
  all.title = {"Läsning", "Reading"};
  all.count = 7;
  all.is_known = true;
  all.limit = 3;
  all.share = Value::number(-12.5);
  all.severity = Severity::advice;
  all.day = Date(2026, 9, 1);
  all.data = {{"max", std::int64_t{3}}, {"name", Text("Å")}};
  all.forms = {SchoolForm::GR, SchoolForm::FS};
  Bring bring;
  bring.by = "principal";
  bring.document = "commitment-plan";
  bring.state = DocumentState::complete;
  all.brings = {bring, bring};
  all.place = Place{4, 2};
  return all;
}

/// What the cell of a text looks like in a table of nothing else.
std::string cell_of(const char* text, CsvDialect dialect) {
  const std::string csv = to_csv(std::vector<OneText>{{text}}, {.dialect = dialect});
  const std::size_t start = csv.find("\r\n") + 2;
  return csv.substr(start, csv.size() - start - 2);
}

std::string code_of(std::string_view each) {
  try {
    (void)to_csv(std::vector<CommitmentPlan>{}, {.each = each});
  } catch (const UsageError& error) {
    return error.message().en.str() + " " + error.hint().en.str();
  }
  return "none";
}

}  // namespace

TEST_CASE("a column for each field, in the order of the description", "[csv]") {
  CHECK(
      to_csv(std::vector<Everything>{full(), {}}, plain) ==
      "words,title,count,is_known,limit,share,severity,day,data,forms,brings,place.line,place.column,place.paragraph\r\n"
      "Hej,Läsning,7,true,3,-12.5,advice,2026-09-01,max=3 | name=Å,GR | FS,"
      "\"commitment-plan, complete, principal, local_policy | commitment-plan, complete, principal, local_policy\",4,2,0\r\n"
      ",,0,false,,.,error,,,,,,,\r\n");
}

TEST_CASE("what a Swedish Excel opens as it is", "[csv]") {
  CHECK(
      to_csv(std::vector<Everything>{full()}) ==
      "\xEF\xBB\xBFwords;title;count;is_known;limit;share;severity;day;data;forms;brings;place.line;place.column;place.paragraph\r\n"
      "Hej;Läsning;7;true;3;-12,5;advice;2026-09-01;max=3 | name=Å;GR | FS;"
      "commitment-plan, complete, principal, local_policy | commitment-plan, complete, principal, local_policy;4;2;0\r\n");
  Everything rounded;
  rounded.share = Value::approximate(99.5);
  CHECK(to_csv(std::vector<Everything>{rounded}).find(";~99,5;") != std::string::npos);
  rounded.share = Value::suppressed();
  CHECK(to_csv(std::vector<Everything>{rounded}).find(";..;") != std::string::npos);
}

TEST_CASE("in words for people, in the language asked for", "[csv]") {
  const auto in = [](Language language) {
    return to_csv(std::vector<Everything>{full()}, {language, CsvDialect::rfc4180, CsvNames::labels, {}});
  };
  const std::string sv = in(Language::sv);
  CHECK(sv.find("Ord,Titel,Antal,Känd,") == 0);
  CHECK(sv.find("\"Plats, rad\",\"Plats, tecken\"") != std::string::npos);
  CHECK(sv.find("Hej,Läsning,7,ja,3,-12.5,råd,2026-09-01,") != std::string::npos);
  const std::string en = in(Language::en);
  CHECK(en.find("\"Place, line\",\"Place, column\"") != std::string::npos);
  CHECK(en.find("Hej,Reading,7,yes,3,-12.5,advice,2026-09-01,") != std::string::npos);
}

TEST_CASE("separators, quotation marks and line breaks are kept", "[csv]") {
  for (const CsvDialect dialect : {CsvDialect::excel, CsvDialect::rfc4180}) {
    const bool excel = dialect == CsvDialect::excel;
    CHECK(cell_of("a,b", dialect) == (excel ? "a,b" : "\"a,b\""));
    CHECK(cell_of("a;b", dialect) == (excel ? "\"a;b\"" : "a;b"));
    CHECK(cell_of("säg \"hej\"", dialect) == "\"säg \"\"hej\"\"\"");
    CHECK(cell_of("rad 1\nrad 2\r\nrad 3\r", dialect) == "\"rad 1\nrad 2\r\nrad 3\r\"");
    CHECK(cell_of(" a ", dialect) == " a ");
    CHECK(cell_of("", dialect) == "\"\"");
  }
}

TEST_CASE("no words are a formula in a spreadsheet", "[csv]") {
  for (const char* text : {"=1+1", "+46", "- punkt", "@SUM(A1)"}) {
    CHECK(cell_of(text, CsvDialect::excel) == "'" + std::string(text));
    CHECK(cell_of(text, CsvDialect::rfc4180) == text);
  }
  CHECK(cell_of("\t=1", CsvDialect::excel) == "'\t=1");
  CHECK(cell_of("\r=1", CsvDialect::excel) == "\"'\r=1\"");
  CHECK(cell_of("\n=1", CsvDialect::excel) == "\"'\n=1\"");
  CHECK(cell_of("1-1", CsvDialect::excel) == "1-1");
  CHECK(cell_of("”=1”", CsvDialect::excel) == "”=1”");
  // What is put together of words too, and no number of named data.
  Everything all;
  all.data = {{"=x", std::int64_t{-1}}};
  CHECK(to_csv(std::vector<Everything>{all}).find(";'=x=-1;") != std::string::npos);
}

TEST_CASE("a row for each item of a list, with what is around it", "[csv]") {
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  plan.areas = {{"knowledge", "Kunskaper", {}}, {{}, "Trygghet", {}}};
  Commitment commitment;
  commitment.title = "Vi läser";
  commitment.activities = {{"Läsa", "Flyt", "Bo", {}, {}, {}}, {"Skriva", {}, {}, Date(2026, 9, 1), {}, {}}};
  plan.areas[0].commitments = {{}, commitment};
  const std::string csv = to_csv(std::vector<CommitmentPlan>{plan, plan},
                                 {Language::sv, CsvDialect::rfc4180, CsvNames::keys, "areas.commitments.activities"});
  const std::string row = ",knowledge,Kunskaper,,Vi läser,,,";
  const std::string heading = csv.substr(0, csv.find("\r\n"));
  CHECK(heading ==
        "format_version,school_year,years,principal,units,state,areas.kind,areas.title,areas.commitments.id,"
        "areas.commitments.title,areas.commitments.reason,areas.commitments.expected_effects,"
        "areas.commitments.activities.title,areas.commitments.activities.intended_result,"
        "areas.commitments.activities.responsible,areas.commitments.activities.start,areas.commitments.activities.end,"
        "areas.commitments.activities.effects,areas.commitments.follow_ups,areas.commitments.tags,deviations");
  const std::string two = "1,2026/27,1,,,begun" + row + "Läsa,Flyt,Bo,,,,,,\r\n" +  //
                          "1,2026/27,1,,,begun" + row + "Skriva,,,2026-09-01,,,,,\r\n";
  CHECK(csv == heading + "\r\n" + two + two);
  CHECK(to_csv(std::vector<CommitmentPlan>{plan}, {.each = "areas"}).find("knowledge;Kunskaper;Vi läser;") !=
        std::string::npos);
}

TEST_CASE("a list within a record within a record", "[csv]") {
  Finding finding;
  finding.basis = Basis{};
  finding.basis->also = {{"5", "Dialoger", "Ett", false}, {"6", "Oktobermötet", "Två", false}};
  const std::string csv = to_csv(std::vector<Finding>{finding, {}}, {.each = "basis.also"});
  CHECK(csv.find(";basis.also.quote;") != std::string::npos);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);  // the second finding rests on nothing
}

TEST_CASE("a way to no list says where it ends and what leads on", "[csv]") {
  CHECK(code_of("areas.comitments") ==
        "The path “areas.comitments” leads to no list of records: GoalArea has none called “comitments”. Ways on from "
        "there: commitments.");
  CHECK(code_of("principal").find("CommitmentPlan has none called “principal”.") != std::string::npos);
  CHECK(code_of("areas.commitments.activities.effects").find("Ways on from there: –.") != std::string::npos);
  for (const char* way : {".", "areas.", ".areas", "areas..commitments", "areas.0"}) CHECK(code_of(way) != "none");
  CHECK(code_of("areas") == "none");
  CHECK(code_of("") == "none");
}

TEST_CASE("the lists of a year", "[csv]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  const std::string events = to_csv(cycle.events, plain);
  CHECK(events.find("id,kind,type,title,start,end,start_time,dated,") == 0);
  CHECK(events.find("\r\nsurvey:tld:october:2026-27,survey,tld,\"TLD-mätning, oktobermätningen\",2026-10-01,") !=
        std::string::npos);
  CHECK(to_csv(duties(system, cycle), plain).find("duty,actor,what,event,from,due,proof,") == 0);
}
