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
  CHECK(in_words(MonthDay{5, 0}, MonthDay{6, 0}) == Localised{"maj–juni", "May–June"});
  CHECK(in_words(MonthDay{11, 15}, MonthDay{2, 0}) == Localised{"15 november – februari", "15 November – February"});
  CHECK(in_words(MonthDay{9, 0}, MonthDay{9, 0}) == Localised{"september", "September"});
  CHECK(in_words(MonthDay{13, 40}).sv == "13-40");  // no day at all, which only programs can give
}

TEST_CASE("what has a title and an id", "[words]") {
  const Named knowledge{{"Kunskaper", "Knowledge"}, "knowledge"};
  const Named safety{{"Trygghet", ""}, "safety"};
  const Named nameless{{}, "an-id"};
  CHECK(title_or_id(safety) == Localised{"Trygghet", "Trygghet"});
  CHECK(title_or_id(nameless) == Localised{"an-id", "an-id"});
  CHECK(title_and_id(knowledge) == Localised{"Kunskaper (”knowledge” i filen)", "Knowledge (“knowledge” in the file)"});
  CHECK(title_and_id(nameless) == Localised{"”an-id”", "“an-id”"});
  CHECK(in_one_line({}) == Localised{"–", "–"});
  CHECK(in_one_line({knowledge, safety, nameless}) == Localised{"Kunskaper (knowledge), Trygghet (safety), an-id",
                                                                "Knowledge (knowledge), Trygghet (safety), an-id"});
  const std::string line = in_one_line(std::vector<Named>(13, nameless)).sv.str();
  CHECK(line.size() == 12 * std::string("an-id, ").size() + std::string("…").size());
}
