#include "kvalitet/io/sarif.hpp"

#include "base/basis_words.hpp"
#include "base/blank.hpp"
#include "base/joined.hpp"
#include "io/file_uri.hpp"
#include "kvalitet/base/version.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace kvalitet {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The folder that relative paths start from; the name that most readers of logs know.
constexpr std::string_view root = "%SRCROOT%";
constexpr Label of_root{"Mappen som filernas sökvägar utgår från.",
                        "The folder that the paths of the files start from."};
constexpr Label about{
    "Granskar planer, rapporter och andra dokument mot kommunens riktlinje för systematiskt kvalitetsarbete.",
    "Checks plans, reports and other documents against the municipality's guideline for systematic quality work."};
constexpr Label answer{"Beslutad avvikelse till och med {until}, {by}: {reason}",
                       "Decided deviation until {until}, {by}: {reason}"};

/// As a log's messages are written: braces doubled, or they would stand for arguments, and `](` parted, or a title that
/// looks so would become a link.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '{' || c == '}') out += c;
    if (c == '(' && !out.empty() && out.back() == ']') out += ' ';
    out += c;
  }
  return out;
}

Json message(std::string_view words) { return Json{{"text", escaped(words)}}; }

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::advice: break;
  }
  return "note";
}

/// What a template says whatever it is about: an ellipsis for each datum, and of two forms the one for several.
std::string without_data(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const std::size_t open = words.find('{');
    out += words.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::string_view inside = words.substr(open + 1, words.find('}', open) - open - 1);
    words.remove_prefix(open + inside.size() + 2);
    out += inside.find('|') == std::string_view::npos ? "…" : inside.substr(inside.rfind('|') + 1);
  }
  return out;
}

class Run {
 public:
  explicit Run(const SarifOptions& options) : language_(options.language) {
    if (options.system == nullptr) return;
    for (const auto* rules : {&options.system->guideline.rules, &options.system->policy.rules})
      for (const Rule& rule : *rules) titles_.emplace(rule.id, &rule.title);
  }

  void add(const CheckedFile& checked) {
    const Json location = location_of(checked.file);
    for (const Finding& finding : checked.findings) results_.push_back(result(finding, location));
  }

  [[nodiscard]] Json log() && {
    const std::string_view language = language_ == Language::en ? "en" : "sv";
    Json driver{{"name", "kvalitet"},
                {"version", version()},
                {"shortDescription", message(about.in(language_))},
                {"language", language},
                {"rules", std::move(rules_)}};
    Json run{{"tool", {{"driver", std::move(driver)}}}, {"language", language}};
    if (is_relative_) run["originalUriBaseIds"] = {{root, {{"description", message(of_root.in(language_))}}}};
    run["artifacts"] = std::move(artifacts_);
    run["defaultEncoding"] = "UTF-8";
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = std::move(results_);
    return Json{{"$schema", schema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  }

 private:
  /// The file as an artifact of the run, nothing for what stands in none.
  Json location_of(std::string_view path) {
    const std::string uri = file_uri(path);
    if (uri.empty()) return {};
    const auto [found, is_new] = files_.emplace(uri, artifacts_.size());
    Json location{{"uri", uri}};
    if (uri.compare(0, 5, "file:") != 0) {
      location["uriBaseId"] = root;
      is_relative_ = true;
    }
    location["index"] = found->second;
    if (is_new) artifacts_.push_back({{"location", location}, {"roles", {"analysisTarget"}}});
    return location;
  }

  Json result(const Finding& finding, const Json& file) {
    const std::size_t rule = rule_index(finding);
    Joined words(" ");
    words.add(finding.message.in(language_));
    words.add(finding.hint.in(language_));
    Json result{{"ruleId", finding.rule.str()},
                {"ruleIndex", rule},
                {"level", level(finding.severity)},
                {"message", message(words.str())}};
    Json location = place(finding, file);
    if (!location.empty()) result["locations"] = Json::array({std::move(location)});
    // On every result or on none, so that who reads one knows whether decisions have been looked for.
    result["suppressions"] = Json::array();
    if (finding.deviation) result["suppressions"].push_back(suppression(*finding.deviation));
    return result;
  }

  [[nodiscard]] Json place(const Finding& finding, const Json& file) const {
    Json location = Json::object();
    if (!file.empty()) {
      location["physicalLocation"] = {{"artifactLocation", file}};
      // The format counts from one. A place that does not is none.
      if (finding.place && finding.place->line >= 1 && finding.place->column >= 1)
        location["physicalLocation"]["region"] = {{"startLine", finding.place->line},
                                                  {"startColumn", finding.place->column}};
    }
    Json logical = Json::object();
    if (!finding.where.sv.empty()) logical["name"] = finding.where.in(language_).str();
    if (!finding.pointer.empty()) logical["fullyQualifiedName"] = finding.pointer.str();
    if (!logical.empty()) location["logicalLocations"] = Json::array({std::move(logical)});
    return location;
  }

  [[nodiscard]] Json suppression(const Deviation& deviation) const {
    const Localised words = render(
        answer,
        {{"until", Text(to_string(deviation.until))}, {"by", deviation.decided_by}, {"reason", deviation.reason}});
    return {{"kind", "external"}, {"status", "accepted"}, {"justification", words.in(language_).str()}};
  }

  /// Where the descriptor of a finding's rule stands, made when the rule is first met.
  std::size_t rule_index(const Finding& finding) {
    const auto [found, is_new] = indexes_.emplace(finding.rule, rules_.size());
    if (is_new) rules_.push_back(descriptor(finding));
    return found->second;
  }

  [[nodiscard]] Json descriptor(const Finding& finding) const {
    const auto title = titles_.find(finding.rule.view());
    const auto catalogue = message_catalogue();
    const auto known = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const MessageTemplate& entry) { return entry.code == finding.code; });
    Joined words(" ");  // for rules without a title, and for faults of the file, what their message says
    if (title != titles_.end())
      words.add(title->second->in(language_));
    else if (known != catalogue.end())
      words.add(without_data(known->message.in(language_)));
    Json descriptor{{"id", finding.rule.str()}};
    if (!words.str().empty()) {
      descriptor["shortDescription"] = message(words.str());
      if (known != catalogue.end()) words.add(without_data(known->hint.in(language_)));
      descriptor["fullDescription"] = message(words.str());
    }
    const std::string help = finding.basis ? rests_on(*finding.basis, language_) : std::string();
    if (!help.empty()) descriptor["help"] = message(help);
    descriptor["defaultConfiguration"] = {{"level", level(finding.severity)}};
    return descriptor;
  }

  Language language_;
  std::map<std::string_view, const Localised*> titles_;  // of rules
  std::map<std::string, std::size_t> files_;             // by URI: where in `artifacts_`
  std::map<std::string_view, std::size_t> indexes_;      // by rule: where in `rules_`
  bool is_relative_ = false;
  Json artifacts_ = Json::array();
  Json rules_ = Json::array();
  Json results_ = Json::array();
};

}  // namespace

std::string to_sarif(const std::vector<CheckedFile>& checked, const SarifOptions& options) {
  Run run(options);
  for (const CheckedFile& file : checked) run.add(file);
  return std::move(run).log().dump(2) + "\n";
}

}  // namespace kvalitet
