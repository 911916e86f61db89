#include "base/words.hpp"

#include "kvalitet/base/message.hpp"

#include <array>

namespace kvalitet {
namespace {

constexpr std::array<Label, 12> months{{{"januari", "January"},
                                        {"februari", "February"},
                                        {"mars", "March"},
                                        {"april", "April"},
                                        {"maj", "May"},
                                        {"juni", "June"},
                                        {"juli", "July"},
                                        {"augusti", "August"},
                                        {"september", "September"},
                                        {"oktober", "October"},
                                        {"november", "November"},
                                        {"december", "December"}}};

constexpr bool is_latin_lead(std::string_view s) { return !s.empty() && s[0] == '\xC3'; }  // À to ÿ

bool starts_with_lower(std::string_view s) {
  if (is_latin_lead(s) && s.size() > 1) return static_cast<unsigned char>(s[1]) >= 0x9F;
  return !s.empty() && s[0] >= 'a' && s[0] <= 'z';
}

}  // namespace

Localised in_both_languages(const Localised& words) {
  return Localised{words.sv, words.en.empty() ? words.sv : words.en};
}

std::string with_small_letter(std::string_view words) {
  std::string small(words);
  const std::size_t letter = is_latin_lead(words) ? 1 : 0;
  if (words.size() <= letter || !starts_with_lower(words.substr(letter + 1)) || starts_with_lower(words)) return small;
  const auto code = static_cast<unsigned char>(small[letter]);
  const bool upper = letter == 0 ? code >= 'A' && code <= 'Z' : code <= 0x9E && code != 0x97;  // 0x97 is the sign ×
  if (upper) small[letter] = static_cast<char>(code + 0x20U);
  return small;
}

std::string with_capital(std::string_view words) {
  std::string capital(words);
  if (!capital.empty() && capital[0] >= 'a' && capital[0] <= 'z')
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  return capital;
}

Localised month_name(int month) {
  const Label& name = months.at(static_cast<std::size_t>(month - 1));
  return Localised{name.sv, name.en};
}

Localised in_words(MonthDay day) {
  if (day.month < 1 || day.month > 12) return Localised{Text(to_string(day)), Text(to_string(day))};
  Localised words = month_name(day.month);
  if (day.day == 0) return words;
  const std::string number = std::to_string(day.day) + " ";
  return Localised{Text(number + words.sv.str()), Text(number + words.en.str())};
}

Localised in_words(MonthDay from, MonthDay to) {
  Localised first = in_words(from);
  if (from == to) return first;
  const Localised last = in_words(to);
  const std::string until = from.day == 0 && to.day == 0 ? "–" : " – ";  // no spaces between single words
  return Localised{Text(first.sv.str() + until + last.sv.str()), Text(first.en.str() + until + last.en.str())};
}

Localised in_words(Date day) {
  const auto ymd = day.year_month_day();
  const Localised month = month_name(static_cast<int>(ymd.month));
  const std::string before = std::to_string(static_cast<int>(ymd.day)) + " ";
  const std::string after = " " + std::to_string(static_cast<int>(ymd.year));
  return Localised{Text(before + month.sv.str() + after), Text(before + month.en.str() + after)};
}

Localised in_words(const Period& days) {
  if (days.start == days.end) return in_words(days.end);
  const auto from = days.start.year_month_day();
  const auto to = days.end.year_month_day();
  const auto after = add_days(days.end, 1);
  const bool whole_months = from.day == 1 && (!after || after->day() == 1);
  const bool same_year = from.year == to.year;
  const std::string year = " " + std::to_string(static_cast<int>(to.year));
  if (whole_months && same_year && from.month == 1 && to.month == 12)
    return {Text(year.substr(1)), Text(year.substr(1))};

  const auto written = [&](Language language) {
    const auto month = [&](int number) { return month_name(number).in(language).str(); };
    const std::string last =
        whole_months ? month(static_cast<int>(to.month)) + year : in_words(days.end).in(language).str();
    if (same_year && from.month == to.month)
      return whole_months ? last : std::to_string(static_cast<int>(from.day)) + "–" + last;
    std::string first = month(static_cast<int>(from.month));
    if (!whole_months) first = std::to_string(static_cast<int>(from.day)) + " " + first;
    if (!same_year) first += " " + std::to_string(static_cast<int>(from.year));
    return first + (whole_months && same_year ? "–" : " – ") + last;
  };
  return {Text(written(Language::sv)), Text(written(Language::en))};
}

Localised title_or_id(const Named& named) {
  return named.title.sv.empty() ? Localised{Text(named.id), Text(named.id)} : in_both_languages(named.title);
}

Localised title_and_id(const Named& named) {
  const std::string id(named.id);
  if (named.title.sv.empty()) return Localised{Text("”" + id + "”"), Text("“" + id + "”")};
  const Localised title = in_both_languages(named.title);
  return Localised{Text(title.sv.str() + " (”" + id + "” i filen)"),
                   Text(title.en.str() + " (“" + id + "” in the file)")};
}

Localised in_one_line(const std::vector<Named>& all) {
  constexpr std::size_t most = 12;
  std::string sv;
  std::string en;
  const auto add = [](std::string& line, const std::string& words) { line += (line.empty() ? "" : ", ") + words; };
  const auto named = [](const Text& title, std::string_view id) {
    return title == id ? title.str() : title.str() + " (" + std::string(id) + ")";
  };
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    const Localised title = title_or_id(all[i]);
    add(sv, named(title.sv, all[i].id));
    add(en, named(title.en, all[i].id));
  }
  if (all.size() > most) {
    add(sv, "…");
    add(en, "…");
  }
  return all.empty() ? Localised{"–", "–"} : Localised{Text(std::move(sv)), Text(std::move(en))};
}

}  // namespace kvalitet
