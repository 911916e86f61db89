// Each part of a guideline has the modal of a verb that it quotes; docs/decisions/008-modals.md says which verb is
// which.
#include "base/walk.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "rules/systems.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace kvalitet;
using namespace kvalitet::tests;

namespace {

const std::map<std::string, Modal, std::less<>> modal_words{
    {"ska", Modal::shall},    {"bör", Modal::should}, {"behöver", Modal::should}, {"behövs", Modal::should},
    {"stöd", Modal::support}, {"kan", Modal::may},    {"möjligt", Modal::may},    {"möjlighet", Modal::may},
};

/// What opens a clause that says what something is about or for.
const std::set<std::string, std::less<>> openers{"att", "som", "hur", "när", "vad"};

struct Verbs {
  std::set<Modal> all;
  std::set<Modal> deciding;  ///< but for the first after an opener, whose clause ends with it or at the next mark
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

Verbs verbs_of(std::string_view quote) {
  Verbs verbs;
  std::string word;
  bool open = false;
  for (const char c : std::string(quote) + ".") {
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (const auto found = modal_words.find(word); found != modal_words.end()) {
      const Modal modal = found->second;
      const bool is_noun = modal == Modal::support;  // "som ett stöd" is no clause
      verbs.all.insert(modal);
      if (!open || is_noun) verbs.deciding.insert(modal);
      open = open && is_noun;
    }
    open = (open || openers.count(word) > 0) && c == ' ';
    word.clear();
  }
  return verbs;
}

using Modals = std::set<Modal>;

/// The built-in guidelines and those of the tests.
std::vector<Guideline> guidelines() {
  std::vector<Guideline> all;
  for (const Id& id : builtin_guidelines()) all.push_back(builtin_guideline(id));
  for (const auto& entry : std::filesystem::directory_iterator(fixtures / "guidelines"))
    if (entry.path().string().find(".policy.") == std::string::npos)
      all.push_back(without_findings(read_guideline(text_of(entry.path()))));
  return all;
}

}  // namespace

TEST_CASE("the verbs of a sentence, and those that decide", "[modals]") {
  const auto check = [](const char* quote, const Modals& all, const Modals& deciding) {
    INFO(quote);
    CHECK(verbs_of(quote).all == all);
    CHECK(verbs_of(quote).deciding == deciding);
  };
  check("Planen görs och har med sig det som krävs.", {}, {});
  check("Planen ska vara klar.", {Modal::shall}, {Modal::shall});
  check("Bör planen vara klar?", {Modal::should}, {Modal::should});
  check("Stöd- och styrkedjan.", {}, {});
  check("Den fungerar som ett stöd.", {Modal::support}, {Modal::support});
  check("Den kan användas som stöd.", {Modal::may, Modal::support}, {Modal::may, Modal::support});
  check("Rektor beslutar hur arbetet ska gå till.", {Modal::shall}, {});
  check("Rektor beslutar hur, men ska berätta.", {Modal::shall}, {Modal::shall});
  check("För att alla ska lyckas behövs stöd.", {Modal::shall, Modal::should, Modal::support},
        {Modal::should, Modal::support});
}

TEST_CASE("each part has the modal of a verb that it quotes", "[modals]") {
  std::map<Modal, int> seen;
  for (const Guideline& guideline : guidelines()) {
    walk(type_info<Guideline>(), &guideline, [&](const Visit& visit) {
      const auto* basis = visit.as<Basis>();
      if (basis == nullptr) return true;
      if (!basis->modal || !basis->citation || basis->citation->paraphrase) return false;
      CAPTURE(guideline.id.str(), visit.pointer, basis->citation->quote.str());
      const Verbs verbs = verbs_of(basis->citation->quote);
      CHECK((basis->modal == Modal::present ? verbs.deciding.empty() : verbs.all.count(*basis->modal) > 0));
      ++seen[*basis->modal];
      return false;
    });
  }
  for (const auto& choice : Describe<Modal>::values) {
    INFO(choice.key);
    CHECK(seen[choice.value] > 0);
  }
}

TEST_CASE("a sentence with an obliging verb obliges somebody, and a duty or a rule carries it", "[modals]") {
  const Guideline guideline = builtin_guideline("vetlanda-2024");
  int obliging = 0;
  for (const TraceRow& row : trace(guideline)) {
    const std::string sentence = " " + row.sentence.str();
    const Modals deciding = verbs_of(sentence).deciding;
    bool obliges = deciding.count(Modal::shall) > 0 || deciding.count(Modal::should) > 0;
    for (const char* words : {" ansvarar för att ", " har att ", " har ansvar", " har det övergripande ansvaret"})
      obliges = obliges || sentence.find(words) != std::string::npos;
    if (!obliges) continue;
    CAPTURE(row.section.str(), row.heading.str(), row.sentence.str());
    CHECK(row.bearing == Bearing::obliges);
    CHECK_FALSE(row.carried_by.empty());
    ++obliging;
  }
  CHECK(obliging > 15);
}
