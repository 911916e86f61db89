// Numbers and addresses that belong to one person.
#include "disclosure/finds.hpp"

namespace kvalitet::disclosure {
namespace {

bool is_digits(const Token& token, unsigned digits) {
  return token.kind == Token::Kind::digits && token.digits == digits;
}

/// YYMMDD of a day that some year has; a coordination number has 60 added to its day.
bool is_day(std::uint64_t yymmdd, bool may_be_coordination) {
  static constexpr unsigned days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const std::uint64_t month = yymmdd / 100 % 100;
  std::uint64_t day = yymmdd % 100;
  if (may_be_coordination && day > 60) day -= 60;
  if (month < 1 || month > 12 || day < 1 || day > days[month - 1]) return false;
  return month != 2 || day < 29 || yymmdd / 10000 % 4 == 0;
}

/// The last of ten digits checks the others.
bool is_checked(std::uint64_t ten) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 10; ++i, ten /= 10) {
    const auto digit = static_cast<unsigned>(ten % 10);
    sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
  }
  return sum % 10 == 0;
}

bool is_century(std::uint64_t century) { return century >= 18 && century <= 20; }

/// Six digits or, with the century, eight: a day of birth.
bool is_birth(const Token& token, bool may_be_coordination) {
  if (is_digits(token, 6)) return is_day(token.value, may_be_coordination);
  return is_digits(token, 8) && is_century(token.value / 1'000'000) &&
         is_day(token.value % 1'000'000, may_be_coordination);
}

/// 121212-1212, 19121212-1212, 121212+1212, 191212121212; and the schools' own for those who lack one: 121212-TF12.
void identity_number(const TokenWindow& text, Finds& finds) {
  const Token& token = text[0];
  if (is_digits(token, 10) || is_digits(token, 12)) {
    const std::uint64_t ten = token.value % 10'000'000'000;
    if ((token.digits == 10 || is_century(token.value / 10'000'000'000)) && is_day(ten / 10'000, true) &&
        is_checked(ten))
      finds.push_back(find(FreeTextKind::identity_number, token, token));
    return;
  }
  if (!is_birth(token, true)) return;
  const int rest = text[1].is_sign('-') || text[1].is_sign('+') || text[1].is_sign(U'—') ? 2 : 1;
  if (is_digits(text[rest], 4)) {
    if (is_checked(token.value % 1'000'000 * 10'000 + text[rest].value))
      finds.push_back(find(FreeTextKind::identity_number, token, text[rest]));
    return;
  }
  const Token& letters = text[2];
  const bool is_temporary = rest == 2 && letters.glued && letters.letters >= 1 && letters.letters <= 2 &&
                            text[3].glued && is_digits(text[3], 4U - letters.letters);
  if (is_temporary) finds.push_back(find(FreeTextKind::identity_number, token, text[3]));
}

/// "född 2015-03-04", "född den 4 mars 2015"
void birthday(const TokenWindow& text, Finds& finds) {
  if (!text[0].is(role::born)) return;
  int k = 1;
  while (k < 4 && (text[k].is(role::label) || text[k].is_sign(':'))) ++k;  // "den", ":"
  const auto found = [&](int last) { finds.push_back(find(FreeTextKind::single_child, text[0], text[last])); };
  if (is_birth(text[k], false)) return found(k);
  const bool dashes = text[k + 1].is_sign('-') && text[k + 3].is_sign('-');
  if (is_digits(text[k], 4) && dashes && is_digits(text[k + 2], 2) && is_digits(text[k + 4], 2)) return found(k + 4);
  if (text[k].is_digits() && text[k].value >= 1 && text[k].value <= 31 && text[k + 1].is(role::label) &&
      is_digits(text[k + 2], 4))
    found(k + 2);
}

/// Around the @: letters, digits and what may stand between them, all glued together, with a point after it.
void mail_address(const TokenWindow& text, Finds& finds) {
  if (!text[0].is_sign('@') || !text[0].glued || !text[1].glued) return;
  int first = 0;
  while (first > -12 && text[first].glued && text[first - 1].kind != Token::Kind::none &&
         !text[first - 1].is_sign('(') && !text[first - 1].is_sign(',') && !text[first - 1].is_sign(':'))
    --first;
  int last = 1;
  bool point = false;
  for (; last < 12 && text[last + 1].glued && text[last + 1].kind != Token::Kind::none; ++last) {
    const Token& next = text[last + 1];
    const bool joins = (next.is_sign('.') || next.is_sign('-')) && text[last + 2].glued &&
                       (text[last + 2].kind == Token::Kind::word || text[last + 2].is_digits());
    if (next.kind == Token::Kind::sign && !joins) break;
    point = point || next.is_sign('.');
  }
  if (point && first < 0) finds.push_back(find(FreeTextKind::e_mail, text[first], text[last]));
}

/// 0383-123 45, 070-123 45 67, 0701234567, +46 70 123 45 67
void phone_number(const TokenWindow& text, Finds& finds) {
  const bool abroad = text[0].is_sign('+');
  const int first = abroad ? 1 : 0;
  if (!text[first].is_digits()) return;
  if (text[0].glued && text[-1].kind == Token::Kind::sign) return;  // within a date or another number
  const unsigned most = abroad ? 12 : 10;
  std::uint64_t value = text[first].value;
  unsigned digits = text[first].digits;
  int last = first;
  bool area_code = false;
  for (int k = first + 1; digits < most; ++k) {
    const bool is_mark = text[k].is_sign('-') || text[k].is_sign('/') || text[k].is_sign('(') || text[k].is_sign(')');
    const Token& group = is_mark ? text[++k] : text[k];
    if (!group.is_digits() || group.digits < 2 || digits + group.digits > most) break;
    area_code = area_code || (is_mark && last == first && digits <= 4);
    for (unsigned i = 0; i < group.digits; ++i) value *= 10;
    value += group.value;
    digits += group.digits;
    last = k;
  }
  if (digits > most) return;
  const std::string number = std::to_string(value);  // without the zeros that it begins with
  const bool mobile = digits == 10 && number.front() == '7';
  const bool is_phone = abroad ? digits >= 9 && number.substr(0, 2) == "46"
                               : digits >= 8 && number.size() + 1 == digits && (mobile || area_code);
  if (is_phone) finds.push_back(find(FreeTextKind::phone, text[0], text[last]));
}

}  // namespace

void look_for_identity(const TokenWindow& text, Finds& finds) {
  const Token& token = text[0];
  if (token.kind == Token::Kind::digits) {
    identity_number(text, finds);
    phone_number(text, finds);
  } else if (token.kind == Token::Kind::sign) {
    mail_address(text, finds);
    if (token.sign == '+') phone_number(text, finds);
  } else {
    birthday(text, finds);
  }
}

}  // namespace kvalitet::disclosure
