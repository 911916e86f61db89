#include "base/words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

TEST_CASE("inside a sentence words begin with a small letter", "[words]") {
  CHECK(with_small_letter("Processdialog") == "processdialog");
  CHECK(with_small_letter("Åtagande") == "åtagande");
  CHECK(with_small_letter("Öppna frågor") == "öppna frågor");
  CHECK(with_small_letter("TLD-mätning") == "TLD-mätning");
  CHECK(with_small_letter("liten") == "liten");
  CHECK(with_small_letter("×y") == "×y");
  CHECK(with_small_letter("A") == "A");
  CHECK(with_small_letter("").empty());
}

TEST_CASE("days of the year in words", "[words]") {
  CHECK(in_words(MonthDay{8, 31}) == Localised{"31 augusti", "31 August"});
  CHECK(in_words(MonthDay{12, 0}) == Localised{"december", "December"});
  CHECK(in_words(MonthDay{11, 15}, MonthDay{2, 0}) == Localised{"15 november – februari", "15 November – February"});
  CHECK(in_words(MonthDay{9, 0}, MonthDay{9, 0}) == Localised{"september", "September"});
  CHECK(in_words(MonthDay{13, 40}).sv == "13-40");  // no day at all, which only programs can give
}
