#pragma once
// Counts what the test program has on the heap (heap.cpp replaces operator new).
#include <cstddef>

// The address sanitizer has an allocator of its own, which is not to be replaced: nothing is counted there.
#if defined(__SANITIZE_ADDRESS__)
#define KVALITET_TEST_HEAP_IS_COUNTED 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KVALITET_TEST_HEAP_IS_COUNTED 0
#endif
#endif
#ifndef KVALITET_TEST_HEAP_IS_COUNTED
#define KVALITET_TEST_HEAP_IS_COUNTED 1
#endif

namespace kvalitet_test {

/// Bytes asked for beyond those in use when it was made, at the worst moment since.
class HeapPeak {
 public:
  HeapPeak() noexcept;
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  std::size_t before_;
};

}  // namespace kvalitet_test
