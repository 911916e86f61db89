#include "base/parallel.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <new>

using namespace kvalitet;

TEST_CASE("work is done on as many threads as were asked for", "[parallel]") {
  for (const unsigned threads : {0U, 1U, 2U, 5U}) {
    std::atomic<unsigned> calls = 0;
    on_threads(threads, [&] { ++calls; });
    CHECK(calls == (threads == 0 ? 1 : threads));
  }
}

TEST_CASE("what threads throw reaches the caller when all are done", "[parallel]") {
  for (const unsigned threads : {1U, 3U}) {
    std::atomic<unsigned> calls = 0;
    CHECK_THROWS_AS(on_threads(threads,
                               [&] {
                                 ++calls;
                                 throw std::bad_alloc();
                               }),
                    std::bad_alloc);
    CHECK(calls == threads);
  }
}
