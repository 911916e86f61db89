// Any bytes can be read: places lie in the text and in order, and nothing around a sensitive sentence hides it.
#include "kvalitet/disclosure/free_text.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace kvalitet;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<FreeTextHit> hits = read_free_text(text);
  require(may_leave(text) == hits.empty(), "a text may leave when nothing is found in it");
  int start = 0;
  for (const FreeTextHit& hit : hits) {
    require(hit.start >= start && hit.length > 0, "hits are in order and not empty");
    require(static_cast<std::size_t>(hit.start) + static_cast<std::size_t>(hit.length) <= size, "hits lie in the text");
    require(!hit.words.empty() && !hit.reason.sv.empty() && !hit.reason.en.empty(), "hits have words and a reason");
    start = hit.start;
  }
  require(!may_leave(text + "\n\nTre elever saknar betyg."), "a text before it hides nothing");
  require(!may_leave("Tre elever saknar betyg.\n\n" + text), "a text after it hides nothing");
  return 0;
}
