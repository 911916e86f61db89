#include "survey/comparison_words.hpp"

#include "base/words.hpp"
#include "kvalitet/base/message.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace kvalitet {
namespace {

std::string with_decimal_comma(std::string text) {
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

/// One decimal, with a sign where differences are told; no locale's.
std::string tenths(double value, bool with_sign) {
  const auto all = static_cast<long long>(std::llround(std::abs(value) * 10));
  const char* const sign = all == 0 || (value > 0 && !with_sign) ? "" : value < 0 ? "−" : "+";
  return sign + std::to_string(all / 10) + '.' + std::to_string(all % 10);
}

void put(Data& data, const std::string& name, const Localised& words) {
  data.emplace_back(Text(name + "_sv"), words.sv);
  data.emplace_back(Text(name + "_en"), words.en);
}

void put(Data& data, const std::string& name, const Value& value, bool with_sign = false) {
  const std::string text = tenths(value.number_or_approximate().value_or(0), with_sign);
  put(data, name, {Text(with_decimal_comma(text)), Text(text)});
}

Localised joined(std::initializer_list<Localised> sentences) {
  std::string sv;
  std::string en;
  for (const Localised& one : sentences) {
    if (one.sv.empty()) continue;
    sv += (sv.empty() ? "" : " ") + one.sv.str();
    en += (en.empty() ? "" : " ") + one.en.str();
  }
  return {Text(sv), Text(en)};
}

/// What is compared with: `än i oktober 2026`, `än hos övriga`.
struct Phrases {
  Localised than;   ///< after a comparative
  Localised as_in;  ///< after "som"
  Localised where;  ///< by itself
};

Phrases phrases(const ComparedWith& with) {
  if (with.reference == Reference::others)
    return {{Text("än hos övriga"), Text("than in the others")},
            {Text("som hos övriga"), Text("as in the others")},
            {Text("hos övriga"), Text("in the others")}};
  const auto of = [&](const char* sv, const char* en) {
    return Localised{Text(sv + with.round.sv.str()), Text(en + with.round.en.str())};
  };
  return {of("än i ", "than in "), of("som i ", "as in "), of("i ", "in ")};
}

Label size_words(DifferenceSize size) {
  switch (size) {
    case DifferenceSize::none_shown:
    case DifferenceSize::negligible: return {"mycket liten", "very small"};
    case DifferenceSize::small: return {"liten", "small"};
    case DifferenceSize::medium: return {"måttlig", "moderate"};
    case DifferenceSize::large: return {"stor", "large"};
  }
  return {};
}

/// How likely the difference is to be where, if that is known.
Localised interval_words(const ItemComparison& item, const Label& sentence, const Data& data) {
  return item.difference_lower.number_or_approximate() ? render(sentence, data) : Localised{};
}

/// Whether the means' interval reaches to both sides of 0, also as it is shown: delta may be unclear where it does not.
bool holds_zero(const ItemComparison& item) {
  return item.difference_lower.number_or_approximate().value_or(0) < -0.05 &&
         item.difference_upper.number_or_approximate().value_or(0) > 0.05;
}

Localised answers_words(const ComparedWith& with, const Data& data) {
  if (with.reference == Reference::others)
    return render({"{answers} svar här, {reference_answers} hos övriga.",
                   "{answers} answers here, {reference_answers} in the others."},
                  data);
  return render({"{answers} svar nu, {reference_answers} då.", "{answers} answers now, {reference_answers} then."},
                data);
}

Localised too_few_words(const ComparedWith& with) {
  const Data data{{Text("least"), with.options.least_answers},
                  {Text("others"), std::int64_t{with.options.least_others}}};
  if (with.reference == Reference::others)
    return render(
        {"För få svar för att jämföra: det behövs minst {least} här och minst {others} {others|annan grupp|andra "
         "grupper} med lika många.",
         "Too few answers to compare: at least {least} are needed here, and at least {others} other "
         "{others|group|groups} with as many."},
        data);
  return render({"För få svar för att jämföra: det behövs minst {least} i båda omgångarna.",
                 "Too few answers to compare: at least {least} are needed in both rounds."},
                data);
}

Localised nobody_words() { return {"Ingen har svarat.", "Nobody has answered."}; }

}  // namespace

bool is_month(const Text& round) { return parse_date(round.str() + "-01").has_value(); }

Localised round_in_words(const Text& round) {
  const auto first = parse_date(round.str() + "-01");
  if (!first) return {round, round};
  return in_words(Period{*first, first->end_of_month()});
}

Localised points_in_words(const Value& value) {
  const std::string text = tenths(value.number_or_approximate().value_or(0), false);
  return {Text(with_decimal_comma(text)), Text(text)};
}

Localised words_of(const ItemComparison& item, const ComparedWith& with, bool among_others) {
  const Phrases phrase = phrases(with);
  Data data;
  put(data, "than", phrase.than);
  put(data, "as_in", phrase.as_in);
  put(data, "where", phrase.where);
  put(data, "round", with.round);
  put(data, "mean", item.mean);
  put(data, "reference_mean", item.reference_mean);
  put(data, "lower", item.difference_lower, true);
  put(data, "upper", item.difference_upper, true);
  data.emplace_back("answers", item.answers.value_or(0));
  data.emplace_back("reference_answers", item.reference_answers.value_or(0));
  const Label size =
      size_words(difference_size(item.delta.number_or_approximate().value_or(0), with.options.thresholds));
  put(data, "size", {Text(size.sv), Text(size.en)});

  const Label figures{"I medeltal {mean_sv} poäng av 10, mot {reference_mean_sv} {where_sv}.",
                      "On average {mean_en} points of 10, against {reference_mean_en} {where_en}."};
  const Label likely{"Skillnaden är {size_sv}, troligen mellan {lower_sv} och {upper_sv} poäng.",
                     "The difference is {size_en}, probably between {lower_en} and {upper_en} points."};
  const Label chance = among_others
                           ? Label{"När flera frågor jämförs på en gång kan en sådan skillnad ändå vara en slump.",
                                   "With several items compared at once, such a difference may still be chance."}
                           : Label{"Med så få svar kan en sådan skillnad ändå vara en slump.",
                                   "With so few answers, such a difference may still be chance."};
  const Label anything{"Skillnaden kan vara allt från {lower_sv} till {upper_sv} poäng.",
                       "The difference may be anything from {lower_en} to {upper_en} points."};
  const bool others = with.reference == Reference::others;
  switch (item.outcome) {
    case Outcome::above:
    case Outcome::below: {
      const bool up = item.outcome == Outcome::above;
      const Label clear = up ? Label{"Svaren är mer positiva {than_sv}.", "Answers are more favourable {than_en}."}
                             : Label{"Svaren är mindre positiva {than_sv}.", "Answers are less favourable {than_en}."};
      const Label sign =
          up ? Label{"Svaren ser ut att vara mer positiva {than_sv}.", "Answers seem to be more favourable {than_en}."}
             : Label{"Svaren ser ut att vara mindre positiva {than_sv}.",
                     "Answers seem to be less favourable {than_en}."};
      return joined({render(item.stands ? clear : sign, data), render(figures, data),
                     interval_words(item, likely, data), item.stands ? Localised{} : render(chance, data),
                     answers_words(with, data)});
    }
    case Outcome::similar:
      return joined({render({"Svaren är ungefär {as_in_sv}: om något skiljer är det lite.",
                             "Answers are about the same {as_in_en}: what may differ is little."},
                            data),
                     render(figures, data), answers_words(with, data)});
    case Outcome::unclear:
      return joined({others ? render({"Det går inte att säga om svaren skiljer sig från övrigas.",
                                      "It cannot be told whether answers differ from the others'."},
                                     data)
                            : render({"Det går inte att säga om svaren har ändrats sedan {round_sv}.",
                                      "It cannot be told whether answers have changed since {round_en}."},
                                     data),
                     render(figures, data), holds_zero(item) ? interval_words(item, anything, data) : Localised{},
                     answers_words(with, data)});
    case Outcome::too_few: return too_few_words(with);
    case Outcome::not_asked: return nobody_words();
    case Outcome::mixed:
    case Outcome::not_comparable: break;  // said by trend_breaks, which knows why
  }
  return item.words;
}

Localised words_of(const AreaComparison& area, const ComparedWith& with) {
  const Phrases phrase = phrases(with);
  Data data;
  put(data, "than", phrase.than);
  put(data, "as_in", phrase.as_in);
  put(data, "where", phrase.where);
  put(data, "index", area.index);
  put(data, "reference_index", area.reference_index);
  for (const auto& [name, count] : std::initializer_list<std::pair<const char*, int>>{{"items", area.items},
                                                                                      {"above", area.above},
                                                                                      {"below", area.below},
                                                                                      {"similar", area.similar},
                                                                                      {"unclear", area.unclear},
                                                                                      {"left_out", area.left_out}})
    data.emplace_back(Text(name), std::int64_t{count});

  // How sure it is of the items that moved: all of them, or only some.
  const bool all_stand = area.standing == area.above + area.below;
  put(data, "have",
      all_stand ? Localised{"har", "have"} : Localised{"har, eller ser ut att ha,", "have, or seem to have,"});
  Label lead;
  Localised seem;
  switch (area.outcome) {
    case Outcome::above:
      lead = {
          "Mer positivt {than_sv}: {above} av {items} {items|fråga|frågor} {have_sv} mer positiva svar, och ingen har "
          "säkert mindre positiva.",
          "More favourable {than_en}: {above} of {items} {items|item|items} {have_en} more favourable answers, and none "
          "is known to have less favourable ones."};
      break;
    case Outcome::below:
      lead = {
          "Mindre positivt {than_sv}: {below} av {items} {items|fråga|frågor} {have_sv} mindre positiva svar, och ingen "
          "har säkert mer positiva.",
          "Less favourable {than_en}: {below} of {items} {items|item|items} {have_en} less favourable answers, and none "
          "is known to have more favourable ones."};
      break;
    case Outcome::mixed:
      lead = {
          "Åt olika håll: av {items} frågor {have_sv} {above} mer positiva svar {than_sv} och {below} mindre positiva.",
          "In different directions: of {items} items {above} {have_en} more favourable answers {than_en}, and {below} "
          "less favourable ones."};
      break;
    case Outcome::similar:
      lead = {"Ungefär {as_in_sv}: om något skiljer i svaren är det lite.",
              "About the same {as_in_en}: what may differ in the answers is little."};
      break;
    case Outcome::unclear:
      lead = with.reference == Reference::others ? Label{"Det går inte att säga om svaren skiljer sig från övrigas.",
                                                         "It cannot be told whether answers differ from the others'."}
                                                 : Label{"Det går inte att säga om något har ändrats.",
                                                         "It cannot be told whether anything has changed."};
      if (area.above > 0)
        seem = render({"{above} av {items} {items|fråga|frågor} ser ut att ha mer positiva svar.",
                       "{above} of {items} {items|item|items} {above|seems|seem} to have more favourable answers."},
                      data);
      if (area.below > 0)
        seem = joined({seem, render({"{below} av {items} {items|fråga|frågor} ser ut att ha mindre positiva svar.",
                                     "{below} of {items} {items|item|items} {below|seems|seem} to have less favourable "
                                     "answers."},
                                    data)});
      break;
    case Outcome::too_few: return too_few_words(with);
    case Outcome::not_asked: return nobody_words();
    case Outcome::not_comparable:
      return render({"Ingen av områdets frågor går att jämföra.", "None of the area's items can be compared."}, data);
  }
  const Label left_out{"{left_out} {left_out|fråga|frågor} är inte {left_out|jämförd|jämförda}.",
                       "{left_out} {left_out|item is|items are} not compared."};
  return joined({render(lead, data), seem,
                 render({"Index {index_sv}, mot {reference_index_sv} {where_sv}.",
                         "Index {index_en}, against {reference_index_en} {where_en}."},
                        data),
                 area.left_out == 0 ? Localised{} : render(left_out, data)});
}

Localised method_in_words(const ComparedWith& with) {
  const auto number = [](double value) { return to_string(Value::number(value)); };
  Data data{{Text("least"), with.options.least_answers}};
  const auto put_number = [&](const char* name, double value) {
    put(data, name, {Text(with_decimal_comma(number(value))), Text(number(value))});
  };
  put_number("confidence", std::round(with.options.confidence * 1e6) / 1e4);
  put_number("small", with.options.thresholds.small);
  put_number("medium", with.options.thresholds.medium);
  put_number("large", with.options.thresholds.large);
  const Label method{
      "Svar är mer eller mindre positiva där både Cliffs delta och skillnaden i medelvärde (Welch) är skilda från 0 med "
      "{confidence_sv} procents säkerhet; en skillnad är liten från {small_sv} i delta, måttlig från {medium_sv} och stor "
      "från {large_sv}. De är ungefär samma där hela intervallet för delta är mindre än liten; annars går det inte att säga. "
      "Att en skillnad står sig när alla frågor prövas på en gång är bedömt enligt Holm. Färre än {least} svar jämförs inte.",
      "Answers are more or less favourable where both Cliff's delta and the difference of means (Welch) are apart from 0 at "
      "{confidence_en} per cent; a difference is small from {small_en} in delta, moderate from {medium_en} and large from "
      "{large_en}. They are about the same where the whole interval of delta is below small; otherwise nothing can be told. "
      "That a difference stands when all items are tested at once is judged by Holm. Fewer than {least} answers are not "
      "compared."};
  const Label rounds{"Omgångarna är två skilda tillfällen: ingen elev är följd.",
                     "The rounds are two separate occasions: no pupil is followed."};
  const Label cause{"Att svar skiljer sig säger inget om varför.", "That answers differ does not tell why."};
  return joined({render(method, data), with.reference == Reference::others ? Localised{} : render(rounds, data),
                 render(cause, data)});
}

}  // namespace kvalitet
