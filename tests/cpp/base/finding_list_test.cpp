#include "base/finding_list.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

/// The pointers of the findings left of so many, the count of those left out among them.
std::vector<std::string> kept(std::size_t limit, int findings, int* made = nullptr) {
  FindingList list(limit);
  for (int i = 1; i <= findings; ++i)
    list.add([i, made] {
      if (made != nullptr) ++*made;
      return make_finding("json.syntax", Severity::error, Text(std::to_string(i)),
                          {{"line", std::int64_t{1}}, {"column", std::int64_t{i}}});
    });
  std::vector<std::string> result;
  for (const Finding& finding : std::move(list).take())
    result.push_back(finding.code == "read.more-findings"
                         ? "+" + std::to_string(std::get<std::int64_t>(finding.data.at(0).second))
                         : finding.pointer.str());
  return result;
}

}  // namespace

TEST_CASE("a finding is made from its entry", "[base]") {
  const Data data{{"line", std::int64_t{3}}, {"column", std::int64_t{4}}};
  const Finding finding = make_finding("json.syntax", Severity::advice, "/a", data);
  CHECK(finding.rule == "json.syntax");
  CHECK(finding.code == "json.syntax");
  CHECK(finding.severity == Severity::advice);
  CHECK(finding.pointer == "/a");
  CHECK(finding.message.sv == "Texten är inte giltig JSON på rad 3, tecken 4.");
  CHECK(finding.hint == render(message_template("json.syntax").hint, data));
  CHECK(finding.data == data);
  CHECK_FALSE(finding.place);
  CHECK_FALSE(finding.basis);
}

TEST_CASE("the first findings and the last are kept, the others counted", "[base]") {
  using Kept = std::vector<std::string>;
  CHECK(kept(5, 0).empty());
  CHECK(kept(5, 4) == Kept{"1", "2", "3", "4"});
  CHECK(kept(5, 5) == Kept{"1", "2", "3", "+1", "5"});
  CHECK(kept(5, 6) == Kept{"1", "2", "3", "+2", "6"});
  CHECK(kept(5, 1000) == Kept{"1", "2", "3", "+996", "1000"});
  CHECK(kept(0, 9) == Kept{"1", "+7", "9"});  // less says nothing
}

TEST_CASE("those between are never made", "[base]") {
  int made = 0;
  (void)kept(5, 1000, &made);
  CHECK(made == 5);
}
