#include "survey/exact.hpp"

#include "kvalitet/base/error.hpp"

#include <limits>

namespace kvalitet {
namespace {

Label reason(Misuse misuse) {
  switch (misuse) {
    case Misuse::negative: return {"ett antal är mindre än noll", "a count is less than zero"};
    case Misuse::too_many: return {"de är för många", "they are too many"};
    case Misuse::more_than_all: return {"en del är större än det hela", "a part is larger than the whole"};
    case Misuse::levels: return {"en fråga har mellan 2 och 1000 svarssteg", "an item has between 2 and 1000 levels"};
    case Misuse::not_sums: break;
  }
  return {"inga svar har de summorna", "no answers have those sums"};
}

}  // namespace

void refuse(Misuse misuse) {
  const Label why = reason(misuse);
  throw UsageError("statistics.impossible-counts", {{"reason_sv", Text(why.sv)}, {"reason_en", Text(why.en)}});
}

void refuse_scales(std::size_t a, std::size_t b) {
  throw UsageError("statistics.scales-differ",
                   {{"first", static_cast<std::int64_t>(a)}, {"second", static_cast<std::int64_t>(b)}});
}

void check_confidence(double confidence) {
  if (!(confidence > 0 && confidence < 1)) throw UsageError("statistics.confidence-out-of-range");
}

void check_share(Share share) {
  if (share.count < 0) refuse(Misuse::negative);
  if (share.count > share.of) refuse(Misuse::more_than_all);
  if (share.of > most_answers) refuse(Misuse::too_many);
}

std::int64_t known_answers(const Distribution& item) {
  if (item.counts.size() < 2 || item.counts.size() > most_levels) refuse(Misuse::levels);
  if (item.dont_know < 0) refuse(Misuse::negative);
  if (item.dont_know > most_answers) refuse(Misuse::too_many);
  std::int64_t n = 0;
  for (const std::int64_t count : item.counts) {
    if (count < 0) refuse(Misuse::negative);
    if (count > most_answers - item.dont_know - n) refuse(Misuse::too_many);
    n += count;
  }
  return n;
}

std::int64_t narrow(const Int128& number) {
  if (number < std::numeric_limits<std::int64_t>::min() || number > std::numeric_limits<std::int64_t>::max())
    refuse(Misuse::too_many);
  return static_cast<std::int64_t>(number);
}

Int128 scaled_variance(std::int64_t n, std::int64_t sum, std::int64_t squares) {
  const Int128 scaled = Int128(n) * squares - Int128(sum) * sum;
  if (scaled < 0) refuse(Misuse::not_sums);
  return scaled;
}

Scores scores(const Distribution& item) {
  Scores all;
  all.n = known_answers(item);
  const std::int64_t highest = static_cast<std::int64_t>(item.counts.size()) - 1;
  for (std::int64_t level = 0; level <= highest; ++level) {
    const std::int64_t score = item.reversed ? highest - level : level;
    const Int128 sum = Int128(score) * item.counts[static_cast<std::size_t>(level)];
    all.sum += sum;
    all.squares += sum * score;
  }
  return all;
}

std::vector<std::int64_t> by_favour(const Distribution& item) {
  if (!item.reversed) return item.counts;
  return {item.counts.rbegin(), item.counts.rend()};
}

}  // namespace kvalitet
