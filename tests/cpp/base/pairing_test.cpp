#include "base/pairing.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <string_view>

using namespace kvalitet;

namespace {

/// `=a` for what belongs together and is equal, `ab` for what is changed, `-a` and `+b` for one alone.
std::string paired(std::string_view before, std::string_view after) {
  std::string out;
  for (const Pair& pair : pair_in_order(before.size(), after.size(),
                                        [&](std::size_t i, std::size_t j) { return before[i] == after[j]; })) {
    if (!out.empty()) out += ' ';
    if (!pair.before)
      out += std::string("+") + after[*pair.after];
    else if (!pair.after)
      out += std::string("-") + before[*pair.before];
    else if (before[*pair.before] == after[*pair.after])
      out += std::string("=") + before[*pair.before];
    else
      out += std::string(1, before[*pair.before]) + after[*pair.after];
  }
  return out;
}

}  // namespace

TEST_CASE("items are paired by what stayed", "[diff]") {
  CHECK(paired("", "").empty());
  CHECK(paired("abc", "abc") == "=a =b =c");
  CHECK(paired("abc", "ac") == "=a -b =c");
  CHECK(paired("ac", "abc") == "=a +b =c");
  CHECK(paired("abc", "axc") == "=a bx =c");
  CHECK(paired("abcd", "xbyd") == "ax =b cy =d");
  CHECK(paired("abcde", "cab") == "+c =a =b -c -d -e");
  CHECK(paired("ab", "xyz") == "ax by +z");
  CHECK(paired("aaa", "aa") == "=a =a -a");
}

TEST_CASE("every item is paired once and in order, however long the lists", "[diff]") {
  const std::size_t length = GENERATE(1U, 7U, 199U, 201U, 3000U);
  std::size_t comparisons = 0;
  const auto pairs = pair_in_order(length, length + 3, [&](std::size_t i, std::size_t j) {
    ++comparisons;
    return i % 5 == (j + 2) % 5 && i % 3 != 0;
  });
  std::size_t before = 0;
  std::size_t after = 0;
  for (const Pair& pair : pairs) {
    if (pair.before) CHECK(*pair.before == before++);
    if (pair.after) CHECK(*pair.after == after++);
  }
  CHECK(before == length);
  CHECK(after == length + 3);
  CHECK(comparisons < 60'000);
}
