#include "kvalitet/io/html.hpp"

#include "io/count.hpp"
#include "kvalitet/base/error.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;
using namespace kvalitet::tests;

TEST_CASE("the principles are a table, alone or on a page of their own", "[html]") {
  const Guideline guideline = builtin_guideline("vetlanda-2024");
  const Text part = write_principles(guideline);
  CHECK(part.str().rfind("<table ", 0) == 0);
  CHECK(count(part.view(), "<tr ") == 1 + guideline.principles.size());
  CHECK_FALSE(says(part, "<style"));
  const Text page = write_principles(guideline, {.page = true});
  CHECK(page.str().rfind("<!doctype html>\n<html lang=\"sv\">", 0) == 0);
  CHECK(says(page, "<title>Styrande principer, Vetlanda kommun</title>"));
  CHECK(page == write_principles(guideline, {.page = true}));
  CHECK(says(write_principles(guideline, {.language = Language::en}), "What is it to lead to?"));
}

TEST_CASE("a principle without reasons says so, and no element is left empty", "[html]") {
  Guideline guideline;
  guideline.principles.resize(1);
  guideline.principles[0].title.sv = "</th><script>";
  const Text part = write_principles(guideline);
  CHECK(count(part.view(), "Riktlinjen säger inget om detta.") == 2);
  CHECK(says(part, "&lt;/th&gt;&lt;script&gt;"));
  CHECK_FALSE(says(part, "<script"));
  guideline.principles.clear();
  CHECK(write_principles(guideline) == "<p>Riktlinjen har inga styrande principer.</p>\n");
}

TEST_CASE("a page has the colours of its scheme, and refuses those that cannot be read", "[html]") {
  const Guideline guideline = builtin_guideline("vetlanda-2024");
  CHECK(says(write_principles(guideline, {.page = true}), "prefers-color-scheme:dark"));
  CHECK_FALSE(says(write_principles(guideline, {.page = true, .scheme = PictureScheme::dark}), "prefers-color-scheme"));
  HtmlOptions pale{.page = true};
  pale.dark_theme.ink = "#222222";
  CHECK_THROWS_AS(write_principles(guideline, pale), UsageError);
}
