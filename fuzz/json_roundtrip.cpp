// Every document that is read from JSON, and what the library does with it: nothing of it crashes, and whatever is read
// or made is written and read again as an equal value. The first byte says as what to read: 0 for the first type.
#include "verbs.hpp"

namespace {

using namespace kvalitet;

/// Codes of what ends the reading.
bool ends_reading(const Finding& finding) {
  for (const std::string_view code :
       {"json.ends-too-early", "json.invalid-utf8", "json.lone-surrogate", "json.nul", "json.syntax"})
    if (finding.code == code) return true;
  return false;
}

/// The same parser says the same of the text whatever it is read as.
void require_same_fault(std::string_view json, const Reading& reading) {
  const std::vector<Finding> faults = check_json(json);
  if (faults.empty() || faults.back().code == "json.duplicate-key") {
    require(reading.findings.empty() || !ends_reading(reading.findings.back()), "what is JSON is read to its end");
  } else {
    require(!reading.findings.empty() && reading.findings.back().code == faults.back().code &&
                reading.findings.back().place == faults.back().place,
            "what is no JSON ends the reading there");
  }
}

template <class T>
void read(std::string_view json) {
  Read<T> document;
  auto& [value, reading] = document;
  try {
    reading = read_json(type_info<T>(), &value, json);
  } catch (const LimitError&) {
    return;
  }
  for (const Finding& finding : reading.findings) {
    require(finding.place && finding.place->line >= 1 && finding.place->column >= 1, "findings have places");
    const auto nearest = reading.places.find(finding.pointer);
    require(!nearest || (nearest->line >= 1 && nearest->column >= 1), "pointers lead to places");
  }
  require_same_fault(json, reading);
  const auto again = round_trip(value, json.size() % 2 == 0 ? JsonStyle::compact : JsonStyle::pretty);
  require(!reading.findings.empty() || again.empty(), "what reads without findings is written so");
  if (type_info<T>().kind == TypeInfo::Kind::record) verbs::compare(T{}, value);
  verbs::judge_as_read(document, verbs::builtin_system());
  verbs::run(value, verbs::builtin_system());
}

using Reader = void (*)(std::string_view);
constexpr Reader readers[] = {
    read<CommitmentPlan>,   read<LocalPolicy>,     read<Guideline>,         read<std::vector<Finding>>,
    read<SchoolYearReport>, read<OperationalPlan>, read<OperationalReport>, read<ImpactAssessment>,
    read<DialogueSession>,  read<Matters>,         read<Measures>,          read<FeedState>,
    read<AnnualCycle>,      read<Draft>,           read<Deviations>,        read<Municipality>,
    read<SurveyInstrument>, read<SurveyCounts>,    read<SurveyRegister>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const auto type = static_cast<unsigned char>(data[0] - '0') % std::size(readers);
  readers[type](std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  return 0;
}
