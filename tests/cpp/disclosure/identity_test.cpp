// Personal identity numbers, whatever their digits: of the days before 1910 only, since nobody born then is alive.
#include "disclosure/sentences.hpp"
#include "io/random_values.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

std::string two(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The digit that makes nine digits and itself a number: the definition, by sums of digits.
char check_digit(const std::string& nine) {
  int sum = 0;
  for (std::size_t i = 0; i < nine.size(); ++i) {
    const std::string product = std::to_string((nine[i] - '0') * (i % 2 == 0 ? 2 : 1));
    for (const char c : product) sum += c - '0';
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

struct Number {
  std::string century;
  std::string birth;  ///< YYMMDD
  std::string last;   ///< four digits
};

Number random_number(kvalitet_test::RandomValues& random, bool coordination) {
  const std::size_t year = random.up_to(9);
  const std::size_t day = 1 + random.up_to(27) + (coordination ? 60 : 0);
  Number number{"19", two(year) + two(1 + random.up_to(11)) + two(day),
                two(random.up_to(99)) + std::to_string(random.up_to(9))};
  number.last += check_digit(number.birth + number.last);
  return number;
}

}  // namespace

TEST_CASE("identity and coordination numbers in every form", "[free-text]") {
  kvalitet_test::RandomValues random(1);
  for (int round = 0; round < 500; ++round) {
    const Number n = random_number(random, round % 2 == 1);
    for (const std::string& form :
         {n.century + n.birth + n.last, n.century + n.birth + "-" + n.last, n.birth + "+" + n.last, n.birth + n.last,
          n.birth + "-" + n.last, n.birth + "–" + n.last, n.birth + " " + n.last,
          n.century + n.birth + "\xC2\xA0" + n.last}) {
      INFO(form);
      CHECK(finds("Numret är " + form + " i registret.", "identity_number"));
      CHECK(finds(form, "identity_number"));
      CHECK(finds("(" + form + ")", "identity_number"));
    }
  }
}

TEST_CASE("another last digit or an impossible day makes it no such number", "[free-text]") {
  kvalitet_test::RandomValues random(2);
  for (int round = 0; round < 500; ++round) {
    Number n = random_number(random, false);
    n.last.back() = n.last.back() == '9' ? '0' : static_cast<char>(n.last.back() + 1);
    CHECK_FALSE(finds(n.century + n.birth + "-" + n.last, "identity_number"));
  }
  for (const std::string birth : {"051301", "050001", "050100", "050132", "050431", "050230", "050229", "059999"}) {
    const std::string nine = birth + "123";
    INFO(birth);
    CHECK_FALSE(finds("19" + nine + check_digit(nine), "identity_number"));
    CHECK_FALSE(finds(birth + "-123" + check_digit(nine), "identity_number"));
  }
  CHECK(finds("19040229-123" + std::string(1, check_digit("040229123")), "identity_number"));  // a leap year
}

TEST_CASE("numbers of other kinds are left alone", "[free-text]") {
  for (const char* number : {"212000-0563", "2026-09-01", "12345678", "0685", "1 200 000", "2026/27",
                             "978-91-7000-150-5", "SE4550000000058398257466", "2024/123456", "10.30–11.15"}) {
    INFO(number);
    CHECK(may_leave(number));
  }
}
