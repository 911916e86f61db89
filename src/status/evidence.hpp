#pragma once
// What the documents show about a duty on an occasion.
#include "kvalitet/rules/check.hpp"
#include "kvalitet/status/filed.hpp"
#include "status/occasions.hpp"
#include "status/register.hpp"

#include <functional>

namespace kvalitet {

/// Evidence with its units by their index; none: it is about all.
struct Exhibit {
  Evidence evidence;
  std::vector<std::size_t> units;
};

/// The documents of a year, each judged once by the rules.
class Shelf {
 public:
  Shelf(const QualitySystem& system, const Register& units, const FiledDocuments& documents, const AnnualCycle& cycle,
        Date as_of);

  [[nodiscard]] std::vector<Exhibit> about(const Occasion& occasion) const;
  /// Files that may hold what would show a duty, of which nobody can say whose they are or of which year.
  [[nodiscard]] std::vector<Evidence> unread_about(const Occasion& occasion) const;

  /// A matter, and what the rules found about it.
  struct JudgedMatter {
    const Matter* matter;
    Evidence evidence;  ///< where it stands
    std::vector<const Finding*> findings;
  };
  /// The matters that are decided in the year or have no day yet.
  [[nodiscard]] const std::vector<JudgedMatter>& matters() const { return matters_; }

 private:
  /// What any plan or report is to somebody who only looks whether it is there.
  struct Paper {
    DocumentKind kind;
    const Text* file;
    Period days;
    DocumentState state;
    bool has_words;
    bool is_whole;
    bool is_of_a_year;
    const Text* principal;           ///< or nullptr
    const std::vector<Unit>* units;  ///< or nullptr
    std::function<std::vector<Finding>()> judge;
    std::vector<Finding> findings;  ///< errors and warnings that no decision answers
    bool is_judged = false;
  };
  template <class Document>
  void add_papers(DocumentKind kind, const std::vector<Filed<Document>>& documents);
  void judge_papers();
  [[nodiscard]] bool is_coming(const Period& days) const;
  void add_matters();

  void papers_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  void sessions_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  void follow_ups_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  void measures_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  void counts_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  void links_about(const Occasion& occasion, std::vector<Exhibit>& shown) const;
  [[nodiscard]] bool is_round(const Text& round, const Occasion& occasion) const;
  [[nodiscard]] bool is_of(const DialogueSession& session, const Occasion& occasion) const;
  [[nodiscard]] Exhibit made(const Occasion& occasion, const Text& file, std::vector<std::size_t> units) const;
  [[nodiscard]] std::vector<std::size_t> units_of(const std::vector<Unit>* units, const Text* principal,
                                                  const Period& days) const;
  [[nodiscard]] bool is_for(const Paper& paper, const Occasion& occasion) const;
  /// From the first day of a document's year until the duty is owed.
  [[nodiscard]] static Period whole_of(const Paper& paper, const Occasion& occasion);
  [[nodiscard]] const Document* document_of(const Occasion& occasion) const;

  const QualitySystem& system_;
  const Register& units_;
  const FiledDocuments& documents_;
  const AnnualCycle& cycle_;
  const Date as_of_;
  std::vector<Paper> papers_;
  std::vector<std::vector<Finding>> findings_of_matters_;  // by file
  std::vector<JudgedMatter> matters_;
};

/// Says why something does not show that a duty was done.
void falls_short(Evidence& evidence, std::string_view code, const Data& data = {});
void falls_short(Evidence& evidence, const Finding& finding);

/// Whoever owns the documents that belong to units: the principal, whatever a guideline calls that actor.
[[nodiscard]] bool leads_units(const Id& actor, const Guideline& guideline);

/// The first finding that rests on the duty's own sentence: what breaks it does not show that it was kept.
[[nodiscard]] const Finding* finding_against(const Basis& duty, const std::vector<const Finding*>& findings);

}  // namespace kvalitet
