#include "base/finding_list.hpp"
#include "base/pointer.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/base/type_info.hpp"
#include "survey/counted.hpp"

#include <algorithm>
#include <string>

namespace kvalitet {
namespace {

const SurveyItem* find(const std::vector<SurveyItem>& items, const Id& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const SurveyItem& one) { return one.id == id; });
  return found == items.end() ? nullptr : &*found;
}

/// What is another, and what it was and is.
struct Difference {
  Label what;
  Localised before;
  Localised after;
};

Localised same(std::string_view words) { return {Text(words), Text(words)}; }

Localised words_of(const AnswerScale* scale) {
  Localised words;
  if (scale == nullptr) return words;
  for (const AnswerLevel& level : scale->levels) {
    const std::string separator = words.sv.empty() ? "" : ", ";
    words.sv = Text(words.sv.str() + separator + std::to_string(level.code) + ' ' + folded_title(level.label.sv));
    words.en = Text(words.en.str() + separator + std::to_string(level.code) + ' ' +
                    folded_title(level.label.in(Language::en)));
  }
  return words;
}

Localised words_of(const std::vector<Respondents>& respondents) {
  if (respondents.empty()) return {Text("alla"), Text("everybody")};
  std::string sv;
  std::string en;
  for (const Respondents& one : respondents) {
    const Shown words = show(type_info<Respondents>(), &one);
    sv += (sv.empty() ? "" : "; ") + words.sv;
    en += (en.empty() ? "" : "; ") + words.en;
  }
  return {Text(sv), Text(en)};
}

Localised words_of(bool reversed) {
  return reversed ? Localised{Text("omvänd"), Text("reversed")} : Localised{Text("rak"), Text("straight")};
}

std::optional<Difference> wording_changed(const SurveyItem& was, const SurveyItem& is) {
  for (const Wording& after : is.wordings) {
    const Wording* other = nullptr;  // for the same respondents in the same language
    bool stays = false;
    for (const Wording& before : was.wordings) {
      if (after.language != before.language || after.respondents != before.respondents) continue;
      other = &before;
      stays = stays || folded_title(after.text) == folded_title(before.text);
    }
    if (other != nullptr && !stays)
      return Difference{
          {"ordalydelsen är en annan", "the wording is another"}, same(cut(other->text)), same(cut(after.text))};
  }
  return std::nullopt;
}

std::optional<Difference> changed(const SurveyInstrument& before, const SurveyItem& was, const SurveyInstrument& after,
                                  const SurveyItem& is) {
  if (auto wording = wording_changed(was, is)) return wording;
  const Localised scale_before = words_of(scale_of(before, was));
  const Localised scale_after = words_of(scale_of(after, is));
  if (scale_before.sv != scale_after.sv)
    return Difference{{"skalan är en annan", "the scale is another"}, scale_before, scale_after};
  if (was.reversed != is.reversed)
    return Difference{
        {"riktningen är en annan", "the direction is another"}, words_of(was.reversed), words_of(is.reversed)};
  if (was.area != is.area)
    return Difference{{"området är ett annat", "the area is another"}, same(was.area), same(is.area)};
  if (was.respondents != is.respondents)
    return Difference{{"de som får den är andra", "those who are asked are others"},
                      words_of(was.respondents),
                      words_of(is.respondents)};
  return std::nullopt;
}

}  // namespace

std::vector<Finding> trend_breaks(const SurveyInstrument& before, const SurveyInstrument& after) {
  std::vector<Finding> breaks;
  const auto add = [&](std::string_view code, std::string pointer, const SurveyItem& item, Data data = {}) {
    data.insert(data.begin(), {Text("item"), Text(item.id)});
    data.emplace_back("before", before.version);
    data.emplace_back("after", after.version);
    breaks.push_back(make_finding(code, Severity::warning, Text(std::move(pointer)), std::move(data)));
  };
  for (std::size_t i = 0; i < after.items.size(); ++i) {
    const SurveyItem& is = after.items[i];
    const SurveyItem* const was = find(before.items, is.id);
    if (was == nullptr) {
      add("survey.item-new", make_pointer("", "items", i), is);
    } else if (const auto difference = changed(before, *was, after, is)) {
      add("survey.item-changed", make_pointer("", "items", i), is,
          {{Text("what_sv"), Text(difference->what.sv)},
           {Text("what_en"), Text(difference->what.en)},
           {Text("was_sv"), difference->before.sv},
           {Text("was_en"), difference->before.en},
           {Text("is_sv"), difference->after.sv},
           {Text("is_en"), difference->after.en}});
    }
  }
  for (const SurveyItem& was : before.items)
    if (find(after.items, was.id) == nullptr) add("survey.item-gone", "", was);
  say_where(breaks, type_info<SurveyInstrument>(), &after);
  return breaks;
}

}  // namespace kvalitet
