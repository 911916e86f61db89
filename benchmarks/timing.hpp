#pragma once
// How long something takes: the best of several rounds, which is the least disturbed one.
#include <algorithm>
#include <chrono>

/// Microseconds of one call.
template <class Call>
double microseconds(Call call, int calls) {
  using Clock = std::chrono::steady_clock;
  double best = 1e300;
  for (int round = 0; round < 9; ++round) {
    const auto start = Clock::now();
    for (int i = 0; i < calls; ++i) call();
    best = std::min(best, std::chrono::duration<double, std::micro>(Clock::now() - start).count() / calls);
  }
  return best;
}
