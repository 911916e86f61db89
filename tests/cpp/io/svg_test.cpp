#include "kvalitet/io/svg.hpp"

#include "cycle/system.hpp"
#include "io/count.hpp"
#include "io/svg/measure.hpp"
#include "kvalitet/base/error.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::vector<EventKind> every_kind{EventKind::dialogue, EventKind::survey, EventKind::meeting, EventKind::document,
                                        EventKind::follow_up};

AnnualCycle vetlandas_year() { return annual_cycle(QualitySystem::builtin("vetlanda-2024"), SchoolYear{2026}); }

}  // namespace

TEST_CASE("Vetlanda's wheel 2026/27 as it stands in the fixture", "[svg]") {
  const auto path = fixtures / "svg" / "vetlanda-2026-27.svg";
  WheelOptions what;
  what.mark = Date(2026, 10, 14);
  const std::string picture = draw_wheel(vetlandas_year(), what).str();
  if (std::getenv("KVALITET_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << picture;
  CHECK(text_of(path) == picture);
  CHECK(draw_wheel(vetlandas_year(), what) == picture);
}

TEST_CASE("a wheel shows dialogues and survey rounds, or the kinds that are asked for", "[svg]") {
  const Text two_kinds = draw_wheel(vetlandas_year());
  CHECK(says(two_kinds, "Processdialog (dialog)"));
  CHECK(says(two_kinds, "oktobermätningen (mätning)"));
  CHECK_FALSE(says(two_kinds, "(möte)"));
  const Text all = draw_wheel(vetlandas_year(), {.kinds = every_kind});
  CHECK(says(all, "Oktobermötet (möte)"));
  CHECK(says(all, "Utan bestämd tid"));
  const Text meetings = draw_wheel(vetlandas_year(), {.kinds = {EventKind::meeting}}, {.language = Language::en});
  CHECK(says(meetings, "The October meeting (meeting)"));
  CHECK_FALSE(says(meetings, "dialogue"));
}

TEST_CASE("a wheel says what goes on on the day that is marked", "[svg]") {
  const auto marked = [](Date day) { return draw_wheel(vetlandas_year(), {.mark = day}); };
  CHECK(says(marked(Date(2026, 10, 14)), "Då pågår: TLD-mätning, oktobermätningen"));
  CHECK(says(marked(Date(2027, 3, 1)), "Då pågår inget av detta."));
  CHECK(says(marked(Date(2028, 3, 1)), "Dagen ligger utanför det som visas."));
}

TEST_CASE("a wheel without events says so", "[svg]") {
  CHECK(says(draw_wheel({days_of(SchoolYear{2026}), {}}), "Här finns inget att visa."));
}

TEST_CASE("nothing in a name becomes an element or an attribute", "[svg]") {
  const std::string name =
      GENERATE(as<std::string>(), "<script>alert(1)</script>", "\"/><text>", "&amp;", "]]>", "<!--", "a\nb",
               "\xE2\x80\xAE"
               "bakvänt",
               "-", "\xF0\x9F\x8E\x93");
  const std::string word(200, 'm');
  for (const std::string& title : {name, name + word, word + " " + name}) {
    AnnualCycle odd = vetlandas_year();
    const std::size_t tags = count(draw_wheel(odd).view(), "<path");
    odd.events.at(1).title = {Text(title), {}};
    odd.organiser = Text(title);
    const Text picture = draw_wheel(odd);
    CHECK(count(picture.view(), "<script") == 0);
    CHECK(count(picture.view(), "<!--") == 0);
    CHECK(count(picture.view(), "<path") == tags);
    CHECK(count(picture.view(), "<text") == count(picture.view(), "</text>"));
    CHECK_FALSE(says(picture, "\xE2\x80\xAE"));
  }
}

TEST_CASE("the frame factor model says what each dialogue looks at, and that this is a reading", "[svg]") {
  const Guideline vetlanda = builtin_guideline("vetlanda-2024");
  const Text picture = draw_frame_factors(vetlanda);
  CHECK(says(picture, "Strukturkvalitet. Förutsättningsdialog. Dialog · september."));
  CHECK(says(picture, "är en tolkning av riktlinjen."));
  CHECK(says(draw_frame_factors(vetlanda, {.language = Language::en}), "Process quality. Process dialogue."));
  Guideline decided = vetlanda;
  for (Dialogue& dialogue : decided.dialogues) dialogue.dimension->basis.origin = Origin::guideline;
  CHECK_FALSE(says(draw_frame_factors(decided), "tolkning"));
}

TEST_CASE("dialogues that look at no quality dimension stand by themselves", "[svg]") {
  Guideline guideline = builtin_guideline("vetlanda-2024");
  guideline.dialogues.at(0).dimension.reset();
  guideline.dialogues.at(1).dimension->id = "no-such";
  const Text picture = draw_frame_factors(guideline);
  CHECK(count(picture.view(), "Ingen dialog ser särskilt på detta.</text>") == 2);
  CHECK(says(picture, "inte är knutna till någon kvalitetsdimension. Förutsättningsdialog"));
  CHECK(says(picture, "Processdialog"));
}

TEST_CASE("the chain keeps actors of one level together and says which questions come round", "[svg]") {
  Guideline guideline = builtin_guideline("vetlanda-2024");
  const Text picture = draw_chain(guideline);
  CHECK(says(picture, "Rektorsnivån. Barn och elever. Pedagoger. Rektor. Här möts nivåerna."));
  CHECK(says(picture, "Hur blev det? Hit hör: Resultatdialog, Läsårsrapport."));
  CHECK(says(picture, "Sedan börjar det om."));
  guideline.improvement_questions.clear();
  CHECK(says(draw_chain(guideline), "Följa upp. Analysera. Planera. Genomföra. Sedan börjar det om."));
  guideline.improvement_steps.resize(1);
  CHECK_FALSE(says(draw_chain(guideline), "Sedan börjar det om."));
  guideline.improvement_steps.clear();
  CHECK_FALSE(says(draw_chain(guideline), "Förbättringsloopen"));
}

TEST_CASE("an actor or a level of a chain that nothing describes goes by its id", "[svg]") {
  Guideline guideline;
  guideline.chain = Chain{{"nobody", "somebody"}, {}};
  guideline.actors = {Actor{"somebody", {" ", {}}, {}, {}}};
  CHECK(says(draw_chain(guideline), "Från nobody till somebody. nobody. somebody."));
}

TEST_CASE("an effect chain says where each activity leads, and what is missing in its place", "[svg]") {
  const auto row = [](const char* title, const char* result, std::vector<Id> effects) {
    Activity activity;
    activity.title = title;
    activity.intended_result = result;
    activity.effects = std::move(effects);
    return activity;
  };
  Commitment reading;
  reading.title = "Läsning";
  reading.expected_effects = {{"a", "Flyt"}, {"b", "Lust"}, {"c", "Mod"}};
  reading.activities = {row("Högläsning", "Vana", {"a", "b", "c"}), row("Bokprat", "", {"c"})};
  CommitmentPlan plan;
  plan.school_year = SchoolYear{2026};
  plan.principal = "Åsa Öberg";
  plan.areas = {{"knowledge", "Kunskaper", {reading}}, {"safety", "Trygghet", {}}};
  const Text picture = draw_effect_chain(plan);
  CHECK(says(picture, "Effektkedja, Åsa Öberg, läsåret 2026/27"));
  CHECK(says(picture, "Luckor i kedjan: 2."));
  CHECK(says(picture, "Högläsning. Ska leda till. Vana. Leder mot tänkt effekt 1–3."));
  CHECK(says(picture, "Bokprat. Lucka: inget sagt om vad aktiviteten ska leda till. Leder mot tänkt effekt 3."));
  CHECK(says(picture, "Tänkt effekt 2. Lust."));
  CHECK(says(picture, "Målområde. Trygghet. Lucka: inget åtagande."));
  plan.years = 2;
  CHECK(says(draw_effect_chain(plan), "Åsa Öberg, augusti 2026 – juli 2028"));
}

TEST_CASE("an effect chain from anywhere is drawn as far as it goes", "[svg]") {
  CHECK(says(draw_effect_chain(EffectChain{}), "Här finns inget att visa."));
  EffectChain odd;
  odd.nodes = {{ChainNodeKind::intended_result, "", ""},
               {ChainNodeKind::expected_effect, "/e", "Flyt"},
               {ChainNodeKind::commitment, "/e", "Läsning"}};
  odd.edges = {{0, 1}, {0, 1}, {1, 2}, {2, 2}};
  odd.gaps = {{ChainGapKind::no_activity, "/e/f/g"}, {ChainGapKind::no_commitment, "h"}};
  const Text picture = draw_effect_chain(odd, {"Någons"});
  CHECK(says(picture, "Effektkedja, Någons"));
  CHECK(says(picture, "(utan text). Lucka: inget åtagande. Leder mot tänkt effekt 1."));
  CHECK(says(picture, "Flyt. Lucka: ingen aktivitet."));
}

TEST_CASE("the system sketch ties levels by dialogues and says what is brought from one to another", "[svg]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const Text picture = draw_system(system, vetlandas_year());
  CHECK(says(picture, "Systemskiss 2026/27, Vetlanda kommun"));
  CHECK(says(picture,
             "Förutsättningsdialog. Dialog · september 2026. Berör: Rektorsnivån, Huvudmannanivån. Rektor har med sig: "
             "Åtagandeplan (klar)."));
  CHECK(says(picture, "Ordnas av representanter från huvudmannanivån, besvaras av barn och elever."));
  CHECK(says(picture, "Januari 2027. Pågår: Processdialog."));
  CHECK(says(picture, "Här börjar arbetet med: Verksamhetsplan."));
  CHECK_FALSE(says(picture, "Åtagandeplan inför"));  // it stands at the dialogue
  CHECK_FALSE(says(picture, "Månatligt möte"));      // within one level
  CHECK(says(picture, "Utan bestämd tid. Verksamhetsrapport."));
}

TEST_CASE("the board has a lane of its own when it is asked for", "[svg]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  const auto with = [&](std::vector<Id> lanes) { return draw_system(system, vetlandas_year(), {std::move(lanes)}); };
  const Text three = with({"principal", "organiser", "board"});
  CHECK(says(three, "Februarimötet. Möte · februari 2027. Berör: Huvudmannanivån, Barn- och utbildningsnämnden."));
  CHECK(says(three, "Månatligt möte, mars."));
  CHECK(says(three, "Barn- och utbildningsförvaltningen har med sig: Verksamhetsplan (klar)."));
  const Text one = with({"board", "board"});
  CHECK(says(one, "Oktobermötet. Möte · oktober 2026. Berör: Barn- och utbildningsnämnden."));
  CHECK_FALSE(says(one, "Processdialog"));
}

TEST_CASE("a system sketch of odd cycles", "[svg]") {
  const QualitySystem system = QualitySystem::builtin("vetlanda-2024");
  CHECK(says(draw_system(system, {days_of(SchoolYear{2026}), {}}), "Här finns inget att visa."));
  AnnualCycle odd = vetlandas_year();
  odd.events.resize(2);
  odd.events[0].start = Date(2020, 1, 1);
  odd.events[0].end = Date(1999, 1, 1);
  odd.events[1].actors.clear();
  odd.events[1].levels = {"no-such"};
  odd.events[0].kind = odd.events[1].kind = EventKind::dialogue;
  const Text picture = draw_system(system, odd);
  CHECK(says(picture, odd.events[0].title.sv.str()));
  CHECK(says(picture, odd.events[1].title.sv.str()));
  QualitySystem bare = system;
  bare.guideline.levels.clear();
  CHECK(says(draw_system(bare, vetlandas_year()), "Processdialog"));
  odd.period = {Date(2000, 1, 1), Date(2010, 1, 31)};
  CHECK_NOTHROW(draw_system(system, odd));
  odd.period = {Date(2000, 1, 1), Date(2010, 2, 1)};
  CHECK_THROWS_AS(draw_system(system, odd), UsageError);
}

TEST_CASE("several pictures on one page have ids of their own", "[svg]") {
  const Text picture = draw_wheel(vetlandas_year(), {}, {.id_prefix = "hjul-2"});
  CHECK(says(picture, "id=\"hjul-2\""));
  CHECK(says(picture, "aria-labelledby=\"hjul-2-title hjul-2-desc\""));
  CHECK_FALSE(says(picture, "kvalitet-wheel"));
}

TEST_CASE("text is broken into lines that are no wider than their room, and nothing of it is lost", "[svg]") {
  const double width = GENERATE(20.0, 60.0, 300.0);
  const std::string text = GENERATE(as<std::string>(), "Förutsättningsdialog", "en två tre fyra fem sex sju åtta",
                                    "Verksamhetsplan/Verksamhetsrapport – utkast", std::string(200, 'W'), "   ", "");
  const svg::Font font{11, true};
  std::string joined;
  for (const std::string& line : svg::wrapped(text, width, font)) {
    CHECK(svg::width_of(line, font) <= width);
    joined += line;
  }
  const auto without_spaces = [](std::string s) {
    s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
    return s;
  };
  CHECK(without_spaces(joined) == without_spaces(svg::plain(text)));
}

TEST_CASE("a letter and what stands on it are one, however narrow the line", "[svg]") {
  const std::vector<std::string> lines = svg::wrapped(
      "a\xCC\x8A"
      "o\xCC\x88",
      5, {11, false});
  CHECK(lines == std::vector<std::string>{"a\xCC\x8A", "o\xCC\x88"});
}

TEST_CASE("a name of a megabyte is broken as readily as many short ones", "[svg]") {
  const std::string word(1 << 20, 'm');
  const std::vector<std::string> lines = svg::wrapped(word, 300, {11, false});
  std::size_t letters = 0;
  for (const std::string& line : lines) letters += line.size();
  CHECK(letters == word.size());
  CHECK(lines.size() > word.size() / 40);
}
