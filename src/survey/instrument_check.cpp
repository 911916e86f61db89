#include "base/finding_list.hpp"
#include "base/format_version.hpp"
#include "base/pointer.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "kvalitet/base/place_in_words.hpp"
#include "kvalitet/base/type_info.hpp"
#include "survey/counted.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace kvalitet {
namespace {

Datum number(std::size_t value) { return static_cast<std::int64_t>(value); }
Datum text(std::string_view words) { return Text(words); }

class InstrumentCheck {
 public:
  explicit InstrumentCheck(const SurveyInstrument& instrument) : of_(instrument) {}

  std::vector<Finding> run() && {
    if (of_.format_version != known_format_version)
      report("document.unknown-format-version", "/format_version",
             {{"found", std::int64_t{of_.format_version}}, {"known", std::int64_t{known_format_version}}});
    check_ids("areas", of_.areas);
    check_ids("scales", of_.scales);
    for (std::size_t i = 0; i < of_.scales.size(); ++i) check_scale(of_.scales[i], make_pointer("", "scales", i));
    check_ids("items", of_.items);
    for (std::size_t i = 0; i < of_.items.size(); ++i) check_item(of_.items[i], make_pointer("", "items", i));
    say_where(findings_, type_info<SurveyInstrument>(), &of_);
    return std::move(findings_);
  }

 private:
  void report(std::string_view code, std::string pointer, Data data, Severity severity = Severity::error) {
    findings_.push_back(make_finding(code, severity, Text(std::move(pointer)), std::move(data)));
  }

  template <class List>
  void check_ids(std::string_view collection, const List& list) {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string pointer = make_pointer("", collection, i) + "/id";
      if (list[i].id.empty()) {
        report("guideline.empty-id", pointer, {{"label_sv", text("Kortnamn")}, {"label_en", text("Id")}});
        continue;
      }
      const auto [before, is_new] = first.emplace(list[i].id.str(), i);
      if (is_new) continue;
      const Localised where =
          place_in_words(type_info<SurveyInstrument>(), &of_, make_pointer("", collection, before->second));
      report("guideline.duplicate-id", pointer,
             {{"id", text(list[i].id)}, {"first_sv", where.sv}, {"first_en", where.en}});
    }
  }

  template <class List>
  void check_reference(const Id& id, const List& among, Label field, Label list, std::string pointer) {
    std::string known;
    for (const auto& one : among) {
      if (one.id == id) return;
      known += (known.empty() ? "" : ", ") + one.id.str();
    }
    report("guideline.unknown-reference", std::move(pointer),
           {{"id", text(id)},
            {"label_sv", text(field.sv)},
            {"label_en", text(field.en)},
            {"among_sv", text(list.sv)},
            {"among_en", text(list.en)},
            {"known_sv", text(known)},
            {"known_en", text(known)}});
  }

  void check_scale(const AnswerScale& scale, const std::string& pointer) {
    if (scale.levels.size() < 2)
      report("survey.few-levels", pointer + "/levels",
             {{"scale", text(scale.id)}, {"count", number(scale.levels.size())}});
    std::map<std::string, const AnswerLevel*> known;
    const auto check_words = [&](const std::vector<AnswerLevel>& levels, std::string_view key) {
      for (std::size_t i = 0; i < levels.size(); ++i) {
        std::vector<std::string> words{std::to_string(levels[i].code), folded_title(levels[i].label.sv),
                                       folded_title(levels[i].label.en)};
        for (const Text& other : levels[i].also) words.push_back(folded_title(other));
        for (const std::string& word : words)
          if (!word.empty() && known.emplace(word, &levels[i]).first->second != &levels[i])
            report("survey.level-twice", make_pointer(pointer, key, i),
                   {{"scale", text(scale.id)}, {"level", text(word)}});
      }
    };
    check_words(scale.levels, "levels");
    check_words(scale.outside, "outside");
  }

  void check_respondents(const Respondents& respondents, const std::string& pointer) {
    if (!respondents.from_grade || !respondents.to_grade || *respondents.from_grade <= *respondents.to_grade) return;
    report("survey.grades-reversed", pointer,
           {{"from", std::int64_t{*respondents.from_grade}}, {"to", std::int64_t{*respondents.to_grade}}});
  }

  void check_item(const SurveyItem& item, const std::string& pointer) {
    check_reference(item.area, of_.areas, {"Område", "Area"}, {"Områden", "Areas"}, pointer + "/area");
    check_reference(item.scale, of_.scales, {"Skala", "Scale"}, {"Skalor", "Scales"}, pointer + "/scale");
    const bool has_words = std::any_of(item.wordings.begin(), item.wordings.end(), [](const Wording& wording) {
      return wording.language == "sv" && !wording.text.empty();
    });
    if (!has_words)
      report("survey.item-without-words", pointer + "/wordings", {{"item", text(item.id)}}, Severity::warning);
    for (std::size_t i = 0; i < item.wordings.size(); ++i)
      if (item.wordings[i].respondents)
        check_respondents(*item.wordings[i].respondents, make_pointer(pointer, "wordings", i) + "/respondents");
    for (std::size_t i = 0; i < item.respondents.size(); ++i)
      check_respondents(item.respondents[i], make_pointer(pointer, "respondents", i));

    for (const std::string& name : column_names(item)) {
      const SurveyItem* const other = columns_.emplace(name, &item).first->second;
      if (other != &item)
        report("survey.same-column", pointer,
               {{"a", text(other->id)}, {"b", text(item.id)}, {"word", text(cut(name))}});
    }
  }

  const SurveyInstrument& of_;
  std::map<std::string, const SurveyItem*> columns_;  // by the words that it is known by
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check(const SurveyInstrument& instrument) { return InstrumentCheck(instrument).run(); }

}  // namespace kvalitet
