#include "base/basis_words.hpp"

#include "base/joined.hpp"
#include "base/reference.hpp"
#include "base/words.hpp"

namespace kvalitet {
namespace {

constexpr Label reading{"Tolkning: ", "Reading: "};
constexpr Label in_summary{"(i sammandrag) ", "(in summary) "};
constexpr Label law{"Lag: ", "Law: "};

}  // namespace

std::string rests_on(const Basis& basis, Language language) {
  Joined lines("\n");
  if (basis.citation) {
    const std::string& quote = basis.citation->quote.str();
    lines.add(basis.citation->paraphrase ? std::string(in_summary.in(language)) + quote : "”" + quote + "”");
    lines.add(with_capital(reference(*basis.citation).in(language)));
  }
  const std::string_view words = basis.reading.in(language);
  if (words.empty()) return lines.str();
  const Label& kind = basis.origin == Origin::law ? law : basis.citation ? reading : Label{};
  lines.add(std::string(kind.in(language)) + std::string(words));
  return lines.str();
}

}  // namespace kvalitet
