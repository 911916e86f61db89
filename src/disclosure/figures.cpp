// Figures on few children: "2 av 7 elever", "tre pojkar", "28 % av de sju", "n = 6".
#include "disclosure/finds.hpp"

namespace kvalitet::disclosure {
namespace {

constexpr Roles before_nouns = role::between | role::adjective | role::some;

/// The token after "st" and its point.
int after_st(const TokenWindow& text, int at) {
  if (!text[at].is(role::pieces)) return at;
  return text[at + 1].is_sign('.') ? at + 2 : at + 1;
}

/// Past "av" and what stands before a number: "av våra", "(av de". Nothing where there is no "av".
struct AfterOf {
  int at = 0;
  bool definite = false;  ///< it is said which group it is
  bool those = false;     ///< "av dem"
};
std::optional<AfterOf> after_of(const TokenWindow& text, int at) {
  if (text[at].is_sign('(')) ++at;
  if (!text[at].is(role::of)) return std::nullopt;
  AfterOf after{at + 1};
  for (int passed = 0; passed < 4 && text[after.at].is(before_nouns); ++passed, ++after.at) {
    if (text[after.at].is(role::number)) break;  // "båda"
    after.definite = after.definite || text[after.at].is(role::whole);
    after.those = after.those || text[after.at].is(role::those);
  }
  return after;
}

/// The group counted is all there is of it: "våra sju elever", "klassen har sju elever", "(7 elever)".
bool is_whole(const TokenWindow& text, int begin) {
  const Token& before = text[begin - 1];
  return before.is(role::whole | role::exists | role::preposition) || before.is_sign('(');
}

/// What is counted is how pupils are put together, not what they did: "två elever per dator", "grupper om fyra elever".
bool is_arrangement(const TokenWindow& text, const Count& count, int noun) {
  if (sentence_has(text, role::result | role::judgement | role::health | role::support | role::help | role::letter))
    return false;
  if (text[noun + 1].is_sign('/')) return true;
  if (sentence_has(text, role::each, noun + 1, noun + 4)) return true;
  if (text[count.begin - 1].is(role::preposition) && text[count.begin - 2].is(role::groups)) return true;
  return text[count.begin - 1].is(role::bound) && sentence_has(text, role::modal);
}

/// The last number of children before: the group in "14 elever gick ut nian, 12 blev behöriga".
std::optional<Count> counted_before(const TokenWindow& text, int begin) {
  for (int k = begin - 1; k >= begin - 14; --k) {
    const auto count = count_at(text, k);
    if (count && !count->article && noun_at(text, count->end).head == Head::children) return count;
  }
  return std::nullopt;
}

/// Whoever the number is, the sentence begins with it: nothing before it could be what it numbers.
bool begins_clause(const TokenWindow& text, int begin) {
  const Token& before = text[begin - 1];
  if (before.kind == Token::Kind::none) return true;
  if (before.kind == Token::Kind::sign) return !text[begin].glued;
  return before.is(role::plain | role::between) && !before.is(role::preposition | role::past);
}

}  // namespace

void Figures::look(const TokenWindow& text, Finds& finds) {
  const Token& token = text[0];
  if (token.is(role::number | role::few | role::few_after)) {
    if (const auto found = count_at(text, 0)) count(text, *found, finds);
  }
  if (token.is(role::of)) of_first(text, finds);
  if (token.is(role::share | role::percent) || token.is_sign('%') || token.is_sign(U'½')) share(text, finds);
}

void Figures::count(const TokenWindow& text, const Count& count, Finds& finds) {
  const int next = after_st(text, count.end);
  if (text[next].is(role::share | role::percent) || text[next].is_sign('%')) return;
  if (part_of(text, count, finds)) return;
  const Noun noun = noun_at(text, next, count.article);
  switch (noun.head) {
    case Head::children:
    case Head::child: return counted(text, count, noun, finds);
    case Head::answers: {
      const bool is_base = is_whole(text, count.begin) || text[count.begin - 1].is(role::only);
      if (count.article || count.low == 0) return;
      if (is_few(count))
        finds.push_back(find(FreeTextKind::few_pupils, text[count.begin], text[noun.at]));
      else if (is_base && is_small(count))
        finds.push_back(find(FreeTextKind::small_group, text[count.begin], text[noun.at]));
      return;
    }
    case Head::none: bare(text, count, finds); return listed(text, count, finds);
    case Head::guardians: (void)counted_of(text, count, noun, finds); return;
    case Head::the_child:
    case Head::other: return listed(text, count, finds);
  }
}

/// "2 av 7 elever", "två av våra sju", "2/7", "två av eleverna", "två av dem".
bool Figures::part_of(const TokenWindow& text, const Count& part, Finds& finds) {
  const int next = after_st(text, part.end);
  if (text[next].is_sign('/') && text[next].glued && text[next + 1].glued &&
      text[next + 1].kind == Token::Kind::digits) {
    const std::uint64_t value = text[next + 1].value;
    const Count group{value, value, next + 1, next + 2, false};
    if (text[group.end].is(role::of)) {
      share_of(text, part.begin, group.end, finds);
      return true;
    }
    const Noun noun = noun_at(text, group.end);
    const bool is_told = text[group.end].is(role::reaches | role::result) ||
                         (text[part.begin - 1].is_sign('(') && is_about_children(text));
    if (noun.head == Head::children || noun.head == Head::answers)
      of_group(text, part, group, part.begin, noun.at, finds);
    else if (noun.head == Head::none && is_told && part.high <= value)
      of_group(text, part, group, part.begin, next + 1, finds);
    return true;
  }
  const auto after = after_of(text, next);
  if (!after) return false;
  if (const auto group = count_at(text, after->at); group && !group->article) {
    const Noun noun = noun_at(text, after_st(text, group->end));
    const bool people = noun.head == Head::children || noun.head == Head::answers || noun.head == Head::guardians;
    if (people)
      of_group(text, part, *group, part.begin, noun.at, finds);
    else if (noun.head == Head::none && (after->definite || is_about_children(text)))
      of_group(text, part, *group, part.begin, group->end - 1, finds);
    return true;
  }
  const Noun noun = noun_at(text, after->at);
  const bool each = text[part.begin - 1].is(role::plain) && part.article && text[part.begin - 2].is(role::each);
  if (noun.head == Head::children && is_few(part) && !each && !is_arrangement(text, part, noun.at))
    finds.push_back(find(FreeTextKind::few_pupils, text[part.begin], text[noun.at]));
  else if (noun.head == Head::none && after->those && is_few(part) && is_about_children(text))
    finds.push_back(find(FreeTextKind::few_pupils, text[part.begin], text[after->at - 1]));
  return true;
}

/// So many of so many: neither they nor the rest may be few, nor the group small.
void Figures::of_group(const TokenWindow& text, const Count& part, const Count& group, int first, int last,
                       Finds& finds) const {
  const auto rest = [&](std::uint64_t count) { return group.high > count ? group.high - count : 0; };
  if (is_few(part) || is_few(rest(part.low)) || is_few(rest(part.high)))
    finds.push_back(find(FreeTextKind::few_of_group, text[first], text[last]));
  else if (is_small(group))
    finds.push_back(find(FreeTextKind::small_group, text[first], text[last]));
}

/// "18 elever av 20"
bool Figures::counted_of(const TokenWindow& text, const Count& count, const Noun& noun, Finds& finds) const {
  const auto after = after_of(text, noun.at + 1);
  const auto group = after ? count_at(text, after->at) : std::nullopt;
  if (!group || group->article) return false;
  const Noun of = noun_at(text, group->end);
  if (of.head != Head::children && of.head != Head::none) return false;
  of_group(text, count, *group, count.begin, of.head == Head::children ? of.at : group->end - 1, finds);
  return true;
}

/// "tre elever", "våra sju elever nådde målen"
void Figures::counted(const TokenWindow& text, const Count& count, const Noun& noun, Finds& finds) {
  if (counted_of(text, count, noun, finds)) return;
  const bool only = text[count.begin - 1].is(role::only | role::except);
  if (count.article && !only) return;  // "en elev" may be anybody
  if (is_few(count)) {
    if (!is_arrangement(text, count, noun.at))
      finds.push_back(find(FreeTextKind::few_pupils, text[count.begin], text[noun.at]));
    return;
  }
  if (!is_small(count) || count.low == 0 || !is_whole(text, count.begin)) return;
  const Find group = find(FreeTextKind::small_group, text[count.begin], text[noun.at]);
  group_ = Said{text[0].sentence, group};
  const bool is_share = text[count.begin - 1].is(role::every) ||  // "alla sju" is as good as one
                        (share_ && share_->sentence + 1 >= text[0].sentence);
  if (!is_share && !sentence_has(text, role::result)) return;
  finds.push_back(group);
  if (sentence_has(text, role::result)) finds.back().kind = FreeTextKind::result_of_few;
}

/// "Tre når inte målen", "3 ej godkända", "två F i matematik", "alla utom två", "endast en klarade provet".
void Figures::bare(const TokenWindow& text, const Count& count, Finds& finds) const {
  const int next = after_st(text, count.end);
  const Token& before = text[count.begin - 1];
  const bool says_something =
      text[next].is(role::plain | role::past) && !text[next].is(role::preposition | role::modal);
  const bool is_clause = says_something && begins_clause(text, count.begin);
  const bool of_those = is_clause && !count.article && text[next].is(role::have | role::present | role::past);
  if (const auto group = of_those ? counted_before(text, count.begin) : std::nullopt;
      group && count.high <= group->high)
    return of_group(text, count, *group, count.begin, next, finds);

  if (!is_few(count)) return;
  const auto found = [&](int last) { finds.push_back(find(FreeTextKind::few_pupils, text[count.begin], text[last])); };
  if (before.is(role::only | role::except) && is_about_children(text)) return found(count.end - 1);
  if (!count.article) {
    const bool is_class = before.is(role::preposition) || text[count.begin - 2].is(role::letter);
    if (grade_at(text, next) && !is_class) return found(next);  // but not "i 3 b och 3 c"
    if (text[next].is(role::negation) && text[next + 1].is(role::nominal)) return found(next + 1);
    const bool are = before.is(role::present | role::past) && sentence_has(text, role::children, -8, count.begin - 2);
    if (are && (next > count.end || !says_something))
      return found(count.end - 1);  // "sexåringarna är tre till antalet"
    const bool who = text[next].is(role::which) && before.is(role::present | role::past | role::between);
    if (who && is_about_children(text)) return found(next);  // "i åk 3 är det tre som …"
    if (of_those && sentence_has(text, role::children, -12, count.begin - 1)) return found(next);
  }
  for (int k = next; is_clause && k <= next + 3 && text[k].kind == Token::Kind::word; ++k)
    if (text[k].is(role::reaches | role::result | role::judgement | role::health) || grade_at(text, k)) return found(k);
}

/// "Antal elever: 3", "n = 6", "flickor (2)", "pojkarna, fyra stycken".
void Figures::listed(const TokenWindow& text, const Count& count, Finds& finds) const {
  const Token& sign = text[count.begin - 1];
  const int next = after_st(text, count.end);
  const bool in_brackets = sign.is_sign('(') && text[next].is_sign(')');
  const bool in_pieces = sign.is_sign(',') && next > count.end;
  if (!in_brackets && !in_pieces && !sign.is_sign(':') && !sign.is_sign('=')) return;
  int before = count.begin - 2;  // "elever som inte når målen: 3"
  for (int k = before; sign.is_sign(':') && k > count.begin - 10 && text[k].kind == Token::Kind::word; --k)
    if (text[k].is(role::children)) before = k;
  const Token& noun = text[before];
  if (noun.is(role::children) && is_few(count))
    finds.push_back(find(FreeTextKind::few_pupils, noun, text[count.end - 1]));
  else if (noun.is(role::answers) && !in_brackets && !in_pieces && is_small(count) && count.low > 0)
    finds.push_back(find(FreeTextKind::small_group, noun, text[count.end - 1]));
}

/// "Av 32 elever klarade 30 provet", "bland våra sju elever".
void Figures::of_first(const TokenWindow& text, Finds& finds) const {
  if (text[-1].is(role::number | role::share | role::percent | role::few | role::few_after | role::pieces) ||
      text[-1].is_sign('%') || text[-1].is(role::children))
    return;
  const auto after = after_of(text, 0);
  const auto group = count_at(text, after->at);
  if (!group || group->article) return;
  const Noun noun = noun_at(text, group->end);
  if (noun.head != Head::children) return;
  for (int k = noun.at + 1; k <= noun.at + 10; ++k) {
    const auto part = count_at(text, k);
    if (!part || part->article || part->high > group->high) continue;
    const Noun counted = noun_at(text, part->end);
    const bool is_share = text[part->end].is(role::share | role::percent) || text[part->end].is_sign('%');
    if (!is_share && (counted.head == Head::none || text[counted.at].is(role::result | role::nominal)))
      return of_group(text, *part, *group, 0, part->end - 1, finds);
  }
}

/// "28 % av de sju", "hälften av våra åtta elever", "3/4 av de åtta": a share that ends before `at`.
void Figures::share_of(const TokenWindow& text, int first, int at, Finds& finds) const {
  const auto after = after_of(text, at);
  const auto group = after ? count_at(text, after->at) : std::nullopt;
  if (!group || group->article || !is_small(*group)) return;
  const Noun noun = noun_at(text, group->end);
  if (noun.head == Head::other || noun.head == Head::the_child) return;
  finds.push_back(
      find(FreeTextKind::small_group, text[first], text[noun.head == Head::none ? group->end - 1 : noun.at]));
}

/// A share of a small group, or beside one.
void Figures::share(const TokenWindow& text, Finds& finds) {
  const int first = text[0].is(role::share) || !text[-1].is(role::number) ? 0 : -1;
  share_of(text, first, 1, finds);
  if (text[0].is(role::share) && !text[1].is(role::of)) return;  // "halva gruppen" is no figure
  share_ = Said{text[0].sentence, find(FreeTextKind::small_group, text[first], text[0])};
  if (group_ && group_->sentence + 1 >= text[0].sentence) {
    finds.push_back(group_->find);
    group_.reset();
  }
}

}  // namespace kvalitet::disclosure
