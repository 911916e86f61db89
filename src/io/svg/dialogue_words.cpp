#include "io/svg/dialogue_words.hpp"

#include "base/joined.hpp"
#include "base/words.hpp"

namespace kvalitet::svg {
namespace {

constexpr Label every_month{"varje månad, ", "every month, "};

}  // namespace

std::string kind_and_time(EventKind kind, const Timing& timing, Language language) {
  Joined windows(", ");
  for (const Window& window : timing.windows) windows.add(in_words(window.from, window.to).in(language));
  std::string name = with_capital(label_of(kind, language));
  if (windows.str().empty()) return name;
  return name + " · " + (timing.monthly ? std::string(every_month.in(language)) : std::string()) + windows.str();
}

}  // namespace kvalitet::svg
