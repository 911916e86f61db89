#pragma once
// A guideline and a policy of a few lines with nothing wrong in them.
#include "kvalitet/guideline/local_policy.hpp"

inline kvalitet::Basis quoted(const char* quote) {
  kvalitet::Basis basis;
  basis.origin = kvalitet::Origin::guideline;
  basis.modal = kvalitet::Modal::shall;
  basis.citation = kvalitet::Citation{"1", "Dialog", quote};
  return basis;
}

inline kvalitet::Basis local() {
  kvalitet::Basis basis;
  basis.modal = kvalitet::Modal::shall;
  return basis;
}

inline kvalitet::Guideline tiny_guideline() {
  using namespace kvalitet;
  Guideline g;
  g.id = "tiny";
  g.title = {"Liten riktlinje", "Tiny guideline"};
  g.organiser = "Exempelby kommun";
  g.decided.by = "Nämnden";
  g.excerpt = true;  // few of its sentences have a duty or a rule
  g.valid_from = Date(2024, 1, 1);
  g.text = {Passage{"1", "Dialog", {"Välkommen. Rektor har en dialog i september. Planen ska vara med.", "Kunskaper"}},
            Passage{"2", "Slut", {"Tack!"}}};
  g.informative = {Citation{"1", "Dialog", "Välkommen."}, Citation{"2", "Slut", "Tack!"}};
  g.levels = {Concept{"principal", {"Rektorsnivån", "The principal level"}, {}, {}},
              Concept{"organiser", {"Huvudmannanivån", "The organiser level"}, {}, {}}};
  g.actors = {Actor{"head", {"Rektor", "Principal"}, "principal", local()}};
  g.improvement_questions = {Concept{"where-to", {"Vart ska vi?", "Where to?"}, {}, {}}};
  g.quality_dimensions = {Concept{"structure", {"Struktur", "Structure"}, {}, {}}};
  g.goal_areas = {Concept{"knowledge", {"Kunskaper", "Knowledge"}, {}, quoted("Kunskaper")}};

  Dialogue talk;
  talk.id = "talk";
  talk.title = {"Dialog", "Dialogue"};
  talk.between = {"principal", "organiser"};
  talk.timing.windows = {Window{Id(), {}, MonthDay{9, 0}, MonthDay{9, 0}}};
  talk.participants = {Participant{"head", 1, 4, false, local()}};
  talk.brings = {Bring{"plan", DocumentState::complete, "head", quoted("Planen ska vara med.")}};
  talk.dimension = Link{"structure", local()};
  talk.question = Link{"where-to", local()};
  talk.basis = quoted("Rektor har en dialog i september.");
  g.dialogues = {talk};

  Document plan;
  plan.id = "plan";
  plan.kind = DocumentKind::commitment_plan;
  plan.title = {"Plan", "Plan"};
  plan.owner = "head";
  plan.basis = local();
  g.documents = {plan};

  Rule rule;
  rule.id = "knowledge";
  rule.check = Check::goal_areas_included;
  rule.document = "plan";
  rule.title = {"Kunskaper är med.", "Knowledge is there."};
  rule.areas = {"knowledge"};
  rule.basis = quoted("Kunskaper");
  g.rules = {rule};
  g.open_questions = {
      OpenQuestion{"preschool", {"Gäller det förskolan?", "Preschools?"}, "knowledge", {SchoolForm::FS}, local()}};
  return g;
}

inline kvalitet::LocalPolicy tiny_policy() {
  using namespace kvalitet;
  LocalPolicy p;
  p.id = "tiny-local";
  p.guideline = "tiny";
  p.bookings = {Booking{"talk", {}, Period{Date(2026, 9, 1), Date(2026, 9, 30)}, {}}};
  p.due_dates = {DueDate{"plan", MonthDay{9, 15}}};
  p.audiences = {Audience{"talk", {"head"}}};
  p.answers = {Answer{"preschool", true, Decision{"Nämnden", {}, {}}}};
  p.local_days = {LocalDay{Date(2026, 5, 15), "klämdag"}};
  Rule rule;
  rule.id = "one-commitment";
  rule.check = Check::commitments_counted;
  rule.document = "plan";
  rule.title = {"Minst ett åtagande.", "At least one commitment."};
  rule.min = 1;
  rule.basis = local();
  p.rules = {rule};
  return p;
}
