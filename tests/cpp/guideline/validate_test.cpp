// Each way in which a guideline or a policy can fail to hold together, from one that does.
#include "kvalitet/guideline/validate.hpp"

#include "guideline/tiny.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace kvalitet;

namespace {

using Found = std::vector<std::string>;

/// What is found, as `code pointer`.
Found codes(const std::vector<Finding>& findings) {
  Found found;
  for (const Finding& finding : findings) {
    CHECK(finding.rule == finding.code);
    CHECK_FALSE(finding.hint.sv.empty());
    found.push_back(finding.code.str() + " " + finding.pointer.str());
  }
  return found;
}

Found guideline(const std::function<void(Guideline&)>& change) {
  Guideline guideline = tiny_guideline();
  change(guideline);
  return codes(validate(guideline));
}

Found policy(const std::function<void(LocalPolicy&)>& change) {
  LocalPolicy policy = tiny_policy();
  change(policy);
  return codes(validate(policy, tiny_guideline()));
}

SchoolYearDates school_year() {
  SchoolYearDates dates;
  dates.year = SchoolYear{2026};
  dates.autumn_term = Period{Date(2026, 8, 18), Date(2026, 12, 18)};
  dates.spring_term = Period{Date(2027, 1, 11), Date(2027, 6, 11)};
  dates.breaks = {Break{"höstlov", Period{Date(2026, 10, 26), Date(2026, 10, 30)}},
                  Break{"sportlov", Period{Date(2027, 2, 15), Date(2027, 2, 19)}}};
  return dates;
}

}  // namespace

TEST_CASE("nothing is wrong with a sound guideline and policy", "[validate]") {
  CHECK(guideline([](Guideline&) {}).empty());
  CHECK(policy([](LocalPolicy&) {}).empty());
}

TEST_CASE("references must lead somewhere", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.actors[0].level = "moon"; }) ==
        Found{"guideline.unknown-reference /actors/0/level"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].between[1] = "moon"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/between/1"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].invited_by = "moon"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/invited_by"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].participants[0].actor = "moon"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/participants/0/actor"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].brings[0].document = "talk"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/brings/0/document"});
  CHECK(guideline([](Guideline& g) {
          g.dialogues[0].starts = {"plan", "moon"};
        }) == Found{"guideline.unknown-reference /dialogues/0/starts/1"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].dimension->id = "where-to"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/dimension/id"});
  CHECK(guideline([](Guideline& g) {
          g.documents[0].question = Link{"structure", local()};
        }) == Found{"guideline.unknown-reference /documents/0/question/id"});
  CHECK(guideline([](Guideline& g) {
          g.duties = {Duty{"d", "head", {"Gör", "Do"}, "moon", {}, {}, {}, local()}};
        }) == Found{"guideline.unknown-reference /duties/0/about"});
  CHECK(guideline([](Guideline& g) { g.rules[0].areas = {"moon"}; }) ==
        Found{"guideline.unknown-reference /rules/0/areas/0"});
  CHECK(guideline([](Guideline& g) { g.open_questions[0].rule = "moon"; }) ==
        Found{"guideline.unknown-reference /open_questions/0/rule"});
}

TEST_CASE("things of several kinds are scheduled, and a rule may mean a meeting", "[validate]") {
  CHECK(guideline([](Guideline& g) {
          g.meetings = {g.dialogues[0]};
          g.meetings[0].id = "board";
          g.surveys = {Survey{"survey", {"Enkät", "Survey"}, {}, {}, {}, {}, {}, {}, {}, local()}};
          for (const char* id : {"talk", "board", "plan", "survey"})
            g.duties.push_back(Duty{Id(std::string("about-") + id), "head", {"Gör", "Do"}, id, {}, {}, {}, local()});
          g.rules[0].dialogue = "board";
        }).empty());
}

TEST_CASE("a message says what may stand there", "[validate]") {
  Guideline g = tiny_guideline();
  g.duties = {Duty{"d", "head", {"Gör", "Do"}, "moon", {}, {}, {}, local()}};
  const Finding finding = validate(g).at(0);
  CHECK(finding.message.sv ==
        "”Hör till” hänvisar till ”moon”, som inte finns under ”dialoger, möten, dokument och mätningar”.");
  CHECK(finding.hint.en == "Choose one of: Dialogue (talk), Plan (plan).");
  CHECK(finding.severity == Severity::error);
  g.duties.clear();
  g.rules[0].areas = {"moon"};
  CHECK(validate(g).at(0).message.en.str() == "“Goal areas” refers to “moon”, which is not among “Goal areas”.");
  g.goal_areas.clear();
  CHECK(validate(g).at(0).hint.sv == "Välj något av: –.");
  for (int i = 0; i < 20; ++i)
    g.goal_areas.push_back(Concept{Id("area-" + std::to_string(i)), {"Område", "Area"}, {}, {}});
  CHECK(validate(g).at(0).hint.sv.view().find(", ….") != std::string_view::npos);
}

TEST_CASE("people are told titles, and ids where they edit the file", "[validate]") {
  const auto only = [](const std::vector<Finding>& findings) {
    REQUIRE(findings.size() == 1);
    return findings[0];
  };
  Guideline g = tiny_guideline();
  g.rules[0].basis.modal.reset();
  CHECK(only(validate(g)).message.sv == "Det framgår inte hur starkt regeln ”Kunskaper är med.” binder.");
  CHECK(only(validate(g)).where ==
        Localised{"Regel 1 (Kunskaper är med.), grund", "Rule 1 (Knowledge is there.), basis"});
  g.rules[0].title = {};
  CHECK(only(validate(g)).message.en == "How strongly the rule “knowledge” binds is not said.");
  g = tiny_guideline();
  g.documents[0].id = "talk";
  CHECK(validate(g).at(1).message.sv == "Kortnamnet ”talk” används redan: Dialoger, nr 1 (Dialog).");

  LocalPolicy p = tiny_policy();
  p.guideline = "another";
  CHECK(only(validate(p, tiny_guideline())).message.en ==
        "The policy is for a guideline called “another” in the file, not for Tiny guideline (“tiny” in the file).");
  p = tiny_policy();
  p.rules[0].basis.origin = Origin::law;
  p.rules[0].basis.reading = {"skollagen", "the Education Act"};
  const Finding finding = only(validate(p, tiny_guideline()));
  CHECK(finding.message.sv.view().find("”Minst ett åtagande.”") != std::string_view::npos);
  CHECK(finding.where.sv == "Regel 1 (Minst ett åtagande.), grund, ursprung");
  g = tiny_guideline();
  g.dialogues[0].timing.windows[0].id = "autumn";
  g.dialogues[0].timing.windows[0].title = {"På hösten", ""};
  p = tiny_policy();
  p.bookings[0].window = "spring";
  CHECK(only(validate(p, g)).hint.en == "Choose one of: På hösten (autumn).");
}

TEST_CASE("an id is written and names one thing", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.id = Id(); }) == Found{"guideline.empty-id /id"});
  CHECK(guideline([](Guideline& g) {
          g.levels.push_back(Concept{{}, {"Ny", "New"}, {}, {}});
        }) == Found{"guideline.empty-id /levels/2/id"});
  CHECK(guideline([](Guideline& g) { g.levels.push_back(g.levels[0]); }) ==
        Found{"guideline.duplicate-id /levels/2/id"});
  CHECK(guideline([](Guideline& g) {
          g.success_factors = {FactorSet{"set", {"Faktorer", "Factors"}, {g.levels[0], g.levels[0]}, local()}};
        }) == Found{"guideline.duplicate-id /success_factors/0/factors/1/id"});
  CHECK(guideline([](Guideline& g) { g.documents[0].id = "talk"; }) ==
        Found{"guideline.unknown-reference /dialogues/0/brings/0/document", "guideline.duplicate-id /documents/0/id",
              "guideline.unknown-reference /rules/0/document"});
}

TEST_CASE("a basis says what it rests on", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.documents[0].basis.origin = Origin::guideline; }) ==
        Found{"guideline.citation-missing /documents/0/basis"});
  CHECK(guideline([](Guideline& g) { g.documents[0].basis.origin = Origin::interpretation; }) ==
        Found{"guideline.citation-missing /documents/0/basis", "guideline.reading-missing /documents/0/basis"});
  CHECK(guideline([](Guideline& g) { g.goal_areas[0].basis.origin = Origin::local_policy; }) ==
        Found{"guideline.citation-not-allowed /goal_areas/0/basis/citation"});
  CHECK(guideline([](Guideline& g) {
          g.documents[0].basis.also = {Citation{"1", "Dialog", "Kunskaper"}};
        }) == Found{"guideline.citation-not-allowed /documents/0/basis/also"});
  CHECK(guideline([](Guideline& g) { g.documents[0].basis.origin = Origin::law; }) ==
        Found{"guideline.reading-missing /documents/0/basis"});
  CHECK(guideline([](Guideline& g) {
          g.documents[0].basis.origin = Origin::law;
          g.documents[0].basis.reading = {"skollagen (2010:800) 4 kap. 3 §", ""};
        }).empty());
}

TEST_CASE("a quote stands where it is said to stand", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.citation->quote = "kunskaper"; }) ==
        Found{"guideline.quote-not-found /rules/0/basis/citation/quote"});
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.citation->quote = ""; }) ==
        Found{"guideline.quote-not-found /rules/0/basis/citation/quote"});
  CHECK(guideline([](Guideline& g) {
          g.informative.push_back(Citation{"1", "Dialog", "Hej"});
        }) == Found{"guideline.quote-not-found /informative/2/quote"});
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.citation->heading = "Slut"; }) ==
        Found{"guideline.quote-elsewhere /rules/0/basis/citation"});
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.citation->section = "2"; }) ==
        Found{"guideline.quote-elsewhere /rules/0/basis/citation"});
}

TEST_CASE("a citation is a paraphrase when its passage is", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.text[0].paraphrase = true; }) ==
        Found{"guideline.paraphrase-differs /informative/0",
              "guideline.paraphrase-differs /goal_areas/0/basis/citation",
              "guideline.paraphrase-differs /dialogues/0/brings/0/basis/citation",
              "guideline.paraphrase-differs /dialogues/0/basis/citation",
              "guideline.paraphrase-differs /rules/0/basis/citation"});
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.citation->paraphrase = true; }) ==
        Found{"guideline.paraphrase-differs /rules/0/basis/citation"});
  CHECK(guideline([](Guideline& g) {
          g.text[1].paraphrase = true;
          g.informative[1].paraphrase = true;
        }).empty());
  CHECK(guideline([](Guideline& g) {  // the same words under the same heading, once in summary
          g.text.push_back(Passage{"1", "Dialog", {"Kunskaper"}, true});
          g.rules[0].basis.citation->paraphrase = true;
        })
            .empty());
}

TEST_CASE("a rule has what its check needs", "[validate]") {
  CHECK(guideline([](Guideline& g) { g.rules[0].basis.modal.reset(); }) ==
        Found{"guideline.modal-missing /rules/0/basis"});
  CHECK(guideline([](Guideline& g) { g.rules[0].areas.clear(); }) == Found{"guideline.parameter-missing /rules/0"});
  CHECK(guideline([](Guideline& g) { g.rules[0].check = Check::brought_to_dialogue; }) ==
        Found{"guideline.parameter-missing /rules/0"});
  for (const Check check : {Check::goal_areas_counted, Check::commitments_counted, Check::effects_counted,
                            Check::activities_counted, Check::follow_ups_recorded}) {
    CHECK(guideline([&](Guideline& g) { g.rules[0].check = check; }) == Found{"guideline.parameter-missing /rules/0"});
    CHECK(guideline([&](Guideline& g) {
            g.rules[0].check = check;
            g.rules[0].basis.modal = Modal::may;
          }).empty());
    CHECK(guideline([&](Guideline& g) {
            g.rules[0].check = check;
            g.rules[0].min = 0;
          }).empty());
  }
  for (const Check check : {Check::results_stated, Check::effect_chain_unbroken, Check::principal_named,
                            Check::units_named, Check::dates_within_year})
    CHECK(guideline([&](Guideline& g) { g.rules[0].check = check; }).empty());
}

TEST_CASE("numbers do not contradict each other", "[validate]") {
  CHECK(guideline([](Guideline& g) {
          g.rules[0].min = 3;
          g.rules[0].max = 2;
        }) == Found{"guideline.min-above-max /rules/0/min"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].participants[0].min = 5; }) ==
        Found{"guideline.min-above-max /dialogues/0/participants/0/min"});
  CHECK(guideline([](Guideline& g) { g.rules[0].min = g.rules[0].max = 2; }).empty());
  CHECK(guideline([](Guideline& g) { g.dialogues[0].between.pop_back(); }) ==
        Found{"guideline.between-not-two /dialogues/0/between"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].between.clear(); }).empty());
  CHECK(guideline([](Guideline& g) { g.dialogues[0].between[1] = "principal"; }).empty());
}

TEST_CASE("times can be understood", "[validate]") {
  CHECK(guideline([](Guideline& g) {
          g.dialogues[0].timing.windows.push_back(Window{"spring", {}, MonthDay{5, 0}, MonthDay{6, 0}});
        }) == Found{"guideline.window-without-id /dialogues/0/timing/windows/0"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].timing.every_years = 0; }) ==
        Found{"guideline.every-years-zero /dialogues/0/timing/every_years"});
  CHECK(guideline([](Guideline& g) { g.dialogues[0].timing.every_years = 3; }) ==
        Found{"guideline.first-year-missing /dialogues/0/timing"});
  CHECK(guideline([](Guideline& g) {
          g.dialogues[0].timing.every_years = 3;
          g.dialogues[0].timing.first_year = 2024;
        }).empty());
  CHECK(guideline([](Guideline& g) { g.documents[0].years = 0; }) == Found{"guideline.no-years /documents/0/years"});
  CHECK(guideline([](Guideline& g) { g.documents[0].years = 3; }).empty());
  CHECK(guideline([](Guideline& g) { g.valid_to = Date(2023, 12, 31); }) ==
        Found{"guideline.ends-before-start /valid_to"});
  CHECK(guideline([](Guideline& g) { g.valid_to = g.valid_from; }).empty());
  CHECK(guideline([](Guideline& g) { g.format_version = 2; }) == Found{"guideline.unknown-format /format_version"});
}

TEST_CASE("a sentence that nothing accounts for is a warning", "[validate]") {
  Guideline g = tiny_guideline();
  g.text[1].paragraphs.push_back("Ingen säger detta. Tack!");
  const auto findings = validate(g);
  CHECK(codes(findings) == Found{"guideline.sentence-unaccounted /text/1/paragraphs/1"});
  CHECK(findings.at(0).severity == Severity::warning);
  CHECK(findings.at(0).message.sv ==
        "Ingenting i riktlinjens data svarar mot meningen ”Ingen säger detta.” (2, Slut).");
}

TEST_CASE("findings come in document order", "[validate]") {
  CHECK(guideline([](Guideline& g) {
          g.rules[0].basis.modal.reset();
          g.rules[0].document = "moon";
          g.rules[0].min = 2;
          g.rules[0].max = 1;
          g.text[1].paragraphs.push_back("Nytt.");
          g.valid_to = Date(2020, 1, 1);
          g.format_version = 7;
          g.open_questions[0].rule = "moon";
        }) == Found{"guideline.unknown-format /format_version", "guideline.ends-before-start /valid_to",
                    "guideline.sentence-unaccounted /text/1/paragraphs/1",
                    "guideline.unknown-reference /rules/0/document", "guideline.min-above-max /rules/0/min",
                    "guideline.modal-missing /rules/0/basis", "guideline.unknown-reference /open_questions/0/rule"});
}

TEST_CASE("a policy is for its guideline", "[validate]") {
  CHECK(policy([](LocalPolicy& p) { p.guideline = "another"; }) == Found{"policy.another-guideline /guideline"});
  CHECK(policy([](LocalPolicy& p) { p.format_version = 0; }) == Found{"guideline.unknown-format /format_version"});
  CHECK(policy([](LocalPolicy& p) { p.due_dates[0].document = "talk"; }) ==
        Found{"guideline.unknown-reference /due_dates/0/document"});
  CHECK(policy([](LocalPolicy& p) { p.answers[0].question = "moon"; }) ==
        Found{"guideline.unknown-reference /answers/0/question"});
  CHECK(policy([](LocalPolicy& p) { p.audiences[0].actors = {"moon"}; }) ==
        Found{"guideline.unknown-reference /audiences/0/actors/0"});
  CHECK(policy([](LocalPolicy& p) { p.next_steps = 0; }).empty());
}

TEST_CASE("a policy's limits for free text are no lower than practice", "[validate]") {
  CHECK(policy([](LocalPolicy& p) {
          p.free_text = {4, 10};
        }) == Found{"policy.free-text-limit-low /free_text/fewest_pupils"});
  CHECK(policy([](LocalPolicy& p) {
          p.free_text = {5, 9};
        }) == Found{"policy.free-text-limit-low /free_text/smallest_group"});
  CHECK(policy([](LocalPolicy& p) { p.free_text = {20, 20}; }).empty());
}

TEST_CASE("a policy's rules and goal areas are its own", "[validate]") {
  CHECK(policy([](LocalPolicy& p) { p.rules[0].basis = quoted("Kunskaper"); }) ==
        Found{"policy.rule-not-local /rules/0/basis/origin"});
  CHECK(policy([](LocalPolicy& p) { p.rules[0].id = "knowledge"; }) == Found{"policy.id-taken /rules/0/id"});
  CHECK(policy([](LocalPolicy& p) {
          p.goal_areas = {Concept{"knowledge", {"K", "K"}, {}, {}}};
        }) == Found{"policy.id-taken /goal_areas/0/id"});
  CHECK(policy([](LocalPolicy& p) {
          p.goal_areas = {Concept{"health", {"Hälsa", "Health"}, {}, {}}};
          p.rules[0].check = Check::goal_areas_included;
          p.rules[0].areas = {"health", "knowledge"};
        }).empty());
}

TEST_CASE("a document is booked when it is brought somewhere", "[validate]") {
  const auto booked = [](Date day) {
    return policy([&](LocalPolicy& p) {
      p.bookings[0] = Booking{"plan", {}, Period{day, day}, {}};
      p.due_dates.clear();
    });
  };
  CHECK(booked(Date(2026, 9, 30)).empty());
  CHECK(booked(Date(2026, 10, 1)) == Found{"policy.booking-outside-window /bookings/0/days"});
}

TEST_CASE("a booking lies within a window", "[validate]") {
  const auto booked = [](Date start, Date end) {
    return policy([&](LocalPolicy& p) { p.bookings[0].days = Period{start, end}; });
  };
  CHECK(booked(Date(2026, 9, 30), Date(2026, 9, 30)).empty());
  CHECK(booked(Date(2026, 9, 30), Date(2026, 10, 1)) == Found{"policy.booking-outside-window /bookings/0/days"});
  CHECK(booked(Date(2026, 8, 31), Date(2026, 9, 1)) == Found{"policy.booking-outside-window /bookings/0/days"});
  CHECK(booked(Date(2026, 9, 1), Date(2027, 9, 30)) == Found{"policy.booking-outside-window /bookings/0/days"});
  CHECK(booked(Date(2026, 9, 2), Date(2026, 9, 1)) == Found{"policy.booking-reversed /bookings/0/days"});
  CHECK(booked(Date(1400, 1, 1), Date(1400, 1, 1)) == Found{"policy.booking-outside-window /bookings/0/days"});
  CHECK(policy([](LocalPolicy& p) { p.bookings[0].event = "moon"; }) ==
        Found{"guideline.unknown-reference /bookings/0/event"});
  CHECK(policy([](LocalPolicy& p) { p.bookings[0].window = "autumn"; }) ==
        Found{"policy.unknown-window /bookings/0/window"});
}

TEST_CASE("a window may cross New Year, and a booking may name one of several", "[validate]") {
  Guideline g = tiny_guideline();
  g.dialogues[0].timing.windows = {Window{"winter", {}, MonthDay{11, 0}, MonthDay{2, 0}},
                                   Window{"spring", {}, MonthDay{5, 0}, MonthDay{6, 0}}};
  const auto booked = [&](const char* window, Date day) {
    LocalPolicy p = tiny_policy();
    p.due_dates.clear();
    p.bookings[0] = Booking{"talk", window == nullptr ? Id() : Id(window), Period{day, day}, {}};
    return codes(validate(p, g));
  };
  CHECK(booked(nullptr, Date(2027, 11, 1)).empty());
  CHECK(booked(nullptr, Date(2028, 2, 29)).empty());
  CHECK(booked("winter", Date(2027, 1, 15)).empty());
  CHECK(booked("spring", Date(2027, 5, 14)).empty());
  CHECK(booked("spring", Date(2027, 1, 15)) == Found{"policy.booking-outside-window /bookings/0/days"});
  CHECK(booked("autumn", Date(2027, 1, 15)) == Found{"policy.unknown-window /bookings/0/window"});

  LocalPolicy p = tiny_policy();
  p.bookings[0] = Booking{"talk", {}, Period{Date(2027, 4, 1), Date(2027, 4, 1)}, {}};
  const Finding finding = validate(p, g).at(0);
  CHECK(finding.message.sv ==
        "”Dialog” är bokad 2027-04-01 – 2027-04-01, utanför den tid som riktlinjen anger: "
        "2026-11-01 – 2027-02-28, 2027-05-01 – 2027-06-30.");
}

TEST_CASE("somebody works on one of the days of a booking", "[validate]") {
  const auto booked = [](Date start, Date end) {
    return policy([&](LocalPolicy& p) {
      p.bookings[0].days = Period{start, end};
      p.local_days = {LocalDay{Date(2026, 9, 3), "planeringsdag"}, LocalDay{Date(2026, 9, 4), "planeringsdag"}};
    });
  };
  const Found off{"policy.booking-without-working-day /bookings/0/days"};
  CHECK(booked(Date(2026, 9, 2), Date(2026, 9, 2)).empty());
  CHECK(booked(Date(2026, 9, 3), Date(2026, 9, 3)) == off);
  CHECK(booked(Date(2026, 9, 5), Date(2026, 9, 5)) == off);
  CHECK(booked(Date(2026, 9, 3), Date(2026, 9, 6)) == off);
  CHECK(booked(Date(2026, 9, 2), Date(2026, 9, 6)).empty());  // starts on a working day
  CHECK(booked(Date(2026, 9, 5), Date(2026, 9, 7)).empty());  // ends on one
  CHECK(booked(Date(2026, 9, 1), Date(2026, 9, 30)).empty());
  CHECK(booked(Date(2026, 9, 6), Date(2026, 9, 5)) == Found{"policy.booking-reversed /bookings/0/days"});
  CHECK(booked(Date(2101, 9, 3), Date(2101, 9, 3)) == Found{"policy.booking-outside-window /bookings/0/days"});

  Guideline g = tiny_guideline();
  g.dialogues[0].timing.windows.clear();
  LocalPolicy p = tiny_policy();
  const auto message = [&](Date start, Date end) {
    p.bookings[0].days = Period{start, end};
    const auto findings = validate(p, g);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::warning);
    return findings[0].message;
  };
  CHECK(message(Date(2026, 12, 25), Date(2026, 12, 25)) ==
        Localised{"”Dialog” är bokad 2026-12-25 (juldagen), men det är ingen arbetsdag.",
                  "“Dialogue” is booked 2026-12-25 (public holiday), but that is not a working day."});
  CHECK(message(Date(2026, 12, 25), Date(2026, 12, 26)) ==
        Localised{"”Dialog” är bokad 2026-12-25 – 2026-12-26, men ingen av de dagarna är en arbetsdag.",
                  "“Dialogue” is booked 2026-12-25 – 2026-12-26, but none of those days is a working day."});
  CHECK(message(Date(2026, 11, 28), Date(2026, 11, 28)).sv.view().find("(lördag)") != std::string_view::npos);
  CHECK(message(Date(2026, 5, 15), Date(2026, 5, 15)).sv.view().find("(klämdag)") != std::string_view::npos);
}

TEST_CASE("a due date lies within a window of its document", "[validate]") {
  Guideline g = tiny_guideline();
  const auto due = [&](MonthDay on) {
    LocalPolicy p = tiny_policy();
    p.due_dates = {DueDate{"plan", on}};
    return codes(validate(p, g));
  };
  const Found outside{"policy.due-date-outside-window /due_dates/0/on"};
  // As brought to a dialogue in September.
  CHECK(due({9, 1}).empty());
  CHECK(due({9, 0}).empty());
  CHECK(due({8, 31}) == outside);
  CHECK(due({10, 1}) == outside);
  // And to a meeting around New Year.
  g.meetings = {g.dialogues[0]};
  g.meetings[0].id = "board";
  g.meetings[0].timing.windows = {Window{Id(), {}, MonthDay{12, 15}, MonthDay{2, 0}}};
  CHECK(due({8, 31}) == outside);
  CHECK(due({12, 14}) == outside);
  CHECK(due({1, 10}).empty());
  CHECK(due({2, 29}).empty());
  CHECK(due({3, 1}) == outside);
  LocalPolicy p = tiny_policy();
  p.due_dates = {DueDate{"plan", MonthDay{8, 31}}};
  const Finding finding = validate(p, g).at(0);
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.message ==
        Localised{"Sista dagen för ”Plan” är 31 augusti, utanför den tid som riktlinjen anger: september, "
                  "15 december – februari.",
                  "The due date of “Plan” is 31 August, outside the time that the guideline gives: September, "
                  "15 December – February."});
  // A meeting at any time of the year.
  g.meetings[0].timing.windows.clear();
  CHECK(due({8, 31}).empty());
  // The document's own time counts alone.
  g.documents[0].timing = Timing{};
  g.documents[0].timing->windows = {Window{Id(), {}, MonthDay{6, 0}, MonthDay{6, 0}}};
  CHECK(due({6, 15}).empty());
  CHECK(due({9, 15}) == outside);
  g.documents[0].timing->windows.clear();
  CHECK(due({9, 15}).empty());
}

TEST_CASE("days and months exist", "[validate]") {
  CHECK(policy([](LocalPolicy& p) { p.months_without_meeting = {1, 12}; }).empty());
  CHECK(policy([](LocalPolicy& p) {
          p.months_without_meeting = {0, 7, 13};
        }) == Found{"policy.month-out-of-range /months_without_meeting/0",
                    "policy.month-out-of-range /months_without_meeting/2"});
  CHECK(policy([](LocalPolicy& p) {
          p.local_days.push_back(LocalDay{Date(2101, 1, 3), "dag"});
        }) == Found{"policy.day-outside-calendar /local_days/1/date"});
}

TEST_CASE("school years are held against the law", "[validate]") {
  CHECK(policy([](LocalPolicy& p) { p.school_years = {school_year()}; }).empty());
  LocalPolicy p = tiny_policy();
  p.school_years = {school_year()};
  for (const int day : {1, 2, 3, 4, 7, 8}) p.school_years[0].staff_training_days.push_back(*make_date(2026, 9, day));
  const Finding finding = validate(p, tiny_guideline()).at(0);
  CHECK(finding.code == "calendar.too-many-training-days");
  CHECK(finding.pointer == "/school_years/0");
  REQUIRE(finding.basis.has_value());
  CHECK(finding.basis->origin == Origin::law);
  CHECK(finding.basis->modal == Modal::shall);
  CHECK(finding.basis->reading ==
        Localised{"skolförordningen (2011:185) 3 kap. 2 §", "the School Ordinance (2011:185), chapter 3, section 2"});
  CHECK(finding.message.en.view().find(finding.basis->reading.en) != std::string_view::npos);

  CHECK(policy([](LocalPolicy& q) {
          q.school_years = {school_year()};
          q.school_years[0].breaks[1].days.end = Date(2027, 2, 1);
          q.school_years[0].staff_training_days = {Date(2026, 9, 21), Date(2026, 9, 20)};
        }) == Found{"calendar.break-reversed /school_years/0/breaks/1",
                    "calendar.training-day-not-working /school_years/0/staff_training_days/1"});
  CHECK(policy([](LocalPolicy& q) {
          q.school_years = {school_year()};
          q.school_years[0].year = SchoolYear{2100};
        }) == Found{"calendar.school-year-not-covered /school_years/0"});
}
