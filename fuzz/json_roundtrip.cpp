// Whatever is read is written and read again as an equal value, without findings. The first byte says as what to read.
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/io/json.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace kvalitet;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// What reading could not do without is still missing when it is read again.
bool only_what_was_missing(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    if (finding.code != "json.wrong-text" && finding.code != "json.missing-key") return false;
  return true;
}

template <class T>
void round_trip(std::string_view json) {
  T value;
  Reading reading;
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
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::pretty}) {
    const std::string written = write_json(type_info<T>(), &value, style);
    ReadLimits limits;
    limits.bytes = static_cast<int>(written.size());  // layout may exceed what was read
    T again;
    const Reading second = read_json(type_info<T>(), &again, written, limits);
    require(again == value, "what is written reads as it was");
    require(second.unplaced.empty() || !reading.findings.empty(), "everything written has its place");
    require(reading.findings.empty() ? second.findings.empty() : only_what_was_missing(second.findings),
            "reading what is written finds nothing new");
    require(write_json(type_info<T>(), &again, style) == written, "writing is stable");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view json(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: round_trip<CommitmentPlan>(json); break;
    case 1: round_trip<LocalPolicy>(json); break;
    case 2: round_trip<Guideline>(json); break;
    default: round_trip<std::vector<Finding>>(json); break;
  }
  return 0;
}
