#include "guideline/validation.hpp"

#include "base/document_order.hpp"
#include "base/finding_list.hpp"
#include "base/format_version.hpp"
#include "base/pointer.hpp"
#include "base/words.hpp"
#include "kvalitet/base/place_in_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace kvalitet {
namespace {

Datum number(std::size_t value) { return static_cast<std::int64_t>(value); }
Datum number(int value) { return std::int64_t{value}; }
Datum text(std::string_view words) { return Text(words); }

constexpr Label summary{"ett sammandrag", "a summary"};
constexpr Label own_words{"riktlinjens egna ord", "the guideline's own words"};

Label origin_label(Origin origin) {
  for (const auto& choice : Describe<Origin>::values)
    if (choice.value == origin) return choice.label;
  return {};
}

Label check_label(Check check) {
  for (const auto& choice : Describe<Check>::values)
    if (choice.value == check) return choice.label;
  return {};
}

/// What a check cannot do without: its key and what to call it.
struct Parameter {
  std::string_view key;
  Label words;
};

std::optional<Parameter> missing_parameter(const Rule& rule) {
  const bool permission = rule.basis.modal == Modal::may;
  switch (rule.check) {
    case Check::goal_areas_included:
      if (rule.areas.empty())
        return Parameter{"areas", {"vilka målområden det gäller", "which goal areas it is about"}};
      break;
    case Check::brought_to_dialogue:
    case Check::session_composed:
    case Check::session_within_window:
    case Check::documents_brought:
      if (rule.dialogue.empty())
        return Parameter{"dialogue", {"vilken dialog det gäller", "which dialogue it is about"}};
      break;
    case Check::follow_ups_recorded:
      if (!rule.min && !permission) return Parameter{"min", {"ett minsta antal", "a smallest number"}};
      break;
    case Check::goal_areas_counted:
    case Check::commitments_counted:
    case Check::effects_counted:
    case Check::activities_counted:
    case Check::goals_counted:
      if (!rule.min && !rule.max && !permission)
        return Parameter{"min / max", {"ett minsta eller ett högsta antal", "a smallest or a largest number"}};
      break;
    case Check::goals_tied:
      if (rule.tag_set.empty())
        return Parameter{"tag_set", {"vilken uppsättning mål det gäller", "which set of goals it is about"}};
      break;
    default: break;
  }
  return std::nullopt;
}

const FieldInfo* id_field(const TypeInfo& type) {
  for (const FieldInfo& field : type.fields)
    if (field.key == "id") return &field;
  return nullptr;
}

}  // namespace

void Validation::report(std::string_view code, std::string pointer, Data data, Severity severity) {
  report(make_finding(code, severity, Text(std::move(pointer)), std::move(data)));
}

void Validation::report_duplicate(const Id& id, const std::string& first, std::string pointer) {
  const Localised where = place_in_words(type_, object_, first);
  report("guideline.duplicate-id", std::move(pointer),
         {{"id", text(id)}, {"first", text(first)}, {"first_sv", where.sv}, {"first_en", where.en}});
}

void Validation::check_format_version(int version) {
  if (version != known_format_version)
    report("guideline.unknown-format", "/format_version",
           {{"version", number(version)}, {"known", number(known_format_version)}});
}

void Validation::check(const Visit& visit) {
  if (const auto* id = visit.as<Id>()) return check_id(visit, *id);
  if (const auto* citation = visit.as<Citation>()) return check_citation(visit, *citation);
  if (const auto* basis = visit.as<Basis>()) return check_basis(visit, *basis);
  if (const auto* link = visit.as<Link>()) return check_link(visit, *link);
  if (const auto* timing = visit.as<Timing>()) return check_timing(visit, *timing);
  if (const auto* rule = visit.as<Rule>()) return check_rule(visit, *rule);
  if (const auto* participant = visit.as<Participant>()) return check_limits(visit, participant->min, participant->max);
  if (const auto* dialogue = visit.as<Dialogue>()) return check_levels(visit, *dialogue);
  if (const auto* document = visit.as<Document>()) return check_document(visit, *document);
  if (visit.type.kind == TypeInfo::Kind::list) check_duplicates(visit);
}

void Validation::check_id(const Visit& visit, const Id& id) {
  if (id.empty())
    report("guideline.empty-id", visit.pointer,
           {{"label_sv", text(visit.field->label.sv)}, {"label_en", text(visit.field->label.en)}});
  else if (!visit.field->refers_to.empty())
    check_reference(visit.field->refers_to, id, visit.field->label, visit.pointer);
}

void Validation::check_reference(std::string_view collection, const Id& id, Label field, std::string pointer) {
  if (names_.has(collection, id)) return;
  const Label among = names_.label(collection);
  const Localised known = names_.list(collection);
  report("guideline.unknown-reference", std::move(pointer),
         {{"id", text(id)},
          {"label_sv", text(field.sv)},
          {"label_en", text(field.en)},
          {"among_sv", text(among.sv)},
          {"among_en", text(among.en)},
          {"known_sv", known.sv},
          {"known_en", known.en}});
}

void Validation::check_duplicates(const Visit& visit) {
  const FieldInfo* const field = id_field(*visit.type.element);
  if (field == nullptr) return;
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < visit.type.size(visit.value); ++i) {
    const Id& id = *static_cast<const Id*>(field->in(visit.type.item(visit.value, i)));
    if (id.empty()) continue;
    const auto [before, is_new] = first.emplace(id, i);
    if (!is_new)
      report_duplicate(id, make_pointer(visit.pointer, before->second), make_pointer(visit.pointer, i, field->key));
  }
}

void Validation::check_basis(const Visit& visit, const Basis& basis) {
  const Label origin = origin_label(basis.origin);
  const Data data{{"origin_sv", text(origin.sv)}, {"origin_en", text(origin.en)}};
  const bool from_text = basis.origin == Origin::guideline || basis.origin == Origin::interpretation;
  if (from_text && !basis.citation) report("guideline.citation-missing", visit.pointer, data);
  if (!from_text && (basis.citation || !basis.also.empty()))
    report("guideline.citation-not-allowed", make_pointer(visit.pointer, basis.citation ? "citation" : "also"), data);
  if ((basis.origin == Origin::interpretation || basis.origin == Origin::law) && basis.reading.sv.empty())
    report("guideline.reading-missing", visit.pointer, data);
}

void Validation::check_citation(const Visit& visit, const Citation& citation) {
  const std::vector<std::size_t> quoted = sentences_.quoted(citation);
  if (!quoted.empty()) return check_paraphrase(visit, citation, quoted);
  const Passage* const passage = sentences_.passage_with(citation.quote);
  if (passage == nullptr)
    return report("guideline.quote-not-found", visit.pointer + "/quote", {{"quote", citation.quote}});
  report("guideline.quote-elsewhere", visit.pointer,
         {{"quote", citation.quote},
          {"section", citation.section},
          {"heading", citation.heading},
          {"found_section", passage->section},
          {"found_heading", passage->heading}});
}

/// A finding carries its citation but not the passage, so that each has the mark; they must not contradict each other.
void Validation::check_paraphrase(const Visit& visit, const Citation& citation,
                                  const std::vector<std::size_t>& quoted) {
  if (std::any_of(quoted.begin(), quoted.end(), [&](std::size_t sentence) {
        return sentences_.passage_of(sentence).paraphrase == citation.paraphrase;
      }))
    return;
  const Label given = citation.paraphrase ? summary : own_words;
  const Label found = citation.paraphrase ? own_words : summary;
  report("guideline.paraphrase-differs", visit.pointer,
         {{"heading", citation.heading},
          {"given_sv", text(given.sv)},
          {"given_en", text(given.en)},
          {"found_sv", text(found.sv)},
          {"found_en", text(found.en)}});
}

void Validation::check_link(const Visit& visit, const Link& link) {
  if (!link.id.empty())  // otherwise it is said of the id itself
    check_reference(visit.field->refers_to, link.id, visit.field->label, visit.pointer + "/id");
}

void Validation::check_limits(const Visit& visit, std::optional<int> min, std::optional<int> max) {
  if (min && max && *min > *max)
    report("guideline.min-above-max", visit.pointer + "/min", {{"min", number(*min)}, {"max", number(*max)}});
}

void Validation::check_levels(const Visit& visit, const Dialogue& dialogue) {
  if (!dialogue.between.empty() && dialogue.between.size() != 2)
    report("guideline.between-not-two", visit.pointer + "/between", {{"count", number(dialogue.between.size())}});
}

void Validation::check_document(const Visit& visit, const Document& document) {
  if (document.years && *document.years < 1) report("guideline.no-years", visit.pointer + "/years", {});
}

void Validation::check_timing(const Visit& visit, const Timing& timing) {
  if (timing.windows.size() > 1) {
    for (std::size_t i = 0; i < timing.windows.size(); ++i)
      if (timing.windows[i].id.empty())
        report("guideline.window-without-id", make_pointer(visit.pointer, "windows", i),
               {{"count", number(timing.windows.size())}});
  }
  if (timing.every_years < 1) report("guideline.every-years-zero", visit.pointer + "/every_years", {});
  if (timing.every_years > 1 && !timing.first_year)
    report("guideline.first-year-missing", visit.pointer, {{"years", number(timing.every_years)}});
}

void Validation::check_rule(const Visit& visit, const Rule& rule) {
  check_limits(visit, rule.min, rule.max);
  const Localised title = title_or_id({rule.title, rule.id});
  if (const auto parameter = missing_parameter(rule)) {
    const Label check = check_label(rule.check);
    report("guideline.parameter-missing", visit.pointer,
           {{"rule", text(rule.id)},
            {"title_sv", title.sv},
            {"title_en", title.en},
            {"check_sv", text(check.sv)},
            {"check_en", text(check.en)},
            {"parameter_sv", text(parameter->words.sv)},
            {"parameter_en", text(parameter->words.en)},
            {"key", text(parameter->key)}});
  }
  if (!rule.basis.modal)
    report("guideline.modal-missing", visit.pointer + "/basis",
           {{"rule", text(rule.id)}, {"title_sv", title.sv}, {"title_en", title.en}});
}

std::vector<Finding> Validation::found() && {
  sort_in_document_order(findings_, type_);
  say_where(findings_, type_, object_);
  return std::move(findings_);
}

}  // namespace kvalitet
