#pragma once
// What holds of every input: otherwise the fuzzer stops and keeps it.
#include <cstdio>
#include <cstdlib>

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

/// Runs what may fail in this one way, which its header tells of.
template <class Documented, class Verb>
void allowing(Verb verb) {
  try {
    verb();
  } catch (const Documented&) {  // the caller is told
  }
}
