// One child: named beside a judgement, pointed out, or with something told that is nobody else's business.
#include "disclosure/finds.hpp"

namespace kvalitet::disclosure {
namespace {

enum class Said { nothing, result, past };

/// What is said of the child whose noun ends before: "en elev i åk 3 [som] slutade", "en elev når inte målen".
Said said_after(const TokenWindow& text, int at) {
  int unknown = 0;
  for (int k = at; k < at + 9; ++k) {
    const Token& token = text[k];
    if (token.kind != Token::Kind::word && token.kind != Token::Kind::digits && !token.is_sign(',')) break;
    if (token.is(role::past)) return Said::past;
    if (token.is(role::preposition)) {
      ++k;  // what stands after it is no verb
      continue;
    }
    if (token.is(role::have) && sentence_has(text, role::supine, k + 1, k + 3)) return Said::past;
    if (token.is(role::reaches)) return Said::result;
    if (token.is(role::modal)) break;
    if (!token.is(role::plain | role::between | role::number | role::label | role::place) && ++unknown > 2) break;
  }
  return Said::nothing;
}

/// "om en elev", "när barnet", "för varje elev": anybody is meant.
bool is_anybody(const TokenWindow& text, int at, bool but_when = false) {
  const Token& before = text[at - 1];
  return before.is(role::general | role::each) || (!but_when && before.is(role::when));
}

/// "vi har en elev", "det finns ett barn": somebody is meant.
bool is_somebody(const TokenWindow& text, int at) {
  const Token& before = text[at - 1];
  if (!before.is(role::exists)) return false;
  if (sentence_has(text, role::general | role::when, at - 5, at - 2)) return false;
  return !before.is(role::have) || text[at - 2].kind == Token::Kind::word;
}

/// Whether the child whose noun is there, with its article at `article`, is somebody in particular.
std::optional<int> pointed_out(const TokenWindow& text, int article, int noun) {
  if (text[noun + 1].is(role::each) || text[noun + 1].is_sign('/')) return std::nullopt;
  const Said said = said_after(text, noun + 1);
  if (said == Said::past && !is_anybody(text, article, true)) return noun;
  const bool was_done = sentence_has(text, role::past | role::supine, -TokenWindow::reach, article - 2);
  if (was_done && text[article - 1].is(role::preposition)) return noun;  // "vi gjorde en anmälan om en elev"
  if (is_anybody(text, article) || sentence_has(text, role::modal)) return std::nullopt;
  if (is_somebody(text, article) || said == Said::result) return noun;
  if (text[noun].is(role::gendered) && text[noun + 1].is(role::have | role::present | role::needs)) return noun;
  return place_at(text, noun + 1);
}

/// "flicka, 9 år"
bool has_age(const TokenWindow& text, int noun) {
  return (text[noun + 1].is_sign(',') || text[noun + 1].is_sign('(')) && text[noun + 2].is(role::number) &&
         text[noun + 3].is(role::years);
}

/// "en [ny] elev"
void one_child(const TokenWindow& text, Finds& finds) {
  if (!text[0].is(role::article) || !count_at(text, 0)) return;
  const Noun noun = noun_at(text, 1, true);
  if (noun.head != Head::child && !(noun.head == Head::children && text[noun.at].is(role::child))) return;
  if (has_age(text, noun.at)) return finds.push_back(find(FreeTextKind::single_child, text[0], text[noun.at + 3]));
  if (const auto last = pointed_out(text, 0, noun.at))
    finds.push_back(find(FreeTextKind::single_child, text[0], text[*last]));
}

bool is_name(const Token& token) {
  return token.is(role::name) || (token.kind == Token::Kind::word && token.capital && !token.capitals &&
                                  token.letters > 1 && (token.roles & ~role::adjective) == 0);
}

/// "eleven i åk 3", "pojken slutade", "eleven Anna"
void the_child(const TokenWindow& text, Finds& finds) {
  if (!text[0].is(role::the_child)) return;
  if (text[1].is(role::name) || (!text[1].glued && !text[1].first && is_name(text[1])))
    return finds.push_back(find(FreeTextKind::single_child, text[0], text[1]));
  const bool gendered = text[0].is(role::gendered);
  if (is_anybody(text, 0, true)) return;
  if (gendered && said_after(text, 1) == Said::past)
    return finds.push_back(find(FreeTextKind::single_child, text[0], text[0]));
  if (is_anybody(text, 0) || sentence_has(text, role::modal)) return;
  if (const auto last = place_at(text, 1))
    return finds.push_back(find(FreeTextKind::single_child, text[0], text[*last]));
  if (gendered && sentence_has(text, role::reaches | role::judgement | role::result, 1, 5))
    finds.push_back(find(FreeTextKind::single_child, text[0], text[0]));
}

/// "den enda eleven", "en enda pojke", "den enda som … är en pojke"; but not "inte en enda elev"
void sole_child(const TokenWindow& text, Finds& finds) {
  if (!text[0].is(role::sole) || sentence_has(text, role::negation, -2, -1)) return;
  const Noun noun = noun_at(text, 1, true);
  if (noun.head == Head::child || noun.head == Head::the_child ||
      (noun.head == Head::children && text[noun.at].is(role::child | role::nominal)))
    return finds.push_back(find(FreeTextKind::single_child, text[0], text[noun.at]));
  if (text[1].is(role::plain) && sentence_has(text, role::child | role::the_child | role::one))
    finds.push_back(find(FreeTextKind::single_child, text[0], text[1]));
}

/// Somebody of the staff: "rektor Anna Berg", "Anna Berg, lärare", "Anna och Bo leder". `last` is the end of the name.
bool is_adult(const TokenWindow& text, int first, int last) {
  if (text[first - 1].is(role::adult) || (text[first - 1].is_sign(',') && text[first - 2].is(role::adult))) return true;
  for (int k = last + 1; k <= last + 5; ++k) {
    if (text[k].is(role::acts)) return true;
    if (text[k].is(role::adult)) return k <= last + 2;
    const bool goes_on = is_name(text[k]) || text[k].is_sign(',') || text[k].is_sign('(') || text[k].is_sign(')');
    if (!goes_on && !(text[k].is(role::plain) && is_name(text[k + 1]))) break;
  }
  return false;
}

int end_of_name(const TokenWindow& text, int first) {
  int last = first;
  while (last < first + 3 && is_name(text[last + 1]) && text[last + 1].capital) ++last;
  return last;
}

/// "Anna fick F i matematik", "F för Anna", "Annas betyg"
void named_child(const TokenWindow& text, Finds& finds) {
  if (!text[0].is(role::name) || text[-1].is(role::name)) return;
  const int last = end_of_name(text, 0);
  if (is_adult(text, 0, last)) return;
  const auto found = [&](int from, int to) { finds.push_back(find(FreeTextKind::judged_name, text[from], text[to])); };
  if (text[last + 1].is(role::result | role::judgement)) return found(0, last + 1);
  for (int k = last + 1; k <= last + 12; ++k) {
    if (text[k].is(role::children | role::adult | role::acts)) break;
    if (text[k].is(role::judgement) || grade_at(text, k)) return found(0, k);
    const bool needs_help = text[k].is(role::needs) && sentence_has(text, role::help, k + 1, k + 4);
    const bool lacks = text[k].is(role::negation) && sentence_has(text, role::skill | role::result, k + 1, k + 2);
    if (needs_help || lacks) return found(0, k + 1);
  }
  if (!text[-1].is(role::preposition) && !text[-1].is_sign('(') && !text[-1].is_sign(':')) return;
  for (int k = -2; k >= -6; --k) {
    if (text[k].is(role::children | role::adult)) break;
    if (text[k].is(role::judgement) || text[k].is(role::letter)) return found(k, last);
  }
}

/// Names that are in no list, known by their capital and a grade after it: "Zelinda fick F", "Zelinda: F"
void unknown_name(const TokenWindow& text, Finds& finds) {
  if (!is_name(text[0]) || text[0].is(role::name)) return;
  int k = 1;
  if (text[1].is_sign(':') || text[1].is_sign('(') || text[1].is_sign('=') || (text[1].is_sign('-') && !text[1].glued))
    k = 2;
  else
    while (k < 5 && text[k].is(role::grade | role::negation | role::article | role::supine)) ++k;
  if (k > 1 && text[k].capital && grade_at(text, k)) finds.push_back(find(FreeTextKind::judged_name, text[0], text[k]));
}

/// Whom something is told of: first and last token, or nothing when it is nobody in particular.
std::optional<std::pair<int, int>> subject(const TokenWindow& text, int at, bool is_health) {
  const Token& token = text[at];
  if (token.is(role::name)) {
    const int last = end_of_name(text, at);
    if (is_adult(text, at, last)) return std::nullopt;
    return std::pair{at, last};
  }
  if (token.is(role::one | role::the_child)) {
    const bool told =
        token.is(role::one | role::gendered) || sentence_has(text, role::past | role::have | role::supine);
    if (!told || is_anybody(text, at) || sentence_has(text, role::modal)) return std::nullopt;
    return std::pair{at, at};
  }
  if (!token.is(role::child)) return std::nullopt;
  for (int article = at - 1; article >= at - 3; --article) {
    if (!text[article].is(role::article)) continue;
    const bool in_particular = pointed_out(text, article, at).has_value();
    const bool anyone = is_anybody(text, article) || sentence_has(text, role::modal);
    if (in_particular || (is_health && !anyone)) return std::pair{article, at};
    return std::nullopt;
  }
  return std::nullopt;
}

/// "En elev med autism …", "eleven har fått diagnosen …", "Anna har åtgärdsprogram"
void sensitive(const TokenWindow& text, Finds& finds) {
  const bool special_help = text[0].is(role::help) && text[-1].is(role::special);
  const bool is_health = text[0].is(role::health);
  if (!is_health && !special_help && !text[0].is(role::support)) return;
  constexpr Roles persons = role::children | role::child | role::the_child | role::one | role::name | role::adult;
  for (int k = -1; k >= -14; --k) {
    if (!text[k].is(persons)) continue;
    if (const auto whom = subject(text, k, is_health))
      finds.push_back(find(FreeTextKind::sensitive, text[whom->first], text[0]));
    return;  // whoever is nearest is meant
  }
  for (int k = 1; k <= 8; ++k) {
    if (!text[k].is(persons)) continue;
    if (const auto whom = subject(text, k, is_health))
      finds.push_back(find(FreeTextKind::sensitive, text[0], text[whom->second]));
    return;
  }
}

}  // namespace

void look_for_persons(const TokenWindow& text, Finds& finds) {
  if (text[0].kind != Token::Kind::word) return;
  one_child(text, finds);
  the_child(text, finds);
  sole_child(text, finds);
  named_child(text, finds);
  unknown_name(text, finds);
  sensitive(text, finds);
}

}  // namespace kvalitet::disclosure
