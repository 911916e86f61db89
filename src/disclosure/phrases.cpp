#include "disclosure/phrases.hpp"

#include <algorithm>
#include <string_view>

namespace kvalitet::disclosure {
namespace {

bool is_dash(const Token& token) { return token.is_sign('-') || token.is_sign(U'—'); }
bool is_word(const Token& token) { return token.kind == Token::Kind::word; }

/// The token there is glued to both its neighbours: "3–5", "2,5", "F-3".
bool glues(const TokenWindow& text, int at) { return text[at].glued && text[at + 1].glued; }

/// A sign between the number there and what is glued before it makes it a part of something else.
bool continues(const TokenWindow& text, int at) {
  if (!glues(text, at - 1)) return false;
  const Token& sign = text[at - 1];
  const Token& before = text[at - 2];
  if (is_dash(sign)) return before.is_digits() || is_word(before);
  return before.is_digits() && (sign.is_sign(',') || sign.is_sign('.') || sign.is_sign(':') || sign.is_sign('/'));
}

/// A sign after the number there makes it a part of something else: "2,5", "3:e", "10.30", "3-åringar", "1–3-åringar".
bool is_continued(const TokenWindow& text, int at) {
  if (!glues(text, at + 1)) return false;
  const Token& sign = text[at + 1];
  const Token& after = text[at + 2];
  if (is_dash(sign)) return is_word(after) || (glues(text, at + 3) && is_dash(text[at + 3]));
  return sign.is_sign(':') || (after.is_digits() && (sign.is_sign(',') || sign.is_sign('.')));
}

/// One of the parts of "1 200".
bool is_part_of_thousands(const TokenWindow& text, int at) {
  const auto joined = [&](int first) {
    return text[first].is_digits() && text[first + 1].is_digits() && text[first].digits <= 3 &&
           text[first + 1].digits == 3;
  };
  return joined(at - 1) || joined(at);
}

bool is_named(const TokenWindow& text, int at) {
  const Token& before = text[at - 1].is_sign('.') ? text[at - 2] : text[at - 1];  // "åk. 3"
  return before.is(role::label) || before.is_sign(U'§');
}

std::optional<std::uint64_t> number_at(const TokenWindow& text, int at) {
  const Token& token = text[at];
  if (!token.is(role::number)) return std::nullopt;
  if (token.is_digits()) {
    const Token& after = text[at + 1];
    const bool is_class = after.glued && after.is(role::letter);  // 7B
    if (continues(text, at) || is_continued(text, at) || is_part_of_thousands(text, at) || is_class)
      return std::nullopt;
  } else if (token.value >= 100 ||
             (is_word(text[at + 1]) && text[at + 1].is(role::number) && text[at + 1].value == 100)) {
    return std::nullopt;
  }
  return token.value;
}

}  // namespace

std::optional<Count> count_at(const TokenWindow& text, int at) {
  const Token& token = text[at];
  const Token& before = text[at - 1];
  if (token.is(role::few) || (token.is(role::few_after) && before.is(role::article | role::some))) {
    const int begin = before.is(role::article | role::some) ? at - 1 : at;
    return Count{1, 4, begin, at + 1, false};
  }
  const auto number = number_at(text, at);
  if (!number || is_named(text, at)) return std::nullopt;
  if (token.is(role::article) && text[at + 1].is(role::few | role::few_after)) return std::nullopt;
  Count count{*number, *number, at, at + 1, token.is(role::article)};
  const bool in_digits = text[at + 1].is_sign('(') && text[at + 2].is_digits() && text[at + 3].is_sign(')');
  if (in_digits && text[at + 2].value == *number) {  // "tre (3) elever"
    count.end = at + 4;
    count.article = false;
  } else if (is_dash(text[at + 1]) || text[at + 1].is(role::range) || before.is(role::amid)) {
    const Token& last = text[at + 2];
    if (last.is(role::number) && last.value < 100 && !is_continued(text, at + 2)) {
      count.low = std::min(*number, last.value);
      count.high = std::max(*number, last.value);
      count.end = at + 3;
      count.article = false;
    }
  }
  return count;
}

Noun noun_at(const TokenWindow& text, int at, bool any_adjective) {
  int k = text[at].is_sign('(') ? at + 1 : at;
  bool may_be_verb = false;
  for (int passed = 0; passed < 4; ++passed, ++k) {
    const Token& token = text[k];
    if (token.is_digits() && is_dash(text[k + 1]) && glues(text, k + 1)) k += 2;  // 3-åringar
    const Token& word = text[k];
    if (!is_word(word)) break;
    if (word.elliptic) return {Head::other, k};
    if (word.is(role::nominal)) {
      const Noun next = noun_at(text, k + 1);
      if (next.head != Head::none) return next;
      return {word.is(role::children) ? Head::children : Head::child, k};
    }
    if (word.is(role::children)) return {Head::children, k};
    if (word.is(role::child)) return {Head::child, k};
    if (word.is(role::the_child)) return {Head::the_child, k};
    if (word.is(role::answers)) return {Head::answers, k};
    if (word.is(role::guardians)) return {Head::guardians, k};
    if (word.is(role::adult)) return {Head::other, k};
    if (word.is(role::between | role::adjective) || (any_adjective && word.roles == 0)) {
      may_be_verb = may_be_verb || word.is(role::past);
      continue;
    }
    if (word.is(role::plain | role::past | role::supine | role::share | role::letter | role::one)) break;
    return {may_be_verb ? Head::none : Head::other, k};
  }
  return {Head::none, k};
}

bool sentence_has(const TokenWindow& text, Roles roles, int first, int last) {
  for (int k = first; k <= last; ++k)
    if (text[k].is(roles)) return true;
  return false;
}

bool is_about_children(const TokenWindow& text) {
  if (sentence_has(text, role::result | role::place)) return true;
  for (int k = -TokenWindow::reach; k <= 0; ++k)
    if (text.anywhere(k).is(role::children | role::child | role::the_child)) return true;
  return sentence_has(text, role::children | role::child | role::the_child, 1);
}

bool grade_at(const TokenWindow& text, int at) {
  const Token& token = text[at];
  if (!token.is(role::letter) || (token.glued && text[at - 1].is_digits())) return false;  // 4A is a class
  const Token& after = text[at + 1];
  if (after.kind == Token::Kind::word) return after.is(role::plain | role::capitalised);
  if (after.kind == Token::Kind::sign && after.glued)
    return std::u32string_view(U",.;)!?/").find(after.sign) != std::u32string_view::npos;  // F-3 is a school
  return !after.is_sign(U'§');
}

std::optional<int> place_at(const TokenWindow& text, int at) {
  if (!text[at].is(role::preposition)) return std::nullopt;
  const Token& where = text[at + 1];
  if (where.is_digits() && text[at + 2].glued && text[at + 2].is(role::letter)) return at + 2;
  if (!where.is(role::place)) return std::nullopt;
  if (!where.is(role::label)) return at + 1;
  const int number = text[at + 2].is_sign('.') ? at + 3 : at + 2;
  if (!text[number].is(role::number) && !text[number].is(role::letter)) return std::nullopt;
  return number;
}

}  // namespace kvalitet::disclosure
