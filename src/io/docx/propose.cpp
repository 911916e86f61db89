// What a template's words could mean, for a person to confirm.
#include "base/blank.hpp"
#include "base/shown.hpp"
#include "documents/same_title.hpp"
#include "io/docx/content.hpp"
#include "io/docx/fault.hpp"
#include "io/docx/labels.hpp"
#include "io/docx/likeness.hpp"
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

std::string without_signs(std::string_view text) {
  std::string folded = folded_title(text);
  while (!folded.empty() && std::string_view(":?*. ").find(folded.back()) != std::string_view::npos) folded.pop_back();
  return folded;
}

std::string lines_of(const Cell& cell) {
  std::string text;
  for (const Paragraph& paragraph : cell.paragraphs) {
    if (is_blank(paragraph.text)) continue;
    if (!text.empty()) text += '\n';
    text += paragraph.text;
  }
  return text;
}

/// Every cell of it is bold.
bool is_head(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return std::all_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                       [](const Paragraph& paragraph) { return paragraph.bold == paragraph.text.size(); }) &&
           !is_blank(lines_of(cell));
  });
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
    const bool pairs = (width == 2 || (width == 4 && table.rows.size() < 4)) && !is_head(table.rows.front());
    if (pairs && std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
          return row.cells.empty() || may_be_label(lines_of(row.cells[0]));
        })) {
      for (const Row& row : table.rows)
        for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2)
          if (may_be_label(lines_of(row.cells[i]))) {
            add(lines_of(row.cells[i]), 0);
            example(lines_of(row.cells[i + 1]));
          }
      return;
    }
    for (const Cell& head : table.rows.front().cells) {
      if (!may_be_label(lines_of(head))) continue;
      add(lines_of(head), 0, tables_);
      for (std::size_t i = 1; i < table.rows.size(); ++i)
        for (const Cell& cell : table.rows[i].cells)
          if (cell.column == head.column) example(lines_of(cell));
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

/// A place that a label could mean.
struct Guess {
  const Spot* spot = nullptr;
  Certainty certainty = Certainty::unknown;
  double likeness = 0;
  bool one_word = false;  // which may be of anything
};

class Proposer {
 public:
  explicit Proposer(const Spot& root) : longest_(root.longest_label) { gather(root); }

  /// All that the label could mean.
  [[nodiscard]] std::vector<Guess> guesses(std::string_view label) const {
    const std::string folded = without_signs(label);
    const auto words = telling_words(folded);
    const LabelText text(label, longest_);
    std::vector<Guess> all;
    for (const Known& known : known_) {
      const bool is_own = text.is(known.spot->labels) ||
                          (known.spot->shape == Shape::sections && begins_with(label, known.spot->beginnings));
      const double like = is_own || folded == known.word ? 1 : likeness(words, known.telling);
      if (like < least) continue;
      const Certainty certainty = is_own                 ? Certainty::certain
                                  : folded == known.word ? Certainty::likely
                                                         : Certainty::unsure;
      all.push_back({known.spot, certainty, like, known.telling.size() < 2});
    }
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
  struct Known {
    const Spot* spot;
    std::string_view word;
    std::vector<Word> telling;
  };
  static constexpr double least = 0.25;  // one word of many is no sign of anything

  void gather(const Spot& within) {
    for (const Spot& child : within.children) {
      for (const std::string& label : child.labels) known_.push_back({&child, label, telling_words(label)});
      for (const Synonym& synonym : synonyms())
        if (synonym.record == within.record->name && synonym.field == child.field->key)
          known_.push_back({&child, synonym.word, telling_words(synonym.word)});
      if (child.holds_fields()) gather(child);
    }
  }
  std::size_t longest_;
  std::vector<Known> known_;
};

/// How much the columns of a table look like fields of each record.
using Company = std::map<const Spot*, double>;

Company company_of(const std::vector<const std::vector<Guess>*>& columns) {
  Company all;
  for (const auto* const guesses : columns) {
    Company best;
    for (const Guess& guess : *guesses) {
      double& likest = best[guess.spot->parent];
      likest = std::max(likest, guess.likeness);
    }
    for (const auto& [record, like] : best) all[record] += like / static_cast<double>(columns.size());
  }
  return all;
}

/// Whether a place is in the record that the columns of its table speak of most, or in what holds that.
bool is_in_company(const Spot& spot, const Company& company) {
  const auto most = std::max_element(company.begin(), company.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == company.end()) return true;
  for (const Spot* record = most->first; record != nullptr; record = record->parent)
    if (record == spot.parent) return true;
  return false;
}

/// Of the surest guesses the likest one, and of a column one whose record the other columns speak of.
Guess choose(const std::vector<Guess>& guesses, const Company& company) {
  Guess best;
  double most = 0;
  for (const Guess& guess : guesses) {
    const auto found = company.find(guess.spot->parent);
    const double weight = guess.likeness + (found == company.end() ? 0 : found->second);
    if (guess.certainty > best.certainty || (guess.certainty == best.certainty && weight <= most)) continue;
    most = weight;
    best = guess;
  }
  if (best.certainty == Certainty::likely && best.one_word && !is_in_company(*best.spot, company))
    best.certainty = Certainty::unsure;
  return best;
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
  guesses.reserve(candidates.size());
  std::map<std::size_t, std::vector<const std::vector<Guess>*>> columns;  // by table
  for (const Candidate& candidate : candidates) {
    guesses.push_back(proposer.guesses(candidate.label));
    if (candidate.table > 0) columns[candidate.table].push_back(&guesses.back());
  }
  std::map<std::size_t, Company> company;
  for (const auto& [table, of] : columns) company[table] = company_of(of);

  FormProposal proposal;
  const auto documents = documents_of(system, type);
  if (!documents.empty()) proposal.form.document = documents.front()->id;
  std::map<int, std::size_t> unnamed;  // headings without words that are known, by level
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Guess guess = choose(guesses[i], company[candidate.table]);
    if (candidate.level > 0 && guess.certainty == Certainty::unknown) ++unnamed[candidate.level];
    const std::string key = without_signs(candidate.label) + '\n' + std::to_string(candidate.level);
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
