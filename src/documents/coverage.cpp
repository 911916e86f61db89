#include "kvalitet/documents/coverage.hpp"

#include "base/pointer.hpp"
#include "guideline/tag_sets.hpp"

namespace kvalitet {
namespace {

class Collector {
 public:
  Collector(const Guideline& guideline, DocumentKind kind, Text year, Text owner, Text file) {
    for (const Document& document : guideline.documents)
      if (document.kind == kind && source_.document.empty()) source_.document = document.id;
    source_.year = std::move(year);
    source_.owner = std::move(owner);
    source_.file = std::move(file);
  }

  void add(const std::vector<Tag>& tags, const std::string& pointer) {
    source_.pointer = Text(pointer);
    for (const Tag& tag : tags) found_.push_back({tag, source_});
  }
  std::vector<Tagged> take() && { return std::move(found_); }

 private:
  Source source_;
  std::vector<Tagged> found_;
};

}  // namespace

std::vector<Tagged> tags_of(const CommitmentPlan& plan, const Guideline& guideline, const Text& file) {
  Collector collector(guideline, DocumentKind::commitment_plan, Text(to_string(plan.school_year)), plan.principal,
                      file);
  for (std::size_t a = 0; a < plan.areas.size(); ++a)
    for (std::size_t c = 0; c < plan.areas[a].commitments.size(); ++c)
      collector.add(plan.areas[a].commitments[c].tags, make_pointer("", "areas", a, "commitments", c));
  return std::move(collector).take();
}

std::vector<Tagged> tags_of(const SchoolYearReport& report, const Guideline& guideline, const Text& file) {
  Collector collector(guideline, DocumentKind::school_year_report, Text(to_string(report.school_year)),
                      report.principal, file);
  for (std::size_t a = 0; a < report.areas.size(); ++a)
    for (std::size_t c = 0; c < report.areas[a].commitments.size(); ++c)
      collector.add(report.areas[a].commitments[c].tags, make_pointer("", "areas", a, "commitments", c));
  return std::move(collector).take();
}

std::vector<Tagged> tags_of(const OperationalPlan& plan, const Guideline& guideline, const Text& file) {
  Collector collector(guideline, DocumentKind::operational_plan, Text(to_string(plan.year)), plan.owner, file);
  for (std::size_t g = 0; g < plan.goals.size(); ++g) collector.add(plan.goals[g].tags, make_pointer("", "goals", g));
  return std::move(collector).take();
}

std::vector<Tagged> tags_of(const OperationalReport& report, const Guideline& guideline, const Text& file) {
  Collector collector(guideline, DocumentKind::operational_report, Text(to_string(report.year)), report.owner, file);
  for (std::size_t g = 0; g < report.goals.size(); ++g)
    collector.add(report.goals[g].tags, make_pointer("", "goals", g));
  return std::move(collector).take();
}

std::vector<Tagged> tags_of(const Measures& measures, const Guideline& guideline, const Text& file) {
  Collector collector(guideline, DocumentKind::measures, {}, {}, file);
  for (std::size_t m = 0; m < measures.measures.size(); ++m)
    collector.add(measures.measures[m].tags, make_pointer("", "measures", m));
  return std::move(collector).take();
}

std::vector<Coverage> coverage(const QualitySystem& system, std::span<const Tagged> tags) {
  std::vector<Coverage> rows;
  for (const auto* sets : tag_sets(system))
    for (const FactorSet& set : *sets)
      for (const Concept& one : set.factors) rows.push_back({Tag{set.id, one.id}, one.title, {}});
  for (const Tagged& tagged : tags)
    for (Coverage& row : rows)
      if (row.tag == tagged.tag) {
        row.sources.push_back(tagged.source);
        break;
      }
  return rows;
}

}  // namespace kvalitet
