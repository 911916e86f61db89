#include "disclosure/words.hpp"

#include "disclosure/word_table.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace kvalitet::disclosure {
namespace {

using Table = std::unordered_map<std::string_view, Word>;

void add(Table& table, Roles roles, std::string_view words, int value = 0) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    Word& known = table[word];
    known.roles |= roles;
    known.value = std::max(known.value, value);
  }
}

Table make_table() {
  Table table;
  for (const WordGroup& group : word_groups) add(table, group.roles, group.words);
  add(table, role::name, given_names);
  int value = 0;
  for (const std::string_view word : numbers_to_nineteen) add(table, role::number, word, value++);
  for (const std::string_view word : numbers_of_tens) {
    add(table, role::number, word, value);
    value += 10;
  }
  add(table, role::number | role::article, "en ett", 1);
  add(table, role::number | role::whole, "båda bägge", 2);
  add(table, role::number | role::plain, "ingen inga inget");
  add(table, role::number, "hundra tusen", 100);
  return table;
}

const Table& table() {
  static const Table made = make_table();
  return made;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

constexpr std::string_view child_stems[] = {"elev",  "barn",  "åring",  "klassare", "pojk",
                                            "flick", "kille", "killar", "tjej"};

bool has_beginning(std::string_view word, std::string_view begin) {
  return word.front() == begin.front() && word.substr(0, begin.size()) == begin;
}

/// What "gymnasieelever", "fritidsbarn" and "sexåringar" end with; empty for other words.
std::string_view child_in(std::string_view word) {
  for (std::size_t at = word.size(); at-- > 1;)
    for (const std::string_view stem : child_stems)
      if (has_beginning(word.substr(at), stem)) return word.substr(at);
  return {};
}

/// "tjugosju"
std::optional<int> compound_number(std::string_view word) {
  int value = 20;
  for (const std::string_view ten : numbers_of_tens) {
    if (has_beginning(word, ten)) {
      const std::string_view rest = word.substr(ten.size());
      const auto* const end = std::next(std::begin(numbers_to_nineteen), 10);
      const auto* const one = std::find(std::begin(numbers_to_nineteen), end, rest == "ett" ? "en" : rest);
      if (one != end) return value + static_cast<int>(one - std::begin(numbers_to_nineteen));
    }
    value += 10;
  }
  return std::nullopt;
}

constexpr Roles of_parts = role::health | role::name;
constexpr Roles of_compounds = role::children | role::child | role::the_child | role::gendered;

constexpr std::string_view supine_ends[] = {"at", "ats", "ält", "ärt", "ött"};
constexpr std::string_view adjective_ends[] = {"a", "ade", "nde", "re", "ste"};

Word guess(std::string_view word) {
  if (const auto found = table().find(child_in(word)); found != table().end())
    return {found->second.roles & of_compounds, 0};
  if (const auto value = compound_number(word)) return {role::number, *value};
  if (const std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos) {  // adhd-utredning, Eva-Stina
    for (const std::string_view part : {word.substr(0, hyphen), word.substr(word.rfind('-') + 1)})
      if (const auto found = table().find(part); found != table().end() && (found->second.roles & of_parts) != 0)
        return {found->second.roles & of_parts, 0};
  }
  if (word.back() == 's') {
    const auto name = table().find(word.substr(0, word.size() - 1));
    if (name != table().end()) return {name->second.roles & (role::name | role::adult), 0};
  }
  Word guessed;
  if (ends_with(word, "aren")) guessed.roles |= role::adult;  // föreläsaren
  if (ends_with(word, "ade") || ends_with(word, "ades")) guessed.roles |= role::past;
  for (const std::string_view end : supine_ends)
    if (ends_with(word, end)) guessed.roles |= role::supine;
  for (const std::string_view end : adjective_ends)
    if (ends_with(word, end)) guessed.roles |= role::adjective;
  return guessed;
}

}  // namespace

Word look_up(std::string_view word) {
  const auto found = table().find(word);
  return found != table().end() ? found->second : guess(word);
}

}  // namespace kvalitet::disclosure
