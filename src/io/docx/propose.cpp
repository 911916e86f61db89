// What a template's words could mean, for a person to confirm.
#include "base/blank.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "io/docx/content.hpp"
#include "io/docx/fault.hpp"
#include "io/docx/labels.hpp"
#include "io/docx/synonyms.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace kvalitet::docx {
namespace {

constexpr std::size_t longest = 80;  // of a label

/// Words of a document that look like a label, and what stands with them.
struct Candidate {
  std::string label;
  int level = 0;
  std::size_t table = 0;  // of a column: which table, from 1
  std::vector<std::string> examples;
};

std::string folded_label(std::string_view text) {
  std::string folded = folded_title(text);
  while (!folded.empty() && std::string_view(":?*. ").find(folded.back()) != std::string_view::npos) folded.pop_back();
  return folded;
}

std::string text_of(const Cell& cell) {
  std::string text;
  for (const Paragraph& paragraph : cell.paragraphs) {
    if (is_blank(paragraph.text)) continue;
    if (!text.empty()) text += '\n';
    text += paragraph.text;
  }
  return text;
}

bool may_be_label(std::string_view text) {
  return !is_blank(text) && text.size() <= longest && text.find('\n') == std::string_view::npos;
}

class Collector {
 public:
  std::vector<Candidate> collect(const Body& body) && {
    for (const Block& block : body.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block))
        take(*paragraph);
      else
        take(std::get<Table>(block));
    }
    return std::move(all_);
  }

 private:
  void take(const Paragraph& paragraph) {
    const std::string& text = paragraph.text;
    if (is_blank(text) || paragraph.title || paragraph.help > 0) return;
    if (paragraph.level > 0) {
      add(text, paragraph.level);
      return;
    }
    const std::size_t colon = text.find(':');
    const bool labelled = colon != std::string::npos && colon < longest / 2;
    if (labelled && (paragraph.bold > 0 || all_.empty() || all_.back().level == 0)) {
      add(text.substr(0, colon), 0);
      example(text.substr(colon + 1));
    } else if (paragraph.bold > 0 && may_be_label(text.substr(0, paragraph.bold))) {
      add(text.substr(0, paragraph.bold), 0);
      example(text.substr(paragraph.bold));
    } else {
      example(text);
    }
  }

  void take(const Table& table) {
    ++tables_;
    if (table.rows.empty()) return;
    // Labels stand at the left where cells come in pairs; otherwise at the top.
    const std::size_t width = table.rows.front().cells.size();
    const bool pairs = width == 2 || (width == 4 && table.rows.size() < 4);
    if (pairs && std::all_of(table.rows.begin(), table.rows.end(),
                             [](const Row& row) { return row.cells.empty() || may_be_label(text_of(row.cells[0])); })) {
      for (const Row& row : table.rows)
        for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2)
          if (may_be_label(text_of(row.cells[i]))) {
            add(text_of(row.cells[i]), 0);
            example(text_of(row.cells[i + 1]));
          }
      return;
    }
    for (const Cell& head : table.rows.front().cells) {
      if (!may_be_label(text_of(head))) continue;
      add(text_of(head), 0, tables_);
      for (std::size_t i = 1; i < table.rows.size(); ++i)
        for (const Cell& cell : table.rows[i].cells)
          if (cell.column == head.column) example(text_of(cell));
    }
  }

  void add(std::string label, int level, std::size_t table = 0) {
    all_.push_back({std::move(label), level, table, {}});
  }
  void example(const std::string& text) {
    constexpr std::size_t most = 3;
    if (!all_.empty() && !is_blank(text) && all_.back().examples.size() < most)
      all_.back().examples.push_back(cut(text));
  }

  std::vector<Candidate> all_;
  std::size_t tables_ = 0;
};

/// Number of letters to change, up to 3.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

/// A place that a label could mean.
struct Guess {
  const Spot* spot = nullptr;
  Certainty certainty = Certainty::unknown;
  std::size_t order = 0;  // of its word among the synonyms
};

class Proposer {
 public:
  explicit Proposer(const Spot& root) : longest_(root.longest_label) { gather(root); }

  /// All that the label could mean, the surest first.
  [[nodiscard]] std::vector<Guess> guesses(std::string_view label) const {
    const std::string folded = folded_label(label);
    std::vector<Guess> all;
    if (folded.empty()) return all;
    const LabelText text(label, longest_);
    for (const Spot* spot : spots_) {
      if (text.is(spot->labels) || (spot->shape == Shape::sections && begins_with(label, spot->beginnings)))
        all.push_back({spot, Certainty::certain, 0});
      for (std::size_t i = 0; i < synonyms().size(); ++i) {
        const Synonym& synonym = synonyms()[i];
        if (synonym.record != spot->parent->record->name || synonym.field != spot->field->key) continue;
        if (synonym.word == folded)
          all.push_back({spot, Certainty::likely, i});
        else if (looks_like(folded, synonym.word))
          all.push_back({spot, Certainty::unsure, i});
      }
    }
    std::stable_sort(all.begin(), all.end(), [](const Guess& a, const Guess& b) { return a.certainty < b.certainty; });
    return all;
  }

  /// The lists of sections, from the outermost, that headings without words may begin.
  [[nodiscard]] static std::vector<const Spot*> chain(const Spot& root) {
    std::vector<const Spot*> all;
    for (const Spot* at = &root; at != nullptr;) {
      const auto next = std::find_if(at->children.begin(), at->children.end(),
                                     [](const Spot& child) { return child.shape == Shape::sections; });
      at = next == at->children.end() ? nullptr : &*next;
      if (at != nullptr) all.push_back(at);
    }
    return all;
  }

 private:
  void gather(const Spot& within) {
    for (const Spot& child : within.children) {
      spots_.push_back(&child);
      if (child.holds_fields()) gather(child);
    }
  }
  static bool looks_like(std::string_view label, std::string_view word) {
    constexpr std::size_t shortest = 6;
    if (word.size() < shortest || label.size() < shortest) return false;
    if (label.substr(0, word.size()) == word ||
        (label.size() > word.size() && label.substr(label.size() - word.size()) == word))
      return true;
    const std::size_t apart = label.size() > word.size() ? label.size() - word.size() : word.size() - label.size();
    return apart <= 2 && distance(label, word) <= 2;
  }
  std::size_t longest_;
  std::vector<const Spot*> spots_;
};

/// Of several guesses, the one whose record the other columns of its table speak of.
Guess choose(const std::vector<Guess>& guesses, const std::map<const Spot*, std::size_t>& company) {
  if (guesses.empty()) return {};
  const Guess* best = &guesses.front();
  const auto friends = [&](const Guess& guess) {
    const auto found = company.find(guess.spot->parent);
    return found == company.end() ? 0 : found->second;
  };
  for (const Guess& guess : guesses)
    if (guess.certainty == best->certainty && friends(guess) > friends(*best)) best = &guess;
  return *best;
}

}  // namespace
}  // namespace kvalitet::docx

namespace kvalitet {

FormProposal propose_form(const TypeInfo& type, std::string_view bytes, const DocxOptions& options,
                          const DocxLimits& limits) {
  using namespace docx;
  const QualitySystem& system = system_of(options);
  const auto spots = make_spots(type, {});
  std::vector<Candidate> candidates;
  try {
    const Content content(bytes, limits);
    candidates = Collector().collect(content.body());
  } catch (const Fault& fault) {
    const Localised reason = render(message_template(fault.code).message, fault.data);
    throw UsageError("docx.cannot-use", {{"reason_sv", reason.sv}, {"reason_en", reason.en}});
  }
  const Proposer proposer(*spots);
  std::vector<std::vector<Guess>> guesses;
  std::map<std::size_t, std::map<const Spot*, std::size_t>> company;  // by table
  for (const Candidate& candidate : candidates) {
    guesses.push_back(proposer.guesses(candidate.label));
    for (const Guess& guess : guesses.back())
      if (guess.certainty <= Certainty::likely) ++company[candidate.table][guess.spot->parent];
  }

  FormProposal proposal;
  const auto documents = documents_of(system, type);
  if (!documents.empty()) proposal.form.document = documents.front()->id;
  std::map<int, std::size_t> unnamed;  // headings without words that are known, by level
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Guess guess = choose(guesses[i], company[candidate.table]);
    if (candidate.level > 0 && guess.certainty == Certainty::unknown) ++unnamed[candidate.level];
    const std::string key = folded_label(candidate.label) + '\n' + std::to_string(candidate.level);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
    seen.push_back(key);
    ProposedLabel label{Text(candidate.label), candidate.level, {}, guess.certainty, {}};
    for (const std::string& example : candidate.examples) label.examples.emplace_back(example);
    if (guess.spot != nullptr) label.field = Text(guess.spot->path);
    if (guess.certainty == Certainty::likely) proposal.form.labels.push_back({label.label, label.field});
    proposal.labels.push_back(std::move(label));
  }
  // Records whose titles stand in columns or beside labels begin at no heading.
  auto chain = Proposer::chain(*spots);
  chain.erase(std::remove_if(chain.begin(), chain.end(),
                             [&](const Spot* section) {
                               return std::any_of(
                                   proposal.labels.begin(), proposal.labels.end(), [&](const auto& label) {
                                     return label.level == 0 && label.certainty <= Certainty::likely &&
                                            (label.field == section->path ||
                                             (section->title() != nullptr && label.field == section->title()->path));
                                   });
                             }),
              chain.end());
  std::size_t next = 0;
  for (const auto& [level, count] : unnamed) {
    if (next == chain.size()) break;
    proposal.form.headings.push_back({level, Text(chain[next++]->path)});
  }
  return proposal;
}

}  // namespace kvalitet
