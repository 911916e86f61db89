// Published figures, and that reading and writing them is the same in every locale.
#include "kvalitet/base/value.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_random.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <locale>
#include <stdexcept>

using namespace kvalitet;

namespace {

struct DecimalComma : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("a figure or the reason why there is none", "[value]") {
  CHECK(parse_value("12.5") == Value::number(12.5));
  CHECK(parse_value("12,5") == Value::number(12.5));
  CHECK(parse_value("-3") == Value::number(-3));
  CHECK(parse_value("007") == Value::number(7));
  CHECK(parse_value("1.5e-7") == Value::number(1.5e-7));
  CHECK(parse_value(".") == Value::missing());
  CHECK(parse_value("..") == Value::suppressed());
  CHECK(parse_value("~100") == Value::approximate(100));
  CHECK(parse_value("~100") != Value::number(100));
  CHECK(Value() == Value::missing());
  CHECK(Value::number(2).number_or_approximate() == 2.0);
  CHECK(Value::approximate(2).number_or_approximate() == 2.0);
  CHECK_FALSE(Value::suppressed().number_or_approximate());
  CHECK_FALSE(Value::missing().number_or_approximate());
}

TEST_CASE("anything else is no figure", "[value]") {
  const auto* text =
      GENERATE("", " ", "...", "~", "~.", "~~1", "1 ", " 1", "+1", "-", ".5", "5.", "5,", "1.2.3", "1,2,3", "1 000",
               "1e", "1e+", "e5", "0x10", "0x1p3", "nan", "NaN", "inf", "-inf", "infinity", "1e400", "-1e400", "~1e400",
               "١٢", "12 %", "1e5.5", "111111111111111111111111111111111");
  CAPTURE(text);
  CHECK_FALSE(parse_value(text));
}

TEST_CASE("numbers next to zero are numbers", "[value]") {
  CHECK(parse_value("1e-400") == Value::number(0));
  CHECK(parse_value("4.9406564584124654e-324") == Value::number(std::numeric_limits<double>::denorm_min()));
}

TEST_CASE("no value is not a number", "[value]") {
  CHECK_THROWS_AS(Value::number(std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(Value::approximate(std::numeric_limits<double>::infinity()), std::invalid_argument);
}

TEST_CASE("a figure is written with the fewest digits", "[value]") {
  CHECK(to_string(Value::number(0.1)) == "0.1");
  CHECK(to_string(Value::number(100000)) == "100000");
  CHECK(to_string(Value::number(20.0 / 3)) == "6.666666666666667");
  CHECK(to_string(Value::number(-0.0)) == "0");
  CHECK(to_string(Value::number(1e15)) == "1e+15");
  CHECK(to_string(Value::number(0.000001)) == "0.000001");
  CHECK(to_string(Value::approximate(100)) == "~100");
  CHECK(to_string(Value::suppressed()) == "..");
  CHECK(to_string(Value::missing()) == ".");
}

TEST_CASE("what is written reads back as the same number", "[value]") {
  const double mantissa = GENERATE(take(200, random(-10.0, 10.0)));
  const int exponent = GENERATE(-300, -20, -7, -3, 0, 2, 14, 15, 300);
  const Value value = Value::number(mantissa * std::pow(10.0, exponent));
  CAPTURE(to_string(value));
  CHECK(parse_value(to_string(value)) == value);
  CHECK(to_string(value).find(',') == std::string::npos);
}

TEST_CASE("figures do not depend on the locale", "[value]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new DecimalComma));
  const auto parsed = parse_value("1234.5");
  const std::string written = to_string(Value::number(1234.5));
  std::locale::global(before);
  CHECK(parsed == Value::number(1234.5));
  CHECK(written == "1234.5");
}
