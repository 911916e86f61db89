#include "rules/common.hpp"

#include "cycle/ready_by.hpp"
#include "kvalitet/base/type_info.hpp"

namespace kvalitet {
namespace {

/// How far the rule's document must have come at the rule's dialogue, if anybody brings it there.
std::optional<DocumentState> state_needed(const Rule& rule, const Guideline& guideline, Localised& title) {
  for (const auto* meetings : {&guideline.dialogues, &guideline.meetings})
    for (const Dialogue& dialogue : *meetings) {
      if (dialogue.id != rule.dialogue) continue;
      for (const Bring& bring : dialogue.brings)
        if (bring.document == rule.document) {
          title = dialogue.title;
          return bring.state;
        }
    }
  return std::nullopt;
}

}  // namespace

Data where(const Noun& noun, const Text& title, std::size_t index) {
  if (is_blank(title)) {
    const std::string at = ' ' + std::to_string(index + 1);
    return {{"where_sv", Text(std::string(noun.plain.sv) + at)}, {"where_en", Text(std::string(noun.plain.en) + at)}};
  }
  return {{"where_sv", Text(std::string(noun.definite.sv) + ' ' + title.str())},
          {"where_en", Text(std::string(noun.definite.en) + ' ' + title.str())}};
}

Data where_in(const Label& noun, std::size_t index, const Data& around) {
  const std::string at = ' ' + std::to_string(index + 1);
  return {{"where_sv", Text(std::string(noun.sv) + at + " i " + std::get<Text>(around[0].second).str())},
          {"where_en", Text(std::string(noun.en) + at + " in " + std::get<Text>(around[1].second).str())}};
}

void principal_named(RuleContext& context) {
  const Text* const principal = context.document.principal();
  if (principal != nullptr)
    require_text(context, *principal, "check.no-principal", [] { return Spot{"/principal", {}}; });
}

void units_named(RuleContext& context) {
  const std::vector<Unit>* const units = context.document.units();
  if (units == nullptr) return;
  context.judged();
  if (units->empty()) context.report("check.no-units", "/units", {});
}

void brought_to_dialogue(RuleContext& context) {
  Localised title;
  const auto needed = state_needed(context.rule, context.system.guideline, title);
  const auto state = context.document.state();
  if (!needed || !state) return;
  if (*state >= *needed) {
    context.judged();
    return;
  }
  const auto year = context.document.year();
  const auto due = year ? ready_by(context.system, *year, context.rule.document, context.rule.dialogue) : std::nullopt;
  if (!due || context.as_of <= *due) return;
  context.judged();
  const TypeInfo& states = type_info<DocumentState>();
  const Label has = states.choices[states.choice(&*state)].label;
  const Label wants = states.choices[states.choice(&*needed)].label;
  context.report("check.not-ready-for-dialogue", "/state",
                 {{"dialogue_sv", title.sv},
                  {"dialogue_en", title.en},
                  {"due", Text(to_string(*due))},
                  {"state_sv", Text(has.sv)},
                  {"state_en", Text(has.en)},
                  {"needed_sv", Text(wants.sv)},
                  {"needed_en", Text(wants.en)}});
}

}  // namespace kvalitet
